"""The numbers that paragraphs begin with, "（一）", "1.", "（1）": read, counted, written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core import numbers
from core.report import Paragraph

MOST = 99
# behind "1.": digits make an amount of it ("1.5万元"), but for those of a year, of a month and of what is never halved
NO_AMOUNT = r"(?!\d(?!\d{3}年|\d?(?:[-—－~～至]\d{1,2})?\s?月|\d{0,4}\s?[件条次人名份场期篇]))"
_NUMERAL = "[一二三四五六七八九十]"
_MARKS = (
    (1, re.compile(rf"\s{{0,8}}(?P<n>{_NUMERAL}{{1,3}})[、．.](?!\d)")),
    (2, re.compile(rf"\s{{0,8}}[（(〔]\s?(?P<n>{_NUMERAL}{{1,3}})\s?[）)〕]")),
    (3, re.compile(rf"\s{{0,8}}(?P<n>\d{{1,2}})\s?(?:、|[.．]{NO_AMOUNT})")),
    (4, re.compile(r"\s{0,8}[（(]\s?(?P<n>\d{1,2})\s?[）)]")),
)
_INLINE = (
    (2, re.compile(rf"(?<=[。；;：:])\s?[（(](?P<n>{_NUMERAL}{{1,3}})[）)]")),
    (3, re.compile(r"(?<=[。；;：:])\s?(?P<n>\d{1,2})[.．、](?!\d)")),
    (4, re.compile(r"(?<=[。；;：:])\s?[（(](?P<n>\d{1,2})[）)]")),
)
_TORN = {  # what is left of a number while it is written anew
    2: re.compile(rf"[（(〔]\s?{_NUMERAL}{{0,3}}\s?[）)〕]?|{_NUMERAL}{{0,3}}[）)〕]"),
    3: re.compile(r"\d{1,2}(?:\.\d{1,4})?(?!\d)|[.．、]"),
    4: re.compile(r"[（(]\s?\d{0,2}\s?[）)]?|\d{0,2}[）)]"),
}
_DIGITS = re.compile(rf"{_NUMERAL}+|\d+")
_USUAL = {2: "（一）", 3: "1.", 4: "（1）"}
_BRACKETS = str.maketrans("〔〕", "（）")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
LEADS_ON = ("：", ":")


@dataclass(frozen=True, slots=True)
class Number:
    """A number at the beginning of a text: its level (1 "一、" to 4 "（1）"), its value, its writing, and where it ends.

    `value` is 0 while it is being written: "（" or "（）" are left of it.
    """

    level: int
    value: int
    writing: str
    end: int

    def as_written(self, value: int) -> str:
        """Return another value in the same writing."""
        return rewritten(self.writing, value)


def rewritten(writing: str, value: int) -> str:
    """Return a number with another value, 1 to 99, in the same writing."""
    return _DIGITS.sub(lambda match: _like(match.group(), value), writing, count=1)


def _like(numeral: str, value: int) -> str:
    if not numeral.isdecimal():
        return numbers.to_chinese(value)
    return str(value) if numeral.isascii() else str(value).translate(_WIDE)


def read(text: str) -> Number | None:
    """Return the number that a text begins with, None where it begins with none; blanks before it count as its own."""
    for level, pattern in _MARKS:
        match = pattern.match(text)
        if match:
            return Number(level, _value(match["n"]), match.group(), match.end())
    return None


def _value(numeral: str) -> int:
    return int(numeral) if numeral.isdecimal() else numbers.from_chinese(numeral) or 0


def of(paragraph: Paragraph) -> Number | None:
    """Return the number of a paragraph, or what is left of it while it is written anew, None where it has none."""
    found = read(paragraph.text)
    if found or paragraph.level not in _TORN:
        return found
    left = _TORN[paragraph.level].match(paragraph.text)
    return Number(paragraph.level, 0, left.group(), left.end()) if left else None


def stays_open(before: Paragraph, text: str) -> bool:
    """Return whether new words are those of a numbered paragraph behind what is left of its number."""
    old = of(before)
    if old is None or old.level not in _TORN or not text.endswith(before.text[old.end :]):
        return False
    left = text[: len(text) - len(before.text) + old.end]
    return bool(_TORN[old.level].fullmatch(left)) and read(text) is None


def tidy(text: str) -> str:
    """Return a text with its number as it is printed: no blanks before and in it, "〔一〕" as "（一）"."""
    number = read(text)
    if number is None:
        return text
    return "".join(number.writing.split()).translate(_BRACKETS) + text[number.end :]


def bare(text: str) -> str:
    """Return a text without its number."""
    number = read(text)
    return text[number.end :] if number else text


def is_alone(text: str) -> bool:
    """Return whether a text is a number with nothing behind it."""
    return read(text) is not None and not bare(text).strip()


def following(paragraphs: Sequence[Paragraph], level: int, like: Number | None = None) -> str:
    """Return the number of a level for what comes behind some paragraphs, "" for body text.

    It is written `like` another one, else like the last of its level. Behind words that end in a colon a list begins,
    behind the ninety-ninth there is none, "".
    """
    paragraphs = unquoted(paragraphs)
    counts = Counts()
    usual = Number(level, 0, _USUAL[level], 0) if level in _USUAL else None
    for paragraph in paragraphs:
        number = of(paragraph)
        counts.take(paragraph, number)
        if number and number.value and number.level == level:
            usual = number
    value, like = 1 if is_led(paragraphs) else counts.next(level), like or usual
    return like.as_written(value).strip() if like and value <= MOST else ""


def unquoted(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return paragraphs with blank ones in place of those whose words are quoted: their numbers are another text's."""
    inside = quoted([one.text for one in paragraphs])
    return [Paragraph(text="") if index in inside else one for index, one in enumerate(paragraphs)]


def quoted(texts: Sequence[str]) -> set[int]:
    """Return the places of the texts that begin within a quotation, which one before has opened and one of them closes."""
    inside: set[int] = set()
    start: int | None = None
    for index, text in enumerate(texts):
        left_open = text.count("“") - text.count("”")
        if left_open > 0:
            start = index
        elif left_open < 0 and start is not None:
            inside.update(range(start + 1, index + 1))
            start = None
    return inside


def inline(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """Yield level and value of the points that are run into the words of a paragraph."""
    for level, pattern in _INLINE:
        for match in pattern.finditer(text, begin):
            yield level, _value(match["n"])


class Counts:
    """The last number of each level; a shallower one lets the deeper begin anew."""

    def __init__(self) -> None:
        self._last: dict[int, int] = {}

    def next(self, level: int) -> int:
        """Return the number that counts on."""
        return self._last.get(level, 0) + 1

    def take(self, paragraph: Paragraph, number: Number | None, value: int = 0) -> None:
        """Count a paragraph by its number, or by a `value` that it is to have."""
        level = number.level if number else paragraph.level
        if level:
            self._last = {one: last for one, last in self._last.items() if one <= level}
        if number:
            self._last[level] = value or number.value or self.next(level)
            for inner, told in inline(paragraph.text, number.end):
                if told == self.next(inner):
                    self._last[inner] = told


def is_led(above: Sequence[Paragraph]) -> bool:
    """Return whether words without a number that end in a colon stand right above: a list begins there."""
    return bool(above) and of(above[-1]) is None and above[-1].text.rstrip().endswith(LEADS_ON)
