"""What an office would send back: faults of a finished PDF against GB/T 9704, found in its boxes alone."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from tests.layout.pdf_boxes import Box, Line, Page

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM
LEFT, RIGHT, TOP, BOTTOM = 28 * MM, (210 - 26) * MM, 37 * MM, (297 - 35) * MM
BODY, PLACE = 16.0, (RIGHT - LEFT) / 28
NEVER_FIRST = frozenset("，。、；：？！）》〉」』】〕〗”’…—～·％‰℃,.;:?!)]}%")
NEVER_LAST = frozenset("（《〈「『【〔〖“‘([{")
HANGING = frozenset("，。、；：,.")
_NUMBER = re.compile(r"—(\d+)—")
_HALF = re.compile(r"[!-~“”‘’·…—]")
_DIVIDED = re.compile(
    r"[0-9.,/〔]\n[0-9%‰]|[0-9]\n(?:年|月|日|号|件|条|个|人|次|万|元|页)|\n?〕\n|[A-Za-z]\n[A-Za-z]"
)


@dataclass
class Counts:
    """What was looked at in one or many files."""

    pages: int = 0
    lines: int = 0
    full: int = 0
    ragged: int = 0
    continued: int = 0
    characters: Counter[int] = field(default_factory=Counter)


def is_number(line: Line) -> bool:
    """Whether a line is a page number."""
    return bool(_NUMBER.fullmatch(line.text))


def body(page: Page) -> list[Line]:
    """Return the lines of a page without its number."""
    return [line for line in page.lines if not is_number(line)]


def all_faults(pages: list[Page], pitch: float = 28.95, place: str = "outer") -> list[str]:
    """Return everything that is wrong."""
    found = [*_sheets(pages), *_margins(pages), *_grid(pages, pitch), *_numbers(pages, place)]
    found += [*_ends(pages), *_divided(pages), *_tables(pages), *_glyphs(pages)]
    return found


def count(pages: list[Page], counts: Counts) -> None:
    """Add what a file holds: lines, full lines, and how many characters each full line of Chinese has."""
    counts.pages += len(pages)
    counts.lines += sum(len(body(page)) for page in pages)
    counts.continued += len(list(continued(pages)))
    for line, _ in _runs_on(pages):
        counts.full += 1
        if line.chars[-1].x < RIGHT - PLACE - 1:
            counts.ragged += 1
        elif not _HALF.search(line.text):
            counts.characters[len(line.text) + round((line.left - LEFT) / PLACE)] += 1


def _sheets(pages: list[Page]) -> Iterator[str]:
    for page in pages:
        if abs(page.width - WIDTH) > 0.5 or abs(page.height - HEIGHT) > 0.5:
            yield f"page {page.number} is no A4"


def _margins(pages: list[Page]) -> Iterator[str]:
    for page in pages:
        for line in body(page):
            last = line.chars[-1]
            right = last.x if last.text in HANGING else last.right
            if line.left < LEFT - 0.5 or right > RIGHT + 0.5:
                yield f"page {page.number} leaves the type area at a side: {line.text}"
            if line.y - 0.9 * line.size < TOP - 0.5 or line.y > BOTTOM:
                yield f"page {page.number} leaves the type area above or below: {line.text}"
        for box in page.frames:
            if box.left < LEFT - 1 or box.right > RIGHT + 1 or box.top < TOP - 1 or box.bottom > BOTTOM + 2:
                yield f"page {page.number} has a frame outside of the type area"


def _grid(pages: list[Page], pitch: float) -> Iterator[str]:
    """Every line of body size stands on the lines of the page, which are counted anew under a table.

    No page has more lines than it has room for.
    """
    room = int((BOTTOM - TOP) / pitch + 0.001)
    for page in pages:
        on_grid = [line for line in body(page) if abs(line.size - BODY) < 0.1]
        offsets: dict[float, set[float]] = {}
        for line in on_grid:
            above = max((box.bottom for box in page.frames if box.bottom < line.y), default=TOP)
            offsets.setdefault(above, set()).add(round((line.y - TOP) % pitch, 1))
        for found in offsets.values():
            if max(found) - min(found) > 0.2:
                yield f"page {page.number} has lines off the grid: {sorted(found)}"
        if len(on_grid) > room:
            yield f"page {page.number} has {len(on_grid)} lines"


def _numbers(pages: list[Page], place: str) -> Iterator[str]:
    """The number is in 4号 Song between two dashes, 7 mm below the type area, a character in from the outer edge."""
    for page in pages:
        marks = [line for line in page.lines if is_number(line)]
        if len(marks) != 1 or marks[0].text != f"—{page.number}—":
            yield f"page {page.number} has the number {[line.text for line in marks]}"
            continue
        mark = marks[0]
        right = mark.chars[-1].x + mark.size
        if place == "center":
            here = abs(mark.left + right - LEFT - RIGHT) < 1.5
        else:
            here = abs(RIGHT - 14 - right) < 1 if page.number % 2 else abs(LEFT + 14 - mark.left) < 1
        below = mark.y - 0.7 * mark.size - BOTTOM
        if (
            not here
            or abs(below - 7 * MM) > 1
            or abs(mark.size - 14) > 0.1
            or "Song" not in mark.chars[1].font
        ):
            yield f"page {page.number} has its number in the wrong place or type"


def _ends(pages: list[Page]) -> Iterator[str]:
    for page in pages:
        for line in body(page):
            if line.text[0] in NEVER_FIRST:
                yield f"page {page.number}: a line begins with {line.text[:6]}"
            if line.text[-1] in NEVER_LAST:
                yield f"page {page.number}: a line ends with {line.text[-6:]}"


def _runs_on(pages: list[Page]) -> Iterator[tuple[Line, Line]]:
    """Yield each line of body text with the one that continues its paragraph."""
    lines = [line for page in pages for line in body(page)]
    for line, following in pairwise(lines):
        same = abs(line.size - BODY) < 0.1 and abs(following.size - BODY) < 0.1
        if (
            same
            and abs(following.left - LEFT) < 1
            and following.text != "附件"
            and line.left < LEFT + 2.5 * PLACE
        ):
            yield line, following


def _divided(pages: list[Page]) -> Iterator[str]:
    for line, following in _runs_on(pages):
        if _DIVIDED.search(f"{line.text[-8:]}\n{following.text[:8]}"):
            yield f"page {line.page}: divided between {line.text[-8:]} and {following.text[:8]}"


def _glyphs(pages: list[Page]) -> Iterator[str]:
    for page in pages:
        chars = [*page.cells, *(char for line in page.lines for char in line.chars)]
        for char in chars:
            if char.text in "□\ufffd\x00":
                yield f"page {page.number} lacks a glyph"


def _tables(pages: list[Page]) -> Iterator[str]:
    """No character sticks out of the frames, and a table that goes on begins with the same head as before."""
    for page in pages:
        for char in page.cells:
            if not any(_inside(box, char.x, char.y, char.size) for box in page.frames):
                yield f"page {page.number}: {char.text} is cut by the end of its cell"
    for before, page in continued(pages):
        head = _first_row(page)
        if head not in _rows(before) and not head.startswith("第二十条"):
            yield f"page {page.number} continues a table without its head: {head}"


def continued(pages: list[Page]) -> Iterator[tuple[Page, Page]]:
    """Yield the pages between which a table goes on: a frame stands at the top, where a heading else would."""
    for before, page in pairwise(pages):
        if before.frames and page.frames and min(box.top for box in page.frames) < TOP + 1:
            yield before, page


def _inside(box: Box, x: float, y: float, size: float) -> bool:
    return box.left - 1 <= x <= box.right and box.top - 1 <= y - 0.8 * size and y <= box.bottom + 1


def _first_row(page: Page) -> str:
    """Return the words of the highest row of a page."""
    top = min(box.top for box in page.frames)
    boxes = [box for box in page.frames if abs(box.top - top) < 1]
    return _words(page, boxes)


def _words(page: Page, boxes: list[Box]) -> str:
    chars = [char for char in page.cells if any(_inside(box, char.x, char.y, char.size) for box in boxes)]
    return "".join(char.text for char in sorted(chars, key=lambda one: (round(one.y), one.x)))


def _rows(page: Page) -> set[str]:
    """Return the words of every row of frames of a page."""
    tops = {round(box.top) for box in page.frames}
    return {_words(page, [box for box in page.frames if abs(box.top - top) < 1]) for top in tops}
