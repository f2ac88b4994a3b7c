"""Texts and tables of any source made into a report: by their labels, headings and words, never by their places."""

from collections.abc import Mapping, Sequence

from core.errors import InputError, UsageError, YearWantedError
from core.importers import gate
from core.importers.document import Document, Element, Text, rows_of, size
from core.importers.keys import words_of_forms
from core.importers.recognise import (
    annexes,
    body,
    captions,
    choice,
    frame,
    invisible,
    numbered,
    offices,
    outline,
    own_pictures,
    tables,
    titles,
    tracing,
    turned,
    wrapped,
    years,
)
from core.importers.recognise.annexes import Annex
from core.importers.recognise.body import Body, Ground
from core.importers.recognise.numbered import Heading
from core.importers.recognise.reading import Reading
from core.importers.recognise.tables import Match
from core.importers.recognise.titles import Title
from core.importers.recognise.trace import SourceLine, TemplateScore, Trace
from core.importers.recognise.years import Year
from core.report import Note, Report, Unit
from core.template import Library, Template
from core.template.model import LAST_YEAR

_LONGEST_HEAD = 40
_MOST_LINES = 20_000
_MOST_TABLES = 500
_MOST_CELLS = 300_000


def recognise(
    document: Document,
    library: Library,
    name: str,
    *,
    template_id: str | None = None,
    year: int | None = None,
) -> Reading:
    """Return the report that the document is; InputError where it is none or does not say its year.

    `name` is the file's, for the errors; `template_id` and `year` are believed rather than the document.
    """
    if _is_vast(document):
        raise gate.too_much(name)
    templates = list(library)
    pictures = own_pictures.taken_out(document.elements)
    joined = _joined(pictures.rest, templates)
    elements, texts = joined.elements, joined.texts
    contents = numbered.contents(texts)
    title = _title(texts, contents)
    asked = library.get(template_id) if template_id else None
    matches = choice.matches(elements, templates)
    report_year = _year(title, texts, name, known=choice.best_match(matches, None), told=year)
    found = choice.best_match([one for one in matches if asked in (None, one.template)], report_year.value)
    chosen = _choose(library, asked, found, report_year.value)
    match = _match(found, chosen.template, elements)
    heads = annexes.find(chosen.template, match.tables_at, texts)
    table_names = captions.find(match, texts)
    taken = set(title.taken).union(table_names, *(annex.taken for annex in heads.values()))
    rest = {place: text for place, text in texts.items() if place not in taken}
    headings = outline.headings(_without(_below(rest, title), contents), chosen.template)
    _is_a_report(name, title, match, headings)
    read = body.read(rest, _ground(chosen.template, title, headings, match, contents))
    report = _report(chosen, report_year.value, title, match, heads, read)
    report.unit = Unit(name=_office(title, heads, read, rest))
    names = captions.note(table_names, texts)
    report.notes = [*_notes(document, chosen, match, read, report), *names, *pictures.notes]
    source = tracing.source_lines(document)
    prose = tracing.of_report(tracing.Texts(texts, joined.lines), title, report.unit.name, report_year, read)
    return Reading(
        report,
        tables.figures_in(elements),
        match.numbers_placed,
        document.characters,
        _placed(texts, taken, headings, read) + match.characters + pictures.characters,
        (*prose, *match.traces.values()),
        source,
        tracing.left_over(source, read, match),
        choice.scores(templates, matches, chosen.template, report_year.value),
    )


def _is_vast(document: Document) -> bool:
    """Return whether there is more than could be looked through in seconds: ten times the longest report, at least."""
    lines = sum(isinstance(one, Text) for one in document.elements)
    found = [one for one in document.elements if not isinstance(one, Text)]
    cells = sum(len(row) for table in found for row in rows_of(table))
    return lines > _MOST_LINES or len(found) > _MOST_TABLES or cells > _MOST_CELLS


def _joined(elements: Sequence[Element], templates: list[Template]) -> wrapped.Joined:
    """Return the elements as they were meant: frames, turned tables and broken lines undone."""
    unframed = frame.unframed(elements, words_of_forms(templates))
    return wrapped.joined(turned.turned(list(unframed), templates))


def _match(found: Match | None, template: Template, elements: Sequence[Element]) -> Match:
    """Return what the chosen form takes from the tables, each large table of something else noted as a whole."""
    match = found if found and found.template is template else tables.match(elements, template)
    tables.leave_out_strange(match)
    return match


def _without(texts: Mapping[int, Text], places: set[int]) -> dict[int, Text]:
    return {place: text for place, text in texts.items() if place not in places}


def _below(texts: Mapping[int, Text], title: Title) -> dict[int, Text]:
    """Return the lines below the title: what stands above it opens no section, however it reads."""
    return {place: text for place, text in texts.items() if not title.taken or place > min(title.taken)}


def _title(texts: Mapping[int, Text], contents: set[int]) -> Title:
    """Return the title with the places of its lines among all elements."""
    first = numbered.first(_without(texts, contents))
    above = [place for place in texts if first is None or place < first]
    title = titles.find([texts[place] for place in above])
    return Title(title.text, tuple(above[index] for index in title.taken))


def _year(
    title: Title, texts: Mapping[int, Text], name: str, *, known: Match | None, told: int | None
) -> Year:
    """Return the year that was told, else the one that the document names."""
    if told is not None:
        if not 1 <= told <= LAST_YEAR:
            raise UsageError(f"没有 {told} 年的报告，没有读入。请检查指明的年份。")
        return Year(told)
    plain = [text.text for text in texts.values()]
    heads = [text for text in plain if len(text) <= _LONGEST_HEAD and "年度" in text]
    year = years.find(title.text, heads, plain)
    if year is None:
        if not title.text and not known and numbered.first(texts) is None:
            raise _no_report(name)
        raise YearWantedError(f"“{name}”里没有写明是哪一年的报告，没有读入。请在读入时指明报告年份。")
    return year


def _choose(library: Library, asked: Template | None, found: Match | None, year: int) -> choice.Choice:
    if asked:
        return choice.Choice(asked)
    return choice.of_tables(found.template, year) if found else choice.of_year(library, year)


def _is_a_report(name: str, title: Title, match: Match, headings: Mapping[int, Heading]) -> None:
    if not title.text and not match.found and not any(heading.section for heading in headings.values()):
        raise _no_report(name)


def _no_report(name: str) -> InputError:
    return InputError(
        f"“{name}”里没有找到报告的标题、章节或统计表，看来不是年度报告，没有读入。请检查是否选错了。"
    )


def _ground(
    template: Template, title: Title, headings: Mapping[int, Heading], match: Match, contents: set[int]
) -> Ground:
    annex_ids = {table.id for table in template.tables if table.is_annex}
    annexed = [place for place, ids in match.tables_at.items() if ids & annex_ids]
    title_at = title.taken[0] if title.taken else -1
    return Ground(template, title.text, title_at, headings, max(annexed, default=None), frozenset(contents))


def _report(
    chosen: choice.Choice, year: int, title: Title, match: Match, heads: Mapping[str, Annex], read: Body
) -> Report:
    sections, notes = body.arranged(read, chosen.template)
    return Report(
        template=chosen.template.id,
        template_version=chosen.template.version,
        year=year,
        title=title.text,
        sections=sections,
        values=match.values,
        heads={table_id: annex.head for table_id, annex in heads.items()},
        notes=notes,
    )


def _office(title: Title, heads: Mapping[str, Annex], read: Body, rest: Mapping[int, Text]) -> str:
    filler = next((annex.head.filler for annex in heads.values() if annex.head.filler), "")
    signed = body.signed([read.signature])
    texts = [text.text for place, text in rest.items() if not title.taken or place > title.taken[0]]
    return offices.find(title.text, read.page_lines, filler, texts, signed)


def _notes(document: Document, chosen: choice.Choice, match: Match, read: Body, report: Report) -> list[Note]:
    """Return all notes: those on the whole report first, then those on its lines in their order."""
    general = [Note(message=chosen.remark)] if chosen.remark else []
    general += _lost_tables(chosen, match)
    if not report.unit.name:
        general.append(Note(message="没有找到报告单位的名称，请在报告信息里填写。"))
    said = [*document.remarks, *invisible.remarks(document)]
    remarks = [Note(message=one.message, source=one.source, line=one.line) for one in said]
    placed = sorted([*remarks, *read.notes, *match.notes], key=lambda note: note.line or 0)
    return [*general, *report.notes, *placed]


def _lost_tables(chosen: choice.Choice, match: Match) -> list[Note]:
    """Return the note on tables of the form that the source does not have, one for all."""
    found = set().union(*match.tables_at.values())
    lost = [table for table in chosen.template.tables if table.id not in found]
    if not lost:
        return []
    names = "、".join(table.name for table in lost)
    message = (
        f"原文里没有找到{names}的数字，这些表各格留空，请手工填写；表格可能是以图片贴在原文里的。"
        "别处有这张表的，复制过来按 Ctrl+Shift+V 也行。"
    )
    return [Note(message=message, kind="no_table", about=[table.id for table in lost])]


def _placed(texts: Mapping[int, Text], taken: set[int], headings: Mapping[int, Heading], read: Body) -> int:
    """Return how many characters of the prose stand in the title, the heads, the sections and the notes."""
    rests = sum(size(heading.rest) for heading in headings.values())
    whole_lines = sum(size(texts[place].text) for place in {*taken, *headings}) - rests
    paragraphs = sum(size(line.text.text) for part in read.parts for line in part.lines)
    return whole_lines + paragraphs + sum(size(text.text) for text in read.left)


__all__ = ["Reading", "SourceLine", "TemplateScore", "Trace", "recognise"]
