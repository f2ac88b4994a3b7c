"""What belongs on the page at hand, and the rule that it rests on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from core.report import PREFACE, SIGNATURE
from gui.pages import Page
from gui.panes.aspects import AspectsList
from gui.panes.phrases import PhrasesPane
from gui.session import Session
from gui.theme import Theme

_PREFACE = (
    "标题写“单位全称＋年度＋政府信息公开工作年度报告”，两行写得下就不要缩短单位名称。\n"
    "前言写明依据、报告由哪几部分组成、数据的统计期限，有联系方式的也写在这里。"
)
_SIGNATURE = "写单位全称和成文日期。日期用阿拉伯数字，月、日前不加 0，不早于次年1月1日。"
_LEAST_LINES = 5
_ANNEX = "按表逐项填写：没有发生的填 0，不要留空。表头的单位名称写全称。"


class GuidancePanel(QWidget):
    """The guidance of the form for the page at hand as plain text, what must be written there, and phrases for it.

    Signals:
        words_chosen(str): a standard sentence is to be put in at the cursor.
    """

    words_chosen = Signal(str)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("guidancePanel")
        self._session = session
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setObjectName("guidanceText")
        self._text.setAccessibleName("填写说明")
        self.aspects = AspectsList(session, theme)
        self.phrases = PhrasesPane(session)
        self.phrases.words_chosen.connect(self.words_chosen)
        self._text.setMinimumHeight(_LEAST_LINES * self._text.fontMetrics().lineSpacing())
        whole = QWidget()
        area = self._area = QScrollArea()
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
        template = self._session.template
        rests_on = f"依据：{template.basis}" + (f"\n{template.law}" if template.law else "")
        self._text.setPlainText("\n\n".join(one for one in (self._words(page), rests_on) if one))
        self.aspects.show_section(page.section)
        self.phrases.setVisible(bool(page.section))
        self.phrases.show_section(page.section)

    def _words(self, page: Page) -> str:
        fixed = {PREFACE: _PREFACE, SIGNATURE: _SIGNATURE, "": _ANNEX}
        known = self._session.template.sections_by_id.get(page.section)
        return known.guidance if known else fixed.get(page.section, "")
