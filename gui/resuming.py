"""Leaving a report and coming back to the place where one was."""

from functools import partial

from PySide6.QtCore import Qt

from core import places
from core.checks.model import CellPlace, Place, TextPlace
from core.places import Spot
from gui import keeping
from gui.pages import page_of
from gui.panes.findings import FindingsPlace
from gui.panes.section_page import SectionPage
from gui.panes.workspace import Workspace
from gui.session import Session

_ONCE = Qt.ConnectionType.SingleShotConnection


class Resuming:
    """Remembers where the clerk was in each report, and as long as the program runs where its list of findings stood."""

    def __init__(self) -> None:
        self._listed: dict[str, FindingsPlace] = {}

    def leave(self, session: Session, work: Workspace) -> None:
        """Remember where that is, in a report that has a file for good; where it cannot be stored, nothing else suffers."""
        chosen, shown, _ = work.findings.keep_place()
        self._listed[session.file.doc_id] = (chosen, shown, {})
        if session.path is None:
            return
        spot = spot_on(work.page)
        if spot is not None:
            keeping.keep(partial(places.remember, session.file.doc_id, spot))

    def come_back(self, session: Session, work: Workspace, known: Spot | None) -> bool:
        """Go to where the clerk was when the report was left; return whether that is known and still there.

        `known` is where that was, where something else than the list of places tells it: what was being typed into a
        cell there stands in it again. The list of findings stands as it was left once there are any, and what was
        chosen in it is chosen again.
        """
        if listed := self._listed.get(session.file.doc_id):
            session.findings_changed.connect(lambda: work.findings.come_back(listed), _ONCE)
        spot = known or places.load(session.file.doc_id)
        place = _place(session, spot) if spot else None
        if place is None:
            return False
        _lead_to(session, work.page, place)
        if known and known.is_typing:
            work.page.type_again(known.typed)
        return True


def spot_with_typed(page: SectionPage) -> Spot | None:
    """Return where the clerk is, with what is being typed into a cell there."""
    typed = page.half_typed
    return Spot(cell=typed[0], is_typing=True, typed=typed[1]) if typed else spot_on(page)


def spot_on(page: SectionPage) -> Spot | None:
    """Return where the clerk is, as it is stored."""
    match page.here():
        case CellPlace(cell, _):
            return Spot(cell=cell)
        case TextPlace(section, paragraph, start, end, _):
            return Spot(section, paragraph, start, end)
    return None


def _lead_to(session: Session, page: SectionPage, place: Place) -> None:
    """Go to a place; where its section has no words yet, to the page it stands on."""
    section = session.report.section(place.section) if isinstance(place, TextPlace) else None
    if section is None or section.paragraphs:
        page.go_to(place)
    else:
        page.show_page(page_of(session.template, session.report, place))


def _place(session: Session, spot: Spot) -> Place | None:
    """Return a place that is there now, None where the report has changed too much."""
    if spot.cell:
        return CellPlace(spot.cell, "") if spot.cell in session.template.cells else None
    section = session.report.section(spot.section)
    if section is None:
        return None
    last = max(len(section.paragraphs) - 1, 0)
    if spot.paragraph > last:
        return TextPlace(spot.section, last, 0, 0, "")
    return TextPlace(spot.section, spot.paragraph, spot.start, spot.end, "")
