"""What stands on a page in reading order, before it is known which of it is the report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from lxml import etree

from core.importers import loose
from core.importers.document import Element, Grid, Remark, Stream, Text, cells_of, size


@dataclass(slots=True)
class Piece:
    """A line or a table of a page: where it stands in the tree, and how many of its characters are links."""

    element: Element
    node: etree._Element
    linked: int = 0

    @property
    def texts(self) -> list[str]:
        """Its words: the line, or the cells."""
        if isinstance(self.element, Text):
            return [self.element.text]
        return [cell.text for cell in cells_of(self.element)]

    @property
    def size(self) -> int:
        """How many characters it has."""
        return sum(size(text) for text in self.texts)

    @property
    def line(self) -> str:
        """The line without white space at its ends; "" for a table."""
        return self.element.text.strip() if isinstance(self.element, Text) else ""

    @property
    def is_link(self) -> bool:
        """Whether nearly all of it is links."""
        return self.linked > 0 and self.linked * 10 >= self.size * 8


@dataclass
class Passed:
    """What of a page was passed over: pictures with the element they stand in, hidden words, counts of the rest."""

    active: int = 0
    pictures: list[etree._Element] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    shown_although_hidden: int = 0
    controls: int = 0
    ruby: int = 0
    tables: int = 0


@dataclass
class Page:
    """All pieces of a page, and what was passed over."""

    pieces: list[Piece] = field(default_factory=list)
    passed: Passed = field(default_factory=Passed)


def numbered(pieces: Sequence[Piece]) -> tuple[Element, ...]:
    """Return the elements with the running numbers of their lines and rows, counted from 1."""
    result: list[Element] = []
    line = 1
    for piece in pieces:
        element = piece.element
        if isinstance(element, Text):
            result.append(replace(element, line=line))
            line += 1
        elif isinstance(element, Grid):
            rows = [
                tuple(replace(cell, line=at) for cell in row) for at, row in enumerate(element.rows, line)
            ]
            result.append(replace(element, rows=tuple(rows)))
            line += len(rows)
        else:
            result.append(
                Stream(tuple(replace(cell, line=at) for at, cell in enumerate(element.cells, line)))
            )
            line += len(element.cells)
    return tuple(result)


def with_tables_in_lines(found: Sequence[Piece], known: frozenset[str]) -> list[Piece]:
    """Return the pieces with cells that stand on lines of their own as one table, so that it weighs as one.

    `known` are the bare words of the forms' tables.
    """
    result: list[Piece] = []
    for is_text, group in groupby(found, lambda piece: isinstance(piece.element, Text)):
        run = list(group)
        result += _with_tables(run, known) if is_text else run
    return result


def _with_tables(run: Sequence[Piece], known: frozenset[str]) -> Iterator[Piece]:
    lines = [Text(place, piece.line) for place, piece in enumerate(run)]
    place = 0
    while place < len(lines):
        table = loose.take(lines, place, known)
        if table is None or not table.is_table:
            end = table.end if table else place + 1
            yield from run[place:end]
            place = end
            continue
        cells = tuple(replace(cell, doubt=_doubt(run[cell.line])) for cell in table.cells)
        yield Piece(Stream(cells), run[place].node, sum(piece.linked for piece in run[place : table.end]))
        place = table.end


def _doubt(piece: Piece) -> str:
    return piece.element.doubt if isinstance(piece.element, Text) else ""


def remarks(passed: Passed, article: Sequence[Piece]) -> list[Remark]:
    """Return what the clerk is told about all that was passed over."""
    found: list[Remark] = []
    inside = _pictures_inside(passed, article)
    if inside:
        found.append(Remark(f"正文里有 {inside} 张图片，图片中的文字和表格没有读入，请对照原文核对。"))
    if passed.hidden:
        count = sum(size(text) for text in passed.hidden)
        message = f"网页里有 {count} 个字被设为不显示（可能是被植入的内容），没有读入。"
        found.append(Remark(message, sample(passed.hidden)))
    if passed.shown_although_hidden:
        found.append(Remark("网页把大部分文字设为不显示，仍已读入，请核对是不是正文。"))
    if passed.ruby:
        found.append(Remark(f"{passed.ruby} 处注在字旁的读音没有读入。"))
    if passed.tables:
        found.append(Remark(f"有 {passed.tables} 个表格的行或列太多，没有读入，请手工填写。"))
    others = passed.active + passed.controls + len(passed.pictures) - inside
    if others:
        found.append(Remark("网页中的脚本、内嵌框架、图片和按钮已忽略，没有执行，也没有联网。"))
    return found


def _pictures_inside(passed: Passed, article: Sequence[Piece]) -> int:
    """Return how many pictures stand among the pieces of the article, none in the frame around it."""
    parents = {node for piece in article for node in (piece.node, piece.node.getparent()) if node is not None}
    return sum(any(one in parents for one in (node, *node.iterancestors())) for node in passed.pictures)


def sample(texts: Sequence[str], longest: int = 60) -> str:
    """Return the beginning of the texts, for a remark."""
    joined = " ".join(" ".join(text.split()) for text in texts[:longest])
    return joined if len(joined) <= longest else f"{joined[:longest]}…"
