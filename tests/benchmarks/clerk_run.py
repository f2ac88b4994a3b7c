"""A clerk's whole way from an old report to the package: the longest time that the window stood still, step by step."""

import os
import shutil
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from gui.app import build
from tests.acceptance.clerk import Clerk, Deed
from tests.acceptance.clerk_reports import zero_report_of_next_year
from tests.benchmarks.latency import Watchdog

_SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
_WINDOW = (1366, 728)
_MOST_MS = 100
_MOST_STEPS = 8
_READS_THE_HOME_PAGE = 3.0


def scripted() -> dict[str, object]:
    """Return the number of actions, the longest block, and the steps of the longest ones; nothing without the report.

    What is typed counts by its longest character.
    """
    source = next(_SEEDS.glob("002_*.txt"), None)
    if source is None:
        return {}
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    before = os.environ.get("NIANBAO_HOME")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["NIANBAO_HOME"] = folder
        try:
            return _run(source, Path(folder))
        finally:
            os.environ.pop("NIANBAO_HOME")
            if before is not None:
                os.environ["NIANBAO_HOME"] = before


def _run(source: Path, folder: Path) -> dict[str, object]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    window = build(app)
    window.resize(*_WINDOW)
    window.show()
    watchdog = Watchdog()
    blocks: list[tuple[float, str]] = []

    def measure(deed: Deed) -> None:
        blocks.append((watchdog.longest_ms(), f"{len(blocks) + 1}. {deed.words.strip()}"))

    clerk = Clerk(window, measure)
    clerk.look_about(_READS_THE_HOME_PAGE)
    at_home = watchdog.longest_ms()
    zero_report_of_next_year(clerk, Path(shutil.copy(source, folder)))
    window.close()
    worst = sorted(blocks, reverse=True)[:_MOST_STEPS]
    return {
        "actions": clerk.actions,
        "longest_block_ms": worst[0][0],
        "longest_block_on_the_home_page_ms": at_home,
        "steps_over_100_ms": sum(took > _MOST_MS for took, _ in blocks),
        "longest_steps": {words: took for took, words in worst},
    }
