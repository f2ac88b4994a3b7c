"""Channels of publishing: those that prose names as used, beside those that the table has numbers of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pydantic import Field

from core import numbers
from core.checks.case import Case, Passage
from core.checks.entry import Find, kind
from core.checks.kinds.stated import ChannelsEntry
from core.checks.late import Late
from core.checks.model import Finding
from core.checks.reading import facts
from core.labels import short_label
from core.report import PREFACE
from core.template import Cell, Template

_MOST_MENTIONS, _BEHIND = 5, 60
_PARAGRAPH_SENTENCE = Late(r"[^。！!？?\n]{1,20000}")
_PART = Late(r"[^；;]{1,20000}")
_CLAUSE_MARKS = "，,。；;：:（）()\n"
_LIST_FOLLOWS = Late(r"[：:]|如下|以下")
Mentions = dict[str, list[tuple[Passage, int, int]]]


class NamedChannelsEntry(ChannelsEntry):
    """How prose names a channel as used.

    `used` are the verbs of publishing; `planned` makes a sentence a plan, `denied` says in the clause of the
    channel that there is none; `reading` and `inside` are words before and behind a channel that make it a
    source of reading or a talk among colleagues. `anyhow` are further words that a channel is named by.
    """

    used: str
    planned: str
    denied: str
    reading: str
    inside: str
    anyhow: dict[str, str] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of an entry, compiled."""

    used: Late
    planned: Late
    denied: Late
    reading: Late
    inside: Late


@kind("channels_named", NamedChannelsEntry)
def channels_named(entry: NamedChannelsEntry, template: Template) -> Find:
    """Require that a channel that prose names as used has a number, and one with a number is named."""
    cells = entry.cells.by_channel(template)
    words = _Words(
        *map(entry.late, (entry.used, entry.planned, entry.denied, entry.reading, entry.inside)),
    )
    anyhow = {name: entry.late(pattern) for name, pattern in entry.anyhow.items()}
    if not set(anyhow) <= set(cells):
        raise ValueError(f"没有叫 {sorted(set(anyhow) - set(cells))[0]} 的渠道")

    def find(case: Case) -> Iterator[Finding]:
        filled = {name: value for name in cells if (value := case.number(cells[name].id)) is not None}
        if not filled:
            return
        mentions = _mentions(case, words)
        everywhere = {
            name for one in case.passages for name, _, _ in facts.channels_named(one.text, facts.topics())
        }
        for name, value in filled.items():
            if not value and mentions.get(name):
                yield _named_but_zero(entry, case, cells[name], mentions[name])
            elif value > 0 and name not in everywhere and not case.says(anyhow.get(name)):
                yield _never_named(entry, case, cells[name], value)

    return find


def _mentions(case: Case, words: _Words) -> Mentions:
    """Return where prose names each channel as used, the section on publishing first."""
    found: Mentions = {}
    passages = sorted(case.reported(but=(PREFACE,)), key=lambda passage: passage.section != "disclosure")
    for passage in passages:
        for sentence in _PARAGRAPH_SENTENCE.finditer(passage.text):
            for start, end in _told(sentence, words):
                part = passage.text[start:end]
                for name, first, last in facts.channels_named(part, facts.topics()):
                    if not _is_none(part, first, last, words):
                        found.setdefault(name, []).append((passage, start + first, start + last))
    return found


def _told(sentence: re.Match[str], words: _Words) -> Iterator[tuple[int, int]]:
    """Yield the parts of a sentence that tell of publishing; the items of a list are told of by its head."""
    text, heads = sentence.group(), False
    for part in _PART.finditer(text):
        used = words.used.search(part.group())
        if (used or heads) and not words.planned.search(part.group()):
            yield sentence.start() + part.start(), sentence.start() + part.end()
        heads = heads or bool(used and _LIST_FOLLOWS.search(part.group()))


def _is_none(text: str, start: int, end: int, words: _Words) -> bool:
    """Return whether the clause of a channel says that there is none, or that it is no channel of ours."""
    begin = max(text.rfind(mark, 0, start) for mark in _CLAUSE_MARKS) + 1
    ends = [at for mark in _CLAUSE_MARKS if (at := text.find(mark, end)) >= 0]
    clause = text[begin : min([*ends, len(text)])]
    behind = text[end : end + _BEHIND]
    if words.denied.search(clause):
        return True
    return bool(words.reading.search(text, begin, start) or words.inside.match(behind))


def _named_but_zero(
    entry: NamedChannelsEntry, case: Case, cell: Cell, mentions: list[tuple[Passage, int, int]]
) -> Finding:
    places = tuple(passage.place(first, end) for passage, first, end in mentions[:_MOST_MENTIONS])
    passage = mentions[0][0]
    message = (
        f"{case.spot(passage)}写到“{places[0].quote}”，统计表“{short_label(cell.row[-1])}”填的是 0，请核对"
    )
    return entry.finding(message, (*places, case.cell_place(cell.id)), expected="", found="0")


def _never_named(entry: NamedChannelsEntry, case: Case, cell: Cell, value: Decimal) -> Finding:
    plain = numbers.plain(value)
    message = f"统计表“{short_label(cell.row[-1])}”填的是 {plain}，正文里没有写到这个渠道，请核对"
    return entry.finding(message, (case.cell_place(cell.id),), found=plain)
