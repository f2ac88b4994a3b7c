"""The gate: what is no readable file of a kind we know is turned away here, with the reason and the way out."""

from pathlib import Path

from core.errors import InputError

LIMIT = 50 * 1024 * 1024

_OPENED = "目前可以导入纯文本文件（.txt、.md）"
_SAVE_AS = "请用 WPS 或 Word 打开它，另存为纯文本（.txt）后再导入"
_LATER = {
    ".docx": "Word 文档",
    ".doc": "旧版 Word 文档",
    ".wps": "WPS 文档",
    ".rtf": "RTF 文档",
    ".odt": "OpenDocument 文档",
    ".pdf": "PDF 文件",
    ".ofd": "OFD 文件",
    ".html": "网页",
    ".htm": "网页",
    ".mht": "网页",
    ".mhtml": "网页",
    ".xlsx": "Excel 表格",
    ".xls": "旧版 Excel 表格",
    ".et": "WPS 表格",
}
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")
_KINDS = (
    (b"%PDF-", "PDF 文件"),
    (b"PK\x03\x04", "压缩包或新版 Office 文件"),
    (b"PK\x05\x06", "压缩包或新版 Office 文件"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Office 文件"),
    (b"{\\rtf", "RTF 文档"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf", "压缩包"),
)
_HTML = (b"<!doctype html", b"<html")


def load(path: Path) -> bytes:
    """Return the bytes of a file that may be a text; InputError says why another one cannot be used."""
    _is_file(path)
    data = _bytes(path)
    if not data.strip():
        raise empty(path)
    _is_no_picture(path, data)
    kind = _LATER.get(path.suffix.lower()) or _kind_of(data)
    if kind:
        raise InputError(f"“{path.name}”是{kind}，{_OPENED}。{_SAVE_AS}，原文件没有改动。")
    return data


def empty(path: Path) -> InputError:
    """Return the error of a file in which nothing stands."""
    return InputError(f"“{path.name}”是空的，未导入任何内容。请检查文件是否复制完整。")


def _is_file(path: Path) -> None:
    try:
        if path.is_dir():
            raise InputError(f"“{path.name}”是一个文件夹，不是文件。请选择里面的报告文件。")
        if not path.exists():
            raise InputError(f"找不到文件“{path.name}”。请检查它是否被移动、改名，或者 U 盘已拔出。")
        if not path.is_file():
            raise InputError(f"“{path.name}”不是普通文件，不能导入。请选择一份报告文件。")
    except (OSError, ValueError) as error:
        raise _unreadable(path) from error


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(path) from error
    if len(data) > LIMIT:
        raise InputError(f"“{path.name}”超过 50 MB，未导入。年度报告的文字不会这么大，请检查是否选错了文件。")
    return data


def _unreadable(path: Path) -> InputError:
    return InputError(f"“{path.name}”读不出来。请检查是否有权限打开它，或者把它复制到桌面后再导入。")


def _is_no_picture(path: Path, data: bytes) -> None:
    webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    bitmap = data[:2] == b"BM" and data[6:10] == b"\x00\x00\x00\x00"
    if data.startswith(_PICTURES) or webp or bitmap:
        raise InputError(
            f"“{path.name}”是一张图片，其中的文字读不出来。请找到报告的文字版（.txt、.md）再导入。"
        )


def _kind_of(data: bytes) -> str:
    for magic, kind in _KINDS:
        if data.startswith(magic):
            return kind
    return "网页" if data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_HTML) else ""
