"""Slips of the keyboard in the words of official prose: another character of the same sound, one too few or too many.

The slips are made beforehand from the words (`resources/lexicon/make_slips.py`), so the text is only looked up in
them. Chinese puts no space between words: where the characters around read as two words that meet, it is no slip.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

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
_APART = "\n"
_ENDS = (" ", _APART)
_LONGER = "|"  # no character of a slip


@dataclass(frozen=True, slots=True)
class _Guard:
    """What a character makes a word with, before it and behind it, and whether it is a word itself."""

    before: str
    behind: str
    alone: bool


_NO_GUARD = _Guard("", "", alone=False)


class KnownSlips:
    """The slips, each with the right word: the text of the file made ready.

    A line the file cannot have is an error that names it: nothing of the file is passed over unseen. Nearly all slips
    have two characters; for each first one all second ones stand in one text, which takes a fifth of the memory that
    the slips themselves would take. The right word is looked for in the text of the file.
    """

    def __init__(self, text: str) -> None:
        head, _, rest = text.partition("\n")
        words, mark, guards = rest.partition("\n>\n")
        if not head.startswith("#") or not mark:
            raise ValueError("slips.txt: no head, or no guards behind a line with >")
        lines = words.splitlines()
        self._words = _APART.join(["", *lines, ""])
        self._longer: dict[str, list[str]] = {}  # by the first two characters
        self._seconds = self._read(lines)
        self.guards: dict[str, _Guard] = {}
        for line in guards.splitlines():
            self._add_guard(line)

    def _read(self, lines: list[str]) -> dict[str, str]:
        """Return the second characters of all slips by the first: those of short ones, a mark, those of longer ones."""
        seconds = defaultdict[str, list[str]](list)
        for line in lines:
            right, *wrong = line.split(" ")
            lengths = set(map(len, wrong))
            if not right or min(lengths, default=0) < 2:
                raise _no_word(line)
            short = wrong if lengths == {2} else [one for one in wrong if len(one) == 2]
            for one in short:
                seconds[one[0]].append(one[1])
            for one in wrong if len(short) < len(wrong) else ():
                if len(one) > 2:
                    self._longer.setdefault(one[:2], []).append(one)
        self._must_be_once(seconds, lines)
        for pair in self._longer:
            found = seconds[pair[0]]
            found += [pair[1]] if _LONGER in found else [_LONGER, pair[1]]
        return {first: "".join(found) for first, found in seconds.items()}

    def _must_be_once(self, seconds: Mapping[str, list[str]], lines: list[str]) -> None:
        for first, found in (*(("", one) for one in self._longer.values()), *seconds.items()):
            if len(set(found)) < len(found):
                twice = {first + one for one in found if found.count(one) > 1}
                raise _no_word(next(one for one in reversed(lines) if not twice.isdisjoint(one.split(" "))))

    def right_of(self, slip: str) -> str:
        """Return the right word for one of the slips."""
        at = max(self._words.find(f" {slip}{end}") for end in _ENDS)
        return self._words[self._words.rindex(_APART, 0, at) + 1 :].split(" ", 1)[0]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Yield all slips with their right words."""
        for line in self._words.strip(_APART).split(_APART):
            right, *wrong = line.split(" ")
            yield from ((one, right) for one in wrong)

    def _add_guard(self, line: str) -> None:
        parts = line.split(" ")
        if len(parts) != 3 or len(parts[0]) != 2 or parts[0][1] not in "=-":
            raise ValueError(f"slips.txt: no guard: {line}")
        head, before, behind = parts
        self.guards[head[0]] = _Guard(before, behind, alone=head[1] == "=")

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the slips of a text: where they begin and end, and the right word."""
        since = 0
        for at, (first, second) in enumerate(pairwise(text)):
            if second not in self._seconds.get(first, "") or at < since:
                continue
            wrong = self._longest(text, at)
            if wrong and not self._meet(text, at, wrong):
                since = at + len(wrong)
                yield at, since, self.right_of(wrong)

    def _longest(self, text: str, at: int) -> str:
        """Return the slip that begins at a place, the longer one where there are two, "" where there is none."""
        pair = text[at : at + 2]
        longer = next((one for one in self._longer.get(pair, ()) if text.startswith(one, at)), "")
        return longer or (pair if pair[1] in self._seconds[pair[0]].partition(_LONGER)[0] else "")

    def _meet(self, text: str, at: int, wrong: str) -> bool:
        """Return whether the characters read as the end of a word and the beginning of another."""
        end = at + len(wrong)
        first, last = (self.guards.get(one, _NO_GUARD) for one in (wrong[0], wrong[-1]))
        ends = at > 0 and text[at - 1] in first.before
        begins = end < len(text) and text[end] in last.behind
        if len(wrong) > 2:  # where the gap is not at an end, the word itself is there
            right = self.right_of(wrong)
            return (ends and wrong[1] != right[1]) or (begins and wrong[-2] != right[-2])
        return (ends and (begins or last.alone)) or (begins and first.alone)


def _no_word(line: str) -> ValueError:
    return ValueError(f"slips.txt: no word with slips of its own: {line}")


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
