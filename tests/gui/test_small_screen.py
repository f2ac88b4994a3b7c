"""The usual small screen, 1366 × 768 with its task bar: with large writing nothing falls off its lower edge."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QScrollArea,
)

from core import carry, opening
from core.edits import Splice
from core.errors import OutputError
from core.pasting import Around, read
from core.paths import RESOURCES
from core.report import Paragraph
from core.settings import Settings
from core.store import ReportFile
from gui.commands import COMMANDS
from gui.dialogs.paste_text import PasteTextDialog
from gui.pages import pages_of
from gui.panes.prose_editor import ProseEditor
from gui.panes.tables.total_dialog import TotalDialog
from gui.panes.tables.view import FormView

SAMPLE = next((RESOURCES / "samples").glob("*年度报告.txt"))
ROOM = QSize(1366, 728)
LARGE = pytest.mark.parametrize("window", [150, 175, 200], indirect=True)
LARGEST = pytest.mark.parametrize("window", [200], indirect=True)
_SETTLING_MS = 50
HIGHEST = 700  # without what the system puts around a dialog
OPENS = sorted(
    one.name
    for one in COMMANDS
    if (one.text.endswith("…") or one.name in ("help", "keyList"))
    and one.name not in ("openLastYear", "openReport", "importFile", "saveAs")
)


@pytest.fixture
def window(window_on, request):
    """The window as it starts in writing of that size, in percent."""
    return window_on(ROOM, Settings(scale=request.param))


@pytest.fixture
def desk(window, library):
    """The draft of this year with nothing done yet, so that every line over and below it has something to say."""
    report = carry.forward(library, opening.load(SAMPLE, library).report)
    window.desk.open(ReportFile(report), None)
    return window.desk


def dialogs(window) -> list[QDialog]:
    return [one for one in window.findChildren(QDialog) if one.isVisible()]


def assert_in_sight(dialog: QDialog) -> None:
    """The dialog is not higher than the screen, and every button outside of what scrolls stands in it in full."""
    QApplication.processEvents()
    assert dialog.height() <= HIGHEST, dialog.objectName()
    for button in dialog.findChildren(QPushButton):
        if button.isVisible() and not in_a_scroll_area(button):
            corner = button.mapTo(dialog, button.rect().topLeft())
            assert dialog.rect().contains(QRect(corner, button.size())), (dialog.objectName(), button.text())


def in_a_scroll_area(button: QPushButton) -> bool:
    parent = button.parentWidget()
    while parent and not parent.isWindow():
        if isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


@LARGEST
@pytest.mark.parametrize("name", OPENS)
def test_every_dialog_that_a_command_opens_fits_the_screen(desk, window, hands, name):
    # given
    before = dialogs(window)

    # when
    hands.command(name)

    # then: some commands open a part of the window instead
    for dialog in dialogs(window):
        if dialog not in before:
            assert_in_sight(dialog)
            dialog.close()


@LARGE
def test_the_export_dialog_scrolls_what_is_asked_and_keeps_the_rest_in_sight(desk, window, hands, tmp_path):
    # given
    hands.command("exportReport")
    dialog = hands.find("exportDialog")
    fonts = hands.find("exportFonts", QLabel)
    hands.qtbot.waitUntil(lambda: "正文用" in fonts.text(), timeout=30_000)
    hands.find("exportFolder").setText(str(tmp_path))
    assert_in_sight(dialog)
    (area,) = [one for one in dialog.findChildren(QScrollArea) if one.isVisible()]
    assert area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    assert in_sight(dialog, hands.find("exportStandingWords"))

    # when
    hands.press("startExport")
    hands.qtbot.waitUntil(lambda: hands.sees("exportedFiles"), timeout=60_000)

    # then
    assert_in_sight(dialog)
    for name in ("exportStandingWords", "exportResult", "exportedFiles"):
        assert in_sight(dialog, hands.find(name))
    hands.press("cancelExport")


def in_sight(dialog: QDialog, widget) -> bool:
    corner = widget.mapTo(dialog, widget.rect().topLeft())
    return bool(dialog.rect().contains(QRect(corner, widget.size())))


@pytest.mark.parametrize("window", [100], indirect=True)
def test_at_the_usual_size_the_export_dialog_shows_all_without_scrolling(desk, hands):
    # when
    hands.command("exportReport")
    fonts = hands.find("exportFonts", QLabel)
    hands.qtbot.waitUntil(lambda: "正文用" in fonts.text(), timeout=30_000)
    QApplication.processEvents()

    # then
    dialog = hands.find("exportDialog")
    (area,) = [one for one in dialog.findChildren(QScrollArea) if one.isVisible()]
    assert not area.verticalScrollBar().isVisible()
    dialog.close()


@LARGEST
def test_dialogs_that_no_command_opens_fit_the_screen(desk, window, qtbot):
    # given
    total = next(one.id for one in desk.session.template.cells.values() if one.sums)
    made = [
        PasteTextDialog(read("\n".join(["一句话。"] * 40), ""), Around(), window),
        TotalDialog(desk.session, total, "三、本年度办理结果 · （七）总计 · 法律服务机构", window),
    ]

    # then
    for dialog in made:
        dialog.show()
        qtbot.waitExposed(dialog)
        buttons = dialog.findChildren(QPushButton) + dialog.findChildren(QDialogButtonBox)
        assert buttons
        assert_in_sight(dialog)
        dialog.close()


@LARGEST
def test_a_long_message_fits_the_screen(desk, window, hands):
    # when
    window.messages.show(OutputError("文件夹里的这个文件正由其他程序打开，请关掉它再试一次。" * 3))

    # then
    box = hands.find("noticeBox")
    assert_in_sight(box)
    box.close()


@LARGE
def test_the_window_is_no_higher_than_the_screen_whatever_it_shows(desk, window, hands):
    # given
    work = desk.workspace
    heights = {}

    # when
    for tab in range(work.side.count()):
        work.bring(work.side.widget(tab))
        heights[work.side.widget(tab).objectName()] = needed(window)
    for name in ("find", "replace", "insertPhrase", "toggleOutline", "preview"):
        hands.command(name)
        heights[name] = needed(window)

    # then
    assert {name: high for name, high in heights.items() if high > ROOM.height()} == {}
    assert window.height() <= ROOM.height()


def needed(window) -> int:
    QTest.qWait(_SETTLING_MS)
    return int(window.minimumSizeHint().height())


@LARGE
def test_every_table_comes_to_rest_at_every_height_of_the_window(desk, window, hands):
    # given: less width makes a higher head, a higher head brings the scroll bar, the bar takes width
    outline = hands.find("outline", QAbstractItemView)

    for row in range(outline.model().rowCount()):
        outline.setCurrentIndex(outline.model().index(row, 0))
        for height in range(500, ROOM.height() + 1, 6):
            # when
            window.resize(ROOM.width(), height)
            QApplication.processEvents()

            # then
            tables = [one for one in window.findChildren(FormView) if one.isVisible()]
            assert all(one.horizontalScrollBar().maximum() == 0 for one in tables)


@LARGE
def test_a_table_under_a_sentence_shows_its_head_and_a_row_of_figures(desk, window):
    # given
    session, page = desk.session, desk.workspace.page
    tables = [one for one in pages_of(session.template, session.report) if one.tables]
    for one in tables:
        words = (Paragraph(text="这里先用一句话说明下面的表格，再看表里的数。"),)
        session.edit(Splice(one.section, 0, 0, words))

    for one in tables:
        # when
        page.show_page(one)
        page.begin()
        high = needed(window)

        # then
        (view,) = [form for form in window.findChildren(FormView) if form.isVisible()]
        rows = [view.rowHeight(row) for row in range(view.form.rowCount()) if not view.isRowHidden(row)]
        assert view.viewport().height() >= min(rows)
        assert view.height() <= view.parentWidget().height()
        assert high <= ROOM.height()
        assert window.height() <= ROOM.height()
        assert page.findChild(ProseEditor).sheet.isVisible()
        current = view.visualRect(view.currentIndex())
        assert view.viewport().rect().contains(current.center())


@LARGEST
def test_the_tools_of_the_words_stand_beside_the_title_in_a_low_window(desk, window, hands):
    # given
    session, page = desk.session, desk.workspace.page
    table = next(one for one in pages_of(session.template, session.report) if one.tables)
    plain = next(one for one in pages_of(session.template, session.report) if not one.tables)
    session.edit(Splice(table.section, 0, 0, (Paragraph(text="一句话。"),)))

    # when
    page.show_page(table)
    QApplication.processEvents()
    title, levels = hands.find("pageTitle"), page.findChild(ProseEditor).levels
    beside = levels.mapTo(page, QPoint()).y() < title.geometry().bottom()
    page.show_page(plain)
    QApplication.processEvents()

    # then
    assert beside
    assert levels.isVisible()
    assert levels.mapTo(page, QPoint()).y() > title.geometry().bottom()


@LARGE
def test_below_a_low_form_stands_first_what_is_told_of_the_cell_and_not_its_name(desk, window, hands):
    # given
    page = next(one for one in pages_of(desk.session.template, desk.session.report) if one.tables)

    # when
    desk.workspace.page.show_page(page)
    QApplication.processEvents()

    # then
    words = hands.find("cellWords").text()
    assert words
    assert "本格" not in words
