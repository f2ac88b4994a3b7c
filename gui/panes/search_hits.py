"""What was found in the report, at which place of the count one stands, and how that is told."""

from collections.abc import Iterable
from dataclasses import replace

from core.checks.model import Place, TextPlace
from core.searching import Match, Query, at_or_behind, find
from gui.session import Session

_LONGEST_QUOTE = 16
_FIXED = {
    "heading": "这是格式固定的标题，不能替换",
    "label": "这是表格里固定的名称，不能替换",
    "figure": "这是表格里的数，要改请在表格里改",
}


class Hits:
    """The places where words stand, in the order of the report, and the number of the one at hand, from 0.

    `replaced` counts those replaced one by one since the search began, with nothing else changed in between.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.all: list[Match] = []
        self.at = self.replaced = 0

    @property
    def match(self) -> Match | None:
        """The place that one stands at, None where nothing was found."""
        return self.all[self.at] if self.at < len(self.all) else None

    def begin(self, query: Query, here: TextPlace) -> None:
        """Search, and stand at the first place from there on."""
        self.all = self._found(query)
        self.replaced = 0
        self.at = at_or_behind(self._session.report, self.all, here)

    def catch_up(self, query: Query) -> None:
        """Let the places be those of the report as it is now; the number stays where none are left, undo brings them back."""
        self.all = self._found(query)
        if self.all:
            self.at = min(self.at, len(self.all) - 1)

    def step(self, by: int) -> None:
        """Go to the next place, or with -1 to the one before; behind the last comes the first."""
        if self.all:
            self.at = (self.at + by) % len(self.all)

    def pass_by(self, query: Query, replaced: Match, by: str) -> None:
        """Go on behind the words that were just put in for others."""
        self.all = self._found(query)
        end = replaced.start + len(by)
        while (at := self.match) and at.source.place == replaced.source.place and at.start < end:
            self.at += 1  # found in the new words, or before them
        self.at = self.at if self.match else 0

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
