"""A process of our own that sets pages one document after the other: no work of its takes time from the window.

`python -m core.export.typesetter` takes orders on standard input and answers on standard output; each message is its
length in eight bytes and a pickle. An order is a document and the format it is wanted in, "" for the pages with what
is known of them. Both ends are this program, and nobody else can reach the pipes.
"""

import contextlib
import gc
import pickle
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:  # a process that starts the child need not load what it works with
    from core.blocks import Document
    from core.export.rendering import Rendering

Order = tuple["Document", str]

WORD = "--set-pages"  # starts the child where the program is frozen
_ROOT = Path(__file__).resolve().parents[2]
_LENGTH = 8


class BrokenOffError(Exception):
    """The process has ended before it answered."""


class Typesetter:
    """The process, started with the first document; one that ended is started again with the next."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = False
        self._lock = threading.Lock()

    def warm(self) -> None:
        """Start the process already; OSError where it cannot be had."""
        self._running()

    def render(self, document: "Document") -> "Rendering":
        """Return the document as a PDF with what is known of it; BrokenOffError where the process ended over it."""
        rendering: Rendering = self._answer((document, ""))
        return rendering

    def write(self, document: "Document", format_id: str) -> bytes:
        """Return the document as a file of a format that needs nothing else; BrokenOffError as above."""
        file: bytes = self._answer((document, format_id))
        return file

    def _answer(self, order: "Order") -> Any:  # noqa: ANN401 - what the order asks for
        process = self._running()
        try:
            _send(process.stdin, order)
            answer = _message(process.stdout)
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as error:
            self._stop()
            raise BrokenOffError("the typesetter has ended") from error
        if isinstance(answer, str):
            raise BrokenOffError(answer)
        return answer

    def _running(self) -> "subprocess.Popen[bytes]":
        with self._lock:
            if self._ended:
                raise BrokenOffError("closed")
            if self._process is None:
                self._process = subprocess.Popen(
                    command(),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    cwd=_ROOT,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            return self._process

    def _stop(self) -> None:
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with contextlib.suppress(OSError):  # what was not sent yet goes nowhere
                    pipe.close()

    def close(self) -> None:
        """End the process, whatever it is at."""
        self._ended = True
        self._stop()


def command() -> list[str]:
    """Return the words that start the child: this module, or the frozen program in its place."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORD]
    return [sys.executable, "-m", "core.export.typesetter"]


def _send(pipe: IO[bytes] | None, message: object) -> None:
    if pipe is None:
        raise EOFError
    data = pickle.dumps(message)
    pipe.write(len(data).to_bytes(_LENGTH, "big") + data)
    pipe.flush()


def _message(pipe: IO[bytes] | None) -> Any:  # noqa: ANN401 - whatever the other end sent
    """Return the next message; EOFError where there is none."""
    if pipe is None or len(head := pipe.read(_LENGTH)) < _LENGTH:
        raise EOFError
    data = pipe.read(int.from_bytes(head, "big"))
    return pickle.loads(data)


def serve(taken: IO[bytes], given: IO[bytes]) -> None:
    """Answer orders until there are no more: each with what it asks for, or with what went wrong as text."""
    import traceback

    from core.export import find, pdf

    pdf.warm()
    gc.freeze()  # libraries and fonts stay: the collector need not look through them with every document
    while True:
        try:
            document, wanted = _message(taken)
        except EOFError:
            return
        try:
            answer: object = find([wanted])[0].write(document) if wanted else pdf.render(document)
        except Exception:  # the window hears of it and logs it
            answer = traceback.format_exc()
        _send(given, answer)


def main() -> None:
    """Be the child: keep standard output for the answers alone."""
    given = sys.stdout.buffer
    sys.stdout = sys.stderr
    serve(sys.stdin.buffer, given)


if __name__ == "__main__":
    main()
