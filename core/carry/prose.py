"""Paragraphs moved from section to section: levels lowered by one, numbers written anew."""

from collections.abc import Iterator, Sequence

from core import links, numbering, quotations
from core.report import Paragraph

_HEADING = 2
_LEVELS = {2: 3, 3: 4, 4: 4}


def lowered(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs one level further in; the fourth level stays the last, and what is quoted as it is.

    Body text that begins with a number is counted among the others, and stays body text.
    """
    counts = {3: 0, 4: 0}
    quoted = quotations.quoted([one.text for one in paragraphs])
    for index, paragraph in enumerate(paragraphs):
        level = _LEVELS.get(_level(paragraph), 0)
        if not level or index in quoted:
            yield paragraph
            continue
        counts[level] += 1
        if level == 3:
            counts[4] = 0
        words = numbering.bare(paragraph.text).lstrip()
        text = numbering.put_before(numbering.usual(level, counts[level]), words)
        moved = links.moved(links.links_of(paragraph), paragraph.text, text)
        looks = level if paragraph.level else 0
        yield paragraph.model_copy(update={"level": looks, "text": text, "links": moved})


def _level(paragraph: Paragraph) -> int:
    """Return the level of a paragraph; of body text that of the number in its words."""
    number = numbering.read(paragraph.text)
    return paragraph.level or (number.level if number else 0)


def next_number(paragraphs: Sequence[Paragraph]) -> str:
    """Return the number that the next "（一）" of a section has, "" behind the ninety-ninth.

    It counts on from the last one written; a heading without a number counts as one more.
    """
    last = 0
    for paragraph in numbering.unquoted(paragraphs):
        number = numbering.read(paragraph.text)
        if number and number.level == _HEADING:
            last = number.value
        elif paragraph.level == _HEADING:
            last += 1
    return numbering.usual(_HEADING, last + 1)
