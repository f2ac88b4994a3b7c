"""The levels of a paragraph by the number it begins with: "（一）", "1.", "（1）"."""

from collections.abc import Sequence
from typing import Literal

from core import numbering
from core.report import Paragraph

Level = Literal[0, 2, 3, 4]

_BLANKS = " \u3000"
_LEVELS: dict[int, Level] = {2: 2, 3: 3, 4: 4}


def level_of(text: str, before: Paragraph | None = None) -> int:
    """Return the level of a paragraph with new words: what its new number says, else the level it had.

    While a number is written anew the paragraph keeps its level.
    """
    new = _level(numbering.read(text))
    if before is None:
        return new
    if numbering.stays_open(before, text) or new == _level(numbering.of(before)):
        return before.level
    return new


def _level(number: numbering.Number | None) -> int:
    return _LEVELS.get(number.level, 0) if number else 0


def numbered(paragraphs: Sequence[Paragraph], index: int, level: int) -> str:
    """Return the text of a paragraph with the number of a level, counted from the paragraphs above it.

    A number of that level stays written as it is.
    """
    texts = [one.text for one in paragraphs]
    text = texts[index]
    own = numbering.read_at(texts, index)
    words = text[own.end :].lstrip(_BLANKS) if own else text
    if not level:
        return words
    like = own if own and own.level == level else None
    return numbering.put_before(numbering.following(paragraphs[:index], level, like), words.lstrip(_BLANKS))
