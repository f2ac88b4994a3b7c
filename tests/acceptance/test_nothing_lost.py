"""Nothing lost: every sentence and every figure of generated reports stands in each exported file, in its place."""

import random
from collections import Counter
from collections.abc import Iterator

import pytest

from core import checks, numbers
from core.checks import Checker
from core.checks.sheet import sheet
from core.export import FORMATS
from core.layout import lay_out
from core.report import SIGNATURE, Report, section_number, section_title
from core.template import Library, Template, grid
from tests.acceptance.readers import READERS, Cells, Found, squeezed
from tests.layout.docx_reports import generated
from tests.samples import IDS

REPORTS, SOAK = 40, 1000
ODD = ("=1+1", "－3", "+2", "1,234", "１２", "0.360", "007", "约12", "/", "@x", "25.1万元", "123456789012345")
SENTENCES = (
    "=SUM(A1:A9)是一个公式。",
    "垟头村、㙍上村由专人负责<核对>&“存档”。",
    "- 加号+开头的句子也是句子。",
)


def made(library: Library, number: int) -> tuple[Template, Report]:
    """Return a report with figures and sentences that are easily lost."""
    template_id = list(IDS)[number % len(IDS)]
    template, report = generated(library, template_id, number)
    dice = random.Random(number)
    for cell in dice.sample(list(template.cells), min(6, len(template.cells))):
        if not template.cells[cell].group:
            report.values[cell] = dice.choice(ODD)
    for _, _, paragraph in report.paragraphs():
        if paragraph.level == 0 and dice.random() < 0.1:
            paragraph.text = dice.choice(SENTENCES)
    return template, report


def sentences(template: Template, report: Report) -> Iterator[str]:
    """Yield title, headings and paragraphs in the order of the report."""
    yield report.title
    for section in report.sections:
        number = section_number(template, report, section)
        if number:
            yield f"{number}、{section_title(template, section)}"
        yield from (paragraph.text for paragraph in section.paragraphs)


def lost_words(found: Found, wanted: list[str]) -> list[str]:
    """Return the sentences that do not follow one another in the file."""
    at, lost = 0, []
    for words in wanted:
        place = found.prose.find(words, at)
        if place < 0:
            lost.append(words)
        else:
            at = place + len(words)
    return lost


def lost_cells(found: Found, template: Template, report: Report) -> list[str]:
    """Return the labels and figures that do not stand where the form has them, and what stands where it has none."""
    lost = []
    for number, table in enumerate(template.tables):
        cells = grid.of(table).cells
        top = _top(found.tables[number], next(cell.text for cell in cells if cell.text))
        for cell in cells:
            wanted = report.text(cell.cell) if cell.cell else cell.text
            there = found.tables[number].get((top + cell.row, cell.column), "")
            if numbers.canonical(there) != numbers.canonical(wanted):
                lost.append(f"{table.id} {cell.row} {cell.column}: {wanted!r} is {there!r}")
    return lost


def _top(cells: Cells, first: str) -> int:
    """Return the row in which the form begins; lines may stand above it on the same sheet."""
    return min(row for (row, _), words in cells.items() if words == first)


def uncounted(found: Found, template: Template, report: Report) -> list[str]:
    """Return the labels and figures that are fewer in the file than in the form."""
    wanted: Counter[str] = Counter()
    for table in template.tables:
        for cell in grid.of(table).cells:
            wanted[squeezed(report.text(cell.cell) if cell.cell else cell.text)] += 1
    return list(wanted - found.counted - Counter({"": wanted[""]}))


def losses(library: Library, checkers: dict[str, Checker], number: int) -> list[str]:
    """Return what is lost of a generated report in any of its files."""
    template, report = made(library, number)
    document = lay_out(template, report)
    checker = checkers.setdefault(template.id, checks.for_template(library, template.id))
    checked = sheet(checker, report)
    wanted = [words for words in map(squeezed, sentences(template, report)) if words]
    lost = []
    for one in FORMATS:
        found = READERS[one.id](one.write(document, checked))
        said = lost_words(found, wanted)
        said += lost_cells(found, template, report) if found.tables else []
        said += uncounted(found, template, report) if found.counted is not None else []
        lost += [f"{number} {one.id}: {words}" for words in said]
    return lost


@pytest.fixture(scope="module")
def checkers() -> dict[str, Checker]:
    """The checkers of the forms, made when first needed."""
    return {}


@pytest.mark.parametrize("number", range(REPORTS))
def test_every_sentence_and_figure_is_found_again_in_every_file(library, checkers, number):
    assert losses(library, checkers, number) == []


@pytest.mark.soak
@pytest.mark.parametrize("first", range(0, SOAK, 50))
def test_every_sentence_and_figure_of_a_thousand_reports_is_found_again(library, checkers, first):
    assert [said for number in range(first, first + 50) for said in losses(library, checkers, number)] == []


def test_a_lost_figure_and_a_lost_sentence_are_noticed(library):
    # given
    template, report = made(library, 0)
    document = lay_out(template, report)
    section = next(one for one in report.sections if one.paragraphs and one.id != SIGNATURE)

    # when
    section.paragraphs[0].text += "后来加上的一句。"
    cell = next(one.id for one in template.cells.values() if not one.group)
    report.values[cell] = "98765"

    # then
    wanted = [words for words in map(squeezed, sentences(template, report)) if words]
    for one in FORMATS:
        found = READERS[one.id](one.write(document))
        assert len(lost_words(found, wanted)) == 1
        assert (
            len(lost_cells(found, template, report) if found.tables else uncounted(found, template, report))
            == 1
        )
