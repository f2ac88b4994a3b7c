"""The parts of a report in which a version before differs from now: their names, and the edit that takes each back."""

from dataclasses import dataclass

from core import cell_names, take_back
from core.checks.model import CellPlace, HeadPlace, Place, TextPlace
from core.compare import Difference, SectionChange, TableChange, TextChange
from core.edits import Edit
from core.report import PREFACE, Report
from core.template import Template
from gui.pages import Page, title_of

_FIELDS = {"title": "标题", "office": "单位"}
_HEAD = {"title": "表的标题", "period": "表的年度", "filler": "填表单位"}
_MORE = {
    "look": "版式",
    "pictures": "走势图",
    "decisions": "核实后保留的问题",
    "notes": "读入时的提示",
    "typed_totals": "手工填的合计",
    "links": "句子里连着表格的数",
}


@dataclass(frozen=True)
class Part:
    """A part that differs: its name, how many places, and what is to be shown; `change` is None for mere names."""

    name: str
    count: int
    change: SectionChange | TableChange | tuple[TextChange, ...] | None


def parts_of(template: Template, report: Report, difference: Difference) -> list[Part]:
    """Return the parts that differ, in reading order."""
    parts = [Part("标题与单位", len(difference.fields), difference.fields)] if difference.fields else []
    for section in difference.sections:
        name = title_of(template, report, Page(section.section)) or section.section
        parts.append(Part(name, section.count, section))
    parts += [Part(template.tables_by_id[one.table].name, one.count, one) for one in difference.tables]
    more = dict.fromkeys(_MORE.get(name, "其他设置") for name in difference.more)
    return parts + [Part(name, 1, None) for name in more]


def edit_for(template: Template, now: Report, then: Report, part: Part, label: str) -> Edit | None:
    """Return the edit that takes the part back alone; None where only all can be taken back."""
    match part.change:
        case SectionChange(section=section):
            return take_back.section_edit(now, then, section, label)
        case TableChange(table=table):
            return take_back.table_edit(template, now, then, table, label)
        case tuple():
            return take_back.field_edit(then, label)
    return None


def place_of(part: Part) -> Place | None:
    """Return the first place of a part that was other than at that time; None of what has no place on a page."""
    match part.change:
        case SectionChange(section=section, pairs=pairs):
            first = next((at for at, pair in enumerate(pairs) if pair.differs), 0)
            return TextPlace(section, sum(pair.then is not None for pair in pairs[:first]), 0, 0, "")
        case TableChange(cells=cells) if cells:
            return CellPlace(cells[0].name, "")
        case TableChange(table=table, head=head):
            return HeadPlace(table, head[0].name, "")
        case tuple():
            return TextPlace(PREFACE, 0, 0, 0, "")
    return None


def name_of(template: Template, change: TextChange) -> str:
    """Return what a text that differs is called in the form."""
    cell = template.cells.get(change.name)
    if cell is None:
        return _FIELDS.get(change.name) or _HEAD.get(change.name, change.name)
    return " · ".join(cell_names.brief_labels(template, cell))


def head_name(change: TextChange) -> str:
    """Return what a line above a table is called."""
    return _HEAD[change.name]
