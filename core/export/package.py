"""The package to hand in: all files of a report in one folder of a zip, with a list of them to check against."""

import hashlib
from collections.abc import Iterator, Mapping

from core.blocks import Document
from core.export.characters import writable
from core.export.ooxml.package import zipped

LIST = "清单.txt"
_LINE_END = "\r\n"  # Notepad of older computers knows no other
_UTF8_MARK = "\ufeff"


def pack(stem: str, document: Document, files: Mapping[str, bytes], state: str = "") -> bytes:
    """Return the zip: a folder named as the report is, its files by their names, and the list, which tells its state."""
    listed = _UTF8_MARK + _LINE_END.join(_list(document, files, state)) + _LINE_END
    parts = {**files, LIST: listed.encode("utf-8")}
    return zipped({f"{stem}/{name}": data for name, data in parts.items()})


def _list(document: Document, files: Mapping[str, bytes], state: str) -> Iterator[str]:
    """Yield the lines of the list: what it is a list of, whether it is a draft, each file with its size and its SHA-256."""
    yield writable(document.title or f"{document.office}{document.year}年度报告").replace("\n", " ")
    yield f"报送单位：{writable(document.office)}"
    yield f"报告年度：{document.year}年"
    if state:
        yield f"状态：{state}"
    yield f"文件：共 {len(files)} 个（不含本清单）"
    for number, (name, data) in enumerate(files.items(), 1):
        yield ""
        yield f"{number}. {name}"
        yield f"   大小：{len(data)} 字节"
        yield f"   SHA-256：{hashlib.sha256(data).hexdigest()}"
    yield ""
    yield "核对方法：在文件所在的文件夹里运行 certutil -hashfile 文件名 SHA256，得到的一串字符应与上面相同。"
