"""Which lines above a report were told, and which of them the clerk sent away: opening it again does not bring those back.

Kept beside the settings by the id of the document, never in the report file.
"""

from core import stored

FILE_NAME, TOLD = "sent-away.json", "told-above.json"
MOST = 200


def is_away(doc_id: str, name: str) -> bool:
    """Return whether the line of that name was sent away above a document."""
    return _is_in(FILE_NAME, doc_id, name)


def remember(doc_id: str, name: str) -> None:
    """Store that a line was sent away above a document; the oldest documents are forgotten. OutputError says why not."""
    _put_in(FILE_NAME, doc_id, name)


def was_told(doc_id: str, name: str) -> bool:
    """Return whether the line of that name was told above a document before."""
    return _is_in(TOLD, doc_id, name)


def note_told(doc_id: str, name: str) -> None:
    """Store that a line was told above a document, as `remember` does."""
    _put_in(TOLD, doc_id, name)


def _is_in(file_name: str, doc_id: str, name: str) -> bool:
    return name in _names(_stored(file_name).get(doc_id))


def _put_in(file_name: str, doc_id: str, name: str) -> None:
    held = _stored(file_name)
    names = sorted({*_names(held.pop(doc_id, None)), name})
    stored.write(file_name, dict([*held.items(), (doc_id, names)][-MOST:]))


def _stored(file_name: str) -> dict[str, object]:
    held = stored.read(file_name)
    return held if isinstance(held, dict) else {}


def _names(held: object) -> set[str]:
    return {one for one in held if isinstance(one, str)} if isinstance(held, list) else set()
