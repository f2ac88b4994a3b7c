"""Time the program and print the figures as JSON: `python -m tests.benchmarks [NAME …]`.

Whole processes are timed from outside (start to exit, or to the line a child prints once its window is
painted); work inside a process is timed in this one. Every figure is the median of several runs after one that
does not count, beside the smallest and the largest. Things compared run in turn, and their ratio is given.
Each benchmark loads what it alone needs: the memory told of the window is not that of other people's writers.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from core import checks, export
from core.layout import lay_out
from core.template import built_in

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = next((ROOT / "resources" / "samples").glob("*年度报告.txt"))
RUNS = 7
_SCREEN = {"name": "screen", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1.0}


def spread(seconds: list[float]) -> dict[str, float]:
    """Return median, smallest and largest in milliseconds."""
    figures = statistics.median(seconds), min(seconds), max(seconds)
    return dict(
        zip(("median_ms", "min_ms", "max_ms"), (round(one * 1000, 1) for one in figures), strict=True)
    )


def timed(work: Callable[[], object], runs: int = RUNS) -> dict[str, float]:
    """Return how long the work takes."""
    work()
    seconds = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - begin)
    return spread(seconds)


def process(*words: str) -> Callable[[], object]:
    """Return a run of Python with these words, without a display of its own."""
    return lambda: subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=_offscreen(), capture_output=True, check=False
    )


def _offscreen(**more: str) -> dict[str, str]:
    return os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"} | more


def window() -> dict[str, object]:
    """Time from process start until the home page is painted, against a bare window in the same run.

    Once as at the first start, and once with the cards of three reports; never with those of who runs this. On a
    screen of 1366×768: on Qt's own, which is smaller, less is shown.
    """
    with tempfile.TemporaryDirectory() as folder:
        first, used, screens = (Path(folder) / name for name in ("first", "used", "screens.json"))
        used.mkdir()
        _know_reports(used)
        screens.write_text(json.dumps({"screens": [_SCREEN]}), encoding="utf-8")
        kinds = {
            "home_page": ("program", first),
            "home_page_with_reports": ("program", used),
            "bare_window": ("bare", first),
        }
        rounds = [
            {name: _until_painted(kind, home, screens) for name, (kind, home) in kinds.items()}
            for _ in range(RUNS + 1)
        ][1:]
    found: dict[str, object] = {name: spread([one[name] for one in rounds]) for name in kinds}
    for name in ("home_page", "home_page_with_reports"):
        ratio = statistics.median(one[name] / one["bare_window"] for one in rounds)
        found[f"ratio_of_{name}"] = round(ratio, 2)
    return found


def _until_painted(kind: str, home: Path, screens: Path) -> float:
    """Return the seconds from process start to the line that the window is painted."""
    command = [sys.executable, "-m", "tests.benchmarks.window", kind]
    env = _offscreen(NIANBAO_HOME=str(home), QT_QPA_PLATFORM=f"offscreen:configfile={screens}")
    begin = time.perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as run:
        said = run.stdout.readline() if run.stdout else b""
        seconds = time.perf_counter() - begin
    if not said:
        raise RuntimeError(f"no window was painted: {kind}")
    return seconds


def _know_reports(home: Path) -> None:
    """Let the home page of that folder know the reports of three years."""
    from core.recent import FILE_NAME, READY, RecentReport

    known = []
    for year in (2024, 2023, 2022):
        path = home / f"{year}.nianbao"
        path.touch()
        known.append(asdict(RecentReport(str(path), "清溪县柳河镇人民政府", year, "可以报送", READY)))
    (home / FILE_NAME).write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")


def rules() -> dict[str, object]:
    """Time all rules on a filled report of each form, and the loading of the rules."""
    from tests.benchmarks import checking
    from tests.samples import filled

    library = built_in()
    figures: dict[str, object] = {}
    for template in library:
        year = template.last_year or template.first_year + 3
        _, report = filled(library, template.id, year)
        checker = checks.for_template(library, template.id)
        figures[template.id] = timed(lambda checker=checker, report=report: checker.run(report))
    figures["loading"] = timed(lambda: checks.for_template(built_in(), "national-2021"))
    return figures | checking.figures(timed)


def formats() -> dict[str, object]:
    """Time each export, warm in a process and as a command from process start to exit."""
    from tests.samples import filled

    library = built_in()
    template, report = filled(library, "national-2021", 2024)
    document = lay_out(template, report)
    figures: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        saved = Path(folder) / "report.nianbao"
        subprocess.run(
            [sys.executable, "main.py", "import", SAMPLE, "-o", saved],
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
        for one in export.FORMATS:
            command = process("main.py", "export", str(saved), "--to", one.id, "--out", folder)
            figures[one.id] = {
                "warm": timed(lambda one=one: one.write(document)),
                "command": timed(command),
            }
        every = ",".join(one.id for one in export.FORMATS)
        figures["all_at_once"] = timed(
            process("main.py", "export", str(saved), "--to", every, "--out", folder)
        )
    return figures


def commands() -> dict[str, object]:
    """Time the commands that need no writer, from process start to exit."""
    with tempfile.TemporaryDirectory() as folder:
        saved = str(Path(folder) / "report.nianbao")
        draft = str(Path(folder) / "draft.nianbao")
        figures: dict[str, object] = {"import": timed(process("main.py", "import", str(SAMPLE), "-o", saved))}
        figures["forward"] = timed(process("main.py", "forward", saved, "-o", draft))
        figures["check"] = timed(process("main.py", "check", draft))
    return figures


def peers() -> dict[str, object]:
    """Time a report of 13 pages as PDF beside other programs, and the parts of that work alone."""
    from tests.benchmarks import exporting

    return exporting.figures(timed, process, spread)


def preview() -> dict[str, object]:
    """Time keys and pages while the preview follows a long report."""
    from tests.benchmarks import previewing

    return previewing.figures(spread)


def answers() -> dict[str, object]:
    """Time how soon the window answers keys and clicks on a full report."""
    from tests.benchmarks import latency

    return latency.figures()


def clerk() -> dict[str, object]:
    """Count the actions of a scripted clerk and tell the longest time that the window stood still, by step."""
    from tests.benchmarks import clerk_run

    return clerk_run.scripted()


def imports() -> dict[str, object]:
    """Time the import of each format as a command, and the memory of it and of its child."""
    from tests.benchmarks import importing

    return importing.figures(spread, RUNS)


BENCHMARKS = {
    "window": window,
    "rules": rules,
    "formats": formats,
    "commands": commands,
    "peers": peers,
    "preview": preview,
    "imports": imports,
    "latency": answers,
    "clerk": clerk,
}


def main(words: list[str]) -> None:
    """Run the benchmarks named, or all, and print their figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {' '.join(BENCHMARKS)}")
    names = parser.parse_args(words).names
    if unknown := [name for name in names if name not in BENCHMARKS]:
        parser.error(f"not known: {' '.join(unknown)}; there are: {' '.join(BENCHMARKS)}")
    print(
        json.dumps({name: BENCHMARKS[name]() for name in names or BENCHMARKS}, ensure_ascii=False, indent=1)
    )


if __name__ == "__main__":
    main(sys.argv[1:])
