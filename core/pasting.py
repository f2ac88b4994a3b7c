"""Words from the clipboard as paragraphs with levels: cleaned of what other programs put around them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core import numbering, renumbering
from core.edits import Splice
from core.errors import InputError
from core.fragments import in_place_of, joined, part
from core.importers.recognise.lines import Level, level
from core.labels import unspaced
from core.report import Paragraph, Report, State
from core.rewording import retyped

if TYPE_CHECKING:  # words without markup must not wait for the reader of web pages
    from core.importers.document import Element, GridCell
    from core.importers.html.pieces import Page

_LINES = re.compile("\r\n|[\r\n\x0b\x0c\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffc\ufdd0\ufdd1]"
)
_BLANKS = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u205f]+")
_BEHIND_NUMBER = re.compile(
    r"^((?:[（(][\d０-９一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[\d０-９]{1,2}[.．、])) (?!\d)"
)
_SYMBOL = re.compile("^[\uf020-\uf0ff]+[ \t\u00a0\u3000]*")  # a bullet of a symbol font
_EDGES = " \t\u3000\u00a0"
_MOST_MARKUP = 2_000_000
_LEAST_SHARE = 0.8
_LONGEST_HEADING = 40
_SENTENCE_ENDS = "。；：，！？;:,!?"
_CELLS = "　"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of what was pasted, with the level that its number or its style gives it."""

    text: str
    level: Level = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A table of what was pasted: the words of each row, and how many columns it has."""

    rows: tuple[str, ...]
    columns: int

    @property
    def name(self) -> str:
        """What it is, and how it begins."""
        return f"表格（{len(self.rows)} 行 {self.columns} 列），开头是“{self.rows[0][:16]}”"


Piece = Line | Block


@dataclass(frozen=True, slots=True)
class Words:
    """What is on the clipboard: its paragraphs and tables in their order, and how many places in it were deleted.

    Those are changes that another program keeps track of: what was deleted there is not taken.
    """

    pieces: tuple[Piece, ...]
    deleted: int = 0


def read(text: str, html: str = "") -> Words:
    """Return the words of the clipboard.

    Its web page tells tables and list numbers from words; where that cannot be read whole, the plain text is taken.
    """
    plain = tuple(_plain(text))
    page = _page(html) if html and len(html) <= _MOST_MARKUP else None
    if page is None:
        return Words(plain)
    marked = tuple(one for piece in page.pieces for one in _pieces(piece.element))
    deleted = [one for one in page.passed.deleted if one.strip()]
    size = _size(marked) + sum(len(unspaced(one)) for one in deleted)
    if not marked or size < _LEAST_SHARE * _size(plain):
        return Words(plain)
    return Words(marked, len(deleted))


def clean(text: str, html: str = "") -> tuple[Piece, ...]:
    """Return the paragraphs and tables of the clipboard alone."""
    return read(text, html).pieces


def _size(pieces: Iterable[Piece]) -> int:
    return sum(len(unspaced(text)) for piece in pieces for text in _texts(piece))


def _texts(piece: Piece) -> tuple[str, ...]:
    return (piece.text,) if isinstance(piece, Line) else piece.rows


def _plain(text: str) -> Iterator[Line]:
    for raw in _LINES.split(text):
        words = _tidy(raw)
        if words:
            yield Line(words, level(words))


def _tidy(raw: str) -> str:
    """Return words without what nobody sees, without indents and bullets, a run of blanks as one, none behind a number."""
    words = _BLANKS.sub(" ", _SYMBOL.sub("", _UNSEEN.sub("", raw).strip(_EDGES)))
    return _BEHIND_NUMBER.sub(r"\1", words.strip(_EDGES))


def _page(html: str) -> "Page | None":
    """Return what a browser would show of a page, None where that cannot be read; nothing of it is run or fetched."""
    from core.importers.html import flow, tree  # only here: a page is pasted less often than a line

    try:
        root, _ = tree.parse(_UNSEEN.sub("", html), "剪贴板")
        return flow.page_of(root, frozenset(), pasted=True)
    except (InputError, RecursionError):
        return None


def _pieces(element: "Element") -> Iterator[Piece]:
    from core.importers.document import Text, rows_of

    if isinstance(element, Text):
        for line in _plain(element.text):
            yield _headed(line, element.heading)
        return
    rows = rows_of(element)
    words = tuple(row for row in map(_row, rows) if row)
    if len(words) == 1 and len(rows) == 1 and len(rows[0]) == 1:
        yield from _plain(rows[0][0].text)
    elif words:
        yield Block(words, max(len(row) for row in rows))


def _row(cells: Sequence["GridCell"]) -> str:
    texts = (_tidy(" ".join(_LINES.split(cell.text))) for cell in cells)
    return _CELLS.join(text for text in texts if text)


def _headed(line: Line, heading: int) -> Line:
    """Return a line that the source sets as a heading at the level of one, where no number says more."""
    is_short = len(line.text) <= _LONGEST_HEADING and line.text[-1] not in _SENTENCE_ENDS
    return Line(line.text, 2) if heading and is_short and not line.level else line


def is_of_web_page(text: str) -> bool:
    """Return whether a line is a button, a path or a counter of a web page: the words that rule L04 knows."""
    from core.checks.kinds.wording import is_of_web_page as is_known  # only here: it reads the lexicon

    return is_known(text)


@dataclass(frozen=True, slots=True)
class Gap:
    """Where something is put in: paragraphs `first` to `last` of a section, from behind `head` to before `tail`.

    `head` and `tail` are the words of the first and the last of them that stay.
    """

    section: str
    first: int
    last: int
    head: str = ""
    tail: str = ""


def insert(report: Report, gap: Gap, new: Sequence[Paragraph], label: str) -> Splice:
    """Return the edit that puts paragraphs into a gap; KeyError where the report has no such section.

    Where words stay before them, the first goes on with these and keeps their level. Behind the end of a paragraph one
    that has a number stands by itself; where only a number stands, it takes its place.
    """
    section = report.section(gap.section)
    if section is None:
        raise KeyError(gap.section)
    old = section.paragraphs[gap.first : gap.last + 1]
    head, tail = ends(old, gap)
    if len(old) == 1 and head.text == old[0].text and stands_apart(gap, new[0]):
        return Splice(gap.section, gap.last + 1, 0, tuple(new), label, knows_links=True)
    numbered = None if tail.text.strip() else in_place_of(head, new[0])
    if numbered:
        head, new = Paragraph(text=""), [numbered, *new[1:]]
    state: State = "changed" if any(one.state for one in old) else ""
    merged = [one.model_copy(update={"state": state}) for one in new]
    text, made = joined([merged[-1], tail])
    merged[-1] = merged[-1].model_copy(update={"text": text, "links": made})
    if old:
        begun = old[0] if head.text.strip() else merged[0]
        text, made = joined([head, merged[0]])
        first = retyped(old[0], text, begun.level, touched=bool(state))
        merged[0] = first.model_copy(update={"links": made})
    return Splice(gap.section, gap.first, len(old), tuple(merged), label, knows_links=True)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands before and behind a gap; `number` is the bare number in it that what comes takes over, "" for none."""

    above: tuple[Paragraph, ...] = ()
    below: tuple[Paragraph, ...] = ()
    number: str = ""


def around(paragraphs: Sequence[Paragraph], gap: Gap) -> Around:
    """Return what stands around a gap among the paragraphs of its section, with the words that stay before it."""
    above, below = tuple(paragraphs[: gap.first]), tuple(paragraphs[gap.last + 1 :])
    if numbering.is_alone(gap.head):
        return Around(above, below, "" if gap.tail.strip() else gap.head)
    return Around((*above, Paragraph(text=gap.head)) if gap.head.strip() else above, below)


def standing(place: Around, new: Sequence[Paragraph], *, counts_on: bool = True) -> list[Paragraph]:
    """Return paragraphs from elsewhere as they will stand there: with the bare number, and counted on behind it.

    Where nothing `counts_on`, their numbers are left as they are but for the bare one.
    """
    if not new:
        return []
    first = _behind_number(place.number, new[0])
    if not counts_on:
        return [first or new[0], *new[1:]]
    fixed = [first] if first else []
    more = new[len(fixed) :]
    return [*fixed, *renumbering.counted_on([*place.above, *fixed], more, place.below)]


def _behind_number(number: str, piece: Paragraph) -> Paragraph | None:
    """Return a piece with a bare number in place of its own, None where it has one of another level, or none is there."""
    there, own = numbering.read(number), numbering.read(piece.text)
    if there is None or (own and own.level != there.level):
        return None
    words = piece.text[own.end :] if own else piece.text
    text = numbering.put_before(there.writing.strip(), words)
    return piece.model_copy(update={"text": text, "level": piece.level if own else there.level})


def stands_apart(gap: Gap, first: Paragraph) -> bool:
    """Return whether what is put in stands by itself: it begins with a number, and comes behind the end of a paragraph."""
    is_end = bool(gap.head.strip()) and not gap.tail and not numbering.is_alone(gap.head)
    return is_end and numbering.read(first.text) is not None


def ends(old: Sequence[Paragraph], gap: Gap) -> tuple[Paragraph, Paragraph]:
    """Return what stays of the first and the last paragraph of a gap, before it and behind it."""
    if not old:
        return Paragraph(text=""), Paragraph(text="")
    length = len(old[-1].text)
    return part(old[0], 0, len(gap.head)), part(old[-1], length - len(gap.tail), length)


def end_of(report: Report, gap: Gap, edit: Splice) -> tuple[int, int]:
    """Return the paragraph in which what was put in ends, and after how many characters; the edit is made already."""
    section = report.section(gap.section)
    if section is None:
        raise KeyError(gap.section)
    last = min(gap.last + len(edit.inserted) - edit.removed, len(section.paragraphs) - 1)
    return last, len(section.paragraphs[last].text) - len(gap.tail)
