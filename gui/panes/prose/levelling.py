"""Paragraphs given a level with its number, as one edit; those behind count on."""

from core import links, numbering, renumbering
from core.edits import Edit, Splice, Together
from core.report import Paragraph, Report
from core.rewording import retyped
from gui.panes.prose.keystrokes import paragraphs_of
from gui.panes.prose.levels import Level, numbered

_LABEL = "调整层级"


def set_level(report: Report, section_id: str, first: int, last: int, level: Level) -> Edit | None:
    """Return the edit that gives some paragraphs a level and the numbers that belong to it, None where they have them.

    Of several the blank ones stay; a section without any gets its first.
    """
    before = paragraphs_of(report, section_id)
    chosen = before[first : last + 1]
    if not before:
        number = numbering.following((), level)
        new = Paragraph(text=number, level=level)
        return Splice(section_id, 0, 0, (new,), _LABEL) if number else None
    after = list(before)
    for index, old in enumerate(chosen, first):
        if old.text.strip() or len(chosen) == 1:
            after[index] = _renamed(old, numbered(after, index, level), level)
    whole = Splice(section_id, first, len(chosen), tuple(after[first : first + len(chosen)]), _LABEL)
    each = [
        Splice(section_id, index, 1, (after[index],), _LABEL, knows_links=True)
        for index, old in enumerate(chosen, first)
        if after[index] != old
    ]
    edits = (*each, *renumbering.renumbered(before, whole))
    return edits[0] if len(edits) == 1 else Together(edits, _LABEL) if edits else None


def _renamed(old: Paragraph, text: str, level: int) -> Paragraph:
    """Return a paragraph with another number and the words that it had; links stay with these."""
    if text == old.text:
        return retyped(old, text, level)
    by = len(text) - len(old.text)
    moved = tuple(
        link.model_copy(update={"start": link.start + by, "end": link.end + by})
        for link in links.links_of(old)
        if link.start + by >= 0
    )
    return retyped(old, text, level).model_copy(update={"links": moved})
