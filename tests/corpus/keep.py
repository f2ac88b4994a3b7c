"""Picks the slice of the corpus that is kept with the tests: small files of every kind that are read without a fault."""

import shutil
from collections import Counter
from pathlib import Path

from core.template import built_in
from tests.corpus import truth
from tests.corpus.measure import of_file
from tests.corpus.truth import Entry

_MOST_FILES = 40
_MOST_BYTES = 1_080_000  # beside the truth
_LARGEST = 250_000
_EACH = 3
_UNRULED = "pdf without rules"


def keep(folder: Path, target: Path) -> list[Entry]:
    """Copy the slice of a built corpus into the folder in place of what is there; return its entries."""
    library = built_in()
    chosen: list[Entry] = []
    size = 0
    for entry in _by_turn(folder, [one for one in truth.load(folder) if _may_stay(folder, one)]):
        more = (folder / entry.name).stat().st_size
        if len(chosen) == _MOST_FILES or size + more > _MOST_BYTES:
            continue
        if not of_file(folder / entry.name, entry, library).failures:
            chosen.append(entry)
            size += more
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for entry in chosen:
        shutil.copyfile(folder / entry.name, target / entry.name)
    truth.save(target, chosen)
    return chosen


def _may_stay(folder: Path, entry: Entry) -> bool:
    """Return whether the file is small, which what Chromium prints is not: it holds its fonts; text must be UTF-8.

    Another test reads every text file of the project.
    """
    is_text = entry.name.endswith((".txt", ".md"))
    return (
        entry.format != _UNRULED
        and _size(folder, entry) <= _LARGEST
        and (not is_text or "utf-8" in entry.way)
    )


def _by_turn(folder: Path, entries: list[Entry]) -> list[Entry]:
    """Return a few of each kind, layouts and forms that have not come yet and small files first."""
    seen: Counter[str] = Counter()
    by_kind: dict[str, list[Entry]] = {}
    for entry in entries:
        by_kind.setdefault(entry.name[:2], []).append(entry)
    ordered: list[Entry] = []
    for _ in range(_EACH):
        for waiting in by_kind.values():
            if waiting:
                best = min(
                    waiting, key=lambda one: _size(folder, one) * (1 + sum(seen[key] for key in _keys(one)))
                )
                waiting.remove(best)
                seen.update(_keys(best))
                ordered.append(best)
    return ordered


def _keys(entry: Entry) -> tuple[str, str]:
    return entry.way.partition(";")[0], entry.truth.template


def _size(folder: Path, entry: Entry) -> int:
    return (folder / entry.name).stat().st_size
