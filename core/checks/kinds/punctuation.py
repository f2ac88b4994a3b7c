"""Punctuation: half-width marks in Chinese text, marks doubled, dangling or missing, stray spaces."""

from collections.abc import Iterator
from itertools import islice
from typing import Literal

from core.checks import widths
from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.mending import MOST_PLACES, Slip, around, mend, places_of, spots_of
from core.checks.model import TITLE, Finding, Fix
from core.checks.widths import HalfWidth
from core.report import SIGNATURE
from core.template import Template

_HAN = "\u4e00-\u9fff"


class WidthEntry(Entry):
    """Which marks the rule looks at: the full stop, or all the others."""

    marks: Literal["stops", "others"]


@kind("half_width", WidthEntry, "spot count", reads="prose")
def half_width(entry: WidthEntry, template: Template) -> Find:
    """Require full-width marks in Chinese text: one finding for the report, one edit for all of them.

    The edit mends what the other entry speaks of too. Numbers in brackets at the head of a point ("(一)") are mended
    with the others but are no reason to speak.
    """

    def find(case: Case) -> Iterator[Finding]:
        slips = [slip for passage in case.texts for slip in _slips(passage, entry.marks)]
        if slips:
            default = "{spot}用了半角标点，中文里应当用全角标点"
            message = entry.words(default, spot=spots_of(case, slips), count=len(slips))
            found = slips[0].place.quote
            yield entry.finding(message, places_of(slips), found=found, fix=_all_widened(case))

    return find


def _slips(passage: Passage, marks: str) -> list[Slip]:
    found = widths.stops(passage.text) if marks == "stops" else widths.others(passage.text)
    return [_slip(passage, one) for one in found if not one.is_head]


def _slip(passage: Passage, one: HalfWidth) -> Slip:
    return Slip(passage, one.start, one.end, one.right, around(passage.text, *one.seen, one.more))


def _all_widened(case: Case) -> Fix | None:
    """Return the fix for all marks, whichever rule speaks: what is done once leaves nothing to be done again."""
    count = sum(len(_slips(passage, marks)) for passage in case.texts for marks in ("stops", "others"))
    wide = ((passage, widths.widened(passage.text)) for passage in case.texts)
    slips = [Slip(passage, 0, len(passage.text), text) for passage, text in wide if text != passage.text]
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


_SPACE = Late(
    rf"(?<=[{_HAN}，。；：！？、“”《》（）()〈〉,;])[ \t\u3000\u00a0]{{1,20}}(?=[{_HAN}“《（])|(?<=[“《（(〈])[ \t\u3000\u00a0]{{1,20}}(?=\S)"
    rf"|(?<=[{_HAN}])[ \t\u3000\u00a0]{{1,20}}(?=[，。；：！？、”》）])|[\u200b-\u200f\u2060\ufeff]{{1,20}}",
    needs=" \t\u3000\u00a0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff",
)
_LABEL = Late(
    rf"[{_HAN}]{{1,2}}\s{{0,4}}[{_HAN}]{{0,8}}\s?[：:]|[（(]?[{_HAN}]{{0,4}}盖章|附[件表]|[年月日](?=\s|$)"
)
_FIELD = Late(
    r"(?:联系|电话|邮编|邮政编码|地址|传真|邮箱|电子邮箱|网址|网站|电子|日期|单位|时间|来源|咨询|监督|投诉|办公)[^，。；]{0,8}[：:]"
)
_AFTER_LABEL = Late(
    r"(?:附\s?[件表]\s?\d{0,2}|第[一二三四五六七八九十百\d]{1,4}[章节条部分]{1,2}|[：:]|(?<![每当本上下次全今去明后前个数几半按逐整同])[年月])$"
)


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
    for match in _SPACE.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        is_field = len(match.group()) > 1 or match.group() == "\u3000"
        if _FIELD.match(after[:16]) or (is_field and _LABEL.match(after[:16])):
            continue
        if before[-1:] not in "《“（" and (_AFTER_LABEL.search(before[-8:]) or not before.strip()):
            continue
        yield Slip(passage, *match.span(), "", around(text, *match.span()))
