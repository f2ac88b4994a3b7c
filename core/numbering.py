"""The numbers that paragraphs begin with, "（一）", "1.", "（1）": read, counted, written."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core import numbers, quotations
from core.points import BRACKETED, NO_ITEM, NUMERAL, inline, lists_within, value_of
from core.report import Paragraph

MOST = 99
# behind "1.": digits make an amount of it ("1.5万元"), but for those of a year, of a month and of what is never halved
NO_AMOUNT = r"(?!\d(?!\d{3}年|\d?(?:[-—－~～至]\d{1,2})?\s?月|\d{0,4}\s?[件条次人名份场期篇]))"
_MARKS = (
    (1, re.compile(rf"\s{{0,8}}(?P<n>{NUMERAL})[、．.](?!\d)")),
    (2, re.compile(rf"\s{{0,8}}[（(〔]\s?(?P<n>{NUMERAL})\s?[）)〕]{NO_ITEM}")),
    (3, re.compile(rf"\s{{0,8}}(?P<n>\d{{1,2}})\s?(?:、|[.．]{NO_AMOUNT})")),
    (4, re.compile(rf"\s{{0,8}}[（(]\s?(?P<n>\d{{1,2}})\s?[）)]{NO_ITEM}")),
)
# several numbers of one thing: "1、2、3季度", "7、8月", "一、二产业"
_SEVERAL = re.compile(
    r"\s{0,8}(?:(?P<n>\d{1,2})、(?P<next>\d{1,2})(?P<more>(?:、\d{1,2}){0,10})\s?(?P<unit>季度|月份?|日|类|级|号(?!召))"
    rf"|{NUMERAL}(?:、{NUMERAL})+(?:产业|季度))"
)
_TORN = {  # what is left of a number while it is written anew
    2: re.compile(rf"[（(〔]\s?(?:{NUMERAL})?\s?[）)〕]?|(?:{NUMERAL})?[）)〕]"),
    3: re.compile(r"\d{1,2}(?:\.\d{1,4})?(?!\d)|[.．、]"),
    4: re.compile(r"[（(]\s?\d{0,2}\s?[）)]?|\d{0,2}[）)]"),
}
_DIGITS = re.compile(rf"{NUMERAL}|\d+")
_USUAL = {2: "（一）", 3: "1.", 4: "（1）"}
_ITEM = re.compile(rf"\s{{0,8}}{BRACKETED}(?!{NO_ITEM})")
_COMMA = "、"
_POINTS = (".", "．")
_COUNTED = 3  # the level of numbers that may be taken for what they count: "7、8月"
_QUARTER = "季度"
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

    @property
    def numeral(self) -> str:
        """The figure itself, as it is written."""
        found = _DIGITS.search(self.writing)
        return found.group() if found else ""

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


def read(text: str, *, doubtful: bool = False) -> Number | None:
    """Return the number that a text begins with, None where it begins with none; blanks before it count as its own.

    With `doubtful` it may also be the first of two of one thing: "2、3月份".
    """
    for level, pattern in _MARKS:
        match = pattern.match(text)
        if match:
            is_one = _COMMA not in match.group() or not _names_several(text, surely=doubtful)
            return Number(level, value_of(match["n"]), match.group(), match.end()) if is_one else None
    return None


def _names_several(text: str, *, surely: bool) -> bool:
    """Return whether a text begins with several numbers of one thing; two of them follow one another: not "1、3月"."""
    found = _SEVERAL.match(text)
    if found is None or found["n"] is None or found["more"] or found["unit"] == _QUARTER:
        return found is not None
    return not surely and int(found["next"]) == int(found["n"]) + 1


def with_doubtful(texts: Sequence[str], numbers_of: Sequence[Number | None]) -> list[Number | None]:
    """Return the numbers of the texts of a section; one that is in doubt counts where a list goes on with it.

    That is "2、3月份检查" behind "1、…", unless another "2、…" comes next.
    """
    settled, last = [*numbers_of], 0
    for index, text in enumerate(texts):
        number = settled[index]
        if last and (number is None or not number.value):
            doubtful = read(text, doubtful=True)
            if doubtful and doubtful.value == last + 1 != _next_value(settled[index + 1 :], doubtful.level):
                settled[index] = number = doubtful
        if number and number.level <= _COUNTED:
            last = number.value if number.level == _COUNTED else 0
    return settled


def read_at(texts: Sequence[str], index: int) -> Number | None:
    """Return the number that one of the texts of a section begins with; one in doubt is known by those around it."""
    number = read(texts[index])
    if number or read(texts[index], doubtful=True) is None:
        return number
    return with_doubtful(texts, [read(text) for text in texts])[index]


def _next_value(numbers_of: Sequence[Number | None], level: int) -> int:
    """Return the value of the next number of a level, 0 where a shallower one comes before it, or none."""
    found = next((one for one in numbers_of if one and one.level <= level), None)
    return found.value if found and found.level == level else 0


def is_item(text: str) -> bool:
    """Return whether a text begins in the midst of what it says of a law: "（一）项所列的信息"."""
    return bool(_ITEM.match(text))


def usual(level: int, value: int) -> str:
    """Return the number of a level as it is usually written, "（一）", "1." or "（1）".

    Body text has none, "", nor has what comes behind "（九十九）".
    """
    writing = _USUAL.get(level, "")
    is_chinese = bool(writing) and not any(char.isdecimal() for char in writing)
    return "" if not writing or (is_chinese and value > MOST) else rewritten(writing, value)


def of(paragraph: Paragraph) -> Number | None:
    """Return the number of a paragraph, or what is left of it while it is written anew, None where it has none."""
    found = read(paragraph.text)
    if found or paragraph.level not in _TORN or is_item(paragraph.text):
        return found
    left = _TORN[paragraph.level].match(paragraph.text)
    return Number(paragraph.level, 0, left.group(), left.end()) if left else None


def all_of(paragraphs: Sequence[Paragraph]) -> list[Number | None]:
    """Return the number of each paragraph of a section, as `of` does; here one in doubt is known by those around it."""
    return with_doubtful([one.text for one in paragraphs], [of(one) for one in paragraphs])


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


def put_before(number: str, words: str) -> str:
    """Return words with a number before them; a blank parts figures, which would look like one amount: "1. 5G建设"."""
    parts = number.endswith(_POINTS) and words[:1].isdecimal()
    return f"{number} {words}" if parts else number + words


def is_alone(text: str) -> bool:
    """Return whether a text is a number with nothing behind it."""
    return read(text) is not None and not bare(text).strip()


def following(paragraphs: Sequence[Paragraph], level: int, like: Number | None = None) -> str:
    """Return the number of a level for what comes behind some paragraphs, "" for body text.

    It is written `like` another one, else like the last of its level. Behind words that end in a colon a list begins,
    behind the ninety-ninth there is none, "". What goes on behind a point of another text is the next of these.
    """
    own = unquoted(paragraphs)
    goes_on = bool(own) and own[-1] is not paragraphs[-1] and paragraphs[-1].text.endswith(quotations.GOES_ON)
    paragraphs = paragraphs[-1:] if goes_on else own
    counts = Counts()
    last = Number(level, 0, _USUAL[level], 0) if level in _USUAL else None
    for paragraph, number in zip(paragraphs, all_of(paragraphs), strict=True):
        counts.take(paragraph, number)
        if number and number.value and number.level == level:
            last = number
    value, like = 1 if is_led(paragraphs) else counts.next(level), like or last
    return like.as_written(value).strip() if like and value <= MOST else ""


def unquoted(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return paragraphs with blank ones in place of those that say what another text says: their numbers are its own."""
    inside = quotations.quoted([one.text for one in paragraphs])
    return [Paragraph(text="") if index in inside else one for index, one in enumerate(paragraphs)]


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
            for inner, told in inline(paragraph.text, number.level, number.end):
                if told == self.next(inner):
                    self._last[inner] = told
        else:
            self._begin(lists_within(paragraph.text))

    def _begin(self, within: Mapping[int, int]) -> None:
        """Count lists that begin within words without a number: "主要做法：（一）公开。".

        Where one of the level runs already, only a first point goes on below: several are a list of their own, whole.
        """
        for level, last in within.items():
            if last == 1 or level not in self._last:
                self._last[level] = last


def is_led(above: Sequence[Paragraph]) -> bool:
    """Return whether words without a number that end in a colon stand right above: a list begins there."""
    return bool(above) and of(above[-1]) is None and above[-1].text.rstrip().endswith(LEADS_ON)
