"""Last year's words and figures of the page at hand: what was taken over, changed, new or gone, and how much."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QShowEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QTextEdit, QVBoxLayout, QWidget

from core import cell_names, numbers
from core.carry import (
    Pair,
    Spot,
    beside,
    change,
    change_of_carried,
    is_worded_anew,
    of_section,
    source_name,
    with_source,
)
from core.checks.model import Place, TextPlace
from core.likeness import percent, shares
from core.report import Paragraph, Report
from core.template import Template
from gui.carried import state_words
from gui.pages import Page, words_for
from gui.panes.last_year_text import LastYearText
from gui.panes.prose import paper
from gui.panes.prose.qt_text import shown
from gui.session import Session
from gui.theme import Theme

_NONE = "这份报告里没有去年的报告。用“打开去年的报告”生成今年的草稿后，这里会显示去年这一部分的内容。"
_EMPTY = "这一部分没有文字，也没有不为 0 的数字。"
_SIGNS = {
    "same": "＝ ",
    "changed": "≈ 已改写",
    "new": "＋ 今年新写",
    "moved": "→ 今年在 ",
    "gone": "－ 今年没有这一段",
}
_HOW_COUNTED = (
    "怎么算的：去掉数字、标点和空格，把今年的文字按连续 5 个字一组数一遍，{source}正文里也有的组占多少。"
    "前言和落款不算。上级核对有没有照抄时，也能这样数出同一个数。"
)


@dataclass(frozen=True)
class _Line:
    """A line of the panel: its words, whether it heads the next, the spans that are gone, and the paragraph it is of.

    `said` is last year's paragraph where the words are one.
    """

    words: str
    is_head: bool = False
    gone: tuple[tuple[int, int], ...] = ()
    now: int | None = None
    said: str = ""


class LastYearPanel(QWidget):
    """What last year's report said on the same page, paragraph by paragraph; read only, as plain text."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("lastYearPanel")
        self._session = session
        self._theme = theme
        self._page = Page("")
        self._lines: list[_Line] = []
        self._at: int | None = None
        self._title = QLabel()
        self._title.setObjectName("lastYearShare")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._title.setProperty("quiet", True)
        self._text = LastYearText(session)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._title)
        layout.addWidget(self._text)

    def show_page(self, page: Page) -> None:
        """Show what last year's report said there, from its beginning."""
        self._page, self._at = page, None
        self._lines = []
        self._text.clear()
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow what changed while the panel was out of sight."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show how this year's page stands to last year's now; out of sight that waits."""
        if not self.isVisible():
            return
        last = self._session.report.carried_from()
        self._title.setText(self._heading(last))
        self._title.setToolTip(_HOW_COUNTED.format(source=source_name(self._session.report)))
        lines = self._all_lines(last) if last else [_Line(_NONE)]
        if lines != self._lines:
            self._write(lines)
            self._lead_on()

    def _heading(self, last: Report | None) -> str:
        if last is None:
            return "去年的这一部分"
        name = f"{last.year} 年的这一部分"
        if not self._has_words():
            return name if self._words_before(last) else f"{last.year} 年的数字（不是 0 的）"
        found = shares(self._session.report, last)
        if self._page.section in found.sections:
            here = f"本部分 {percent(found.sections[self._page.section])}，"
        else:
            here = ""
        return f"{name}　文字{with_source(self._session.report)}相同：{here}全文 {percent(found.overall)}"

    def _has_words(self) -> bool:
        """Return whether there are words on the page that may be last year's."""
        section = self._session.report.section(self._page.section)
        return section is not None and (bool(section.paragraphs) or not self._page.tables)

    def _words_before(self, last: Report) -> list[tuple[str, Spot | None]]:
        """Return last year's paragraphs that the page is compared with, and where those are that stand elsewhere."""
        return list(of_section(self._session.template, self._session.report, last, self._page.section))

    def _all_lines(self, last: Report) -> list[_Line]:
        template, report = self._session.template, self._session.report
        known = self._words_before(last)
        before, elsewhere = [words for words, _ in known], [spot for _, spot in known]
        lines: list[_Line] = []
        for pair in beside(report, last, self._page.section, before, elsewhere):
            lines += [_Line(""), *_of_pair(template, report, last, self._page.section, pair)]
        lines = lines[1:]
        form = self._session.library.templates.get(last.template)
        lines += (
            [_Line(words) for words in _figures(form, template, report, last, self._page)] if form else []
        )
        return lines or [_Line(f"{source_name(report)}{_EMPTY}")]

    def _write(self, lines: list[_Line]) -> None:
        """Put in the lines that are others and mark them; what was in sight stays in sight."""
        words = [line.words for line in lines]
        if self._lines:
            paper.follow(self._text.document(), words)
        else:
            self._text.setPlainText("\n".join(words))
        self._lines = lines
        self._text.take([line.said for line in lines])
        marks: list[QTextEdit.ExtraSelection] = []
        for number, line in enumerate(lines):
            if line.is_head:
                marks.append(self._mark(number, 0, len(line.words), self._head_format()))
            marks += [self._mark(number, start, end, self._gone_format()) for start, end in line.gone]
        self._text.show_marks(marks)

    def _head_format(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(self._theme.colour("quiet_text"))
        look.setFontWeight(QFont.Weight.Bold)
        return look

    def _gone_format(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(self._theme.colour("changed"))
        look.setBackground(self._theme.colour("cross"))
        return look

    def _led_format(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setBackground(self._theme.colour("hover"))
        return look

    def _mark(self, number: int, start: int, end: int, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        return _marked(paper.select(self._text.document(), number, start, end), look)

    def show_place(self, place: Place) -> None:
        """Bring what last year said in a paragraph into sight, and mark it."""
        is_here = isinstance(place, TextPlace) and place.section == self._page.section
        self._at = place.paragraph if isinstance(place, TextPlace) and is_here else None
        cursor = self._place_of_words()
        if not self.isVisible():
            return
        if cursor:
            self._lead_to(cursor)
        else:
            self._text.lead(None)

    def _lead_to(self, cursor: QTextCursor) -> None:
        """Mark words and bring them into sight."""
        self._text.lead(_marked(cursor, self._led_format()))

    def _lead_on(self) -> None:
        """Lead to the paragraph at hand where its words stand elsewhere now: on the sheet one moves before the lines do."""
        known, cursor = self._text.led, self._place_of_words()
        if cursor and (
            known is None or (cursor.anchor(), cursor.position()) != (known.anchor(), known.position())
        ):
            self._lead_to(cursor)

    def _place_of_words(self) -> QTextCursor | None:
        """Return last year's words of the paragraph at hand, selected with the cursor where they begin; None of none."""
        rows = [row for row, line in enumerate(self._lines) if line.now is not None and line.now == self._at]
        if not rows:
            return None
        line = self._lines[rows[-1]]
        cursor = paper.select(self._text.document(), rows[-1], 0, 0 if line.is_head else len(line.words))
        start = cursor.selectionStart()
        cursor.setPosition(cursor.selectionEnd())
        cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _marked(cursor: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.format = look  # type: ignore[attr-defined]  # the stubs leave out the fields
    selection.cursor = cursor  # type: ignore[attr-defined]  # as above
    return selection


def _of_pair(
    template: Template, report: Report, last: Report, section_id: str, pair: Pair
) -> Iterator[_Line]:
    """Yield the lines on a paragraph: how it stands to last year's, and last year's words."""
    section = report.section(section_id)
    head = _SIGNS[pair.kind] + (with_source(report, "照抄") if pair.kind == "same" else "")
    if pair.elsewhere:
        head += words_for(template, report, TextPlace(*pair.elsewhere, 0, 0, ""))
    gone: tuple[tuple[int, int], ...] = ()
    if pair.now is not None and section:
        paragraph = section.paragraphs[pair.now]
        found = change(pair.before, paragraph.text)
        gone = found.gone if pair.kind == "changed" else ()
        if paragraph.state == "carried":
            head = _of_carried(report, last, pair, paragraph)
        elif pair.kind == "changed":
            head += f"：去掉 {found.removed} 字，添上 {found.added} 字"
        head = f"第 {pair.now + 1} 段　{head}"
    yield _Line(head, is_head=True, now=pair.now)
    if pair.before:
        yield _Line(shown(pair.before), gone=gone, now=pair.now, said=pair.before)


def _of_carried(report: Report, last: Report, pair: Pair, paragraph: Paragraph) -> str:
    """Return what is said of a paragraph nobody has looked at: the words of the editor, then what was done to it."""
    words = state_words(report, paragraph)
    if pair.kind != "changed" or is_worded_anew(paragraph):
        return f"{'＋' if is_worded_anew(paragraph) else '＝'} {words}"
    found = change_of_carried(report, last, pair, paragraph.text)
    if found.is_punctuation:
        return f"≈ {words}，标点改了 {max(found.removed, found.added)} 处"
    return f"≈ {words}，改动：去掉 {found.removed} 字，添上 {found.added} 字"


def _figures(form: Template, template: Template, report: Report, last: Report, page: Page) -> Iterator[str]:
    """Yield last year's figures of the tables that are not 0, in the order of its form, with this year's.

    On another form a cell of the same address is the same; one that it lacks is told as such.
    """
    for cell in form.cells.values():
        value = last.text(cell.id)
        if value and cell.table in page.tables and numbers.read(value) != 0:
            labels = " · ".join((*cell.row, *cell_names.columns(form, cell)))
            now = f"今年 {report.text(cell.id)}{cell.unit}" if report.text(cell.id) else ""
            told = now if cell.id in template.cells else "今年的表没有这一项"
            yield f"{labels}：{value}{cell.unit}" + (f"（{told}）" if told else "")
