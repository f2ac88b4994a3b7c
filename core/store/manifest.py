"""The manifest of a report file: which format it is written in, who may read it, and how each member has to be."""

import hashlib
import uuid
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from core import stages
from core.store import migrate

_Format = Annotated[int, Field(ge=1)]


class Manifest(BaseModel):
    """What stands in `manifest.json`; ValidationError where that is none. Words of a newer program do no harm.

    `format` is the version of the reports in the file, `min_reader` the oldest program that may read it. `members`
    are the fingerprints of all members but this one and `mimetype`, by their names. `state` repeats the stage of the
    report (`core.stages`), to be known without reading it.
    """

    model_config = ConfigDict(strict=True, frozen=True)

    format: _Format = 1
    min_reader: _Format
    doc_id: str = Field(default_factory=lambda: str(uuid.uuid4()))
    save_no: int = Field(default=0, ge=0)
    state: str = stages.DRAFT
    members: dict[str, object]


def manifest_data(doc_id: str, save_no: int, state: str, members: dict[str, bytes]) -> dict[str, Any]:
    """Return the manifest of a file with these members as plain data; `state` is the stage of its report."""
    return Manifest(
        format=migrate.FORMAT,
        min_reader=migrate.FORMAT,
        doc_id=doc_id,
        save_no=save_no,
        state=state,
        members={name: fingerprint(data) for name, data in members.items()},
    ).model_dump()


def wants_newer(data: dict[str, Any]) -> bool:
    """Return whether a manifest says that this program is too old for its file, whatever else stands there."""
    reader = data.get("min_reader")
    return type(reader) is int and reader > migrate.FORMAT


def fingerprint(data: bytes) -> dict[str, str | int]:
    """Return how a member with these bytes is told from any other."""
    return {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
