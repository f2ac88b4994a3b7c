"""Text taken over from an earlier report, or from another office's: how much of it stands there word for word.

The share is the one of `core.likeness`, which the window shows too.
"""

from collections.abc import Iterator

from core.checks.case import Case, Passage, clipped
from core.checks.entry import Entry, Find, kind
from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.model import Finding
from core.checks.reading.facts import figures
from core.likeness import known_runs, masked, percent, runs, share, share_of, whole_percent, words_of
from core.report import PREFACE, SIGNATURE, Report
from core.template import Template

_NUMBERED = Late(
    r"^\s{0,8}(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[一二三四五六七八九十]{1,2}(?:是|方面)|第[一二三四五六七八九十]{1,2}[，、,])\s{0,4}[，、：]?"
)
_ITEM = Late(r"[^。；;！：:\n](?:(?![二三四五六七八]是)[^。；;！：:\n]){0,2000}")
_MOST_SHOWN = 50
_MOST_NUMBERS = 12
_SAME = 0.9
_PLAN_WITHIN = 30
_MOSTLY = 0.5
_LEAST_RUNS = 12  # of so many a single letter typed among them leaves most


class CopiedEntry(Entry):
    """From what share of old words on a report is suspect, and from what on it counts as copied."""

    share: float = 0.8
    certain: float = 0.95
    least: int = 100


def share_in(passages: list[Passage], known: frozenset[str]) -> float:
    """Return which share of all runs of some passages is known, each run counted as often as a passage has it."""
    return share((one.text for one in passages), known)


def body(case: Case) -> list[Passage]:
    """Return the passages between introduction and signature."""
    return list(case.in_sections(but=(PREFACE, SIGNATURE)))


@kind("copied_year", CopiedEntry, "share year", reads="prose")
def copied_year(entry: CopiedEntry, template: Template) -> Find:
    """Require that a report is no copy of an earlier one of the same office with new figures."""

    def find(case: Case) -> Iterator[Finding]:
        own = body(case)
        if sum(len(masked(one.text)) for one in own) < entry.least:
            return
        for other in case.own_earlier:
            known = known_runs(other)
            found = share_in(own, known)
            if found >= entry.share:
                yield _copy(entry, other, found, own)
                return

    return find


def _copy(entry: CopiedEntry, other: Report, share: float, own: list[Passage]) -> Finding:
    known = known_runs(other)
    same = [one for one in own if share_of(one.text, known) >= entry.certain]
    message = entry.words(
        "正文有 {share}% 和 {year} 年的报告相同（数字和年份不算），请按今年的实际情况改写",
        share=percent(share).removesuffix("%"),
        year=other.year,
    )
    unchanged = _unchanged(same, other)
    if unchanged:
        shown = "、".join(unchanged[:_MOST_NUMBERS])
        more = f"等 {len(unchanged)} 个" if len(unchanged) > _MOST_NUMBERS else ""
        message += f"；没有变的数字：{shown}{more}"
    where = tuple(one.whole for one in (_mostly_copied(own, known) or same or own))[:_MOST_SHOWN]
    severity = entry.severity if share >= entry.certain else "warning"
    return entry.finding(
        message,
        where,
        found=percent(share),
        severity=severity,
        about=str(other.year),
        extent=whole_percent(share),
    )


def _mostly_copied(own: list[Passage], known: frozenset[str]) -> list[Passage]:
    """Return the passages that are old for the most part, short ones left out: these come and go with each letter."""
    return [one for one in own if len(runs(one.text)) >= _LEAST_RUNS and share_of(one.text, known) >= _MOSTLY]


def _unchanged(same: list[Passage], other: Report) -> list[str]:
    """Return the figures that stand in unchanged paragraphs now as then, in their words."""
    old = {figure for text in words_of(other) for figure in _figures(text)}
    found = [figure for one in same for figure in _figures(one.text) if figure in old]
    return list(dict.fromkeys(found))


@read_once
def _figures(text: str) -> tuple[str, ...]:
    """Return the figures of a text that are written with digits: 一起 and 一个 are no figures."""
    found = (text[one.start : one.end].strip() for one in figures(text))
    return tuple(words for words in found if any(char.isdecimal() for char in words))


class ProblemsEntry(Entry):
    """How problems are told from plans and from what was solved since."""

    problem: str
    plan: str
    solved: str
    opening: str


@kind("same_problems", ProblemsEntry, "spot quote year", reads="prose")
def same_problems(entry: ProblemsEntry, template: Template) -> Find:
    """Require that the problems of a year are not last year's word for word."""
    problem = entry.late(entry.problem)
    never = entry.late(f"{entry.solved}|{entry.opening}")
    plan = entry.late(entry.plan)

    def is_plan(words: str) -> bool:
        """Return whether a sentence begins with what will be done, before it names anything that is wrong."""
        planned = plan.search(words[:_PLAN_WITHIN])
        return planned is not None and not problem.search(words[: planned.start()])

    @read_once
    def items(text: str) -> list[tuple[int, int]]:
        """Return the spans of the sentences that tell of a problem."""
        told = (match for match in _ITEM.finditer(text) if problem.search(match.group()))
        return [
            match.span() for match in told if not is_plan(match.group()) and not never.search(match.group())
        ]

    def find(case: Case) -> Iterator[Finding]:
        last = max(case.own_earlier, key=lambda one: one.year, default=None)
        if last is None:
            return
        before = [
            one for section in last.sections if section.id in template.plans for one in section.paragraphs
        ]
        old = {_bare(one.text[start:end]) for one in before for start, end in items(one.text)}
        told = [(one, span) for one in case.passages if case.is_planning(one) for span in items(one.text)]
        again = [(one, span) for one, span in told if _is_among(_bare(one.text[slice(*span)]), old)]
        if again and 2 * len(again) >= len(told):
            yield _again(entry, case, last, again)

    return find


def _again(entry: Entry, case: Case, last: Report, again: list[tuple[Passage, tuple[int, int]]]) -> Finding:
    where = tuple(one.place(*_trimmed(one.text, span)) for one, span in again)[:_MOST_SHOWN]
    message = entry.words(
        "{spot}写的问题“{quote}”和 {year} 年报告里的一样，请写今年的情况",
        spot=case.spot(again[0][0]),
        quote=clipped(where[0].quote),
        year=last.year,
    )
    if len(where) > 1:
        message += f"（共 {len(where)} 条）"
    return entry.finding(message, where, found=where[0].quote)


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    while start < end and text[start] in " \u3000\t":
        start += 1
    return start, end


def _bare(text: str) -> str:
    """Return an item of a list without its number, its figures and marks."""
    return masked(_NUMBERED.sub("", text))


def _is_among(item: str, old: set[str]) -> bool:
    if item in old:
        return len(item) >= 6
    own = runs(item)
    if len(item) < 12:
        return False
    return any(len(own & runs(one)) >= _SAME * max(len(own), len(runs(one))) for one in old if len(one) >= 12)
