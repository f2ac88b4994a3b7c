"""Page numbers, running heads and what browsers print round a page: left out, they are no part of the text."""

import re
from collections import Counter
from collections.abc import Sequence

from core.importers.pdf.lines import Line

_MARGIN = 0.13
_EDGE = 0.09
_OUTER = 2
_LONGEST = 70
_SAME_PLACE = 4.0
_CLOSE, _SAME_LEFT = 1.8, 2.0
_FULL = 0.46  # of the height of the page: two thirds of the width of an upright one
_DIGITS = re.compile(r"\d+")
_SIGNED_NUMBER = re.compile(
    r"[—–－\-·\s]+\d{1,3}[—–－\-·\s]+|第?\s*\d{1,3}\s*页([，,/／\s]*共?\s*\d{1,3}\s*页)?|\d{1,3}\s*[/／]\s*\d{1,3}"
    r"|Page\s*\d{1,3}(\s*of\s*\d{1,3})?",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"\d{1,3}")
_PRINTED_FROM = re.compile(r"(https?|file|about):\S*(\s+\d{1,3}\s*/\s*\d{1,3})?")
_PRINTED_ON = re.compile(
    r"\d{1,4}[/.\-年]\d{1,2}[/.\-月]\d{1,4}日?,?\s*(上午|下午)?\s*\d{1,2}:\d{2}(:\d{2})?(\s*[AP]M)?(\s.{0,60})?",
    re.IGNORECASE,
)

Pages = Sequence[tuple[float, Sequence[Line]]]


def without(pages: Pages) -> list[list[Line]]:
    """Return the lines of each page without its furniture; a page is its height and its lines from the top."""
    repeated = _repeated(pages)
    return [
        [
            line
            for place, line in enumerate(lines)
            if not _is_furniture(line, height, min(place, len(lines) - 1 - place), repeated)
            or _is_in_column(lines, place)
        ]
        for height, lines in pages
    ]


def _is_furniture(line: Line, height: float, from_edge: int, repeated: set[tuple[str, int]]) -> bool:
    """Return whether the line is furniture; `from_edge` is how many lines lie between it and the edge of the page."""
    margin = _margin_of(line, height)
    if margin > _MARGIN or from_edge >= _OUTER:
        return False
    text = line.text.strip()
    if _SIGNED_NUMBER.fullmatch(text) or _PRINTED_FROM.fullmatch(text) or _PRINTED_ON.fullmatch(text):
        return True
    if _BARE_NUMBER.fullmatch(text):
        return from_edge == 0 and margin <= _EDGE
    return bool(_keys(line) & repeated)


def _is_in_column(lines: Sequence[Line], place: int) -> bool:
    """Return whether a bare number goes on from the next line inwards: right below or above it, and as far left."""
    line = lines[place]
    if len(lines) < 2 or not _BARE_NUMBER.fullmatch(line.text.strip()):
        return False
    beside = lines[place - 1 if place else 1]
    close = abs(line.base - beside.base) <= _CLOSE * max(line.size, beside.size)
    return close and abs(line.left - beside.left) <= _SAME_LEFT


def _margin_of(line: Line, height: float) -> float:
    """Return how far the line is from the nearer edge, as a share of the page."""
    return min(line.base, height - line.base) / height


def _repeated(pages: Pages) -> set[tuple[str, int]]:
    """Return what stands in the margin of several pages in the same place, figures aside."""
    seen: Counter[tuple[str, int]] = Counter()
    for height, lines in pages:
        found: set[tuple[str, int]] = set()
        for line in (*lines[:_OUTER], *lines[-_OUTER:]):
            full = line.right - line.left > _FULL * height  # a line of the text itself, not a running head
            if not full and _margin_of(line, height) <= _MARGIN and len(line.text) <= _LONGEST:
                found |= _keys(line)
        seen.update(found)
    return {key for key, pages_with_it in seen.items() if pages_with_it > 1}


def _keys(line: Line) -> set[tuple[str, int]]:
    """Return words and place of a line as they are compared; two places, so that none falls between."""
    text = _DIGITS.sub("#", line.text)
    place = line.base / _SAME_PLACE
    return {(text, int(place) * 2), (text, int(place + 0.5) * 2 + 1)}
