"""Marks that stand in pairs: 《》, “”, （） and the like, closed, nested as they should be, and not forgotten."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from pydantic import Field

from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.mending import MOST_PLACES, Slip, mend, places_of, spots_of
from core.checks.model import Finding
from core.template import Template

_PAIRED = Late(r"[《》〈〉“”‘’（）()「」『』【】〔〕]")
_CLOSES = {
    "》": "《", "〉": "〈", "”": "“", "’": "‘", "）": "（", ")": "（", "」": "「", "』": "『", "】": "【", "〕": "〔",
}  # fmt: skip
_SAME = {"(": "（"}
_NUMBERING = Late(r"(?:^|[。；;：:，,、\s“])\s{0,4}(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])$")
_APOSTROPHE = Late(r"[A-Za-z]$")
_STOPS = "。；;！？"
_LONGEST_CLAUSE, _MORE = 40, 4
_NUMBERED = Late(r"[（(](?:[一二三四五六七八九十]{1,3}|\d{1,4})[)）]")


@dataclass(frozen=True, slots=True)
class _Fault:
    """A mark that has no partner, or a pair within one of its own kind."""

    start: int
    end: int
    nested: bool


@read_once
def _faults(text: str) -> tuple[_Fault, ...]:
    return tuple(islice(_unpaired(text), MOST_PLACES))


def _unpaired(text: str) -> Iterator[_Fault]:
    open_marks: list[tuple[str, int]] = []
    for match in _PAIRED.finditer(text):
        mark, at = _SAME.get(match.group(), match.group()), match.start()
        wanted = _CLOSES.get(mark)
        if wanted is None:
            open_marks.append((mark, at))
        elif any(one == wanted for one, _ in open_marks):
            while open_marks[-1][0] != wanted:
                yield _Fault(open_marks[-1][1], open_marks.pop()[1] + 1, nested=False)
            _, start = open_marks.pop()
            if open_marks and open_marks[-1][0] == wanted:
                yield _Fault(start, at + 1, nested=True)
        elif not _is_no_partner(mark, text[:at]):
            yield _Fault(at, at + 1, nested=False)
    yield from (_Fault(at, at + 1, nested=False) for _, at in open_marks)


def _is_no_partner(mark: str, before: str) -> bool:
    """Return whether a closing mark needs no partner: the number of a point ("1）"), an apostrophe."""
    if mark in "）)":
        return bool(_NUMBERING.search(before[-8:]))
    return mark == "’" and bool(_APOSTROPHE.search(before[-1:]))


@kind("pairs", Entry, "spot quote", reads="prose")
def pairs(entry: Entry, template: Template) -> Find:
    """Require that paired marks are closed, and that within 《》 stand 〈〉 and within “” stand ‘’."""

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.texts:
            for fault in _faults(passage.text):
                found = (
                    _nested(entry, case, passage, fault)
                    if fault.nested
                    else _lonely(entry, case, passage, fault)
                )
                if found:
                    yield found

    return find


def _nested(entry: Entry, case: Case, passage: Passage, fault: _Fault) -> Finding | None:
    text = passage.text
    outer, inner = text[fault.start], text[fault.start : fault.end]
    if outer in "（(" and (_NUMBERED.fullmatch(inner) or len(inner) < 4):
        return None
    right = {"《": "〈〉", "“": "‘’"}.get(outer)
    place = passage.place(fault.start, fault.end)
    message = f"{case.spot(passage)}“{outer}”里面又套了“{inner}”"
    fix = None
    if right:
        message += f"，里面的应当用“{right}”"
        slips = [
            Slip(passage, fault.start, fault.start + 1, right[0]),
            Slip(passage, fault.end - 1, fault.end, right[1]),
        ]
        fix = mend(case, slips, f"里面的改为 {right}") if outer == "《" else None
    return entry.finding(message, (place,), expected=right or "", found=inner, fix=fix)


def _lonely(entry: Entry, case: Case, passage: Passage, fault: _Fault) -> Finding:
    mark = passage.text[fault.start : fault.end]
    place = passage.place(*_clause(passage.text, fault))
    message = entry.words("{spot}的“{quote}”没有配成对", spot=case.spot(passage), quote=mark)
    return entry.finding(message, (place,), found=mark)


def _clause(text: str, fault: _Fault) -> tuple[int, int]:
    """Return the span from an opening mark to the end of its sentence, or from the start of one to a closing mark."""
    if _SAME.get(text[fault.start], text[fault.start]) in _CLOSES:
        before = text[max(0, fault.start - _LONGEST_CLAUSE) : fault.start]
        start = fault.start - len(before) + max(before.rfind(mark) for mark in _STOPS) + 1
        return start, min(len(text), fault.end + _MORE)
    after = text[fault.end : fault.end + _LONGEST_CLAUSE]
    ends = [at for mark in _STOPS if (at := after.find(mark)) >= 0]
    return max(0, fault.start - _MORE), fault.end + min(ends, default=len(after))


class BareEntry(Entry):
    """The names that stand in 《》, and the words after them that make them part of another.

    `full` has the full names of those that are short: with it a law is named where it is first spoken of.
    """

    names: str
    after: str
    full: dict[str, str] = Field(default_factory=dict)


@kind("bare_titles", BareEntry, "spot quote", reads="prose")
def bare_titles(entry: BareEntry, template: Template) -> Find:
    """Require that the name of a law stands in 《》."""
    names, after = entry.late(entry.names), entry.late(entry.after)
    quoted = Late(r"《[^《》\n]{1,200}》|〈[^〈〉\n]{1,200}〉|“[^“”\n]{1,200}”|《[^《》\n]{1,200}$")

    @read_once
    def bare_in(text: str) -> list[tuple[int, int]]:
        spans = [match.span() for match in quoted.finditer(text)]
        return [
            match.span()
            for match in names.finditer(text)
            if not any(start <= match.start() < end for start, end in spans)
            and not after.match(text, match.end())
        ]

    def find(case: Case) -> Iterator[Finding]:
        slips = []
        first = _first_mentions(case, entry.full)
        for passage in case.passages:
            for start, end in bare_in(passage.text):
                name = passage.text[start:end]
                named = entry.full[name] if first.get(name) == (passage, start) else name
                slips.append(Slip(passage, start, end, f"《{named}》"))
        if slips:
            quote = slips[0].place.quote
            message = entry.words("{spot}“{quote}”没有加书名号", spot=spots_of(case, slips), quote=quote)
            label = "加上书名号"
            if slips[0].right != f"《{quote}》":
                message += f"，第一次提到时写全称{slips[0].right}"
                label = f"改为{slips[0].right}" if len(slips) == 1 else "写全称，都加上书名号"
            fix = mend(case, slips, label)
            yield entry.finding(
                message, places_of(slips), expected=slips[0].right or "", found=quote, fix=fix
            )

    return find


def _first_mentions(case: Case, shorts: Iterable[str]) -> dict[str, tuple[Passage, int]]:
    """Return where short names of laws stand first, be it within the full name."""
    found = {}
    for short in shorts:
        passage = next((one for one in case.passages if short in one.text), None)
        if passage:
            found[short] = (passage, passage.text.index(short))
    return found
