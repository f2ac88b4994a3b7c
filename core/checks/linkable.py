"""Numbers typed in a sentence that say what one cell says: they may be linked to it.

What a number is of is read as the rules read it: their entries name the cell that counts a topic. A number of no
known topic belongs to a cell where unit and number are the same and the sentence names the row, or where a sentence
on applications goes on with what became of them ("其中公开12件").
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from core import links, numbers
from core.checks.checker import Checker
from core.checks.kinds.stated import ChannelsEntry, StatedEntry
from core.checks.late import Late
from core.checks.reading.facts import facts_of, topics
from core.checks.reading.figures import Figure, figures, plain
from core.checks.reading.times import is_other_time
from core.labels import short_label
from core.report import Link, Paragraph, Report
from core.template import Cell, Template

_DIGITS = Late(r"\d{1,3}(?:,\d{3})+|\d+")
_SENTENCE_END = Late(r"[。；;！？\n]")
_SHORTEST_NAME = 2
_ABOUT_APPLICATIONS = Late(r"申请")
_ABOUT_OTHERS = Late(r"复议|诉讼|许可|处罚|强制|信访|举报|投诉|行政确认|低保|救助|补助|审批")
_LEAD_IN = r"(?:其中|全年|今年|本年度?|[已共均]|共计|总计|合计|依法|全部|按时|按期)*"
_GOES_ON = {
    "received": Late(rf"{_LEAD_IN}(?:收到|受理|新收|接收)?(?:政府信息公开|依申请公开)?申请(?:共|共计)?"),
    "closed": Late(rf"{_LEAD_IN}(?:办结|办理|办毕|答复|办理完毕|办理答复)(?:申请)?(?:共|共计)?"),
    "granted": Late(rf"{_LEAD_IN}(?:予以)?公开"),
}
_CLAUSE_END = Late(r"[，,。；;：:、！？\n]")


def counted(checker: Checker) -> dict[str, str]:
    """Return the one cell that counts a topic, by topic, as the rules of a form say."""
    found: dict[str, set[str]] = {}
    for rule in checker.rules:
        entry = rule.entry
        if isinstance(entry, StatedEntry) and not entry.partial:
            found.setdefault(entry.topic, set()).add("" if entry.plus else entry.cell)
        elif isinstance(entry, ChannelsEntry):
            for topic, counting in entry.cells.by_channel(checker.template).items():
                found.setdefault(topic, set()).add(counting.id)
    return {topic: min(cells) for topic, cells in found.items() if len(cells) == 1 and "" not in cells}


def linkable(
    template: Template, report: Report, paragraph: Paragraph, known: Mapping[str, str]
) -> Iterator[Link]:
    """Yield the links that could be made: exact numbers in digits, not linked, each of one cell; a 0 where its topic is known."""
    text = plain(paragraph.text)
    taken = links.links_of(paragraph)
    for figure in figures(text):
        digits = _digits(text, figure)
        if digits is None or any(one.start < digits[1] and digits[0] < one.end for one in taken):
            continue
        cell = _cell_of(template, report, text, figure, known)
        if cell:
            yield Link(start=digits[0], end=digits[1], cell=cell)


def _digits(text: str, figure: Figure) -> tuple[int, int] | None:
    """Return where the digits of a figure stand, None where it is none that a cell could hold."""
    if not figure.is_exact:
        return None
    found = list(_DIGITS.finditer(text, figure.start, figure.end))
    if len(found) != 1 or numbers.read(found[0].group()) != figure.low:
        return None
    return found[0].span()


def _cell_of(
    template: Template, report: Report, text: str, figure: Figure, known: Mapping[str, str]
) -> str | None:
    named = {
        fact.topics
        for fact in facts_of(text, report.year)
        if (fact.figure.start, fact.figure.end) == (figure.start, figure.end)
    }
    if not named and figure.low > 0:
        named = _gone_on(text, figure, report.year)
    if named:
        cells = {known.get(names[0], "") for names in named if len(names) == 1}
        fit = [cell for cell in cells if cell and numbers.read(report.text(cell)) == figure.low]
    else:
        fit = [] if figure.low < 1 else [one.id for one in _named(template, report, text, figure)]
    return fit[0] if len(fit) == 1 else None


def _named(template: Template, report: Report, text: str, figure: Figure) -> Iterator[Cell]:
    """Yield the cells of the same number and unit whose row the sentence names before it."""
    before = _SENTENCE_END.split(text[: figure.start])[-1]
    value = Decimal(figure.low)
    for cell in template.cells.values():
        if cell.unit != figure.unit or cell.group or numbers.read(report.text(cell.id)) != value:
            continue
        name = short_label(cell.row[-1])
        if len(name) >= _SHORTEST_NAME and name in before:
            yield cell


def _gone_on(text: str, figure: Figure, year: int) -> set[tuple[str, ...]]:
    """Return the topic of a number with which a sentence on this year's applications goes on; none where it may be another."""
    before = _SENTENCE_END.split(text[: figure.start])[-1]
    *_, lead = _CLAUSE_END.split(before)
    if not _ABOUT_APPLICATIONS.search(before) or _ABOUT_OTHERS.search(before):
        return set()
    if figure.unit != "件" or is_other_time(before, year, topics()):
        return set()
    return {(topic,) for topic, wording in _GOES_ON.items() if wording.fullmatch(lead.strip())}
