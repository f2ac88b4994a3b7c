"""What is typed into a cell is understood in one place."""

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("1,234", "1234"),
        ("１２", "12"),
        ("1，234", "1234"),
        (" 3.50 ", "3.5"),
        ("\u3000756\u3000\u3000", "756"),
        ("+2", "2"),
        ("-1", "-1"),
    ],
)
def test_a_number_is_read_however_it_is_written(text, value):
    assert numbers.read(text) == Decimal(value)
    assert numbers.canonical(text) == value


@pytest.mark.parametrize(
    "text", ["", " ", "\u3000", "/", "—", "无", "约12", "十二", "1e5", "NaN", "1,23", "12件"]
)
def test_what_is_no_number_is_never_taken_for_one(text):
    assert numbers.read(text) is None


@pytest.mark.parametrize("mark", "①²⑴㈠⒈⒓¹½⓪❶➀㊀⑳")
def test_the_mark_of_a_footnote_or_a_list_is_no_digit(mark):
    for text in (mark, f"12{mark}", f"{mark}12", f"1{mark}2", f"１２{mark}"):
        assert numbers.read(text) is None
        assert not numbers.is_count(text)
        assert not numbers.is_blank(text)
        assert mark in numbers.canonical(text)


def test_no_sign_with_a_number_of_its_own_is_a_digit():
    signs = [sign for sign in map(chr, range(0x110000)) if unicodedata.category(sign) == "No"]

    assert len(signs) > 800
    assert [sign for sign in signs if numbers.read(f"1{sign}") is not None] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("１，２３４．５", "1234.5"),
        ("－３", "-3"),
        ("﹣3", "-3"),
        ("﹢3", "3"),
        ("1﹐234", "1234"),
        ("\u20093\u00a0", "3"),
    ],
)
def test_what_clerks_type_for_a_narrow_sign_is_read_as_that(text, value):
    assert numbers.canonical(text) == value


@pytest.mark.parametrize(
    ("text", "count"), [("3", True), ("3.0", True), ("-3", False), ("0.5", False), ("", False)]
)
def test_a_count_is_whole_and_not_negative(text, count):
    assert numbers.is_count(text) is count


def test_blank_is_not_zero():
    assert numbers.is_blank("\u3000 ")
    assert not numbers.is_blank("0")


@given(st.integers(min_value=1, max_value=99))
def test_heading_numerals_go_there_and_back(value):
    assert numbers.from_chinese(numbers.to_chinese(value)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("二〇一六", 2016), ("二零一六", 2016), ("一百零五", 105), ("一万二千", 12000), ("两", 2)],
)
def test_chinese_numerals_are_read(text, value):
    assert numbers.from_chinese(text) == value


@pytest.mark.parametrize("text", ["", "3", "十个"])
def test_other_words_are_no_numeral(text):
    assert numbers.from_chinese(text) is None


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9))
def test_the_plain_writing_of_a_number_reads_as_the_same_number(value):
    assert numbers.read(numbers.plain(value)) == value


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("251000元", ("251000", False)),
        ("25.1万元", ("25.1", True)),
        ("１,200 元整", ("1200", False)),
        ("3600", None),
        ("", None),
    ],
)
def test_an_amount_is_read_with_its_unit(text, amount):
    assert numbers.money(text) == (amount and (Decimal(amount[0]), amount[1]))
