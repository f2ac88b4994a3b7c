"""The gate: what is no readable file of a kind we know is turned away here, with the reason and the way out."""

from pathlib import Path

from core.errors import InputError
from core.importers.kinds import Source, kind_of

LIMIT = 50 * 1024 * 1024

_NOBODY_READS = {
    "picture": "是一张图片，其中的文字读不出来。请找到报告的文字版（Word、PDF、网页或文本）再读入。",
    "archive": "是一个压缩包，不是 Word 文档或表格。请先解开，再选择里面的报告文件。",
    "ofd": "是 OFD 文件，现在还不能读。请用 WPS 或阅读器打开它，另存为 Word 或 PDF 后再读入。",
    "odt": "是 OpenDocument 文档。请用 WPS 或 LibreOffice 打开它，另存为 .docx 后再读入。",
    "ods": "是 OpenDocument 表格。请用 WPS 或 LibreOffice 打开它，另存为 .xlsx 后再读入。",
    "rtf": "是 RTF 文档。请用 WPS 或 Word 打开它，另存为 .docx 后再读入。",
    "ole": "是旧版 Office 的文件，但不是 Word 文档或 Excel 表格。请检查是否选错了文件；如果是报告，请用 WPS 打开它，另存为 .docx 后再读入。",
    "locked": "设有打开密码。请先用 WPS 或 Word 取消密码，再读入；原文件没有改动。",
}


def load(path: Path) -> Source:
    """Return a file that may be a report, with its kind; InputError says why another one cannot be used."""
    source = look(path)
    if source.kind in _NOBODY_READS:
        raise refusal(source.name, source.kind)
    return source


def look(path: Path) -> Source:
    """Return a file with its kind, whoever may read that; InputError where there is no file with anything in it."""
    _is_file(path)
    data = _bytes(path)
    if not data.strip():
        raise empty(path.name)
    return Source(path.name, data, kind_of(data, path.suffix.lower()))


def refusal(name: str, kind: str) -> InputError:
    """Return the error of a file of a kind that no reader takes."""
    return InputError(f"“{name}”{_NOBODY_READS[kind]}")


def empty(name: str) -> InputError:
    """Return the error of a file in which nothing stands."""
    return InputError(f"“{name}”是空的，没有读入任何内容。请检查文件是否复制完整。")


def too_deep(name: str) -> InputError:
    """Return the error of a file whose pieces stand in one another deeper than can be followed (I13)."""
    return InputError(
        f"“{name}”的内容嵌套过深，没有读入（不会只读入一半）；原文件没有改动。请用 WPS 打开它，另存一份后再试。"
    )


def too_much(name: str) -> InputError:
    """Return the error of a file with more lines or cells than any report has."""
    return InputError(f"“{name}”里的内容多得不像年度报告，为安全起见没有打开。请检查是否选错了文件。")


def too_slow(name: str) -> InputError:
    """Return the error of a file whose reading does not come to an end (I33)."""
    return InputError(f"读取“{name}”的时间过长，已停止；您的报告没有变化。请检查是否选错了文件。")


def unsafe(name: str) -> InputError:
    """Return the error of a file at which the reading broke down (I34)."""
    return InputError(f"“{name}”无法安全读取，已停止；您的报告没有变化。请用 WPS 打开它，另存一份后再试。")


def _is_file(path: Path) -> None:
    try:
        if path.is_dir():
            raise InputError(f"“{path.name}”是一个文件夹，不是文件。请选择里面的报告文件。")
        if not path.exists():
            raise InputError(f"找不到文件“{path.name}”。请检查它是否被移动、改名，或者 U 盘已拔出。")
        if not path.is_file():
            raise InputError(f"“{path.name}”不是普通文件，不能读入。请选择一份报告文件。")
    except (OSError, ValueError) as error:
        raise _unreadable(path) from error


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(path) from error
    if len(data) > LIMIT:
        raise InputError(
            f"“{path.name}”超过 50 MB，没有读入。年度报告的文字不会这么大，请检查是否选错了文件。"
        )
    return data


def _unreadable(path: Path) -> InputError:
    return InputError(f"“{path.name}”读不出来。请检查是否有权限打开它，或者把它复制到桌面后再读入。")
