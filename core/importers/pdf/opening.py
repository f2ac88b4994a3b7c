"""A PDF opened for reading, with every way in which that fails as a plain sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
from pypdfium2 import raw

from core.errors import InputError

MOST_PAGES = 300
_END = b"%%EOF"
_END_WITHIN = 4096  # some servers and mail programs add to the end of a file


@contextmanager
def opened(data: bytes, name: str) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF for the time of the block; InputError says why it cannot be read."""
    document = _document(data, name)
    try:
        _check_pages(document, name)
        yield document
    except pypdfium2.PdfiumError as error:
        raise damaged(name) from error
    finally:
        document.close()


def damaged(name: str) -> InputError:
    """Return the error of a PDF whose structure is broken."""
    return InputError(
        f"“{name}”已损坏或里面的结构不对，没有读入。请用阅读器打开它，重新打印或另存为 PDF 后再试；原文件没有改动。"
    )


def _document(data: bytes, name: str) -> pypdfium2.PdfDocument:
    if _END not in data[-_END_WITHIN:]:
        raise InputError(f"“{name}”不完整（可能是复制或下载时中断了），没有读入。请重新复制或下载后再试。")
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise InputError(
                f"“{name}”设有打开密码，没有读入。请先用阅读器或 WPS 解除密码，再读入；原文件没有改动。"
            ) from error
        raise damaged(name) from error


def _check_pages(document: pypdfium2.PdfDocument, name: str) -> None:
    pages = len(document)
    if pages < 1:
        raise damaged(name)
    if pages > MOST_PAGES:
        raise InputError(
            f"“{name}”有 {pages} 页，超过 {MOST_PAGES} 页，没有读入。年度报告不会这么长，请检查是否选错了文件。"
        )
