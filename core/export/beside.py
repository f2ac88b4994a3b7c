"""Files written by a process beside this one, while this one does something else: a command has two cores to use."""

import contextlib
import threading
from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING

from core.export.typesetter import BrokenOffError, Typesetter

if TYPE_CHECKING:  # that process gets ready before anything else is loaded here
    from core.blocks import Document
    from core.export.rendering import Rendering


def rendered(document: "Document") -> "Rendering":
    """Return a document as a PDF with what is known of it, set by a process that ends with it.

    Kept here, its libraries and fonts would take forty megabytes for as long as the window is open. Where no process
    can be had, or it breaks off, the pages are set here, and what is wrong is raised as by `pdf.render`.
    """
    typesetter = Typesetter()
    try:
        return typesetter.render(document)
    except (OSError, BrokenOffError):
        from core.export import pdf

        return pdf.render(document)
    finally:
        typesetter.close()


class FilesBeside:
    """Has documents written one after the other by a process that gets ready while this one does other things."""

    def __init__(self) -> None:
        self._typesetter = Typesetter()
        with contextlib.suppress(OSError):  # it is tried again with the first document
            self._typesetter.warm()
        self._begun: list[_Writing] = []

    def begin(self, document: "Document", formats: Iterable[str]) -> None:
        """Let a document be written in formats that need nothing else, from now on, in that order."""
        before = self._begun[-1] if self._begun else None
        self._begun.append(_Writing(self._typesetter, document, tuple(formats), before))
        self._begun[-1].start()

    def take(self, document: "Document", format_id: str) -> bytes | None:
        """Return the file of a document that was begun, waiting for it; None where it was not, or nothing came of it."""
        for writing in self._begun:
            if format_id in writing.ready and writing.document == document:
                writing.ready[format_id].wait()
                return writing.files.get(format_id)
        return None

    def __enter__(self) -> "FilesBeside":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._typesetter.close()
        for writing in self._begun:
            writing.join()


class _Writing(threading.Thread):
    """The files of a document in the making; `ready` says of each whether there is anything more to wait for."""

    def __init__(
        self,
        typesetter: Typesetter,
        document: "Document",
        formats: tuple[str, ...],
        before: "_Writing | None",
    ) -> None:
        super().__init__(daemon=True)
        self.document = document
        self.files: dict[str, bytes] = {}
        self.ready = {one: threading.Event() for one in formats}
        self._typesetter = typesetter
        self._before = before

    def run(self) -> None:
        """Ask for the files one by one; what the process does not give is written where it is needed."""
        if self._before:
            self._before.join()
        for one, ready in self.ready.items():
            try:
                self.files[one] = self._typesetter.write(self.document, one)
            except Exception:  # whatever it was, the file is written where it is needed, and says so there
                self.files.pop(one, None)
            finally:
                ready.set()
