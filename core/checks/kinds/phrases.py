"""Phrases that do not belong in a report of these years, and the length of a section."""

from collections.abc import Iterator

from core.checks.case import Case, Passage, clipped
from core.checks.entry import Entry, Find, kind
from core.checks.kept import read_once
from core.checks.kinds.headings import start_of
from core.checks.late import Late
from core.checks.mending import keeps_figures
from core.checks.model import Finding, Fix
from core.edits import Together, rewrite
from core.labels import unspaced
from core.template import Template

_QUOTED = Late(r"《[^《》]{1,200}》")
_Span = tuple[int, int]


class PhrasesEntry(Entry):
    """What must not be said: `pattern`; `sections` where it is looked for, all where none is named.

    `where` is what the sentence must have besides, `but` what makes it right. `replacement` is the certain
    remedy. Words in 《》 are titles of others and left alone.
    """

    pattern: str
    sections: tuple[str, ...] = ()
    where: str = ""
    but: str = ""
    replacement: str = ""


@kind("phrases", PhrasesEntry, "spot quotes right", reads="prose")
def phrases(entry: PhrasesEntry, template: Template) -> Find:
    """Require that some phrases are nowhere; all places are told together."""
    pattern = entry.late(entry.pattern)
    where = entry.late(entry.where) if entry.where else None
    but = entry.late(entry.but) if entry.but else None

    @read_once
    def said_in(text: str) -> tuple[_Span, ...]:
        return tuple(span for span in _unquoted(pattern, text) if _counts(text, span, where, but))

    def find(case: Case) -> Iterator[Finding]:
        hits = [
            (passage, span)
            for passage in case.passages
            if not entry.sections or passage.section in entry.sections
            for span in said_in(passage.text)
        ]
        if not hits:
            return
        places = tuple(passage.place(*span) for passage, span in hits)
        quotes = "、".join(
            f"“{clipped(quote)}”" for quote in list(dict.fromkeys(one.quote for one in places))[:4]
        )
        message = entry.words(
            "{spot}写的{quotes}是旧的说法",
            spot=case.spot(hits[0][0]),
            quotes=quotes,
            right=entry.replacement,
        )
        fix = _replaced(case, hits, entry.replacement) if entry.replacement else None
        yield entry.finding(message, places, expected=entry.replacement, found=places[0].quote, fix=fix)

    return find


def _unquoted(pattern: Late, text: str) -> Iterator[_Span]:
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    at = 0
    for match in pattern.finditer(text):
        while at < len(quoted) and quoted[at][1] <= match.start():
            at += 1
        if at == len(quoted) or not quoted[at][0] < match.start():
            yield match.span()


def _counts(text: str, span: _Span, where: Late | None, but: Late | None) -> bool:
    """Return whether the sentence around a phrase has what it must have, and nothing that makes it right."""
    if where is None and but is None:
        return True
    first, last = span
    start = text.rfind("。", max(0, first - 300), first) + 1
    end = text.find("。", last, last + 300)
    sentence = text[max(start, first - 300) : end if end >= 0 else last + 300]
    return bool(where is None or where.search(sentence)) and not (but and but.search(sentence))


def _replaced(case: Case, hits: list[tuple[Passage, _Span]], right: str) -> Fix:
    spans: dict[tuple[str, int], list[_Span]] = {}
    texts: dict[tuple[str, int], str] = {}
    for passage, span in hits:
        spans.setdefault((passage.section, passage.index), []).append(span)
        texts[passage.section, passage.index] = passage.text
    edits = []
    for (section, index), found in spans.items():
        before = text = texts[section, index]
        for start, end in reversed(found):
            text = text[:start] + right + text[end:]
        unseen = len(spans) > 1 or keeps_figures(before, text)
        edits.append(rewrite(case.report, section, index, text, unseen=unseen))
    return Fix(f"改为 {right}", Together(tuple(edits), f"改为 {right}"), len(hits))


class LengthEntry(Entry):
    """A section and the most characters that it should have."""

    section: str
    most: int


@kind("length", LengthEntry, "section length most", reads="prose")
def length(entry: LengthEntry, template: Template) -> Find:
    """Require that a section is no longer than the county wants it."""
    if entry.section not in template.sections_by_id:
        raise ValueError(f"部分 {entry.section} 不存在")
    known = template.sections_by_id[entry.section]

    def find(case: Case) -> Iterator[Finding]:
        size = sum(len(unspaced(one.text)) for one in case.passages if one.section == entry.section)
        if size > entry.most:
            message = entry.words(
                "{section}有 {length} 字，超过 {most} 字",
                section=f"{known.number}、{known.title}".removeprefix("、"),
                length=size,
                most=entry.most,
            )
            where = (start_of(case, entry.section),)
            yield entry.finding(
                message, where, expected=str(entry.most), found=str(size),
                about=f"{entry.section}{entry.most}", extent=size * 100 // max(entry.most, 1),
            )  # fmt: skip

    return find
