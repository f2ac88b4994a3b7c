"""Slips of the keyboard in the words of official prose: another character of the same sound, one too few or too many.

The slips are made beforehand from the words (`resources/lexicon/make_slips.py`), so the text is only looked up in
them. Chinese puts no space between words: where the characters around read as two words that meet, it is no slip.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from core.checks.case import Case
from core.checks.entry import Entry, Find, kind
from core.checks.kept import read_once
from core.checks.kinds.wording import replaced
from core.checks.late import Late
from core.checks.mending import Slip, mend
from core.checks.model import Finding
from core.paths import RESOURCES
from core.template import Template

_QUOTED = Late(r"《[^《》]{1,200}》|[“\"‘'][^“”\"‘’']{1,16}[”\"’']")
_NAMED = Late(r".{0,2}(?:[村镇乡组庄屯巷湾坝寨]|街道|路|社区|公司|桥|水库|小学|中学|同志|先生|女士)")
_MOST = 40


@dataclass(frozen=True, slots=True)
class _Guard:
    """What a character makes a word with, before it and behind it, and whether it is a word itself."""

    before: str
    behind: str
    alone: bool


_NO_GUARD = _Guard("", "", alone=False)


class KnownSlips:
    """The slips by their first two characters, each with the right word: the text of the file made ready.

    A line the file cannot have is an error that names it: nothing of the file is passed over unseen.
    """

    def __init__(self, text: str) -> None:
        head, _, rest = text.partition("\n")
        words, mark, guards = rest.partition("\n>\n")
        if not head.startswith("#") or not mark:
            raise ValueError("slips.txt: no head, or no guards behind a line with >")
        self.right: dict[str, str] = {}
        for line in words.splitlines():
            self._add_word(line)
        self.longer: dict[str, list[str]] = {}
        for slip in self.right:
            if len(slip) > 2:
                self.longer.setdefault(slip[:2], []).append(slip)
        self.guards: dict[str, _Guard] = {}
        for line in guards.splitlines():
            self._add_guard(line)

    def _add_word(self, line: str) -> None:
        right, *wrong = line.split(" ")
        known = len(self.right)
        self.right.update(dict.fromkeys(wrong, right))
        if not right or not wrong or min(map(len, wrong)) < 2 or len(self.right) < known + len(wrong):
            raise ValueError(f"slips.txt: no word with slips of its own: {line}")

    def _add_guard(self, line: str) -> None:
        parts = line.split(" ")
        if len(parts) != 3 or len(parts[0]) != 2 or parts[0][1] not in "=-":
            raise ValueError(f"slips.txt: no guard: {line}")
        head, before, behind = parts
        self.guards[head[0]] = _Guard(before, behind, alone=head[1] == "=")

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the slips of a text: where they begin and end, and the right word."""
        since = 0
        for at in range(len(text) - 1):
            pair = text[at : at + 2]
            if at < since or (pair not in self.right and pair not in self.longer):
                continue
            wrong = next((one for one in self.longer.get(pair, ()) if text.startswith(one, at)), "")
            if not wrong and pair in self.right:
                wrong = pair
            if wrong and not self._meet(text, at, wrong):
                since = at + len(wrong)
                yield at, since, self.right[wrong]

    def _meet(self, text: str, at: int, wrong: str) -> bool:
        """Return whether the characters read as the end of a word and the beginning of another."""
        end = at + len(wrong)
        first, last = (self.guards.get(one, _NO_GUARD) for one in (wrong[0], wrong[-1]))
        ends = at > 0 and text[at - 1] in first.before
        begins = end < len(text) and text[end] in last.behind
        if len(wrong) > 2:  # where the gap is not at an end, the word itself is there
            right = self.right[wrong]
            return (ends and wrong[1] != right[1]) or (begins and wrong[-2] != right[-2])
        return (ends and (begins or last.alone)) or (begins and first.alone)


@lru_cache(maxsize=1)
def _known() -> KnownSlips:
    return KnownSlips((RESOURCES / "lexicon" / "slips.txt").read_text(encoding="utf-8"))


@read_once
def _slips_in(text: str) -> tuple[tuple[int, int, str], ...]:
    found = tuple(_known().find(text))
    if not found:
        return ()
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    return tuple(
        one
        for one in found
        if not _NAMED.match(text, one[1]) and not any(start < one[0] < end for start, end in quoted)
    )[:_MOST]


@kind("slips", Entry, "spot quote right", reads="prose")
def slips(entry: Entry, template: Template) -> Find:
    """Require that the words of official prose are written with their own characters."""

    def find(case: Case) -> Iterator[Finding]:
        alike: dict[tuple[str, str], list[Slip]] = {}
        for passage in case.texts:
            for start, end, right in _slips_in(passage.text):
                alike.setdefault((passage.text[start:end], right), []).append(
                    Slip(passage, start, end, right)
                )
        for same in alike.values():
            yield replaced(entry, case, same, mend(case, same, f"改为 {same[0].right}"))

    return find
