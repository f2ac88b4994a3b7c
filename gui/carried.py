"""What nobody has looked at of last year's words and figures, in the order of reading."""

from core.checks.model import CellPlace, Place, TextPlace
from gui.pages import page_of, pages_of
from gui.session import Session

Order = tuple[int, int, int]
_WORDS, _TABLE = 0, 1


def order_of(session: Session, place: Place) -> Order:
    """Return where a place stands in the report: its page, words before tables, its own number there.

    A cell counts by its place in the form, so that the order stays while one cell after the other is confirmed.
    """
    template, report = session.template, session.report
    pages = pages_of(template, report)
    page = page_of(template, report, place)
    number = pages.index(page) if page in pages else 0
    match place:
        case CellPlace(cell, _):
            return number, _TABLE, list(template.cells).index(cell)
        case TextPlace(_, paragraph, _, _, _):
            return number, _WORDS, paragraph
    return number, _TABLE, -1


def waiting(session: Session) -> list[tuple[Order, Place]]:
    """Return the places nobody has looked at, in order."""
    report = session.report
    places: list[Place] = [
        TextPlace(section.id, index, 0, 0, "")
        for section, index, one in report.paragraphs()
        if one.state == "carried"
    ]
    places += [CellPlace(cell, "") for cell in session.template.cells if report.states.get(cell) == "carried"]
    return sorted(((order_of(session, place), place) for place in places), key=lambda one: one[0])


def next_waiting(session: Session, here: Order) -> Place | None:
    """Return the next place nobody has looked at after a place, from the top again after the last; None: all done."""
    places = waiting(session)
    later = [place for order, place in places if order > here]
    return next(iter(later or [place for _, place in places]), None)
