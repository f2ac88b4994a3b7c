"""What the clerk answers: none, some, as carried from last year, or a figure; and what the report answers itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from core import numbers, totals
from core.guide.questions import Guide, Question
from core.report import PREFACE, SIGNATURE, Report
from core.template import Cell, Template


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer; `number` is the figure as typed where that was asked."""

    kind: Literal["none", "some", "carried", "number"]
    number: str = ""


NONE, SOME, CARRIED = Answer("none"), Answer("some"), Answer("carried")
Answers = Mapping[str, Answer]


def amount(text: str) -> Answer:
    """Return the answer that a typed figure is: 0 says none."""
    return NONE if numbers.read(text) == 0 else Answer("number", numbers.canonical(text))


def is_fresh(template: Template, report: Report) -> bool:
    """Return whether the guide has all of a report before it: no cell has a figure that was blank to begin with.

    What came from last year may be ticked off or moved on, and words may be written. Where the form has no cells,
    it is the words that nobody has looked at yet.
    """
    if not template.cells:
        texts = (one for section, _, one in report.paragraphs() if section.id not in (PREFACE, SIGNATURE))
        return all(one.state == "carried" for one in texts)
    typed = (cell for cell in report.values if not report.states.get(cell))
    return all(numbers.is_blank(report.text(cell)) or _follows(template, report, cell) for cell in typed)


def _follows(template: Template, report: Report, cell: str) -> bool:
    """Return whether a figure is a total that follows its terms."""
    known = template.cells.get(cell)
    return known is not None and _is_computed(known, report)


def figures(guide: Guide, report: Report) -> dict[str, Answer]:
    """Return the answers that stand in the cells already: figures typed, and those carried from last year."""
    found = {question.id: _standing(guide, question, report) for question in guide.questions}
    return {name: answer for name, answer in found.items() if answer is not None}


def _standing(guide: Guide, question: Question, report: Report) -> Answer | None:
    cells = guide.cells(question)
    texts = [report.text(cell) for cell in cells]
    if not cells or any(numbers.is_blank(text) for text in texts):
        return None
    if all(numbers.read(text) == 0 for text in texts) and not _moved(question):
        return NONE
    if is_carried(guide, question, report):
        return CARRIED
    if _is_older(guide, question, report):
        return None
    if question.number and cells == (question.number,):
        return amount(texts[0])
    return SOME


def is_carried(guide: Guide, question: Question, report: Report) -> bool:
    """Return whether all figures of a question are as carried from last year, computed totals aside.

    A figure that the events of the year move is of last year only where no year lies between.
    """
    return _is_all_carried(guide, question, report) and not _is_older(guide, question, report)


def _is_all_carried(guide: Guide, question: Question, report: Report) -> bool:
    known = guide.template.cells
    cells = [cell for cell in guide.cells(question) if not _is_computed(known[cell], report)]
    return bool(cells) and all(report.states.get(cell) == "carried" for cell in cells)


def _is_older(guide: Guide, question: Question, report: Report) -> bool:
    """Return whether nobody knows what moved a carried figure in the years since."""
    before = report.carried_from()
    is_gap = before is not None and before.year < report.year - 1
    return is_gap and _moved(question) and _is_all_carried(guide, question, report)


def is_open(template: Template, report: Report, cell: str) -> bool:
    """Return whether nothing of this year stands in a cell: a computed total is as open as its terms."""
    if numbers.is_blank(report.text(cell)) or report.states.get(cell) == "carried":
        return True
    total = template.cells[cell]
    terms = {term for known in total.sums for term in known}
    return _is_computed(total, report) and all(is_open(template, report, term) for term in terms)


def _is_computed(cell: Cell, report: Report) -> bool:
    return bool(cell.sums) and totals.follows(report, cell)


def _moved(question: Question) -> bool:
    """Return whether what happened this year moves last year's figure: 0 of last year may be no 0 now."""
    return bool(question.plus or question.minus)


def rest_none(guide: Guide, answers: Answers) -> dict[str, Answer]:
    """Return the answers with all open questions answered with none, but those that are never none by the way.

    A stock, such as what is in force at the end of the year, is not gone because nothing happened.
    """
    return {one.id: NONE for one in guide.questions if one.rest and not _is_stock(guide, one)} | dict(answers)


def _is_stock(guide: Guide, question: Question) -> bool:
    cell = guide.template.cells.get(question.number)
    return cell is not None and cell.is_stock


def base(guide: Guide, question: Question, answers: Answers, report: Report) -> dict[str, str] | None:
    """Return the figures of a question that stay as carried, moved by what happened this year.

    None where a question that moves them is not answered with a figure.
    """
    cells = guide.cells(question)
    if not _moved(question):
        return {cell: report.text(cell) for cell in cells}
    moved = moved_figure(question, answers, report)
    return None if moved is None or moved < 0 else {question.number: numbers.plain(moved)}


def moved_figure(question: Question, answers: Answers, report: Report) -> Decimal | None:
    """Return last year's figure moved by what happened this year, None where one of them is not known."""
    before = numbers.read(report.text(question.number))
    more = [figure_of(answers.get(name)) for name in question.plus]
    less = [figure_of(answers.get(name)) for name in question.minus]
    if before is None or None in more or None in less:
        return None
    return before + sum(filter(None, more), Decimal()) - sum(filter(None, less), Decimal())


def figure_of(answer: Answer | None) -> Decimal | None:
    """Return the figure of an answer, None where it has none."""
    if answer is None:
        return None
    return Decimal() if answer.kind == "none" else numbers.read(answer.number)
