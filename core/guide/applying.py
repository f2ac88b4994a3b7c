"""The lines that are wanted, made one step that can be undone."""

import re
from collections.abc import Iterable, Iterator

from core import numbering, renumbering, totals
from core.edits import Edit, SetCells, Splice, Together
from core.guide.lines import Line
from core.guide.placing import LEVEL, headed
from core.report import Paragraph, Report, State
from core.template import Template

LABEL = "零报告向导"
_HEADING = re.compile(r"\s*[^。]{0,30}。\s*")


def edit(template: Template, report: Report, lines: Iterable[Line]) -> Together | None:
    """Return the one edit that makes the changes of these lines; None where there is nothing to change.

    A total that is computed follows its terms, whichever lines were left out; any other one stays as it is where
    one of its terms was left out.
    """
    wanted = [line for line in lines if line.changes]
    edits: list[Edit] = []
    values = _with_totals(template, report, _values(report, wanted))
    if values:
        edits.append(SetCells(values, LABEL, _states(report, values)))
    edits += _splices(report, wanted)
    return Together(tuple(edits), LABEL) if edits else None


def _values(report: Report, lines: Iterable[Line]) -> dict[str, str]:
    """Return the new figures; a total may stand before its terms, and is taken once they are."""
    values: dict[str, str] = {}
    waiting = [line for line in lines if line.values]
    while ready := [line for line in waiting if _adds_up(report, line, values)]:
        for line in ready:
            values |= line.values
        waiting = [line for line in waiting if line not in ready]
    return values


def _with_totals(template: Template, report: Report, values: dict[str, str]) -> dict[str, str]:
    """Return the new figures with the totals that follow them."""
    cells = ((template.cells[cell], value) for cell, value in values.items())
    typed = {cell.id: value for cell, value in cells if not (cell.sums and totals.follows(report, cell))}
    return totals.with_totals(template, report, typed)


def _adds_up(report: Report, line: Line, values: dict[str, str]) -> bool:
    """Return whether the terms of a total are what it adds up."""
    return all(values.get(term, report.text(term)) == figure for term, figure in line.counts.items())


def _states(report: Report, values: dict[str, str]) -> dict[str, State]:
    """Return the new states of carried cells: looked at where the figure stays, else changed."""
    carried = {cell: value for cell, value in values.items() if report.states.get(cell)}
    return {cell: "seen" if report.text(cell) == value else "changed" for cell, value in carried.items()}


def _splices(report: Report, lines: list[Line]) -> Iterator[Splice]:
    """Yield the changes of paragraphs, from the back of each section, so that places stay what they are."""
    new: dict[tuple[str, int], list[Line]] = {}
    replaced: dict[tuple[str, int], dict[str, str]] = {}
    for line in lines:
        if line.spot is not None:
            place = line.spot.section, line.spot.paragraph
            if line.spot.old:
                replaced.setdefault(place, {})[line.spot.old] = line.after
            else:
                new.setdefault(place, []).append(line)
    standing: dict[str, list[Paragraph]] = {}
    for section, index in sorted({*new, *replaced}, reverse=True):
        found = report.section(section)
        if found is None:
            continue
        now = standing.setdefault(section, list(found.paragraphs))
        if words := replaced.get((section, index)):
            yield from _made(now, Splice(section, index, 1, (_rewritten(now[index], words),), LABEL))
        if added := new.get((section, index)):
            yield from _made(now, Splice(section, index, 0, _added(now[:index], added), LABEL))


def _made(now: list[Paragraph], splice: Splice) -> tuple[Splice, ...]:
    """Make a change of what stands in a section; return it with what follows from it for the numbers behind it."""
    splices = (splice, *renumbering.renumbered(now, splice))
    for one in splices:
        now[one.at : one.at + one.removed] = one.inserted
    return splices


def _added(before: list[Paragraph], lines: list[Line]) -> tuple[Paragraph, ...]:
    """Return the new paragraphs of lines that come behind others."""
    made: list[Paragraph] = []
    for line in lines:
        heading = line.spot.heading if line.spot else ""
        made.append(headed(heading, line.after, [*before, *made]) if heading else Paragraph(text=line.after))
    return tuple(made)


def _rewritten(paragraph: Paragraph, words: dict[str, str]) -> Paragraph:
    """Return a paragraph with sentences replaced; it is done with where only its heading is left of last year."""
    text, rest = paragraph.text, paragraph.text
    for old, sentence in words.items():
        fitting = sentence.removesuffix("。") + "；" if old.endswith("；") else sentence
        text = text.replace(old, fitting, 1) if old in text else text + sentence
        rest = rest.replace(old, "", 1)
    state: State = "changed" if paragraph.state and _is_heading_alone(rest) else paragraph.state
    return paragraph.model_copy(update={"text": text, "state": state})


def _is_heading_alone(text: str) -> bool:
    """Return whether words are nothing, or a heading with its number."""
    number = numbering.read(text)
    return not text.strip() or bool(number and number.level == LEVEL and _HEADING.fullmatch(text, number.end))
