"""What belongs on the page at hand, and the rule that it rests on."""

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from core.report import PREFACE, SIGNATURE
from gui.pages import Page
from gui.session import Session

_PREFACE = (
    "标题写“单位全称＋年度＋政府信息公开工作年度报告”，两行写得下就不要缩短单位名称。\n"
    "前言写明依据、报告由哪几部分组成、数据的统计期限，有联系方式的也写在这里。"
)
_SIGNATURE = "写单位全称和成文日期。日期用阿拉伯数字，月、日前不加 0，不早于次年1月1日。"
_ANNEX = "按表逐项填写：没有发生的填 0，不要留空。表头的单位名称写全称。"


class GuidancePanel(QWidget):
    """The guidance of the form for the page at hand; read only, as plain text."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("guidancePanel")
        self._session = session
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setObjectName("guidanceText")
        self._text.setAccessibleName("填写说明")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._text)

    def show_page(self, page: Page) -> None:
        """Show what belongs there."""
        template = self._session.template
        rests_on = f"依据：{template.basis}" + (f"\n{template.law}" if template.law else "")
        self._text.setPlainText("\n\n".join(one for one in (self._words(page), rests_on) if one))

    def _words(self, page: Page) -> str:
        fixed = {PREFACE: _PREFACE, SIGNATURE: _SIGNATURE, "": _ANNEX}
        known = self._session.template.sections_by_id.get(page.section)
        return known.guidance if known else fixed.get(page.section, "")
