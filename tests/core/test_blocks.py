"""The finished document before any format."""

import pytest

from core.blocks import Annex, Heading, Paragraph, SignOff, TableBlock, Title
from core.layout import lay_out, sign_off
from core.report import Head, Section, blank
from core.report import Paragraph as Words


def draft(library, template="national-2021", year=2024):
    report = blank(library.get(template), year, "青禾镇人民政府")
    report.section("signature").paragraphs.append(Words(text="2025年1月9日"))
    return library.get(template), report


def test_the_parts_come_in_the_order_of_the_printed_report(library):
    # given
    template, report = draft(library)

    # when
    document = lay_out(template, report)

    # then
    assert isinstance(document.blocks[0], Title)
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert headings == [f"{one.number}、{one.title}" for one in template.sections]
    assert [block.anchor.table for block in document.blocks if isinstance(block, TableBlock)] == [
        "disclosure",
        "applications",
        "reviews",
    ]
    assert document.blocks[-1] == SignOff("青禾镇人民政府", "2025年1月9日", document.blocks[-1].anchor)


def test_the_annex_of_the_2014_form_stands_behind_the_sign_off(library):
    # given
    template, report = draft(library, "national-2014", 2016)
    report.heads["statistics"] = Head(title="统计表", period="（2016年度）", filler="")

    # when
    blocks = lay_out(template, report).blocks

    # then
    assert [type(block) for block in blocks[-3:]] == [SignOff, Annex, TableBlock]
    assert blocks[-2].lines == ("（2016年度）", "填报单位（盖章）：")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("（一）主动公开。全年公开八十条。", ["heading2", "body"]),
        ("（一）主动公开", ["heading2"]),
        ("(二)依申请公开。", ["heading2"]),
    ],
)
def test_a_run_in_heading_is_set_apart_from_its_text(library, text, roles):
    # given
    template, report = draft(library)
    report.section("overview").paragraphs = [Words(text=text, level=2)]

    # when
    paragraph = next(
        one for one in lay_out(template, report).blocks if isinstance(one, Paragraph) and one.level == 2
    )

    # then
    assert [run.role for run in paragraph.runs] == roles
    assert paragraph.text == text


def test_blank_cells_and_blank_paragraphs_are_not_printed(library):
    # given
    template, report = draft(library)
    report.section("overview").paragraphs = [Words(text="　"), Words(text="有字。")]
    report.values["disclosure.rules.made"] = "0"

    # when
    blocks = lay_out(template, report).blocks

    # then
    assert [one.text for one in blocks if isinstance(one, Paragraph)][1:] == ["有字。"]
    table = next(one for one in blocks if isinstance(one, TableBlock))
    assert table.values == {"disclosure.rules.made": "0"}


@pytest.mark.parametrize(
    ("lines", "office", "date"),
    [
        (["青禾镇人民政府", "2025年1月9日"], "青禾镇人民政府", "2025年1月9日"),
        (["附件：统计表", "青禾镇人民政府", "二〇二五年一月九日"], "青禾镇人民政府", "二〇二五年一月九日"),
        (["2025年1月9日"], "", "2025年1月9日"),
        (["附件：统计表。"], "", ""),
        (["附件：1．统计表", "2．名单", "2025年1月9日"], "", "2025年1月9日"),
        (["附件：1．统计表", "2．名单"], "", ""),
        ([], "", ""),
    ],
)
def test_name_and_date_are_found_under_the_report(library, lines, office, date):
    # given
    _, report = draft(library)
    report.sections[-1] = Section(id="signature", paragraphs=[Words(text=line) for line in lines])

    # then
    assert sign_off(report) == {"office": office, "date": date}


def test_a_heading_heads_text_or_a_table_but_not_the_next_heading(library):
    # given
    template, report = draft(library)
    lines = ((2, "（一）主动公开"), (2, "（二）平台建设"), (0, "栏目由专人维护。"))
    report.section("overview").paragraphs = [Words(text=text, level=level) for level, text in lines]

    # when
    blocks = lay_out(template, report).blocks
    first = next(index for index, block in enumerate(blocks) if isinstance(block, Paragraph) and block.level)
    table = next(block for block in blocks if isinstance(block, TableBlock))

    # then
    one, two, text = blocks[first : first + 3]
    assert [one.heads(two), two.heads(text), two.heads(table), two.heads(None), text.heads(table)] == [
        False,
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("section", "text", "role"),
    [
        ("signature", "附件：政府信息公开情况统计表", "annex_note"),
        ("signature", "附件: 1.统计表", "annex_note"),
        ("signature", "附件：", "body"),
        ("overview", "附件：政府信息公开情况统计表", "body"),
    ],
)
def test_the_name_of_an_annex_is_told_by_its_place_and_its_mark(library, section, text, role):
    # given
    template, report = draft(library)
    report.section(section).paragraphs.insert(0, Words(text=text))

    # when
    found = next(
        block
        for block in lay_out(template, report).blocks
        if isinstance(block, Paragraph) and block.text == text
    )

    # then
    assert [run.role for run in found.runs] == [role]


@pytest.mark.parametrize(
    ("lines", "under"),
    [
        (("附件：1．统计表", "2．名单", "3．办法"), ("", "附件：", "附件：")),
        (("附件: 1.统计表", "", "　　　　　2. 2024年名单"), ("", "附件: ")),
        (("附件：1、统计表", "2.", "2、名单"), ("", "附件：")),
        (("附件：1．统计表", "附件：2．名单", "3．办法"), ("", "", "附件：")),
        (("附件：1．统计表", "3．名单"), ("", None)),
        (("附件：统计表", "2．名单"), ("", None)),
        (("附件：1．统计表", "联系电话：2156321", "2．名单"), ("", None, None)),
        (("2．名单",), (None,)),
    ],
)
def test_a_further_annex_begins_under_the_number_of_the_first(library, lines, under):
    # given
    template, report = draft(library)
    below = [*lines, "青禾镇人民政府", "2025年1月9日"]
    report.sections[-1] = Section(id="signature", paragraphs=[Words(text=line) for line in below])

    # when
    blocks = [one for one in lay_out(template, report).blocks if isinstance(one, Paragraph)]

    # then
    found = [one for one in blocks if one.anchor.section == "signature"]
    assert [one.under if one.is_annex_note else None for one in found] == list(under)
    assert sign_off(report) == {"office": "青禾镇人民政府", "date": "2025年1月9日"}


def test_numbered_lines_above_the_signature_are_no_annexes(library):
    # given
    template, report = draft(library)
    report.section("overview").paragraphs = [Words(text="附件：1．统计表"), Words(text="2．名单")]

    # when
    blocks = [one for one in lay_out(template, report).blocks if isinstance(one, Paragraph)]

    # then
    assert not any(one.is_annex_note for one in blocks)


@pytest.mark.parametrize("text", ["（二）", "1.", " （3） ", "二、"])
def test_a_number_with_nothing_behind_it_is_not_printed(library, text):
    # given
    template, report = draft(library)
    report.section("overview").paragraphs = [Words(text="（一）甲。", level=2), Words(text=text, level=2)]

    # when
    blocks = lay_out(template, report).blocks

    # then
    printed = [one for one in blocks if isinstance(one, Paragraph) and one.anchor.section == "overview"]
    assert [one.text for one in printed] == ["（一）甲。"]


SHORT, LONG = "具体情况见下表。", "镇里把公开的事项列成清单逐月对照检查。" * 6


@pytest.mark.parametrize(
    ("texts", "leads", "above"),
    [
        ([], [], 1),
        ([SHORT], [True], 2),
        ([SHORT, SHORT * 5], [True, True], 4),
        ([LONG, SHORT], [False, True], 2),
        ([LONG], [False], 1),
        ([SHORT, LONG], [False, False], 1),
    ],
)
def test_the_short_words_right_above_a_table_lead_to_it(library, texts, leads, above):
    # given
    template, report = draft(library)
    report.section("disclosure").paragraphs = [Words(text=text) for text in texts]
    report.section("problems").paragraphs = [Words(text=SHORT)]

    # when
    blocks = lay_out(template, report).blocks

    # then: no words of a section without a table do
    words = [one for one in blocks if isinstance(one, Paragraph)]
    assert [one.is_lead for one in words if one.anchor.section == "disclosure"] == leads
    assert [one.is_lead for one in words if one.anchor.section == "problems"] == [False]
    assert [one.above for one in blocks if isinstance(one, TableBlock)] == [above, 1, 1]
