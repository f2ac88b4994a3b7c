"""Where the keys are is seen: a frame that grows with the interface, a ring in the primary button, grey words elsewhere."""

from itertools import groupby

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from core.report import Paragraph
from gui import theme
from gui.panes.prose.sheet import Sheet
from gui.theme import Theme
from gui.widgets.style_properties import set_style_properties

SIZES = ((100, 2), (150, 3), (200, 4))
LOOKS = [(name, scale, wide) for name in theme.names() for scale, wide in SIZES]


def _light(colour: QColor) -> float:
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((_light(QColor(one)), _light(QColor(other))))
    return (high + 0.05) / (low + 0.05)


def stripes(widget: QWidget, *, down: bool = False) -> list[tuple[str, int]]:
    """Return the colours at the left edge of a widget as painted, at half its height, and how wide each is."""
    picture = widget.grab().toImage()
    if down:
        at = [picture.pixelColor(picture.width() // 2, y) for y in range(8)]
    else:
        at = [picture.pixelColor(x, picture.height() // 2) for x in range(8)]
    return [(name, len(list(same))) for name, same in groupby(colour.name() for colour in at)]


@pytest.fixture
def shown(undressed, qtbot):
    """A function that shows a widget beside a field which has the keys, in a look; it returns both and the theme."""
    held = []

    def show(widget: QWidget, name: str, scale: int) -> tuple[QWidget, QLineEdit, Theme]:
        look = Theme.load(name)
        theme.apply(undressed, look, scale=scale)
        top, other = QWidget(), QLineEdit()
        qtbot.addWidget(top)
        held.append(top)
        layout = QHBoxLayout(top)
        layout.addWidget(widget)
        layout.addWidget(other)
        top.show()
        top.activateWindow()
        qtbot.waitUntil(top.isActiveWindow)
        other.setFocus()
        return widget, other, look

    return show


@pytest.mark.parametrize("kind", [QPushButton, QLineEdit, QPlainTextEdit, QListWidget])
@pytest.mark.parametrize(("name", "scale", "wide"), LOOKS)
def test_the_frame_of_what_has_the_keys_grows_with_the_interface_and_moves_nothing(
    shown, name, scale, wide, kind
):
    # given
    widget, _, look = shown(kind(), name, scale)
    before = widget.sizeHint()

    # when
    widget.setFocus()

    # then
    assert stripes(widget)[0] == (look.colours["accent"], wide)
    widget.updateGeometry()
    assert widget.sizeHint() == before


@pytest.mark.parametrize(("name", "scale", "wide"), LOOKS)
@pytest.mark.parametrize("down", [False, True])
def test_the_primary_button_with_the_keys_has_a_ring_that_stands_out_from_both_sides(
    shown, name, scale, wide, down
):
    # given
    button = QPushButton("打开")
    button.setProperty("primary", True)
    button, _, look = shown(button, name, scale)
    before, hint = stripes(button, down=down), button.sizeHint()

    # when
    button.setFocus()

    # then: the edge, the ring, and the ground of the words again
    (edge, _), (ring, ring_wide), (ground, _) = stripes(button, down=down)[:3]
    assert edge == ground == look.colours["accent"]
    assert ring_wide == min(wide, 3) >= 2
    assert contrast(ring, edge) >= 3
    assert contrast(ring, ground) >= 3
    assert ring not in [colour for colour, _ in before]
    button.updateGeometry()
    assert button.sizeHint() == hint


@pytest.mark.parametrize("signal", ["warning", "error"])
@pytest.mark.parametrize(("name", "scale", "wide"), LOOKS)
def test_a_field_in_which_something_is_found_shows_that_it_has_the_keys(shown, name, scale, wide, signal):
    # given
    field = QLineEdit("标题")
    field, other, look = shown(field, name, scale)
    plain = field.sizeHint()
    set_style_properties(field, signal=signal)
    assert stripes(field)[0][0] == look.colours[signal]

    # when
    field.setFocus()

    # then
    assert stripes(field)[0] == (look.colours["accent"], wide)
    assert field.sizeHint() == plain

    # when
    other.setFocus()

    # then
    assert stripes(field)[0][0] == look.colours[signal]


@pytest.mark.parametrize("name", theme.names())
def test_the_sheet_has_a_frame_with_the_keys_and_grey_chosen_words_without(shown, name, report, make_session):
    # given
    report.section("overview").paragraphs = [Paragraph(text="全年公开信息12条，群众满意。")]
    sheet = Sheet(make_session(report), Theme.load(name))
    sheet, other, look = shown(sheet, name, 200)
    sheet.show_section("overview")
    sheet.setFocus()
    sheet.selectAll()
    QApplication.processEvents()

    # then
    assert stripes(sheet)[0] == (look.colours["accent"], 4)
    assert {"accent"} == grounds(sheet, look)

    # when
    other.setFocus()
    QApplication.processEvents()

    # then
    assert stripes(sheet)[0] == (look.colours["line"], 1)
    assert {"quiet_text"} == grounds(sheet, look)
    assert contrast(look.colours["quiet_text"], look.colours["cross"]) >= 3


def grounds(sheet: Sheet, look: Theme) -> set[str]:
    """Return which of the two grounds of chosen words are painted."""
    picture = sheet.viewport().grab().toImage()
    found = {
        picture.pixelColor(x, y).name()
        for x in range(40, picture.width() - 40, 2)
        for y in range(0, min(picture.height(), 400), 2)
    }
    return {role for role in ("accent", "quiet_text") if look.colours[role] in found}
