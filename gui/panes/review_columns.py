"""The heads over columns of figures in the review, laid out as the form prints them: one label over those under it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics

from gui.panes.tables.measure import balanced

_TALLEST = 10_000
_UNDER_GROUP = 3
_APART = 0.3  # of a letter, at both sides: labels beside each other do not run together
_FLAGS = int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextWrapAnywhere)

Path = tuple[str, ...]


@dataclass(frozen=True)
class Head:
    """A label: the room over its columns, the part of it where the words stand; a group has others under it."""

    room: QRect
    words: QRect
    text: str
    is_group: bool

    def moved(self, by: QPoint) -> "Head":
        """Return the label elsewhere."""
        return replace(self, room=self.room.translated(by), words=self.words.translated(by))


@dataclass(frozen=True)
class _Span:
    """A label over the columns from `first` to before `end`, so many labels deep."""

    text: str
    depth: int
    first: int
    end: int
    is_group: bool


def heads(paths: Sequence[Path], edges: Sequence[int], metrics: QFontMetrics) -> list[Head]:
    """Return every label of the columns between these edges, from the height 0 downwards."""
    spans = list(_spans(paths))
    heights = _heights(spans, edges, metrics)
    placed = []
    for span in spans:
        below = heights[span.depth : span.depth + 1] if span.is_group else heights[span.depth :]
        room = QRect(
            edges[span.first], sum(heights[: span.depth]), _width(span, edges), sum(below) - _gap(span)
        )
        words = balanced(_within(room, metrics, span.text), metrics, span.text)
        placed.append(Head(room, words, span.text, span.is_group))
    return placed


def lines_between(placed: Sequence[Head], metrics: QFontMetrics) -> list[QRect]:
    """Return a line behind each label that has none under it, where labels stand too near to be told apart."""
    lowest = [one for one in placed if not one.is_group]
    apart = round(_APART * metrics.horizontalAdvance("国"))
    if all(one.room.width() - one.words.width() >= apart for one in lowest if len(one.text) > 1):
        return []
    return [QRect(one.room.right() + 1, one.room.top(), 1, one.room.height()) for one in lowest[:-1]]


def _spans(paths: Sequence[Path]) -> Iterator[_Span]:
    """Yield each label once, over all columns beside each other that it belongs to."""
    for depth in range(max(map(len, paths))):
        first = 0
        for at in range(1, len(paths) + 1):
            same = at < len(paths) and paths[at][: depth + 1] == paths[first][: depth + 1]
            if same:
                continue
            path = paths[first]
            if depth < len(path):
                yield _Span(path[depth], depth, first, at, is_group=len(path) > depth + 1)
            first = at


def _heights(spans: Sequence[_Span], edges: Sequence[int], metrics: QFontMetrics) -> list[int]:
    """Return the height of each depth; a label with none under it goes on down to the figures."""
    heights = [0] * (1 + max(span.depth for span in spans))
    needed = [(span, _needed(span, edges, metrics)) for span in spans]
    for span, height in needed:
        if span.is_group:
            heights[span.depth] = max(heights[span.depth], height)
    for span, height in needed:
        if not span.is_group:
            heights[-1] += max(0, height - sum(heights[span.depth :]))
    return heights


def _needed(span: _Span, edges: Sequence[int], metrics: QFontMetrics) -> int:
    room = _within(QRect(0, 0, _width(span, edges), _TALLEST), metrics, span.text)
    return metrics.boundingRect(room, _FLAGS, span.text).height() + _gap(span)


def _within(room: QRect, metrics: QFontMetrics, text: str) -> QRect:
    """Return the part of a room where words may stand; two letters wide at least where the room is.

    Three letters a line are made two: most words have two, "社会/公益/组织" reads better than "社会公/益组织".
    """
    letter = metrics.horizontalAdvance("国")
    wide = max(room.width() - 2 * round(_APART * letter), min(2 * letter, room.width()))
    if wide // letter == 3 and len(text) > 3:
        wide = 2 * letter
    apart = (room.width() - wide) // 2
    return room.adjusted(apart, 0, -apart, 0)


def _width(span: _Span, edges: Sequence[int]) -> int:
    return edges[span.end] - edges[span.first] - 1


def _gap(span: _Span) -> int:
    """Return the room under a label for the line that shows how far it goes."""
    return _UNDER_GROUP if span.is_group else 0
