"""Last year's words and figures of the page at hand, to compare and to copy from."""

from collections.abc import Iterator

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from core import numbers
from core.report import Report
from core.template import Template
from gui.pages import Page
from gui.session import Session

_NONE = "这份报告里没有去年的报告。用“打开去年的报告”生成今年的草稿后，这里会显示去年这一部分的内容。"
_EMPTY = "去年这一部分没有文字，也没有不为 0 的数字。"


class LastYearPanel(QWidget):
    """What last year's report said on the same page; read only, as plain text."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("lastYearPanel")
        self._session = session
        self._title = QLabel()
        self._title.setProperty("quiet", True)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setObjectName("lastYearText")
        self._text.setAccessibleName("去年的内容")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._title)
        layout.addWidget(self._text)

    def show_page(self, page: Page) -> None:
        """Show what last year's report said there."""
        last = self._session.report.last()
        self._title.setText(f"{last.year}年的这一部分" if last else "去年的这一部分")
        self._text.setPlainText(self._words(last, page) if last else _NONE)

    def show_origin(self, words: str) -> None:
        """Bring the paragraph into sight that this year's paragraph at hand was made from, and mark it."""
        found = self._text.document().find(words) if words else QTextCursor()
        if not found.isNull():
            self._text.setTextCursor(found)
            self._text.centerCursor()

    def _words(self, last: Report, page: Page) -> str:
        form = self._session.library.templates.get(last.template)
        lines = list(_paragraphs(self._session.template, last, page))
        if form is not None:
            lines += _figures(form, last, page)
        return "\n\n".join(lines) or _EMPTY


def _paragraphs(template: Template, last: Report, page: Page) -> Iterator[str]:
    """Yield last year's paragraphs of the section, and of what belonged in it where the form was another."""
    known = template.sections_by_id.get(page.section)
    sources = known.meanings if known and last.template != template.id else (page.section,)
    for section in last.sections:
        if section.id in sources:
            yield from (one.text for one in section.paragraphs if one.text.strip())


def _figures(form: Template, last: Report, page: Page) -> Iterator[str]:
    for cell_id, value in last.values.items():
        cell = form.cells.get(cell_id)
        if cell and cell.table in page.tables and numbers.read(value) != 0:
            labels = " · ".join((*cell.row, *(one for one in cell.column if one != "统计数")))
            yield f"{labels}：{value}{cell.unit}"
