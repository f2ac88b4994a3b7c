"""Where lines end: whether the next word would still have found room, and so a paragraph ends there."""

from collections.abc import Sequence

from core.importers.pdf.lines import Line
from core.importers.pdf.sheet import Glyph

_OPENING = "“‘《〈（(【「[{"
CLOSING = "，。、；：？！”’》〉）)】」]},.;:?!…％%"
_WITHIN_ADDRESSES = ",.:;"
_QUOTES = "“”‘’"
_SLACK = 0.4


def is_short(line: Line, below: Line, right: float) -> bool:
    """Return whether the beginning of the next line would still have found room on this one."""
    return line.right + _first_unit(below) + _SLACK * line.size < right


def _first_unit(line: Line) -> float:
    """Return the width of what cannot be parted at the beginning of a line: a word, or a character with its signs."""
    glyphs = line.glyphs
    last = len(glyphs) - 1
    end = _word_end(glyphs, 0)
    while end < last:
        if glyphs[end + 1].text in CLOSING:
            end += 1
        elif _holds(glyphs[end].text, glyphs[end + 1].text):
            end = _word_end(glyphs, end + 1)
        else:
            break
    return glyphs[end].right - glyphs[0].left


def _word_end(glyphs: Sequence[Glyph], start: int) -> int:
    """Return where the word or the character that begins there ends, with the signs that open it."""
    end, last = start, len(glyphs) - 1
    while end < last and glyphs[end].text in _OPENING:
        end += 1
    if glyphs[end].text.isascii():
        while end < last and glyphs[end + 1].text.isascii() and not glyphs[end + 1].spaced:
            end += 1
        end += glyphs[end].text.isdigit() and end < last  # "1日" stays together
        while end < last and glyphs[end].text in _OPENING:
            end += 1
    return end


def _holds(before: str, after: str) -> bool:
    """Return whether typesetters keep two characters on one line.

    They do quotes with their words, a sign with a figure, and one of those within an address ("址:http") with a letter.
    """
    if before in _QUOTES or after in _QUOTES:
        return True
    digit, letter = after.isdigit(), after.isalpha()
    return after.isascii() and ((before in CLOSING and digit) or (before in _WITHIN_ADDRESSES and letter))
