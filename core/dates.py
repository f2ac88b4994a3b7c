"""Years and days as they stand in Chinese texts, in figures or Chinese numerals, read in one place.

2025年1月12日 · 2025-01-12 · 2025.1.12 · 2025/1/12 · ２０２５年１月１２日 · 二〇二五年一月十二日, with spaces between.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from core import numbers

ZEROS = "〇零○◯ＯOo0０"
_FIGURES = "0-9０-９"
_CHINESE = "一二三四五六七八九"
_VALUES = {char: str(value) for value, char in enumerate(_CHINESE, 1)} | dict.fromkeys(ZEROS, "0")
FIRST_YEAR, LAST_YEAR = 1900, 2099  # nobody reports on others, or speaks of them

IN_FIGURES = r"(?:19|20)\d{2}"  # such a year, for a pattern: in figures
IN_CHINESE = rf"[一二][零〇○◯Ｏ九][零〇○◯Ｏ{_CHINESE}]{{2}}"  # and in Chinese

_DIGIT = rf"[{_FIGURES}{_CHINESE}{ZEROS}]"
_NUMBER = rf"(?:[{_FIGURES}]{{1,2}}(?![{_FIGURES}])|元|[{_CHINESE}十]{{1,3}}(?![{_CHINESE}十]))"
_GAP = r"\s{0,8}"
_SIGN = r"[-－–—./．／]"
_YEAR = rf"(?<![{_FIGURES}第])(?P<year>[12１２一二]{_DIGIT}{{3}})(?!{_DIGIT})"
_WITH_NIAN = rf"{_GAP}年(?:{_GAP}(?P<month>{_NUMBER}){_GAP}月(?:份?{_GAP}(?P<day>{_NUMBER}){_GAP}[日号])?)?"
_WITH_SIGNS = rf"{_GAP}(?P<sign>{_SIGN}){_GAP}(?P<m>{_NUMBER}){_GAP}(?P=sign){_GAP}(?P<d>{_NUMBER})(?!(?P=sign)\d(?!\d{{3}}))日?"
_ANYWHERE = re.compile(rf"{_YEAR}(?:{_WITH_NIAN}|{_WITH_SIGNS})")
# A line that is nothing but a date may be short of figures, have signs of two kinds, and places still to fill in.
_OPEN = r"[\s_＿×xXｘ＊*…]{0,8}"
_LINE = re.compile(
    rf"(?P<year>[12１２一二]{_DIGIT}{{3}}|{_DIGIT}{{2}}(?={_GAP}年{_GAP}{_NUMBER}{_GAP}月))"
    rf"{_GAP}(?:年{_OPEN}月{_OPEN}日?|(?:年|{_SIGN}){_GAP}(?P<month>{_NUMBER}){_GAP}"
    rf"(?:月份?|月{_OPEN}日|(?:月|{_SIGN}){_GAP}(?P<day>{_NUMBER}){_GAP}[日号]?)?|年)"
)
_FIRST_FIGURES = re.compile(rf"(?<![{_FIGURES}第])[12１２一二]{_DIGIT}{{3}}(?!{_DIGIT})")
_LONGEST = 80  # characters of a date, with all the blanks that may be in it
_BRACKETS = re.compile(r"[（(\[【]\s*(.*?)\s*[）)\]】]")


@dataclass(frozen=True, slots=True)
class Written:
    """A year, or a month or a day of it, as it stands in a text from `start` up to `end`; the year takes four characters.

    `month` and `day` are None where they are not written; so they are where somebody left a place for them.
    """

    start: int
    end: int
    year: int
    month: int | None = None
    day: int | None = None

    def whole(self) -> datetime.date | None:
        """Return the day; None where it is none of the calendar, or not all of it is there."""
        if self.month is None or self.day is None:
            return None
        try:
            return datetime.date(self.year, self.month, self.day)
        except ValueError:
            return None


def find(text: str) -> Iterator[Written]:
    """Yield the years with their 年, and the days, that stand in a text; 第2023年 is no year, and 13月 no month of one."""
    for match in _ANYWHERE.finditer(text):
        year = year_of(match["year"])
        month, day = match["month"] or match["m"], match["day"] or match["d"]
        if year is None:
            continue
        if _fits(month, 12) and _fits(day, 31):
            yield Written(*match.span(), year, _number(month), _number(day))
        elif not match["sign"]:
            yield Written(match.start(), text.index("年", match.end("year")) + 1, year)


def read(text: str) -> Written | None:
    """Return the date that a line is and nothing else, in brackets or not; None where it is anything else.

    Here 2025年1月, 2025年 and 25年1月12日 count too, and 2025年 月 日 whose places are still to be filled in.
    """
    plain = text.strip()
    begin = text.index(plain)
    bracketed = _BRACKETS.fullmatch(plain)
    inner = bracketed[1] if bracketed else plain
    match = _LINE.fullmatch(inner)
    year = year_of(match["year"]) if match else None
    if match is None or year is None or not _fits(match["month"], 12) or not _fits(match["day"], 31):
        return None
    return Written(begin, begin + len(plain), year, _number(match["month"]), _number(match["day"]))


def ending(text: str) -> Written | None:
    """Return the date that a line ends with, read as one alone: it may be short of a sign; None where there is none."""
    for match in _FIRST_FIGURES.finditer(text, max(0, len(text) - _LONGEST)):
        found = read(text[match.start() :])
        if found:
            return replace(found, start=match.start(), end=match.start() + found.end)
    return None


def is_year(value: int) -> bool:
    """Return whether a number may be a year that somebody speaks of."""
    return FIRST_YEAR <= value <= LAST_YEAR


def in_writing(year: int, like: str) -> str:
    """Return a year of four digits as one like it is written: in figures of one width or the other, or in Chinese."""
    zero = next((char for char in like if char in ZEROS), "〇")
    return "".join(_digit(int(digit), char, zero) for digit, char in zip(f"{year:04}", like, strict=True))


def _digit(value: int, like: str, zero: str) -> str:
    if like in "0123456789":
        return str(value)
    if "０" <= like <= "９":
        return chr(ord("０") + value)
    return _CHINESE[value - 1] if value else zero


def year_of(text: str) -> int | None:
    """Return the year that four digits in any writing are, or two of this century; None where nobody speaks of it."""
    digits = "".join(_VALUES.get(char, char) for char in text)
    value = int(digits) if digits.isdecimal() else 0
    value += 2000 if len(text) == 2 else 0
    return value if is_year(value) else None


def _number(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if text.isdecimal() else 1 if text == "元" else numbers.from_chinese(text)


def _fits(text: str | None, most: int) -> bool:
    number = _number(text)
    return text is None or (number is not None and 1 <= number <= most)
