"""The word that a double click chooses: a number alone, a Chinese word of reports, a run of letters, else one mark.

Qt takes a whole clause for a word where no blank stands in it, and a figure typed then would wipe the clause. Chinese
that is no common word of reports is chosen as far as it stands between such words.
"""

import re
from collections.abc import Iterable

from core.official_words import taken_apart

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〇"
_WORD = re.compile(
    r"\d{1,3}(?:[,，]\d{3})+(?!\d)(?:[.．]\d+)?"  # 1,234.5
    rf"|\d+(?:[.．]\d+)*|(?P<chinese>[{_HAN}]+)|[^\W\d_{_HAN}]+|\s+"
)
_MOST_AROUND = 100  # characters of a clause that is taken apart, on either side of the mouse


def word_at(text: str, at: int, names: Iterable[tuple[int, str]] = ()) -> tuple[int, int]:
    """Return the span of the word that a character belongs to, behind the last one that of the last.

    `names` are words of the text to be chosen whole, each with the character at which it begins. The place and the span
    are counted as Qt counts, where a rare character takes two units.
    """
    known = text.encode("utf-16-le", "surrogatepass")
    place = min(len(known[: 2 * at].decode("utf-16-le", "ignore")), len(text) - 1)
    found = next((one for one in _WORD.finditer(text) if one.start() <= place < one.end()), None)
    start, end = found.span() if found else (place, place + 1) if text else (0, 0)
    if found and found["chinese"]:
        start, end = _chinese_word(text, start, end, place, names)
    return _units(text[:start]), _units(text[:end])


def _chinese_word(
    text: str, start: int, end: int, place: int, names: Iterable[tuple[int, str]]
) -> tuple[int, int]:
    """Return the span of the name or the word at a place of a run of Chinese characters."""
    for begin, name in names:
        behind = begin + len(name)
        if begin <= place < behind:
            return begin, behind
        start, end = (max(start, behind), end) if behind <= place else (start, min(end, begin))
    start = max(start, place - _MOST_AROUND)
    run = text[start : min(end, place + _MOST_AROUND + 1)]
    return next((start + one, start + to) for one, to in taken_apart(run) if start + to > place)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
