"""The streams of a Word file, taken out of their container; its first block told, and who cannot be read."""

import io
from dataclasses import dataclass

from core.errors import InputError
from core.importers import gate
from core.importers.doc import fib
from core.importers.doc.binary import BrokenError
from core.importers.doc.fib import Fib
from core.importers.kinds import Source

_MAIN, _DATA = "WordDocument", "Data"
_MACROS = ("Macros", "_VBA_PROJECT_CUR")


@dataclass(frozen=True, slots=True)
class Streams:
    """What a Word file consists of: its first block, the stream that it opens, the one with tables, and data."""

    fib: Fib
    main: bytes
    table: bytes
    data: bytes
    macros: bool


def streams(source: Source) -> Streams:
    """Return the streams of a Word file; InputError where it has a password or is older than Word 97.

    BrokenError where the container is not built as it says.
    """
    import olefile

    try:
        container = olefile.OleFileIO(io.BytesIO(source.data))
        streams = {
            name: container.openstream(name).read()
            for name in (_MAIN, _DATA, "0Table", "1Table")
            if container.exists(name) and container.get_type(name) == olefile.STGTY_STREAM
        }
        macros = any(container.exists(name) for name in _MACROS)
    except Exception as error:  # olefile checks little before it reads, and lets anything out
        raise BrokenError from error
    if _MAIN not in streams:
        raise BrokenError
    return _checked(source.name, streams, macros=macros)


def _checked(name: str, streams: dict[str, bytes], *, macros: bool) -> Streams:
    try:
        head = fib.read(streams[_MAIN])
    except fib.OldWordError as error:
        raise _old(name) from error
    except fib.LockedError as error:
        raise gate.refusal(name, "locked") from error
    if head.table not in streams:
        raise BrokenError
    return Streams(head, streams[_MAIN], streams[head.table], streams.get(_DATA, b""), macros)


def _old(name: str) -> InputError:
    return InputError(
        f"“{name}”是 Word 97 以前的文档，现在还不能读。请用 WPS 或 Word 打开它，另存为 .docx 后再读入；原文件没有改动。"
    )
