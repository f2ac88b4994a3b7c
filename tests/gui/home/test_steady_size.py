"""On the way between home page and review the window stays as large as it is: it never grows by itself."""

import pytest
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QPushButton, QToolBar, QWidget

from core.edits import SetCells
from core.report import blank
from core.settings import Settings
from core.store import ReportFile
from tests.gui.conftest import Hands
from tests.gui.review.conftest import OFFICE, SOURCE, VALID

ROOM = QSize(1366, 697)  # under the title of a window that fills the screen


class Sizes(QObject):
    """Notes every size that a window takes, be it for a moment."""

    def __init__(self, window) -> None:
        super().__init__(window)
        self.seen: set[tuple[int, int]] = set()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.seen.add(event.size().toTuple())
        return False


class Bars(QObject):
    """Notes each time that the home page comes in sight whether the bars of a review or a report stand around it."""

    def __init__(self, window) -> None:
        super().__init__(window)
        self.seen: list[bool] = []
        self._tools = window.findChild(QToolBar, "toolBar")
        window.findChild(QWidget, "homePage").installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.seen.append(self._tools.isVisible())
        return False


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "去年.txt"
    path.write_text(SOURCE, encoding="utf-8")
    return path


def look_over(window, hands) -> None:
    """Correct the year of what was read: the review is begun, and will have a card."""
    page = hands.find("reviewPage")
    hands.qtbot.waitUntil(lambda: window.desk.opening.reviewing.page is page)
    page.choose_year(2030)
    hands.qtbot.wait(20)


@pytest.mark.parametrize("office", ["", OFFICE], ids=["first start", "known"])
@pytest.mark.parametrize("way", ["goHome", "cancelReview"])
def test_the_way_home_from_a_review_and_back_by_its_card_leaves_the_window_as_it_is(
    window_on, qtbot, source, office, way
):
    # given
    window = window_on(ROOM, Settings(scale=200, office=office))
    hands = Hands(window, qtbot)
    window.desk.opening.read(source, forward_first=True)
    look_over(window, hands)
    assert window.size() == ROOM
    sizes = Sizes(window)

    for _ in range(2):
        # when
        if way == "goHome":
            hands.command(way)
        else:
            hands.press(way)
        hands.find("recoveryCard")
        qtbot.wait(50)

        # then
        assert window.size() == ROOM
        assert window.minimumSizeHint().height() <= ROOM.height()

        # when
        hands.press("recoverButton")
        hands.find("reviewPage")
        qtbot.wait(50)

        # then
        assert window.size() == ROOM

    assert sizes.seen <= {ROOM.toTuple()}


def test_a_report_made_of_a_review_takes_its_place_in_the_window_as_it_is(window_on, qtbot, source):
    # given
    window = window_on(ROOM, Settings(scale=200))
    hands = Hands(window, qtbot)
    window.desk.opening.read(source, forward_first=True)
    look_over(window, hands)
    sizes = Sizes(window)

    # when
    hands.press("forwardButton")
    hands.find("workspace")
    qtbot.wait(50)

    # then
    assert window.size() == ROOM
    assert sizes.seen <= {ROOM.toTuple()}


def test_a_review_over_a_report_goes_home_in_the_window_as_it_is(window_on, qtbot, library, source):
    # given
    window = window_on(ROOM, Settings(scale=200))
    hands = Hands(window, qtbot)
    window.desk.open(ReportFile(blank(library.get("national-2021"), 2024, OFFICE)), None)
    window.desk.session.edit(SetCells({VALID: "3"}))
    window.desk.opening.read(source)
    look_over(window, hands)
    sizes = Sizes(window)

    # when
    hands.command("goHome")
    hands.find("homePage")
    qtbot.wait(50)

    # then: two cards wait there
    assert hands.find("otherRecoveries", QPushButton)
    assert window.size() == ROOM
    assert sizes.seen <= {ROOM.toTuple()}


def test_what_lies_beneath_a_review_is_not_in_sight_before_the_bars_around_it_are_its_own(
    window_on, qtbot, source
):
    # given
    window = window_on(ROOM, Settings(scale=200))
    hands = Hands(window, qtbot)
    window.desk.opening.read(source, forward_first=True)
    look_over(window, hands)
    bars = Bars(window)

    # when
    hands.press("cancelReview")
    hands.find("recoveryCard")

    # then
    assert bars.seen == [False]

    # when
    hands.press("recoverButton")
    look_over(window, hands)
    hands.press("forwardButton")
    hands.find("workspace")

    # then: the report came in place of the review at once
    assert bars.seen == [False]
