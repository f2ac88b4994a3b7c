"""Tables of which nothing is drawn, each cell on a line of its own: found by the words of the forms, as in plain text."""

import re
from collections.abc import Sequence
from itertools import groupby

from core.importers import in_lines, loose
from core.importers.document import Element, Remark, Text
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
        found += in_lines.split(texts, known, _doubt).elements if texts else run
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


def _doubt(doubt: str) -> str:
    """Return the doubt of a cell: below a label that fills its line there is nothing odd about a cell."""
    return without(doubt, CUT_OFF)
