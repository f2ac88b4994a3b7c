"""What stands in a cell of a source as the figure of a form: read, cleaned with a note, or left blank with one."""

import re
from dataclasses import dataclass
from functools import lru_cache

from core import numbers
from core.labels import unspaced
from core.template import Cell

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_REORDERED = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BROKEN = re.compile(r"#(REF!|DIV/0!|N/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|#+)", re.I)
_NOTHING = re.compile(r"[-—－–―─/／\\]{1,4}|无|没有|暂无|空|略")
_COUNTERS = "件条次个人项篇份期宗起户场家名本册"
_WITH_UNIT = re.compile(rf"(?P<number>[+\-]?[\d,]+(?:\.\d+)?)\s*(?P<unit>人次|万元|[{_COUNTERS}元])")
_UNIT = re.compile(rf"人次|万元|[{_COUNTERS}元]")
_OUT_OF_RANGE = re.compile(r"[+\-]?(nan|inf(inity)?|\d+(\.\d+)?e[+\-]?\d+|[\d,]{16,}(\.\d+)?)", re.I)
_MOST = 99_999_999
_LONGEST_NUMERAL = 12
_RANGE = "数量必须是 0—99,999,999 的整数"


@dataclass(frozen=True, slots=True)
class Figure:
    """A value for a cell, "" where it stays blank; `note` says what was done, `doubtful` that it needs a look."""

    value: str
    note: str = ""
    doubtful: bool = False


@lru_cache(maxsize=50_000)
def is_figure(text: str) -> bool:
    """Return whether the text is a number, alone or with its unit behind it."""
    return numbers.read(text) is not None or _WITH_UNIT.fullmatch(numbers.clean(text)) is not None


def is_amount_or_unit(text: str) -> bool:
    """Return whether the text is a figure, with or without its unit, or a unit alone: nothing that a paragraph says."""
    plain = unspaced(text)
    return is_figure(text) or _UNIT.fullmatch(plain) is not None or numbers.money(text) is not None


def understand(text: str, cell: Cell) -> Figure:
    """Return what the text is as a figure of that cell."""
    shown = numbers.clean(text)
    if _REORDERED.search(shown) and cell.kind != "text":
        return Figure("", f"“{_REORDERED.sub('', shown)}”里有改变文字方向的不可见字符，已留空，请手工填写。")
    plain = numbers.clean(_INVISIBLE.sub("", shown))
    if cell.kind == "text" or _is_whole_amount(plain, cell):
        return Figure(plain)
    number = numbers.read(plain)
    if number is None:
        return _unlike_a_number(plain, cell)
    value = numbers.plain(number)
    if cell.kind == "count" and not (0 <= number <= _MOST and number == number.to_integral_value()):
        return Figure(value, f"这里填的是 {value}，{_RANGE}；已照原样放入，请核对。", doubtful=True)
    if value != text.strip().removeprefix("+"):
        return Figure(value, f"“{text.strip()}”读作 {value}。")
    return Figure(value)


def _is_whole_amount(text: str, cell: Cell) -> bool:
    """Return whether the cell takes an amount together with its unit, and this is one."""
    return cell.kind == "amount" and not cell.unit and numbers.money(text) is not None


def _unlike_a_number(text: str, cell: Cell) -> Figure:
    """Return the figure of a text with a unit or in Chinese, or a blank with the reason."""
    if _BROKEN.fullmatch(text):
        return Figure("", f"“{text}”是表格软件的错误值，已留空，请手工填写。")
    if _NOTHING.fullmatch(text):
        return Figure("", f"“{text}”不是数字，已按空白处理；如果是 0，请填 0。")
    if cell.kind == "amount" and cell.unit and _other_money(text, cell):
        return Figure(
            text, f"金额的单位与表样的“{cell.unit}”不同，已照原样放入，请换算后核对。", doubtful=True
        )
    if match := _WITH_UNIT.fullmatch(text):
        return _without_unit(match, text, cell)
    value = numbers.from_chinese(text) if len(text) <= _LONGEST_NUMERAL else None
    if value is not None:
        return Figure(str(value), f"“{text}”读作 {value}。")
    if _OUT_OF_RANGE.fullmatch(text):
        return Figure("", f"“{text[:40]}”超出范围，{_RANGE}；已留空，请手工填写。")
    return Figure("", f"“{text[:40]}”不是数字，已留空，请手工填写。")


def _other_money(text: str, cell: Cell) -> bool:
    amount = numbers.money(text)
    return amount is not None and amount[1] != (cell.unit == "万元")


def _without_unit(match: re.Match[str], text: str, cell: Cell) -> Figure:
    """Return the number before a unit; another unit than the form's is said."""
    number = numbers.read(match["number"])
    if number is None:
        return Figure("", f"“{text}”不是数字，已留空，请手工填写。")
    value = numbers.plain(number)
    if cell.unit and match["unit"] != cell.unit:
        return Figure(value, f"“{text}”读作 {value}，单位与表样的“{cell.unit}”不同，请核对。", doubtful=True)
    return Figure(value, f"“{text}”读作 {value}。")
