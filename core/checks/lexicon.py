"""Words looked up: the names and numbers of laws, and words for other levels of government."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from core.checks.case import Case, Passage
from core.checks.entry import Data, Entry, Find, kind
from core.checks.model import Finding, Fix
from core.edits import rewrite
from core.labels import fold
from core.paths import RESOURCES
from core.template import Template

_TITLE = re.compile(r"《([^《》]{2,120})》|〈([^〈〉]{2,120})〉")
_NUMBER = re.compile(
    r"国务院令?第?\s?(?P<decree>\d{2,4})\s?号令?"
    r"|(?P<organ>国办公开办函|国办函|国办发|国发)\s?[〔\[（(［【]\s?(?P<year>\d{4})\s?[〕\])）］】]\s?(?P<serial>\d{1,3})\s?号"
)
_BESIDE = 12
_HISTORY = 60


class Law(Data):
    """A law or notice: its exact title, its number, the report years in which it is the one to name."""

    title: str
    number: str
    first_year: int
    last_year: int | None = None
    note: str = ""
    source: str
    confirmed: bool = True

    def serves(self, year: int) -> bool:
        """Return whether reports on that year may rest on it."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)


class WrongName(Data):
    """A name that is no law's, and the one meant."""

    wrong: str
    right: str
    source: str


class Laws(Data):
    """The lexicon of laws."""

    law: tuple[Law, ...]
    wrong_name: tuple[WrongName, ...]


def _read(name: str) -> dict[str, object]:
    return tomllib.loads((RESOURCES / "lexicon" / f"{name}.toml").read_text(encoding="utf-8"))


@kind("law_names", Entry, "spot quote right")
def law_names(entry: Entry, template: Template) -> Find:
    """Require that laws are named as they are called."""
    wrong = {fold(one.wrong): one.right for one in Laws.model_validate(_read("laws")).wrong_name}

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.passages:
            for match in _TITLE.finditer(passage.text):
                name = 1 if match[1] is not None else 2
                right = wrong.get(fold(match[name]))
                if right:
                    yield _wrong_name(entry, case, passage, match.span(name), right)

    return find


def _wrong_name(entry: Entry, case: Case, passage: Passage, span: tuple[int, int], right: str) -> Finding:
    place = passage.place(span[0] - 1, span[1] + 1)
    message = entry.words(
        "{spot}写“{quote}”，名称应当是《{right}》",
        spot=case.spot(passage),
        quote=place.quote,
        right=right,
    )
    text = passage.text[: span[0]] + right + passage.text[span[1] :]
    fix = Fix(f"改为 《{right}》", rewrite(case.report, passage.section, passage.index, text))
    return entry.finding(message, (place,), expected=f"《{right}》", found=place.quote, fix=fix)


@kind("law_numbers", Entry, "spot quote right")
def law_numbers(entry: Entry, template: Template) -> Find:
    """Require that a number stands with its own title, and names what was in force for the report year."""
    laws = Laws.model_validate(_read("laws")).law
    by_number = {one.number: one for one in laws}
    by_title: dict[str, list[Law]] = {}
    for one in laws:
        by_title.setdefault(fold(one.title), []).append(one)

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.passages:
            titles = list(_TITLE.finditer(passage.text))
            ends = [match.end() for match in titles]
            for match in _NUMBER.finditer(passage.text):
                known = by_number.get(_plain(match))
                at = bisect_right(ends, match.start()) - 1
                beside = titles[at] if at >= 0 and match.start() - ends[at] <= _BESIDE else None
                named = by_title.get(fold(beside[1] or beside[2]), []) if beside else []
                if named and _plain(match) not in {one.number for one in named}:
                    yield _mismatch(entry, case, passage, match, named)
                elif known and not _is_right(known, by_title[fold(known.title)], case, passage, match):
                    yield _out_of_force(entry, case, passage, match, known, by_title[fold(known.title)])

    return find


def _is_right(known: Law, same: list[Law], case: Case, passage: Passage, match: re.Match[str]) -> bool:
    """Return whether a number serves the year, or the one that does stands beside it as in a law's history."""
    year = case.report.year
    near = passage.text[max(0, match.start() - _HISTORY) : match.end() + _HISTORY]
    numbers = {_plain(other) for other in _NUMBER.finditer(near)}
    return known.serves(year) or any(one.number in numbers for one in same if one.serves(year))


def _plain(match: re.Match[str]) -> str:
    if match["decree"]:
        return f"国务院令第{int(match['decree'])}号"
    return f"{match['organ']}〔{int(match['year'])}〕{int(match['serial'])}号"


def _out_of_force(
    entry: Entry, case: Case, passage: Passage, match: re.Match[str], known: Law, same: list[Law]
) -> Finding:
    place = passage.place(match.start(), match.end())
    right = next((one.number for one in same if one.serves(case.report.year)), "")
    message = f"{case.spot(passage)}写“{place.quote}”，{known.note}"
    fix = None
    if right:
        message += f"；{case.report.year} 年的报告应当写 {right}"
        fix = _renumber(case, passage, match, right)
    return entry.finding(message, (place,), expected=right, found=place.quote, fix=fix)


def _renumber(case: Case, passage: Passage, match: re.Match[str], number: str) -> Fix:
    text = passage.text[: match.start()] + number + passage.text[match.end() :]
    return Fix(f"改为 {number}", rewrite(case.report, passage.section, passage.index, text))


def _mismatch(entry: Entry, case: Case, passage: Passage, match: re.Match[str], named: list[Law]) -> Finding:
    place = passage.place(match.start(), match.end())
    right = next((one.number for one in named if one.serves(case.report.year)), named[-1].number)
    message = entry.words(
        "{spot}的文号“{quote}”和前面的名称对不上，这个名称的文号是 {right}",
        spot=case.spot(passage),
        quote=place.quote,
        right=right,
    )
    fix = None
    if any(one.number == right and one.serves(case.report.year) for one in named):
        fix = _renumber(case, passage, match, right)
    return entry.finding(message, (place,), expected=right, found=place.quote, fix=fix)


class Level(Data):
    """A word for another level, its weight, and the words around it that make it right."""

    words: str
    severity: str
    before: str = ""
    after: str = ""
    source: str


class Levels(Data):
    """The lexicon of level words; they are foreign to offices of these names alone."""

    office: str
    level: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    words: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    certain: bool


@kind("level_words", Entry, "spot quote")
def level_words(entry: Entry, template: Template) -> Find:
    """Require that a township does not speak as a county or a province."""
    levels = Levels.model_validate(_read("levels"))
    office = re.compile(levels.office)
    never = "(?!)"
    words = [
        _Word(
            re.compile(one.words),
            re.compile(f"(?:{one.before or never})$"),
            re.compile(one.after or never),
            one.severity == "error",
        )
        for one in levels.level
    ]

    def find(case: Case) -> Iterator[Finding]:
        if not office.search(case.report.unit.name.strip()):
            return
        for passage in case.passages:
            quoted = [match.span() for match in _TITLE.finditer(passage.text)]
            for word in words:
                yield from _foreign(entry, case, passage, word, quoted)

    return find


def _foreign(
    entry: Entry, case: Case, passage: Passage, word: _Word, quoted: list[tuple[int, int]]
) -> Iterator[Finding]:
    starts = [start for start, _ in quoted]
    text = passage.text
    for match in word.words.finditer(text):
        at = bisect_right(starts, match.start()) - 1
        inside = at >= 0 and match.start() < quoted[at][1]
        if inside or word.before.search(text[max(0, match.start() - 16) : match.start()]):
            continue
        if word.after.match(text[match.end() : match.end() + 24]):
            continue
        place = passage.place(match.start(), match.end())
        message = entry.words(
            "{spot}写到“{quote}”，不像是乡镇（街道）的报告，可能是从上级材料里留下来的",
            spot=case.spot(passage),
            quote=place.quote,
        )
        severity = entry.severity if word.certain else "warning"
        yield entry.finding(message, (place,), found=place.quote, severity=severity)
