"""The process in which a stranger's file is read: started with its limits, given its order, watched until it has answered."""

import atexit
import contextlib
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from core.errors import AppError
from core.importers import gate, limits

WALL_SECONDS = 20.0
RESIDENT_BYTES = limits.RESIDENT_BYTES
ANSWER_BYTES = 20 * 2**20
READING, DRAWING = "read", "draw"
_LOOK_EVERY = 0.02
_ROOT = Path(__file__).resolve().parents[2]

Order = Mapping[str, object]


class GivenUpError(AppError):
    """The clerk has stopped the reading of the file of that name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"已停止读取“{name}”，您的报告没有变化。")


def command() -> list[str]:
    """Return the words that start the child: the worker module, or the frozen program in its place."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--read-file"]
    return [sys.executable, "-m", "core.importers.worker"]


class Child:
    """A process for one order of that kind, which it expects at once; `end` ends it, however far it got."""

    def __init__(self, kind: str) -> None:
        self._said = bytearray()
        self._process = subprocess.Popen(
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            creationflags=limits.START,
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self._held = contextlib.ExitStack()
        self._held.callback(self._stop)
        with self._held:  # whatever fails from here on ends the process
            self._held.enter_context(limits.hold(self._process.pid))
            self._say(kind)
            self._held = self._held.pop_all()

    def _say(self, line: str) -> bool:
        """Send a line; return whether the process could still take it."""
        if self._process.stdin is None or self._process.poll() is not None:
            return False
        try:
            self._process.stdin.write(f"{line}\n".encode("ascii"))
            self._process.stdin.flush()
        except OSError:
            return False
        return True

    def end(self) -> None:
        """End the process and all that it holds."""
        self._held.close()

    def _stop(self) -> None:
        with contextlib.suppress(OSError):
            self._process.kill()
        self._process.wait()
        self._listener.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                with contextlib.suppress(OSError):
                    stream.close()

    def _listen(self) -> None:
        stream = self._process.stdout
        while stream and len(self._said) <= ANSWER_BYTES and (part := stream.read(65536)):
            self._said += part

    def give(self, order: Order) -> bool:
        """Give the order, the one and only; return whether the process was still there to take it."""
        is_taken = self._say(json.dumps(order))
        if self._process.stdin:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
        return is_taken

    def answer(self, name: str, given_up: Callable[[], bool]) -> bytes:
        """Return what the child says to its order once it has ended well; InputError or GivenUpError where not."""
        begin = time.monotonic()
        while self._process.poll() is None:
            if given_up():
                raise GivenUpError(name)
            if time.monotonic() - begin > WALL_SECONDS:
                raise gate.too_slow(name)
            if _resident(self._process.pid) > RESIDENT_BYTES or len(self._said) > ANSWER_BYTES:
                raise gate.unsafe(name)
            time.sleep(_LOOK_EVERY)
        self._listener.join()
        if self._process.returncode == limits.TOO_LONG:
            raise gate.too_slow(name)
        if self._process.returncode or len(self._said) > ANSWER_BYTES:
            raise gate.unsafe(name)
        return bytes(self._said)


def _resident(pid: int) -> int:
    """Return the memory of a process in bytes; 0 where the system does not tell it this way."""
    with contextlib.suppress(OSError, ValueError):
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
        for line in status.splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
    return 0


_waiting: list[Child] = []


def warm() -> None:
    """Start a process that will wait for the next file to read, while this one gets ready itself."""
    if not _waiting:
        with contextlib.suppress(OSError):  # what is wrong is said when there is something to read
            _waiting.append(Child(READING))
            atexit.register(_cool)


def _cool() -> None:
    while _waiting:
        _waiting.pop().end()


def ask(order: Order, name: str, given_up: Callable[[], bool], *, kind: str = READING) -> bytes:
    """Return the answer of a child to an order that concerns the file of that name.

    InputError says why there is none; `given_up` is asked many times a second, and GivenUpError raised soon after
    it says yes.
    """
    try:
        child = _with_order(order, kind)
    except OSError as error:  # without limits nothing is read
        raise gate.unsafe(name) from error
    try:
        return child.answer(name, given_up)
    finally:
        child.end()


def _with_order(order: Order, kind: str) -> Child:
    """Return a child at work on the order: the one that waits, or a new one where that has ended by itself."""
    if kind == READING and _waiting:
        child = _waiting.pop()
        if child.give(order):
            return child
        child.end()
    child = Child(kind)
    child.give(order)
    return child
