"""Reads the corpus with the importers and holds what comes back against the truth, cell by cell, line by line."""

import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from core import importers, numbers
from core.errors import InputError
from core.importers.recognise import Reading
from core.labels import unspaced
from core.template import Library, built_in
from tests.corpus.truth import Entry, Said, load


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that came back otherwise than it is: where, what is true, what was read; `kind` as in the figures."""

    file: str
    way: str
    kind: str
    place: str
    expected: str
    got: str


@dataclass
class Score:
    """What came back of a file, or of all files of a format."""

    files: int = 0
    cells: int = 0
    right: int = 0
    silent: int = 0
    told: int = 0
    paragraphs: int = 0
    placed: int = 0
    extra: int = 0
    facts: int = 0
    seconds: list[float] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Add the score of another file."""
        for name in ("files", "cells", "right", "silent", "told", "paragraphs", "placed", "extra", "facts"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.seconds += other.seconds
        self.failures += other.failures

    @property
    def cell_share(self) -> float:
        """The share of cells exactly right."""
        return self.right / self.cells if self.cells else 1.0

    @property
    def paragraph_share(self) -> float:
        """The share of paragraphs in the right section with the right level and text."""
        return self.placed / self.paragraphs if self.paragraphs else 1.0


def measure(folder: Path, say: Callable[[str], None] | None = None) -> dict[str, Score]:
    """Return the score of each format of a folder; `say` is told the name of each file before it is read."""
    library = built_in()
    found: dict[str, Score] = {}
    for entry in load(folder):
        if say:
            say(entry.name)
        found.setdefault(entry.format, Score()).add(of_file(folder / entry.name, entry, library))
    return found


def of_file(path: Path, entry: Entry, library: Library) -> Score:
    """Return the score of one file."""
    start = time.perf_counter()
    try:
        reading: Reading | None = importers.read_with_counts(path, library)
        refused = ""
    except InputError as error:
        reading, refused = None, str(error)
    score = Score(files=1, seconds=[time.perf_counter() - start])
    if reading is None:
        _refused(score, entry, refused)
        return score
    _cells(score, entry, reading)
    _paragraphs(score, entry, reading)
    _facts(score, entry, reading)
    return score


def _refused(score: Score, entry: Entry, why: str) -> None:
    """Count a file that was not taken: everything is missing, and the clerk is told."""
    score.cells = score.told = len(entry.truth.values)
    score.paragraphs = len(entry.truth.paragraphs)
    score.failures.append(Failure(entry.name, entry.way, "refused", "", "", why))


def _cells(score: Score, entry: Entry, reading: Reading) -> None:
    values = reading.report.values if reading.report.template == entry.truth.template else {}
    doubted = {trace.target for trace in reading.traces if trace.sure != "sure"}
    for cell, value in entry.truth.values.items():
        score.cells += 1
        got = values.get(cell, "")
        if numbers.canonical(got) == numbers.canonical(value):
            score.right += 1
            continue
        told = cell in doubted or _is_told(reading, cell, value, got)
        score.told += told
        score.silent += not told
        score.failures.append(Failure(entry.name, entry.way, "told" if told else "SILENT", cell, value, got))


def _is_told(reading: Reading, cell: str, value: str, got: str) -> bool:
    """Return whether a note speaks of the row, of the table as a whole, or shows the figure that found no place."""
    table, row, _ = cell.split(".", 2)
    about = {cell, f"{table}.{row}"} | ({table} if not got else set[str]())
    return any(
        about & set(note.about) or (not got and value and value in note.source)
        for note in reading.report.notes
    )


def _paragraphs(score: Score, entry: Entry, reading: Reading) -> None:
    wanted = Counter(_plain(said) for said in entry.truth.paragraphs)
    got = Counter(
        (section.id, one.level, unspaced(one.text)) for section, _, one in reading.report.paragraphs()
    )
    lost, more = wanted - got, got - wanted
    score.paragraphs += wanted.total()
    score.placed += wanted.total() - lost.total()
    score.extra += max(0, more.total() - lost.total())
    if lost or more:
        score.failures += _compared(entry, lost, more)


def _plain(said: Said) -> tuple[str, int, str]:
    return said.section, said.level, unspaced(said.text)


def _compared(
    entry: Entry, lost: Counter[tuple[str, int, str]], more: Counter[tuple[str, int, str]]
) -> Iterator[Failure]:
    """Yield the paragraphs that differ, those with the same words beside each other."""
    left = list(more.elements())
    for one in lost.elements():
        twin = next((other for other in left if other[2] == one[2]), None)
        if twin:
            left.remove(twin)
        yield Failure(entry.name, entry.way, "paragraph", one[0], _shown(one), _shown(twin))
    for other in left:
        yield Failure(entry.name, entry.way, "extra", other[0], "", _shown(other))


def _shown(one: tuple[str, int, str] | None) -> str:
    return f"{one[0]}/{one[1]} {one[2]}" if one else ""


def _facts(score: Score, entry: Entry, reading: Reading) -> None:
    """Count a file whose form, year, office and title are all right."""
    report, truth = reading.report, entry.truth
    pairs = {
        "template": (truth.template, report.template), "year": (str(truth.year), str(report.year)),
        "office": (truth.office, report.unit.name), "title": (unspaced(truth.title), unspaced(report.title)),
    }  # fmt: skip
    wrong = {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
    score.facts += not wrong
    score.failures += [Failure(entry.name, entry.way, "fact", name, *pair) for name, pair in wrong.items()]


def table(found: dict[str, Score]) -> str:
    """Return the figures as a table in markdown."""
    heads = (
        "format", "files", "cells", "exactly right", "wrong or missing, told", "wrong or missing, silent", "paragraphs",
        "right section, level, text", "too many", "form, year, office, title", "median s", "worst s",
    )  # fmt: skip
    lines = [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads)]
    total = Score()
    for name, score in found.items():
        lines.append(_row(name, score))
        total.add(score)
    return "\n".join([*lines, _row("all", total)])


def _row(name: str, score: Score) -> str:
    seconds = score.seconds or [0.0]
    return (
        f"| {name} | {score.files} | {score.cells} | {score.right} ({100 * score.cell_share:.2f} %) | {score.told} "
        f"| {score.silent} | {score.paragraphs} | {score.placed} ({100 * score.paragraph_share:.2f} %) | {score.extra} "
        f"| {score.facts} | {statistics.median(seconds):.2f} | {max(seconds):.2f} |"
    )


def listed(failures: Sequence[Failure], most: int) -> Iterable[str]:
    """Yield the failures as lines, of each file so many."""
    seen: Counter[tuple[str, str]] = Counter()
    for one in failures:
        seen[one.file, one.kind] += 1
        if seen[one.file, one.kind] <= most:
            yield f"{one.file} [{one.way}] {one.kind} {one.place}\n    expected: {one.expected[:160]}\n    got:      {one.got[:160]}"
