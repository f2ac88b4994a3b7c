"""Whether a PDF holds text that can be read: not only pictures of pages, and not only the codes of its fonts."""

import re
from collections.abc import Sequence

from core.errors import InputError
from core.importers.document import Remark
from core.importers.pdf.sheet import Sheet

_FEWEST = 12
_PICTURE_PAGE = 0.25
_FEW_ON_PAGE = 5
_MOST_RUBBISH = 0.2
_LEAST_CHINESE = 0.08
_ENOUGH = 80
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_USUAL = re.compile(
    r"[\x21-\x7e\u00a5\u00b0-\u00b7\u00d7\u00f7\u2010-\u2312\u2460-\u27bf\u3000-\u303f\u3200-\u33ff\u3400-\u9fff"
    r"\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff65\uffe0-\uffe6\U00020000-\U0003ffff\u0391-\u03c9]"
)


def check(sheets: Sequence[Sheet], unmapped: int, name: str) -> None:
    """Raise InputError where there is no text, or what there is cannot be read."""
    text = "".join(glyph.text for sheet in sheets for glyph in sheet.glyphs)
    if len(text) < _FEWEST:
        raise _no_text(sheets, name)
    rubbish = max(len(text) - len(_USUAL.findall(text)), unmapped)
    chinese = len(_HAN.findall(text))
    if rubbish > _MOST_RUBBISH * len(text) or (len(text) >= _ENOUGH and chinese < _LEAST_CHINESE * len(text)):
        raise InputError(
            f"“{name}”里的文字读出来是乱码（字体没有附带文字编码），没有读入。请找到它的 Word 原件，"
            "或者用阅读器打开后复制文字到记事本，存为 .txt 再读入。"
        )


def _no_text(sheets: Sequence[Sheet], name: str) -> InputError:
    if any(sheet.pictures for sheet in sheets):
        return InputError(
            f"“{name}”是扫描图片，没有可以读取的文字，没有读入。请找到报告的 Word 版或网页版，或者照着它手工填写。"
        )
    return InputError(f"“{name}”里没有可以读取的文字，没有读入。请找到报告的 Word 版或网页版再读入。")


def remarks(sheets: Sequence[Sheet]) -> list[Remark]:
    """Return what the clerk should know of pages that hold more than could be read."""
    found: list[Remark] = []
    blank = [sheet for sheet in sheets if len(sheet.glyphs) < _FEW_ON_PAGE and sheet.covered >= _PICTURE_PAGE]
    if blank:
        found.append(Remark(f"第 {_numbers(blank)} 页是图片，其中的文字未能读取，请对照原件补上。"))
    empty = [sheet for sheet in sheets[:-1] if not (sheet.glyphs or sheet.pictures)]
    if empty:
        found.append(Remark(f"第 {_numbers(empty)} 页没有读到内容，如果原件上有，请对照补上。"))
    pictured = [sheet for sheet in sheets if sheet.pictures and sheet not in blank and not sheet.guessed]
    if pictured:
        found.append(Remark(f"第 {_numbers(pictured)} 页有图片（如印章、照片），其中的文字未读取，请核对。"))
    guessed = [sheet for sheet in sheets if sheet.guessed]
    if guessed:
        found.append(
            Remark(f"第 {_numbers(guessed)} 页是扫描件，文字由识别软件加上，可能有误，请逐处与原件核对。")
        )
    found += [
        Remark(f"第 {sheet.number} 页有斜排或浅色的文字（如水印），没有读入。", sheet.turned)
        for sheet in sheets
        if sheet.turned
    ]
    fields = [sheet for sheet in sheets if sheet.fields]
    if fields:
        found.append(Remark(f"第 {_numbers(fields)} 页有表单填写项或文字批注，已按显示的内容读取，请核对。"))
    dense = [sheet for sheet in sheets if sheet.dense]
    if dense:
        found.append(Remark(f"第 {_numbers(dense)} 页的线条太多，没有按表格读取，请核对。"))
    private = [sheet for sheet in sheets if any(_is_odd(glyph.text) for glyph in sheet.glyphs)]
    if private:
        found.append(Remark(f"第 {_numbers(private)} 页有认不出的字符，照原样保留，请核对。"))
    return found


def _is_odd(text: str) -> bool:
    return text == "\ufffd" or "\ue000" <= text <= "\uf8ff"


def _numbers(sheets: Sequence[Sheet]) -> str:
    return "、".join(str(sheet.number) for sheet in sheets)
