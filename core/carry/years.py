"""Years in prose moved on where they mean the report year, and left alone where they name something else.

Left alone: names in 《》, document numbers in 〔〕, dates of a day or month (those are last year's events),
spans such as 2021—2025年. Moved: 2023年, 2023年度, the first and last day of the year, the year to come,
and the year before where it is compared with.
"""

import re

from core import numbers

_YEAR = re.compile(r"(?<![\d第])(?P<digits>(?:19|20)\d{2})(?=年)|(?P<chinese>二[〇零○]\w{2})(?=年)")
_DOTTED = re.compile(r"(?<!\d)(?P<digits>20\d{2})(?=(?P<sign>[./-])0?(?:1(?P=sign)0?1|12(?P=sign)31)(?!\d))")
_NAMES = re.compile(r"《[^《》]{0,200}》|〈[^〈〉]{0,200}〉|[〔\[［][^〕\]］]{0,12}[〕\]］]")
_MONTH = re.compile(r"年\s*\d{1,2}\s*月")
_WHOLE_YEAR = re.compile(
    r"年\s*(?:0?1\s*月\s*0?1\s*日|12\s*月\s*(?:31|底|末|份?底)|0?1\s*月?份?\s*[至到\-—–~～－]+\s*12\s*月)"
)
_COMPARED = re.compile(r"[比较与同]$")
_IN_SPAN = re.compile(r"\d{4}\s*年?\s*[-—–~～－至到]\s*$")
_TO_SPAN = re.compile(r"年?\s*[-—–~～－至到]\s*\d{4}\s*年(?!\s*12\s*月)")


def roll(text: str, year: int, shift: int) -> str:
    """Return the text of a report on `year` as it reads in the report `shift` years later."""
    names = [match.span() for match in _NAMES.finditer(text)]

    def moved(match: re.Match[str]) -> str:
        found = match.group()
        if any(start <= match.start() < end for start, end in names):
            return found
        value = int(found) if match.groupdict().get("digits") else numbers.from_chinese(found)
        if value is None or not _means_report(text, match, value - year):
            return found
        return str(value + shift) if found.isascii() else _chinese_year(value + shift, found)

    return _DOTTED.sub(moved, _YEAR.sub(moved, text)) if shift else text


def _means_report(text: str, match: re.Match[str], distance: int) -> bool:
    """Return whether a year that many years after the report year is one that moves on with the report."""
    before, after = text[max(0, match.start() - 8) : match.start()], text[match.end() : match.end() + 16]
    if _IN_SPAN.search(before) or _TO_SPAN.match(after):
        return False
    if _MONTH.match(after) and not _WHOLE_YEAR.match(after):
        return False
    return distance in (0, 1) or (distance == -1 and _COMPARED.search(before) is not None)


def _chinese_year(value: int, like: str) -> str:
    zero = next((char for char in like if char in "〇零○"), "〇")
    return "".join(zero if digit == "0" else numbers.to_chinese(int(digit)) for digit in str(value))
