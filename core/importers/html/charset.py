"""The characters of a saved page: what it declares is a hint, what its bytes read like decides."""

import codecs
import re
from dataclasses import dataclass

from core.importers import encoding
from core.importers.document import Remark

_HEAD_BYTES = 8192
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?\b(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I
)
_COMMENT = re.compile(rb"<!--.*?-->", re.S)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHINESE = frozenset({"gb2312", "gbk", "cp936", "gb18030", "hz"})
_WIDE = frozenset({"utf-16", "utf-16-le", "utf-16-be"})
_NAMES = {"gb18030": "GB18030", "utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
_ASCII = re.compile(r"[\x00-\x7f]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_STRAY = "\ufffd"
_PLAUSIBLE = 0.6
_WIDE_SHARE = 0.2
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a page, and what the clerk should know about how it was read."""

    text: str
    remarks: tuple[Remark, ...] = ()


def decode(data: bytes, declared: str = "") -> Decoded | None:
    """Return the page as text, None where the bytes are no text; `declared` is what stands outside the page."""
    said = _name(declared) or _name(_in_page(data))
    used = _best(data, said)
    if used is None:
        return None
    text = data.decode(used, "replace")
    remarks = (*_overruled(said, used, data), *_strays(text), *_controls(text))
    return Decoded(_CONTROL.sub("", text), remarks)


def _in_page(data: bytes) -> str:
    found = _DECLARED.search(_COMMENT.sub(b"", data[:_HEAD_BYTES]))
    return found[1].decode("ascii", "ignore") if found else ""


def _name(declared: str) -> str:
    """Return the usual name of an encoding, "?" where nobody knows it, "" where none is declared."""
    if not declared:
        return ""
    try:
        known = codecs.lookup(declared).name
        b"".decode(known)
    except (LookupError, ValueError):
        return "?"
    return "gb18030" if known in _CHINESE else known.removesuffix("-sig")


def _best(data: bytes, said: str) -> str | None:
    """Return the encoding whose reading looks most like Chinese; a mark or sound UTF-8 settles it."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if marked and marked != "utf-8":
        return marked
    head = data[:_HEAD_BYTES]
    wide = head.count(0) > _WIDE_SHARE * len(head)
    names = ["utf-16-le", "utf-16-be"] if wide else ["utf-8", "gb18030"]
    if said not in ("", "?", "ascii", *_WIDE, *names):
        names.append(said)
    if not wide and _is_sound(data):
        return "utf-8"
    weighed = [(_weight(data, name), -place, name) for place, name in enumerate(names)]
    best = max(weighed)
    return best[2] if best[0] >= _PLAUSIBLE else None


def _is_sound(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _weight(data: bytes, name: str) -> float:
    """Return how much the characters outside ASCII look like Chinese; markup would speak for any encoding."""
    text = data.decode(name, "replace")
    if name in _WIDE:
        return encoding.plausibility(text)
    foreign = _ASCII.sub("", text)
    return encoding.plausibility(foreign) if foreign else 1.0


def _overruled(said: str, used: str, data: bytes) -> tuple[Remark, ...]:
    """Return the remark where the page says one encoding and is in another."""
    if not said or said == used or (said in _WIDE and used in _WIDE) or data.isascii():
        return ()
    shown = _NAMES.get(used, used)
    message = f"网页声明的文字编码与实际不符，已按 {shown} 读取；如有乱码，请用浏览器打开后另存再读入。"
    return (Remark(message),)


def _strays(text: str) -> tuple[Remark, ...]:
    if _STRAY not in text:
        return ()
    at = text.index(_STRAY)
    around = text[max(0, at - _SHOWN) : at + _SHOWN].strip()
    count = text.count(_STRAY)
    return (Remark(f"网页里有 {count} 处数据已损坏，读不出的字显示为“{_STRAY}”，请核对。", around),)


def _controls(text: str) -> tuple[Remark, ...]:
    count = len(_CONTROL.findall(text)) - text.count("\ufeff")
    return (Remark(f"网页里有 {count} 个看不见的控制字符，已去掉，请核对。"),) if count else ()
