"""What the tests of autosaving share: a filled report, another process that keeps it aside, and looks into the folder."""

import errno
import json
import subprocess
import sys
from pathlib import Path

import pytest

from core import paths, processes, store
from core.store import ReportFile
from tests.samples import filled

ROOT = Path(__file__).resolve().parents[3]
OTHER = """
import sys
from pathlib import Path
from core import autosave, store
from core.autosave import Origin
kept, own = sys.argv[1], Path(sys.argv[2]) if sys.argv[2] else None
autosave.write(kept, store.content(store.read(Path(sys.argv[3]))), Origin(own))
print("written", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def file(library) -> ReportFile:
    """A filled report with last year's beside it."""
    report = filled(library, "national-2021", 2024)[1]
    report.earlier = [filled(library, "national-2021", 2023)[1]]
    return ReportFile(report, others={"history/odd": b"kept"})


@pytest.fixture
def other(file, tmp_path):
    """Return a function that starts another process which keeps the report aside, and waits."""
    source = tmp_path / "source.nianbao"
    store.write(file, source)
    running: list[subprocess.Popen[bytes]] = []

    def start(kept: str, own: Path | str = "") -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-c", OTHER, kept, str(own), str(source)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        running.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == b"written\n"
        return process

    yield start
    for process in running:
        process.kill()
        process.communicate()


def killed(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.communicate()


def older(file: ReportFile, path: Path) -> Path:
    """Write the report into the clerk's own file as it was before the last change."""
    before = file.report.model_copy(deep=True, update={"title": "上一次保存时的题目"})
    store.write(ReportFile(before), path)
    return path


def noted_by(pid: int, kept: str) -> None:
    """Write into the note that another process has the report open."""
    note = paths.recovery() / f"{kept}.json"
    told = json.loads(note.read_text("utf-8")) | {"pid": pid, "born": processes.born(pid)}
    note.write_text(json.dumps(told), "utf-8")


def refusing(monkeypatch, name: str, method: str, number: int = errno.EACCES) -> None:
    """Let the file of that name refuse, as one does that another program holds."""
    whole = getattr(Path, method)

    def refuse(self: Path, *args: object, **options: object) -> object:
        if self.name == name:
            raise OSError(number, "held", str(self))
        return whole(self, *args, **options)

    monkeypatch.setattr(Path, method, refuse)


def names() -> list[str]:
    return sorted(one.name for one in paths.recovery().iterdir())
