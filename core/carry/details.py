"""What in a sentence changes from year to year: figures, years, dates, names, telephone and document numbers."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from core import dates, web_addresses
from core.carry.names import names
from core.numbering import bare

DetailKind = Literal["年份", "日期", "数字", "人名", "电话", "邮编", "文号"]

_CHINESE = dates.ZEROS + "一二三四五六七八九十百千两"
_UNITS = r"[个件条次人名篇期场份户项类处家天起批册张台套所支例村页版]|万|余|多|%|％|亿|元|公里|平方|小时|分钟"
# Earlier patterns take their words first; the group `words`, where there is one, is what is pointed at.
_PATTERNS: tuple[tuple[DetailKind, re.Pattern[str]], ...] = (
    (
        "电话",
        re.compile(
            r"(?<![\d.])0\d{2,3}[-—－ ]{0,2}\d{7,8}(?!\d)|[（(]0\d{2,3}[）)]\s?\d{7,8}(?!\d)|"
            r"(?<![\d.])1[3-9]\d(?P<gap>[- ]?)\d{4}(?P=gap)\d{4}(?!\d)|"
            r"(?:电话|热线|传真|拨打)[^，。；\d]{0,10}(?P<words>\d[\d-]{4,12})"
        ),
    ),
    ("邮编", re.compile(r"(?:邮编|邮政编码)[^，。；\d]{0,4}(?P<words>\d+)")),
    ("文号", re.compile(rf"[〔\[［（(]{dates.IN_FIGURES}[〕\]］）)]\s?第?\d{{1,4}}号")),
    (
        "日期",
        re.compile(
            rf"(?:{dates.IN_FIGURES}\s?年\s?)?\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?日|份|底|初|末)?|"
            r"(?<![\d.])20\d{2}(?P<sign>[./-])\d{1,2}(?P=sign)\d{1,2}(?![\d.])|"
            rf"二[{dates.ZEROS}][{_CHINESE}]{{2}}年[{_CHINESE}]{{1,3}}月(?:[{_CHINESE}]{{1,3}}日)?"
        ),
    ),
    (
        "年份",
        re.compile(
            rf"(?<!\d){dates.IN_FIGURES}\s?(?:[-—–~～至到]{{1,2}}\s?{dates.IN_FIGURES}\s?)?年度?|"
            rf"二[{dates.ZEROS}][{_CHINESE}]{{2}}年度?"
        ),
    ),
    (
        "数字",
        re.compile(
            rf"(?<![\dA-Za-z.])\d[\d,，]*(?:\.\d+)?\s?[%％‰]?|"
            rf"百分之[{_CHINESE}]+(?:点[{_CHINESE}]+)?|"
            rf"(?:[二两三四五六七八九十百千]|一[十百千])[{_CHINESE}]*(?={_UNITS})"
        ),
    ),
)
_LIST_NUMBER = re.compile(r"[（(]\d{1,2}[）)]")
_ADDRESS = re.compile(web_addresses.PATTERN)
_BEHIND_ADDRESS = re.compile("[,;]")  # the sentence may go on there, with figures that count


@dataclass(frozen=True, slots=True)
class Detail:
    """Words of a text that may be another the next year: what they are, and their span."""

    kind: DetailKind
    start: int
    end: int
    words: str


def called(detail: Detail) -> str:
    """Return the words of a detail; of a telephone number or a postcode also what it is."""
    return f"{detail.kind} {detail.words}" if detail.kind in ("电话", "邮编") else detail.words


def details(text: str) -> list[Detail]:
    """Return what in a text may change from year to year, in order.

    The number of the paragraph itself is none, nor are figures in a mail or web address.
    """
    return list(details_of(text))


@lru_cache(maxsize=1024)  # the words of last year and of now are asked for again and again
def details_of(text: str) -> tuple[Detail, ...]:
    """Return the same, read once for each text."""
    begin = len(text) - len(bare(text))
    covered = bytearray(len(text))
    for address in _ADDRESS.finditer(text):
        end = address.start() + len(_BEHIND_ADDRESS.split(address[0])[0])
        covered[address.start() : end] = b"\x01" * (end - address.start())
    taken: list[Detail] = []
    for found in _all(text):
        if found.start >= begin and not any(covered[found.start : found.end]):
            covered[found.start : found.end] = b"\x01" * (found.end - found.start)
            taken.append(found)
    return tuple(sorted(taken, key=lambda one: one.start))


def _all(text: str) -> Iterator[Detail]:
    for kind, pattern in _PATTERNS[:-1]:
        yield from (_detail(kind, match) for match in pattern.finditer(text))
    yield from (Detail("人名", start, start + len(name), name) for start, name in names(text))
    kind, pattern = _PATTERNS[-1]
    for match in pattern.finditer(text):
        if not _LIST_NUMBER.fullmatch(text, max(0, match.start() - 1), match.end() + 1):
            yield _detail(kind, match)


def _detail(kind: DetailKind, match: re.Match[str]) -> Detail:
    group = "words" if match.groupdict().get("words") else 0
    words = match[group].rstrip(" ,，")
    start = match.start(group)
    return Detail(kind, start, start + len(words), words)


def still_there(text: str, before: str) -> list[Detail]:
    """Return what of a text's details stood in an earlier text already, each as often as there."""
    known = Counter((one.kind, one.words) for one in details_of(before))
    found = []
    for one in details_of(text):
        if known[one.kind, one.words]:
            known[one.kind, one.words] -= 1
            found.append(one)
    return found
