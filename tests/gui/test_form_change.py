"""A draft on another form than last year's says so, and gives back what it had no place for."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit, QPushButton

from core.carry import forward
from core.edits import Splice
from core.report import PREFACE, Paragraph, blank
from core.store import ReportFile
from gui.models.cell_words import describe
from gui.pages import Page
from gui.panes.outline import found_at, page_state
from gui.panes.prose.sheet import Sheet

OFFICE = "清溪县柳河镇人民政府"
CONTACT = "联系地址：柳河镇中心街1号，邮编：100000，电话：0100-1234567。"


@pytest.fixture
def last(library):
    last = blank(library.get("national-2014"), 2016, OFFICE)
    last.section(PREFACE).paragraphs = [Paragraph(text="由七部分组成。"), Paragraph(text=CONTACT)]
    return last


@pytest.fixture
def opened(window, library, last):
    """The draft of 2024 in the window, on the page of title and preface."""
    window.desk.open(ReportFile(forward(library, last, 2024)), None)
    window.desk.workspace.page.show_page(Page(PREFACE))
    yield window
    window.desk.close()


def test_one_line_says_what_changed_with_the_form(opened, hands):
    # then
    words = hands.find("formChangeWords", QLabel).text()
    assert words == "2016 年的地址、邮编、电话没有带过来；今年用 2021 年起的国家统一格式，前言已按它写好。"
    assert page_state(opened.desk.session, Page(PREFACE), found_at(opened.desk.session)).sign == "●"
    sheet = hands.find("proseEditor", Sheet)
    assert sheet.words_at(QPoint(14, sheet.cursorRect().center().y())) == "按新格式写好，未核对"


def test_what_was_left_is_shown_and_put_below_the_preface_with_two_clicks(opened, hands):
    # given
    hands.press("formChangeShow")
    assert hands.find("leftBehindDialog").windowTitle() == "2016 年的内容到了哪里"
    shown = hands.find("leftBehindList", QListWidget)
    items = [shown.item(row) for row in range(shown.count())]
    ticks = {one.text(): one.checkState() == Qt.CheckState.Checked for one in items}

    # when
    hands.press("leftBehindTake")

    # then
    assert ticks == {"由七部分组成。": False, CONTACT: True}
    report = opened.desk.session.report
    assert report.section(PREFACE).paragraphs[-1].text == CONTACT
    hands.press("formChangeShow")
    assert "已在报告里" in hands.find("leftBehindList", QListWidget).item(1).text()
    assert not hands.find("leftBehindTake").isEnabled()
    hands.press("leftBehindClose")
    hands.command("undo")
    assert len(report.section(PREFACE).paragraphs) == 1


def test_the_line_goes_once_the_preface_was_looked_at_or_by_its_button(opened, hands, library, last):
    # when
    hands.command("confirm")

    # then
    assert opened.desk.session.report.section(PREFACE).paragraphs[0].state == "seen"
    assert not hands.sees("formChange")
    opened.desk.open(ReportFile(forward(library, last, 2024)), None)
    hands.press("formChangeAway")
    assert not hands.sees("formChange")


def test_the_line_sent_away_stays_away_when_the_same_draft_is_opened_again(window, hands, library, last):
    # given
    file, other = (ReportFile(forward(library, last, 2024)) for _ in range(2))
    window.desk.open(file, None)
    hands.press("formChangeAway")

    # when
    window.desk.open(file, None)

    # then: of another draft it is told all the same
    assert not hands.sees("formChange")
    window.desk.open(other, None)
    assert hands.sees("formChange")
    window.desk.close()


def test_a_draft_within_a_form_has_no_such_line(window, hands, library):
    # given
    draft = forward(library, blank(library.get("national-2021"), 2023, OFFICE))

    # when
    window.desk.open(ReportFile(draft), None)

    # then
    assert not hands.sees("formChange")
    window.desk.close()


def words_of(hands) -> str:
    return hands.find("formChangeWords", QLabel).text()


def test_the_line_tells_only_what_is_still_left(opened, hands):
    # when: how to reach the office is taken over
    hands.press("formChangeShow")
    hands.press("leftBehindTake")

    # then
    assert words_of(hands) == "2016 年有 1 处文字没有带过来；今年用 2021 年起的国家统一格式，前言已按它写好。"
    hands.command("undo")
    assert "2016 年的地址、邮编、电话没有带过来" in words_of(hands)
    hands.command("redo")
    assert "电话" not in words_of(hands)


def test_the_line_goes_once_all_is_taken_over_and_comes_back_with_undo(window, hands, library, last):
    # given
    last.section(PREFACE).paragraphs = [Paragraph(text=CONTACT)]
    window.desk.open(ReportFile(forward(library, last, 2024)), None)

    # when
    hands.press("formChangeShow")
    hands.press("leftBehindTake")

    # then: nor does the draft tell of it when it is opened again
    assert not hands.sees("formChange")
    session = window.desk.session
    hands.command("undo")
    assert "2016 年的地址、邮编、电话没有带过来" in words_of(hands)
    hands.press("formChangeAway")
    hands.command("redo")
    hands.command("undo")
    assert not hands.sees("formChange")
    hands.command("redo")
    window.desk.open(ReportFile(session.report.model_copy(deep=True)), None)
    assert not hands.sees("formChange")
    window.desk.close()


# What went where


@pytest.fixture
def moved(window, library, last):
    """The draft of 2019, beside a report of 2018 with words in four parts and three figures."""
    last.year = 2018
    last.title = last.title.replace("2016", "2018")
    for section in ("disclosure", "applications", "fees"):
        last.section(section).paragraphs = [Paragraph(text=f"去年这一部分写的是{section}。")]
    last.section("problems").paragraphs = [Paragraph(text="栏目更新不够快。")]
    last.values = {
        "statistics.published.value": "12",
        "statistics.offices.value": "1",
        "statistics.reviews.value": "0",
    }
    window.desk.open(ReportFile(forward(library, last, 2019)), None)
    yield window
    window.desk.close()


def test_the_line_says_which_parts_went_where_and_how_many_figures_have_no_place(moved, hands):
    # then
    assert words_of(hands) == (
        "3 个数没带过来：去年有，今年的表里没有；去年的地址、邮编、电话没有带过来；"
        "今年用 2019—2020 年国家统一格式，前言已按它写好；去年的二、三并到“一、总体情况”，"
        "五并到“六、其他需要报告的事项”。"
    )


def test_all_of_the_line_is_said_at_the_button_that_keys_reach(moved, hands):
    # then: in a low window the line ends in dots
    button = hands.find("formChangeShow", QPushButton)
    assert button.accessibleDescription() == f"{words_of(hands)}（Shift+F7）"
    assert button.toolTip() == "Shift+F7"


def test_the_list_tells_every_part_and_every_figure(moved, hands):
    # when
    hands.press("formChangeShow")

    # then: words that were moved into a part without any need no heading
    shown = hands.find("movedList", QListWidget)
    assert [shown.item(row).text() for row in range(shown.count())] == [
        "各部分到了哪里（去年 → 今年）",
        "二、主动公开政府信息情况 → 一、总体情况",
        "三、依申请公开政府信息情况 → 一、总体情况，标题是“（一）依申请公开政府信息情况”",
        "五、政府信息公开的收费及减免情况 → 六、其他需要报告的事项",
        "六、存在的主要问题及改进措施 → 五、存在的主要问题及改进情况",
        "今年的表里没有的数（3 个，不是 0 的 2 个）",
        "一、主动公开情况 · （一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）：12条",
        "四、行政复议数量：0件",
        "八、机构建设和保障经费情况 · （一）政府信息公开工作专门机构数：1个",
    ]
    hands.press("leftBehindClose")


def test_last_years_words_that_were_moved_are_found_where_they_stand(moved, hands):
    # given
    work = moved.desk.workspace
    work.bring(work.last_year)

    # when
    work.page.show_page(Page("disclosure", ("disclosure",)))

    # then
    text = hands.find("lastYearText", QPlainTextEdit)
    assert text.toPlainText() == "→ 今年在 一、总体情况 · 第 1 段\n去年这一部分写的是disclosure。"
    assert hands.find("lastYearShare", QLabel).text() == "2018 年的这一部分"


def test_figures_of_a_row_that_both_forms_have_stand_beside_it_and_in_order(window, hands, library):
    # given
    last = blank(library.get("weihai-2012"), 2013, OFFICE)
    last.values = {
        "statistics.documents_issued.value": "7",
        "statistics.sites.value": "1",
        "statistics.published.value": "800",
    }
    draft = forward(library, last)
    draft.values["statistics.published.value"] = "810"

    # when
    window.desk.open(ReportFile(draft), None)
    work = window.desk.workspace
    work.bring(work.last_year)
    work.page.show_page(Page("", ("statistics",)))

    # then
    shown = hands.find("lastYearText", QPlainTextEdit).toPlainText().split("\n")
    assert [one.rpartition("：")[2] for one in shown] == [
        "800条（今年 810条）",
        "7件",
        "1个（今年的表没有这一项）",
    ]
    assert hands.find("lastYearShare", QLabel).text() == "2013 年的数字（不是 0 的）"
    template = window.desk.session.template
    cells = [template.cells[f"statistics.{one}.value"] for one in ("published", "website", "fund")]
    told = ("去年 800 条。本格：", "。去年空着。填：", "。去年的格式没有这一格。填：")
    for cell, words in zip(cells, told, strict=True):
        assert words in describe(template, draft, cell, library.get("weihai-2012"))
    assert "去年" not in describe(template, draft, cells[1])
    window.desk.close()


def test_figures_that_the_old_form_has_elsewhere_stand_below_the_new_form_and_cells_it_had_none_of_are_told(
    library,
):
    # given
    last = blank(library.get("national-2014"), 2018, OFFICE)
    last.values = {
        "statistics.received.value": "29",
        "statistics.answered_public.value": "2",
        "statistics.answered_granted.value": "11",
        "statistics.answered_refused.value": "3",
    }
    template, old = library.get("national-2021"), library.get("national-2014")
    draft = blank(template, 2019, OFFICE)
    draft.earlier = [last]
    told = {
        "applications.new.total": "去年（原表“收到申请”）是 29 件。本格：",
        "applications.granted.total": "去年（原表“予以公开”）是 13 件。本格：",
        "applications.partial.total": "（件）。去年的格式没有这一格。",  # what the old form counts there was left blank
        "applications.new.natural": "（件）。去年的格式没有这一格。",
        "applications.secret.total": "（件）。去年的格式没有这一格。",  # one of several that the old form counts together
    }

    # then
    for cell, words in told.items():
        assert words in describe(template, draft, template.cells[cell], old)
    brief = describe(template, draft, template.cells["applications.new.total"], old, brief=True)
    assert brief.startswith("去年（原表“收到申请”）是 29 件。本年新收政府信息公开申请数量 · 总计。")
    alike = describe(template, draft, template.cells["applications.new.natural"], old, brief=True)
    assert alike.startswith("本年新收政府信息公开申请数量 · 自然人。单位：件。")
    assert alike.endswith("去年的格式没有这一格。")


def test_a_part_that_was_added_and_a_title_written_anew_are_told_until_they_are_seen_to(
    window, hands, library
):
    # given
    last = blank(library.get("national-2014"), 2016, OFFICE)
    last.title = "柳河镇人民政府2016年政府信息公开工作年度报告"
    last.sections = [one for one in last.sections if one.id != "fees"]
    last.section("problems").paragraphs = [Paragraph(text="栏目更新不够快。")]
    draft = forward(library, last)

    # when
    window.desk.open(ReportFile(draft), None)

    # then
    added = "去年没有“五、政府信息公开的收费及减免情况”，已按格式添上，请写，后面的编号顺着排"
    assert words_of(hands) == f"{added}；标题和去年的写法不一样，请看一遍。"
    hands.press("formChangeShow")
    shown = hands.find("movedList", QListWidget)
    assert [shown.item(row).text() for row in range(1, shown.count())] == [
        "五、存在的主要问题及改进措施 → 六、存在的主要问题及改进措施",
        "新添的：五、政府信息公开的收费及减免情况（还空着，请写）",
        f"标题：柳河镇人民政府2016年政府信息公开工作年度报告 → {draft.title}",
    ]
    assert not hands.sees("leftBehindList")
    hands.press("leftBehindClose")
    window.desk.session.edit(
        Splice(
            PREFACE,
            0,
            len(draft.section(PREFACE).paragraphs),
            (Paragraph(text="现公布报告。", state="seen"),),
        )
    )
    assert words_of(hands) == f"{added}。"
    window.desk.session.edit(Splice("fees", 0, 0, (Paragraph(text="没有收费。"),)))
    assert not hands.sees("formChange")
    window.desk.close()


def test_once_its_line_is_sent_away_the_list_comes_again_by_its_command(opened, hands):
    # given
    hands.press("formChangeAway")
    assert not hands.sees("formChange")

    # when
    hands.command("moved")

    # then
    assert hands.find("leftBehindDialog").windowTitle() == "2016 年的内容到了哪里"
    shown = hands.find("leftBehindList", QListWidget)
    assert CONTACT in [shown.item(row).text() for row in range(shown.count())]


def test_where_nothing_was_carried_the_command_says_so(window, hands, library):
    # given
    window.desk.open(ReportFile(blank(library.get("national-2021"), 2024, OFFICE)), None)

    # when
    hands.command("moved")

    # then
    assert not hands.sees("leftBehindDialog")
    assert window.statusBar().currentMessage() == "这份报告不是由以前的报告生成的，没有换了地方的内容。"
    window.desk.close()


ODD_TITLE = "柳河镇人民政府2016年政府信息公开工作年度报告"


def test_where_the_title_alone_is_worded_otherwise_the_line_and_the_list_show_both_titles(
    window, hands, library
):
    # given: the report of the year before, on the same form and with all its parts
    last = blank(library.get("national-2014"), 2016, OFFICE)
    last.title = ODD_TITLE
    for section in last.sections[1:-1]:
        section.paragraphs = [Paragraph(text=f"这一部分写的是{section.id}。")]
    draft = forward(library, last)

    # when
    window.desk.open(ReportFile(draft), None)

    # then
    titles = [f"去年标题“{ODD_TITLE}”", f"今年标题“{draft.title}”"]
    assert words_of(hands) == f"标题和去年的写法不一样，请看一遍：{titles[0]}，{titles[1]}。"
    assert hands.find("formChangeShow").text() == "看两年的标题…"
    hands.press("formChangeShow")
    assert hands.find("leftBehindDialog").windowTitle() == "去年和今年的标题"
    shown = hands.find("movedList", QListWidget)
    told = [shown.item(row).text() for row in range(shown.count())]
    assert told[:3] == ["标题和去年的写法不一样", *titles]
    assert len(told) == 4
    assert told[3].startswith("文字还在原处的部分（")
    hands.press("leftBehindClose")
    window.desk.close()


def test_parts_that_stand_as_they_did_are_one_line_behind_those_that_changed(window, hands, library):
    # given
    last = blank(library.get("national-2014"), 2016, OFFICE)
    last.sections = [one for one in last.sections if one.id != "fees"]
    for one in ("overview", "disclosure", "problems"):
        last.section(one).paragraphs = [Paragraph(text=f"去年这一部分写的是{one}。")]

    # when
    window.desk.open(ReportFile(forward(library, last)), None)
    hands.press("formChangeShow")

    # then
    shown = hands.find("movedList", QListWidget)
    assert [shown.item(row).text() for row in range(1, shown.count())] == [
        "五、存在的主要问题及改进措施 → 六、存在的主要问题及改进措施",
        "新添的：五、政府信息公开的收费及减免情况（还空着，请写）",
        "文字还在原处的部分（2 个）：一、二",
    ]
    hands.press("leftBehindClose")
    window.desk.close()


def test_parts_of_tables_alone_have_a_line_of_their_own(window, hands, library):
    # given: of the three parts with tables one has words too
    last = blank(library.get("national-2021"), 2023, OFFICE)
    last.title = ODD_TITLE
    for one in ("overview", "reviews", "problems"):
        last.section(one).paragraphs = [Paragraph(text=f"去年这一部分写的是{one}。")]

    # when
    window.desk.open(ReportFile(forward(library, last)), None)
    hands.command("moved")

    # then
    shown = hands.find("movedList", QListWidget)
    assert [shown.item(row).text() for row in range(shown.count())][-2:] == [
        "文字还在原处的部分（3 个）：一、四、五",
        "只有表格、还在原处的部分（2 个）：二、三",
    ]
    hands.press("leftBehindClose")
    window.desk.close()


def test_a_character_that_cannot_be_printed_is_a_box_in_the_list_of_parts(window, hands, library):
    # given
    last = blank(library.get("national-2014"), 2016, OFFICE)
    last.section("overview").source_title = "总体\ue004情况"
    last.section("overview").paragraphs = [Paragraph(text="去年这一部分有话。")]

    # when
    window.desk.open(ReportFile(forward(library, last, 2024)), None)
    hands.press("formChangeShow")

    # then
    shown = hands.find("movedList", QListWidget)
    told = "\n".join(shown.item(row).text() for row in range(shown.count()))
    assert "总体□情况" in told
    assert "\ue004" not in told
    hands.press("leftBehindClose")
    window.desk.close()
