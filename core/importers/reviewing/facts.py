"""Title and unit as the clerk corrects them: a unit that was read out of the title goes along with it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.importers.recognise import Reading, offices
from core.importers.reviewing.decisions import FieldName
from core.importers.reviewing.names import FACTS
from core.importers.reviewing.places import Place
from core.labels import unspaced

Fields = Mapping[FieldName, str]
OF_TARGET: dict[str, FieldName] = {"title": "title", "unit": "office"}

_PROPOSED = "原文里{}，先按设置里的填了“{}”，请核对，不对请改。"


def with_field(reading: Reading, fields: Fields, target: str, text: str) -> dict[FieldName, str]:
    """Return the corrections with another title or unit; what stands there as it was read is none."""
    made = {name: old for name, old in fields.items() if name != OF_TARGET[target]}
    if target == "title" and _goes_along(reading, fields):
        made.pop("office", None)
        office = offices.of_title(text.strip())
        if office and office != reading.report.unit.name:
            made["office"] = office
    before = reading.report.title if target == "title" else reading.report.unit.name
    if text.strip() != before:
        made[OF_TARGET[target]] = text.strip()
    return made


def is_field_changed(fields: Fields, proposed: Fields, target: str) -> bool:
    """Return whether a title or unit is another than as read, and not what the program put in."""
    name = OF_TARGET.get(target)
    return name is not None and name in fields and proposed.get(name) != fields[name]


def _goes_along(reading: Reading, fields: Fields) -> bool:
    """Return whether the unit is the one that the title names, and nobody has said otherwise."""
    title = fields.get("title", reading.report.title)
    office = fields.get("office", reading.report.unit.name)
    was_read = "office" not in fields and bool(office) and unspaced(office) in unspaced(title)
    return was_read or (bool(office) and office == offices.of_title(title))


def with_proposed(places: Sequence[Place], proposed: Fields, reading: Reading) -> tuple[Place, ...]:
    """Return the places with those of a title or unit that the program put in: they want a look."""
    kept = [place for place in places if OF_TARGET.get(place.key) not in proposed]
    known = {place.key: place for place in places}
    first = [
        replace(known.get(target) or Place(target, (target,), FACTS[target], ""), sign="check", reason=reason)
        for target, reason in _reasons(proposed, reading)
    ]
    at = sum(place.key == "title" for place in kept[:1])  # title and unit first, as they are listed
    return (*kept[:at], *first, *kept[at:])


def _reasons(proposed: Fields, reading: Reading) -> list[tuple[str, str]]:
    read = {"title": reading.report.title, "unit": reading.report.unit.name}
    reasons = []
    for target, name in OF_TARGET.items():
        if name in proposed:
            said = f"只写了“{read[target]}”" if read[target] else f"没有写{FACTS[target]}"
            reasons.append((target, _PROPOSED.format(said, proposed[name])))
    return reasons
