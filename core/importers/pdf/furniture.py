"""Page numbers, running heads and what browsers print round a page: left out, they are no part of the text."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from core.importers.document import Remark
from core.importers.pdf import page_numbers, running_heads
from core.importers.pdf.lines import Line
from core.importers.pdf.page_numbers import Number, Pages, Place
from core.importers.pdf.table import both

ALONE = "页边上单独的一个数当作页码，没有读入；如果是正文里的数，请手工补上。"
MAYBE = "这个数单独在页边，不知道是页码还是正文里的数字"
HEAD = "几页的页边上都有的一行字当作页眉、页脚，没有读入；如果是正文，请手工补上。"
MAYBE_HEAD = "几页的页边上都有这一行，不知道是页眉、页脚还是正文"
_COUNT = r"(?:\d{1,3}|[〇零一二两三四五六七八九十百]{1,5})"
_SIGNED_NUMBER = re.compile(
    rf"[—–－\-·\s]*[—–－\-·]\s*\d{{1,3}}\s*[—–－\-·][—–－\-·\s]*|第\s*{_COUNT}\s*页"
    rf"|(第\s*)?{_COUNT}\s*页[，,/／\s]*共?\s*{_COUNT}\s*页|共\s*{_COUNT}\s*页[，,/／\s]*第\s*{_COUNT}\s*页"
    r"|\d{1,3}\s*[/／]\s*\d{1,3}|Page\s*\d{1,3}(\s*of\s*\d{1,3})?",
    re.IGNORECASE,
)
_PRINTED_FROM = re.compile(r"(https?|file|about):\S*\s+\d{1,3}\s*/\s*\d{1,3}")
_PRINTED_ON = re.compile(
    r"\d{1,4}[/.\-年]\d{1,2}[/.\-月]\d{1,4}日?,?\s*(上午|下午)?\s*\d{1,2}:\d{2}(:\d{2})?(\s*[AP]M)?(?P<title>\s.{0,60})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Bodies:
    """The lines of each page without its furniture, and what is said of what was left out on a guess."""

    pages: list[list[Line]]
    remarks: tuple[Remark, ...] = ()


def without(pages: Pages, known: frozenset[str]) -> Bodies:
    """Return the lines of the pages without furniture; a page is its height and its lines from the top.

    `known` are the bare words of the forms' tables: they and figures stand in cells and are no running heads.
    """
    signed, printed = set(_signed(pages)), set(_printed(pages))
    heads = running_heads.repeated(pages, known, {*signed, *printed, *page_numbers.places(pages)})
    numbers = page_numbers.bare(pages, (printed | heads.taken) - signed)
    alone = page_numbers.alone(numbers, len(pages))
    counted = page_numbers.running(numbers, len(pages))
    left_out = {*signed, *printed, *heads.taken, *counted, *([alone.place] if alone else ())}
    doubts = _doubts(numbers, heads.doubted)
    bodies = [
        [
            replace(line, doubt=both(line.doubt, doubts.get((page, place), "")))
            for place, line in enumerate(lines)
            if (page, place) not in left_out
        ]
        for page, (_, lines) in enumerate(pages)
    ]
    return Bodies(bodies, tuple(_remarks(pages, alone, heads.guessed)))


def _doubts(numbers: Collection[Number], heads: Collection[Place]) -> dict[Place, str]:
    """Return what is not sure of lines that stay; a 0 away from the text counts no page."""
    return {
        **dict.fromkeys(heads, MAYBE_HEAD),
        **{one.place: MAYBE for one in numbers if one.apart and one.value},
    }


def _remarks(pages: Pages, alone: Number | None, heads: Collection[Place]) -> Iterator[Remark]:
    if alone:
        yield Remark(ALONE, alone.line.text.strip())
    for words in dict.fromkeys(pages[page][1][place].text.strip() for page, place in sorted(heads)):
        yield Remark(HEAD, words)


def _signed(pages: Pages) -> Iterator[Place]:
    """Yield the places of numbers that can be nothing else: between strokes, with “第” and “页”, “1/4”."""
    for place, line in running_heads.outer(pages):
        if _SIGNED_NUMBER.fullmatch(line.text.strip()):
            yield place


def _printed(pages: Pages) -> Iterator[Place]:
    """Yield the places of what a browser prints: an address with the number, a time with the name of the page."""
    for place, line in running_heads.outer(pages):
        text = line.text.strip()
        on = _PRINTED_ON.fullmatch(text)
        titled = on and on["title"]
        if titled and not running_heads.stands_off(pages, place):
            continue
        if on or _PRINTED_FROM.fullmatch(text):
            yield place
