"""Themes: the same roles in each, and everything that is written can be read."""

import pytest
from PySide6.QtGui import QColor

from gui import theme
from gui.theme import Theme

GROUNDS = (
    "window",
    "panel",
    "sheet",
    "input_cell",
    "computed_cell",
    "head_cell",
    "cross",
    "selection",
    "hover",
)
WRITTEN = ("text", "sheet_text", "quiet_text")
SIGNALS = ("error", "warning", "ok", "accent")


def _light(colour: QColor) -> float:
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", theme.names())
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("writing", [*WRITTEN, *SIGNALS])
def test_what_is_written_can_be_read_on_every_ground(name, ground, writing):
    look = Theme.load(name)

    assert _contrast(look.colour(writing), look.colour(ground)) >= 4.5


@pytest.mark.parametrize("name", theme.names())
def test_words_on_the_accent_and_on_a_selection_can_be_read(name):
    look = Theme.load(name)

    assert _contrast(look.colour("accent_text"), look.colour("accent")) >= 4.5
    assert _contrast(look.colour("selection_text"), look.colour("selection")) >= 4.5


@pytest.mark.parametrize("name", theme.names())
def test_the_bars_of_a_paragraph_stand_out_from_the_sheet(name):
    look = Theme.load(name)

    assert _contrast(look.colour("carried"), look.colour("sheet")) >= 2
    assert _contrast(look.colour("changed"), look.colour("sheet")) >= 3


def test_all_themes_know_the_same_roles():
    roles = {name: set(Theme.load(name).colours) for name in theme.names()}

    assert theme.names()[0] == "light"
    assert all(known == roles["light"] for known in roles.values())


def test_an_unknown_theme_is_refused():
    with pytest.raises(ValueError, match="sepia"):
        Theme.load("sepia")


def test_a_theme_dresses_the_program(qapp):
    before = (qapp.styleSheet(), qapp.palette(), qapp.font())

    theme.apply(qapp, Theme.load("dark"), scale=150)

    assert "$" not in qapp.styleSheet()
    assert qapp.palette().window().color() == Theme.load("dark").colour("window")
    assert qapp.font().pointSizeF() == pytest.approx(15.75)
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])
    qapp.setFont(before[2])
