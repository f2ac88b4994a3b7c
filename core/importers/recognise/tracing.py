"""Traces of title, office, year and prose, and the lines of the source beside them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from core import numbering
from core.importers.document import Document, Grid, GridCell, Text, cells_of
from core.importers.recognise import offices, planted, titles
from core.importers.recognise.body import Body, Line
from core.importers.recognise.figures import is_amount_or_unit
from core.importers.recognise.tables import Match
from core.importers.recognise.titles import Title
from core.importers.recognise.trace import SourceLine, Sureness, Trace
from core.importers.recognise.years import Year
from core.labels import plain_words, unspaced

BARE = "这一段只有一个数或一个单位，像是表格里的一格，请对照原文"
_BROKEN = "这一段的末尾是“{}”，和后面一段可能本是一段，请对照原文"
_GOES_ON = "，、,"  # what a paragraph does not end with
_LONGEST = 4_000
_MOST_LINES = 20_000
_LONGEST_SOURCE = 500
_WRAPPED = "原文按固定宽度断行，已接成一段"
_TITLE_PARTS = "标题在原文里分成几行，已接上"
_TWO_TOWNS = "标题里连着有两个乡镇的名称，有一个可能不是标题里的"
_PLANTED = "标题里的“{}”像是被植入的广告文字，请对照原文改好"
_SHORT = "“{}”后面没有“人民政府”“办事处”这样的字，不像单位全称"
_OFFICE = "标题里没有单位全称，取自正文、填报单位或落款"


@dataclass(frozen=True, slots=True)
class Texts:
    """The lines of text by their places, and of joined ones all the lines they take."""

    texts: Mapping[int, Text]
    joined: Mapping[int, tuple[int, ...]]

    def lines(self, place: int) -> tuple[int, ...]:
        """Return the lines of the source that the text at that place takes."""
        return self.joined.get(place) or tuple(line for line in (self.texts[place].line,) if line)


def of_report(texts: Texts, title: Title, office: str, year: Year, body: Body) -> tuple[Trace, ...]:
    """Return the traces of everything but the cells."""
    found = list(_of_card(texts, title, office, year))
    for part in body.parts:
        found += [
            _of_paragraph(texts, f"{part.id}/{index}", line, _broken(line, after))
            for index, (line, after) in enumerate(zip_longest(part.lines, part.lines[1:]))
        ]
    return tuple(found)


def _of_card(texts: Texts, title: Title, office: str, year: Year) -> Iterator[Trace]:
    title_lines = tuple(line for place in title.taken for line in texts.lines(place))
    twice = _TWO_TOWNS if titles.has_two_towns(title.text) else ""
    if title.text:
        words = planted.find(title.text)
        doubt = next((texts.texts[place].doubt for place in title.taken if texts.texts[place].doubt), "")
        doubt = (_PLANTED.format(words) if words else "") or doubt or twice
        reason = doubt or (_TITLE_PARTS if len(title.taken) > 1 else "")
        yield Trace("title", title_lines, _sureness(doubt, reason), reason, title.text)
    if office:
        short = "" if offices.is_whole(office) else _SHORT.format(office)
        if unspaced(office) in unspaced(title.text):
            doubt = twice or short
            yield Trace("unit", title_lines, _sureness(doubt, doubt), doubt, title.text)
        else:
            yield _named(texts, "unit", office, _sureness(short, _OFFICE), short or _OFFICE)
    if str(year.value) in title.text or (title.text and year.sure == "sure"):
        yield Trace("year", title_lines, year.sure, year.reason, title.text)
    else:
        yield _named(texts, "year", f"{year.value}年", year.sure, year.reason)


def _named(texts: Texts, target: str, words: str, sure: Sureness, reason: str) -> Trace:
    """Return the trace of something that the first line with these words names."""
    for place, text in texts.texts.items():
        if words in unspaced(plain_words(text.text)):
            return Trace(target, texts.lines(place), sure, reason, text.text.strip()[:_LONGEST_SOURCE])
    return Trace(target, (), sure, reason, words)


def _broken(line: Line, after: Line | None) -> str:
    """Return the doubt whether a paragraph goes on in the one behind it, "" where it surely ends."""
    last = line.text.text.strip()[-1:]
    if after is None or not last or last not in _GOES_ON or numbering.read(after.text.text, doubtful=True):
        return ""
    return _BROKEN.format(last)


def _of_paragraph(texts: Texts, target: str, line: Line, broken: str = "") -> Trace:
    lines = texts.lines(line.place)
    words = line.text.text.strip()
    doubt = line.text.doubt or (BARE if is_amount_or_unit(words) else "") or broken
    reason = doubt or line.reason or (_WRAPPED if len(lines) > 1 else "")
    return Trace(target, lines, _sureness(doubt, reason), reason, words[:_LONGEST_SOURCE])


def _sureness(doubt: str, reason: str) -> Sureness:
    return "unsure" if doubt else "likely" if reason else "sure"


def source_lines(document: Document) -> tuple[SourceLine, ...]:
    """Return the lines of the source as they are shown, a row of a table in one."""
    found: list[SourceLine] = []
    for element in document.elements:
        if len(found) >= _MOST_LINES:
            break
        if isinstance(element, Text):
            found.append(_line(element))
        elif isinstance(element, Grid):
            found += [_row(row) for row in element.rows if any(cell.text.strip() for cell in row)]
        else:
            cells = (cell for cell in cells_of(element) if cell.text.strip())
            found += [SourceLine(cell.line, cell.text.strip()[:_LONGEST], cell.page, True) for cell in cells]
    return tuple(found)


def left_over(source: tuple[SourceLine, ...], body: Body, match: Match) -> tuple[SourceLine, ...]:
    """Return the lines of the source that stand nowhere in the report but in its notes."""
    found = [_line(text) for text in body.left]
    found += [line for line in source if line.table and line.line in match.lost]
    return tuple(sorted(found, key=lambda one: one.line))


def _line(text: Text) -> SourceLine:
    return SourceLine(text.line, text.text.strip()[:_LONGEST], text.page)


def _row(row: tuple[GridCell, ...]) -> SourceLine:
    words = " | ".join(" ".join(cell.text.split()) for cell in row)
    line = next((cell.line for cell in row if cell.line), 0)
    page = next((cell.page for cell in row if cell.page), 0)
    return SourceLine(line, words[:_LONGEST], page, table=True)
