"""What was typed on the sheet, as an edit of the report."""

from collections.abc import Sequence

from core.carry import waits
from core.differing import difference
from core.edits import Edit, Splice, retyped, rewrite
from core.report import Paragraph, Report
from gui.panes.prose.levels import Level, level_of, mark, numbered
from gui.panes.prose.qt_text import shown


def texts_of(report: Report, section_id: str) -> list[str]:
    """Return the paragraphs of a section as the sheet shows them; a section without any is one empty line."""
    return [shown(paragraph.text) for paragraph in paragraphs_of(report, section_id)] or [""]


def paragraphs_of(report: Report, section_id: str) -> list[Paragraph]:
    """Return the paragraphs of a section; none where it has just gone, and the page of it is about to be left."""
    section = report.section(section_id)
    return section.paragraphs if section else []


def typed(report: Report, section_id: str, after: Sequence[str]) -> Edit | None:
    """Return the edit that makes a section say what the sheet says now, or None where it does."""
    found = difference(texts_of(report, section_id), after)
    if found is None:
        return None
    start, end_before, end_after = found
    old = paragraphs_of(report, section_id)[start:end_before]
    new = after[start:end_after]
    if len(old) == len(new) == 1:
        return rewrite(report, section_id, start, new[0], level_of(new[0], old[0]))
    return Splice(section_id, start, len(old), tuple(_merged(old, new)), _label(len(old), len(new)))


def set_level(report: Report, section_id: str, index: int, level: Level) -> Edit:
    """Return the edit that gives a paragraph a level and the number that belongs to it."""
    text = numbered(paragraphs_of(report, section_id), index, level)
    edit = rewrite(report, section_id, index, text, level)
    return Splice(section_id, index, 1, edit.inserted, "调整层级")


def confirmed(report: Report, section_id: str, first: int, last: int) -> Edit | None:
    """Return the edit that marks paragraphs as looked at, None where nothing of last year waits in them."""
    old = paragraphs_of(report, section_id)[first : last + 1]
    if not any(waits(report, paragraph) for paragraph in old):
        return None
    new = tuple(_seen(report, paragraph) for paragraph in old)
    return Splice(section_id, first, len(old), new, "确认仍然正确")


def _seen(report: Report, paragraph: Paragraph) -> Paragraph:
    if not waits(report, paragraph):
        return paragraph
    return paragraph.model_copy(update={"state": "seen", "unedited": None})


def _merged(old: Sequence[Paragraph], new: Sequence[str]) -> list[Paragraph]:
    """Return the new paragraphs; each keeps what its place had, and what was split off last year's is changed."""
    touched = any(paragraph.state for paragraph in old)
    merged = []
    for index, text in enumerate(new):
        if index < len(old):
            merged.append(retyped(old[index], text, level_of(text, old[index]), touched=touched))
        else:
            fields = {"text": text, "level": mark(text)[0], "state": "changed" if touched else ""}
            merged.append(Paragraph.model_validate(fields))
    return merged


def _label(old: int, new: int) -> str:
    if new > old:
        return "增加段落"
    return "合并段落" if new else "删除段落"
