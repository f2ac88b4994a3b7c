"""Where the clerk was in each report when it was left, so that opening it again returns there.

Kept beside the settings by the id of the document, never in the report file: a report handed on opens at its
beginning.
"""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from core import atomic, paths

FILE_NAME = "places.json"
MOST = 200


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a report: a cell by its address, or characters of a paragraph of a section."""

    section: str = ""
    paragraph: int = 0
    start: int = 0
    end: int = 0
    cell: str = ""


def _path() -> Path:
    return paths.home() / FILE_NAME


def load(doc_id: str) -> Spot | None:
    """Return where the clerk was in a document, None where that is not known or what is stored is spoilt."""
    return spot_of(_stored().get(doc_id))


def _stored() -> dict[str, object]:
    try:
        stored = json.loads(_path().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return stored if isinstance(stored, dict) else {}


def spot_of(stored: object) -> Spot | None:
    """Return the place that was stored as plain data, None where that is spoilt."""
    if not isinstance(stored, dict):
        return None
    known = Spot()
    values = {one.name: stored.get(one.name, getattr(known, one.name)) for one in fields(Spot)}
    if any(type(value) is not type(getattr(known, name)) for name, value in values.items()):
        return None
    spot = Spot(**values)
    return spot if min(spot.paragraph, spot.start, spot.end) >= 0 else None


def remember(doc_id: str, spot: Spot) -> None:
    """Store where the clerk is in a document; the oldest ones are forgotten. OutputError says why not."""
    kept = {name: value for name, value in _stored().items() if name != doc_id}
    newest = dict([*kept.items(), (doc_id, asdict(spot))][-MOST:])
    text = json.dumps(newest, ensure_ascii=False, indent=1)
    atomic.save(_path(), (text + "\n").encode("utf-8", "surrogatepass"))
