"""Parts of paragraphs with their links: cut out of one, and joined to another."""

from collections.abc import Iterator, Sequence

from core import links, numbering
from core.importers.recognise.lines import Level, level
from core.report import Link, Paragraph, Unedited

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


def in_place_of(alone: Paragraph, piece: Paragraph) -> Paragraph | None:
    """Return a numbered piece as it takes the place of a number that stands alone; one of its level gets that number.

    None where more than a number stands there, or the piece has none: then its words go behind what stands there.
    """
    there, own = numbering.read(alone.text), numbering.read(piece.text)
    if there is None or own is None or not numbering.is_alone(alone.text):
        return None
    if there.level != own.level:
        return piece
    writing = there.writing.strip()
    text, made = joined([Paragraph(text=writing), part(piece, own.end, len(piece.text))])
    return piece.model_copy(
        update={"text": text, "links": made, "unedited": _with_number(piece.unedited, own, writing)}
    )


def _with_number(old: Unedited | None, own: numbering.Number, writing: str) -> Unedited | None:
    """Return what a paragraph was before it was edited, with its new number where it had the same."""
    number = numbering.read(old.text) if old else None
    if old is None or number is None or (number.level, number.value) != (own.level, own.value):
        return old
    return Unedited(text=writing + old.text[number.end :], level=old.level, state=old.state)


def _shifted(link: Link, by: int) -> Link:
    return link.model_copy(update={"start": link.start + by, "end": link.end + by})
