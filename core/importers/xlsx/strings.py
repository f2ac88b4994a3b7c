"""The words of cells: shared or in the cell, in one piece or in runs; readings of characters are left out."""

import re

from core.importers.packages import Element, Package
from core.importers.sheets import words as words_
from core.importers.sheets.errors import too_much
from core.importers.sheets.model import MOST_CHARACTERS
from core.importers.xlsx import parts

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def shared(package: Package, part: str) -> tuple[str, ...]:
    """Return the shared words of a workbook in their order."""
    found = []
    characters = 0
    for event, element in parts.stream(package, part, ("si",)):
        if event == "end":
            words = text_of(element)
            characters += len(words)
            if characters > MOST_CHARACTERS:
                raise too_much(package.name)
            found.append(words)
    return tuple(found)


def text_of(element: Element) -> str:
    """Return the words of an element with runs of text, without the readings (phonetic runs) that stand over them."""
    words = ""
    for one in element:
        name = parts.local_name(one)
        if name == "t":
            words += one.text or ""
        elif name == "r":
            words += "".join(t.text or "" for t in one if parts.local_name(t) == "t")
    return plain(words)


def plain(words: str) -> str:
    """Return words with their escaped characters read, cleaned."""
    return words_.plain(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), words) if "_x" in words else words)
