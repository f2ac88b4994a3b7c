"""One quiet line above a fresh draft: the guide can fill in what did not happen this year."""

from gui.widgets.offer_line import OfferLine

_WORDS = "今年没有申请、复议、处罚这些事？零报告向导问几个问题，表格和有关的话一次填好。"


class GuideOffer(OfferLine):
    """Offers the guide, and goes when it is not wanted."""

    def __init__(self) -> None:
        super().__init__("guideOffer", _WORDS, ("Start", "零报告向导…"), "不用", "不用零报告向导")
        self.show_button.setToolTip("Ctrl+Shift+0")
