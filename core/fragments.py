"""Parts of paragraphs with their links: cut out of one, and joined to another."""

from collections.abc import Iterator, Sequence

from core import links
from core.importers.recognise.lines import Level, level
from core.report import Link, Paragraph

_IN_A_SECTION: tuple[Level, ...] = (2, 3, 4)


def part(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """Return the characters `start` up to `end` of a paragraph as one of their own.

    State and origin are those of the whole: what nobody has read is not read by being cut in two. The level is that
    of the whole for its beginning, else what its number says. Links that were cut through are left out.
    """
    text = paragraph.text[start:end]
    if text == paragraph.text:
        return paragraph
    inside = (one for one in links.links_of(paragraph) if start <= one.start and one.end <= end)
    fields = {
        "text": text,
        "level": paragraph.level if start == 0 else level_of(text),
        "links": tuple(_shifted(one, -start) for one in inside),
        "unedited": None,
    }
    return paragraph.model_copy(update=fields)


def level_of(text: str) -> Level:
    """Return the level that the number of a paragraph of a section gives it, 0 without one."""
    found = level(text)
    return found if found in _IN_A_SECTION else 0


def joined(fragments: Sequence[Paragraph]) -> tuple[str, tuple[Link, ...]]:
    """Return the words of fragments as one text, and their links in it; one beside which a digit comes to stand goes."""
    text = "".join(one.text for one in fragments)
    return text, tuple(_links(fragments, text))


def _links(fragments: Sequence[Paragraph], text: str) -> Iterator[Link]:
    begin = 0
    for fragment in fragments:
        for old in links.links_of(fragment):
            new = _shifted(old, begin)
            if links.is_alone(new, text) or not links.is_alone(old, fragment.text):
                yield new
        begin += len(fragment.text)


def _shifted(link: Link, by: int) -> Link:
    return link.model_copy(update={"start": link.start + by, "end": link.end + by})
