"""What frames a report: its title, and the line above an annex that says who filled it in."""

import re
from collections.abc import Iterator

from core import numbers
from core.checks.case import Case
from core.checks.entry import Entry, Find, kind
from core.checks.model import TITLE, Finding, Fix, HeadPlace, TextPlace
from core.edits import SetField, SetHead
from core.labels import unspaced
from core.template import Template

_SHORT_OFFICE = re.compile(r"^(?P<place>.{1,30}[镇乡])(?:政府)?$|^(?P<street>.{1,30}街道)$")


class TitleEntry(Entry):
    """The wording of a title, white space left out; a title worded otherwise is but a warning."""

    pattern: str


@kind("title", TitleEntry, "title")
def title(entry: TitleEntry, template: Template) -> Find:
    """Require that the report has a title, worded as such titles are."""
    pattern = re.compile(entry.pattern)

    def find(case: Case) -> Iterator[Finding]:
        plain = unspaced(case.report.title)
        if not plain:
            message = "报告没有标题；应当是“单位名称＋年份＋政府信息公开工作年度报告”"
            place = TextPlace(TITLE, 0, 0, len(case.report.title), case.report.title)
            yield entry.finding(message, (place,), fix=_whole_title(case))
        elif not pattern.fullmatch(plain):
            message = entry.words(
                "标题“{title}”不是“单位名称＋年份＋政府信息公开工作年度报告”的写法，请核对", title=plain
            )
            yield entry.finding(message, (case.title.whole,), found=case.report.title, severity="warning")

    return find


def _whole_title(case: Case) -> Fix | None:
    office = case.report.unit.name.strip()
    if not office:
        return None
    words = case.template.title.format(office=office, year=case.report.year)
    return Fix(f"补上“{words}”", SetField("title", words, "补上标题"))


@kind("filler", Entry)
def filler(entry: Entry, template: Template) -> Find:
    """Require that the line names the office by its full legal name."""
    tables = [table for table in template.tables if table.is_annex and table.filler]
    if not tables:
        raise ValueError("模板没有要填单位的附表")

    def find(case: Case) -> Iterator[Finding]:
        for table in tables:
            name = case.report.head(table).filler
            place = (HeadPlace(table.id, "filler", name),)
            line = table.filler.rstrip("：:")
            if numbers.is_blank(name):
                yield entry.finding(f"{table.name}上方的“{line}”是空的", place)
                continue
            full = _full_name(unspaced(name))
            if full:
                message = f"{table.name}上方的“{line}”写的是“{name.strip()}”，不是单位全称，请核对"
                head = case.report.head(table).model_copy(update={"filler": full})
                fix = Fix(f"改为 {full}", SetHead(table.id, head, f"改为 {full}"))
                yield entry.finding(message, place, expected=full, found=name, fix=fix, severity="warning")

    return find


def _full_name(name: str) -> str:
    """Return the legal name that a short one stands for, "" where the name is none of these."""
    match = _SHORT_OFFICE.match(name)
    if match is None:
        return ""
    return f"{match['place']}人民政府" if match["place"] else f"{match['street']}办事处"
