"""Into which folder each report was exported last, where the clerk chose one that is not its own.

Kept beside the settings by the id of the document: another year's report, or another office's, begins beside its own file.
"""

from core import stored

FILE_NAME = "export_folders.json"
MOST = 200


def load(doc_id: str) -> str:
    """Return the folder that was chosen for a document, "" where none was or what is stored is spoilt."""
    return _stored().get(doc_id, "")


def _stored() -> dict[str, str]:
    held = stored.read(FILE_NAME)
    return {name: one for name, one in held.items() if isinstance(one, str)} if isinstance(held, dict) else {}


def remember(doc_id: str, folder: str) -> None:
    """Store the folder chosen for a document, "" for its own; the oldest ones are forgotten. OutputError says why not."""
    kept = {name: one for name, one in _stored().items() if name != doc_id}
    chosen = {doc_id: folder} if folder else {}
    stored.write(FILE_NAME, dict([*kept.items(), *chosen.items()][-MOST:]))
