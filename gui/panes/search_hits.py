"""What was found in the report, at which place of the count one stands, and how that is told."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from core.checks.model import Place, TextPlace
from core.searching import Match, Query, at_or_behind, find
from gui.session import Session

_LONGEST_QUOTE = 16
_FIXED = {
    "heading": "这是格式固定的标题，不能替换",
    "label": "这是表格里固定的名称，不能替换",
    "figure": "这是表格里的数，要改请在表格里改",
}


@dataclass(frozen=True)
class _PutIn:
    """Words that were put in for others: the text they stand in, and where it has them."""

    place: object
    start: int
    words: str

    @property
    def end(self) -> int:
        return self.start + len(self.words)

    def holds(self, match: Match) -> bool:
        """Return whether words that were found are part of them, as they were put in."""
        is_there = self.place == match.source.place and self.start <= match.start and match.end <= self.end
        return is_there and match.source.text[self.start : self.end] == self.words

    def moved(self, replaced: Match, by: str) -> "_PutIn":
        """Return where they stand once others before them were replaced."""
        if self.place != replaced.source.place or self.start < replaced.end:
            return self
        return replace(self, start=self.start + len(by) - len(replaced.words))


class Hits:
    """The places where words stand, in the order of the report, and the number of the one at hand, from 0.

    `replaced` counts those replaced one by one since the search began, with nothing else changed in between; `put_in`
    is where the words stand that were put in for them, which may hold the words searched for.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.all: list[Match] = []
        self.at = self.replaced = 0
        self.put_in: list[_PutIn] = []

    @property
    def match(self) -> Match | None:
        """The place that one stands at, None where nothing was found."""
        return self.all[self.at] if self.at < len(self.all) else None

    def begin(self, query: Query, here: TextPlace) -> None:
        """Search, and stand at the first place from there on."""
        self.all = self._found(query)
        self.replaced, self.put_in = 0, []
        self.at = at_or_behind(self._session.report, self.all, here)

    def catch_up(self, query: Query) -> None:
        """Let the places be those of the report as it is now; the number stays where none are left, undo brings them back."""
        self.all = self._found(query)
        if self.all and not self.is_over:
            self.at = min(self.at, len(self.all) - 1)

    def step(self, by: int) -> None:
        """Go to the next place, or with -1 to the one before; behind the last comes the first."""
        if self.all:
            self.at = (min(self.at, len(self.all) - (by > 0)) + by) % len(self.all)

    def pass_by(self, query: Query, replaced: Match, by: str) -> None:
        """Go on behind the words that were just put in for others; at none where all that is left was put in so."""
        self.all = self._found(query)
        self.put_in = [one.moved(replaced, by) for one in self.put_in]
        self.put_in.append(_PutIn(replaced.source.place, replaced.start, by))
        end = replaced.start + len(by)
        while (at := self.match) and at.source.place == replaced.source.place and at.start < end:
            self.at += 1  # found in the new words, or before them
        self.at = self.at if self.match else 0
        self.pass_own()

    def pass_own(self) -> None:
        """Go on to the next place that was not put in by a replacement, behind the last one to the first; else to none."""
        count = len(self.all)
        ways = ((self.at + step) % count for step in range(count))
        self.at = next((at for at in ways if not self.is_own(self.all[at])), count)

    def is_own(self, match: Match) -> bool:
        """Return whether words stand in what was put in for others, and still stands there."""
        return any(one.holds(match) for one in self.put_in)

    @property
    def is_over(self) -> bool:
        """Whether the last was just replaced, and nothing is left but what was put in."""
        return self.replaced > 0 and all(map(self.is_own, self.all))

    def told(self, words: str, *, stands: bool) -> str:
        """Return where one stands, or only how many there are where one does not; "" where nothing is searched for."""
        match = self.match
        if match is None and self.replaced:
            all_of_them = f"，一共替换了 {self.replaced} 处" if self.replaced > 1 else ""
            return f"已替换最后 1 处，没有别的了{all_of_them}。按 Ctrl+Z 可以撤销。"
        if match is None:
            return f"整份报告里没有找到“{_quoted(words)}”。" if words else ""
        if not stands:
            return f"共 {len(self.all)} 处"
        fixed = f"（{_FIXED[match.source.kind]}）" if match.source.fixed else ""
        return f"第 {self.at + 1} 处，共 {len(self.all)} 处{fixed}"

    def _found(self, query: Query) -> list[Match]:
        return find(self._session.template, self._session.report, query)


def behind(place: Place, replaced: Iterable[Match], by: str) -> Place:
    """Return where the end of a place in words is once others stand there; nothing of them is chosen."""
    if not isinstance(place, TextPlace):
        return place
    end = place.end
    for one in replaced:
        source, at = one.source, one.place
        is_before = source.kind == "paragraph" and isinstance(at, TextPlace) and at.end <= place.end
        if is_before and (source.key, source.index) == (place.section, place.paragraph):
            end += len(by) - len(one.words)
    return replace(place, start=end, end=end, quote="")


def _quoted(words: str) -> str:
    return words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}…"
