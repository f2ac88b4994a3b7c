"""Which lines above a report the clerk sent away, so that opening it again, or finding it again, does not bring them back.

Kept beside the settings by the id of the document, never in the report file.
"""

from core import stored

FILE_NAME = "sent-away.json"
MOST = 200


def is_away(doc_id: str, name: str) -> bool:
    """Return whether the line of that name was sent away above a document."""
    return name in _names(_stored().get(doc_id))


def remember(doc_id: str, name: str) -> None:
    """Store that a line was sent away above a document; the oldest documents are forgotten. OutputError says why not."""
    held = _stored()
    names = sorted({*_names(held.pop(doc_id, None)), name})
    stored.write(FILE_NAME, dict([*held.items(), (doc_id, names)][-MOST:]))


def _stored() -> dict[str, object]:
    held = stored.read(FILE_NAME)
    return held if isinstance(held, dict) else {}


def _names(held: object) -> set[str]:
    return {one for one in held if isinstance(one, str)} if isinstance(held, list) else set()
