"""Last year's own words for "there was none" are known again: they stay, or give way, and nothing is said twice."""

import pytest

from core import guide
from core.guide import NONE
from core.guide.sentences import spots
from core.report import Paragraph, Section, blank

OFFICE = "清溪县柳河镇人民政府"
KNOWN = {
    ("national-2021", "no_applications", "overview"): (
        "2024年，我镇依申请公开为零。",
        "全年依申请公开件数为0件。",
        "今年我镇不存在依申请公开的情况。",
        "今年以来，零申请。",
        "依申请公开零申请、零答复。",
        "2024年度未收到政府信息公开申请。",
    ),
    ("national-2021", "no_new_applications", "overview"): (
        "依申请公开为零。",
        "我镇不存在依申请公开事项，渠道畅通。",
    ),
    ("national-2021", "no_reviews_no_lawsuits", "reviews"): (
        "不存在因政府信息公开引起的行政复议、行政诉讼。",
        "零复议、零诉讼。",
        "行政复议、行政诉讼均为零。",
        "因政府信息公开引起的行政复议和行政诉讼零发生。",
    ),
    ("national-2021", "no_reviews", "reviews"): ("不存在行政复议。", "行政复议为零。", "全年零复议。"),
    ("national-2021", "no_lawsuits", "reviews"): ("不存在行政诉讼。", "行政诉讼零发生。", "全年零诉讼。"),
    ("national-2021", "no_accountability", "overview"): (
        "不存在责任追究。",
        "责任追究为零。",
        "实现零问责。",
    ),
    ("national-2021", "no_information_fee", "other"): (
        "本年度不存在收取信息处理费的情况。",
        "发出收费通知的件数0件，总金额0元，实际收取0元。",
        "发出收费通知0件，总金额为0元，实际收取总金额0元。",
        "政府信息公开处理费为零。",
    ),
    ("national-2021", "nothing_else", "other"): (
        "没有需要说明的其他事项。",
        "无需要报告的其他事项。",
        "不存在其他需要报告的事项。",
        "其他需要报告的事项：无。",
        "暂无其他需要报告的事项。",
    ),
    ("national-2019", "no_charge", "other"): ("不存在收取费用的情况。",),
    ("national-2014", "no_charge", "fees"): ("不存在收取费用的情况。",),
    ("national-2014", "no_reviews_no_lawsuits", "reviews"): ("零复议、零诉讼。",),
}
GIVES_WAY = {
    ("national-2021", "nothing_else", "other"): ("无。", "暂无。", " 暂无"),
    ("national-2021", "no_information_fee", "other"): (
        "发出收费通知的件数2件，总金额300元，实际收取300元。",
        "收取信息处理费120元。",
    ),
    ("national-2021", "no_reviews_no_lawsuits", "reviews"): ("行政复议0件，行政诉讼0件。", "零复议。"),
    ("national-2014", "no_meetings_no_courses", "organisation"): (
        "2016年我镇召开政府信息公开工作会议3次，举办培训班1次，接受培训19人次。",
        "2016年，我镇召开政务公开专题会议2次。",
        "全年共召开2次政府信息公开工作会议。",
        "2016年我镇举办了1次政府信息培训班。",
    ),
    ("national-2014", "no_courses", "organisation"): ("2016年我镇共培训政府信息公开工作人员19人。",),
}
OTHER = {
    ("national-2021", "no_applications", "overview"): (
        "不存在依申请公开逾期答复的情况。",
        "行政复议零申请。",
        "依申请公开为群众提供了方便。",
    ),
    ("national-2021", "no_reviews_no_lawsuits", "reviews"): (
        "不存在行政复议被纠正的情况。",
        "不存在复议后败诉的情形。",
    ),
    ("national-2021", "no_accountability", "overview"): ("不存在应当追究责任而没有追究的情形。",),
    ("national-2021", "no_information_fee", "other"): (
        "逾期未按收费通知要求缴纳费用的，不再处理其申请1件。",
    ),
    ("national-2021", "nothing_else", "other"): ("暂无专职人员。", "没有需要说明的问题。"),
    ("national-2014", "no_charge", "fees"): ("不存在违规收取费用的情况。",),
    ("national-2014", "no_meetings_no_courses", "organisation"): (
        "2016年我镇召开党委会议12次。",
        "2016年我镇召开政府信息公开工作会议3次，制定了公开目录。",
        "2017年将召开政府信息公开工作会议3次。",
        "全镇共培训农民1200人次。",
        "举办农技培训班3期。",
    ),
    ("national-2014", "no_courses", "organisation"): (
        "全镇共培训农民1200人次。",
        "召开政府信息公开工作会议3次。",
    ),
}


def each(table) -> list[tuple[str, str, str, str]]:
    return [(*place, text) for place, texts in table.items() for text in texts]


def write(report, name: str, *texts: str) -> None:
    """Let a section say these paragraphs of last year; it is made where the form leaves it to the office."""
    section = report.section(name)
    if section is None:
        section = Section(id=name)
        report.sections.insert(-1, section)
    section.paragraphs = [Paragraph(text=text, state="carried", origin=text) for text in texts]


def found(library, form: str, phrase: str, section: str, text: str):
    """Return where the sentence goes in a report of which a section says that text."""
    template = library.get(form)
    report = blank(template, template.last_year or 2025, OFFICE)
    write(report, section, text)
    return list(spots(template, guide.for_template(library, form).phrases[phrase], report, set()))


@pytest.mark.parametrize(("form", "phrase", "section", "text"), each(KNOWN))
def test_what_says_the_same_in_other_words_stays(library, form, phrase, section, text):
    assert [(one.old, one.said) for one in found(library, form, phrase, section, text)] == [(text, True)]


@pytest.mark.parametrize(("form", "phrase", "section", "text"), each(GIVES_WAY))
def test_what_says_other_figures_or_too_little_gives_way(library, form, phrase, section, text):
    assert [(one.old, one.said) for one in found(library, form, phrase, section, text)] == [(text, False)]


@pytest.mark.parametrize(("form", "phrase", "section", "text"), each(OTHER))
def test_what_speaks_of_something_else_is_left_alone(library, form, phrase, section, text):
    assert [one.old for one in found(library, form, phrase, section, text)] == [""]


@pytest.mark.parametrize("form", ["national-2014", "weihai-2012", "plain-2008"])
def test_meetings_and_courses_told_apart_give_way_each_to_its_own(library, form):
    # given: as the offices wrote in those years
    template = library.get(form)
    report = blank(template, 2017, OFFICE)
    texts = [
        "（五）召开政府信息公开工作会议或专门会议数",
        "2016年我镇召开政府信息公开工作会议3次。",
        "（六）举办各类培训班数",
        "2016年我镇举办了1次政府信息培训班。",
    ]
    write(report, "organisation", *texts)
    asked = guide.for_template(library, template.id)

    # when
    answers = {"meetings": NONE, "courses": NONE}
    guide.edit(template, report, guide.preview(asked, report, answers)).apply(report)

    # then
    assert [one.text for one in report.section("organisation").paragraphs] == [
        texts[0],
        "2017年，柳河镇没有单独召开政府信息公开工作会议。",
        texts[2],
        "2017年，柳河镇没有举办政府信息公开培训班。",
    ]


def test_told_in_one_sentence_both_give_way_to_one(library):
    # given
    template = library.get("plain-2008")
    report = blank(template, 2017, OFFICE)
    write(report, "organisation", "2016年我镇召开政府信息公开工作会议3次，举办培训班1次，接受培训19人次。")
    asked = guide.for_template(library, template.id)

    # when
    answers = {"meetings": NONE, "courses": NONE}
    guide.edit(template, report, guide.preview(asked, report, answers)).apply(report)

    # then
    assert [one.text for one in report.section("organisation").paragraphs] == [
        "2017年，柳河镇没有单独召开政府信息公开工作会议，也没有举办培训班。"
    ]
