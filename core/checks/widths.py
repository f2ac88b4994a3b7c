"""Half-width marks in Chinese text: where they stand, and the text without them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from core import dates, web_addresses
from core.checks import spaces
from core.checks.kept import read_once
from core.checks.late import Late

_HAN = "\u4e00-\u9fff"
_WORD = f"{_HAN}，。；：！？、）》”〉】—…％"
_FOREIGN = Late(web_addresses.PATTERN)
_STOP = Late(
    rf"(?<=[{_HAN}”》）)〉])[.．](?![.．])(?=\s{{0,4}}(?:[{_HAN}“《（(]|\d{{1,2}}[、.．]|$))"
    rf"|(?<=[\d%％])\.(?=\s{{0,4}}(?:$|[{_HAN}“《（]))",
    needs=".．",
)
_MARK = Late(
    rf"(?<=[{_WORD}])(?:\s?[,;?!](?!\d{{3}}(?!\d))){{1,200}}|(?<=[{_HAN}）》”〉]):"
    rf"|[,;](?=\s?[{_HAN}“《（])|(?<=\d)[:](?=[{_HAN}“《])|[?!](?=\s?[{_HAN}“《])",
    needs=",;:?!",
)
_BRACKET = Late(r"[()（）\n]")
_LONGEST_IN_BRACKETS = 300
_QUOTES = Late(
    r"\"([^\"\n“”]{1,200})\"",
    needs='"',
)
_DASH = Late(
    rf"(?<=[{_HAN}])-{{2,3}}(?=[{_HAN}])",
    needs=("--",),
)
_NUMBERING = Late(r"[一二三四五六七八九十]{1,3}|\d{1,2}")
_BEFORE_NUMBERING = Late(r"(?:^|[。；;：:，,、\s])\s{0,4}$")
_HAS_HAN = Late(f"[{_HAN}]")
_POINT = Late(r"(?:^|[。；;：:，,、\s（(])\s{0,4}\d{1,2}$")
FULL = str.maketrans({",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "．": "。"})


@dataclass(frozen=True, slots=True)
class HalfWidth:
    """Half-width marks of a text from `start` to `end`, what stands there in full width, and the span to quote.

    `more` is how many characters around the marks are quoted; `is_head` tells that they hold the number of a point.
    """

    start: int
    end: int
    right: str
    seen: tuple[int, int]
    more: int = 4
    is_head: bool = False


@read_once
def widened(text: str) -> str:
    """Return a text with full-width marks alone: of what is returned nothing is found any more.

    The stray spaces beside a mark put right go with it; all other spaces stay.
    A mark put right may show what the one beside it is, as in `"公开",`; so it is read until nothing is left.
    """
    while found := (*stops(text), *others(text)):
        text = _replaced(text, found)
    return text


def changes(text: str) -> list[tuple[int, int, str]]:
    """Return the spans between words that are other ones in the widened text, with what stands there then."""
    wide = widened(text)
    spans = zip(_between_words(text), _between_words(wide), strict=True) if wide != text else ()
    return [
        (start, end, wide[first:last])
        for (start, end), (first, last) in spans
        if text[start:end] != wide[first:last]
    ]


def _between_words(text: str) -> list[tuple[int, int]]:
    edges = [0, *(edge for word in re.finditer(r"\w+", text) for edge in word.span()), len(text)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _replaced(text: str, found: tuple[HalfWidth, ...]) -> str:
    made, at = "", 0
    edges: set[int] = set()  # of the marks put in
    for one in sorted(found, key=lambda one: (one.start, one.end)):
        if one.start >= at:
            made += text[at : one.start]
            edges |= {len(made), len(made) + 1}
            made += one.right
            edges |= {len(made) - 1, len(made)}
            at = one.end
    return _closed_up(made + text[at:], edges)


def _closed_up(text: str, edges: set[int]) -> str:
    """Return a text without the stray spaces beside the marks put in: a full-width mark brings its own room."""
    for start, end in reversed([*spaces.stray(text)]):
        if start in edges or end in edges:
            text = text[:start] + text[end:]
    return text


@read_once
def stops(text: str) -> tuple[HalfWidth, ...]:
    """Return the full stops of a text that are written as points."""
    return tuple(_stops(text)) if "." in text or "．" in text else ()


def _stops(text: str) -> Iterator[HalfWidth]:
    foreign = _foreign(text)
    for match in _STOP.finditer(text):
        at = match.start()
        after_digit = text[at - 1].isdecimal()
        if _is_inside(foreign, at) or (after_digit and _POINT.search(text[max(0, at - 8) : at])):
            continue
        if after_digit and match.end() < len(text) and not re.search(r"\d{3}$", text[:at]):
            continue
        yield HalfWidth(at, match.end(), "。", match.span())


@read_once
def others(text: str) -> tuple[HalfWidth, ...]:
    """Return all other half-width marks of a text."""
    return (*_marks(text), *_brackets(text))


def _marks(text: str) -> Iterator[HalfWidth]:
    foreign = _foreign(text)
    for pattern in (_MARK, _DASH):
        for match in pattern.finditer(text):
            if not _is_inside(foreign, match.start()):
                right = "——" if pattern is _DASH else "".join(match.group().split()).translate(FULL)
                yield HalfWidth(*match.span(), right, match.span())
    for match in _QUOTES.finditer(text):
        beside = text[max(0, match.start() - 1) : match.end() + 1]
        if _HAS_HAN.search(beside) and not _is_inside(foreign, match.start()):
            yield HalfWidth(*match.span(), f"“{match[1]}”", match.span(), more=0)


def _brackets(text: str) -> Iterator[HalfWidth]:
    """Yield the brackets that are half-width on one side or both."""
    for start, end in _pairs(text) if "(" in text or ")" in text else ():
        inner = text[start + 1 : end]
        beside = text[start - 1] if start else ""
        if not (_HAS_HAN.search(inner) or _HAS_HAN.match(beside)) or re.fullmatch(dates.IN_FIGURES, inner):
            continue
        is_head = bool(_NUMBERING.fullmatch(inner) and _BEFORE_NUMBERING.search(text[:start][-6:]))
        for at, right in ((start, "（"), (end, "）")):
            if text[at] in "()":
                yield HalfWidth(at, at + 1, right, (start, end + 1), 1, is_head)


def _pairs(text: str) -> list[tuple[int, int]]:
    """Return where pairs of brackets open and close, those within others too, in their order."""
    pairs, opened = [], list[int]()
    for match in _BRACKET.finditer(text):
        at = match.start()
        if match.group() == "\n":
            opened.clear()
        elif match.group() in "(（":
            opened.append(at)
        elif opened:
            start = opened.pop()
            if 1 < at - start <= _LONGEST_IN_BRACKETS + 1:
                pairs.append((start, at))
    return sorted(pairs)


def _foreign(text: str) -> list[tuple[int, int]]:
    """Return the spans of web and mail addresses, without the mark that ends the sentence behind them."""
    matches = _FOREIGN.finditer(text)
    return [(one.start(), one.start() + len(one.group().rstrip(".,;:!?"))) for one in matches]


def _is_inside(spans: list[tuple[int, int]], at: int) -> bool:
    place = bisect_right(spans, (at, len(spans) and spans[-1][1] + 1)) - 1
    return place >= 0 and at < spans[place][1]
