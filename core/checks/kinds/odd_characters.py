"""Characters that no font has a shape for: they are printed as boxes, in sentences, headings, names and tables."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.checks.case import Case, clipped
from core.checks.entry import Entry, Find, kind
from core.checks.kept import read_once
from core.checks.kinds.headings import start_of
from core.checks.mending import Slip, around, mend, places_of, spots_of
from core.checks.model import TITLE, Finding, Fix, HeadPlace, Place
from core.edits import Edit, SetCells, SetField, SetHead, SetSectionTitle
from core.labels import fold
from core.report import PREFACE, SIGNATURE, section_title
from core.template import Template

_BOX = "□"
_DEFAULT = "{spot}“{quote}”里有印不出来的字符，纸上是方框，请删去或者换成原来的字"
_Span = tuple[int, int]


class OddEntry(Entry):
    """What is printed as a box: `pattern`; `lost` is what stands for a character that was there.

    One that ends a text is stray where the words before it are `complete`.
    """

    pattern: str
    lost: str
    complete: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words outside of the paragraphs, where they stand, and the edit that puts others in their place.

    A heading is complete without a sign at its beginning or end; a name may have lost its first character.
    """

    text: str
    spot: str
    place: Place
    put: Callable[[str], Edit]
    is_heading: bool = False


class _Odd:
    """Finds the characters of a text, and tells which of them are surely nothing."""

    def __init__(self, entry: OddEntry) -> None:
        self._pattern = entry.late(entry.pattern)
        self._lost = entry.late(entry.lost)
        self._complete = entry.late(f"(?:{entry.complete})$")
        self.spans = read_once(self._spans)

    def is_in(self, text: str) -> bool:
        """Return whether such a character stands anywhere."""
        return bool(self._pattern.search(text))

    def boxed(self, text: str) -> str:
        """Return words as they are printed."""
        return clipped(self._pattern.sub(_BOX, text.strip()))

    def _spans(self, text: str, may_open: bool, is_heading: bool = False) -> tuple[tuple[_Span, bool], ...]:
        """Return where they stand, each with whether it can be left out; `may_open` is where lists have marks."""
        found = []
        for match in self._pattern.finditer(text):
            before, after = text[: match.start()].strip(), text[match.end() :].strip()
            ends = is_heading or bool(self._complete.search(before))
            is_stray = (ends and not after) if before else (may_open and bool(after))
            found.append((match.span(), is_stray and not self._lost.search(match.group())))
        return tuple(found)


@kind("odd_characters", OddEntry, "spot quote")
def odd_characters(entry: OddEntry, template: Template) -> Find:
    """Require that all words can be printed; a stray sign before or behind them can be taken away."""
    odd = _Odd(entry)
    cells = tuple(cell for cell in template.cells.values() if cell.kind == "text" and not cell.group)

    def find(case: Case) -> Iterator[Finding]:
        yield from _in_sentences(entry, odd, case)
        if odd.is_in(_outside(case)):  # one look at all these words costs less than one at each
            for piece in (*_headings(case), *_names(case)):
                yield from _in_piece(entry, odd, piece)
        for cell in cells:
            text = case.report.text(cell.id)
            place, spot = case.cell_place(cell.id), case.cell_name(cell)
            yield from _in_piece(entry, odd, _Piece(text, spot, place, _cell_put(cell.id)))

    return find


def _in_sentences(entry: OddEntry, odd: _Odd, case: Case) -> Iterator[Finding]:
    """Yield one finding of all stray signs with the edit for all, and one of those that may have been a character."""
    slips = [
        Slip(passage, *span, "" if is_stray else None, around(passage.text, *span))
        for passage in case.texts
        for span, is_stray in odd.spans(passage.text, passage.section not in (TITLE, SIGNATURE))
    ]
    for alike in ([one for one in slips if one.right == ""], [one for one in slips if one.right is None]):
        if alike:
            quote = odd.boxed(alike[0].place.quote)
            message = entry.words(_DEFAULT, spot=spots_of(case, alike), quote=quote)
            fix = mend(case, alike, _label(len(alike)))
            found = alike[0].passage.text[alike[0].start : alike[0].end]
            yield entry.finding(message, places_of(alike), found=found, fix=fix)


def _in_piece(entry: OddEntry, odd: _Odd, piece: _Piece) -> Iterator[Finding]:
    spans = odd.spans(piece.text, piece.is_heading, piece.is_heading)
    if not spans:
        return
    message = entry.words(_DEFAULT, spot=piece.spot, quote=odd.boxed(piece.text))
    fix = None
    if all(is_stray for _, is_stray in spans):
        text = piece.text
        for (start, end), _ in reversed(spans):
            text = text[:start] + text[end:]
        fix = Fix(_label(len(spans)), piece.put(text.strip()), len(spans))
    yield entry.finding(message, (piece.place,), found=piece.text, fix=fix)


def _label(count: int) -> str:
    return "删去印不出来的字符" + (f"（{count} 处）" if count > 1 else "")


def _outside(case: Case) -> str:
    """Return the words outside of paragraphs and cells, a line each."""
    heads = case.report.heads.values()
    titles = (section.source_title for section in case.report.sections)
    lines = (words for head in heads for words in (head.title, head.period, head.filler))
    return "\n".join((case.report.unit.name, *titles, *lines))


def _headings(case: Case) -> Iterator[_Piece]:
    """Yield the titles of sections as far as they are printed as the report words them."""
    for section in case.report.sections:
        title = section.source_title
        if section.id in (PREFACE, SIGNATURE) or title != section_title(case.template, section):
            continue
        yield _Piece(
            title, "章节标题", start_of(case, section.id), _title_put(case, section.id), is_heading=True
        )


def _title_put(case: Case, section_id: str) -> Callable[[str], Edit]:
    """Return what words a title; where that is how the form words it, it is the form's again."""
    known = case.template.sections_by_id.get(section_id)
    official = fold(known.title) if known else ""
    return lambda text: SetSectionTitle(section_id, "" if fold(text) == official else text, "改正标题")


def _names(case: Case) -> Iterator[_Piece]:
    """Yield the name of the office and the lines above the annex tables."""
    unit, at_title = case.report.unit, case.title.place(0, 0)
    yield _Piece(unit.name, "单位名称", at_title, lambda text: SetField("office", text, "改正单位名称"))
    for table in case.template.tables:
        head = case.report.heads.get(table.id)
        for field in ("title", "period", "filler") if head else ():
            words = str(getattr(head, field))
            place = HeadPlace(table.id, field, words)
            yield _Piece(words, f"{table.name}上方的", place, _head_put(case, table.id, field))


def _head_put(case: Case, table_id: str, field: str) -> Callable[[str], Edit]:
    head = case.report.heads[table_id]
    return lambda text: SetHead(table_id, head.model_copy(update={field: text}), "改正表头")


def _cell_put(cell_id: str) -> Callable[[str], Edit]:
    return lambda text: SetCells({cell_id: text}, "改正单元格")
