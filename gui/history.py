"""One step back or forward in the history of the open report, and the place where it changed something."""

from core import edits
from core.checks.model import CellPlace, Place, TextPlace
from core.edits import Edit, SetField, Splice
from core.report import PREFACE
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

    None where it changed nothing of these, words in several places, which leave one where one is, or a single line of
    the heading, which has the cursor already.
    """
    cells = [cell for cell in session.template.cells if cell in edit.cells]
    if cells:
        return CellPlace(cells[0], "")
    parts = [*edits.parts(edit)]
    match [one for one in parts if isinstance(one, Splice)]:
        case [Splice(section=section_id, at=at)]:
            section = session.report.section(section_id)
            last = len(section.paragraphs) - 1 if section else 0
            return TextPlace(section_id, max(min(at, last), 0), 0, 0, "") if section else None
        case []:
            is_heading = len(parts) > 1 and all(isinstance(one, SetField) for one in parts)
            return TextPlace(PREFACE, 0, 0, 0, "") if is_heading else None
    return None
