"""The package to hand in: all files of a report in one folder of a zip, with a list of them to check against."""

import datetime
import hashlib
from collections.abc import Iterator, Mapping

from core.blocks import Document
from core.export.characters import writable
from core.export.ooxml.package import zipped

LIST = "清单.txt"
KEPT = "留存（不报送）"  # the folder of what the office keeps for itself
_KEPT_WORDS = f"以下放在文件夹“{KEPT}”里，本单位留存用，不报送："
_LINE_END = "\r\n"  # Notepad of older computers knows no other
_UTF8_MARK = "\ufeff"
_HOW_TO_CHECK = (
    "校验值（SHA-256）：文件一字不改时不变，可以用来核对传过去的是不是同一个文件。",
    "核对方法：在文件所在的文件夹里打开命令行，运行下面的命令，得到的一串字符应与上面相同。",
    "   Windows：certutil -hashfile 文件名 SHA256",
    "   统信、麒麟：sha256sum 文件名",
)
_Files = Mapping[str, bytes]


def pack(
    stem: str,
    document: Document,
    files: _Files,
    kept: _Files,
    state: str = "",
    written: datetime.datetime | None = None,
) -> bytes:
    """Return the zip: a folder named as the report is, its files by their names, and the list, which tells its state.

    What is `kept` lies in a folder of its own. `written` is the local time that the files bear once they are unpacked.
    """
    every = {**files, **{f"{KEPT}/{name}": data for name, data in kept.items()}}
    lines = [*_head(document, files, kept, state), *_entries(every), "", *_HOW_TO_CHECK]
    listed = _UTF8_MARK + _LINE_END.join(lines) + _LINE_END
    parts = {**every, LIST: listed.encode("utf-8")}
    return zipped({f"{stem}/{name}": data for name, data in parts.items()}, written)


def _head(document: Document, files: _Files, kept: _Files, state: str) -> Iterator[str]:
    """Yield what it is a list of, how the report stands, and how many files there are."""
    yield writable(document.title or f"{document.office}{document.year}年度报告").replace("\n", " ")
    yield f"报送单位：{writable(document.office)}"
    yield f"报告年度：{document.year}年"
    if state:
        yield f"状态：{state}"
    aside = f"；另有 {len(kept)} 个留存用，不报送" if kept else ""
    yield f"文件：共 {len(files)} 个（不含本清单）{aside}"


def _entries(every: _Files) -> Iterator[str]:
    """Yield the lines of each file: its size and its SHA-256; what is kept comes last, under a line that says so."""
    said_kept = False
    for number, (name, data) in enumerate(every.items(), 1):
        yield ""
        if name.startswith(f"{KEPT}/") and not said_kept:
            said_kept = True
            yield from (_KEPT_WORDS, "")
        yield f"{number}. {name}"
        yield f"   大小：{len(data)} 字节"
        yield f"   校验值 SHA-256：{hashlib.sha256(data).hexdigest()}"
