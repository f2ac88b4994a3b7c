"""Numbers with units in sentences: "1,234条", "一百二十余条", "近百条", "10至15条", "为零".

Each is given as the span of what its words allow, so "190余条" is 191 to 199.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from core import numbers
from core.checks.late import Late

UNITS = r"人次|件次|条次|场次|期次|万元|[条件篇次个人名期场份起宗例项处元]"
_ARABIC = r"\d{1,3}(?:[,，]\d{3}){1,3}(?!\d)|\d{1,12}(?:\.\d{1,4}(?=[万千亿]|\s?元))?"
_CHINESE = (
    r"(?:[一二两三四五六七八九十百千万零〇几]|(?<![申请信息件条篇总人次少个份])数(?=[十百千万]))"
    r"[一二两三四五六七八九十百千万零〇几]{0,11}"
)
_ABOUT = (
    r"将近|接近|(?<![最附临就靠亲贴远])近|大约莫?|约莫|大概|大致|差不多|几乎|约|超过|超出|超|逾|突破|多于|至少|不足|不到"
    r"|不(?:少于|低于|下于?)|上(?=[百千万])"
)
_FIGURE = Late(
    rf"(?:(?P<about>{_ABOUT})(?:[在有为是达]{{1,2}})?)?\s?"
    rf"(?P<number>(?<![\d.第〔\[-])(?<!\d,)(?<!\d，)(?:{_ARABIC})"
    rf"|(?<![一二两三四五六七八九十百千万第零〇几]){_CHINESE})"
    rf"(?:\s?(?:[-—–~～至到]{{1,2}})\s?(?P<to>\d{{1,9}}|[一二三四五六七八九十百千]{{1,6}}))?"
    r"(?P<more>余|多|来|\+|＋)?(?P<scale>[万千亿])?(?P<more_too>余|多|来)?\s?"
    rf"(?P<unit>{UNITS})(?P<round>左右|上下|以上|不等|有余|出头|开外|[多余](?=[，,。；;、）)]|$))?"
    r"|(?P<none>(?<=[为是])\s?[0０〇零](?![\d.．%％余多点一-龥]))"
)
_SCALES = {"千": 1000, "万": 10000, "亿": 100_000_000}
_WIDE = Late(r"[０-９．％＋]")
_NARROW = str.maketrans("０１２３４５６７８９．％＋", "0123456789.%+")
_AT_LEAST = ("超过", "超出", "超", "逾", "突破", "多于", "上", "至少", "不少于", "不低于", "不下于", "不下")
_MORE_AFTER = ("以上", "有余", "出头", "开外", "多", "余")
_SEVERAL = Late(r"[几数]")
_TWO_IN_A_ROW = Late(r"(?P<low>[一二两三四五六七八九])(?P<high>[二三四五六七八九])(?P<scale>[十百千万]?)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit ("" for "为零"): `low` to `high` is what the words allow."""

    start: int
    end: int
    low: int
    high: int
    unit: str

    @property
    def is_exact(self) -> bool:
        """Whether the words give one number."""
        return self.low == self.high

    def allows(self, value: Decimal | int) -> bool:
        """Return whether the words may mean this number."""
        return self.low - (not self.is_exact) <= value <= self.high

    def moved(self, by: int) -> "Figure":
        """Return the figure as it stands in a text that begins earlier."""
        return Figure(self.start + by, self.end + by, self.low, self.high, self.unit)


def plain(text: str) -> str:
    """Return a text of the same length with its full-width digits, points and percent signs as narrow ones."""
    return text.translate(_NARROW) if _WIDE.search(text) else text


def figures(text: str) -> Iterator[Figure]:
    """Yield every number that has a unit, and every zero told without one ("为零")."""
    for match in _FIGURE.finditer(plain(text)):
        if match["none"]:
            yield Figure(match.start(), match.end(), 0, 0, "")
            continue
        low, high = _span(match)
        yield Figure(match.start(), match.end(), low, high, match["unit"])


def number_in(text: str, figure: Figure) -> tuple[int, int] | None:
    """Return where the bare number of a figure stands in its text, without its unit; None where it is not one number."""
    match = _FIGURE.fullmatch(plain(text), figure.start, figure.end)
    if match is None or not figure.is_exact or match["to"] or match["scale"]:
        return None
    start, end = match.span("number") if match["number"] else (match.end() - 1, match.end())
    read = _span(match) if match["number"] else (0, 0)
    return (start, end) if read == (figure.low, figure.high) else None


def _span(match: re.Match[str]) -> tuple[int, int]:
    scale = _SCALES.get(match["scale"] or "", 1)
    low, high = _range(match["number"], scale)
    if match["to"]:
        return low, max(low + 1, _range(match["to"], scale)[1])
    if match["more"] or match["more_too"]:
        plain = low // scale if scale > 1 and low % scale == 0 else low
        unit = scale if plain != low else 1
        step = 10 ** (len(str(plain)) - len(str(plain).rstrip("0"))) if plain else 1
        return low + 1, low + max(step, 10) * unit - 1
    return _rounded(match["about"] or "", match["round"] or "", low, high)


def _rounded(about: str, after: str, low: int, high: int) -> tuple[int, int]:
    tenth = max(high // 10, 1)
    if about in _AT_LEAST or after in _MORE_AFTER:
        return low, high + max(high // 2, 1)
    if about in ("不足", "不到"):
        return low - 2 * tenth, high
    if about or after:
        return low - tenth, high + tenth
    return low, high


def _range(text: str, scale: int) -> tuple[int, int]:
    """Return the lowest and highest value of a numeral."""
    plain = unicodedata.normalize("NFKC", text).replace(",", "")
    if plain[0].isdigit():
        value = Decimal(plain) * scale
        half = Decimal(scale) / 2 / 10 ** len(plain.partition(".")[2]) if scale > 1 else Decimal(0)
        return int(value - half), int(value + half)
    if _SEVERAL.search(plain):
        return _value(_SEVERAL.sub("二", plain)), _value(_SEVERAL.sub("九", plain))
    row = _TWO_IN_A_ROW.fullmatch(plain)
    if row and "两二三四五六七八九".find(row["high"]) > "两二三四五六七八九".find(row["low"]):
        return _value(row["low"] + row["scale"]), _value(row["high"] + row["scale"])
    return _value(plain), _value(plain)


def _value(text: str) -> int:
    whole = f"一{text}" if text[0] in "百千万" else text
    return numbers.from_chinese(whole) or 0
