"""Which paragraphs say what another text says, so that their numbers are not the report's own: a quotation, a law cited.

A law may be cited without quotation marks: a sentence that names an article and ends in a colon, its points below.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core import numbers

_NUMERAL = "[一二三四五六七八九十百零〇\\d]"
_ARTICLE = rf"第{_NUMERAL}{{1,5}}条"
# what a law says to all; the office tells of itself, of its year, of what is done
_ORDERS = r"应当|应该|不得|不予|可以|有权|下列|第[（(].{1,3}[）)]项|规定$"
_OFFICE = r"我[镇乡街办们局]|本(?:镇|乡|街|办|年)|全(?:镇|乡|街道|年)"
_OWN = rf"{_OFFICE}|我|本(?:单位|报告)|今年|\d年度?[，,]|已|了(?!解)|情况|工作中"
_ENDS = re.compile("[。；;]")
_POINT = re.compile(
    r"\s{0,8}(?P<mark>[（(〔]?)\s?(?:(?P<chinese>[一二三四五六七八九十]{1,3})|(?P<figures>\d{1,2}))[）)〕、.．]"
)
GOES_ON = ("；", ";", "，", ",", "、")  # behind a point that is not the last
_TELLS_OF_OFFICE = re.compile(rf"\d|{_OFFICE}")
_COLONS = ("：", ":")
_LONGEST = 240  # characters of a sentence that leads in
_NAMES_ARTICLE = re.compile(rf"{_ARTICLE}[^，。；]{{0,8}}[，,]?$")
_NEAR = 20  # characters that may hold the number of an article and a word or two
_MARKS = re.compile('[“”"]')
Spans = tuple[tuple[int, int], ...]
_Kind = tuple[bool, bool]


def quoted(texts: Sequence[str]) -> set[int]:
    """Return the places of the texts that another text is quoted in: between marks, or the points of a law cited."""
    return _between_marks(texts) | _points_of_laws(texts)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A quotation that a paragraph leaves open: the words behind its mark, and the last number of each kind up to there."""

    index: int
    words: str
    last: Mapping[_Kind, int]

    def holds(self, texts: Sequence[str]) -> bool:
        """Return whether the paragraphs that follow, up to a mark that closes, are of it: a mark may be one too many.

        They are not where they tell of the office, or where a number goes on from those before the quotation.
        """
        begun = {_kind(point) for point in _POINT.finditer(self.words)}
        for text in texts:
            if re.search(_OFFICE, text):
                return False
            point = _POINT.match(text)
            if point and (kind := _kind(point)) not in begun:
                begun.add(kind)
                if 1 <= self.last.get(kind, 0) < _value(point):
                    return False
        return True


def _between_marks(texts: Sequence[str]) -> set[int]:
    """Return the places of the texts that begin within a quotation, which one before has opened and one of them closes."""
    inside: set[int] = set()
    last: dict[_Kind, int] = {}
    opened: _Opened | None = None
    for index, text in enumerate(texts):
        closes, opens = _unpaired(text)
        if point := _POINT.match(text):
            last[_kind(point)] = _value(point)
        if opened and closes is not None:
            if opened.holds([*texts[opened.index + 1 : index], text[:closes]]):
                inside.update(range(opened.index + 1, index + 1))
                last = dict(opened.last)
            opened = None
        if opens is not None and _leads_in(texts, index, opens):
            opened = _Opened(index, text[opens + 1 :], dict(last))
    return inside


def _unpaired(text: str) -> tuple[int | None, int | None]:
    """Return the place of the first mark that closes what was not opened in a text, and of the last that is left open."""
    closes: int | None = None
    left: list[int] = []
    for match in _MARKS.finditer(text):
        if match.group() == "“":
            left.append(match.start())
        elif left:  # half-width marks close as well, and never open
            left.pop()
        elif match.group() == "”" and closes is None:
            closes = match.start()
    return closes, left[-1] if left else None


def _leads_in(texts: Sequence[str], index: int, at: int) -> bool:
    """Return whether a mark may open a quotation of several paragraphs: behind a colon, an article, in words that lead on."""
    before, text = texts[index][:at].rstrip(), texts[index].rstrip()
    if not before and index:
        before = texts[index - 1].rstrip()
    leads = before.endswith(_COLONS) or text.endswith((*GOES_ON, *_COLONS))
    return leads or bool(_NAMES_ARTICLE.search(before, max(0, len(before) - _NEAR)))


def _points_of_laws(texts: Sequence[str]) -> set[int]:
    points: set[int] = set()
    for index, text in enumerate(texts):
        if cites(text):
            points.update(_list_below(texts, index + 1, least=2))
        elif text.rstrip().endswith(GOES_ON) and any(end == len(text) for _, end in cited(text)):
            points.update(_list_below(texts, index + 1, least=1))
    return points


def cites(text: str) -> bool:
    """Return whether words end with what an article of a law says, its points still to come."""
    words = text.rstrip()
    if not words.endswith(_COLONS):
        return False
    words = _ENDS.split(words[-_LONGEST - 2 : -1])[-1]
    is_law = len(words) <= _LONGEST and re.search(_ARTICLE, words) and re.search(_ORDERS, words)
    return bool(is_law and not re.search(_OWN, words))


def cited(text: str) -> Spans:
    """Return the spans of a text in which an article of a law that it cites goes on, up to the full stop, in order."""
    spans: list[tuple[int, int]] = []
    for match in re.finditer("[：:]", text) if "条" in text else ():
        begin = match.end()
        if (not spans or begin >= spans[-1][1]) and cites(text[max(0, begin - _LONGEST - 2) : begin]):
            spans.append((begin, _end_of_sentence(text, begin)))
    return tuple(spans)


def covers(spans: Spans, at: int) -> bool:
    """Return whether a place of a text is in one of some spans in order."""
    before = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return before >= 0 and at < spans[before][1]


def _end_of_sentence(text: str, begin: int) -> int:
    end = text.find("。", begin)
    return len(text) if end < 0 else end + 1


def _list_below(texts: Sequence[str], first: int, least: int) -> range:
    """Return the places of a law's points from one on, `least` of them: those that go on, and the one that ends them.

    There are none where they tell of the office: it has put its own work in the order of the law. A number that is no
    higher than the one before is that of another list.
    """
    end, kind, last = first, None, 0
    while end < len(texts) and (found := _POINT.match(texts[end])):
        own, value = _kind(found), _value(found)
        if kind == own and value <= last:
            break
        if kind not in (None, own) or _TELLS_OF_OFFICE.search(texts[end], found.end()):
            return range(0)
        kind, last, end = own, value, end + 1
        if not texts[end - 1].rstrip().endswith(GOES_ON):
            break
    return range(first, end if end - first >= least else first)


def _kind(point: re.Match[str]) -> _Kind:
    """Return how the number of a point is written: with a bracket before it, in Chinese."""
    return bool(point["mark"]), bool(point["chinese"])


def _value(point: re.Match[str]) -> int:
    return int(point["figures"]) if point["figures"] else numbers.from_chinese(point["chinese"]) or 0
