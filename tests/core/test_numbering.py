"""Numbers of paragraphs count on when one comes, goes or changes its level; one that was given by hand stays."""

import pytest

from core import links, numbering, quotations, renumbering
from core.edits import Splice, Together
from core.report import Link, Paragraph, Unedited, blank


@pytest.fixture
def report(library):
    return blank(library.get("national-2021"), 2024, "向阳镇人民政府")


def paragraph(text: str, **more) -> Paragraph:
    number = numbering.read(text)
    return Paragraph(text=text, level=number.level if number else 0, **more)


def changed(report, before: list[str], at: int, removed: int, *inserted: str) -> list[str]:
    """Return the texts of a section after paragraphs were put in or taken out and the others counted on."""
    section = report.section("overview")
    section.paragraphs = [paragraph(text) for text in before]
    edit = Splice("overview", at, removed, tuple(paragraph(text) for text in inserted), "改")
    renumbering.follow(report, edit).apply(report)
    return [one.text for one in section.paragraphs]


@pytest.mark.parametrize(
    ("before", "at", "removed", "inserted", "after"),
    [
        pytest.param(["（一）甲", "（二）乙"], 0, 0, ["（一）新"], ["（一）新", "（二）甲", "（三）乙"], id="first"),
        pytest.param(["（一）甲", "（二）乙"], 1, 0, ["（二）新"], ["（一）甲", "（二）新", "（三）乙"], id="between"),
        pytest.param(["（一）甲", "（二）乙", "（三）丙"], 0, 1, [], ["（一）乙", "（二）丙"], id="first gone"),
        pytest.param(["（一）甲", "（二）乙", "（三）丙"], 1, 1, ["乙"], ["（一）甲", "乙", "（二）丙"], id="body"),
        pytest.param(
            ["（一）甲", "（二）乙", "（三）丙"], 1, 1, ["1.乙"], ["（一）甲", "1.乙", "（二）丙"], id="deeper"
        ),
        pytest.param(
            ["(九)甲", "(十)乙", "(十一)丙"], 1, 1, [], ["(九)甲", "(十)丙"], id="round, begun by hand"
        ),
        pytest.param(["1．甲", "2．乙", "3．丙"], 1, 1, [], ["1．甲", "2．丙"], id="wide point"),
        pytest.param(["１、甲", "２、乙"], 0, 1, [], ["１、乙"], id="wide digits"),
        pytest.param(["一、甲", "二、乙"], 0, 1, [], ["一、乙"], id="first level"),
        pytest.param(
            ["（一）甲", "1.子", "2.丑", "（二）乙", "1.寅"], 1, 1, [],
            ["（一）甲", "1.丑", "（二）乙", "1.寅"], id="under one heading",
        ),
        pytest.param(
            ["（一）甲", "1.子", "2.丑", "3.寅"], 2, 1, ["（二）丑"],
            ["（一）甲", "1.子", "（二）丑", "1.寅"], id="a new heading",
        ),
        pytest.param(
            ["（一）甲", "1.子", "（二）乙", "1.丑"], 2, 1, ["乙"], ["（一）甲", "1.子", "乙", "2.丑"], id="heading gone"
        ),
        pytest.param(
            ["（一）甲", "（二）乙", "（五）丙", "（六）丁"], 0, 1, [],
            ["（一）乙", "（五）丙", "（六）丁"], id="by hand stays, and those behind it",
        ),
        pytest.param(
            ["（一）甲", "（二）乙"], 1, 0, ["（五）新"], ["（一）甲", "（五）新", "（二）乙"], id="a new one by hand"
        ),
        pytest.param(
            ["（一）甲", "（五）乙", "（二）丙"], 1, 1, ["（二）乙"],
            ["（一）甲", "（二）乙", "（三）丙"], id="put right by hand",
        ),
        pytest.param(
            ["（一）甲", "（二）乙", "（三）丙"], 1, 1, ["（三）乙"],
            ["（一）甲", "（三）乙", "（三）丙"], id="put wrong by hand",
        ),
        pytest.param(
            ["问题：", "1.甲", "2.乙", "措施：", "1.子", "2.丑"], 2, 1, [],
            ["问题：", "1.甲", "措施：", "1.子", "2.丑"], id="a second list",
        ),
        pytest.param(
            ["问题：", "1.甲", "2.乙", "措施：", "1.子", "2.丑", "3.寅"], 4, 1, [],
            ["问题：", "1.甲", "2.乙", "措施：", "1.丑", "2.寅"], id="first of a second list gone",
        ),
        pytest.param(
            ["问题", "1.甲", "2.乙", "措施", "1.子", "2.丑"], 4, 1, ["子"],
            ["问题", "1.甲", "2.乙", "措施", "子", "1.丑"], id="first of a second list without number",
        ),
        pytest.param(
            ["问题：", "1.甲", "2.乙", "措施：", "1.子", "2.丑"], 2, 3, [],
            ["问题：", "1.甲", "2.丑"], id="two lists made one",
        ),
        pytest.param(
            ["问题：", "1.甲", "2.乙"], 1, 0, ["1.新"],
            ["问题：", "1.新", "2.甲", "3.乙"], id="a new first one behind a colon",
        ),
        pytest.param(
            ["问题", "1.甲", "2.乙", "措施", "1.子", "2.丑"], 4, 0, ["1.新"],
            ["问题", "1.甲", "2.乙", "措施", "1.新", "2.子", "3.丑"], id="a new first one of a second list",
        ),
        pytest.param(
            ["1.甲", "正文", "1.子", "2.丑"], 0, 0, ["1.新"],
            ["1.新", "2.甲", "正文", "1.子", "2.丑"], id="the list behind begins anew as before",
        ),
        pytest.param(
            ["1.甲", "12．5万元", "2.乙"], 0, 1, [],
            ["12．5万元", "1.乙"], id="an amount with a wide point",
        ),
        pytest.param(
            ["（一）甲", "第二十条规定：“（一）职能；", "（二）规划。”", "（二）乙"], 0, 0, ["（一）新"],
            ["（一）新", "（二）甲", "第二十条规定：“（一）职能；", "（二）规划。”", "（三）乙"], id="a law quoted",
        ),
        pytest.param(
            ["（一）甲", "依据《条例》第二十条第", "（二）项的规定公开。", "（二）乙"], 0, 0, ["（一）新"],
            ["（一）新", "（二）甲", "依据《条例》第二十条第", "（二）项的规定公开。", "（三）乙"], id="an item of a law",
        ),
        pytest.param(
            ["（一）甲", "（二）、（三）项所列信息已公开。", "（二）乙"], 0, 0, ["（一）新"],
            ["（一）新", "（二）甲", "（二）、（三）项所列信息已公开。", "（三）乙"], id="items of a law",
        ),
        pytest.param(
            ["（一）甲。根据《条例》第二十条：（一）职能；（二）规划；（三）统计。", "（二）乙", "（三）丙"], 1, 1, [],
            ["（一）甲。根据《条例》第二十条：（一）职能；（二）规划；（三）统计。", "（二）丙"], id="a law run in",
        ),
        pytest.param(
            ["（一）甲。第二十条规定，下列信息应当公开：（二）规划；（三）统计。", "（二）乙", "（三）丙"], 1, 1, [],
            ["（一）甲。第二十条规定，下列信息应当公开：（二）规划；（三）统计。", "（二）丙"], id="a part of a law run in",
        ),
        pytest.param(
            ["（一）甲", "第二十条规定，应当公开下列信息：", "（一）职能；", "（五）规划；", "（六）统计。", "（二）乙"], 0, 0, ["（一）新"],
            ["（一）新", "（二）甲", "第二十条规定，应当公开下列信息：", "（一）职能；", "（五）规划；", "（六）统计。", "（三）乙"],
            id="a law without quotation marks",
        ),
        pytest.param(
            ["（一）甲", "第二十条规定，应当公开下列信息：", "（一）职能；", "（二）规划。", "（二）乙", "（三）丙"], 3, 1, ["（二）规划；"],
            ["（一）甲", "第二十条规定，应当公开下列信息：", "（一）职能；", "（二）规划；", "（二）乙", "（三）丙"],
            id="a law whose last point ends as if it went on",
        ),
        pytest.param(
            ["（一）甲", "第二十条规定，应当公开下列信息：", "（四）职能；", "（五）规划；", "（六）统计。"], 3, 1, [],
            ["（一）甲", "第二十条规定，应当公开下列信息：", "（四）职能；", "（六）统计。"], id="an item left out of a law",
        ),
        pytest.param(
            ["按照第二十条的规定，我镇公开了下列信息：", "（一）职能；", "（二）规划；", "（三）统计。"], 2, 1, [],
            ["按照第二十条的规定，我镇公开了下列信息：", "（一）职能；", "（二）统计。"], id="the office's own, in the order of a law",
        ),
        pytest.param(
            ["第二十条规定，应当公开下列信息：", "（一）职能12条；", "（二）规划；", "（三）统计3条。"], 2, 1, [],
            ["第二十条规定，应当公开下列信息：", "（一）职能12条；", "（二）统计3条。"], id="the office's own figures",
        ),
        pytest.param(
            ["1、甲", "2、3月份检查。", "2、乙"], 0, 0, ["1、新"],
            ["1、新", "2、甲", "2、3月份检查。", "3、乙"], id="several months",
        ),
        pytest.param(
            ["1、甲", "2、", "3、乙"], 1, 1, ["2、3月份检查。"], ["1、甲", "2、3月份检查。", "3、乙"], id="a month typed behind a number",
        ),
        pytest.param(
            ["1、甲", "2、3月份检查。", "3、乙"], 0, 0, ["1、新"],
            ["1、新", "2、甲", "3、3月份检查。", "4、乙"], id="a month behind a number of a list",
        ),
        pytest.param(
            ["1、甲", "2、乙", "3、3月份检查。", "4、丙"], 0, 1, [],
            ["1、乙", "2、3月份检查。", "3、丙"], id="a month behind a number of a list that gets shorter",
        ),
        pytest.param(
            ["1、2、3季度各检查一次。", "1、甲"], 0, 0, ["1、新"],
            ["1、新", "1、2、3季度各检查一次。", "2、甲"], id="several quarters",
        ),
        pytest.param(
            ["（一）所谓“甲", "（二）乙", "（三）丙"], 1, 1, [], ["（一）所谓“甲", "（二）丙"], id="a quotation never closed",
        ),
        pytest.param(
            ["（一）甲。", "（二）乙。", "（三）丙。"], 0, 2, ["（一）甲。（二）乙。"],
            ["（一）甲。（二）乙。", "（三）丙。"], id="run in",
        ),
        pytest.param(
            ["主要：（一）甲。", "（二）乙。", "（三）丙。", "（四）丁。"], 1, 1, [],
            ["主要：（一）甲。", "（二）丙。", "（三）丁。"], id="begun within a sentence",
        ),
        pytest.param(
            ["问题：１．慢。", "２．少。", "３．浅。"], 1, 1, [], ["问题：１．慢。", "２．浅。"], id="begun within a sentence, wide digits",
        ),
        pytest.param(
            ["主要：（一）甲。", "（二）乙。"], 0, 1, ["主要：（一）甲。（二）新。"],
            ["主要：（一）甲。（二）新。", "（三）乙。"], id="one more within the sentence",
        ),
        pytest.param(
            ["（一）甲。", "（二）乙。", "改进措施：（一）子。", "（二）丑。", "（三）寅。"], 3, 1, [],
            ["（一）甲。", "（二）乙。", "改进措施：（一）子。", "（二）寅。"], id="begun within a sentence below another list",
        ),
        pytest.param(
            ["（一）甲。", "分两步：（一）子；（二）丑。", "（二）乙。", "（三）丙。"], 2, 1, [],
            ["（一）甲。", "分两步：（一）子；（二）丑。", "（二）丙。"], id="a list whole within a sentence of another",
        ),
    ],
)  # fmt: skip
def test_those_behind_count_on_as_they_did_before(report, before, at, removed, inserted, after):
    assert changed(report, before, at, removed, *inserted) == after


def test_paragraphs_from_elsewhere_count_on_from_those_above(report):
    # given
    section = report.section("overview")
    section.paragraphs = [paragraph("（一）甲"), paragraph("1.子"), paragraph("（二）乙")]
    moved = tuple(paragraph(text) for text in ("（五）丙", "1.丑", "(六)丁"))

    # when
    inverse = renumbering.follow(report, Splice("overview", 2, 0, moved, "粘贴 3 段"), fits=True).apply(
        report
    )

    # then
    texts = [one.text for one in section.paragraphs]
    assert texts == ["（一）甲", "1.子", "（二）丙", "1.丑", "(三)丁", "（四）乙"]
    inverse.apply(report)
    assert [one.text for one in section.paragraphs] == ["（一）甲", "1.子", "（二）乙"]


def test_paragraphs_from_elsewhere_begin_a_list_behind_a_colon(report):
    section = report.section("overview")
    section.paragraphs = [paragraph(text) for text in ("1.甲", "措施：", "1.子")]

    pasted = (paragraph("5.新"),)
    renumbering.follow(report, Splice("overview", 2, 0, pasted, "粘贴文字"), fits=True).apply(report)

    assert [one.text for one in section.paragraphs] == ["1.甲", "措施：", "1.新", "2.子"]


def test_words_of_a_paragraph_renumber_nothing(report):
    assert changed(report, ["（一）甲", "（三）乙"], 0, 1, "（一）甲改") == ["（一）甲改", "（三）乙"]


def test_behind_ninety_nine_no_number_is_made(report):
    before = [f"{number}.事" for number in range(1, 100)]

    assert changed(report, before, 0, 0, "1.新")[-2:] == ["99.事", "99.事"]
    assert numbering.following(report.section("overview").paragraphs, 3) == ""


def test_a_number_that_is_written_anew_changes_no_other(report):
    # given: the figure between the brackets is taken out, and another put in
    section = report.section("overview")
    section.paragraphs = [paragraph("（一）甲"), paragraph("（二）乙"), paragraph("（三）丙")]
    for text, level in (("（）乙", 2), ("（三）乙", 2)):
        edit = Splice("overview", 1, 1, (Paragraph(text=text, level=level),))

        # then
        assert renumbering.follow(report, edit) is edit
        edit.apply(report)

    # when: it is taken out altogether
    Splice("overview", 1, 1, (Paragraph(text="（乙", level=2),)).apply(report)
    renumbering.follow(report, Splice("overview", 1, 1, (Paragraph(text="乙"),))).apply(report)

    # then
    assert [one.text for one in section.paragraphs] == ["（一）甲", "乙", "（二）丙"]


def test_a_number_that_comes_to_stand_before_a_month_still_counts_on(report):
    # given
    changed(report, ["1、甲", "2、乙", "3、3月份检查。", "4、丙"], 0, 1)

    # when
    renumbering.follow(report, Splice("overview", 0, 0, (paragraph("1、新"),)), fits=True).apply(report)

    # then
    texts = [one.text for one in report.section("overview").paragraphs]
    assert texts == ["1、新", "2、乙", "3、3月份检查。", "4、丙"]


def test_states_links_and_undo_go_with_a_new_number(report):
    # given
    waiting = paragraph("（十）收到申请29件。", state="carried", origin="（十）收到申请28件。")
    waiting.links = (Link(start=7, end=9, cell="applications.new.total"),)
    edited = paragraph(
        "（十一）乙改", state="changed", unedited=Unedited(text="（十一）乙", level=2, state="seen")
    )
    report.values["applications.new.total"] = "29"
    section = report.section("overview")
    section.paragraphs = [paragraph("（九）甲"), waiting, edited]
    before = report.model_dump_json()
    inserted = paragraph("（十）新")

    # when
    edit = links.follow(report, renumbering.follow(report, Splice("overview", 1, 0, (inserted,), "增加段落")))
    inverse = edit.apply(report)

    # then
    third, fourth = section.paragraphs[2:]
    assert (edit.label, isinstance(edit, Together)) == ("增加段落并重新编号", True)
    assert (third.text, third.state, third.origin) == ("（十一）收到申请29件。", "carried", waiting.origin)
    assert [third.text[one.start : one.end] for one in third.links] == ["29"]
    assert (fourth.text, fourth.state) == ("（十二）乙改", "changed")
    assert fourth.unedited == Unedited(text="（十二）乙", level=2, state="seen")
    inverse.apply(report)
    assert report.model_dump_json() == before


def test_a_paragraph_that_gets_its_number_of_last_year_back_waits_as_it_did(report):
    # given: a number was changed by hand, and comes back as one above it goes
    section = report.section("overview")
    back = paragraph(
        "（三）乙", state="changed", unedited=Unedited(text="（二）乙", level=2, state="carried")
    )
    section.paragraphs = [paragraph("（一）甲"), paragraph("（二）新"), back]

    # when
    renumbering.follow(report, Splice("overview", 1, 1, ())).apply(report)

    # then
    assert (section.paragraphs[1].text, section.paragraphs[1].state) == ("（二）乙", "carried")
    assert section.paragraphs[1].unedited is None


@pytest.mark.parametrize(
    ("text", "level", "value"),
    [
        ("（一）甲", 2, 1), ("(十二)甲", 2, 12), ("　　（三）甲", 2, 3), ("（ 一 ）甲", 2, 1), ("〔二〕甲", 2, 2),
        ("1.甲", 3, 1), ("１．甲", 3, 1), ("2、甲", 3, 2), ("3.2024年甲", 3, 3), ("（3）甲", 4, 3), ("三、甲", 1, 3),
        ("（二）项", 2, 2), ("（二）项目", 2, 2), ("（二）款项", 2, 2), ("（二）三项", 2, 2), ("（二）款物", 2, 2), ("1、3月甲", 3, 1),
        ("1、3期甲", 3, 1), ("3、号召甲", 3, 3), ("1、4、甲", 3, 1), ("一、三公甲", 1, 1),
    ],
)  # fmt: skip
def test_a_number_is_read_in_every_writing(text, level, value):
    number = numbering.read(text)

    assert (number.level, number.value) == (level, value)
    assert text[number.end :] in (
        "甲", "2024年甲", "3月甲", "1-6月甲", "29件甲", "项", "项目", "款项", "三项", "款物", "4、甲", "三公甲", "3期甲", "号召甲",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "1.5万元",
        "1.2万件",
        "2.5个月",
        "１２．５万元",
        "2024年",
        "12月",
        "十月",
        "（详见附件）",
        "〔2024〕3号",
        "（2024）",
        "",
        "一是",
        "（一）项所列信息",
        "（一）、（二）项信息",
        "（一）、（二）两项信息",
        "（一）至（三）项信息",
        "（1）款规定",
        "1、2、3季度",
        "7、8月",
        "一、二、三产业",
    ],
)
def test_what_is_no_number_is_none(text):
    assert numbering.read(text) is None


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("　　（一）甲", "（一）甲"),
        ("（ 一 ）甲", "（一）甲"),
        ("〔一〕甲", "（一）甲"),
        ("(一)甲 乙", "(一)甲 乙"),
        ("　甲", "　甲"),
    ],
)
def test_a_number_is_tidied_as_it_is_printed(text, printed):
    assert numbering.tidy(text) == printed


@pytest.mark.parametrize(
    ("above", "level", "number"),
    [
        ([], 2, "（一）"), (["（一）甲"], 2, "（二）"), (["(一)甲"], 2, "(二)"), (["（五）甲"], 2, "（六）"),
        (["（一）甲", "1、乙"], 3, "2、"), (["1、乙", "（一）甲"], 3, "1、"), (["（一）甲", "1.乙"], 4, "（1）"),
        (["（一）甲。（二）乙。"], 2, "（三）"), (["（一）甲"], 0, ""), (["1.甲", "措施："], 3, "1."),
        (["（一）甲", "规定：“（一）子；", "（二）丑。”"], 2, "（二）"), (["（一）甲：", "1.乙"], 3, "2."), (["（一）甲："], 2, "（二）"),
        (["1、甲", "2、3月份检查。"], 3, "3、"), (["1、甲", "7、8月份检查。"], 3, "2、"),
        (["（一）甲", "第二十条规定，应当公开下列信息：", "（一）子；", "（二）丑；"], 2, "（三）"),
        (["（一）甲", "第二十条规定，应当公开下列信息：", "（一）子；", "（二）丑。"], 2, "（二）"),
    ],
)  # fmt: skip
def test_the_next_number_counts_on_in_the_writing_of_the_others(above, level, number):
    assert numbering.following([paragraph(text) for text in above], level) == number


@pytest.mark.parametrize(
    ("number", "words", "text"),
    [
        ("1.", "5G建设", "1. 5G建设"),
        ("1.", "1.5万元补贴全部公开。", "1. 1.5万元补贴全部公开。"),
        ("12．", "12345热线", "12． 12345热线"),
        ("1.", "2024年建设", "1. 2024年建设"),
        ("1.", "建设", "1.建设"),
        ("1、", "5G建设", "1、5G建设"),
        ("（1）", "5G建设", "（1）5G建设"),
        ("", "5G建设", "5G建设"),
    ],
)
def test_a_number_before_words_that_begin_with_a_figure_is_read_back(number, words, text):
    assert numbering.put_before(number, words) == text
    assert not number or numbering.read(text).writing == number


def test_a_quotation_reaches_from_the_last_that_opens_to_the_one_that_closes():
    texts = ["所谓“甲", "规定：“乙", "“丙”", "丁。”", "戊", "己”"]

    assert quotations.quoted(texts) == {2, 3}


@pytest.mark.parametrize(
    "texts",
    [
        ["（一）所谓“放管服", "（二）甲。", "（三）乙。", "（四）结束”"],
        ["（一）所谓“放管服", "1.甲；", "2.乙。”"],
        ['（一）所谓“放管服"改革：', "1.甲；", "2.乙。”"],
        ["（一）“互联网+政务服务。", "1.甲；", "2.乙。”"],
        ["（一）会议强调：“坚持公开为常态。", "（二）甲。", "（三）乙。”"],
        ["（一）会议强调：“坚持公开为常态。", "（三）甲。", "（四）乙。”"],
        ["（一）甲。", "会议强调：“坚持公开为常态。", "1.子；", "（二）乙。", "（三）丙。”"],
        ["（一）会议强调：“坚持公开为常态。", "1.我镇公开信息；", "2.我镇答复申请。", "（三）丙。”"],
        ["（一）甲。", "（二）乙”"],
    ],
)
def test_two_marks_that_belong_to_no_quotation_hold_nothing(texts):
    assert quotations.quoted(texts) == set()


@pytest.mark.parametrize(
    ("texts", "held"),
    [
        (["（一）甲", "第二十条规定：“（一）职能；", "（二）规划。”", "（二）乙"], {2}),
        (
            ["（一）按照第二十条规定：“应当公开下列信息：（一）职能；", "（二）规划；", "（三）预算。”"],
            {1, 2},
        ),
        (
            [
                "（一）第二十条“行政机关应当公开下列信息：",
                "（一）职能；",
                "（二）规划”的规定，我镇全部公开。",
            ],
            {1, 2},
        ),
        (["（一）第二十条规定：", "“行政机关应当公开下列信息。", "（一）职能。", "（二）规划。”"], {2, 3}),
        (["依照《条例》第二十条规定，“应当公开信息。", "（一）职能。", "（二）规划。”"], {1, 2}),
        (["要点写明：“1.公开职能。", "2.公开“三公”经费。", "3.公开预算。”", "（一）甲"], {1, 2}),
        (["甲规定：“子；", "（一）丑”，乙规定：“寅；", "（一）卯。”", "（一）辰"], {1, 2}),
        (["甲规定：“（一）子；", "（二）丑。”", "乙规定：“（三）寅；", "（四）卯。”"], {1, 3}),
    ],
)
def test_a_quotation_of_several_paragraphs_opens_behind_a_colon_or_where_the_words_lead_on(texts, held):
    assert quotations.quoted(texts) == held


def test_a_very_long_row_of_quotations_is_read_in_a_time_that_grows_with_its_length_alone():
    texts = ["规定：“（一）子；", "（二）丑。”"] * 5_000

    assert quotations.quoted(texts) == set(range(1, 10_000, 2))


@pytest.mark.parametrize(
    ("texts", "law"),
    [
        (["《条例》第二十条规定，行政机关应当公开下列信息：", "（一）公共卫生；", "（二）规划。", "（三）乙"], {1, 2}),
        (["《条例》第十三条第（一）项、第（三）项：", "（一）子；", "（三）丑。"], {1, 2}),
        (["《条例》第二十条规定，应当公开下列信息：", "1.子；", "2.丑。"], {1, 2}),
        (["《条例》（2019年修订）第20条规定，应当公开下列信息：", "（一）子；", "（二）丑。"], {1, 2}),
        (["2024年，按照《条例》第20条应当公开的内容：", "（一）子；", "（二）丑。"], set()),
        (["《条例》第二十条规定，应当公开下列信息：（一）子；", "（二）丑；", "（三）寅。", "（四）卯。"], {1, 2}),
        (["《条例》第二十条规定，应当公开下列信息：（一）子；", "（二）丑。"], {1}),
        (["《条例》第二十条规定，应当公开下列信息：（一）子；（二）丑。", "（三）寅；", "（四）卯。"], set()),
        (["《条例》第二十条规定，应当公开下列信息：", "（一）子；", "1.丑。"], set()),
        (["《条例》第二十条规定，应当公开下列信息：", "（一）子；", "（二）丑；", "（二）乙", "（三）丙"], {1, 2}),
        (["《条例》第二十条规定，应当公开下列信息：", "（一）子。", "（二）丑。"], set()),
        (["《条例》第二十条规定，应当公开下列信息。", "（一）子；", "（二）丑。"], set()),
        (["根据《条例》第二十条，公开情况如下：", "（一）子；", "（二）丑。"], set()),
        (["根据《条例》第二十条，本镇应当公开下列信息：", "（一）子；", "（二）丑。"], set()),
        (["应当公开下列信息：", "（一）子；", "（二）丑。"], set()),
    ],
)  # fmt: skip
def test_the_points_of_a_law_stand_below_the_article_that_names_them(texts, law):
    assert quotations.quoted(texts) == law


@pytest.mark.parametrize(("filled", "count"), [(100, 1), (300, 0)])
def test_a_sentence_leads_in_where_it_is_no_longer_than_one_reads(filled, count):
    text = "甲" * filled + "第二十条规定，应当公开下列信息：（一）子；（二）丑。"

    assert len(quotations.cited(text)) == count


def test_a_very_long_paragraph_full_of_articles_is_read_in_a_time_that_grows_with_its_length_alone():
    text = "第一条，应当：（一）子；（二）丑。" * 6_000

    spans = quotations.cited(text)

    assert len(spans) == 6_000
    assert all(quotations.covers(spans, begin) and not quotations.covers(spans, end) for begin, end in spans)


FIVE = [f"（{one}）一件事。" for one in "一二三四五"]


@pytest.mark.parametrize(
    ("above", "new", "after"),
    [
        (FIVE, ["（一）宣传。", "正文。", "（二）公开。"], ["（六）宣传。", "正文。", "（七）公开。"]),
        (FIVE, ["信息公开", "（一）宣传。"], ["信息公开", "（一）宣传。"]),
        (FIVE, ["（一）宣传。", "（二）公开。", "今后，我镇将努力。", "（一）学习。", "（二）保障。"],
         ["（六）宣传。", "（七）公开。", "今后，我镇将努力。", "（一）学习。", "（二）保障。"]),
        (FIVE, ["（一）宣传。", "（二）公开。", "（一）学习。", "（三）保障。"], ["（六）宣传。", "（七）公开。", "（一）学习。", "（三）保障。"]),
        ([], ["1.甲", "2.乙", "1.丙"], ["1.甲", "2.乙", "1.丙"]),
        ([], ["（一）慢。", "（二）少。", "2025年，我镇将抓好公开。", "（一）学习。"], ["（一）慢。", "（二）少。", "2025年，我镇将抓好公开。", "（一）学习。"]),
        ([*FIVE[:4], "（五）一件事。下一步措施："], ["（一）学习。", "（二）保障。"], ["（一）学习。", "（二）保障。"]),
        (["（一）甲", "共120条。", "（二）乙", "办了两期。"], ["（一）宣传", "张贴公告。"], ["（三）宣传", "张贴公告。"]),
        (["（一）甲。", "（二）乙。", "正文一段，写得完整。"], ["（一）宣传。"], ["（一）宣传。"]),
        (FIVE, ["（一）宣传。", "1.子。", "2.丑。"], ["（六）宣传。", "1.子。", "2.丑。"]),
        (FIVE, ["存在问题", "（一）慢。", "（二）少。"], ["存在问题", "（一）慢。", "（二）少。"]),
        (FIVE, ["做了几件事：", "（一）慢。", "（二）少。"], ["做了几件事：", "（一）慢。", "（二）少。"]),
        (["1.甲。", "2.乙。"], ["1.丙。", "另外。", "1.丁。", "2.戊。"], ["3.丙。", "另外。", "1.丁。", "2.戊。"]),
        ([], ["二、公开情况", "（三）丙。"], ["二、公开情况", "（一）丙。"]),
        (["主要做了以下工作：（一）抓公开。"], ["（二）抓解读。", "（三）抓培训。"], ["（二）抓解读。", "（三）抓培训。"]),
        (["问题：１．慢。"], ["２．少。"], ["２．少。"]),
        (FIVE, ["第二十条规定，应当公开：", "（一）职能；", "（二）规划。"], ["第二十条规定，应当公开：", "（一）职能；", "（二）规划。"]),
    ],
)  # fmt: skip
def test_a_block_of_another_program_counts_on_from_what_stands_above(above, new, after):
    made = [paragraph(text) for text in new]

    counted = renumbering.counted_on([paragraph(text) for text in above], made)

    assert [one.text for one in counted] == after
    assert [one.text for one in made] == new


@pytest.mark.parametrize(
    ("above", "new", "below", "after"),
    [
        (["(四)甲。", "(五)乙。"], ["（一）宣传。", "（二）公开。"], [], ["(六)宣传。", "(七)公开。"]),
        (
            ["（一）甲。"],
            ["(一)宣传。", "(1)张贴。", "1.更换。"],
            [],
            ["（二）宣传。", "（1）张贴。", "1.更换。"],
        ),
        ([], ["（一）宣传。", "（1）张贴。"], ["(一)丙。"], ["(一)宣传。", "(1)张贴。"]),
        (
            ["(一)甲。"],
            ["做法如下：", "（一）慢（很慢）。"],
            ["（二）丙。"],
            ["做法如下：", "(一)慢（很慢）。"],
        ),
        ([], ["（一）宣传。", "(二)公开。"], ["正文（一处）。"], ["（一）宣传。", "(二)公开。"]),
        (["（一）甲。", "(1)子。"], ["（二）乙。", "（1）丑。"], [], ["（二）乙。", "(1)丑。"]),
        (["(1)子。"], ["（一）乙。"], ["(2)丑。", "（二）丙。"], ["（一）乙。"]),
    ],
)
def test_a_block_of_another_program_stands_in_the_brackets_of_the_section(above, new, below, after):
    counted = renumbering.counted_on(*([paragraph(text) for text in texts] for texts in (above, new, below)))

    assert [one.text for one in counted] == after


def test_a_second_list_among_pasted_paragraphs_keeps_its_numbers(report):
    # given
    section = report.section("overview")
    section.paragraphs = [paragraph(text) for text in FIVE]
    pasted = tuple(
        paragraph(text)
        for text in ("（一）宣传。", "（二）公开。", "整改措施", "（一）学习。", "（二）保障。")
    )

    # when
    renumbering.follow(report, Splice("overview", 5, 0, pasted, "粘贴 5 段"), fits=True).apply(report)

    # then
    assert [one.text for one in section.paragraphs][5:] == [
        "（六）宣传。",
        "（七）公开。",
        "整改措施",
        "（一）学习。",
        "（二）保障。",
    ]


@pytest.mark.parametrize(
    ("above", "level", "number"),
    [
        (["主要：（一）甲。"], 2, "（二）"),
        (["问题：１．慢；２．少。"], 3, "3."),
        (["（一）甲。", "改进措施：（一）子。"], 2, "（二）"),
        (["（一）甲。", "（二）乙。", "改进措施：（一）子。"], 2, "（二）"),
        (["（一）甲。", "分三步：（一）子；（二）丑；（三）寅。"], 2, "（二）"),
        (["（一）甲。", "分两步：1.子；2.丑。", "（二）乙。"], 3, "1."),
    ],
)
def test_the_next_number_counts_the_points_within_words_that_have_none(above, level, number):
    assert numbering.following([paragraph(text) for text in above], level) == number
