"""The dialogs that no command of the menu opens: they come while one works on a report."""

from collections.abc import Iterator

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from gui.pages import pages_of
from gui.window import MainWindow
from tests.screenshots.stage import Scene, open_dialogs, settle

_TOTAL, _FIRST = "applications.new.total", "applications.new.natural"
_CELLS = "1\t2\n约3\t4"
_TEXT = "一、总体情况\n（一）主动公开\n1.全年公开信息29条。"
_NOWHERE = "“柳河镇2024年报告”还没有存成文件。刚才的修改在本机暂存不了：磁盘空间不足。"
_PAGE = "<p>一、总体情况</p><table><tr><td>公开</td><td>29</td></tr></table><p>（一）主动公开</p><p>全年公开信息29条。</p>"


def while_working(window: MainWindow) -> Iterator[Scene]:
    """Yield each of them over the report that is open."""
    work, session = window.desk.workspace, window.desk.session
    assert work is not None
    assert session is not None
    pages = pages_of(session.template, session.report)
    work.page.show_page(next(one for one in pages if "applications" in one.tables))
    settle()
    table = work.page.table_in_sight
    assert table is not None
    table.ask_total(_TOTAL)
    yield from _dialog(window, "total-by-hand")
    table.go_to(_FIRST)
    table.view.setFocus()
    yield from _pasted(window, "paste-cells", _CELLS)
    work.page.show_page(pages[1])
    settle()
    work.page.begin()
    yield from _pasted(window, "paste-text", _TEXT, _PAGE)
    window.messages.ask_to_save(_NOWHERE, lambda _: None)  # it comes only where no disk takes anything
    yield from _dialog(window, "leave")


def _pasted(window: MainWindow, name: str, text: str, page: str = "") -> Iterator[Scene]:
    copied = QMimeData()
    copied.setText(text)
    if page:
        copied.setHtml(page)
    QApplication.clipboard().setMimeData(copied)
    window.desk.commands["pasteCells"]()
    yield from _dialog(window, name)
    QApplication.clipboard().clear()  # what is left there at the end outlives the application


def _dialog(window: MainWindow, name: str) -> Iterator[Scene]:
    """Yield the dialog that came, and put it away."""
    settle()
    dialog = next(iter(open_dialogs(window)), None)
    assert dialog is not None, f"no dialog came for {name}"
    yield Scene(f"working-{name}", dialog)
    dialog.reject()
    settle()
