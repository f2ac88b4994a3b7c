"""Where one goes on in a list of findings after one of them has changed or is gone."""

from collections import Counter
from collections.abc import Container, Iterable, Sequence

from core.checks.model import CellPlace, Finding, HeadPlace, TextPlace

_Group = tuple[str, str, str]  # what stays of a finding whose words a remedy beside it changed


def name_of(finding: Finding) -> str:
    """Return what names it while its words stay, also where those beside them were changed."""
    return finding.key.partition(".")[0]


def stands_for(
    chosen: Finding, now: Sequence[Finding], known: Container[str], kept: Container[str], *, moves_off: bool
) -> Finding | None:
    """Return what stands for a finding in the list: itself, or what its rule says since a part of it was mended.

    `known` are the names of those before, `kept` the keys of those kept with a reason. With `moves_off` one that says
    the same of another place is another. None where it is gone.
    """
    same = next((one for one in now if one.key == chosen.key), None)
    if same is not None:
        return None if moves_off and same.where != chosen.where else same
    new = [one for one in now if one.key not in kept and name_of(one) not in known]
    successors = [one for one in new if one.rule == chosen.rule]
    return successors[0] if len(successors) == 1 else None


def follower(before: Sequence[Finding], at: int, now: Sequence[Finding], passed: int = 0) -> Finding | None:
    """Return what now stands where the first that stayed of `before`, from a place on, stands; None where none is.

    What came since and stands right above that one comes first, but for those of the first `passed` of `before` whose
    words alone are others now. Where none stayed, what stands behind the last that stayed above.
    """
    places = {one.key: place for place, one in reversed(list(enumerate(now)))}
    by_name = {name_of(one): place for place, one in reversed(list(enumerate(now)))}
    known = {name_of(one) for one in before} | _changed(before[:passed], before[at:], before, now)

    def place_of(one: Finding) -> int | None:
        return places.get(one.key, by_name.get(name_of(one)))

    place = next((place for one in before[at:] if (place := place_of(one)) is not None), len(now))
    while place and name_of(now[place - 1]) not in known:
        place -= 1
    return now[place] if place < len(now) else None


def came_since(before: Sequence[Finding], now: Sequence[Finding]) -> bool:
    """Return whether one is among them that was not before, also with other words."""
    return bool(_groups(_strangers(now, before)) - _groups(_strangers(before, now)))


def _changed(
    passed: Sequence[Finding], coming: Sequence[Finding], before: Sequence[Finding], now: Sequence[Finding]
) -> set[str]:
    """Return the names that those passed have now with other words; enough are left for what was still coming."""
    strangers = _strangers(now, before)
    changed = _groups(_strangers(passed, now))
    free = _groups(strangers) - _groups(_strangers(coming, now))
    found = set()
    for one in strangers:
        group = _group(one)
        if min(changed[group], free[group]) > 0:
            changed[group] -= 1
            free[group] -= 1
            found.add(name_of(one))
    return found


def _strangers(some: Sequence[Finding], others: Sequence[Finding]) -> list[Finding]:
    """Return those that are not among others by their names."""
    names = {name_of(one) for one in others}
    return [one for one in some if name_of(one) not in names]


def _groups(some: Iterable[Finding]) -> Counter[_Group]:
    return Counter(map(_group, some))


def _group(finding: Finding) -> _Group:
    return finding.rule, finding.severity, _where(finding)


def _where(finding: Finding) -> str:
    """Return the part of the report that it speaks of first, "" for the whole."""
    match finding.where[:1]:
        case (TextPlace(section),):
            return section
        case (CellPlace(cell),):
            return cell
        case (HeadPlace(table, field),):
            return f"{table}.{field}"
    return ""
