"""The picture of several years that the program itself put into a report: its words are no paragraphs of the report.

It is drawn anew from the figures of each year. What is printed under it is known by both of its lines together, in the
very words of `core.trend`; in a PDF the labels inside of the picture stand above them as lines of text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.importers.document import Element, Grid, Stream, Text, cells_of, size
from core.report import Note

_CAPTION = re.compile(r"图(?P<number>\d{1,2})\s+\d{4}—\d{4}年(?P<names>[^。]+)情况")
_IN_WORKBOOK = re.compile(_CAPTION.pattern + r"（见工作表“走势图\d{1,2}”）")
_SOURCE = re.compile(r"数据来源：本机关[\d—、年]+政府信息公开工作年度报告。")
_LABEL = r"(?:{names}|（[^（）]{{1,4}}）|单位：\S{{1,4}}|\d[\d,.]*+年?+|\s)*+"
_MOST_LINES = 3  # in which either of the two may be broken
_MOST_LABELS = 60  # elements above the caption


@dataclass(frozen=True, slots=True)
class OwnPictures:
    """The elements without those of the pictures; what those were, and the numbers of the pictures."""

    rest: tuple[Element, ...]
    taken: tuple[Element, ...] = ()
    numbers: tuple[str, ...] = ()

    @property
    def characters(self) -> int:
        """How many characters stand in what was taken."""
        return sum(size(text) for element in self.taken for text in _words(element))

    @property
    def notes(self) -> list[Note]:
        """The note on all pictures, none where there is none."""
        if not self.numbers:
            return []
        names = "、".join(f"图{number}" for number in self.numbers)
        message = (
            f"原文里的走势图（{names}）和图下的文字不另作段落；"
            "今年要放图，生成今年的报告后在“走势”里勾选“放进报告第一部分”，图会按新的数字重新画。"
        )
        captions = [one for one in self.taken if isinstance(one, Text) and one.text.strip().startswith("图")]
        first = captions[0] if captions else None
        return [
            Note(
                message=message,
                source=first.text.strip() if first else "",
                line=first.line if first else None,
            )
        ]


def taken_out(elements: Sequence[Element]) -> OwnPictures:
    """Return the elements without the words of such pictures."""
    taken: set[int] = set()
    numbers: list[str] = []
    for start in range(len(elements)):
        caption, end = _under_picture(elements, start)
        if caption:
            numbers.append(caption["number"])
            taken.update(range(start, end), _labels(elements, start, caption["names"]))
    rest = tuple(one for at, one in enumerate(elements) if at not in taken)
    return OwnPictures(rest, tuple(elements[at] for at in sorted(taken)), tuple(numbers))


def _under_picture(elements: Sequence[Element], start: int) -> tuple[re.Match[str] | None, int]:
    """Return what is said under a picture from a place on, with the place behind; None, 0 where that stands there not."""
    told, end = _read(elements, start, _IN_WORKBOOK)
    if told:
        return told, end
    caption, middle = _read(elements, start, _CAPTION)
    _, end = _read(elements, middle, _SOURCE) if caption else (None, 0)
    return (caption, end) if end else (None, 0)


def _read(
    elements: Sequence[Element], start: int, pattern: re.Pattern[str]
) -> tuple[re.Match[str] | None, int]:
    """Return what the lines from a place on say, if they say that and no more, with the place behind; else None, 0."""
    words = ""
    for at, element in enumerate(elements[start : start + _MOST_LINES], start + 1):
        if not isinstance(element, Text):
            break
        words += element.text.strip()
        if found := pattern.fullmatch(words):
            return found, at
    return None, 0


def _labels(elements: Sequence[Element], caption: int, names: str) -> Iterator[int]:
    """Yield the places right above a caption at which nothing but labels of its picture stands, in a source with pages."""
    series = sorted({names, *names.split("、")}, key=len, reverse=True)
    pattern = re.compile(_LABEL.format(names="|".join(map(re.escape, series))))
    for at in range(caption - 1, max(caption - 1 - _MOST_LABELS, -1), -1):
        element = elements[at]
        if not _has_page(element) or not all(pattern.fullmatch(text) for text in _words(element)):
            return
        yield at


def _has_page(element: Element) -> bool:
    pieces = [element] if isinstance(element, Text) else [*cells_of(element)]
    return any(one.page for one in pieces)


def _words(element: Text | Grid | Stream) -> list[str]:
    return [element.text] if isinstance(element, Text) else [cell.text for cell in cells_of(element)]
