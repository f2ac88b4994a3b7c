"""Numbers of headings and points: none skipped, none twice, all in one style."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from core import lists, numbering, numbers, quotations
from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.kept import read_once
from core.checks.kinds.headings import start_of, titled
from core.checks.late import Late
from core.checks.model import Finding, Fix, TextPlace
from core.edits import Together, rewrite
from core.points import inline, value_of
from core.report import PREFACE, SIGNATURE
from core.template import Template

_AT = r"(?:^|[。；;：:，,\s])"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_SEVERAL = "(?P<several>(?=[一二三四五六七八九十、，第]{1,12}[项款条章]))?"  # "第三、四项"
_RUN_INS = (
    Late(rf"{_AT}(?P<n>[一二三四五六七八九十])是(?!否|的)"),
    Late(rf"{_AT}第(?P<n>[一二三四五六七八九十])[，,、：:]{_SEVERAL}"),
    Late(rf"(?:^|[。；;：:\s])(?P<n>[{_CIRCLED}])"),
    Late(r"(?:^|[。；;：:])\s?(?P<n>[（(](?:[一二三四五六七八九十]{1,2}|\d{1,2})[）)])(?=[^，。；]{2})"),
)
_FIRST_LEVEL, _DEEPEST = 1, 4
_SAID = {"重复": "和前面重复", "跳号": "前面缺号", "顺序乱": "顺序不对", "从头": "又从头数起"}


@dataclass(frozen=True, slots=True)
class _Point:
    """A number with its place; `fresh` where words ending in a colon stand right above.

    `anew` where the words above let a list begin anew though another has run already, `within` how far one goes that
    began within them.
    """

    passage: Passage
    place: TextPlace
    read: numbering.Number
    fresh: bool
    anew: bool
    within: int

    @property
    def level(self) -> int:
        """Its level."""
        return self.read.level

    @property
    def number(self) -> int:
        """Its value."""
        return self.read.value


@dataclass(frozen=True, slots=True)
class _Broken:
    """A point run into a paragraph whose number does not follow: it, the one before with its words, and its place."""

    number: int
    before: int
    last: str
    start: int
    end: int


@dataclass
class _Counter:
    """The last number of each level; a shallower one lets the deeper begin anew."""

    last: dict[int, int] = field(default_factory=dict)

    def takes(self, point: _Point) -> str:
        """Count a point; return what is wrong with its number, "" where nothing is."""
        before = self.last.get(point.level, 0)
        for deeper in [level for level in self.last if level > point.level]:
            del self.last[deeper]
        self.last[point.level] = point.number
        if point.number in (before + 1, (point.within or before) + 1) or (
            point.number == 1 and _may_begin(point, before)
        ):
            return ""
        before = point.within or before
        if point.number == before:
            return "重复"
        if point.number == 1:
            return "从头"
        return "跳号" if point.number > before else "顺序乱"

    def knows(self, level: int, number: int) -> None:
        """Count a number that stands within a paragraph, where it goes on from the last."""
        if number == self.last.get(level, 0) + 1:
            self.last[level] = number


def _may_begin(point: _Point, before: int) -> bool:
    """Return whether a first number may come behind another of its level: headings of a section count on to its end."""
    return point.fresh or point.anew or (before > 1 and point.level != lists.HEADINGS)


@kind("numbered", Entry, "spot quote wrong", reads="prose")
def numbered(entry: Entry, template: Template) -> Find:
    """Require that the numbers of headings and points count on."""

    def find(case: Case) -> Iterator[Finding]:
        yield from _sections(entry, case)
        passages = case.in_sections(but=(PREFACE, SIGNATURE))
        for _, group in groupby(passages, key=lambda passage: passage.section):
            section = tuple(group)
            row, fixes = _Row(tuple(_points(section))), dict[_Run, Fix | None]()
            for passage in section:
                if passage.index in row.wrong:
                    point, before, wrong = row.wrong[passage.index]
                    run = row.run_of(point)
                    if run not in fixes:
                        fixes[run] = _renumbering(case, row.mended(run))
                    yield _wrong_number(entry, case, point, before, wrong, fixes[run])
                yield from _run_in(entry, case, passage)

    return find


def _points(passages: Sequence[Passage]) -> Iterator[_Point]:
    above, texts = "", [passage.text for passage in passages]
    quoted = quotations.quoted(texts)
    own = ["" if index in quoted else text for index, text in enumerate(texts)]
    numbers_of = numbering.with_doubtful(own, [numbering.read(text) for text in own])
    begun, within = lists.begun(texts, numbers_of), lists.run_in(own, numbers_of)
    for index, (passage, number) in enumerate(zip(passages, numbers_of, strict=True)):
        if number:
            fresh = above.endswith(numbering.LEADS_ON)
            yield _Point(passage, place_of(passage, number), number, fresh, index in begun, within[index])
        above = passage.text.rstrip()


def place_of(passage: Passage, number: numbering.Number) -> TextPlace:
    """Return where a number stands, without the blanks before it."""
    return passage.place(number.end - len(number.writing.lstrip()), number.end)


@dataclass(slots=True, eq=False)
class _Run:
    """The points of a level without a shallower one between them: from the shallower one above up to `end`."""

    level: int
    start: int
    end: int = 0


class _Row:
    """The points of a section; `wrong` are those that do not count on, by paragraph: each, the last before it, and why."""

    def __init__(self, points: Sequence[_Point]) -> None:
        self._points = points
        self._runs = _runs(points)
        self.wrong: dict[int, tuple[_Point, int, str]] = {}
        self._going_on: set[int] = set()  # by paragraph, not with a list begun in the words above
        counter = _Counter()
        for point in points:
            before = counter.last.get(point.level, 0)
            wrong = counter.takes(point)
            if not point.within or point.number == before + 1 != point.within + 1:
                self._going_on.add(point.passage.index)
            if wrong:
                self.wrong[point.passage.index] = (point, point.within or before, wrong)
            _inline(point.passage, point, counter)

    def run_of(self, point: _Point) -> _Run:
        """Return the run of a point of this row."""
        return self._runs[point.passage.index]

    def mended(self, run: _Run) -> list[tuple[_Point, int]]:
        """Return which points of a run get which numbers, so that all count on.

        There are none where the first is not known to be the first: it may stand below a heading that is wrong.
        """
        points = self._points[run.start : run.end]
        own = [point for point in points if point.level == run.level]
        first = own[0]
        if first.number != 1 and (len(own) == 1 or run.level == _FIRST_LEVEL or self._is_below_wrong(run)):
            return []
        counter, mended = _Counter(), []
        for point in points:
            goes_on = point.passage.index in self._going_on
            due = (counter.last.get(point.level, 0) if goes_on else point.within) + 1
            if counter.takes(point) and point.level == run.level:
                mended.append((point, due))
                counter.last[point.level] = due
            _inline(point.passage, point, counter)
        return mended

    def _is_below_wrong(self, run: _Run) -> bool:
        heading = self._points[run.start]
        return heading.level < run.level and heading.passage.index in self.wrong


def _runs(points: Sequence[_Point]) -> dict[int, _Run]:
    """Return the run of each point, by its paragraph."""
    starts: dict[int, int] = {}  # the last shallower point of each level
    running: dict[int, _Run] = {}
    runs: dict[int, _Run] = {}
    for at, point in enumerate(points):
        for level in range(point.level + 1, _DEEPEST + 1):
            starts[level] = at
            running.pop(level, None)
        run = running.setdefault(point.level, _Run(point.level, starts.get(point.level, 0)))
        for one in running.values():
            one.end = at + 1
        runs[point.passage.index] = run
    return runs


def _inline(passage: Passage, point: _Point, counter: _Counter) -> None:
    """Count the points run into the words of a paragraph, of its own level and of those below."""
    for level, number in inline(passage.text, point.level, point.read.end):
        counter.knows(level, number)


def _wrong_number(
    entry: Entry, case: Case, point: _Point, before: int, wrong: str, fix: Fix | None
) -> Finding:
    message = entry.words(
        "{spot}的编号“{quote}”{wrong}",
        spot=case.spot(point.passage),
        quote=point.place.quote,
        wrong=_SAID[wrong],
    )
    last = numbering.rewritten(point.place.quote, before) if before else ""
    message += f"，前一个是“{last}”" if last else "，前面没有第一项"
    return entry.finding(message, (point.place,), expected=str(before + 1), found=str(point.number), fix=fix)


def _renumbering(case: Case, mended: Sequence[tuple[_Point, int]]) -> Fix | None:
    """Return the fix that gives points other numbers in the writing that they have; nobody looks at their words."""
    if not mended or any(number > numbering.MOST for _, number in mended):
        return None
    edits = []
    for point, number in mended:
        text, place = point.passage.text, point.place
        new = text[: place.start] + numbering.rewritten(place.quote, number) + text[place.end :]
        edits.append(rewrite(case.report, point.passage.section, point.passage.index, new, unseen=True))
    return Fix(f"重新编号（{len(edits)} 处）", Together(tuple(edits), "重新编号"), len(edits))


def _run_in(entry: Entry, case: Case, passage: Passage) -> Iterator[Finding]:
    """Yield where "一是…三是…" leaves one out or names one twice within a paragraph."""
    for one in _broken_runs(passage.text):
        place = passage.place(one.start, one.end)
        wrong = "和前面重复" if one.number == one.before else "和前一项接不上"
        message = f"{case.spot(passage)}的“{place.quote}”{wrong}，前一项是“{one.last}”"
        yield entry.finding(message, (place,), expected=str(one.before + 1), found=str(one.number))


@read_once
def _broken_runs(text: str) -> tuple[_Broken, ...]:
    broken = []
    law = quotations.cited(text)
    for style in _RUN_INS:
        before, last = 0, ""
        for match in style.finditer(text):
            number, start, end = _value(match["n"]), match.start("n"), match.end()
            is_item = number != before + 1 and match.groupdict().get("several") is not None
            if is_item or quotations.covers(law, start):
                continue
            if number != 1 and before and number != before + 1:
                broken.append(_Broken(number, before, last, start, end))
            before, last = (number, text[start:end]) if number == 1 or before else (0, "")
    return tuple(broken)


def _value(text: str) -> int:
    return _CIRCLED.index(text) + 1 if text in _CIRCLED else value_of(text.strip("（()）"))


def _sections(entry: Entry, case: Case) -> Iterator[Finding]:
    """Yield the sections whose number in the source does not count on, or is not the form's."""
    before = unnumbered = 0
    for section, title in titled(case):
        said = section.number or _number_of(section.source_title)
        number = value_of(said) if said else 0
        known = case.template.sections_by_id.get(section.id)
        if case.template.fixed_sections:
            wanted = value_of(known.number) if known and known.number else number
        elif section.number:
            wanted = before + 1
        else:  # sections without a number may stand between
            wanted = before + 1 if before and not before < number <= before + 1 + unnumbered else number
        if number and number != wanted:
            message = f"“{said}、{title}”的编号不对，应当是“{numbers.to_chinese(wanted)}”"
            yield entry.finding(message, (start_of(case, section.id),), expected=str(wanted), found=said)
        before, unnumbered = (number, 0) if number else (before, unnumbered + 1)


def _number_of(title: str) -> str:
    """Return the number that a title of the source still bears ("四、…"), "" where it bears none."""
    number = numbering.read(title)
    return number.numeral if number and number.level == _FIRST_LEVEL else ""
