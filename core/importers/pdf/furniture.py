"""Page numbers, running heads and what browsers print round a page: left out, they are no part of the text."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.importers import loose
from core.importers.document import Remark
from core.importers.keys import bare
from core.importers.pdf import page_numbers
from core.importers.pdf.lines import Line
from core.importers.pdf.page_numbers import FULL, MARGIN, Pages, Place
from core.importers.pdf.table import both

ALONE = "页边上单独的一个数当作页码，没有读入；如果是正文里的数，请手工补上。"
MAYBE = "这个数单独在页边，不知道是页码还是正文里的数字"
_OUTER = 2
_LONGEST = 70
_SAME_PLACE = 4.0
_OF_SENTENCES = ("。", "；", "，", "、")
_DRAWN = "|｜ \t\u3000"  # what draws a cell in plain text
_DIGITS = re.compile(r"\d+")
_SIGNED_NUMBER = re.compile(
    r"[—–－\-·\s]*[—–－\-·]\s*\d{1,3}\s*[—–－\-·][—–－\-·\s]*|第\s*\d{1,3}\s*页|(第\s*)?\d{1,3}\s*页[，,/／\s]*共?\s*\d{1,3}\s*页"
    r"|\d{1,3}\s*[/／]\s*\d{1,3}|Page\s*\d{1,3}(\s*of\s*\d{1,3})?",
    re.IGNORECASE,
)
_PRINTED_FROM = re.compile(r"(https?|file|about):\S*(\s+\d{1,3}\s*/\s*\d{1,3})?")
_PRINTED_ON = re.compile(
    r"\d{1,4}[/.\-年]\d{1,2}[/.\-月]\d{1,4}日?,?\s*(上午|下午)?\s*\d{1,2}:\d{2}(:\d{2})?(\s*[AP]M)?(\s.{0,60})?",
    re.IGNORECASE,
)

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Bodies:
    """The lines of each page without its furniture, and what is said of what was left out on a guess."""

    pages: list[list[Line]]
    remarks: tuple[Remark, ...] = ()


def without(pages: Pages, known: frozenset[str]) -> Bodies:
    """Return the lines of the pages without furniture; a page is its height and its lines from the top.

    `known` are the bare words of the forms' tables: they and figures stand in cells and are no running heads.
    """
    numbers = page_numbers.bare(pages)
    taken = page_numbers.running(numbers, len(pages))
    alone = page_numbers.alone(numbers, len(pages))
    remarks = (Remark(ALONE, alone.line.text.strip()),) if alone else ()
    left_out = {*taken, *_signed(pages), *_repeated(pages, known), *([alone.place] if alone else ())}
    odd = {one.place for one in numbers if one.apart}
    bodies = [
        [
            replace(line, doubt=both(line.doubt, MAYBE)) if (page, place) in odd else line
            for place, line in enumerate(lines)
            if (page, place) not in left_out
        ]
        for page, (_, lines) in enumerate(pages)
    ]
    return Bodies(bodies, remarks)


def _outer(pages: Pages) -> Iterator[tuple[Place, Line]]:
    """Yield the first and last lines of each page that stand in its margin."""
    for page, (height, lines) in enumerate(pages):
        for place, line in enumerate(lines):
            outer = min(place, len(lines) - 1 - place) < _OUTER
            if outer and min(line.base, height - line.base) <= MARGIN * height:
                yield (page, place), line


def _signed(pages: Pages) -> Iterator[Place]:
    """Yield the places of what can be nothing else: numbers between strokes, what a browser prints."""
    for place, line in _outer(pages):
        text = line.text.strip()
        if any(one.fullmatch(text) for one in (_SIGNED_NUMBER, _PRINTED_FROM, _PRINTED_ON)):
            yield place


def _repeated(pages: Pages, known: frozenset[str]) -> set[Place]:
    """Return the places of what stands in the margin of several pages at the same height: running heads and feet."""
    seen: dict[Key, list[Place]] = defaultdict(list)
    for place, line in _outer(pages):
        full = line.right - line.left > FULL * pages[place[0]][0]  # a line of the text itself
        text = line.text.strip(_DRAWN)
        said = text.endswith(_OF_SENTENCES) or loose.is_content(text) or bare(text) in known
        if full or said or len(text) > _LONGEST:
            continue
        for key in _keys(line, place[0]):
            seen[key].append(place)
    return {place for places in seen.values() if len({page for page, _ in places}) > 1 for place in places}


def _keys(line: Line, page: int) -> set[Key]:
    """Return words and height of a line as they are compared; two heights, so that none falls between.

    A figure in it is either the same on all pages or counts them.
    """
    words = {line.text}
    for figure in _DIGITS.finditer(line.text):
        count = int(figure[0][:9]) - page
        words.add(f"{line.text[: figure.start()]}#{count}{line.text[figure.end() :]}")
    height = line.base / _SAME_PLACE
    return {key for text in words for key in ((text, int(height) * 2), (text, int(height + 0.5) * 2 + 1))}
