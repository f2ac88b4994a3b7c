"""A stranger's file read in a child process with limits, and every way in which that can end as a plain sentence."""

import contextlib
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from pydantic import BaseModel, ValidationError

from core.errors import AppError, InputError, UsageError
from core.importers.recognise import Reading, SourceLine, TemplateScore, Trace
from core.report import Report

WALL_SECONDS = 20.0
RESIDENT_BYTES = 500 * 2**20
ANSWER_BYTES = 20 * 2**20
_LOOK_EVERY = 0.02
_ROOT = Path(__file__).resolve().parents[2]
_KINDS = {error.exit_status: error for error in (UsageError, InputError)}


class GivenUpError(AppError):
    """The clerk has stopped the reading."""


class _Answer(BaseModel):
    """What the child says: a report with its counts, or an error. The child is not trusted: all is checked again."""

    report: Report | None = None
    source_numbers: int = 0
    placed_numbers: int = 0
    source_characters: int = 0
    placed_characters: int = 0
    traces: tuple[Trace, ...] = ()
    source: tuple[SourceLine, ...] = ()
    left_over: tuple[SourceLine, ...] = ()
    template_scores: tuple[TemplateScore, ...] = ()
    error: str = ""
    status: int = InputError.exit_status


def read(
    path: Path,
    *,
    template_id: str | None = None,
    year: int | None = None,
    given_up: Callable[[], bool] = lambda: False,
) -> Reading:
    """Return the report in a file, read in a child process that can neither hang nor grow nor reach the network.

    InputError says why not: what the reader said, or that it took too long, too much, or broke down.
    `given_up` is asked many times a second; GivenUpError is raised soon after it says yes.
    """
    order = {"path": str(path.resolve()), "template": template_id, "year": year}
    with _Child(json.dumps(order).encode("ascii"), path.name) as child:
        said = child.answer(given_up)
    return _reading(said, path.name)


def command() -> list[str]:
    """Return the words that start the child: the worker module, or the frozen program in its place."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--read-file"]
    return [sys.executable, "-m", "core.importers.worker"]


class _Child:
    """The process that reads; leaving the block ends it, however far it got."""

    def __init__(self, order: bytes, name: str) -> None:
        self._name = name
        self._process = subprocess.Popen(
            command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=_ROOT
        )
        self._said = bytearray()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        if self._process.stdin:
            with contextlib.suppress(OSError), self._process.stdin as pipe:
                pipe.write(order)

    def __enter__(self) -> "_Child":
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._process.kill()
        self._process.wait()
        self._listener.join()
        if self._process.stdout:
            self._process.stdout.close()

    def _listen(self) -> None:
        stream = self._process.stdout
        while stream and len(self._said) <= ANSWER_BYTES and (part := stream.read(65536)):
            self._said += part

    def answer(self, given_up: Callable[[], bool]) -> bytes:
        """Return what the child says once it has ended well; InputError or GivenUpError where it does not."""
        begin = time.monotonic()
        while self._process.poll() is None:
            if given_up():
                raise GivenUpError(f"已停止读取“{self._name}”，您的报告没有变化。")
            if time.monotonic() - begin > WALL_SECONDS:
                raise InputError(f"读取“{self._name}”的时间过长，已停止；您的报告没有变化。")
            if _resident(self._process.pid) > RESIDENT_BYTES or len(self._said) > ANSWER_BYTES:
                _unsafe(self._name)
            time.sleep(_LOOK_EVERY)
        self._listener.join()
        if self._process.returncode or len(self._said) > ANSWER_BYTES:
            _unsafe(self._name)
        return bytes(self._said)


def _resident(pid: int) -> int:
    """Return the memory of a process in bytes; 0 where the system does not tell it this way."""
    with contextlib.suppress(OSError, ValueError):
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
        for line in status.splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
    return 0


def _unsafe(name: str) -> NoReturn:
    raise InputError(f"“{name}”无法安全读取，已停止；您的报告没有变化。请用 WPS 打开它，另存一份后再试。")


def _reading(said: bytes, name: str) -> Reading:
    try:
        answer = _Answer.model_validate_json(said)
    except ValidationError:
        _unsafe(name)
    if answer.error:
        raise _KINDS.get(answer.status, InputError)(answer.error)
    if answer.report is None:
        _unsafe(name)
    return Reading(
        answer.report,
        answer.source_numbers,
        answer.placed_numbers,
        answer.source_characters,
        answer.placed_characters,
        answer.traces,
        answer.source,
        answer.left_over,
        answer.template_scores,
    )
