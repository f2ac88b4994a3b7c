"""Filled reports for tests: any template that ships, with figures that add up and sentences of our own."""

from collections.abc import Iterator

from core.report import PREFACE, SIGNATURE, Paragraph, Picture, Report, Section, blank
from core.template import Cell, Library, Table, Template
from core.trend import LINES

OFFICE = "清溪县柳河镇人民政府"
IDS = {
    "national-2021": 2024,
    "national-2019": 2020,
    "national-2014": 2017,
    "weihai-2012": 2012,
    "plain-2008": 2016,
}

_STATISTICS = {
    "published": "86", "documents_published": "3", "documents_issued": "4",
    "gazette": "0", "website": "62", "weibo": "5", "wechat": "41", "other_channels": "18",
    "responses": "4", "press": "1", "press_head": "1", "interviews": "2", "interviews_head": "1",
    "readings": "6", "social_responses": "3", "other_responses": "2",
    "in_person": "3", "by_fax": "0", "online": "4", "by_letter": "2", "in_other_ways": "0",
    "closed_in_time": "8", "closed_late": "1",
    "answered_public": "2", "answered_granted": "3", "answered_partial": "1",
    "refused_secret": "0", "refused_commercial": "0", "refused_privacy": "1", "refused_stability": "0",
    "refused_not_information": "0", "refused_other": "0",
    "answered_not_ours": "1", "answered_none": "1", "answered_supplement": "0", "answered_elsewhere": "0",
    "reviews_upheld": "1", "reviews_corrected": "0", "reviews_other": "0",
    "suits_upheld": "0", "suits_corrected": "0", "suits_other": "0",
    "complaints": "2", "complaints_upheld": "1", "complaints_corrected": "0", "complaints_other": "1",
    "deposits_paper": "12", "deposits_digital": "20",
    "sites_city": "0", "sites_county": "0", "sites_town": "1", "gazette_issues": "0", "gazette_copies": "0",
    "points_city": "0", "points_county": "0", "points_town": "2",
    "visitors_city": "0", "visitors_county": "0", "visitors_town": "35",
    "fees": "0.12", "offices": "1", "access_points": "2", "staff_full": "1", "staff_part": "3",
    "fund": "1.5", "meetings": "2", "courses": "1", "trainees": "46",
}  # fmt: skip
_DISCLOSURE = {
    "rules.made": "0", "rules.repealed": "0", "rules.valid": "0",
    "documents.made": "3", "documents.repealed": "1", "documents.valid": "12",
    "permits.decided": "148", "penalties.decided": "7", "coercions.decided": "0", "fees.amount": "0.36",
    "rules.published": "0", "rules.public": "0", "documents.published": "2", "documents.public": "15",
    "permits.before": "21", "permits.change": "-1", "services.before": "34", "services.change": "2",
    "services.decided": "260", "penalties.before": "5", "penalties.change": "0", "coercions.before": "1",
    "coercions.change": "0", "fees.before": "2", "fees.change": "0",
    "procurement.items": "3", "procurement.amount": "25.1万元",
}  # fmt: skip
_APPLICANTS = {"natural": 3, "business": 2, "research": 0, "welfare": 1, "legal": 1, "others": 0}
_OUTCOMES = {"carried_in": 1, "granted": 2, "partial": 1, "third_party": 1, "not_held": 1, "petitions": 1}
_REVIEWS = {"review_upheld": "2", "review_pending": "1", "direct_upheld": "1", "after_other": "1"}

_PROSE: dict[str, tuple[tuple[int, str], ...]] = {
    "overview": (
        (0, "{year}年，柳河镇把公开工作列入镇党委会议题，由党政综合办公室牵头，十二个站所各有一名联络员。"),
        (2, "（一）主动公开。镇政府网站开设专栏，村务公开栏每季度更换一次。"),
        (0, "惠农补贴、低保名单和工程招标结果在公布前经过三道核对，“先审后发”没有例外。"),
        (2, "（二）平台建设"),
        (3, "1.网站专栏由专人维护，更新记录留存备查。"),
        (4, "（1）每周五检查一次失效链接；（2）每月底抽查二十条信息。"),
    ),
    "disclosure": ((0, "各站所按照清单逐项公开，财政预算、集体资产和征地补偿三类信息排在最前。"),),
    "interpretation": ((0, "对群众来电集中询问的自来水改造，镇里用一图一文作了解读。"),),
    "applications": ((0, "申请由窗口统一登记，答复前送司法所审核，全部在规定时间内办结。"),),
    "reviews": ((0, "因公开工作引起的复议和诉讼，镇里都按时提交了答辩材料。"),),
    "fees": ((0, "本年度减免了两名低保户的复印费用，其余申请没有收取任何费用。"),),
    "organisation": ((0, "办公室现有专职人员一名，兼职人员分布在三个站所。"),),
    "problems": (
        (0, "一是有的站所报送不及时，二是解读材料文字偏多、图表偏少。"),
        (0, "下一步，把报送时间写进年度考核表，并请县里的老师来镇上讲两次课。"),
    ),
    "other": (
        (0, "{year}年收取信息处理费0元，没有发出收费通知。"),
        (0, "附录数据由党政综合办公室负责解释，联系电话见镇政府网站。"),
    ),
}  # fmt: skip


def filled(library: Library, template_id: str, year: int) -> tuple[Template, Report]:
    """Return a template and a report of it in which every section and every cell is filled."""
    template = library.get(template_id)
    report = blank(template, year, OFFICE)
    report.sections = [
        Section(id=PREFACE, paragraphs=_paragraphs(((0, template.preface),), year)),
        *_sections(template, year),
        Section(id=SIGNATURE, paragraphs=_paragraphs(((0, OFFICE), (0, f"{year + 1}年1月9日")), year)),
    ]
    for table in template.tables:
        report.values |= _figures(template, table)
    return template, report


def illustrated(library: Library) -> tuple[Template, Report]:
    """Return a report with two pictures over its own year and two before, of different forms."""
    template, report = filled(library, "national-2021", 2022)
    report.earlier = [filled(library, "national-2021", 2021)[1], filled(library, "national-2019", 2020)[1]]
    for number, one in enumerate(report.earlier, 2):
        one.values["applications.new.total"] = str(39 * number)
    report.pictures = [
        Picture(series=["received", "granted", "refused"]),
        Picture(series=["received", "partial"], kind=LINES),
    ]
    return template, report


def _sections(template: Template, year: int) -> Iterator[Section]:
    for one in template.sections:
        if one.tables or one.id in _PROSE:
            words = () if one.tables else _PROSE[one.id]
            yield Section(id=one.id, paragraphs=_paragraphs(words, year))


def _paragraphs(words: tuple[tuple[int, str], ...], year: int) -> list[Paragraph]:
    return [Paragraph(text=text.format(year=year, office=OFFICE), level=level) for level, text in words]


def _figures(template: Template, table: Table) -> dict[str, str]:
    cells = [cell for cell in template.cells.values() if cell.table == table.id and not cell.group]
    values = {cell.id: _leaf(cell) for cell in cells if not cell.sums}
    for cell in cells:
        values[cell.id] = _total(cell, template, values)
    if table.id == "applications":
        _balance(table, values)
    return values


def _leaf(cell: Cell) -> str:
    place = f"{cell.row_id}.{cell.column_id}"
    match cell.table:
        case "statistics":
            return _STATISTICS[cell.row_id]
        case "disclosure":
            return _DISCLOSURE[place]
        case "reviews":
            return _REVIEWS.get(cell.column_id, "0")
    size = _APPLICANTS[cell.column_id]
    if cell.row_id == "carried_out":
        return str(min(size, 1))
    return str(_OUTCOMES.get(cell.row_id, 0) * size)


def _total(cell: Cell, template: Template, values: dict[str, str]) -> str:
    if not cell.sums:
        return values[cell.id]
    return str(sum(int(_total(template.cells[term], template, values)) for term in cell.sums[0]))


def _balance(table: Table, values: dict[str, str]) -> None:
    """Let new = results + carried out − carried in, column by column."""
    for column in (*_APPLICANTS, "total"):
        results, left = (int(values[f"{table.id}.{row}.{column}"]) for row in ("total", "carried_out"))
        carried = int(values[f"{table.id}.carried_in.{column}"])
        values[f"{table.id}.new.{column}"] = str(results + left - carried)
