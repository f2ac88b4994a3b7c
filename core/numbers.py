"""What is typed into a cell, understood in one place: blank is not 0, and text is not a number.

Also the Chinese numerals of headings and dates.
"""

import re
from decimal import Decimal
from functools import lru_cache

_PLAIN = re.compile(r"[+-]?\d{1,15}(\.\d{1,6})?")
_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3}){1,4}(\.\d{1,6})?")
_MINUS = str.maketrans("−﹣–", "---")  # signs that are no hyphen for Unicode
_MONEY = re.compile(
    r"(?:人民币|约)?(?P<number>\d{1,12}(?:,\d{3}){0,3}(?:\.\d{1,6})?)\s?(?P<unit>万元|万|元|块)整?"
)
_BLANKS = "\u200b\ufeff"  # of no width, and no white space for Python
# What clerks type for ASCII: the full-width forms, the wide and the no-break space, small signs of Chinese fonts.
# A sign that holds a number of its own ("①", "²", "⑴", "⒈", "㈠") is a mark of a footnote or a list, and no digit.
_NARROW = (
    {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
    | dict.fromkeys((0x3000, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F), " ")
    | str.maketrans("﹐﹒﹢﹣﹪", ",.+-%")
)
_DIGITS = "零一二三四五六七八九"
_DIGIT_OF = {**{char: value for value, char in enumerate(_DIGITS)}, "〇": 0, "○": 0, "Ｏ": 0, "两": 2}
_SCALE_OF = {"十": 10, "百": 100, "千": 1000, "万": 10000}


def clean(text: str) -> str:
    """Return the text with full-width characters halved and all white space at the ends gone."""
    return text.translate(_NARROW).strip().strip(_BLANKS).strip()


def is_blank(text: str) -> bool:
    """Return whether nothing but white space stands there."""
    return not text or (not text.isdecimal() and not clean(text))


@lru_cache(maxsize=1024)  # the few hundred figures of a report are read by each of its sums
def read(text: str) -> Decimal | None:
    """Return the number that the text is, or None where it is blank or no plain number.

    "1,234", "１２" and "+2" are numbers; "/", "—", "无", "约12", "12①", "3²", "1e5" and "NaN" are not.
    """
    plain = clean(text).replace("，", ",").translate(_MINUS)
    if _PLAIN.fullmatch(plain) or _GROUPED.fullmatch(plain):
        return Decimal(plain.replace(",", ""))
    return None


def money(text: str) -> tuple[Decimal, bool] | None:
    """Return the amount written with its unit, and whether that is 万元; None where no unit stands there."""
    match = _MONEY.fullmatch(clean(text).replace("，", ","))
    if match is None:
        return None
    return Decimal(match["number"].replace(",", "")), match["unit"].startswith("万")


@lru_cache(maxsize=1024)
def is_count(text: str) -> bool:
    """Return whether the text is a whole number of at least 0."""
    number = read(text)
    return number is not None and number >= 0 and number == number.to_integral_value()


def plain(number: Decimal | int) -> str:
    """Return the number as it is written in a cell: no exponent, no grouping, no useless zeros."""
    text = format(Decimal(number), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def canonical(text: str) -> str:
    """Return a number in its plain writing, anything else cleaned of white space at the ends."""
    number = read(text)
    return clean(text) if number is None else plain(number)


def from_chinese(text: str) -> int | None:
    """Return the value of a Chinese numeral ("十二", "二〇一六", "一百零五"), or None."""
    if not text or any(char not in _DIGIT_OF and char not in _SCALE_OF for char in text):
        return None
    if not any(char in _SCALE_OF for char in text):
        return int("".join(str(_DIGIT_OF[char]) for char in text))
    total = section = digit = 0
    for char in text:
        if char in _DIGIT_OF:
            digit = _DIGIT_OF[char]
        elif char == "万":
            total, section, digit = (total + section + digit) * 10000, 0, 0
        else:
            section += (digit or 1) * _SCALE_OF[char]
            digit = 0
    return total + section + digit


def to_chinese(value: int) -> str:
    """Return the Chinese numeral of 1 to 99, as headings are numbered ("十二")."""
    tens, ones = divmod(value, 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + ("" if not ones else _DIGITS[ones])
