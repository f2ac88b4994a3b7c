"""Whether a place of the report is the one at hand in the middle of the window, and seen there."""

from core.checks.model import CellPlace, Place, TextPlace
from gui.panes.section_page import SectionPage


def is_in_sight(page: SectionPage, place: Place) -> bool:
    """Return whether a cell or a paragraph is at hand, and something of it in sight."""
    match place, page.here():
        case CellPlace(cell, _), CellPlace(at_hand, _) if page.table:
            view = page.table.view
            shown = view.visualRect(view.currentIndex())
            return cell == at_hand and view.viewport().rect().intersects(shown)
        case TextPlace(section, paragraph, _, _, _), TextPlace(here, at, _, _, _) if page.prose:
            return (section, paragraph) == (here, at) and page.prose.sheet.shows_cursor()
    return False
