"""Figures in all writings: read where they are certain, blank with a note where they are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import numbers
from core.importers.document import GridCell
from core.importers.recognise import figures, fit
from core.template import Cell, built_in

CELLS = built_in().get("national-2021").cells
COUNT = CELLS["applications.new.natural"]
AMOUNT = CELLS["disclosure.fees.amount"]
FREE_AMOUNT = built_in().get("national-2019").cells["disclosure.procurement.amount"]
CHANGE = built_in().get("national-2019").cells["disclosure.permits.change"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", "3"), ("０", "0"), ("１２", "12"), ("1,234", "1234"), ("1，234", "1234"), ("3.0", "3"), ("0件", "0"),
        ("3 件", "3"), ("十二", "12"), ("1\u200b2", "12"), ("\ufeff7", "7"),
    ],
)  # fmt: skip
def test_a_certain_count_is_read_and_noted_where_it_was_changed(text, value):
    found = figures.understand(text, COUNT)

    assert (found.value, found.doubtful) == (value, False)
    assert bool(found.note) == (text != value)


@pytest.mark.parametrize(
    "text",
    ["约 12", "12左右", "/", "—", "——", "无", "没有", "#REF!", "#DIV/0!", "NaN", "1e400", "9" * 31, "12-15", "见附件",
     "\u202e21"],
)  # fmt: skip
def test_what_is_no_certain_number_stays_blank_and_is_noted(text):
    found = figures.understand(text, COUNT)

    assert found.value == ""
    assert "留空" in found.note or "空白" in found.note


@pytest.mark.parametrize("text", ["-3", "1.5", "123456789"])
def test_a_number_that_cannot_be_a_count_is_kept_and_doubted(text):
    found = figures.understand(text, COUNT)

    assert (found.value, found.doubtful) == (text, True)
    assert "99,999,999" in found.note


@pytest.mark.parametrize(
    ("text", "cell", "value", "doubtful"),
    [
        ("12.5万元", AMOUNT, "12.5", False),
        ("3600元", AMOUNT, "3600元", True),
        ("251000元", FREE_AMOUNT, "251000元", False),
        ("8040", FREE_AMOUNT, "8040", False),
        ("3 条", COUNT, "3", True),
        ("+2", CHANGE, "2", False),
        ("-1", CHANGE, "-1", False),
    ],
)
def test_units_and_signs_are_read_as_the_form_wants_them(text: str, cell: Cell, value, doubtful):
    found = figures.understand(text, cell)

    assert (found.value, found.doubtful) == (value, doubtful)


@given(st.text(max_size=30))
def test_no_text_becomes_another_number_in_silence(text):
    found = figures.understand(text, COUNT)

    if found.value and not found.note:
        assert numbers.read(found.value) == numbers.read(text)
    if not found.value:
        assert found.note


@given(st.integers(0, 99_999_999))
def test_every_count_is_itself_in_every_writing(number):
    wide = str(number).translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)})

    for text in (str(number), f"{number:,}", wide, f" {number} ", f"{number}件"):
        assert figures.understand(text, COUNT).value == str(number)


def cells(*texts: str) -> list[GridCell]:
    return [GridCell(text) for text in texts]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("件", "3"), ("件", "3")),
        (("3", "件"), ("件", "3")),
        (("", "3"), ("", "3")),
        (("件", ""), ("件", None)),
        (("", ""), ("", None)),
        (("", "无"), ("", "无")),
        (("件", "3", "", "", ""), ("件", "3")),
    ],
)
def test_unit_and_figure_are_told_apart(texts, expected):
    found = fit.to_list(cells(*texts), frozenset({"件"}))

    assert found is not None
    assert (found.unit, found.figure.text if found.figure else None) == expected


@pytest.mark.parametrize("texts", [("3", "4"), ("件", "3", "4", "5"), ("件", "3", "4")])
def test_more_figures_than_a_list_has_are_refused(texts):
    assert fit.to_list(cells(*texts), frozenset({"件"})) is None
