"""The numbers before the items of lists: those that a browser draws, and those that Word writes into the line."""

import re
from itertools import islice

from lxml import etree

from core.importers.html.hidden import squeezed
from core.importers.html.tags import words
from core.numbers import to_chinese

_UNNUMBERED = ("list-style:none", "list-style-type:none", "disc", "circle", "square")
_CHINESE = ("cjk-ideographic", "chinese-informal", "chinese-formal")
_LETTERS = {
    "a": "a",
    "lower-alpha": "a",
    "lower-latin": "a",
    "A": "A",
    "upper-alpha": "A",
    "upper-latin": "A",
}
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_SYMBOLS = re.compile("wingdings|webdings|symbol")
_OWN = re.compile("[\ue000-\uf8ff]")  # where symbol fonts have their signs
_MOST_AROUND = 2  # elements between the mark and its paragraph
_HIGHEST = 999
_HIGHEST_CHINESE = 99
_HIGHEST_ROMAN = 39
_HIGHEST_CIRCLED = 20
_DEPTH_OF_BRACKETS = 2


def drawn_numbers(parent: etree._Element, depth: int = 1) -> dict[etree._Element, str]:
    """Return the numbers of the items of an ordered list as they are drawn; an item without one is missing.

    At a `depth` of 2 and more a plain number is written as the offices write it below "1.": "（1）", then "①".
    """
    items = [one for one in parent if one.tag == "li"]
    step = -1 if "reversed" in parent.attrib else 1
    value = _whole(parent.get("start")) or (len(items) if step < 0 else 1)
    style = squeezed(parent.get("style", ""))
    drawn: dict[etree._Element, str] = {}
    for item in items:
        value = _whole(item.get("value")) or value
        own = style + ";" + squeezed(item.get("style", ""))
        if 0 < value <= _HIGHEST and not any(word in own for word in _UNNUMBERED):
            drawn[item] = _drawn(value, item.get("type", "") or parent.get("type", ""), own, depth)
        value += step
    return drawn


def written_number(mark: etree._Element) -> str:
    """Return the number that Word writes before an item; "" for a bullet, a sign of a symbol font that reads as a letter."""
    text = words(mark).strip("\u00a0 \t\r\n")
    if len(text) != 1:
        return text
    around = [mark, *islice(mark.iterancestors(), _MOST_AROUND), *mark.iterdescendants()]
    fonts = " ".join(squeezed(one.get("style", "")) + one.get("face", "").lower() for one in around)
    is_ring = text == "o" and "courier" in fonts  # as Word draws the second bullet
    return "" if is_ring or _OWN.match(text) or _SYMBOLS.search(fonts) else text


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.strip().isdecimal() and len(text) <= 4 else None


def _drawn(value: int, kind: str, style: str, depth: int) -> str:
    if any(name in style for name in _CHINESE) and value <= _HIGHEST_CHINESE:
        return f"{to_chinese(value)}、"
    names = [kind, *(name for name in _LETTERS if len(name) > 1 and name in style)]
    first = next((_LETTERS[name] for name in names if name in _LETTERS), "")
    if first and value <= 26:
        return f"{chr(ord(first) + value - 1)}."
    if (kind in ("i", "I") or "roman" in style) and value <= _HIGHEST_ROMAN:
        roman = _roman(value)
        return f"{roman.upper() if kind == 'I' or 'upper-roman' in style else roman}."
    return _plain(value, depth)


def _plain(value: int, depth: int) -> str:
    if depth < _DEPTH_OF_BRACKETS:
        return f"{value}."
    if depth == _DEPTH_OF_BRACKETS or value > _HIGHEST_CIRCLED:
        return f"（{value}）"
    return chr(ord("①") + value - 1)


def _roman(value: int) -> str:
    letters = ""
    for size, letter in _ROMAN:
        letters += letter * (value // size)
        value %= size
    return letters
