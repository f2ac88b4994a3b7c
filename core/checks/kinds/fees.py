"""Fees told in prose beside the cells that count them: information fees are no administrative charges."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from core import numbers
from core.checks.case import Case, Passage, clipped
from core.checks.entry import Entry, Find, cells_named, kind
from core.checks.model import Finding
from core.template import Template

_MONEY = re.compile(
    r"(?<![\d.])(?P<number>\d{1,3}(?:[,，]\d{3}){1,3}(?:\.\d{1,4})?|\d{1,9}(?:\.\d{1,6})?|[一二两三四五六七八九十百千万零]{1,9})"
    r"(?P<scale>万|百|千)?\s?元"
)
_SCALES = {"": 1, "百": 100, "千": 1000, "万": 10000}
_TEN_THOUSAND = Decimal(10000)
_LEAD = 60


class Amount(NamedTuple):
    """An amount of money in 元, with the words that lead up to it."""

    passage: Passage
    start: int
    end: int
    value: Decimal
    lead: str


class FeeEntry(Entry):
    """The fees that a sentence speaks of, by its words, and the cell they are told apart from or told in.

    With `mixed` the two must not be the same amount; else they must be. `unless` makes it another fee,
    `none` says that nothing was charged.
    """

    cell: str
    words_of: str
    unless: str = ""
    none: str = ""
    mixed: bool = False


@kind("fees", FeeEntry, "spot quote table cell value")
def fees(entry: FeeEntry, template: Template) -> Find:
    """Require that fees in prose and the cell fit: the same amount, or never the same where they are two things."""
    (cell,) = cells_named(template, (entry.cell,))
    words, unless = re.compile(entry.words_of), re.compile(entry.unless or r"(?!)")
    none = re.compile(entry.none or r"(?!)")

    def find(case: Case) -> Iterator[Finding]:
        value = case.number(cell.id)
        if value is None:
            return
        for amount in _amounts(case, words, unless):
            if _is_copied(amount.value, value) if entry.mixed else not _is_same(amount.value, value):
                yield _finding(entry, case, amount, value)
        for passage in case.in_sections(but=("problems", "preface")):
            match = none.search(passage.text) if value else None
            if match and not unless.search(match[0]):
                zero = Amount(passage, match.start(), match.end(), Decimal(0), "")
                yield _finding(entry, case, zero, value)

    def _finding(entry: FeeEntry, case: Case, amount: Amount, value: Decimal) -> Finding:
        place = amount.passage.place(amount.start, amount.end)
        message = entry.words(
            "{spot}写“{quote}”，{table}“{cell}”填的是 {value} 万元，两处的金额不一致",
            spot=case.spot(amount.passage),
            quote=clipped(place.quote),
            table=case.table_name(cell),
            cell=case.cell_name(cell).partition(" · ")[2],
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


def _amounts(case: Case, words: re.Pattern[str], unless: re.Pattern[str]) -> Iterator[Amount]:
    """Yield the amounts that sentences about these fees state."""
    for passage in case.in_sections(but=("problems", "preface")):
        for match in _MONEY.finditer(passage.text) if "元" in passage.text else ():
            begin = max(passage.text.rfind(mark, 0, match.start()) for mark in "。；;\n") + 1
            lead = passage.text[max(begin, match.start() - _LEAD) : match.start()]
            about = list(words.finditer(lead))
            if not about or unless.search(lead, about[-1].start()) or unless.search(lead[-12:]):
                continue
            start = match.start() - len(lead) + about[-1].start()
            yield Amount(passage, start, match.end(), _money(match), lead)


def _money(match: re.Match[str]) -> Decimal:
    plain = numbers.clean(match["number"]).replace(",", "")
    value = Decimal(plain) if plain[0].isdigit() else Decimal(numbers.from_chinese(plain) or 0)
    return value * _SCALES[match["scale"] or ""]
