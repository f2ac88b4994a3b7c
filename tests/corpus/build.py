"""Builds the corpus: so many files of each format, the same ones for the same seed."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from core.template import Library, built_in
from tests.corpus import content, layout, pieces, plain, programs, sheet, truth, web, word
from tests.corpus.layout import Layout
from tests.corpus.pieces import Set
from tests.corpus.truth import Entry
from tests.faults.filling import YEARS

_BARE = ("bare", "styled")  # headings without a number, known only by style or by the form's own words
_ENCODINGS = ("utf-8", "utf-8", "gbk", "utf-8-sig")
FORMS = tuple(YEARS)
_PRINTED_EVERY = 2
_RULED = 0.8


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of files: its format in the figures, its suffix, its share of the corpus, what makes it."""

    format: str
    suffix: str
    share: int
    make: Callable[[Path, Set, Random], str]
    through: tuple[str, ...] = ()
    needs: str = ""
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Job:
    """A file to be made: by which kind, from which report, under which name."""

    kind: Kind
    report: Set
    name: str
    rng: Random


def _word(path: Path, report: Set, rng: Random, *, rules: bool | None = None) -> str:
    way = rng.choice(word.WAYS)
    ruled = rng.random() < _RULED if rules is None else rules
    word.write(path, report, way, rng, rules=ruled)
    return f"python-docx {way}{'' if ruled else ' without rules'}"


def _ruled(path: Path, report: Set, rng: Random) -> str:
    return _word(path, report, rng, rules=True)


def _unruled(path: Path, report: Set, rng: Random) -> str:
    return _word(path, report, rng, rules=False)


def _plain(path: Path, report: Set, rng: Random) -> str:
    # Copied without its blank cells, a row of a form does not tell which column a figure is of: nobody could.
    ways = [one for one in plain.WAYS if one != "parted" or report.layout.zeros]
    way, encoding = rng.choice(ways), rng.choice(plain.ENCODINGS)
    plain.write(path, report, way, encoding, rng)
    return f"{way} {encoding}"


def _page(path: Path, report: Set, rng: Random) -> str:
    frame, encoding = rng.choice(web.FRAMES), rng.choice(_ENCODINGS)
    web.write(path, report, frame, encoding, rng)
    return f"{frame} {encoding}"


def _print_page(path: Path, report: Set, rng: Random) -> str:
    frame = rng.choice(("none", "print-view"))
    web.write(path, report, frame, "utf-8-sig", rng)
    return f"Chromium {frame}"


def _archive(path: Path, report: Set, rng: Random) -> str:
    frame = rng.choice(web.FRAMES)
    web.write_mht(path, report, frame, rng)
    return f"mht {frame}"


def _book(path: Path, report: Set, rng: Random) -> str:
    way = rng.choice(sheet.WAYS)
    sheet.write(path, report, way, rng)
    return f"openpyxl {way}"


# LibreOffice writes a list counted 一、 to HTML as one counted 1., so such reports are not converted to it.
KINDS = (
    Kind("docx", "docx", 18, _word),
    Kind("docx", "docx", 8, _word, ("docx",), "office"),
    Kind("docx", "docx", 7, _word, ("odt", "docx"), "office"),
    Kind("doc", "docx", 11, _word, ("doc",), "office"),
    Kind("html", "html", 10, _page),
    Kind("html", "docx", 6, _word, ("html",), "office", ("automatic",)),
    Kind("mht", "mht", 4, _archive),
    Kind("txt", "txt", 12, _plain, refused=("styled",)),
    Kind("xlsx", "xlsx", 8, _book, refused=("styled",)),
    Kind("xlsx", "xlsx", 3, _book, ("xlsx",), "office", ("styled",)),
    Kind("xls", "xlsx", 5, _book, ("xls",), "office", ("styled",)),
    Kind("pdf", "docx", 11, _ruled, ("pdf",), "office"),
    Kind("pdf", "html", 9, _print_page, ("print",), "browser"),
    Kind("pdf without rules", "docx", 2, _unruled, ("pdf",), "office"),
)
_SHARES = sum(kind.share for kind in KINDS)


def build(folder: Path, seed: int, count: int, say: Callable[[str], None] = print) -> list[Entry]:
    """Write about so many files and truth.json into the folder; say what is left out for want of a program."""
    folder.mkdir(parents=True, exist_ok=True)
    library = built_in()
    entries: list[Entry] = []
    for number, kind in enumerate(KINDS):
        if kind.needs and not getattr(programs, kind.needs)():
            say(
                f"left out: {kind.format} by {' '.join(kind.through)}, the program ({kind.needs}) is not installed"
            )
            continue
        many = max(1, round(count * kind.share / _SHARES))
        jobs = list(_jobs(library, kind, number, many, seed))
        entries += _made(folder, kind, jobs)
        say(f"{kind.format} {' → '.join((kind.suffix, *kind.through))}: {many}")
    truth.save(folder, entries)
    return entries


def _jobs(library: Library, kind: Kind, number: int, many: int, seed: int) -> Iterator[_Job]:
    for at in range(many):
        rng = Random(f"{seed}/{number}/{at}")
        form = FORMS[(at + number) % len(FORMS)]
        chosen = _layout(rng, kind, at + number * 5 + seed)
        told = content.made(rng, library, form, official=chosen.heading in _BARE)
        yield _Job(kind, pieces.laid(rng, told, chosen), f"{number:02}-{at:03}-{kind.suffix}", rng)


def _layout(rng: Random, kind: Kind, turn: int) -> Layout:
    """Return the layout whose turn it is, the next one where the kind cannot show it."""
    while layout.LAYOUTS[turn % len(layout.LAYOUTS)].heading in kind.refused:
        turn += 1
    return layout.drawn(rng, turn)


def _made(folder: Path, kind: Kind, jobs: list[_Job]) -> list[Entry]:
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        ways = {job.name: kind.make(room / f"{job.name}.{kind.suffix}", job.report, job.rng) for job in jobs}
        files = {job.name: room / f"{job.name}.{kind.suffix}" for job in jobs}
        for step in kind.through:
            files = _through(step, files, room / step)
        return [_kept(folder, job, files[job.name], ways[job.name]) for job in jobs if job.name in files]


def _through(step: str, files: dict[str, Path], folder: Path) -> dict[str, Path]:
    """Return the files as a program turned them into another format."""
    folder.mkdir()
    if step != "print":
        made = programs.convert(list(files.values()), step, folder)
        return {name: made[path] for name, path in files.items() if path in made}
    printed = {}
    for at, (name, path) in enumerate(files.items()):
        target = folder / f"{name}.pdf"
        if programs.print_page(path, target, with_header=at % _PRINTED_EVERY == 1):
            printed[name] = target
    return printed


def _kept(folder: Path, job: _Job, made: Path, way: str) -> Entry:
    """Move the file into the corpus; every third .doc is called .wps, which it is for the programs of the day."""
    suffix = made.suffix
    if suffix == ".doc" and int(job.name.split("-")[1]) % 3 == 2:
        suffix = ".wps"
    if suffix == ".txt" and way.startswith("markdown"):
        suffix = ".md"
    target = folder / f"{job.name}{suffix}"
    shutil.move(made, target)
    through = " → ".join((way, *job.kind.through))
    return Entry(
        target.name,
        suffix[1:] if suffix == ".wps" else job.kind.format,
        f"{job.report.layout.name}; {through}",
        job.report.truth,
    )
