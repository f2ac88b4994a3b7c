"""Punctuation: half-width marks in Chinese text, marks doubled, dangling or missing, stray spaces."""

from collections.abc import Iterator
from itertools import islice
from typing import Literal

from core.checks import spaces, widths
from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.mending import MOST_PLACES, Slip, around, mend, places_of, spots_of
from core.checks.model import TITLE, Finding, Fix
from core.checks.widths import HalfWidth
from core.report import SIGNATURE
from core.template import Template

_OTHER = {"stops": "其他半角标点", "others": "写成圆点的句号"}  # what the other entry speaks of


class WidthEntry(Entry):
    """Which marks the rule looks at: the full stop, or all the others."""

    marks: Literal["stops", "others"]


@kind("half_width", WidthEntry, "spot count", reads="prose")
def half_width(entry: WidthEntry, template: Template) -> Find:
    """Require full-width marks in Chinese text: one finding for the report, one edit for all of them.

    The edit mends what the other entry speaks of too, and the sentence counts that beside its own. Numbers in brackets
    at the head of a point ("(一)") are mended with the others but are no reason to speak.
    """

    def find(case: Case) -> Iterator[Finding]:
        slips = [slip for passage in case.texts for slip in _slips(passage, entry.marks)]
        if slips:
            default = "{spot}用了半角标点，中文里应当用全角标点"
            message = entry.words(default, spot=spots_of(case, slips), count=len(slips))
            found, count = slips[0].place.quote, _count(case)
            if count > len(slips):
                message += f"；连同{_OTHER[entry.marks]}共 {count} 处"
            yield entry.finding(message, places_of(slips), found=found, fix=_all_widened(case, count))

    return find


def _slips(passage: Passage, marks: str) -> list[Slip]:
    found = widths.stops(passage.text) if marks == "stops" else widths.others(passage.text)
    return [_slip(passage, one) for one in found if not one.is_head]


def _slip(passage: Passage, one: HalfWidth) -> Slip:
    return Slip(passage, one.start, one.end, one.right, around(passage.text, *one.seen, one.more))


def _count(case: Case) -> int:
    """Return how many marks both entries speak of."""
    return sum(len(_slips(passage, marks)) for passage in case.texts for marks in ("stops", "others"))


def _all_widened(case: Case, count: int) -> Fix | None:
    """Return the fix for all marks, whichever rule speaks: what is done once leaves nothing to be done again."""
    slips = [Slip(passage, *change) for passage in case.texts for change in widths.changes(passage.text)]
    return mend(case, slips, f"全部改为全角标点（{count} 处）", count)


_DOUBLED = Late(
    r"[，,]\s?[，,]|[。]\s?[。](?!。)|；\s?；|：\s?：|、\s?、|[，、；：]\s?。|。\s?[，、；：]|、\s?[，；：]|[，；：]\s?、|，\s?[；：]|[；：]\s?，|；\s?：|：\s?；"
    r"|，\.|。\.|[.,]。"
)
_DANGLING = Late(
    r"[、，,]\s{0,4}$|、(?=[）)”》〉])|(?<=[（(“《])、|、(?=等(?!待|级|额|同|到|于|候|值|距|号|效))|^\s{0,8}[，。；：、！？]"
)
_RANK = "、，：；。"


class DoubledEntry(Entry):
    """The rule has no options."""


@kind("doubled_marks", DoubledEntry, "spot quote right", reads="prose")
def doubled_marks(entry: DoubledEntry, template: Template) -> Find:
    """Require that no two marks stand together and that none dangles at the end of a line or before a bracket."""

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.texts:
            for slip in _doubled(passage):
                default = "{spot}“{quote}”处标点重复或多余"
                message = entry.words(
                    default, spot=case.spot(passage), quote=slip.place.quote, right=slip.right or ""
                )
                words = passage.text[slip.start : slip.end].strip()
                label = f"改为 {slip.right}" if slip.right else f"删去 {words}"
                fix = mend(case, [slip], label)
                yield entry.finding(message, (slip.place,), expected=slip.right or "", found=words, fix=fix)

    return find


@read_once
def _doubled(passage: Passage) -> tuple[Slip, ...]:
    return tuple(islice(_too_many(passage), MOST_PLACES))


def _too_many(passage: Passage) -> Iterator[Slip]:
    text = passage.text
    taken = -1
    for match in _DOUBLED.finditer(text):
        marks = [mark.translate(widths.FULL) for mark in match.group() if not mark.isspace()]
        right = max(marks, key=lambda mark: _RANK.find(mark))
        taken = match.end()
        yield Slip(passage, *match.span(), right, around(text, *match.span()))
    for match in _DANGLING.finditer(text):
        if match.start() >= taken or match.end() < len(text):
            is_end = match.end() >= len(text.rstrip()) and match.start() > 0
            right = "。" if is_end and passage.section not in (SIGNATURE, TITLE) else ""
            yield Slip(passage, *match.span(), right, around(text, *match.span(), 6))


class SpacesEntry(Entry):
    """The rule has no options."""


@kind("stray_spaces", SpacesEntry, "spot count", reads="prose")
def stray_spaces(entry: SpacesEntry, template: Template) -> Find:
    """Require that no space stands between Chinese words: one finding, one edit for all.

    Spaces that part the lines of an address, or stand in a signature, are right.
    """

    def find(case: Case) -> Iterator[Finding]:
        slips = [slip for passage in case.texts if passage.section != SIGNATURE for slip in _spaces(passage)]
        if slips:
            message = entry.words("{spot}有多余的空格", spot=spots_of(case, slips), count=len(slips))
            fix = mend(case, slips, f"删去多余的空格（{len(slips)} 处）")
            yield entry.finding(message, places_of(slips), found=slips[0].place.quote, fix=fix)

    return find


def _spaces(passage: Passage) -> Iterator[Slip]:
    text = passage.text
    for span in spaces.stray(text):
        yield Slip(passage, *span, "", around(text, *span))
