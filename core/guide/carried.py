"""What the guide says of last year's figures: which they are, and why one of them comes to none."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from core import numbers
from core.guide.answers import Answers, figure_of, moved_figure
from core.guide.questions import Guide, Question
from core.report import Report
from core.template import Template

_MOST_NAMED = 2


def carried_words(guide: Guide, question: Question, report: Report) -> str:
    """Return the figures of a question carried from last year: the one that all are, else which is which."""
    known = guide.template.cells
    cells = [cell for cell in guide.cells(question) if report.states.get(cell) == "carried"]
    texts = dict.fromkeys(report.text(cell) for cell in cells)
    if len(texts) < 2:
        unit = known[question.number].unit if question.number else ""
        return f"{''.join(texts)} {unit}".rstrip()
    told = [cell for cell in cells if numbers.read(report.text(cell)) != 0]
    parts = [cell for cell in told if not known[cell].sums] or told
    named = zip(column_names(guide.template, parts), parts, strict=True)
    words = [f"{name} {report.text(cell)}" for name, cell in named]
    rest = "等" if len(words) > _MOST_NAMED else "，其余 0" if len(told) < len(cells) else ""
    return "、".join(words[:_MOST_NAMED]) + rest


def column_names(template: Template, cells: Iterable[str]) -> list[str]:
    """Return what tells cells of one question from each other: their columns, in a table of one column their rows."""
    both = [(template.cells[cell].row[-1], template.cells[cell].column[-1]) for cell in cells]
    one_column = len({column for _, column in both}) < len(both)
    return [row if one_column else column for row, column in both]


def too_little(guide: Guide, question: Question, answers: Answers, report: Report) -> str:
    """Return why a figure that more was taken from than was there comes to none, "" where it comes to one."""
    moved = moved_figure(question, answers, report) if question.plus or question.minus else None
    if moved is None or moved >= 0:
        return ""
    unit = guide.template.cells[question.number].unit

    def told(figure: Decimal) -> str:
        return f"{numbers.plain(figure)} {unit}".rstrip()

    more, less = (_sum(names, answers) for names in (question.plus, question.minus))
    added = f"加今年 {told(more)}" if more else ""
    before = numbers.read(report.text(question.number)) or Decimal()
    return f"去年 {told(before)}{added}，不够减 {told(less)}，请核对"


def _sum(names: Sequence[str], answers: Answers) -> Decimal:
    return sum(filter(None, (figure_of(answers.get(name)) for name in names)), Decimal())
