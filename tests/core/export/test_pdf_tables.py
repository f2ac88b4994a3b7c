"""Tables in the PDF: heads repeated, labels never lost, captions with their rows."""

from io import BytesIO
from itertools import pairwise

import pdfplumber
import pytest

from core.blocks import (
    Anchor,
    TableBlock,
)
from core.layout import lay_out
from core.report import Paragraph as Words
from core.template import grid
from tests.core.export import pdf_pages
from tests.core.export.pdf_pages import BOTTOM, HAN, TOP, made, paragraph
from tests.samples import filled


def table(library, template_id: str, table_id: str, values: dict[str, str]) -> TableBlock:
    known = library.get(template_id).tables_by_id[table_id]
    return TableBlock(known.name, grid.of(known), values, Anchor("applications", table=table_id))


def test_the_head_of_a_table_is_repeated_on_each_page(library):
    printed = pdf_pages.body(made(table(library, "national-2014", "statistics", {})))

    pages = [line.page for line in printed if "统计指标" in line.text]

    assert pages == sorted({line.page for line in printed})
    assert len(pages) > 1


def test_a_label_over_many_rows_is_repeated_on_the_next_page(library):
    filler = [paragraph("村务公开。", number=index) for index in range(14)]

    printed = pdf_pages.body(made(*filler, table(library, "national-2021", "applications", {})))

    assert {line.page for line in printed if line.text.startswith("三、")} == {1, 2}


@pytest.mark.parametrize("before", range(0, 22, 3))
def test_every_label_stands_wherever_a_table_is_divided(library, before):
    filler = [paragraph("村务公开。", number=index) for index in range(before)]
    block = table(library, "national-2021", "applications", {})

    text = pdf_pages.drawn(made(*filler, block))

    for cell in block.grid.cells:
        assert pdf_pages.squeezed(cell.text) in text


def test_words_in_cells_break_where_the_word_file_breaks_them(library):
    # given: words that fit into a line only with narrower signs, and labels beside several rows
    file = made(table(library, "national-2021", "applications", {}))

    # when
    printed = pdf_pages.drawn(file)
    lines = [line.text for line in pdf_pages.body(file)]

    # then: the signs keep their width; labels keep their words whole, for which Word has no way
    assert "3.危及“三安全一稳定”" in printed
    assert "3.危及“三安全一稳" in lines
    assert {"（三）", "不予", "公开", "（五）", "处理"} <= set(lines)
    assert {"三、", "本年度", "办理", "结果"} <= set(lines)


def test_text_goes_on_under_a_table_as_far_as_it_stands_above_one(library):
    for before in range(4):
        # given
        filler = [paragraph("村务公开。", number=index) for index in range(before)]
        block = table(library, "national-2021", "reviews", {})

        # when
        file = made(*filler, block, paragraph(HAN[:20]))

        # then: six points and what a line has above its characters
        with pdfplumber.open(BytesIO(file)) as read:
            below = max(one["bottom"] for one in read.pages[0].rects)
        (words,) = [line for line in pdf_pages.body(file) if HAN[:20] in line.text]
        assert 6 < words.bottom - 16 - below < 16


def test_a_caption_stays_with_the_rows_under_it(library):
    for before in range(10, 20):
        filler = [paragraph("村务公开。", number=index) for index in range(before)]
        printed = pdf_pages.body(made(*filler, table(library, "national-2021", "disclosure", {})))
        for caption, row in (("第二十条第（五）项", "行政许可"), ("第二十条第（八）项", "行政事业性收费")):
            places = {line.page for line in printed if caption in line.text or line.text.startswith(row)}
            assert len(places) == 1


@pytest.mark.parametrize("sentence", ["", "具体情况见下表。", HAN * 2])
@pytest.mark.parametrize("before", range(23))
def test_a_heading_and_a_sentence_stand_with_the_table_and_no_third_of_the_page_stays_white(
    library, before, sentence
):
    # given
    template, report = filled(library, "national-2021", 2024)
    report.section("disclosure").paragraphs = [Words(text=sentence)]
    _, *others = lay_out(template, report).blocks
    blocks = [one for one in others if one.anchor.section == "disclosure"]
    filler = [paragraph("村务公开。", number=index) for index in range(before)]

    # when
    printed = pdf_pages.body(made(*filler, *blocks))

    # then: the table is divided, if at all, above the title of a group
    page = next(line.page for line in printed if line.text.startswith("二、"))
    lead = [line for line in printed if line.text and line.text in f"二、主动公开政府信息情况{sentence}"]
    assert {line.page for line in lead} == {page}
    assert page == next(line.page for line in printed if "第二十条第（一）项" in line.text)
    firsts = [line.text for above, line in pairwise(printed) if line.page > above.page]
    assert all(text.startswith(("村务", "二、", "第二十条")) for text in firsts)
    foot = max(line.bottom for line in printed if line.page == 1)
    assert page == 1 or foot > TOP + (BOTTOM - TOP) * 2 / 3


def test_a_cell_with_more_text_than_a_page_loses_nothing(library):
    words = HAN * 60

    text = pdf_pages.text(
        made(table(library, "national-2014", "statistics", {"statistics.published.value": words}))
    )

    assert words in text.replace("统计指标单位统计数", "")


def test_a_figure_wider_than_its_column_is_set_smaller(library):
    printed = pdf_pages.body(
        made(table(library, "national-2021", "reviews", {"reviews.cases.review_upheld": "123456"}))
    )

    figures = next(line for line in printed if "123456" in line.text)

    assert 5.2 < figures.size < 10.5


def test_the_rules_of_a_table_are_half_a_point(library):
    file = made(table(library, "national-2021", "reviews", {}))

    with pdfplumber.open(BytesIO(file)) as read:
        assert {one["linewidth"] for one in read.pages[0].rects} == {0.5}
