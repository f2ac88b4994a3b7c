"""The word that a double click chooses: a number alone, a run of Chinese characters or of letters, else one mark.

Qt takes a whole clause for a word where no blank stands in it, and a figure typed then would wipe the clause.
"""

import re

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〇"
_WORD = re.compile(
    r"\d{1,3}(?:[,，]\d{3})+(?!\d)(?:[.．]\d+)?"  # 1,234.5
    rf"|\d+(?:[.．]\d+)*|[{_HAN}]+|[^\W\d_{_HAN}]+|\s+"
)


def word_at(text: str, at: int) -> tuple[int, int]:
    """Return the span of the word that a character belongs to, behind the last one that of the last.

    Places are counted as Qt counts them, where a rare character takes two units.
    """
    known = text.encode("utf-16-le", "surrogatepass")
    place = min(len(known[: 2 * at].decode("utf-16-le", "ignore")), len(text) - 1)
    found = (match.span() for match in _WORD.finditer(text))
    default = (place, place + 1) if text else (0, 0)
    start, end = next((span for span in found if span[0] <= place < span[1]), default)
    return _units(text[:start]), _units(text[:end])


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
