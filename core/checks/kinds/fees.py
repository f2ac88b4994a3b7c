"""Fees told in prose beside the cells that count them: information fees are no administrative charges."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from core import numbers
from core.checks.case import Case, Passage, clipped
from core.checks.entry import Entry, Find, cells_named, kind
from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.model import Finding
from core.checks.reading.figures import plain
from core.report import PREFACE
from core.template import Template

_MONEY = Late(
    r"(?<![\d.])(?P<number>\d{1,3}(?:[,，]\d{3}){1,3}(?:\.\d{1,4})?|\d{1,9}(?:\.\d{1,6})?|[一二两三四五六七八九十百千万零]{1,9})"
    r"(?P<scale>万|百|千)?\s?元(?:整|正)?"
)
_SCALES = {"": 1, "百": 100, "千": 1000, "万": 10000}
_TEN_THOUSAND = Decimal(10000)
_LEAD = 60
_MARKS = "，,；;。：:\n"
_OTHER_YEAR = Late(r"去年|上年|上一年|往年|[较比同]")


class Amount(NamedTuple):
    """An amount of money in 元, with the words that lead up to it."""

    passage: Passage
    start: int
    end: int
    value: Decimal
    lead: str


class FeeEntry(Entry):
    """The fees that a sentence speaks of, by its words, and the cell they are told apart from or told in.

    With `mixed` the two must not be the same amount; else they must be, or be made of it. `unless` makes it
    another fee, `none` says that nothing was charged. In the section `home`, and after a sentence about these
    fees, `charged` is enough.
    """

    cell: str
    words_of: str
    unless: str = ""
    none: str = ""
    mixed: bool = False
    home: str = ""
    charged: str = r"(?!)"


@kind("fees", FeeEntry, "spot quote table cell value", cells=lambda entry: (entry.cell,))
def fees(entry: FeeEntry, template: Template) -> Find:
    """Require that fees in prose and the cell fit: the same amount, or never the same where they are two things."""
    (cell,) = cells_named(template, (entry.cell,))
    words = _Words(
        entry.late(entry.words_of), entry.late(entry.unless or r"(?!)"), entry.late(entry.charged), entry.home
    )
    none = entry.late(entry.none or r"(?!)")

    def find(case: Case) -> Iterator[Finding]:
        value = case.number(cell.id)
        if value is None:
            return
        amounts = list(_amounts(case, words))
        told_so = not entry.mixed and any(_is_same(one.value, value) for one in amounts)
        for amount in () if told_so else amounts:
            if _is_copied(amount.value, value) if entry.mixed else not _is_same(amount.value, value):
                yield _finding(entry, case, amount, value)
        for passage in case.reported(but=(PREFACE,)):
            match = none.search(passage.text) if value else None
            if match and not words.unless.search(match[0]):
                zero = Amount(passage, match.start(), match.end(), Decimal(0), "")
                yield _finding(entry, case, zero, value)

    def _finding(entry: FeeEntry, case: Case, amount: Amount, value: Decimal) -> Finding:
        place = amount.passage.place(amount.start, amount.end)
        message = entry.words(
            "{spot}写“{quote}”，{table}“{cell}”填的是 {value} 万元，两处的金额不一致",
            spot=case.spot(amount.passage),
            quote=clipped(place.quote),
            table=case.table_name(cell),
            cell=case.name_in_table(cell),
            value=numbers.plain(value),
        )
        found = numbers.plain(amount.value / _TEN_THOUSAND)
        where = (place, case.cell_place(cell.id))
        return entry.finding(message, where, expected=numbers.plain(value), found=found)

    return find


def _is_same(money: Decimal, value: Decimal) -> bool:
    return value * _TEN_THOUSAND == money


def _is_copied(money: Decimal, value: Decimal) -> bool:
    """Return whether the cell has the amount, in 万元 or by mistake in 元."""
    return money > 0 and (_is_same(money, value) or money == value)


class _Words(NamedTuple):
    """The words of a fee, those of another, those of charging, and the section that speaks of no other fee."""

    named: Late
    unless: Late
    charged: Late
    home: str


def _amounts(case: Case, words: _Words) -> Iterator[Amount]:
    """Yield the amounts that sentences about these fees state."""
    for passage in case.reported(but=(PREFACE,)):
        for told in _told(passage.text, passage.section, words):
            yield Amount(passage, *told)


@read_once
def _told(text: str, section: str, words: _Words) -> tuple[tuple[int, int, Decimal, str], ...]:
    """Return the amounts of a paragraph: their places, values and the words ahead."""
    found = []
    narrow = plain(text)
    for match in _MONEY.finditer(narrow) if "元" in narrow else ():
        lead_at = _said_from(narrow, section, match, words)
        if lead_at is not None:
            found.append((lead_at, match.end(), _money(match), narrow[lead_at : match.start()]))
    return tuple(found)


def _said_from(text: str, section: str, match: re.Match[str], words: _Words) -> int | None:
    """Return where the words begin that make an amount one of these fees, None where nothing does."""
    begin = max(text.rfind(mark, 0, match.start()) for mark in "。；;\n") + 1
    first = max(begin, match.start() - _LEAD)
    clause = max(begin, max(text.rfind(mark, 0, match.start()) for mark in _MARKS) + 1)
    lead = text[first : match.start()]
    ends = [at for mark in _MARKS if (at := text.find(mark, match.end())) >= 0]
    tail = text[match.end() : min([*ends, match.end() + 24])]
    if words.unless.search(lead[-12:]) or _OTHER_YEAR.search(text, clause, match.start()):
        return None
    about = list(words.named.finditer(lead))
    if about:
        start = about[-1].start()
        return None if words.unless.search(lead, start) else first + start
    if words.unless.search(lead) or words.unless.search(tail):
        return None
    if words.named.search(tail):
        return match.start()
    charged = list(words.charged.finditer(lead))
    known = (words.home and section == words.home) or words.named.search(text, max(0, begin - 160), begin)
    return first + charged[0].start() if charged and known else None


def _money(match: re.Match[str]) -> Decimal:
    plain = numbers.clean(match["number"]).replace(",", "")
    value = Decimal(plain) if plain[0].isdigit() else Decimal(numbers.from_chinese(plain) or 0)
    return value * _SCALES[match["scale"] or ""]
