"""What belongs on the page at hand, and the rule that it rests on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from core.checks.model import CellPlace, Place
from core.report import PREFACE, SIGNATURE
from gui.models.cell_words import whole_words_of
from gui.pages import Page
from gui.panes.aspects import AspectsList
from gui.panes.phrases import PhrasesPane
from gui.session import Session
from gui.theme import Theme
from gui.widgets.whole_lines import WholeLines

_PREFACE = (
    "标题写“单位全称＋年度＋政府信息公开工作年度报告”，两行写得下就不要缩短单位名称。\n"
    "前言写明依据、报告由哪几部分组成、数据的统计期限，有联系方式的也写在这里。"
)
_SIGNATURE = "写单位全称和成文日期。日期用阿拉伯数字，月、日前不加 0，不早于次年1月1日。"
_LEAST_LINES = 5
_LEAST_OF_CELL = 10  # what counts in a cell is read without scrolling also where the writing is large
_ANNEX = "按表逐项填写：没有发生的填 0，不要留空。表头的单位名称写全称。"
_ANNEX_BLANK = "按表逐项填写：没有发生的可以空着，去年有数、今年没有的填 0。表头的单位名称写全称。"


class GuidancePanel(QWidget):
    """The guidance of the form for the cell and the page at hand as plain text, what must be written there, and phrases.

    Signals:
        sentence_chosen(Paragraph): a standard sentence is to be put in at the cursor.
        paragraph_chosen(Paragraph): it is to be put in there, as a paragraph of its own.
        left(): the clerk goes back to the words of the page without one.
    """

    sentence_chosen = Signal(object)
    paragraph_chosen = Signal(object)
    left = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("guidancePanel")
        self._session = session
        self._page = Page("")
        self._cell = ""
        self._text = WholeLines()
        self._text.setReadOnly(True)
        self._text.setObjectName("guidanceText")
        self._text.setAccessibleName("填写说明")
        self.aspects = AspectsList(session, theme)
        self.phrases = PhrasesPane(session)
        self.phrases.sentence_chosen.connect(self.sentence_chosen)
        self.phrases.paragraph_chosen.connect(self.paragraph_chosen)
        self.phrases.left.connect(self.left)
        self._area = QScrollArea()
        self._arrange()
        session.edited.connect(self._follow)

    def _arrange(self) -> None:
        whole = QWidget()
        area = self._area
        area.setObjectName("guidanceArea")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(whole)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self._text, 2)
        layout.addWidget(self.aspects)
        layout.addWidget(self.phrases, 3)

    def show_phrases(self) -> None:
        """Bring the phrases into sight and put the keys into their list."""
        self._area.ensureWidgetVisible(self.phrases)
        self.phrases.focus_list()

    def show_page(self, page: Page) -> None:
        """Show what belongs there."""
        self._page, self._cell = page, ""
        self.setProperty("help", "table" if page.tables else "prose")
        self._text.set_least(_LEAST_OF_CELL if page.tables else _LEAST_LINES)
        self._tell()
        self.aspects.show_section(page.section)
        self.phrases.setVisible(bool(page.section))
        self.phrases.show_section(page.section)

    def show_place(self, place: Place) -> None:
        """Show all that there is to say of the cell at hand too: below the form it may be cut."""
        self._cell = place.cell if isinstance(place, CellPlace) else ""
        if self.isVisible():
            self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """Say what is at hand by now."""
        super().showEvent(event)
        self._tell()

    def _tell(self) -> None:
        template = self._session.template
        cell = whole_words_of(self._session, template.cells[self._cell]) if self._cell else ""
        rests_on = f"依据：{template.basis}" + (f"\n{template.law}" if template.law else "")
        words = "\n\n".join(one for one in (cell, self._words(self._page), rests_on) if one)
        if words != self._text.toPlainText():
            self._text.setPlainText(words)

    def _follow(self) -> None:
        if self._cell and self.isVisible():
            self._tell()

    def _words(self, page: Page) -> str:
        annex = _ANNEX_BLANK if self._session.template.blank_means_none else _ANNEX
        fixed = {PREFACE: _PREFACE, SIGNATURE: _SIGNATURE, "": annex}
        known = self._session.template.sections_by_id.get(page.section)
        return known.guidance if known else fixed.get(page.section, "")
