"""One step back or forward in the history of the open report, and the place where it changed something."""

from core import edits
from core.checks.model import CellPlace, Place, TextPlace
from core.edits import Edit, SetField, Splice
from core.report import PREFACE, Section
from gui.session import Session


def step(session: Session, *, back: bool) -> tuple[str, Edit] | None:
    """Undo or redo one step; return its name and the edit that was made, None where there is no step."""
    stack = session.undo_stack
    if not (stack.canUndo() if back else stack.canRedo()):
        return None
    label = stack.undoText() if back else stack.redoText()
    edits: list[Edit] = []

    def note(edit: Edit) -> None:
        edits.append(edit)

    session.end_stroke()
    session.edited.connect(note)
    if back:
        stack.undo()
    else:
        stack.redo()
    session.edited.disconnect(note)
    return (label, edits[-1]) if edits else None


def place_of(session: Session, edit: Edit) -> Place | None:
    """Return the first cell, the words or the heading that an edit changed.

    None where it changed nothing of these, words in several sections, which leave one where one is, or a single line of
    the heading, which has the cursor already. Of several paragraphs it is the first, of those that are gone the end of
    the one before.
    """
    cells = [cell for cell in session.template.cells if cell in edit.cells]
    if cells:
        return CellPlace(cells[0], "")
    parts = [*edits.parts(edit)]
    splices = [one for one in parts if isinstance(one, Splice)]
    match sorted({one.section for one in splices}):
        case [section_id]:
            section = session.report.section(section_id)
            return _first(section, splices) if section else None
        case []:
            is_heading = len(parts) > 1 and all(isinstance(one, SetField) for one in parts)
            return TextPlace(PREFACE, 0, 0, 0, "") if is_heading else None
    return None


def _first(section: Section, splices: list[Splice]) -> TextPlace:
    """Return the first place that some changes left in their section."""
    first = min(splices, key=lambda one: one.at)
    if first.at and section.paragraphs and not first.inserted:
        before = min(first.at, len(section.paragraphs)) - 1
        end = len(section.paragraphs[before].text)
        return TextPlace(section.id, before, end, end, "")
    return TextPlace(section.id, max(min(first.at, len(section.paragraphs) - 1), 0), 0, 0, "")
