"""The marks of Markdown taken off lines of text: headings, bold type, the points of lists."""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.importers.document import Text

_HEADING = re.compile(r"\s{0,3}(?P<marks>#{1,6})[ \t\u3000]+(?P<words>\S.*?)[\s#]*")
_BOLD = re.compile(r"(\*\*|__)(?=\S)([^*_]{1,400}?)(?<=\S)\1")
_POINT = re.compile(r"\s{0,3}[-*+][ \t]+(?=[^\s|-])")


def without_marks(lines: Sequence[Text]) -> list[Text]:
    """Return the lines without the marks; a text without any heading of Markdown stays as it is."""
    headings = {at: match for at, line in enumerate(lines) if (match := _HEADING.fullmatch(line.text))}
    if not headings:
        return list(lines)
    return [_plain(line, headings.get(at)) for at, line in enumerate(lines)]


def _plain(line: Text, heading: re.Match[str] | None) -> Text:
    if heading:
        words = _BOLD.sub(r"\2", heading["words"])
        return replace(line, text=words, heading=len(heading["marks"]))
    return replace(line, text=_BOLD.sub(r"\2", _POINT.sub("", line.text)))
