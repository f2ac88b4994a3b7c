"""Numbers that Enter and pasting leave behind: two at the beginning of a paragraph, one with nothing behind it."""

from collections.abc import Iterator

from core import numbering, renumbering
from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.late import Late
from core.checks.model import Finding, Fix
from core.edits import Splice, rewrite
from core.report import SIGNATURE
from core.template import Template

_COUNTS = Late(r"\s{0,8}[一二三四五六七八九十\d]")  # "1、2、3季度", "一、二、三产业"
_REFERS = Late(r"\s{0,8}(?:[（(]|[项款条目级类])")  # "（一）（二）项"
_COMMA = "、"


@kind("two_numbers", Entry, "spot quote", reads="prose")
def two_numbers(entry: Entry, template: Template) -> Find:
    """Require one number at the beginning of a paragraph; a deeper list may begin behind it."""

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.in_sections(but=(SIGNATURE,)):
            first = numbering.read(passage.text)
            second = _second(passage.text, first) if first else None
            if first and second:
                yield _doubled(entry, case, passage, first.end, second)

    return find


def _second(text: str, first: numbering.Number) -> numbering.Number | None:
    """Return the number right behind the first where it cannot be meant, None where there is none such."""
    rest = text[first.end :]
    second = numbering.read(rest)
    if second is None or (second.level > first.level and second.value == 1):
        return None
    behind = rest[second.end :]
    if _REFERS.match(behind) or (second.writing.rstrip().endswith(_COMMA) and _COUNTS.match(behind)):
        return None
    return second


def _doubled(entry: Entry, case: Case, passage: Passage, begin: int, second: numbering.Number) -> Finding:
    blanks = len(second.writing) - len(second.writing.lstrip())
    place = passage.place(begin + blanks, begin + second.end)
    message = entry.words("{spot}开头有两个编号，多了“{quote}”", spot=case.spot(passage), quote=place.quote)
    text = passage.text[:begin] + passage.text[begin + second.end :].lstrip()
    edit = rewrite(case.report, passage.section, passage.index, text, unseen=True)
    return entry.finding(message, (place,), found=place.quote, fix=Fix(f"删去“{place.quote}”", edit))


@kind("number_alone", Entry, "spot quote", reads="prose")
def number_alone(entry: Entry, template: Template) -> Find:
    """Require words behind a number: one that stands alone is not printed."""

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.in_sections(but=(SIGNATURE,)):
            if numbering.is_alone(passage.text):
                yield _alone(entry, case, passage)

    return find


def _alone(entry: Entry, case: Case, passage: Passage) -> Finding:
    start, end = len(passage.text) - len(passage.text.lstrip()), len(passage.text.rstrip())
    place = passage.place(start, end)
    words = "{spot}的“{quote}”后面没有写内容，打印、导出时不印这一段，请核对"
    message = entry.words(words, spot=case.spot(passage), quote=place.quote)
    gone = Splice(passage.section, passage.index, 1, (), "删去一段")
    fix = Fix("删去这一段", renumbering.follow(case.report, gone))
    return entry.finding(message, (place,), found=place.quote, fix=fix)
