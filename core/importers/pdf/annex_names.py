"""The names of annexes below a text: where each begins, so that its further lines, which hang under it, are known."""

import re

from core.importers.pdf.lines import Line

_FIRST = re.compile(r"附件\s?[：:]\s?(?:\d{1,2}\s?[.．、]\s?)?(?=\S)")
_FURTHER = re.compile(r"\d{1,2}\s?[.．、]\s?(?=\S)")
_ALIGNED = 0.3  # of the size: so far apart may lines begin that stand under each other


class AnnexNames:
    """Follows the lines that begin paragraphs; `_left` is where the name begins in the last of them."""

    def __init__(self) -> None:
        self._left: float | None = None

    def begin(self, line: Line) -> None:
        """Take the first line of a paragraph; only below the name of an annex "2．" names another."""
        mark = _FIRST.match(line.text)
        if mark is None and self._left is not None:
            mark = _FURTHER.match(line.text)
        self._left = _left_behind(line, mark.group()) if mark else None

    def hangs(self, line: Line) -> bool:
        """Return whether a line stands under the name of the annex above."""
        return self._left is not None and abs(line.left - self._left) <= _ALIGNED * line.size


def _left_behind(line: Line, mark: str) -> float:
    """Return where the first character behind the mark stands."""
    left = len("".join(mark.split()))
    for glyph in line.glyphs:
        if left <= 0:
            return glyph.left
        left -= len("".join(glyph.text.split()))
    return line.right
