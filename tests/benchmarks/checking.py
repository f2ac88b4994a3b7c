"""A full report under check: all rules, after one cell, after one key, and very many reports in one process."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from core import checks, store
from core.checks import Checker, Watch
from core.edits import Edit, SetCells, rewrite
from core.report import Report
from core.store import ReportFile
from core.template import Library, built_in
from tests.faults.clean import clean_reports

FORM = "national-2021"
ROOT = Path(__file__).resolve().parents[2]
CHARACTERS = 5000
REPORTS = 1000
EDITS = 30
Timed = Callable[..., dict[str, float]]


def figures(timed: Timed) -> dict[str, object]:
    """Return the times of a full report: every cell filled, 5,000 characters of prose, last year beside it."""
    library = built_in()
    checker, report = every_rule(library), full_report(library)
    watch = Watch(checker, report)
    return {
        "rules": len(checker.rules),
        "full_report": timed(lambda: checker.run(report), EDITS),
        "after_one_cell": timed(_edits(report, watch, _cell), EDITS),
        "after_one_key": timed(_edits(report, watch, _key), EDITS),
        "many_reports": many(library),
    }


def every_rule(library: Library) -> Checker:
    """Return a checker with every rule of the form, those to be switched on among them."""
    idle = checks.for_template(library, FORM).idle
    return checks.for_template(library, FORM, [rule.entry.rule for rule in idle])


def full_report(library: Library) -> Report:
    """Return a correct report with last year's beside it, filled up to its length from those of other offices."""
    known = [one for one in clean_reports(library, 60) if one.template == FORM]
    report = next(one for one in known if one.earlier)
    section = report.section("overview")
    spare = [text for one in known if one is not report for _, _, text in one.paragraphs()]
    while section and sum(len(one.text) for _, _, one in report.paragraphs()) < CHARACTERS:
        section.paragraphs.append(spare.pop())
    return report


def _edits(report: Report, watch: Watch, make: Callable[[Report, int], Edit]) -> Callable[[], None]:
    """Return the work of making one more edit and looking again."""
    made = iter(range(1, 10_000))

    def work() -> None:
        edit = make(report, next(made))
        edit.apply(report)
        watch.update(edit)

    return work


def _cell(report: Report, number: int) -> Edit:
    return SetCells({"disclosure.permits.decided": str(number)})


def _key(report: Report, number: int) -> Edit:
    section = report.section("problems")
    words = section.paragraphs[0].text if section else ""
    return rewrite(report, "problems", 0, words + "再")


def many(library: Library) -> dict[str, float]:
    """Return milliseconds a report in the first and the last quarter of one `check` of very many files, and their ratio."""
    reports = list(clean_reports(library, REPORTS))
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.nianbao" for number in range(REPORTS)]
        for number, path in enumerate(paths):
            store.write(ReportFile(reports[number % len(reports)]), path)
        moments = _moments(paths)
    taken = [later - earlier for earlier, later in pairwise(moments)]
    first, last = taken[: REPORTS // 4], taken[-REPORTS // 4 :]
    return {
        "first_quarter_ms": round(1000 * statistics.mean(first), 1),
        "last_quarter_ms": round(1000 * statistics.mean(last), 1),
        "ratio": round(statistics.mean(last) / statistics.mean(first), 2),
        "seconds": round(moments[-1] - moments[0], 1),
        "reports": len(taken) + 1,
    }


def _moments(paths: list[Path]) -> list[float]:
    """Return when one `check` of all the files told of each."""
    command = [sys.executable, "main.py", "check", *map(str, paths), "--json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as running:
        return [time.perf_counter() for _ in running.stdout or ()]
