"""What a cell shows: the stored number or date under its number format, never less than is stored."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from core import numbers
from core.importers.sheets import dates

# What is told once for a sheet, in the words of the remark.
ROUNDED = "显示的小数位比实际存的少，已按实际存的数读入，请核对"
HIDDEN_ZERO = "存的是 0，但设成了不显示，已读作 0"

_PARTS = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]|(?P<code>(?i:general)|[^"\\_*\[])',
    re.S,
)
_FIGURE = re.compile(r"[0#?]|general", re.I)
_DATE = re.compile(r"[ymdhs]", re.I)
_CURRENCY = re.compile(r"\$([^-]*)")
_COUNTERS = frozenset("件条个次项人份篇期场家宗起户名本册") | {"人次", "家次", "场次"}
_GENERAL = re.compile(r"general|@|", re.I)
_GENERAL_WORD = "General"
_GENERAL_IN_CHINESE = "G/通用格式"
_LARGE = 1e21  # from here on sheets show a number with its exponent alone
_SCALED = "格式把数缩小显示，已按实际存的数读入，请核对。"
_UNSHOWN = "内容设成了不显示，已照实际内容读入，请核对。"
_NO_DATE = "格式是日期，但存的数不是日期，已照实际的数读入，请核对。"
# The formats that have numbers instead of words, as Chinese Office shows them.
BUILT_IN: Mapping[int, str] = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    12: "# ?/?", 13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"',
    29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"',
    34: 'h"时"mm"分"', 35: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 37: "#,##0", 38: "#,##0", 39: "#,##0.00",
    40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss.0", 48: "##0.0E+0", 49: "@", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"', 54: 'm"月"d"日"', 55: 'h"时"mm"分"', 56: 'h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """The words of a number: why they are not sure, and what happened to it that is told once for the sheet."""

    text: str
    doubt: str = ""
    happened: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One of the up to four parts of a number format: its figures' pattern, and the words around them."""

    pattern: str
    before: str = ""
    after: str = ""

    @property
    def is_date(self) -> bool:
        """Whether it shows a date or a time."""
        return _DATE.search(self.pattern) is not None


def number(value: float, code: str, *, from_1904: bool = False) -> Shown:
    """Return what a cell with that number and number format shows, in full."""
    exact = plain(value)
    code = code.replace(_GENERAL_IN_CHINESE, _GENERAL_WORD)
    if _GENERAL.fullmatch(code):
        return Shown(exact)
    sections = _sections(code)
    if sections is None:
        return Shown(exact)
    section = _chosen(value, sections)
    if section.is_date:
        text = dates.written(value, _raw(code)[0], from_1904=from_1904)
        return Shown(exact, _NO_DATE) if text is None else Shown(text)
    return _figure(value, exact, section)


def text(words: str, code: str) -> Shown:
    """Return what a cell with words shows under its number format."""
    return Shown(words, _UNSHOWN if words.strip() and code.strip() == ";;;" else "")


def plain(value: float) -> str:
    """Return a stored number in full, with the 15 digits that a sheet keeps: 3.0 is "3"."""
    digits = f"{value:.15g}"
    return digits.upper() if abs(value) >= _LARGE else numbers.plain(Decimal(digits))


def _figure(value: float, exact: str, section: Section) -> Shown:
    pattern = section.pattern
    if not _FIGURE.search(pattern):
        return _without_figures(value, exact, section)
    figures = pattern.rstrip(",")
    if figures != pattern or "!" in pattern or "！" in pattern:
        return Shown(exact, _SCALED)
    if pattern.startswith(_GENERAL_WORD):
        return Shown(f"{section.before}{exact}{section.after}")
    if "e" in pattern.lower() or "/" in pattern:
        return Shown(exact)
    percent = "%" in pattern
    full = numbers.plain(Decimal(exact) * 100) if percent else exact
    shown_places = sum(char in "0#?" for char in pattern.partition(".")[2])
    rounded = len(full.partition(".")[2]) > shown_places
    if not rounded:
        full = _padded(full, pattern)
    whole = f"{section.before}{full}{'%' if percent else ''}{section.after}"
    return Shown(whole, f"{ROUNDED}。", ROUNDED) if rounded else Shown(whole)


def _without_figures(value: float, exact: str, section: Section) -> Shown:
    """Return a number of which the format shows nothing: a zero as a dash or a blank, anything else in doubt."""
    if value == 0:
        return Shown("0", happened="" if section.before.strip() else HIDDEN_ZERO)
    return Shown(exact, _UNSHOWN)


def _padded(full: str, pattern: str) -> str:
    """Return the number with the zeros in front that the format writes ("007")."""
    whole = re.sub(r"[^0#?]", "", pattern.partition(".")[0])
    zeros = len(whole) if whole.strip("0") == "" else 0
    sign, digits = ("-", full[1:]) if full.startswith("-") else ("", full)
    before, dot, behind = digits.partition(".")
    return f"{sign}{before.zfill(zeros)}{dot}{behind}"


def _chosen(value: float, sections: tuple[Section, ...]) -> Section:
    """Return the part of a format that a number falls under: positive, negative, zero."""
    if value < 0 and len(sections) > 1:
        # The sign of a negative number is kept with the number, so its own part says no more than the first.
        return sections[0] if _FIGURE.search(sections[1].pattern) else sections[1]
    if value == 0 and len(sections) > 2:
        return sections[2]
    return sections[0]


@lru_cache(maxsize=1_000)
def _sections(code: str) -> tuple[Section, ...] | None:
    """Return the parts of a number format; None of one with conditions, under which the number is shown plain."""
    parts = _raw(code)
    if any(re.search(r"\[[<>=]", part) for part in parts):
        return None
    return tuple(map(_section, parts[:3]))


@lru_cache(maxsize=1_000)
def _raw(code: str) -> tuple[str, ...]:
    """Return the parts of a number format as they stand."""
    parts = [""]
    for match in _PARTS.finditer(code):
        if match["code"] == ";":
            parts.append("")
        else:
            parts[-1] += match.group()
    return tuple(parts)


def _section(code: str) -> Section:
    """Return a part with its words; the plain counting words behind a number (件, 条) say nothing new."""
    pattern, before, after = "", "", ""
    for match in _PARTS.finditer(code):
        sign = _GENERAL_WORD if len(match["code"] or "") > 1 or match["code"] == "@" else match["code"] or ""
        words = match["quoted"] or match["escaped"] or _currency(match["bracket"])
        if sign and (sign in "0#?.,%/!！+" or (sign.isascii() and sign.isalpha())):
            pattern += sign
            continue
        words = words or sign
        if _FIGURE.search(pattern):
            after += words
        else:
            before += words
    after = "" if after.strip(" ()）（") in _COUNTERS else after.rstrip(" )）")
    return Section(pattern, before.strip(" -+(（"), after)


def _currency(bracket: str | None) -> str:
    match = _CURRENCY.match(bracket or "")
    return match.group(1) if match else ""
