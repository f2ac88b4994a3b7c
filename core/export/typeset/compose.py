"""Blocks turned into strips: each kind of block by the rules of the style sheet."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from core.blocks import (
    Anchor,
    Annex,
    Block,
    Figure,
    Heading,
    Paragraph,
    Run,
    SignOff,
    TableBlock,
    Title,
    is_below_text,
)
from core.export.typeset.figures import figure
from core.export.typeset.marks import Bookmark, PageBreak, Strip
from core.export.typeset.setting import SetLine, Setter
from core.export.typeset.tables import LaidTable, lay_table

Piece = Strip | PageBreak | LaidTable

_ANNEX_TITLE_LINE = 3  # GB/T 9704 7.3.7


def compose(setter: Setter, blocks: Iterable[Block]) -> list[Piece]:
    """Return the strips and tables of a document in order."""
    pieces: list[Piece] = []
    below: int | None = None  # where what stands below the text begins
    known = list(blocks)
    for block, following in zip_longest(known, known[1:]):
        if not is_below_text(block):
            below = None
        else:
            below = len(pieces) if below is None else below
            _hold(pieces, below)
        pieces.extend(_pieces(setter, block, following))
    return pieces


def _pieces(setter: Setter, block: Block, following: Block | None) -> Iterator[Piece]:
    match block:
        case Title(text):
            yield from _title(setter, text, "title", None)
            yield Strip(setter.style.roles["title"].after, on_grid=False)
        case Heading(level, text, anchor):
            yield from _heading(setter, level, text, anchor)
        case Paragraph():
            yield from _paragraph(setter, block, following)
        case TableBlock():
            around = setter.style.table.around
            yield Strip(around, on_grid=False, keep=True)
            yield lay_table(setter, block)
            yield Strip(around, on_grid=False, starts_grid=True)
        case Figure():
            yield from figure(setter, block)
        case Annex():
            yield PageBreak()
            yield from _annex(setter, block)
        case SignOff():
            yield from _sign_off(setter, block)


def _title(setter: Setter, text: str, role: str, anchor: Anchor | None) -> Iterator[Strip]:
    look = setter.style.roles[role]
    pitch = look.line_pitch or setter.style.page.line_pitch
    for index, line in enumerate(setter.title(text, role, setter.measure)):
        words = line.at((setter.measure - line.width) / 2, setter.base_line(look, pitch))
        bookmark = Bookmark(0, " ".join(text.split())) if not index else None
        yield Strip(pitch, words, anchor, bookmark, on_grid=False, keep=True)


def _heading(setter: Setter, level: int, text: str, anchor: Anchor) -> Iterator[Strip]:
    lines = _body_lines(setter, (Run(text, f"heading{level}"),), anchor, keep=True)
    for index, strip in enumerate(lines):
        yield strip if index else replace(strip, bookmark=Bookmark(level, " ".join(text.split())))


def _paragraph(setter: Setter, paragraph: Paragraph, following: Block | None) -> Iterator[Strip]:
    """Yield the lines of a paragraph; the last one stays with what it heads, or is held with, as in Word.

    So do all lines of one that leads to a table.
    """
    if paragraph.is_annex_note:
        yield from _annex_note(setter, paragraph)
        return
    lead = paragraph.is_lead
    strips = list(_body_lines(setter, paragraph.runs, paragraph.anchor, justify=True, keep=lead))
    yield from strips[:-1]
    if strips:
        yield replace(strips[-1], keep=lead or paragraph.heads(following) or paragraph.is_held)


def _annex_note(setter: Setter, paragraph: Paragraph) -> Iterator[Strip]:
    """Yield an empty line, then the note, whose further lines begin under the first character of the name.

    The second annex and all after it follow at once, under the number of the first.
    """
    role = setter.style.roles["annex_note"]
    indent = role.indent * setter.em(role) + setter.width(paragraph.under, "annex_note")
    hanging = setter.width(paragraph.annex_mark, "annex_note")
    if not paragraph.under:
        yield Strip(setter.style.page.line_pitch, keep=True)
    yield from _body_lines(
        setter, paragraph.runs, paragraph.anchor, left=indent + hanging, indent=-hanging, justify=True
    )


def _body_lines(
    setter: Setter,
    runs: tuple[Run, ...],
    anchor: Anchor,
    *,
    left: float = 0,
    indent: float | None = None,
    justify: bool = False,
    keep: bool = False,
) -> Iterator[Strip]:
    """Yield the lines of a paragraph, `left` in; the first starts `indent` further, by default the role's."""
    role = setter.style.roles[runs[0].role]
    pitch = setter.style.page.line_pitch
    first = role.indent * setter.em(role) if indent is None else indent
    for line in setter.lines(runs, setter.measure - left, indent=first, justify=justify):
        yield Strip(pitch, line.at(left, setter.base_line(role, pitch)), anchor, keep=keep)


def _annex(setter: Setter, annex: Annex) -> Iterator[Strip]:
    pitch = setter.style.page.line_pitch
    mark = setter.style.roles["annex_mark"]
    lines = list(setter.lines([Run(annex.mark, "annex_mark")], setter.measure))
    for line in lines:
        yield Strip(pitch, line.at(0, setter.base_line(mark, pitch)), annex.anchor, keep=True)
    empty = _ANNEX_TITLE_LINE - 1 - len(lines)
    if lines and empty > 0:
        yield Strip(empty * pitch, keep=True)
    yield from _title(setter, annex.title, "annex_title", annex.anchor)
    for text in annex.lines:
        yield from _annex_line(setter, text, annex.anchor)


def _annex_line(setter: Setter, text: str, anchor: Anchor) -> Iterator[Strip]:
    """Yield a line above the table; what stands in brackets, the period, is centred under the title."""
    look = setter.style.roles["annex_line"]
    pitch = look.line_pitch or setter.style.page.line_pitch
    is_centred = text.startswith("（") and text.endswith("）")
    for line in setter.lines([Run(text, "annex_line")], setter.measure):
        x = (setter.measure - line.width) / 2 if is_centred else 0
        yield Strip(pitch, line.at(x, setter.base_line(look, pitch)), anchor, on_grid=False, keep=True)


def _sign_off(setter: Setter, block: SignOff) -> Iterator[Strip]:
    """Yield room for the seal, the name centred on the date, and the date four characters from the right."""
    roles, sign = setter.style.roles, setter.style.sign
    pitch = setter.style.page.line_pitch
    names = list(setter.lines([Run(block.name, "sign_name")], setter.measure))
    dates = list(setter.lines([Run(block.date, "sign_date")], setter.measure))
    middle = _middle(setter, names, dates)
    yield from (Strip(pitch, keep=True) for _ in range(sign.blank_lines))
    placed = [(line, roles["sign_name"]) for line in names] + [(line, roles["sign_date"]) for line in dates]
    for index, (line, role) in enumerate(placed):
        words = line.at(middle - line.width / 2, setter.base_line(role, pitch))
        yield Strip(pitch, words, block.anchor, keep=index < len(placed) - 1)


def _middle(setter: Setter, names: list[SetLine], dates: list[SetLine]) -> float:
    """Return the axis of name and date; a long name pushes both to the left, never out of the type area."""
    room = setter.style.sign.right * setter.pitch
    date = max((line.width for line in dates or names), default=0.0)
    name = max((line.width for line in names), default=0.0)
    return min(setter.measure - room - date / 2, setter.measure - max(name, date) / 2)


def _hold(pieces: list[Piece], below: int) -> None:
    """Let the last line of the text stay with what is below it: no page carries annexes and signature alone."""
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        if not isinstance(piece, Strip):
            return
        pieces[index] = replace(piece, keep=True)
        if piece.marks and index < below:
            return
