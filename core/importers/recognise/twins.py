"""Rows of a form with the same label ("（三）其他情形数"): sure only where the rows they belong to tell them apart."""

from collections.abc import Sequence

from core.importers.keys import keys
from core.importers.recognise.likeness import is_close
from core.importers.recognise.places import Place
from core.importers.recognise.scan import CLOSE, TWINS, Scanner, Segment


def doubt(scanner: Scanner) -> None:
    """Doubt the rows with twins in a table whose rows are out of order, or where a row above one of them is missing.

    A label that is not word for word the form's is doubted where a missing row has almost the same.
    """
    rows = [one for one in scanner.segments if one.kind == "row" and one.place]
    found = {one.place.index for one in rows if one.place}
    families = _families(scanner.places.all)
    missing = [one for one in scanner.places.all if one.printed and one.labelled and one.index not in found]
    moved = _moved(rows)
    for segment in rows:
        place = segment.place
        if place is None or not place.printed:
            continue
        family = families.get(_name(place), [])
        orphans = any(one.above and one.above[-1] not in found for one in family)
        if len(family) > 1 and (place.table.id in moved or orphans) and not segment.repaired:
            segment.repaired = TWINS
        elif _has_double(segment, place, missing):
            segment.repaired = CLOSE


def _has_double(segment: Segment, place: Place, missing: Sequence[Place]) -> bool:
    """Return whether the label is another than the form's and close to that of a row that is missing."""
    if segment.label is None or not place.labelled:
        return False
    text = segment.label.text
    if keys(text)[1] in {keys(label)[1] for label in (place.row.label, *place.row.aliases)}:
        return False
    return any(one.table.id == place.table.id and is_close(text, one.row.label) for one in missing)


def _name(place: Place) -> tuple[str, str]:
    return (place.table.id, keys(place.row.label)[1])


def _families(places: Sequence[Place]) -> dict[tuple[str, str], list[Place]]:
    """Return the rows that belong to others, by their table and label."""
    families: dict[tuple[str, str], list[Place]] = {}
    for place in places:
        if place.above and place.printed:
            families.setdefault(_name(place), []).append(place)
    return families


def _moved(rows: Sequence[Segment]) -> set[str]:
    """Return the tables whose rows stand in another order than the form's."""
    highest: dict[str, int] = {}
    moved: set[str] = set()
    for segment in rows:
        place = segment.place
        if place is None or not place.printed:
            continue
        if place.index < highest.get(place.table.id, -1):
            moved.add(place.table.id)
        highest[place.table.id] = max(place.index, highest.get(place.table.id, -1))
    return moved
