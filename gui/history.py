"""One step back or forward in the history of the open report, and the place where it changed something."""

from core.checks.model import CellPlace, Place, TextPlace
from core.edits import Edit, Splice
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
    """Return the first cell or paragraph that an edit changed, None where it changed neither."""
    cells = [cell for cell in session.template.cells if cell in edit.cells]
    if cells:
        return CellPlace(cells[0], "")
    if isinstance(edit, Splice):
        section = session.report.section(edit.section)
        if section and section.paragraphs:
            return TextPlace(edit.section, min(edit.at, len(section.paragraphs) - 1), 0, 0, "")
    return None
