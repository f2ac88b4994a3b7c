"""The program run as a process, as scripts and acceptance run it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Outcome:
    """How a command ended: status, standard output and standard error."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> dict:
        """The JSON on standard output."""
        return json.loads(self.out)


def run(*arguments: object, **environment: str) -> Outcome:
    """Run `python main.py ARGUMENTS` without a display."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    env = {name: value for name, value in os.environ.items() if name not in hidden} | environment
    done = subprocess.run(
        [sys.executable, "main.py", *map(str, arguments)],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)
