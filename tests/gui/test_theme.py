"""Themes: the same roles in each, and everything that is written or drawn can be told from its ground."""

import re
from itertools import product

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QTextEdit,
)

from core.settings import Settings
from gui import theme
from gui.help_pages import pages
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
    "linked",
)
WRITTEN = ("text", "sheet_text", "quiet_text", "error", "warning", "ok", "accent")
ON_GROUNDS = [
    *product(WRITTEN, GROUNDS),
    ("accent_text", "accent"),
    ("accent_text", "quiet_text"),
    ("selection_text", "selection"),
    ("selection_text", "cross"),
    ("text", "linked"),
    ("sheet_text", "linked"),
    *product(("disabled_text",), ("window", "panel", "input_cell")),
]
# What is no writing but must be seen: bars of paragraphs and cells, frames of fields and buttons, of findings, of focus.
SEEN = [
    *product(("carried", "changed"), ("sheet", "input_cell", "cross")),
    *product(("frame",), ("window", "panel", "input_cell")),
    *product(("error", "warning", "accent"), GROUNDS),
]


def _light(colour: QColor) -> float:
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


def _too_weak(look: Theme, pairs: list[tuple[str, str]], least: float) -> dict[tuple[str, str], float]:
    found = {pair: round(_contrast(look.colour(pair[0]), look.colour(pair[1])), 2) for pair in pairs}
    return {pair: contrast for pair, contrast in found.items() if contrast < least}


@pytest.mark.parametrize("name", theme.names())
def test_what_is_written_can_be_read_on_every_ground(name):
    assert _too_weak(Theme.load(name), ON_GROUNDS, 4.5) == {}


@pytest.mark.parametrize("name", theme.names())
def test_frames_and_bars_stand_out_from_what_is_around_them(name):
    assert _too_weak(Theme.load(name), SEEN, 3) == {}


@pytest.mark.parametrize("name", theme.names())
def test_what_cannot_be_chosen_is_quieter_than_what_can(name):
    assert _too_weak(Theme.load(name), [("text", "disabled_text")], 2) == {}


def test_high_contrast_is_stronger_than_the_others_need_to_be():
    # given
    look = Theme.load("contrast")

    # then
    assert _too_weak(look, list(product(WRITTEN, GROUNDS)), 7) == {}
    assert (
        _too_weak(look, [("line", ground) for ground in ("window", "panel", "sheet", "head_cell")], 4.5) == {}
    )


def test_a_tested_pair_is_found_weak_where_it_is_weak():
    assert _contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


def test_all_themes_know_the_same_roles():
    roles = {name: set(Theme.load(name).colours) for name in theme.names()}

    assert theme.names()[0] == "light"
    assert set(roles) == {"light", "dark", "contrast"}
    assert all(known == roles["light"] for known in roles.values())


def test_every_role_is_tested_against_its_ground():
    # given: lines part things that are told apart by their place as well
    tested = {role for pair in [*ON_GROUNDS, *SEEN] for role in pair}

    # then
    assert set(Theme.load("light").colours) - tested == {"line"}


@pytest.mark.parametrize("name", theme.names())
def test_the_colours_that_the_manual_names_are_those_of_every_look(name):
    # given
    look = Theme.load(name)
    said = "".join(page.text for page in pages())

    # then: bars are yellow and blue in each; "黑底" is the name of one look; no cell and no frame is named by a colour
    assert set(re.findall("[红橙黄绿蓝紫灰白黑][条格框底色]", said)) <= {"黄条", "蓝条", "黑底"}
    assert 40 <= look.colour("carried").hue() <= 60
    assert 195 <= look.colour("changed").hue() <= 220


def test_an_unknown_theme_is_refused():
    with pytest.raises(ValueError, match="sepia"):
        Theme.load("sepia")


def test_a_theme_dresses_the_program(undressed: QApplication):
    # when
    theme.apply(undressed, Theme.load("dark"), scale=150)

    # then
    assert "$" not in undressed.styleSheet()
    assert undressed.palette().window().color() == Theme.load("dark").colour("window")
    assert undressed.font().pointSizeF() == pytest.approx(15.75)


def test_the_options_name_theme_and_sizes(undressed: QApplication):
    # when
    look = theme.dress(Settings(theme="contrast", scale=200, page_scale=150))

    # then
    assert look.id == "contrast"
    assert undressed.font().pointSizeF() == pytest.approx(21)
    assert theme.page_points() == pytest.approx(42)
    assert theme.scaled(120) == 240


def test_words_on_the_sheet_are_a_third_larger_where_nothing_was_chosen(undressed: QApplication):
    # when
    theme.apply(undressed, Theme.load("light"))

    # then
    assert theme.page_points() == pytest.approx(14)


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QTextEdit, QComboBox])
@pytest.mark.parametrize("name", theme.names())
def test_words_in_a_field_that_is_still_empty_can_be_read_as_they_are_painted(
    undressed: QApplication, qtbot, name, kind
):
    # given: letters broad enough to be painted in their full colour
    look = Theme.load(name)
    theme.apply(undressed, look, scale=200)
    field = kind()
    qtbot.addWidget(field)
    if isinstance(field, QComboBox):
        field.setEditable(True)
        field.lineEdit().setPlaceholderText("■■■")
    else:
        field.setPlaceholderText("■■■")
    field.resize(300, 100)

    # when
    picture = field.grab(field.rect().adjusted(8, 8, -60, -8)).toImage()

    # then
    places = product(range(picture.width()), range(picture.height()))
    painted = {picture.pixelColor(x, y).name() for x, y in places}
    ground = look.colour("sheet" if kind in (QPlainTextEdit, QTextEdit) else "input_cell")
    words = max(map(QColor, painted), key=lambda one: _contrast(one, ground))
    assert _contrast(words, ground) >= 4.5
    assert words == look.colour("quiet_text")


def _parts(box: QCheckBox | QRadioButton, element: QStyle.SubElement) -> dict[str, int]:
    """Return how often each colour stands in a part of a box as it is painted."""
    option = QStyleOptionButton()
    box.initStyleOption(option)
    picture = box.grab(box.style().subElementRect(element, option, box)).toImage()
    found: dict[str, int] = {}
    for x, y in product(range(picture.width()), range(picture.height())):
        name = picture.pixelColor(x, y).name()
        found[name] = found.get(name, 0) + 1
    return found


def _seen(parts: dict[str, int], ground: QColor) -> int:
    """Return how many points stand out from a ground."""
    return sum(count for name, count in parts.items() if _contrast(QColor(name), ground) > 1.3)


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
@pytest.mark.parametrize("name", theme.names())
def test_a_box_that_cannot_be_ticked_looks_like_none_that_can(undressed, qtbot, name, kind):
    # given: letters broad enough to be painted in their full colour
    look = Theme.load(name)
    theme.apply(undressed, look, scale=200)
    boxes = [kind("■■■") for _ in range(2)]
    for box in boxes:
        qtbot.addWidget(box)
        box.adjustSize()
    sign, words = (
        (QStyle.SubElement.SE_CheckBoxIndicator, QStyle.SubElement.SE_CheckBoxContents)
        if kind is QCheckBox
        else (QStyle.SubElement.SE_RadioButtonIndicator, QStyle.SubElement.SE_RadioButtonContents)
    )

    # when
    boxes[1].setEnabled(False)

    # then: other words, and a frame that is broken
    assert look.colour("text").name() in _parts(boxes[0], words)
    assert look.colour("text").name() not in _parts(boxes[1], words)
    assert look.colour("disabled_text").name() in _parts(boxes[1], words)
    whole, broken = (_seen(_parts(box, sign), look.colour("window")) for box in boxes)
    assert 0 < broken < whole * 0.8
