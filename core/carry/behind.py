"""What of last year a draft on another form has no place for, and the edit that takes it over after all."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import groupby

from core.carry.years import roll
from core.edits import Splice
from core.report import PREFACE, Note, Paragraph, Report

LEFT_BEHIND = "left_behind"

_SENTENCE = re.compile(r"[^。！？]+[。！？]?[”’）」]*")
_CONTACTS = {
    "地址": re.compile(r"地址\s*[:：为是在]|(?:联系|通讯|通信|办公)地址"),
    "邮编": re.compile(r"邮编|邮政编码"),
    "电话": re.compile(r"(?:电话|热线)\s*(?:号码)?\s*[:：为是]?\s*[\d(（]"),
    "传真": re.compile(r"传真"),
    "邮箱": re.compile(r"邮箱|电子邮件|\w@\w"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of last year that have no place in the form of this year: what they tell, and whether they stand there now."""

    words: str
    contacts: tuple[str, ...] = ()
    is_taken: bool = False


def left_behind(message: str, source: str) -> Note:
    """Return the note on words that the form of this year has no place for."""
    return Note(message=message, source=source, kind=LEFT_BEHIND)


def is_worded_anew(paragraph: Paragraph) -> bool:
    """Return whether a paragraph that nobody has looked at yet is none of last year's: another form words it."""
    return paragraph.state == "carried" and not paragraph.origin and bool(paragraph.text.strip())


def has_new_preface(report: Report) -> bool:
    """Return whether the form worded the preface of a draft anew and nobody has looked at it yet."""
    preface = report.section(PREFACE)
    return preface is not None and any(is_worded_anew(one) for one in preface.paragraphs)


def pieces(report: Report) -> list[Piece]:
    """Return what was left behind, in order; sentences on how to reach the office stand by themselves."""
    texts = {one.origin or one.text for _, _, one in report.paragraphs()}
    found = []
    for note in report.notes:
        if note.kind == LEFT_BEHIND:
            for contacts, sentences in groupby(
                _SENTENCE.findall(note.source), key=lambda one: bool(_told(one))
            ):
                words = "".join(sentences).strip()
                found.append(Piece(words, _told(words) if contacts else (), words in texts))
    return [one for one in found if one.words]


def tells_of_form(report: Report) -> bool:
    """Return whether a draft has to tell of its form: its preface waits, and not all that was left behind is taken over."""
    found = pieces(report)
    return has_new_preface(report) and (not found or any(not one.is_taken for one in found))


def source_name(report: Report) -> str:
    """Return what the report that a draft was made from is called: last year's, or by its year where it is older."""
    last = report.carried_from()
    return f"{last.year} 年" if last and last.year != report.year - 1 else "去年"


def with_source(report: Report, words: str = "和") -> str:
    """Return words and that name behind them, with a space before a figure."""
    name = source_name(report)
    return f"{words} {name}" if name[0].isdigit() else f"{words}{name}"


def _told(words: str) -> tuple[str, ...]:
    """Return what words tell of how to reach the office."""
    return tuple(name for name, pattern in _CONTACTS.items() if pattern.search(words))


def taken_over(report: Report, words: Collection[str], written: Callable[[str], str] = str) -> Splice | None:
    """Return the edit that puts words that were left behind below the preface, to be looked at; None for none.

    `written` gives each of them as it is written in this report.
    """
    preface, last = report.section(PREFACE), report.carried_from()
    if preface is None or not words:
        return None
    year = last.year if last else report.year
    new = tuple(
        Paragraph(text=written(roll(one, year, report.year - year)), state="carried", origin=one)
        for one in words
    )
    return Splice(PREFACE, len(preface.paragraphs), 0, new, "放到前言后面")
