"""The numbers of laws and notices: each beside its own title, and in force for the report's year."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.kinds.laws import TITLE, Law, name_of, plain
from core.checks.late import Late
from core.checks.lexicon import terms
from core.checks.model import Finding, Fix
from core.edits import rewrite
from core.template import Template

_NUMBER = Late(
    r"国(?:务院)?令?[（(]?第?\s?(?P<decree>\d{2,4})\s?号令?|第\s?(?P<decree_too>\d{2,4})\s?号国务院令"
    r"|(?P<organ>国办公开办函|国办函|国办发|国发)\s?[〔\[（(［【]\s?(?P<year>\d{4})\s?[〕\])）］】]\s?(?P<serial>\d{1,3})\s?号"
)
_PAST = Late(r"不再(?:适用|执行|沿用)|废止|修订前|原《?|旧版|曾|自?\d{4}年(?:出台|印发|发布)|替代|取代|以来")
_AND = Late(
    r"和(?!国)|[与及、；]|以及|第\s?\d{2,4}\s?号"
)  # "《…》（国务院令第711号）和国办函…": the number of another
_BESIDE, _BEFORE, _HISTORY = 12, 4, 60


@kind("law_numbers", Entry, "spot quote right", reads="passage")
def law_numbers(entry: Entry, template: Template) -> Find:
    """Require that a number stands with its own title, and names what was in force for the report year."""
    book = _Book(entry)

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.passages:
            yield from book.read(case, passage)

    return find


class _Book:
    """All laws by their numbers and by their names."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.by_number: dict[str, list[Law]] = {}
        self.by_title: dict[str, list[Law]] = {}
        for one in terms(Law):
            self.by_number.setdefault(one.number, []).append(one)
            for name in one.names:
                self.by_title.setdefault(name, []).append(one)

    def read(self, case: Case, passage: Passage) -> Iterator[Finding]:
        """Yield what is wrong with the numbers and titles in a passage."""
        titles = list(TITLE.finditer(passage.text))
        numbered: set[int] = set()
        for match in _NUMBER.finditer(passage.text) if "号" in passage.text else ():
            beside = _title_of(titles, match)
            if beside:
                numbered.add(beside.start())
            yield from self._numbered(case, passage, match, beside)
        for match in titles:
            if match.start() not in numbered:
                yield from _old_title(self.entry, case, passage, match, self.by_title)

    def _numbered(
        self, case: Case, passage: Passage, match: re.Match[str], beside: re.Match[str] | None
    ) -> Iterator[Finding]:
        named = self.by_title.get(name_of(beside), []) if beside else []
        known = self.by_number.get(_number(match), [])
        if named and not any(one in named for one in known):
            yield _mismatch(self.entry, case, passage, match, named)
        elif known and not _is_right(known, self.by_title, case, passage, match):
            yield _out_of_force(self.entry, case, passage, match, known[0], self.by_title)


def _title_of(titles: list[re.Match[str]], number: re.Match[str]) -> re.Match[str] | None:
    """Return the title just before a number, or else just after it."""
    at = bisect_right([match.end() for match in titles], number.start()) - 1
    between = number.string[titles[at].end() : number.start()] if at >= 0 else ""
    if at >= 0 and len(between) <= _BESIDE and not _AND.search(between):
        return titles[at]
    if at + 1 < len(titles) and 0 <= titles[at + 1].start() - number.end() <= _BEFORE:
        return titles[at + 1]
    return None


def _same(known: Law, by_title: dict[str, list[Law]]) -> list[Law]:
    return by_title[plain(known.title)]


def _is_right(
    known: list[Law], by_title: dict[str, list[Law]], case: Case, passage: Passage, match: re.Match[str]
) -> bool:
    """Return whether a number serves the year, or the one that does stands beside it as in a law's history."""
    year = case.report.year
    around = passage.text[max(0, match.start() - 20) : match.end() + 20]
    if any(one.serves(year) for one in known) or re.search(
        r"原(?:国务院|《)|不再(?:适用|执行|沿用)|废止", around
    ):
        return True
    near = passage.text[max(0, match.start() - _HISTORY) : match.end() + _HISTORY]
    numbers = {_number(other) for other in _NUMBER.finditer(near)}
    return any(one.number in numbers for one in _same(known[0], by_title) if one.serves(year))


def _number(match: re.Match[str]) -> str:
    decree = match["decree"] or match["decree_too"]
    if decree:
        return f"国务院令第{int(decree)}号"
    return f"{match['organ']}〔{int(match['year'])}〕{int(match['serial'])}号"


def _out_of_force(
    entry: Entry,
    case: Case,
    passage: Passage,
    match: re.Match[str],
    known: Law,
    by_title: dict[str, list[Law]],
) -> Finding:
    place = passage.place(match.start(), match.end())
    right = next((one.number for one in _same(known, by_title) if one.serves(case.report.year)), "")
    message = f"{case.spot(passage)}写“{place.quote}”，{known.note}"
    fix = None
    if right:
        message += f"；{case.report.year} 年的报告应当写 {right}"
        fix = _renumber(case, passage, match, right)
    return entry.finding(message, (place,), expected=right, found=place.quote, fix=fix)


def _old_title(
    entry: Entry, case: Case, passage: Passage, match: re.Match[str], by_title: dict[str, list[Law]]
) -> Iterator[Finding]:
    """Yield a finding where a title without its number is of a notice that does not serve the year."""
    named = by_title.get(name_of(match), [])
    around = passage.text[max(0, match.start() - 20) : match.end() + 20]
    if not named or any(one.serves(case.report.year) for one in named) or _PAST.search(around):
        return
    place = passage.place(match.start(), match.end())
    message = f"{case.spot(passage)}写“{place.quote}”，{named[-1].note}"
    yield entry.finding(message, (place,), found=place.quote)


def _renumber(case: Case, passage: Passage, match: re.Match[str], number: str) -> Fix:
    whole = match.group()
    words = number if whole.count("（") == 0 else number.replace("第", "（第", 1)
    text = passage.text[: match.start()] + words + passage.text[match.end() :]
    # the number of a law is no figure of the office's: what last year said around it is not read yet
    return Fix(f"改为 {number}", rewrite(case.report, passage.section, passage.index, text, unseen=True))


def _mismatch(entry: Entry, case: Case, passage: Passage, match: re.Match[str], named: list[Law]) -> Finding:
    place = passage.place(match.start(), match.end())
    right = next((one.number for one in named if one.serves(case.report.year)), named[-1].number)
    message = entry.words(
        "{spot}的文号“{quote}”和旁边的名称对不上，这个名称的文号是 {right}",
        spot=case.spot(passage),
        quote=place.quote,
        right=right,
    )
    fix = None
    if any(one.number == right and one.serves(case.report.year) for one in named):
        fix = _renumber(case, passage, match, right)
    return entry.finding(message, (place,), expected=right, found=place.quote, fix=fix)
