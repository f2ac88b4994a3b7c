"""A report of 13 pages as PDF: against LibreOffice and typst with the same text, and the parts of the work alone."""

import importlib.util
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from io import BytesIO
from itertools import count, cycle, pairwise
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from core import store
from core.blocks import Anchor, Document, Paragraph, Run
from core.export import pdf, word
from core.export.typeset.faces import Faces
from core.export.typeset.lines import Paragraph as Text
from core.export.typeset.lines import break_lines
from core.export.typeset.setting import Setter
from core.fonts import BUNDLED
from core.layout import lay_out
from core.report import Report
from core.store import ReportFile
from core.template import Library, built_in
from tests.benchmarks import typst_pages
from tests.benchmarks.checking import full_report

ROOT = Path(__file__).resolve().parents[2]
PAGES = 13
WARM = "warm"  # with a paragraph changed since the time before, as when one types
UNCHANGED = "warm_unchanged"
_IN_A_ROW = 5
RUNS = 7
OURS = (WARM, "command")
PEERS = ("libreoffice", "typst")
FORMATS = "docx,pdf,xlsx,html"
HAN = "镇政府公开信息，办理申请；村务、财务栏目按季度更换（2024年共12期），群众可以答复登记。"
ODD = "公\x00\x1b开\u202e栏\ufeff，见\u2066报\u2069\u200b。"
_TYPST = """import sys, typst
source, out, fonts = sys.argv[1:]
typst.compile(source, output=out, font_paths=[fonts], ignore_system_fonts=True)"""
Timed = Callable[..., dict[str, float]]
Process = Callable[..., Callable[[], object]]
Spread = Callable[[list[float]], dict[str, float]]
Works = dict[str, Callable[[], object]]


def figures(timed: Timed, process: Process, spread: Spread) -> dict[str, object]:
    """Return the times of the 13 pages, of the peers that are here, and of very long texts."""
    library = built_in()
    report = long_report(library)
    document = lay_out(library.get(report.template), report)
    with tempfile.TemporaryDirectory() as name:
        saved = Path(name) / "report.nianbao"
        store.write(ReportFile(report), saved)
        export = partial(process, "main.py", "export", str(saved), "--out", name, "--to")
        turns = count()
        works = {
            WARM: lambda: pdf.write(_typed_into(document, next(turns))),
            UNCHANGED: lambda: pdf.write(document),
            "command": export("pdf"),
        }
        works |= _peers(process, document, Path(name))
        return {
            "pages": PAGES,
            **_in_turn(works, spread),
            "all_formats": timed(export(FORMATS)),
            "peak_megabytes": peak(["main.py", "export", str(saved), "--out", name, "--to", FORMATS]),
            "breaking": _breaking(timed, document),
            "long": _long(timed),
        }


def _in_turn(works: Works, spread: Spread) -> dict[str, object]:
    """Time each work in every round; a peer's ratio is the median over the rounds.

    What is timed warm runs a few times in a row, of which the median counts: other programs ran before it.
    """
    rounds = [{name: _seconds(name, work) for name, work in works.items()} for _ in range(RUNS + 1)]
    counted = rounds[1:]
    found: dict[str, object] = {name: spread([one[name] for one in counted]) for name in works}
    for peer in (name for name in PEERS if name in works):
        ratios = {ours: statistics.median(one[peer] / one[ours] for one in counted) for ours in OURS}
        found[f"{peer}_takes_times_as_long_as"] = {ours: round(ratio, 1) for ours, ratio in ratios.items()}
    return found | {f"{name}_skipped": "not installed" for name in PEERS if name not in works}


def _seconds(name: str, work: Callable[[], object]) -> float:
    moments = [time.perf_counter()]
    for _ in range(_IN_A_ROW if name in (WARM, UNCHANGED) else 1):
        work()
        moments.append(time.perf_counter())
    return statistics.median(after - before for before, after in pairwise(moments))


def long_report(library: Library) -> Report:
    """Return a correct report with its tables, its prose repeated until it has 13 pages."""
    report = full_report(library)
    template = library.get(report.template)
    section = report.section("overview")
    spare = [one for _, _, one in report.paragraphs() if len(one.text) > 60]
    number = 0
    while section and pdf.render(lay_out(template, report)).pages < PAGES:
        section.paragraphs.append(spare[number % len(spare)].model_copy())
        number += 1
    return report


def _typed_into(document: Document, turn: int) -> Document:
    """Return the document with a paragraph in its middle that is another each turn."""
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    before = paragraphs[len(paragraphs) // 2]
    after = replace(before, runs=(*before.runs, Run(f"改动{turn}。", before.runs[-1].role)))
    return replace(document, blocks=tuple(after if block is before else block for block in document.blocks))


def _peers(process: Process, document: Document, folder: Path) -> Works:
    """Return the runs of the other programs that are installed here."""
    found: Works = {}
    program = shutil.which("soffice")
    if program:
        path = folder / "peer.docx"
        path.write_bytes(word.write(document))
        command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", str(folder), str(path)]
        found["libreoffice"] = lambda: subprocess.run(command, check=True, capture_output=True)
    if importlib.util.find_spec("typst"):
        source = folder / "peer.typ"
        source.write_text(typst_pages.source(document), encoding="utf-8")
        found["typst"] = process("-c", _TYPST, str(source), str(folder / "typst.pdf"), str(BUNDLED))
    return found


def peak(words: list[str]) -> float:
    """Return how many megabytes a run of Python with these words takes at most."""
    with subprocess.Popen([sys.executable, *words], cwd=ROOT, stdout=subprocess.DEVNULL) as running:
        _, _, used = os.wait4(running.pid, 0)
        running.returncode = 0
    return round(used.ru_maxrss / 1024, 1)


def _breaking(timed: Timed, document: Document) -> dict[str, object]:
    """Time the breaking of all prose into lines against the drawing of those lines by the library alone."""
    setter = Setter(document.style, Faces(document.style, bundled_only=True))
    texts = [
        Text(one.text, [10.0 if char > "\u2000" else 5.0 for char in one.text], 280, 10.0, 20)
        for one in document.blocks
        if isinstance(one, Paragraph)
    ]
    lines = [text.text[line.start : line.end] for text in texts for line in break_lines(text)]
    setter.faces.glyphs("fangsong", "".join(lines))
    font = setter.faces.opened["NianbaoFangSong-0"]
    pdfmetrics.registerFont(font)

    def draw() -> None:
        canvas = Canvas(BytesIO())
        canvas.setFont(font.fontName, 16)
        for number, line in enumerate(lines):
            canvas.drawString(80, 800 - number, line)

    ours, theirs = timed(lambda: [break_lines(text) for text in texts], 20), timed(draw, 20)
    ratio = round(ours["median_ms"] / theirs["median_ms"], 2)
    return {"lines": len(lines), "breaking": ours, "drawing": theirs, "ratio": ratio}


def _long(timed: Timed) -> dict[str, object]:
    """Time 200 pages in paragraphs, one paragraph of 100,000 characters, and one with signs that nobody sees.

    Every paragraph is another than all before, so that none is remembered.
    """
    paragraphs = {
        "200_pages": [HAN * 8] * 335,
        "100000_characters": [(HAN * 2300)[:100_000]],
        "control_and_direction_signs": [ODD * 8000],
    }
    found: dict[str, object] = {}
    for name, texts in paragraphs.items():
        first, second = (_document(start, texts) for start in "甲乙")
        turns = cycle((second, first))
        found[name] = {
            "pages": pdf.render(first).pages,
            **timed(lambda turns=turns: pdf.write(next(turns)), 3),
        }
    return found


def _document(start: str, texts: Iterable[str]) -> Document:
    """Return a document of texts that begin with a word of its own and a number."""
    blocks = (
        Paragraph((Run(f"{start}{number}{text}", "body"),), 0, Anchor("overview", number))
        for number, text in enumerate(texts)
    )
    return Document("长文", "柳河镇人民政府", 2024, tuple(blocks))
