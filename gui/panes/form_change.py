"""One line above a draft that stands otherwise than last year's report: what changed, and the way to where all of it went."""

from core.carry import with_source
from core.edits import Edit
from gui.moved_words import is_of_title, moves_of, short, tells
from gui.session import Session
from gui.widgets.offer_line import OfferLine

_SHOW, _SHOW_TITLES = "看看到了哪里…", "看两年的标题…"


class FormChange(OfferLine):
    """Tells of the new form until the preface that it words was looked at, and of a part that was added until it has words."""

    def __init__(self, session: Session) -> None:
        said = f"不再提示{with_source(session.report)}的不同"
        super().__init__("formChange", "", ("Show", _SHOW), "知道了", said)
        self.show_button.setToolTip("Shift+F7")
        self._session = session
        self._follow_report()
        session.edited.connect(self._follow)

    def _follow(self, edit: Edit) -> None:
        """Tell what is still to be told after words were taken over, or are left again; go once there is nothing."""
        if edit.sections and not self.is_away:
            self.setVisible(self._follow_report())

    def _follow_report(self) -> bool:
        """Say what is to be told now; return whether there is anything."""
        found = moves_of(self._session)
        is_told = tells(self._session, found)
        if is_told:
            told = short(self._session, found)
            self.tell(told)
            # the line may be cut, and takes no keys
            self.show_button.setAccessibleDescription(f"{told}（Shift+F7）")
            self.show_button.setText(_SHOW_TITLES if is_of_title(self._session, found) else _SHOW)
        return is_told
