"""Counted: "由…等七部分组成", "等10大方面" and what is really listed."""

from collections.abc import Iterator

from core import numbers
from core.checks.case import Case, Passage, clipped
from core.checks.entry import Entry, Find, kind
from core.checks.kinds.composed import Composition, compositions
from core.checks.late import Late
from core.checks.model import Finding, TextPlace
from core.template import Template

_COUNT = r"(?P<count>\d{1,2}|[一二两三四五六七八九十]{1,3})"
_CLASSES = Late(rf"等{_COUNT}\s?(?:个|大)?(?:方面|类|大类)")
_CLASS_FIGURE = Late(r"类(?:信息)?\s?\d{1,6}\s?条")


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else numbers.from_chinese(text) or 0


@kind("composed_of", Entry, "spot count listed names", reads="passage")
def composed_of(entry: Entry, template: Template) -> Find:
    """Require that a list of parts has as many as the sentence says; where it can be read in two ways, either will do."""

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.passages:
            for one in compositions(passage.text):
                if one.count is not None and one.possible and one.count not in one.possible:
                    yield _miscounted(entry, case, passage, one)

    return find


def _miscounted(entry: Entry, case: Case, passage: Passage, one: Composition) -> Finding:
    possible, wanted = one.possible, one.count or 0
    listed = max(possible) if max(possible) < wanted else min(possible)
    message = entry.words(
        "{spot}写由 {count} 部分组成，列出的是 {listed} 部分：{names}",
        spot=case.spot(passage),
        count=wanted,
        listed=listed,
        names=clipped(one.items.strip("：:，, ")),
    )
    place = passage.place(one.start, one.end)
    return entry.finding(message, (place,), expected=str(listed), found=str(wanted))


@kind("classes", Entry, "spot quote listed", reads="passage")
def classes(entry: Entry, template: Template) -> Find:
    """Require that a paragraph that counts its classes ("等10大方面") gives as many of them a number ("概况类3条")."""

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.passages:
            counted = list(_CLASS_FIGURE.finditer(passage.text))
            for match in _CLASSES.finditer(passage.text):
                wanted = _number(match["count"])
                if len(counted) < 3 or wanted == len(counted):
                    continue
                place = passage.place(match.start(), match.end())
                message = entry.words(
                    "{spot}写“{quote}”，同一段里有条数的只有 {listed} 类",
                    spot=case.spot(passage),
                    quote=place.quote,
                    listed=len(counted),
                )
                yield entry.finding(message, (place,), expected=str(len(counted)), found=str(wanted))

    return find


class MentionsEntry(Entry):
    """A section and the words that must stand in it."""

    section: str
    words_wanted: str


@kind("mentions", MentionsEntry, "section wanted quote", reads="prose")
def mentions(entry: MentionsEntry, template: Template) -> Find:
    """Require that the section has the words."""
    if entry.section not in template.sections_by_id:
        raise ValueError(f"部分 {entry.section} 不存在")
    wanted = entry.late(entry.words_wanted)
    section = template.sections_by_id[entry.section]

    def find(case: Case) -> Iterator[Finding]:
        passages = [passage for passage in case.passages if passage.section == entry.section]
        if any(wanted.search(passage.text) for passage in passages):
            return
        place = passages[0].whole if passages else TextPlace(entry.section, 0, 0, 0, "")
        message = entry.words(
            "{section}里没有写{wanted}",
            section=f"{section.number}、{section.title}".removeprefix("、"),
            wanted=entry.words_wanted,
            quote=clipped(place.quote),
        )
        about = f"{entry.section}{entry.words_wanted}" if passages else ""
        yield entry.finding(message, (place,), found=place.quote, unfinished=not passages, about=about)

    return find
