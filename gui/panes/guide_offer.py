"""One quiet line above a fresh draft: the guide can fill in what did not happen this year."""

from gui.pages import blank_cells
from gui.session import Session
from gui.widgets.kept_room import keep_room
from gui.widgets.offer_line import OfferLine

_WORDS = "今年没有申请、复议、处罚这些事？答几个问题，表格和有关的话一次填好。"


class GuideOffer(OfferLine):
    """Offers the guide, and goes when it is not wanted, or once every cell that was blank is filled in.

    Then it leaves its room blank until `give_room` is called: nothing moves under the mouse of who fills in the last one.
    """

    def __init__(self, session: Session) -> None:
        super().__init__("guideOffer", _WORDS, ("Start", "零报告向导…"), "不用", "不用零报告向导")
        self.show_button.setToolTip("Ctrl+Shift+0")
        self._session = session
        self._had_blanks = False  # some forms have no cells, or none that must be filled in
        session.findings_changed.connect(self._follow)

    def _follow(self) -> None:
        if any(True for _ in blank_cells(self._session)):
            self._had_blanks = True
        elif self._had_blanks and not self.isHidden():
            keep_room(self)
            self.hide()

    def give_room(self) -> None:
        """Let the page have the room of a line that has gone."""
        keep_room(self, keep=False)
