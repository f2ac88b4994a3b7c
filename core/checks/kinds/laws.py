"""The names and numbers of laws and notices, and the years in which a report may rest on them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.lexicon import Term, term, terms
from core.checks.model import Finding, Fix
from core.edits import rewrite
from core.labels import fold
from core.template import Template

_TITLE = re.compile(r"《((?:[^《》]|《[^《》]{1,80}》){2,120})》|〈([^〈〉]{2,120})〉")
_NUMBER = re.compile(
    r"国(?:务院)?令?[（(]?第?\s?(?P<decree>\d{2,4})\s?号令?|第\s?(?P<decree_too>\d{2,4})\s?号国务院令"
    r"|(?P<organ>国办公开办函|国办函|国办发|国发)\s?[〔\[（(［【]\s?(?P<year>\d{4})\s?[〕\])）］】]\s?(?P<serial>\d{1,3})\s?号"
)
_ORGAN = re.compile(r"^国务院办公厅(?:政府信息与政务公开办公室)?(?=关于)")
_PAST = re.compile(r"废止|修订前|原《?|旧版|曾|自?\d{4}年(?:出台|印发|发布)|替代|取代|以来")
_LONGER = re.compile(r"[律规定制治令案]")
_BESIDE, _BEFORE, _HISTORY = 12, 4, 60
_SHORTEST_FUZZY, _LONG_NAME = 6, 12
_MOST_NAMES = 5000
_MOST = 100
_QUOTES = str.maketrans("《》", "〈〉")


@term("law", "laws")
class Law(Term):
    """A law or notice: its exact title, its number, the report years in which it is the one to name.

    `also` are other right names of it, as they stand in 《》.
    """

    title: str
    number: str
    first_year: int
    last_year: int | None = None
    note: str = ""
    also: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Title and number."""
        return f"{self.title} {self.number}"

    def serves(self, year: int) -> bool:
        """Return whether reports on that year may rest on it."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    @property
    def names(self) -> tuple[str, ...]:
        """Its title with and without the organ, and its other names, as they are compared."""
        return tuple(
            dict.fromkeys(_plain(one) for one in (self.title, _ORGAN.sub("", self.title), *self.also))
        )


@term("wrong_name", "laws")
class WrongName(Term):
    """A name that is no law's, and the one meant."""

    wrong: str
    right: str

    @property
    def key(self) -> str:
        """The wrong name."""
        return self.wrong


def _plain(title: str) -> str:
    return fold(title).translate(_QUOTES)


def _name(match: re.Match[str]) -> str:
    return _plain(match[1] or match[2])


@dataclass
class _Names:
    """The right names of laws and the wrong ones."""

    laws: tuple[Law, ...] = field(default_factory=lambda: terms(Law))
    wrong: tuple[WrongName, ...] = field(default_factory=lambda: terms(WrongName))

    def __post_init__(self) -> None:
        self.looked_up: dict[str, str] = {}
        self.right = {name: one for one in self.laws for name in one.names}
        self.known_wrong = {_plain(one.wrong): one.right for one in self.wrong}
        by_length = sorted((one.wrong for one in self.wrong), key=len, reverse=True)
        self.in_prose = re.compile("|".join(re.escape(one) for one in by_length))

    def meant(self, name: str) -> str:
        """Return the right name that a wrong one stands for, "" where it is right or unknown."""
        if name not in self.looked_up and len(self.looked_up) < _MOST_NAMES:
            self.looked_up[name] = self._meant(name)
        return self.looked_up.get(name, "")

    def _meant(self, name: str) -> str:
        if name in self.right:
            return ""
        if name in self.known_wrong:
            return self.known_wrong[name]
        if len(name) < _SHORTEST_FUZZY or name.endswith(("案例", "惯例", "制度")):
            return ""
        near = [one for one in self.right if _is_near(name, one)]
        return self._written(near[0]) if near else ""

    def _written(self, name: str) -> str:
        law = self.right[name]
        return next(one for one in (law.title, _ORGAN.sub("", law.title), *law.also) if _plain(one) == name)


def _is_near(left: str, right: str) -> bool:
    """Return whether two names differ in one character, or in two where they are long."""
    allowed = 1 if len(right) < _LONG_NAME else 2
    if abs(len(left) - len(right)) > allowed or len(right) < _SHORTEST_FUZZY:
        return False
    shared = min(len(left), len(right))
    head = next((place for place in range(shared) if left[place] != right[place]), shared)
    rest = shared - head
    tail = next((place for place in range(rest) if left[-1 - place] != right[-1 - place]), rest)
    return max(len(left), len(right)) - head - tail <= allowed


@kind("law_names", Entry, "spot quote right", reads="passage")
def law_names(entry: Entry, template: Template) -> Find:
    """Require that laws are named as they are called."""
    names = _Names()

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.passages:
            yield from islice(_wrong_names(entry, case, passage, names), _MOST)

    return find


def _wrong_names(entry: Entry, case: Case, passage: Passage, names: _Names) -> Iterator[Finding]:
    inside: set[int] = set()
    for match in _TITLE.finditer(passage.text):
        inside.update(range(*match.span()))
        right = names.meant(_name(match))
        if right:
            yield _wrong_name(entry, case, passage, match.span(1 if match[1] else 2), right)
    for match in names.in_prose.finditer(passage.text):
        if match.start() not in inside and _stands_alone(passage.text, match):
            right = names.known_wrong[_plain(match.group())]
            yield _wrong_name(entry, case, passage, match.span(), right, quoted=False)


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Return whether a wrong name without 《》 is one, and no place's own law nor the start of a longer word."""
    before, after = text[: match.start()][-1:], text[match.end() : match.end() + 1]
    is_longer = match.group().endswith("法") and _LONGER.match(after)
    return before not in tuple("省市县区州") and not is_longer


def _wrong_name(
    entry: Entry, case: Case, passage: Passage, span: tuple[int, int], right: str, *, quoted: bool = True
) -> Finding:
    place = passage.place(span[0] - quoted, span[1] + quoted)
    named = f"《{right}》" if quoted else right
    message = entry.words(
        "{spot}写“{quote}”，名称应当是《{right}》", spot=case.spot(passage), quote=place.quote, right=right
    )
    text = passage.text[: span[0]] + right + passage.text[span[1] :]
    fix = Fix(f"改为 {named}", rewrite(case.report, passage.section, passage.index, text))
    return entry.finding(message, (place,), expected=named, found=place.quote, fix=fix)


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
        titles = list(_TITLE.finditer(passage.text))
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
        named = self.by_title.get(_name(beside), []) if beside else []
        known = self.by_number.get(_number(match), [])
        if named and not any(one in named for one in known):
            yield _mismatch(self.entry, case, passage, match, named)
        elif known and not _is_right(known, self.by_title, case, passage, match):
            yield _out_of_force(self.entry, case, passage, match, known[0], self.by_title)


def _title_of(titles: list[re.Match[str]], number: re.Match[str]) -> re.Match[str] | None:
    """Return the title just before a number, or else just after it."""
    at = bisect_right([match.end() for match in titles], number.start()) - 1
    if at >= 0 and number.start() - titles[at].end() <= _BESIDE:
        return titles[at]
    if at + 1 < len(titles) and 0 <= titles[at + 1].start() - number.end() <= _BEFORE:
        return titles[at + 1]
    return None


def _same(known: Law, by_title: dict[str, list[Law]]) -> list[Law]:
    return by_title[_plain(known.title)]


def _is_right(
    known: list[Law], by_title: dict[str, list[Law]], case: Case, passage: Passage, match: re.Match[str]
) -> bool:
    """Return whether a number serves the year, or the one that does stands beside it as in a law's history."""
    year = case.report.year
    if any(one.serves(year) for one in known):
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
    named = by_title.get(_name(match), [])
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
    return Fix(f"改为 {number}", rewrite(case.report, passage.section, passage.index, text))


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
