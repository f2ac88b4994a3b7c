"""The line icons: one family, drawn sharp in the colours of now, always beside words, and never at the cost of words."""

import gc
import importlib.util

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QIcon, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QToolBar, QToolButton

from core import carry, opening, recent
from core.paths import RESOURCES
from core.recent import DRAFT
from core.settings import Settings
from core.store import ReportFile
from gui import theme
from gui.theme import Theme
from gui.widgets import icons
from gui.widgets.word_bar import WordBar
from tests.gui.conftest import Hands

SAMPLE = next((RESOURCES / "samples").glob("*年度报告.txt"))
NAMES = sorted(icons._strokes())
SIDES = (18, 23, 27, 32, 36)  # those of 100 to 200 percent
ROOM = QSize(1366, 728)


def drawn(name: str, side: int, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    size = QSize(side, side)
    return icons.icon(name, size).pixmap(size, 1.0, mode).toImage()


def inks(picture: QImage) -> list[tuple[int, int, int]]:
    """Return column, row and cover of each point on which there is ink."""
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return [(x, y, alpha) for x, y in points if (alpha := picture.pixelColor(x, y).alpha())]


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("name", NAMES)
def test_an_icon_stands_whole_and_in_the_middle_of_its_square(qapp, name, side):
    # when
    ink = inks(drawn(name, side))

    # then
    for at in (0, 1):
        first, last = min(one[at] for one in ink), max(one[at] for one in ink)
        assert first >= 1
        assert last <= side - 2
        assert abs(first + last - (side - 1)) <= 3


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("name", ["home", "save", "open", "new"])
def test_straight_strokes_lie_on_whole_points(qapp, name, side):
    # when
    ink = inks(drawn(name, side))

    # then: a stroke between points would cover two rows by half
    assert sum(alpha == 255 for _, _, alpha in ink) >= 0.5 * len(ink)


@pytest.mark.parametrize("look", theme.names())
def test_an_icon_has_the_colour_of_its_words_in_every_look(undressed, qtbot, look):
    # given: made before the look was chosen
    bar, action = WordBar("工具栏"), QAction("保存")
    qtbot.addWidget(bar)
    bar.addAction(action)
    bar.give_icon(action, "save")

    # when
    known = Theme.load(look)
    theme.apply(undressed, known)
    QApplication.processEvents()

    # then
    for mode, role in ((QIcon.Mode.Normal, "text"), (QIcon.Mode.Disabled, "disabled_text")):
        picture = action.icon().pixmap(icons.icon_size(bar.fontMetrics()), 1.0, mode).toImage()
        full = {picture.pixelColor(x, y).name() for x, y, alpha in inks(picture) if alpha == 255}
        assert full == {known.colours[role]}


def test_on_a_dense_screen_an_icon_has_more_points(qapp):
    size = QSize(18, 18)

    # when
    picture = icons.icon("save", size, 2.0).pixmap(size, 2.0)

    # then
    assert picture.size() == size * 2
    assert picture.devicePixelRatio() == 2.0


def test_a_copy_of_an_icon_outlives_what_it_was_made_of(qapp):
    # given: Qt copies the icons of actions, and changes the copies
    size = QSize(18, 18)
    copies = [QIcon(icons.icon(name, size)) for name in NAMES]

    # when
    for copy in copies:
        copy.setIsMask(False)
    gc.collect()

    # then
    assert all(inks(copy.pixmap(size).toImage()) for copy in copies)


def test_the_files_of_the_first_page_are_those_of_the_strokes_and_the_themes():
    # given
    folder = RESOURCES / "icons"
    spec = importlib.util.spec_from_file_location("make_icons", folder / "make_icons.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)

    # then
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.svg")}
    assert there == dict(made.files())


def test_every_icon_that_the_style_sheet_names_is_there():
    # given
    known = {path.name for path in (RESOURCES / "icons").glob("*.svg")}

    for look in theme.names():
        # when
        named = {part.split(")")[0] for part in Theme.load(look).style_sheet.split("url(icons:")[1:]}

        # then
        assert named
        assert named <= known


@pytest.fixture
def window(window_on, request):
    """The window on a screen of that width, in writing of that size in percent."""
    width, scale = request.param
    return window_on(QSize(width, 728), Settings(scale=scale, office="清溪县柳河镇人民政府"))


@pytest.fixture
def bar(window, library, hands) -> QToolBar:
    """The tool bar over the draft of this year."""
    window.desk.open(ReportFile(carry.forward(library, opening.load(SAMPLE, library).report)), None)
    window.desk.session.check()
    QApplication.processEvents()
    return hands.find("toolBar", QToolBar)


def with_icons(bar: QToolBar) -> list[str]:
    """Return the words beside which an icon is shown."""
    return [one.text() for one in bar.findChildren(QToolButton) if shows_icon(one)]


def shows_icon(button: QToolButton) -> bool:
    return (
        button.toolButtonStyle() == button.toolButtonStyle().ToolButtonTextBesideIcon and button.isVisible()
    )


@pytest.mark.parametrize("window", [(1366, 100), (1920, 125)], indirect=True)
def test_on_the_usual_screen_the_tools_have_icons_beside_their_words(bar, hands, window):
    # then
    assert with_icons(bar) == ["首页", "保存", "撤销", "重做", "预览"]
    assert hands.find("step_openLastYear", QPushButton).text() == "① 打开去年"
    assert window.width() <= 1920
    for button in bar.findChildren(QToolButton):
        assert button.width() >= button.sizeHint().width() or not button.isVisible()


@pytest.mark.parametrize("window", [(1366, 150), (1366, 200)], indirect=True)
def test_where_the_steps_need_the_room_the_tools_are_words_alone(bar, window):
    # then
    assert with_icons(bar) == []
    assert window.width() == ROOM.width()
    assert window.minimumSizeHint().width() <= ROOM.width()


@pytest.mark.parametrize("window", [(1366, 100)], indirect=True)
def test_icons_come_and_go_with_the_room(bar, window):
    # when
    shown = []
    for width in (1366, 1000, 1366):
        window.resize(width, 728)
        QApplication.processEvents()
        shown.append(bool(with_icons(bar)))

    # then
    assert shown == [True, False, True]


@pytest.mark.parametrize("window", [(1366, 100)], indirect=True)
def test_no_icon_stands_alone(bar, window):
    # then
    buttons = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    pictured = [one for one in buttons if not one.icon().isNull()]
    assert pictured
    assert [one.objectName() for one in pictured if not one.text()] == []


@pytest.mark.parametrize("scale", [100, 125, 150, 175, 200])
def test_on_the_first_page_every_choice_has_room_for_its_words(window_on, qtbot, tmp_path, scale):
    # given: three choices beside each other
    path = tmp_path / "柳河镇.nianbao"
    path.write_bytes(b"")
    recent.remember(recent.RecentReport(str(path), "清溪县柳河镇人民政府", 2025, "还没填完", state=DRAFT))

    # when
    window = window_on(ROOM, Settings(scale=scale))
    hands = Hands(window, qtbot)
    choices = [hands.find(name, QPushButton) for name in ("homeContinue", "homeLastYear", "homeNew")]

    # then
    assert window.minimumSizeHint().width() <= ROOM.width()
    for one in choices:
        words = one.fontMetrics().horizontalAdvance(one.text().replace("&", ""))
        icon = one.fontMetrics().height() + 4 if one.property("pictured") else 0
        assert words + icon + 4 <= one.width()
    assert {one.property("pictured") for one in choices} == {scale <= 150}
