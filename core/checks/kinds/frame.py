"""What frames a report: its title, and the line above an annex that says who filled it in."""

import unicodedata
from collections.abc import Iterator

from core import numbers
from core.checks.case import Case
from core.checks.entry import Entry, Find, kind
from core.checks.late import Late
from core.checks.model import TITLE, Finding, Fix, HeadPlace, TextPlace
from core.edits import SetField, SetHead
from core.labels import unspaced
from core.template import Template

_SHORT_OFFICE = Late(
    r"^(?P<place>.{1,30}[镇乡])(?:政府|党政(?:综合)?办(?:公室)?|政府办(?:公室)?|人民政府办公室|办公室)?$"
    r"|^(?P<street>.{1,30}街道)(?:办|街办|党工委|党政(?:综合)?办(?:公室)?|政府|人民政府)?$"
)
_SEAL = Late(r"[（(](?:盖章|公章|章|印章)[）)]")
_LABEL = Late(r"^(?:填报|报送|填表|编制)?(?:单位|机关)(?:名称)?(?:[（(][^（）()]{1,4}[）)])?[：:]")
_NO_NAME = Late(
    r"[Xx×＊*○〇_＿—\-/／.．。·]{1,20}|无|同上|本?[镇乡](?:人民)?政府|街道(?:办事处)?|本单位|本机关|[^县市区]{0,6}(?:XX|xx|××|某)[镇乡]?.{0,8}"
)
_HEAD = Late(r"(?P<office>\D{2,30}?)(?P<year>\d{4})年")


class TitleEntry(Entry):
    """The wording of a title, white space left out."""

    pattern: str


@kind("title", TitleEntry, "title", reads="prose")
def title(entry: TitleEntry, template: Template) -> Find:
    """Require that the report has a title; one without year or office is but a warning."""
    pattern = entry.late(entry.pattern)

    def find(case: Case) -> Iterator[Finding]:
        plain = unspaced(case.report.title)
        if not plain:
            message = "报告没有标题；应当是“单位名称＋年份＋政府信息公开工作年度报告”"
            place = TextPlace(TITLE, 0, 0, len(case.report.title), case.report.title)
            yield entry.finding(message, (place,), fix=_whole_title(case))
        elif not pattern.fullmatch(_narrow(plain)):
            message = entry.words(
                "标题“{title}”里缺单位名称或者年份；应当是“单位名称＋年份＋政府信息公开工作年度报告”",
                title=plain,
            )
            yield entry.finding(message, (case.title.whole,), found=case.report.title, severity="warning")

    return find


class TitleWordsEntry(Entry):
    """How titles are worded after office and year; `complete` is how a title with both begins."""

    pattern: str
    complete: str


@kind("title_words", TitleWordsEntry, "title right", reads="prose")
def title_words(entry: TitleWordsEntry, template: Template) -> Find:
    """Require the official wording of a title that has office and year."""
    pattern, complete = entry.late(entry.pattern), entry.late(entry.complete)

    def find(case: Case) -> Iterator[Finding]:
        plain = _narrow(unspaced(case.report.title))
        if not complete.search(plain) or pattern.fullmatch(plain):
            return
        right = _reworded(case, plain)
        message = entry.words("标题“{title}”的写法不对", title=unspaced(case.report.title))
        message += f"，应当是“{right}”" if right else "，应当是“单位名称＋年份＋政府信息公开工作年度报告”"
        fix = Fix(f"改为 {right}", SetField("title", right, "改正标题")) if right else None
        where = (case.title.whole,)
        yield entry.finding(message, where, expected=right, found=case.report.title, fix=fix)

    return find


def _narrow(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _reworded(case: Case, plain: str) -> str:
    """Return the title with its own office and year and the official words, "" where they are not plain."""
    match = _HEAD.match(plain)
    if match is None or int(match["year"]) != case.report.year:
        return ""
    return f"{match['office']}{match['year']}年政府信息公开工作年度报告"


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
        raise ValueError("格式里没有要填单位的附表")

    def find(case: Case) -> Iterator[Finding]:
        for table in tables:
            name = case.report.head(table).filler
            place = (HeadPlace(table.id, "filler", name),)
            line = table.filler.rstrip("：:")
            plain = _SEAL.sub("", _LABEL.sub("", unspaced(name)))
            if numbers.is_blank(plain):
                yield entry.finding(f"{table.name}上方的“{line}”是空的", place)
                continue
            full = _full_name(plain)
            if full:
                message = f"{table.name}上方的“{line}”写的是“{name.strip()}”，不是单位全称，请核对"
                head = case.report.head(table).model_copy(update={"filler": full})
                fix = Fix(f"改为 {full}", SetHead(table.id, head, f"改为 {full}"))
                yield entry.finding(message, place, expected=full, found=name, fix=fix, severity="warning")
            elif _NO_NAME.fullmatch(plain):
                message = f"{table.name}上方的“{line}”写的是“{name.strip()}”，没有写单位名称"
                yield entry.finding(message, place, found=name)

    return find


def _full_name(name: str) -> str:
    """Return the legal name that a short one stands for, "" where the name is none of these."""
    match = None if _NO_NAME.fullmatch(name) else _SHORT_OFFICE.match(name)
    if match is None:
        return ""
    return f"{match['place']}人民政府" if match["place"] else f"{match['street']}办事处"
