"""What the answers would change, line by line, old beside new: cells of a table, or a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from core import cell_names, numbers, phrases, totals
from core.guide.answers import CARRIED, NONE, Answers, base, is_open
from core.guide.carried import column_names, too_little
from core.guide.questions import Conclusion, Guide, Part, Question
from core.guide.sentences import Spot, spots
from core.report import Report, section_number, section_title

BLANK = "空"
_STUCK = "没有填"
_MOST_NAMED = 2


@dataclass(frozen=True)
class Line:
    """A change that can be left out: where, what stands there, what is to stand there.

    `overwrites` says that something typed this year goes. Without `values` and `spot` nothing changes: what
    is there says it already, or no figure comes of the answers. `counts` are the terms of a total, with the figures
    that it adds up. `reckoned` says that last year's figure was moved by what happened this year.
    """

    key: str
    where: str
    before: str
    after: str
    overwrites: bool = False
    values: dict[str, str] = field(default_factory=dict)
    spot: Spot | None = None
    counts: dict[str, str] = field(default_factory=dict)
    reckoned: bool = False

    @property
    def changes(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.values) or self.spot is not None


def preview(guide: Guide, report: Report, answers: Answers) -> tuple[Line, ...]:
    """Return what would change, tables before sentences, each in the order of the form."""
    lines = list(_cell_lines(guide, report, answers))
    known = {cell: value for line in lines for cell, value in line.values.items()}
    lines += _total_lines(guide, report, known)
    at = {cell: place for place, cell in enumerate(guide.template.cells)}
    lines.sort(key=lambda line: min(at[cell] for cell in line.values))
    return (*lines, *_stuck_lines(guide, report, answers), *_sentence_lines(guide, report, answers))


def _holding(guide: Guide, answers: Answers) -> Iterator[Conclusion]:
    """Yield the conclusions whose questions are all answered with none."""
    for one in guide.conclusions:
        if all(answers.get(name) == NONE for name in one.none):
            yield one


def _cell_lines(guide: Guide, report: Report, answers: Answers) -> Iterator[Line]:
    for question in guide.questions:
        figures = _figures(guide, report, question, answers)
        reckoned = answers.get(question.id) == CARRIED and bool(question.plus or question.minus)
        yield from (replace(line, reckoned=reckoned) for line in _cells(guide, report, question, figures))
    for conclusion in _holding(guide, answers):
        yield from _cells(guide, report, conclusion, dict.fromkeys(guide.cells(conclusion), "0"))


def _stuck_lines(guide: Guide, report: Report, answers: Answers) -> Iterator[Line]:
    """Yield why a figure that was to be reckoned from last year's is not put in."""
    for question in guide.questions:
        if answers.get(question.id) != CARRIED:
            continue
        if reckoning := too_little(guide, question, answers, report):
            table = guide.template.tables_by_id[guide.template.cells[question.number].table].name
            yield Line(f"stuck.{question.id}", f"{table} · {question.topic}", reckoning, _STUCK)


def _figures(guide: Guide, report: Report, question: Question, answers: Answers) -> dict[str, str]:
    """Return the figures that an answer puts into cells; none where they are left to be filled in by hand."""
    answer = answers.get(question.id)
    match answer.kind if answer else "":
        case "none":
            return dict.fromkeys(guide.cells(question), "0")
        case "carried":
            return base(guide, question, answers, report) or {}
        case "number" if answer and question.number:
            return {question.number: answer.number}
    return {}


def _cells(guide: Guide, report: Report, part: Part, figures: dict[str, str]) -> Iterator[Line]:
    """Yield one line for all blank or carried cells of equal figures, and one for each that was typed."""
    untyped: dict[str, list[str]] = {}
    for cell, value in figures.items():
        old = report.text(cell)
        if is_open(guide.template, report, cell):
            untyped.setdefault(value, []).append(cell)
        elif numbers.canonical(old) != value:
            yield Line(f"cell.{cell}", _name(guide, cell), old, value, True, {cell: value})
    for value, cells in untyped.items():
        table = guide.template.tables_by_id[guide.template.cells[cells[0]].table].name
        count = f"（{len(cells)} 格）" if len(cells) > 1 else ""
        if len(untyped) > 1 and len(cells) <= _MOST_NAMED:
            count = f"（{'、'.join(column_names(guide.template, cells))}）"
        before = "、".join(dict.fromkeys(report.text(cell).strip() or BLANK for cell in cells))
        key = f"cells.{part.id}.{value}"
        yield Line(key, f"{table} · {part.topic}{count}", before, value, False, dict.fromkeys(cells, value))


def _name(guide: Guide, cell_id: str) -> str:
    return cell_names.brief(guide.template, guide.template.cells[cell_id])


def _total_lines(guide: Guide, report: Report, known: dict[str, str]) -> Iterator[Line]:
    """Yield the totals that follow: blank, carried or computed ones, all of whose terms are figures now."""
    form = guide.template
    for total in totals.inner_first(form, {table.id for table in form.tables}):
        old = report.text(total.id)
        open_ = report.states.get(total.id) == "carried" or totals.follows(report, total)
        if total.id in known or not open_ or not any(term in known for terms in total.sums for term in terms):
            continue
        counts = {term: known.get(term, report.text(term)) for terms in total.sums for term in terms}
        found = totals.sums(total, counts.__getitem__)
        if len(found) == 1 and (value := numbers.plain(found.pop())) != old:
            known[total.id] = value
            where = f"{_name(guide, total.id)}（合计）"
            yield Line(
                f"total.{total.id}", where, old or BLANK, value, False, {total.id: value}, None, counts
            )


def _sentence_lines(guide: Guide, report: Report, answers: Answers) -> Iterator[Line]:
    """Yield the sentences in the order of the places where they go."""
    sections = [section.id for section in report.sections]
    placed = sorted(
        _placed(guide, report, answers), key=lambda two: (sections.index(two[0].section), two[0].paragraph)
    )
    return (line for _, line in placed)


def _placed(guide: Guide, report: Report, answers: Answers) -> Iterator[tuple[Spot, Line]]:
    taken: set[tuple[str, int, str]] = set()
    for part in _speaking(guide, report, answers):
        phrase = guide.phrases[part.phrase]
        text = phrases.fill(phrase, report)
        for number, spot in enumerate(spots(guide.template, phrase, report, taken)):
            taken.add(spot.words)
            where = _where(guide, report, spot)
            key = f"sentence.{part.phrase}.{number}"
            if spot.said or spot.old.strip() == text:
                yield spot, Line(key, where, spot.old.strip(), "已经写明，不用改")
            else:
                old = spot.old.strip() or "（没有写）"
                yield spot, Line(key, where, old, text, _is_typed(report, spot), {}, spot)


def _speaking(guide: Guide, report: Report, answers: Answers) -> Iterator[Part]:
    """Yield what has a sentence to say: conclusions in the place of their questions."""
    joined = [
        one
        for one in _holding(guide, answers)
        if one.phrase and not report.section(one.apart) and not _told_apart(guide, report, one)
    ]
    concluded = {name: one for one in joined for name in one.none}
    done: set[str] = set()
    for question in guide.questions:
        part = concluded.get(question.id, question)
        if answers.get(question.id) == NONE and part.phrase and part.id not in done:
            done.add(part.id)
            yield part


def _told_apart(guide: Guide, report: Report, conclusion: Conclusion) -> bool:
    """Return whether the report tells each question of a conclusion in sentences of its own already."""
    asked = [one for one in guide.questions if one.id in conclusion.none and one.phrase]
    found = [
        {spot.words for spot in spots(guide.template, guide.phrases[one.phrase], report, set()) if spot.old}
        for one in asked
    ]
    return len(found) > 1 and all(found) and not set.intersection(*found)


def _where(guide: Guide, report: Report, spot: Spot) -> str:
    section = report.section(spot.section)
    if section is None:
        return ""
    number = section_number(guide.template, report, section)
    title = section_title(guide.template, section)
    new = f"新的一条“{spot.heading}”" if spot.heading else "新的一段"
    place = f"第 {spot.paragraph + 1} 段" if spot.old else new
    return f"{number}、{title} · {place}"


def _is_typed(report: Report, spot: Spot) -> bool:
    """Return whether the words that go were written this year; last year's that were only looked at were not."""
    section = report.section(spot.section)
    words = section.paragraphs[spot.paragraph] if spot.old and section else None
    return words is not None and words.state not in ("carried", "seen")
