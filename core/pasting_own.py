"""Our own paragraphs on the clipboard: copied with level, state, origin and links, and put in as they were."""

import re
from collections.abc import Callable, Sequence

from pydantic import BaseModel, Field, ValidationError

from core import links, numbering
from core.checks.widths import changes, widened
from core.edits import Splice
from core.fragments import in_place_of, joined, level_of, part
from core.pasting import Gap, ends
from core.report import Link, Paragraph, Report, Unedited
from core.rewording import retyped
from core.template import Template

MIME = "application/x-nianbao-paragraphs"
_MOST = 2_000_000  # bytes
_MOST_PARAGRAPHS = 2000
_NO_WORDS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufdd0\ufdd1\ufffc]")


class Copied(BaseModel):
    """Paragraphs as they were copied, and the report they stood in: the id of its file, and its year.

    The first and the last may be parts of paragraphs; an empty last one says that a line break was copied too.
    """

    document: str
    year: int
    paragraphs: list[Paragraph] = Field(min_length=1, max_length=_MOST_PARAGRAPHS)


def copied(document: str, year: int, paragraphs: Sequence[Paragraph], start: int, end: int) -> bytes:
    """Return what goes on the clipboard: paragraphs from a character of the first up to one of the last."""
    *before, last = paragraphs
    chosen = [*before, part(last, 0, end)]
    chosen[0] = part(chosen[0], start, len(chosen[0].text))
    return copied_parts(document, year, chosen)


def copied_parts(document: str, year: int, parts: Sequence[Paragraph]) -> bytes:
    """Return what goes on the clipboard: paragraphs, or what was chosen of each."""
    return Copied(document=document, year=year, paragraphs=list(parts)).model_dump_json().encode()


def of_last_year(text: str, start: int, end: int, report: Report) -> Paragraph:
    """Return some characters of a paragraph of last year's report as words of this year's that nobody has looked at.

    Where all marks of this year's report are full-width, so are those that come to it: no rule speaks of "(六)" alone.
    """
    whole = Paragraph(text=text, level=level_of(text), state="carried", origin=text)
    piece = part(whole, start, end)
    if not _is_wide(report):
        return piece
    words = piece.text
    for first, last, right in reversed(changes(text)):  # cut off, "12." of "12.5" would look like an end
        if start <= first and last <= end:
            words = words[: first - start] + right + words[last - start :]
    return piece.model_copy(update={"text": words})


def in_its_marks(report: Report) -> Callable[[str], str]:
    """Return how whole sentences that come to a report are written there: with full-width marks where it has no others."""
    return widened if _is_wide(report) else str


def _is_wide(report: Report) -> bool:
    return all(widened(one.text) == one.text for _, _, one in report.paragraphs())


def read(data: bytes) -> Copied | None:
    """Return what is on the clipboard, None where it is damaged or too much: any program may have put it there."""
    if len(data) > _MOST:
        return None
    try:
        found = Copied.model_validate_json(data)
    except (ValidationError, RecursionError):
        return None
    return Copied(
        document=found.document, year=found.year, paragraphs=[_plain(one) for one in found.paragraphs]
    )


def _plain(one: Paragraph) -> Paragraph:
    """Return a paragraph with the fields that are known here alone, without characters that break lines."""
    unedited = one.unedited and Unedited(
        text=_shown(one.unedited.text), level=one.unedited.level, state=one.unedited.state
    )
    known = (Link(start=link.start, end=link.end, cell=link.cell) for link in links.links_of(one))
    return Paragraph(
        text=_shown(one.text),
        level=one.level,
        state=one.state,
        origin=_shown(one.origin),
        links=tuple(known),
        unedited=unedited,
    )


def _shown(text: str) -> str:
    return _NO_WORDS.sub(" ", text)


def for_report(found: Copied, document: str, report: Report, template: Template) -> list[Paragraph]:
    """Return the paragraphs for a report with the links that mean something there.

    Links of another report are left out, which is one in another file or of another year: its cells say something
    else. So are those to cells that the form does not have. The words of both stay.
    """
    is_same = (found.document, found.year) == (document, report.year)
    return [_with_links_of(one, template, keeps=is_same) for one in found.paragraphs]


def _with_links_of(paragraph: Paragraph, template: Template, *, keeps: bool) -> Paragraph:
    cells = template.cells
    kept = (one for one in paragraph.links if keeps and one.cell in cells and not cells[one.cell].group)
    return paragraph.model_copy(update={"links": tuple(kept)})


def put(report: Report, gap: Gap, pieces: Sequence[Paragraph], label: str) -> Splice:
    """Return the edit that puts copied paragraphs into a gap; KeyError where the report has no such section.

    Each stays as unread as it was, and with its links. Words that come into another paragraph become a part of it;
    where only a number stands, one that has a number takes its place.
    """
    section = report.section(gap.section)
    if section is None:
        raise KeyError(gap.section)
    old = section.paragraphs[gap.first : gap.last + 1]
    head, tail = ends(old, gap)
    wanted = _without_needless_breaks(pieces, head, tail)
    numbered = None if tail.text.strip() else in_place_of(head, wanted[0])
    if numbered:
        head, wanted[0] = Paragraph(text=""), numbered
    if len(wanted) == 1:
        new = [_within(old, head, wanted[0], tail)]
    else:
        first, *between, last = wanted
        begins = _one([head, first], old[0], old[0].level) if head.text else first
        new = [begins, *between, _one([last, tail], tail, last.level)]
    begin = int(bool(old) and new[0] is old[0])  # what is left as it was is no part of the edit
    end = int(len(old) > begin and new[-1] is old[-1])
    inserted = tuple(new[begin : len(new) - end])
    return Splice(gap.section, gap.first + begin, len(old) - begin - end, inserted, label, knows_links=True)


def _without_needless_breaks(
    pieces: Sequence[Paragraph], head: Paragraph, tail: Paragraph
) -> list[Paragraph]:
    """Leave out the line break at either end of what was copied where a paragraph begins or ends there anyway.

    One begins behind a number that stands alone too. The break goes to the other end where two numbered paragraphs
    would be joined without it.
    """
    wanted, none = list(pieces), Paragraph(text="")
    is_begun = not head.text or numbering.is_alone(head.text)
    if len(wanted) > 1 and not wanted[-1].text and not tail.text:
        wanted.pop()
        if not is_begun and numbering.read(wanted[0].text):
            wanted.insert(0, none)
    if len(wanted) > 1 and not wanted[0].text and is_begun:
        wanted.pop(0)
        if wanted[-1].text and numbering.read(tail.text):
            wanted.append(none)
    return wanted


def _within(old: Sequence[Paragraph], head: Paragraph, piece: Paragraph, tail: Paragraph) -> Paragraph:
    """Return what stands between the ends of a gap once a single piece is put in."""
    if head.text:
        return _one([head, piece, tail], old[0], old[0].level)
    if not tail.text:
        return piece
    own = old[-1].level if not level_of(old[-1].text) else 0
    return _one([piece, tail], old[-1], piece.level or own)


def _one(fragments: Sequence[Paragraph], host: Paragraph, level: int) -> Paragraph:
    """Return fragments as one paragraph, in place of the `host`; unread words of elsewhere make all of it unread."""
    filled = [one for one in fragments if one.text]
    if len(filled) == 1:
        return filled[0]
    text, made = joined(filled)
    known = host if host.state or host.origin else next((one for one in filled if one.state), host)
    new = retyped(known, text, level, touched=any(one.state for one in filled))
    unread = [one for one in filled if one.state == "carried" and not _is_of(host, one)]
    update = {"state": "carried", "unedited": None} if unread and new.state == "changed" else {}
    return new.model_copy(update={"links": made} | update)


def _is_of(host: Paragraph, fragment: Paragraph) -> bool:
    """Return whether a fragment comes from the paragraph itself, so that it was only moved within it."""
    return bool(host.state) and host.origin == fragment.origin
