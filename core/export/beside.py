"""Pages set by a process beside this one, while this one does something else: a command has two cores to use."""

import contextlib
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType

from core.blocks import Document
from core.export.typesetter import BrokenOffError, Typesetter


class PagesBeside:
    """Sets documents one after the other in a process that gets ready while this one does other things.

    Where that process cannot be had or ends, the pages are set here when they are asked for.
    """

    def __init__(self) -> None:
        self._typesetter = Typesetter()
        with contextlib.suppress(OSError):  # it is tried again with the first document
            self._typesetter.warm()
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._begun: list[tuple[Document, Future[bytes]]] = []

    def begin(self, document: Document) -> None:
        """Let the pages of a document be set from now on."""
        pages = self._thread.submit(lambda: self._typesetter.render(document).pdf)
        self._begun.append((document, pages))

    def pdf(self, document: Document) -> bytes:
        """Return the document as a PDF file, whether an equal one was begun before or not."""
        for begun, pages in self._begun:
            if begun == document:
                with contextlib.suppress(BrokenOffError, OSError):
                    return pages.result()
        from core.export import pdf

        return pdf.write(document)

    def __enter__(self) -> "PagesBeside":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._typesetter.close()
        self._thread.shutdown()
