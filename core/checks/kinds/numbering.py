"""Numbers of headings and points: none skipped, none twice, all in one style."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from core import numbers
from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.kept import read_once
from core.checks.kinds.headings import start_of, titled
from core.checks.late import Late
from core.checks.model import Finding, Fix, TextPlace
from core.edits import Together, rewrite
from core.report import PREFACE, SIGNATURE
from core.template import Template

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_LEVELS = (
    Late(rf"\s{{0,8}}(?P<n>{_NUMERAL})[、．.](?!\d)"),
    Late(rf"\s{{0,8}}[（(]\s?(?P<n>{_NUMERAL})\s?[）)]"),
    Late(r"\s{0,8}(?P<n>\d{1,2})\s?[.．、](?!\d)"),
    Late(r"\s{0,8}[（(]\s?(?P<n>\d{1,2})\s?[）)]"),
)
_INLINE = (
    None,
    Late(rf"(?<=[。；;：:])\s?[（(](?P<n>{_NUMERAL})[）)]"),
    Late(r"(?<=[。；;：:])\s?(?P<n>\d{1,2})[.．、](?!\d)"),
    Late(r"(?<=[。；;：:])\s?[（(](?P<n>\d{1,2})[）)]"),
)
_AT = r"(?:^|[。；;：:，,\s])"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_RUN_INS = (
    Late(rf"{_AT}(?P<n>[一二三四五六七八九十])是(?!否|的)"),
    Late(rf"{_AT}第(?P<n>[一二三四五六七八九十])[，,、：:]"),
    Late(rf"(?:^|[。；;：:\s])(?P<n>[{_CIRCLED}])"),
    Late(r"(?:^|[。；;：:])\s?(?P<n>[（(](?:[一二三四五六七八九十]{1,2}|\d{1,2})[）)])(?=[^，。；]{2})"),
)
_BRACKETS = Late(rf"\s{{0,8}}(?P<open>[（(])\s?(?:{_NUMERAL}|\d{{1,2}})\s?(?P<close>[）)])")
_LEAD = ("：", ":")


@dataclass(frozen=True, slots=True)
class _Point:
    """A number with its level and its place; `fresh` where words ending in a colon stand right above."""

    passage: Passage
    place: TextPlace
    level: int
    number: int
    fresh: bool


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
        if point.number == before + 1 or (point.number == 1 and (before > 1 or point.fresh)):
            return ""
        if point.number == before:
            return "重复"
        return "跳号" if point.number > before else "顺序乱"

    def knows(self, level: int, number: int) -> None:
        """Count a number that stands within a paragraph, where it goes on from the last."""
        if number == self.last.get(level, 0) + 1:
            self.last[level] = number


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else numbers.from_chinese(text) or 0


@kind("numbered", Entry, "spot quote wrong", reads="prose")
def numbered(entry: Entry, template: Template) -> Find:
    """Require that the numbers of headings and points count on."""

    def find(case: Case) -> Iterator[Finding]:
        yield from _sections(entry, case)
        counter, section, above = _Counter(), "", ""
        for passage in case.in_sections(but=(PREFACE, SIGNATURE)):
            if passage.section != section:
                counter, section, above = _Counter(), passage.section, ""
            point = _point(passage, above)
            if point:
                before = counter.last.get(point.level, 0)
                wrong = counter.takes(point)
                if wrong:
                    yield _wrong_number(entry, case, point, before, wrong)
                _inline(passage, point, counter)
            above = passage.text.rstrip()
            yield from _run_in(entry, case, passage)

    return find


def _point(passage: Passage, above: str) -> _Point | None:
    for level, pattern in enumerate(_LEVELS):
        match = pattern.match(passage.text)
        if match:
            place = passage.place(match.end() - len(match.group().lstrip()), match.end())
            return _Point(passage, place, level, _number(match["n"]), above.endswith(_LEAD))
    return None


def _inline(passage: Passage, point: _Point, counter: _Counter) -> None:
    """Count the points run into the words of a paragraph, of its own level and of those below."""
    for level in range(1, len(_INLINE)):
        pattern = _INLINE[level]
        for match in pattern.finditer(passage.text, point.place.end) if pattern else ():
            counter.knows(level, _number(match["n"]))


def _wrong_number(entry: Entry, case: Case, point: _Point, before: int, wrong: str) -> Finding:
    message = entry.words(
        "{spot}的序号“{quote}”{wrong}",
        spot=case.spot(point.passage),
        quote=point.place.quote,
        wrong={"重复": "和前面重复", "跳号": "前面缺号", "顺序乱": "顺序不对"}[wrong],
    )
    message += f"，前一个是第{before}" if before else "，前面没有第一项"
    return entry.finding(message, (point.place,), expected=str(before + 1), found=str(point.number))


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
    for style in _RUN_INS:
        before, last = 0, ""
        for match in style.finditer(text):
            number, start, end = _value(match["n"]), match.start("n"), match.end()
            if number != 1 and before and number != before + 1:
                broken.append(_Broken(number, before, last, start, end))
            before, last = (number, text[start:end]) if number == 1 or before else (0, "")
    return tuple(broken)


def _value(text: str) -> int:
    return _CIRCLED.index(text) + 1 if text in _CIRCLED else _number(text.strip("（()）"))


def _sections(entry: Entry, case: Case) -> Iterator[Finding]:
    """Yield the sections whose number in the source does not count on, or is not the form's."""
    before = unnumbered = 0
    for section, title in titled(case):
        said = section.number or _number_of(section.source_title)
        number = _number(said) if said else 0
        known = case.template.sections_by_id.get(section.id)
        if case.template.fixed_sections:
            wanted = _number(known.number) if known and known.number else number
        elif section.number:
            wanted = before + 1
        else:  # sections without a number may stand between
            wanted = before + 1 if before and not before < number <= before + 1 + unnumbered else number
        if number and number != wanted:
            message = f"“{said}、{title}”的序号不对，应当是“{numbers.to_chinese(wanted)}”"
            yield entry.finding(message, (start_of(case, section.id),), expected=str(wanted), found=said)
        before, unnumbered = (number, 0) if number else (before, unnumbered + 1)


def _number_of(title: str) -> str:
    """Return the number that a title of the source still bears ("四、…"), "" where it bears none."""
    match = _LEVELS[0].match(title)
    return match["n"] if match else ""


@kind("one_bracket", Entry, "spot quotes", reads="prose")
def one_bracket(entry: Entry, template: Template) -> Find:
    """Require that the brackets of numbers are of a section are all full width or all half width."""

    def find(case: Case) -> Iterator[Finding]:
        marks: dict[str, list[tuple[Passage, re.Match[str]]]] = {}
        for passage in case.in_sections(but=(PREFACE, SIGNATURE)):
            match = _BRACKETS.match(passage.text)
            if match:
                marks.setdefault(passage.section, []).append((passage, match))
        for found in marks.values():
            half = [one for one in found if (one[1]["open"], one[1]["close"]) != ("（", "）")]
            if any("（" in match.group() or "）" in match.group() for _, match in found) and half:
                yield _mixed(entry, case, half)

    return find


def _mixed(entry: Entry, case: Case, odd: list[tuple[Passage, re.Match[str]]]) -> Finding:
    places = tuple(passage.place(match.start("open"), match.end()) for passage, match in odd)
    named = "、".join(f"“{place.quote}”" for place in places[:6])
    message = entry.words(
        "{spot}起，序号的括号全角、半角混用：{quotes}和同一部分的其他序号不一样",
        spot=case.spot(odd[0][0]),
        quotes=named,
    )
    return entry.finding(message, places, found=places[0].quote, fix=_unify(case, odd))


def _unify(case: Case, odd: list[tuple[Passage, re.Match[str]]]) -> Fix:
    edits = []
    for passage, match in odd:
        text = list(passage.text)
        text[match.start("open")], text[match.end() - 1] = "（", "）"
        edits.append(rewrite(case.report, passage.section, passage.index, "".join(text), unseen=True))
    label = "序号改用全角括号"
    return Fix(label, Together(tuple(edits), label), len(odd))
