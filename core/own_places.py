"""Places noted as the office's own that its name does not tell: a former name, a town merged into it, the county by another name."""

from dataclasses import dataclass

from core.report import Report

NOTED = "记下本单位的地名："
TAKEN_BACK = "取消本单位的地名："


@dataclass(frozen=True)
class SetOwnPlaces:
    """All places that are noted as the office's own."""

    places: tuple[str, ...]
    label: str = "修改本单位的地名"
    cells: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset({""})

    def apply(self, report: Report) -> "SetOwnPlaces":
        """Set the places; return the edit with those before."""
        before = tuple(report.unit.own_places)
        report.unit.own_places = list(self.places)
        return SetOwnPlaces(before, self.label)


def noting(report: Report, place: str) -> SetOwnPlaces:
    """Return the edit that notes a place as the office's own."""
    return SetOwnPlaces((*_without(report, place), place), NOTED + place)


def taking_back(report: Report, place: str) -> SetOwnPlaces:
    """Return the edit after which a place is no longer noted."""
    return SetOwnPlaces(_without(report, place), TAKEN_BACK + place)


def _without(report: Report, place: str) -> tuple[str, ...]:
    return tuple(one for one in report.unit.own_places if one != place)
