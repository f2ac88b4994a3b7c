"""Which of a page's pieces are the report and which are the frame of the site: by what they say and where they stand.

Sites differ in every name, so none is asked for. What weighs is text as reports have it: sentences, numbered
headings, tables of the forms. Around the element that holds nearly all of it lies the frame. When unsure a
piece stays: the recognition knows the remains of pages.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from lxml import etree

from core.importers import layout
from core.importers.document import Text, cells_of
from core.importers.html.frame import Frame, is_listing
from core.importers.html.pieces import Piece
from core.importers.recognise import lines, titles

_CORE_SHARE = 0.8
_MOST_LOST = 0.15
_SENTENCE = 18
_FEWEST = 100
_FEWEST_PIECES = 3
_LONG_LINK = 60
_FIRST_SECTION = re.compile(r"一[、．.,，]|第一(部分|章)")
_ENDS = re.compile(r"[。；;！？]")
_NAMED = re.compile(r"(?:信息|文件)?(?:标\s*题|名\s*称)\s*[:：]\s*(?P<title>\S.*)")
_HARD_STOP = re.compile(
    r"[【\[（(]?(打印(本页|此页|文章)?|关闭(窗口|本页)?|返回(顶部|首页|列表))[】\])）:：\s|]*|(上|下)一(篇|条)\s*[:：].*"
    r"|扫一扫.*|相关(链接|文章|新闻|信息|文档|附件下载)[:：]?|版权所有.*|.{0,20}(ICP备|公网安备).*"
)
_ITEMS = frozenset({"li", "dd", "dt", "option"})
_PARTS_OF_TEXT = frozenset({"table", "p", "pre", "ol", "ul", "li", "blockquote", "section"})


Counts = dict[etree._Element, int]


@dataclass(frozen=True, slots=True)
class Article:
    """The pieces of the report, and those left out as frame, the ones that read most like a report first."""

    pieces: tuple[Piece, ...]
    frame: tuple[Piece, ...] = ()


def find(pieces: Sequence[Piece], known: frozenset[str]) -> Article:
    """Return the report among the pieces of a page; all of them where nothing tells it from a frame."""
    weights = [_weight(piece, known) for piece in pieces]
    if sum(weights) < _FEWEST:
        return Article(tuple(pieces))
    held, counts = _held(pieces, weights)
    core = _core(pieces, held, counts)
    start = _start(pieces, weights, core)
    end = _end(pieces, weights, start)
    signed = _signed_to(pieces, core[1])
    site = Frame(held)
    kept: list[Piece] = []
    frame: list[tuple[int, Piece]] = []
    for at, piece in enumerate(pieces):
        inside = start <= at < end and (weights[at] > 0 or not site.has(pieces, at))
        if inside and (at <= signed or weights[at] > 0):
            kept.append(piece)
        else:
            frame.append((weights[at], piece))
    frame.sort(key=lambda one: one[0], reverse=True)
    return Article(tuple(kept), tuple(piece for _, piece in frame))


def _weight(piece: Piece, known: frozenset[str]) -> int:
    """Return how much the piece speaks for a report: its characters where it is a sentence, heading or form."""
    if not isinstance(piece.element, Text):
        texts = [cell.text for cell in cells_of(piece.element)]
        return piece.size if not is_listing(texts) and layout.is_table(texts, known) else 0
    text, length = piece.line, piece.size
    if piece.is_link and (length < _LONG_LINK or not _ENDS.search(text)):
        return 0
    if _HARD_STOP.fullmatch(text) or lines.is_page_end(text) or lines.is_page_head(text):
        return 0
    if _ENDS.search(text) and length >= _SENTENCE:
        return length
    return length if lines.level(text) else 0


def _held(pieces: Sequence[Piece], weights: Sequence[int]) -> tuple[Counts, Counts]:
    """Return the weight within each element, and of how many pieces it is."""
    held: Counts = {}
    counts: Counts = {}
    for piece, weight in zip(pieces, weights, strict=True):
        for node in (piece.node, *piece.node.iterancestors()) if weight else ():
            held[node] = held.get(node, 0) + weight
            counts[node] = counts.get(node, 0) + 1
    return held, counts


def _core(pieces: Sequence[Piece], held: Counts, counts: Counts) -> tuple[int, int]:
    """Return the first and last piece of the innermost element that holds nearly all of the weight, not in one piece."""
    enough = _CORE_SHARE * max(held.values())
    fewest = min(_FEWEST_PIECES, max(counts.values()))
    within = [
        node
        for node, weight in held.items()
        if weight >= enough and counts[node] >= fewest and node.tag not in _PARTS_OF_TEXT
    ]
    innermost = max(within, key=lambda node: sum(1 for _ in node.iterancestors()))
    inside = set(innermost.iter())
    places = [at for at, piece in enumerate(pieces) if piece.node in inside]
    return places[0], places[-1]


def _start(pieces: Sequence[Piece], weights: Sequence[int], core: tuple[int, int]) -> int:
    """Return where the report begins: at its title, else where the core does; never behind much of its text."""
    title = title_at(pieces)
    total = sum(weights)
    if title is not None and sum(weights[:title]) <= _MOST_LOST * total:
        return title
    first = next(at for at, weight in enumerate(weights) if weight)
    return min(core[0], first)


def title_at(pieces: Sequence[Piece]) -> int | None:
    """Return the place of the report's title among the lines above its first section."""
    texts = {at: piece.element for at, piece in enumerate(pieces) if isinstance(piece.element, Text)}
    sections = (at for at in texts if _FIRST_SECTION.match(pieces[at].line) and not pieces[at].is_link)
    section = next(sections, len(pieces))
    above = [at for at in texts if at < section and _may_head(pieces[at])]
    for shortlist in (above[-30:], above):
        found = titles.find([texts[at] for at in shortlist])
        if found.taken:
            return shortlist[found.taken[0]]
    return None


def _may_head(piece: Piece) -> bool:
    """Return whether the piece may be of the title: what stands in a list is one whole or no part of one."""
    if piece.is_link or _NAMED.match(piece.line) or _HARD_STOP.fullmatch(piece.line):
        return False
    listed = any(node.tag in _ITEMS for node in (piece.node, *piece.node.iterancestors()))
    return not listed or bool(titles.find([Text(0, piece.line)]).text)


def _end(pieces: Sequence[Piece], weights: Sequence[int], start: int) -> int:
    """Return the place behind the report: a line that ends articles, with next to nothing of weight after it."""
    total = sum(weights)
    for at in range(start + 1, len(pieces)):
        if _HARD_STOP.fullmatch(pieces[at].line) and sum(weights[start:at]):
            behind = sum(weights[at:])
            tables = any(weights[later] and not pieces[later].line for later in range(at, len(pieces)))
            if behind <= _MOST_LOST * total and not tables:
                return at
    return len(pieces)


def _signed_to(pieces: Sequence[Piece], last: int) -> int:
    """Return the last of the lines of office, date and annexes right behind the last piece of the core, or that."""
    signed = lines.Signed()
    behind = takewhile(lambda piece: signed.takes(piece.line), pieces[last + 1 :])
    return last + sum(1 for _ in behind)


def listed_title(pieces: Sequence[Piece]) -> str:
    """Return the title that the site's own list of the document's particulars gives, if any."""
    for piece in pieces:
        found = _NAMED.fullmatch(piece.line)
        if found and titles.find([Text(0, found["title"])]).text:
            return found["title"].strip()
    cells = [text for piece in pieces if not piece.line for text in piece.texts]
    return next((text for text in cells if titles.find([Text(0, text)]).text), "")
