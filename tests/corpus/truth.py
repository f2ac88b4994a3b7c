"""What a file of the corpus says in truth: facts, figures by cell, paragraphs by section; kept in truth.json."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

NAME = "truth.json"


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph: the section it belongs to, its level, its words with their number."""

    section: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Truth:
    """A report as it must come back; `values` holds every cell that takes a figure, "" where it is blank."""

    template: str
    year: int
    office: str
    title: str
    values: dict[str, str] = field(default_factory=dict)
    paragraphs: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the corpus: its name in the folder, its format for the figures, how it was made, its truth."""

    name: str
    format: str
    way: str
    truth: Truth


def save(folder: Path, entries: Sequence[Entry]) -> None:
    """Write truth.json; files made from one report share its truth."""
    truths = list(dict.fromkeys(id(entry.truth) for entry in entries))
    by_id = {id(entry.truth): entry.truth for entry in entries}
    data = {
        "reports": [_plain(by_id[one]) for one in truths],
        "files": [[one.name, one.format, one.way, truths.index(id(one.truth))] for one in entries],
    }
    text = json.dumps(data, ensure_ascii=False, indent=0, separators=(",", ":"))
    (folder / NAME).write_text(text + "\n", encoding="utf-8")


def load(folder: Path) -> list[Entry]:
    """Return the entries of a folder."""
    data = json.loads((folder / NAME).read_text(encoding="utf-8"))
    truths = [
        Truth(**{**one, "paragraphs": tuple(Said(*said) for said in one["paragraphs"])})
        for one in data["reports"]
    ]
    return [Entry(name, kind, way, truths[number]) for name, kind, way, number in data["files"]]


def _plain(truth: Truth) -> dict[str, object]:
    said = [[one.section, one.level, one.text] for one in truth.paragraphs]
    return {**asdict(truth), "paragraphs": said}
