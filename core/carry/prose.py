"""Paragraphs moved from section to section: levels lowered by one, numbers written anew."""

from collections.abc import Iterable, Iterator, Sequence

from core import links, numbering, quotations
from core.report import Paragraph


def lowered(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs one level further in; the fourth level stays the last, and what is quoted as it is."""
    counts = {3: 0, 4: 0}
    quoted = quotations.quoted([one.text for one in paragraphs])
    for index, paragraph in enumerate(paragraphs):
        level = {2: 3, 3: 4, 4: 4}.get(paragraph.level, 0)
        if not level or index in quoted:
            yield paragraph
            continue
        counts[level] += 1
        if level == 3:
            counts[4] = 0
        words = numbering.bare(paragraph.text).lstrip()
        text = numbering.put_before(numbering.usual(level, counts[level]), words)
        moved = links.moved(links.links_of(paragraph), paragraph.text, text)
        yield paragraph.model_copy(update={"level": level, "text": text, "links": moved})


def next_number(paragraphs: Iterable[Paragraph]) -> str:
    """Return the number that the next "（一）" of a section has, "" behind the ninety-ninth."""
    return numbering.usual(2, 1 + sum(paragraph.level == 2 for paragraph in paragraphs))
