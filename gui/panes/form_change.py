"""One line above a draft on another form than last year's: what changed, and where the rest of last year is."""

from core.carry import has_new_preface, pieces
from core.edits import Edit
from core.report import PREFACE
from gui.session import Session
from gui.widgets.offer_line import OfferLine


class FormChange(OfferLine):
    """Tells of the new form until the preface that it words was looked at; leads to what was left behind."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            "formChange", _sentence(session), ("Show", "去年留下的话…"), "知道了", "不再提示格式变了"
        )
        self._session = session
        self.show_button.setVisible(bool(pieces(session.report)))
        session.edited.connect(self._follow)

    def _follow(self, edit: Edit) -> None:
        """Go once the preface was looked at."""
        if PREFACE in edit.sections and not has_new_preface(self._session.report):
            self.hide()


def _sentence(session: Session) -> str:
    """Return what changed with the form, and what of last year had no place in it."""
    left = pieces(session.report)
    told = list(dict.fromkeys(name for one in left for name in one.contacts))
    begin = f"今年用 {session.template.first_year} 年版格式，引言已按它写好"
    if told:
        return f"{begin}；去年的{'、'.join(told)}没有地方放，在“去年留下的话”里。"
    return f"{begin}；去年没带过来的，在“去年留下的话”里。" if left else f"{begin}，请看一遍。"
