"""Where a line of Chinese text may end: GB/T 15834 and the rules of clreq, one flag for each character."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import accumulate, pairwise

NO_START = frozenset(
    "，。、；：？！）》〉」』】〕〗〙］｝”’…⋯—～·‧・•％‰℃°′″›»ー々〻" + "%,.;:?!)]}｡､｣﹐﹒﹔﹕﹖﹗﹚"
)
NO_END = frozenset("（《〈「『【〔〖〘［｛“‘" + "([{«‹￥¥$№﹙｢")

_NUMERALS = "0-9０-９"
_ASIDE = "据照按的依和与及由在了到对印"  # words before the mark of a document, never part of it
_UNIT = (
    "[十百千万亿]{0,2}(?:个工作日|平方公里|平方米|工作日|人民币|人次|公里|公斤|个月|周年|小时|分钟"
    "|[元件条次人个篇份期项名户场家村镇年月日时分秒号页款章届米吨亩岁天万亿余])?|[%％‰℃°]"
)
_WHOLE = re.compile(
    rf"[^\W\d_{_ASIDE}]{{0,6}}〔[{_NUMERALS}]{{4}}〕第?[{_NUMERALS}]{{1,5}}号"
    r"|[（(][一二三四五六七八九十0-9]{1,3}[）)]"
    rf"|第?[A-Za-z{_NUMERALS}\u00c0-\u024f\u0370-\u04ffＡ-Ｚａ-ｚ@#&_~+\-/\\.,:;?=*'’|^%]+(?:(?<=[{_NUMERALS}])(?:{_UNIT}))?"
    r"|[—]{2,}|[…⋯]{2,}"
)
_SOFT = frozenset("/.?&=-_")  # an address too long for a line may break after these


def opportunities(text: str, widths: Sequence[float], measure: float) -> bytearray:
    """Return for each character whether a line may start with it; what is wider than a line may be broken."""
    flags = _by_punctuation(text)
    sums = [0.0, *accumulate(widths)]
    for match in _WHOLE.finditer(text):
        start, end = match.span()
        if sums[end] - sums[start] <= measure:
            flags[start + 1 : end] = bytes(end - start - 1)
        else:
            _open_up(text, flags, sums, start, end, measure)
    return flags


def _by_punctuation(text: str) -> bytearray:
    quotes = _straight_quotes(text)
    flags = bytearray(len(text))
    before = ""
    for index, char in enumerate(text):
        closes = char in NO_START or quotes.get(index) == "close" or char == " "
        tied = bool(before) and (before in NO_END or quotes.get(index - 1) == "open")
        flags[index] = not (closes or tied or is_mark(char)) and index > 0
        if char != " " and not is_mark(char):
            before = char
    return flags


def _straight_quotes(text: str) -> dict[int, str]:
    """Return which straight double quotes open and which close: every other one, as they are typed."""
    places = [index for index, char in enumerate(text) if char == '"']
    return {place: "close" if turn % 2 else "open" for turn, place in enumerate(places)}


def _open_up(text: str, flags: bytearray, sums: list[float], start: int, end: int, measure: float) -> None:
    """Let a stretch wider than a line break after its soft signs, and anywhere where those are too rare."""
    soft = [i for i in range(start + 1, end) if text[i - 1] in _SOFT and text[i] not in _SOFT]
    edges = [start, *soft, end]
    kept = bytes(flags[start + 1 : end])
    flags[start + 1 : end] = bytes(end - start - 1)
    for index in soft:
        flags[index] = kept[index - start - 1] or text[index] not in NO_START
    for left, right in pairwise(edges):
        if sums[right] - sums[left] > measure:
            flags[left + 1 : right] = kept[left - start : right - start - 1]


def is_mark(char: str) -> bool:
    """Return whether a character is set upon the one before it and takes no place of its own."""
    if (
        char <= "\u02ff" or "\u3400" <= char <= "\ud7ff"
    ):  # nearly all of a text: letters, then Chinese characters
        return False
    return unicodedata.category(char) in ("Mn", "Me")
