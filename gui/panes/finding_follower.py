"""Where one goes on in a list of findings after one of them is gone."""

from collections.abc import Sequence

from core.checks.model import Finding


def name_of(finding: Finding) -> str:
    """Return what names it while its words stay, also where those beside them were changed."""
    return finding.key.partition(".")[0]


def follower(before: Sequence[Finding], at: int, now: Sequence[Finding]) -> Finding | None:
    """Return what now stands where the first that stayed of `before`, from a place on, stands; None where none stayed.

    What came since and stands right above that one comes first.
    """
    places = {one.key: place for place, one in reversed(list(enumerate(now)))}
    by_name = {name_of(one): place for place, one in reversed(list(enumerate(now)))}
    known = {name_of(one) for one in before}
    for one in before[at:]:
        place = places.get(one.key, by_name.get(name_of(one)))
        if place is not None:
            while place and name_of(now[place - 1]) not in known:
                place -= 1
            return now[place]
    return None
