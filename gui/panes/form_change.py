"""One line above a draft on another form than last year's: what changed, and where the rest of last year is."""

from core.carry import pieces, source_name, tells_of_form
from core.edits import Edit
from gui.session import Session
from gui.widgets.offer_line import OfferLine


class FormChange(OfferLine):
    """Tells of the new form until the preface that it words was looked at; leads to what is still left behind."""

    def __init__(self, session: Session) -> None:
        button = f"{source_name(session.report)}留下的话…"
        super().__init__("formChange", "", ("Show", button), "知道了", "不再提示格式变了")
        self._session = session
        self._show_state()
        session.edited.connect(self._follow)

    def _follow(self, edit: Edit) -> None:
        """Tell what is still left after words were taken over, or are left again; go once there is nothing to tell."""
        if edit.sections and not self.is_away:
            is_told = tells_of_form(self._session.report)
            if is_told:
                self._show_state()
            self.setVisible(is_told)

    def _show_state(self) -> None:
        self.tell(_sentence(self._session))
        self.show_button.setVisible(bool(pieces(self._session.report)))


def _sentence(session: Session) -> str:
    """Return what changed with the form, and what of last year is not in it yet."""
    left = [one for one in pieces(session.report) if not one.is_taken]
    told = list(dict.fromkeys(name for one in left for name in one.contacts))
    begin = f"今年用 {session.template.name.partition('（')[0]}，前言已按它写好"
    last = source_name(session.report)
    if told:
        return f"{begin}；{last}的{'、'.join(told)}没有带过来，在“{last}留下的话”里。"
    return f"{begin}；{last}没有带过来的，在“{last}留下的话”里。" if left else f"{begin}，请看一遍。"
