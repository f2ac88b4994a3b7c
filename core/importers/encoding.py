"""The encoding of a text file found from its bytes: UTF-8, UTF-16 and GB18030, with or without a mark."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Enough to tell the encodings apart; long files need not be weighed to their end.
_SAMPLE = 200_000
_PLAUSIBLE = 0.75


def decode(data: bytes) -> str | None:
    """Return the text of the bytes without its byte order marks, or None where they are no text."""
    text = _by_mark(data)
    if text is None:
        text = _utf_8(data)
    if text is None:
        text = _best_guess(data)
    if text is None or "\x00" in text:
        return None
    return text.replace("\ufeff", "")


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    return None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _utf_8(data: bytes) -> str | None:
    """Return UTF-8 text; UTF-16 of plain letters is valid UTF-8 as well, but full of NUL."""
    return None if b"\x00" in data else _strict(data, "utf-8")


def _best_guess(data: bytes) -> str | None:
    """Return the reading that looks most like Chinese, if one does: wrong encodings give rare characters."""
    readings = [_strict(data, encoding) for encoding in ("gb18030", "utf-16-le", "utf-16-be")]
    weighed = [(plausibility(text), text) for text in readings if text]
    best = max(weighed, key=lambda pair: pair[0], default=(0.0, ""))
    return best[1] if best[0] >= _PLAUSIBLE else None


def plausibility(text: str) -> float:
    """Return the share of characters in daily use: those of GB 2312 that are no control characters."""
    sample = text[:_SAMPLE]
    usual = sample.encode("gb2312", "ignore").decode("gb2312")
    controls = sum(1 for char in usual if char < " " and char not in "\t\r\n\f")
    return (len(usual) - controls) / len(sample)
