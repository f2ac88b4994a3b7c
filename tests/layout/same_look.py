"""Our Word file as LibreOffice prints it beside our PDF: pages, line breaks, rows of tables; `python -m tests.layout.same_look`.

LibreOffice sees the bundled fonts alone, under the names that the Word file asks for. It ignores two wishes of
the file, so they are put into what it has read: no gaps between Chinese and Latin letters.
"""

import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from fontTools.ttLib import TTFont

from core import fonts, importers
from core.export import pdf, word
from core.layout import lay_out
from core.report import Report
from core.style import standard
from core.template import Library, built_in
from tests.layout import pdf_boxes, pdf_faults
from tests.layout.pdf_boxes import Line, Page
from tests.layout.pdf_reports import generated

SEEDS = Path(__file__).resolve().parents[2] / ".." / "shared" / "seeds"
GENERATED = 50
LONGEST_WAIT = 600  # seconds
_GAPS = ('style:text-autospace="ideograph-alpha"', 'style:text-autospace="none"')
_KEPT_WHOLE = re.compile(r"[0-9A-Za-z.,/:@%〔〕（）第\-]")


@dataclass(frozen=True)
class Look:
    """A report in both: pages, lines, how many lines are the same, why paragraphs part, lines across tables."""

    name: str
    pages: tuple[int, int]
    lines: int
    same: int
    reasons: Counter[str]
    rows: int
    same_rows: int


def compare(library: Library, reports: dict[str, Report], folder: Path) -> list[Look]:
    """Print the reports both ways and compare them."""
    laid = {name: lay_out(library.get(report.template), report) for name, report in reports.items()}
    for name, document in laid.items():
        (folder / f"{name}.docx").write_bytes(word.write(document))
    _printed(folder, list(laid))
    looks = []
    for name, document in laid.items():
        ours = pdf_boxes.pages(pdf.render(document, bundled_fonts_only=True).pdf)
        theirs = pdf_boxes.pages((folder / f"{name}.pdf").read_bytes())
        looks.append(_look(name, ours, theirs))
    return looks


def _printed(folder: Path, names: list[str]) -> None:
    """Let LibreOffice read the Word files, put right what it ignores, and let it print them."""
    settings = folder / "fonts.conf"
    settings.write_text(_font_settings(folder), encoding="utf-8")
    _convert(folder, "fodt", [folder / f"{name}.docx" for name in names])
    for name in names:
        path = folder / f"{name}.fodt"
        path.write_text(path.read_text(encoding="utf-8").replace(*_GAPS), encoding="utf-8")
    _convert(folder, "pdf", [folder / f"{name}.fodt" for name in names])


def _convert(folder: Path, suffix: str, files: list[Path]) -> None:
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", suffix, "--outdir", str(folder), *map(str, files)]
    environment = os.environ | {"FONTCONFIG_FILE": str(folder / "fonts.conf")}
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=LONGEST_WAIT)


def _font_settings(folder: Path) -> str:
    """Return a fontconfig file: the bundled fonts and no others, each under the name that Word asks for."""
    parts = ['<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>']
    parts.append(f"<dir>{escape(str(fonts.BUNDLED))}</dir><cachedir>{escape(str(folder))}/cache</cachedir>")
    for font in standard().fonts.values():
        with TTFont(fonts.BUNDLED / font.bundled, lazy=True) as opened:
            family = opened["name"].getDebugName(1)
        parts.append(
            f'<match target="pattern"><test name="family"><string>{escape(font.word)}</string></test>'
            f'<edit name="family" mode="assign" binding="same"><string>{escape(family)}</string></edit></match>'
        )
    return "".join([*parts, "</fontconfig>"])


def _look(name: str, ours: list[Page], theirs: list[Page]) -> Look:
    mine, other = list(_prose(ours)), list(_prose(theirs))
    matcher = difflib.SequenceMatcher(None, mine, other, autojunk=False)
    rows, other_rows = list(_rows(ours)), list(_rows(theirs))
    reasons = Counter(
        _reason(mine[a], other[c])
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind == "replace" and b > a and d > c
    )
    lines, table = max(len(mine), len(other)), max(len(rows), len(other_rows))
    same, same_rows = _alike(mine, other), _alike(rows, other_rows)
    return Look(name, (len(ours), len(theirs)), lines, same, reasons, table, same_rows)


def _alike(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> int:
    """Return how many are in both, in the same order."""
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def _prose(pages: list[Page]) -> Iterator[str]:
    """Yield the lines outside of tables; where a rule or a frame stands, there is one."""
    for page in pages:
        yield from (line.text for line in pdf_faults.body(page) if not _in_table(page, line))


def _rows(pages: list[Page]) -> Iterator[tuple[int, str]]:
    """Yield what stands on one height across a table, with the page that it is on."""
    for page in pages:
        between = [char for line in page.lines if _in_table(page, line) for char in line.chars]
        for line in pdf_boxes.lines([*page.cells, *between], page.number):
            yield page.number, line.text


def _in_table(page: Page, line: Line) -> bool:
    return any(box.top - 2 <= line.y <= box.bottom + 2 for box in page.frames)


def _reason(mine: str, other: str) -> str:
    """Return why a paragraph parts at its first line that differs."""
    if mine.startswith(other) or other.startswith(mine):
        short, long = sorted((mine, other), key=len)
        around = long[max(0, len(short) - 1) : len(short) + 1]
        if _KEPT_WHOLE.search(around):
            return "a number, a unit, an address or a mark stays whole in ours"
        if short is other:
            return "signs narrowed in ours, or Latin letters set wider there, let a character more in"
        return "a sign hangs or a character more fits there"
    return "words that differ"


def reports_of(library: Library, number: int) -> dict[str, Report]:
    """Return the five real reports, where they lie beside the project, and some generated ones."""
    found = {path.name[:3]: importers.read(path, library) for path in sorted(SEEDS.glob("0*.txt"))}
    return found | {f"made-{index:03}": one for index, one in enumerate(generated(library, 0, number))}


def main() -> None:
    """Print a line for each report and the sums."""
    if not shutil.which("soffice"):
        sys.exit("LibreOffice (soffice) is not installed")
    library = built_in()
    with tempfile.TemporaryDirectory() as folder:
        looks = compare(library, reports_of(library, GENERATED), Path(folder))
    reasons: Counter[str] = Counter()
    for look in looks:
        print(f"{look.name}: pages {look.pages[0]} / {look.pages[1]}, lines {look.same} of {look.lines}")
        reasons += look.reasons
    equal = sum(look.pages[0] == look.pages[1] for look in looks)
    same, lines = sum(look.same for look in looks), sum(look.lines for look in looks)
    print(
        f"page counts equal: {equal} of {len(looks)}; lines equal: {same} of {lines} ({100 * same / lines:.1f} %)"
    )
    same, rows = sum(look.same_rows for look in looks), sum(look.rows for look in looks)
    print(f"rows of tables equal and on the same page: {same} of {rows} ({100 * same / rows:.1f} %)")
    for reason, times in reasons.most_common():
        print(f"{times} × {reason}")


if __name__ == "__main__":
    main()
