"""Tables of which nothing is drawn, each cell on a line of its own: found by the words of the forms, as in plain text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from core.importers import layout, loose
from core.importers.document import Element, Grid, Remark, Stream, Text
from core.importers.keys import bare
from core.importers.pdf.paragraphs import CUT_OFF
from core.importers.pdf.table import without
from core.labels import unspaced

UNREAD = "这里像是一张统计表的开头，但没有读出表格：表可能是图片，也可能混在下面的文字里，请对照原文。"
_HEAD = re.compile(r"统计指标(单位)?(统计数)?|(?!附).{0,20}情况统计表([（(].{0,12}[)）])?")


def tables_in(elements: Sequence[Element], known: frozenset[str]) -> list[Element]:
    """Return the elements, lines that make a table as one; `known` are the bare words of the forms' tables."""
    found: list[Element] = []
    for _, group in groupby(elements, lambda one: isinstance(one, Text)):
        run = list(group)
        texts = [one for one in run if isinstance(one, Text)]
        found += _split(texts, known) if texts else run
    return found


def is_cell(text: str, known: frozenset[str]) -> bool:
    """Return whether a line is a whole cell: a label or a head of a form, a figure, a unit, a stroke for nothing."""
    return bare(text) in known or loose.is_content(text)


def remarks(elements: Sequence[Element]) -> list[Remark]:
    """Return what is said of the head of a table where no table was read anywhere."""
    if not all(isinstance(one, Text) for one in elements):
        return []
    heads = (one for one in elements if isinstance(one, Text) and _HEAD.fullmatch(unspaced(one.text)))
    return [Remark(UNREAD, one.text, one.line) for one in heads][:1]


def _split(texts: Sequence[Text], known: frozenset[str]) -> Iterator[Element]:
    """Yield texts and tables, each with the page and the doubt of the line it came from."""
    of_line = {one.line: one for one in texts}
    for element in layout.split(texts, known).elements:
        if isinstance(element, Text):
            source = of_line[element.line]
            yield replace(element, page=source.page, doubt=source.doubt)
            continue
        rows = element.rows if isinstance(element, Grid) else (element.cells,)
        placed = tuple(
            tuple(
                replace(cell, page=of_line[cell.line].page, doubt=_doubt(of_line[cell.line])) for cell in row
            )
            for row in rows
        )
        yield Grid(placed, element.drawn) if isinstance(element, Grid) else Stream(placed[0])


def _doubt(text: Text) -> str:
    """Return the doubt of a cell: below a label that fills its line there is nothing odd about a cell."""
    return without(text.doubt, CUT_OFF)
