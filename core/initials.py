"""The first letters of Chinese words in pinyin ("导出" → "dc"), as people type them into a search.

The older Chinese character set lists its common characters by sound, so the place of a character tells the letter.
"""

from bisect import bisect_right

_FIRST = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_LETTERS = "abcdefghjklmnopqrstwxyz"
_STARTS = [int.from_bytes(char.encode("gb2312")) for char in _FIRST]
_BY_STROKES = int.from_bytes("亍".encode("gb2312"))


def of(words: str) -> str:
    """Return the letters of the words, small; digits and Latin letters stay, everything else is left out."""
    return "".join(_letter(char) for char in words)


def _letter(char: str) -> str:
    if char.isascii():
        return char.lower() if char.isalnum() else ""
    try:
        place = int.from_bytes(char.encode("gb2312"))
    except UnicodeEncodeError:
        return ""
    if not _STARTS[0] <= place < _BY_STROKES:
        return ""
    return _LETTERS[bisect_right(_STARTS, place) - 1]
