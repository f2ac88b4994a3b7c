"""Children that read damaged files, watched: what they say is added up, and one that hangs or dies is replaced."""

import json
import queue
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from core.importers import limits

ROOT = Path(__file__).resolve().parents[2]
PER_CHILD = 200
STUCK_SECONDS = 120.0


@dataclass
class Figures:
    """What came of the files: how many, how each ended, and what must not be. Seconds are those of the processor."""

    files: int = 0
    read: int = 0
    by_suffix: Counter[str] = field(default_factory=Counter)
    sentences: Counter[str] = field(default_factory=Counter)
    worst_seconds: float = 0.0
    worst_megabytes: int = 0
    slow: list[str] = field(default_factory=list)
    untyped: list[str] = field(default_factory=list)
    died: list[str] = field(default_factory=list)
    over_time: list[str] = field(default_factory=list)
    over_memory: list[str] = field(default_factory=list)

    def add(self, told: dict) -> None:
        """Take in what a child said of a file."""
        self.files += 1
        self.by_suffix[told["suffix"]] += 1
        self.read += told["said"] == "read"
        if told["said"] not in ("", "read"):
            self.sentences[told["said"]] += 1
        if told["fault"]:
            self.untyped.append(f"{told['number']}{told['suffix']}: {told['fault']}")
        if told["seconds"] > 5:
            self.slow.append(f"{told['number']}{told['suffix']}: {told['seconds']} s")
        if told["seconds"] > limits.CPU_SECONDS:
            self.over_time.append(f"{told['number']}{told['suffix']}: {told['seconds']} s")
        if told["megabytes"] * 2**20 > limits.RESIDENT_BYTES:
            self.over_memory.append(f"{told['number']}{told['suffix']}: {told['megabytes']} MB")
        self.worst_seconds = max(self.worst_seconds, told["seconds"])
        self.worst_megabytes = max(self.worst_megabytes, told["megabytes"])

    def data(self) -> dict[str, object]:
        """Return the figures as JSON has them; the sentences as often as each was said."""
        return asdict(self) | {
            "sentences": dict(self.sentences.most_common()),
            "by_suffix": dict(self.by_suffix),
        }


class _Child:
    """A child at work on a range of numbers."""

    def __init__(self, seed: int, numbers: range, folders: tuple[Path, ...]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.fuzz.child"],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        self._lines: queue.Queue[str] = queue.Queue()
        order = {
            "seed": seed,
            "first": numbers.start,
            "last": numbers.stop,
            "folders": [str(one) for one in folders],
        }
        assert self._process.stdin
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.close()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put("")

    def line(self, seconds: float) -> dict | None:
        """Return what the child says next, None once it has ended; queue.Empty where it says nothing for so long."""
        line = self._lines.get(timeout=seconds)
        return json.loads(line) if line else None

    def end(self) -> None:
        """End the child, however far it got."""
        self._process.kill()
        self._process.wait()
        self._listener.join()
        if self._process.stdout:
            self._process.stdout.close()


def _work(
    seed: int, numbers: range, folders: tuple[Path, ...], figures: Figures, lock: threading.Lock
) -> None:
    """Have all files of a range read, by as many children as it takes."""
    first = numbers.start
    while first < numbers.stop:
        child = _Child(seed, range(first, numbers.stop), folders)
        try:
            first = _watch(child, first, figures, lock)
        finally:
            child.end()


def _watch(child: _Child, first: int, figures: Figures, lock: threading.Lock) -> int:
    """Listen to a child until it ends; return the number of the first file that it did not get to."""
    at, begun = first, False
    while True:
        try:
            told = child.line(STUCK_SECONDS)
        except queue.Empty:
            with lock:
                figures.files += 1
                figures.over_time.append(str(at))
            return at + 1
        if told is None:
            if begun:
                with lock:
                    figures.files += 1
                    figures.died.append(str(at))
            return at + 1 if begun else at if at > first else _stuck()
        at, begun = told["number"], "begun" in told
        if not begun:
            with lock:
                figures.add(told)
            at += 1
            if told["megabytes"] * 2**20 > limits.RESIDENT_BYTES:
                return at


def _stuck() -> int:
    raise RuntimeError("the reading process does not start: run `python -m tests.fuzz.child` by hand")


def run(
    count: int,
    seed: int,
    *folders: Path,
    first: int = 0,
    processes: int = 2,
    enough: Callable[[], bool] = lambda: False,
    progress: Callable[[Figures], None] = lambda _: None,
) -> Figures:
    """Have so many damaged files read; `enough` ends it before its time, `progress` sees the figures now and then."""
    figures, lock = Figures(), threading.Lock()
    parts = [range(at, min(first + count, at + PER_CHILD)) for at in range(first, first + count, PER_CHILD)]
    waiting = iter(parts)

    def worker() -> None:
        while not enough():
            with lock:
                part = next(waiting, None)
            if part is None:
                return
            _work(seed, part, folders, figures, lock)
            with lock:
                progress(figures)

    threads = [threading.Thread(target=worker) for _ in range(processes)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return figures
