"""Where the clerk was in each report when it was left, so that opening it again returns there.

Kept beside the settings by the id of the document, never in the report file: a report handed on opens at its
beginning.
"""

from dataclasses import asdict, dataclass

from core import stored

FILE_NAME = "places.json"
MOST = 200


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a report: a cell by its address, or characters of a paragraph of a section.

    `typed` is what stands in the open cell where one `is_typing` there: it is no part of the report yet.
    """

    section: str = ""
    paragraph: int = 0
    start: int = 0
    end: int = 0
    cell: str = ""
    is_typing: bool = False
    typed: str = ""


def load(doc_id: str) -> Spot | None:
    """Return where the clerk was in a document, None where that is not known or what is stored is spoilt."""
    return spot_of(_stored().get(doc_id))


def _stored() -> dict[str, object]:
    held = stored.read(FILE_NAME)
    return held if isinstance(held, dict) else {}


def spot_of(held: object) -> Spot | None:
    """Return the place that was stored as plain data, None where that is spoilt."""
    spot = stored.as_kind(Spot, held)
    return spot if spot and min(spot.paragraph, spot.start, spot.end) >= 0 else None


def remember(doc_id: str, spot: Spot) -> None:
    """Store where the clerk is in a document; the oldest ones are forgotten. OutputError says why not."""
    kept = {name: value for name, value in _stored().items() if name != doc_id}
    stored.write(FILE_NAME, dict([*kept.items(), (doc_id, asdict(spot))][-MOST:]))
