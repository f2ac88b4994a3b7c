"""A clerk's whole way from an old report to the package: the longest time that the window stood still, step by step."""

import gc
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from gui import keeping
from gui.app import build
from tests.acceptance.clerk import Clerk, Deed
from tests.acceptance.clerk_reports import zero_report_of_next_year
from tests.benchmarks.latency import Watchdog

if TYPE_CHECKING:
    from _typeshed import FileDescriptorLike

_SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
_WINDOW = (1366, 728)
_MOST_MS = 100
_MOST_STEPS = 8
_READS_THE_HOME_PAGE = 3.0
_SLOW_SECONDS = 0.4  # for each file that is to lie safe on the disk, as on a stick or a share


def scripted() -> dict[str, object]:
    """Return the number of actions, the longest block, and the steps of the longest ones; nothing without the report.

    What is typed counts by its longest character. `on_a_slow_disk` are the same figures of a second run, in which the
    disk takes its time, and how often a file was written on the screen's thread.
    """
    usual = _scripted()
    if not usual:
        return {}
    with _slow_disk() as asked:
        slow = _scripted()
    return usual | {"on_a_slow_disk": slow | {"times_the_window_waited_for_it": asked.count(True)}}


@contextmanager
def _slow_disk() -> Iterator[list[bool]]:
    """Let the disk of this process be slow; give a list of how it was asked: on the screen's thread or not."""
    sync = os.fsync
    asked: list[bool] = []

    def fsync(fd: "FileDescriptorLike") -> None:
        asked.append(threading.current_thread() is threading.main_thread())
        time.sleep(_SLOW_SECONDS)
        sync(fd)

    os.fsync = fsync
    try:
        yield asked
    finally:
        os.fsync = sync


def _scripted() -> dict[str, object]:
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
            keeping.end()  # or what is written late would reach the folder of who runs this
            os.environ.pop("NIANBAO_HOME")
            if before is not None:
                os.environ["NIANBAO_HOME"] = before


def _run(source: Path, folder: Path) -> dict[str, object]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    gc.disable()  # until all is loaded, as `main.starting` does
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
