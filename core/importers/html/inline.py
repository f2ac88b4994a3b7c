"""The text of one block as it is put together: white space as a browser shows it, breaks where the page breaks."""

import re
from dataclasses import dataclass, field

from core.importers.document import size

BREAK = "\n"
_SOFT = "\x1e"
_SOURCE_SPACE = re.compile(r"[ \t\r\n\f]+")
_RUN = re.compile(rf"[ \u00a0{_SOFT}]+")
_UNSEEN = re.compile(r"[\u200b\ufeff\u00ad\u2028\u2029]")
_NUMBERED = re.compile(
    r"^((?:[一二三四五六七八九十]{1,3}、)|(?:[（(][一二三四五六七八九十]{1,3}[)）]))[ \u3000]*\u00a0[ \u00a0\u3000]*"
)
_INDENT = re.compile(r"[ \u00a0\u3000]{2,}|\u3000")
_FIRST_WIDE = "\u2e80"
_EDGES = f" \u00a0\u3000{_SOFT}"


@dataclass
class Inline:
    """A block's text so far, and what has been noticed on the way.

    `spaced` says that the page's source goes on in a new line only where a space stands.
    """

    spaced: bool = False
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    doubts: list[str] = field(default_factory=list)

    def add(self, text: str, *, linked: bool = False, kept: bool = False) -> None:
        """Take text in; line ends of the source are spaces unless `kept` (as in preformatted text)."""
        if linked:
            self.linked += size(text)
        if kept:
            self.pieces.append(text.replace("\r\n", BREAK).replace("\r", BREAK).replace(" ", "\u00a0"))
        else:
            self.pieces.append(_SOURCE_SPACE.sub(" " if self.spaced else _space, text))

    def break_line(self) -> None:
        """Begin a new line."""
        self.pieces.append(BREAK)

    def says(self, words: str) -> bool:
        """Return whether these words stand here so far, and nothing else; no words stand nowhere."""
        return bool(words) and "".join(self.pieces).strip() == words

    def lines(self) -> list[str]:
        """Return the lines, without those in which nothing stands; several keep their indents, a single one does not."""
        raw = _UNSEEN.sub("", "".join(self.pieces)).split(BREAK)
        lines = [line for line in map(_line, raw) if line.strip()]
        return lines if len(lines) > 1 else [line.strip() for line in lines]


def _space(found: re.Match[str]) -> str:
    """Return one space, marked where the source only went on in the next line."""
    return _SOFT if "\n" in found[0] or "\r" in found[0] else " "


def _line(raw: str) -> str:
    """Return a line with its spaces reduced, its indent as two full-width ones."""
    begin = raw.lstrip(_SOFT + " ")
    indented = _INDENT.match(begin) is not None
    text = _RUN.sub(_reduced, _NUMBERED.sub(r"\1", begin.strip(_EDGES), count=1))
    return f"\u3000\u3000{text}" if indented and text else text


def _reduced(found: re.Match[str]) -> str:
    """Return a run of white space as one space; a mere line end beside a Chinese character is none."""
    before, behind = found.string[found.start() - 1], found.string[found.end()]
    if _SOFT in found[0] and "\u00a0" not in found[0] and max(before, behind) >= _FIRST_WIDE:
        return ""
    return " "
