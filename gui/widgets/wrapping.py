"""Words broken into lines as Chinese is set: no bracket left hanging, no number and no sum torn apart."""

import re
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

MORE = "…"
_JOINER, _HARD_SPACE = "\u2060", "\u00a0"
_SIGN = re.compile(r"(?<=[\d)）]) ?[+\-=＋－＝−×÷] ?(?=[\d(（])")
_MOST_KEPT = 4096


def bound(text: str) -> str:
    """Return the text so that a sum as "5+0 = 5" stays on one line where there is room for it."""

    def tied(match: re.Match[str]) -> str:
        parts = (_HARD_SPACE if one == " " else one for one in match.group())
        return _JOINER + _JOINER.join(parts) + _JOINER

    return _SIGN.sub(tied, text)


class Wrapping:
    """Breaks words into lines and remembers how: a list asks for the height of all of its lines again and again."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, int, int], tuple[str, ...]] = {}

    def lines(self, text: str, font: QFont, width: int, most: int = 0) -> tuple[str, ...]:
        """Return the lines that the text takes in a width in pixels.

        Where there are more than `most`, that many, the last of them with an ellipsis; 0 is no limit.
        """
        key = (text, font.key(), width, most)
        if key not in self._known:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            broken = _broken(text, font, width)
            if 0 < most < len(broken):
                rest = broken[most - 1].rest + MORE
                cut = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
                self._known[key] = (*(line.text for line in broken[: most - 1]), cut)
            else:
                self._known[key] = tuple(line.text for line in broken)
        return self._known[key]


class _Line(NamedTuple):
    """A line, and what it would be with all that follows it up to the next break of the text itself."""

    text: str
    rest: str


def _broken(text: str, font: QFont, width: int) -> list[_Line]:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    found: list[_Line] = []
    for stretch in bound(text).split("\n"):
        layout = QTextLayout(stretch, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            utf16 = stretch.encode("utf-16-le")  # Qt counts in those units
            start, size = 2 * line.textStart(), 2 * line.textLength()
            rest = utf16[start:].decode("utf-16-le", "replace")
            found.append(_Line(utf16[start : start + size].decode("utf-16-le", "replace").rstrip(" "), rest))
        layout.endLayout()
    return found or [_Line("", "")]
