"""Other people's files as reports: each format as a command, from its start to the saved report, with the memory it takes.

On a machine that does something else, `chrt -f 10 python -m tests.benchmarks imports` keeps the rest out of the figures.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from core.export import pdf, web, word
from core.layout import lay_out
from core.report import Report
from core.template import built_in
from tests.benchmarks.checking import full_report
from tests.core.importers.workbooks import data_of, on_one_sheet
from tests.core.importers.writing import tab_rows, text_of

ROOT = Path(__file__).resolve().parents[2]
FILES = ROOT / "tests" / "core" / "importers" / "files"
PAGES = 6
Spread = Callable[[list[float]], dict[str, float]]


def figures(spread: Spread, runs: int) -> dict[str, object]:
    """Return the times and the memory of an import of each format."""
    found: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in _files(folder):
            seconds, parents, children = [], [], []
            for number in range(runs + 1):
                begin = time.perf_counter()
                parent, child = _import(path, folder / "report.nianbao")
                if number:
                    seconds.append(time.perf_counter() - begin)
                parents.append(parent)
                children.append(child)
            found[path.suffix[1:]] = {
                "kilobytes": round(path.stat().st_size / 1024),
                **spread(seconds),
                "parent_peak_mb": round(max(parents) / 1024, 1),
                "child_peak_mb": round(max(children) / 1024, 1),
            }
    return found


def _files(folder: Path) -> list[Path]:
    """Write a report of six pages in every format that is written here; old Word and Excel files are there already."""
    library = built_in()
    report = full_report(library)
    template = library.get(report.template)
    _lengthen(report, lambda: pdf.render(lay_out(template, report)).pages < PAGES)
    document = lay_out(template, report)
    sheet = on_one_sheet(template, report, framed=True, merged=True, gap=1, left=1, lined=False)
    made = {
        "docx": word.write(document),
        "pdf": pdf.write(document),
        "html": web.write(document),
        "xlsx": data_of(sheet),
        "txt": text_of(template, report, tab_rows).encode(),
        "doc": (FILES / "report.doc").read_bytes(),
        "xls": (FILES / "old_table.xls").read_bytes(),
    }
    paths = [folder / f"report.{suffix}" for suffix in made]
    for path, data in zip(paths, made.values(), strict=True):
        path.write_bytes(data)
    return paths


def _lengthen(report: Report, is_short: Callable[[], bool]) -> None:
    """Repeat the prose until the report is long enough."""
    section = report.section("overview")
    spare = [one for _, _, one in report.paragraphs() if len(one.text) > 60]
    while section and is_short():
        section.paragraphs.append(spare[len(section.paragraphs) % len(spare)].model_copy())


def _import(path: Path, target: Path) -> tuple[int, int]:
    """Import a file; return the most kilobytes that the command and its child held."""
    command = [sys.executable, "main.py", "import", str(path), "--year", "2024", "-o", str(target)]
    parent = child = 0
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        while running.poll() is None:
            parent = max(parent, _peak(running.pid))
            child = max([child, *(_peak(one) for one in _children(running.pid))])
            time.sleep(0.004)
    if running.returncode:
        raise RuntimeError(f"{path.name} is not imported")
    return parent, child


def _children(pid: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _peak(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")), 0)
