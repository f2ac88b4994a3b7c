"""Labels compared in steps, from word for word to the bare words, so that small differences of writing do not count."""

import re
from collections.abc import Iterable
from functools import lru_cache

from core.labels import bare_name, fold
from core.template import Column, Template
from core.template.model import walk

Keys = tuple[str, str, str, str]

_LONGEST_LABEL = 160
_SIGNS = re.compile(r"[\W_]+")
_TAIL = re.compile(r"\([^()]*\)$")


def bare(text: str) -> str:
    """Return the folded text without punctuation, quotes and signs; "" where it is too long for a label."""
    return keys(text)[1]


def keys(text: str) -> Keys:
    """Return the text as it is compared, strictest first: folded, bare, without its remark, without its number."""
    return _keys(text) if len(text) <= _LONGEST_LABEL else ("", "", "", "")


@lru_cache(maxsize=20_000)
def _keys(text: str) -> Keys:
    folded = fold(text)
    short = _TAIL.sub("", folded)
    return (folded, _SIGNS.sub("", folded), _SIGNS.sub("", short), bare_name(text))


def words_of_forms(templates: Iterable[Template]) -> frozenset[str]:
    """Return the bare words of every label and heading of the tables."""
    words: set[str] = set()
    for template in templates:
        for table in template.tables:
            for block in table.blocks:
                words |= {bare(text) for text in (block.caption, block.corner, block.unit_heading)}
                words |= {bare(label) for label in column_labels(block.columns)}
                for row, _ in walk(block.rows):
                    words |= {bare(text) for text in (row.label, *row.aliases)}
    return frozenset(words - {""})


def column_labels(columns: tuple[Column, ...]) -> list[str]:
    """Return the labels of all columns, groups included, as the head prints them."""
    labels: list[str] = []
    for column in columns:
        labels += [column.label, *column_labels(column.columns)]
    return labels
