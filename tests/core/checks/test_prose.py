"""Prose beside tables, parts, years, names: where each rule speaks, and where it must be silent."""

import pytest

from core.checks.model import CellPlace, HeadPlace, TextPlace
from core.report import Head, Paragraph, Section
from tests.core.checks.examples import findings_of, quotes_hold, small, write

# What a report of one section says of all that is not filled in yet.
UNFILLED = ("P04", "P08", "P09", "P10", "P14", "P15", "P16", "P17", "T15", "T19")


def rules(library, template_id, year, *lines, **values):
    """Return the rules that speak on these lines and statistics, blanks aside."""
    checker, report = small(library, template_id, year, *lines, **values)
    found = [one for one in findings_of(checker, report) if one.rule not in UNFILLED]
    assert all(quotes_hold(report, one) for one in found)
    return [one.rule for one in found]


def test_a_number_in_prose_that_differs_names_both_places_and_the_difference(library):
    checker, report = small(library, "national-2014", 2016, "2016年主动公开信息64条。", published="60")

    (found,) = findings_of(checker, report, "X01")

    assert found.message == "一、概述第 1 段写“主动公开信息64条”，统计表“主动公开政府信息数”填的是 60，差 4"
    assert found.where == (
        TextPlace("overview", 0, 5, 14, "主动公开信息64条"),
        CellPlace("statistics.published.value", "60"),
    )
    assert isinstance(found.where[0], TextPlace)
    assert found.where[0].selected == (11, 13)
    assert (found.expected, found.found) == ("60", "64")


def test_two_mentions_that_add_up_to_the_cell_are_right(library):
    lines = ("在县政府网站公开信息61条。", "在镇门户网站公开信息31条。")

    assert rules(library, "national-2014", 2016, *lines, website="92") == []


def test_channels_of_their_own_are_not_the_total(library):
    lines = ("在政务网主动公开信息61条，另在微信公众号发布信息31条。",)

    assert rules(library, "national-2014", 2016, *lines, published="92", website="61", wechat="31") == []


def test_the_plans_among_the_problems_are_compared_with_nothing(library):
    checker, report = small(library, "national-2014", 2016, published="70", other_channels="70")
    write(report, "problems", "主动公开信息100条是我们的愿望，公开栏也要用好。")

    assert findings_of(checker, report, "X01") == []


def test_where_both_sides_have_numbers_the_application_rule_speaks_once(library):
    checker, report = small(library, "national-2021", 2024, "全年收到政府信息公开申请5件。")
    report.values["applications.new.total"] = "4"

    assert [one.rule for one in findings_of(checker, report, "X05", "X06")] == ["X05"]


def test_a_number_beside_a_zero_cell_is_the_rule_of_denial(library):
    checker, report = small(library, "national-2021", 2024, "全年收到政府信息公开申请5件。")
    report.values["applications.new.total"] = "0"

    assert [one.rule for one in findings_of(checker, report, "X05", "X06")] == ["X06"]


def test_a_channel_with_a_number_that_prose_never_names_is_told_once(library):
    assert rules(library, "national-2014", 2016, "在网站公开信息。", website="9", wechat="4") == ["X03"]


@pytest.mark.parametrize(
    "line",
    [
        "本报告由概述、公开情况、依申请情况、申请行政复议、提起行政诉讼、收费情况、问题及改进措施七部分组成。",
        "本报告由概述、公开情况、依申请情况、申请行政复议、提起行政诉讼、收费情况、问题及改进措施六部分组成。",
        "本报告由概述,公开情况,复议、诉讼情况,其他事项共四部分组成。",
        "本报告由概述、公开情况和问题三部分组成。",
        "本报告由六部分组成。",
    ],
)
def test_a_list_that_can_be_read_as_the_stated_count_is_right(library, line: str):
    assert "P01" not in rules(library, "national-2014", 2016, line)


@pytest.mark.parametrize(
    "line",
    [
        "本报告由概述、公开情况、问题四部分组成。",
        "本报告由概述,公开情况,复议、诉讼情况,其他事项共六部分组成。",
    ],
)
def test_a_list_of_another_length_is_told(library, line: str):
    assert "P01" in rules(library, "national-2014", 2016, line)


@pytest.mark.parametrize(
    "lines",
    [
        ("主要做了以下三方面工作：", "1、更新目录；", "2、培训人员；", "3、检查通报。", "二是宣传。"),
        ("有以下2个问题：一是慢，二是少。",),
        ("从以下几个方面改进：一是快，二是多。",),
        ("做好以下两项工作。", "（一）更新目录。", "（二）培训人员。", "（一）重新开始。"),
        ("以下三方面工作都有进展。",),
        ("做好以下两项工作。", "（一）更新目录。", "具体有：", "（二）培训人员。"),
    ],
)
def test_as_many_points_as_announced_are_right(library, lines: tuple[str, ...]):
    assert "P03" not in rules(library, "national-2014", 2016, *lines)


def test_points_of_a_lower_level_in_between_do_not_end_the_count(library):
    # given: as where another form moves a part with its own lists below the others
    lines = (
        "做好以下两项工作。",
        "（一）更新目录。",
        "（二）培训人员。",
        "（1）镇里。",
        "（2）村里。",
        "（三）检查。",
    )

    # then
    assert "P03" in rules(library, "national-2014", 2016, *lines)


@pytest.mark.parametrize(
    "line",
    [
        "自2008年5月1日条例施行以来，公开栏每月更换。",
        "按照《2012年公开工作要点》的要求。",
        "较2015年减少3件。",
        "到2020年，村村设公开栏。",
        "“十二五”期间（2011—2015年）打下了基础。",
        "按照〔2014〕32号文件的要求。",
        "2014年印发的办法继续执行。",
        "计划2017年再建一个公开栏。",
    ],
)
def test_a_year_that_has_its_reason_is_right(library, line: str):
    assert "Y02" not in rules(library, "national-2014", 2016, line)


@pytest.mark.parametrize(
    "line",
    [
        "2015年，我镇更新了目录。",
        "数据统计期限自2015年1月1日起至2015年12月31日止。",
        "二〇一五年，我镇更新了目录。",
    ],
)
def test_a_year_left_standing_is_told_once_a_paragraph(library, line: str):
    assert rules(library, "national-2014", 2016, line).count("Y02") == 1


def test_the_period_above_the_table_counts_as_a_year(library):
    checker, report = small(library, "national-2014", 2016)
    report.heads["statistics"] = Head(title="统计表", period="（2015年度）", filler="清溪县柳河镇人民政府")

    (found,) = findings_of(checker, report, "Y02")

    assert found.where == (HeadPlace("statistics", "period", "（2015年度）"),)


@pytest.mark.parametrize(
    ("under_title", "signed", "expected"),
    [
        ("（2017年1月9日）", "2017年1月9日", 0),
        ("（2017年1月9日）", "二〇一七年一月九日", 0),
        ("（2017年1月9日）", "2017年1月12日", 1),
        ("（2017年1月9日）", "2016年1月9日", 1),
        ("2017-1-9", "2017年13月9日", 0),
        ("", "2016年12月30日", 1),
        ("", "", 0),
    ],
)
def test_dates_agree_and_lie_behind_the_year(library, under_title: str, signed: str, expected: int):
    checker, report = small(library, "national-2014", 2016)
    write(report, "preface", under_title)
    write(report, "signature", "柳河镇人民政府", signed)

    assert len(findings_of(checker, report, "Y01")) == expected


def test_a_date_in_which_only_the_year_is_off_is_mended(library):
    checker, report = small(library, "national-2014", 2016)
    write(report, "preface", "（2017年1月9日）")
    write(report, "signature", "柳河镇人民政府", "二零一六年一月九日")
    (found,) = findings_of(checker, report, "Y01")

    assert found.fix
    found.fix.edit.apply(report)

    assert report.sections[-1].paragraphs[1].text == "2017年1月9日"
    assert findings_of(checker, report, "Y01") == []


@pytest.mark.parametrize(
    "line",
    [
        "按照全省统一部署推进公开。",
        "全市政务公开工作会议召开后，我镇立即行动。",
        "参加全县培训班。",
        "贯彻《全省政务公开要点》。",
        "我市政府信息公开网开设了专栏。",
        "全镇公开栏都已更新，我镇还建了台账。",
    ],
)
def test_words_of_other_levels_may_be_right(library, line: str):
    assert "Y05" not in rules(library, "national-2021", 2024, line)


@pytest.mark.parametrize(("line", "severity"), [("推动全省公开。", "error"), ("推动全市公开。", "warning")])
def test_a_township_that_speaks_as_another_level_is_told(library, line: str, severity: str):
    checker, report = small(library, "national-2021", 2024, line)

    assert [one.severity for one in findings_of(checker, report, "Y05")] == [severity]


def test_a_county_office_may_speak_of_its_county(library):
    checker, report = small(library, "national-2021", 2024, "推动全县公开。")
    report.unit.name = "清溪县财政局"

    assert findings_of(checker, report, "Y05") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("《中华人民共和国政府信息公开条例》（国务院令第711号）", 0),
        ("《中华人民共和国政府信息公开条例》（国务院令第492号）", 1),
        ("2007年国务院令第492号公布、2019年国务院令第711号修订的条例", 0),
        ("按照国办公开办函[2021]30号的格式", 0),
        ("《政府信息公开信息处理费管理办法》（国办函〔2020〕190号）", 1),
        ("《柳河镇公开办法》（国办发〔2023〕1号）", 0),
        ("按照国办公开办函〔2019〕60号的格式", 1),
        ("《国务院办公厅关于加强和规范政府信息公开情况统计报送工作的通知》（国办发〔2014〕23号）", 1),
        ("《政府信息公开法》〈政务信息公开条例〉", 2),
    ],
)
def test_laws_are_known_by_name_number_and_year(library, line: str, expected: int):
    checker, report = small(library, "national-2021", 2024, line)

    assert len(findings_of(checker, report, "Y07")) == expected


@pytest.mark.parametrize(
    ("filler", "severity"),
    [("", "error"), ("柳河镇政府", "warning"), ("柳河镇", "warning"), ("柳河街道", "warning"), ("柳河镇人民政府", "")],
)  # fmt: skip
def test_who_filled_in_the_table_is_named_in_full(library, filler: str, severity: str):
    checker, report = small(library, "national-2014", 2016)
    report.heads["statistics"] = Head(title="统计表", filler=filler)

    assert [one.severity for one in findings_of(checker, report, "P17")] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("title", "severity"),
    [
        ("柳河镇2016年政府信息公开工作年度报告", ""),
        ("柳河镇人民政府2016年度政府\n信息公开年度报告", ""),
        ("柳河镇政务公开总结", "warning"),
        ("  ", "error"),
    ],
)
def test_the_title_is_there_and_worded_as_titles_are(library, title: str, severity: str):
    checker, report = small(library, "national-2014", 2016)
    report.title = title

    assert [one.severity for one in findings_of(checker, report, "P12")] == ([severity] if severity else [])


def test_a_missing_title_can_be_put_in(library):
    checker, report = small(library, "national-2021", 2024)
    report.title = ""
    (found,) = findings_of(checker, report, "P12")

    assert found.fix
    found.fix.edit.apply(report)

    assert report.title == "清溪县柳河镇人民政府2024年政府信息公开工作年度报告"


def test_an_empty_last_section_lacks_its_fee_sentence(library):
    checker, report = small(library, "national-2021", 2024)
    report.sections = [Section(id="overview", paragraphs=[Paragraph(text="我镇没有收取信息处理费。")])]

    (found,) = findings_of(checker, report, "P08")

    assert found.where == (TextPlace("other", 0, 0, 0, ""),)


def test_without_an_office_the_missing_title_is_told_but_not_made_up(library):
    checker, report = small(library, "national-2014", 2016)
    report.title, report.unit.name = "", ""

    (found,) = findings_of(checker, report, "P12")

    assert found.fix is None


def test_a_title_of_another_year_is_told_at_the_title(library):
    checker, report = small(library, "national-2014", 2016)
    report.title = "柳河镇2015年政府信息公开工作年度报告"

    (found,) = findings_of(checker, report, "Y02")

    assert found.message.startswith("标题写的是“2015年”")
    assert quotes_hold(report, found)


def test_a_long_quotation_is_clipped_in_the_sentence(library):
    line = "本报告由概述、" + "一段很长的公开情况说明、" * 8 + "问题等三部分组成。"

    checker, report = small(library, "national-2014", 2016, line)

    assert "…" in findings_of(checker, report, "P01")[0].message


def test_a_denial_of_another_year_says_nothing_of_this_one(library):
    assert "X06" not in rules(
        library, "national-2014", 2016, "较2015年未收到申请的情况有变化。", received="2"
    )


def test_a_list_of_parts_without_its_opening_word_is_left_alone(library):
    assert "P01" not in rules(library, "national-2014", 2016, "概述、公开情况、问题四部分组成。")


def test_a_date_far_too_late_is_to_be_looked_at_and_not_called_one_of_an_earlier_year(library):
    checker, report = small(library, "national-2021", 2024)
    write(report, "signature", "清溪县柳河镇人民政府", "2026年11月22日")

    (found,) = findings_of(checker, report, "Y01", "Y02", "L16")

    assert (found.rule, found.severity) == ("L16", "warning")
    assert (
        found.message
        == "落款第 2 段的日期是“2026年11月22日”，2024 年度的报告一般在2025年1月31日前公开，请核对"
    )


def test_a_year_in_the_text_that_is_too_late_is_not_called_one_of_an_earlier_year(library):
    checker, report = small(library, "national-2021", 2024, "2027年收到申请3件。")

    (found,) = findings_of(checker, report, "Y02")

    assert found.message == "一、总体情况第 1 段写的是“2027年”，报告年份是 2024 年；年份写得太晚，请核对"
