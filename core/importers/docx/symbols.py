"""Characters of symbol fonts as the Unicode characters that look like them."""

UNKNOWN = "〓"

_PRIVATE = 0xF000
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0xA8: "□", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑", 0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xAB: "★",
    **{0x81 + place: chr(0x2460 + place) for place in range(10)},
    **{0x8C + place: chr(0x2776 + place) for place in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0xA3: "□"}
_SYMBOL = {
    **{code: chr(code) for code in range(0x20, 0x40) if chr(code) in " !#%()+,./0123456789:;<=>?"},
    0x2D: "-", 0xA3: "≤", 0xA5: "∞", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "·", 0xB8: "÷",
    0xB9: "≠", 0xBB: "≈",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def has(font: str) -> bool:
    """Return whether the font is one whose signs are known."""
    return font.casefold() in _FONTS


def character(font: str, code: str) -> str:
    """Return the character of a w:sym; `UNKNOWN` where the font's sign has no counterpart here."""
    try:
        point = int(code, 16)
    except ValueError:
        return UNKNOWN
    table = _FONTS.get(font.casefold())
    if table is not None:
        return table.get(point - _PRIVATE if point >= _PRIVATE else point, UNKNOWN)
    ordinary = 0x20 <= point < 0xD800 or 0xF900 <= point < 0xFFFE
    return chr(point) if ordinary else UNKNOWN
