"""Text of PDFs: paragraphs from lines, page furniture left out, watermarks and pictures named."""

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from core.importers.pdf import lines, paragraphs
from core.importers.pdf.assembling import GUESSED
from tests.core.importers.paper import (
    FONT,
    HEIGHT,
    LEFT,
    PER_LINE,
    RIGHT,
    SIZE,
    STEP,
    WIDTH,
    Paper,
    plain,
    read,
    ruled,
    texts,
)

FIRST = (
    "柳河镇今年把公开的事项列成清单，逐月对照检查，凡是群众问得多的，都在村务公开栏和政府网站上同步公布，"
    "便于大家随时查看，也便于镇里答复来电来访时有据可依，少跑路、少费口舌。"
)
SECOND = "各村每月底把公开的材料报到镇党政办，由专人核对日期和数字，发现遗漏的当月补齐，第二年的清单在年底以前编好。"


def test_soft_wraps_are_joined_and_paragraphs_kept():
    paper = Paper()
    top = paper.prose(100, FIRST)
    top = paper.prose(top, SECOND)
    paper.prose(top, "一、总体情况")

    assert texts(read(paper.done())) == [FIRST, SECOND, "一、总体情况"]


def test_blanks_with_which_a_program_ends_every_line_are_no_part_of_the_text():
    paper = Paper()
    for number, start in enumerate(range(0, len(FIRST), PER_LINE)):
        paper.words(LEFT, 100 + number * STEP, FIRST[start : start + PER_LINE] + " ")

    assert texts(read(paper.done())) == [FIRST]


def test_paragraphs_without_indent_are_told_by_the_space_between_them():
    paper = Paper()
    full = "镇" * PER_LINE + "里的公开栏每季度更换一次，旧的内容拍照留存，" * 2 + "另存一份。"
    full = full[: 3 * PER_LINE]
    top = paper.prose(100, full, indent=0, step=24)
    paper.prose(top + 14, SECOND, indent=0, step=24)

    assert texts(read(paper.done())) == [full, SECOND]


def test_a_paragraph_goes_on_over_the_page_break():
    paper = Paper()
    paper.prose(700, FIRST[: 3 * PER_LINE - 2])
    paper.words(290, 812, "— 1 —", 14)
    paper.page()
    paper.prose(100, FIRST[3 * PER_LINE - 2 :], indent=0)
    paper.words(290, 812, "— 2 —", 14)

    assert texts(read(paper.done())) == [FIRST]


def test_what_follows_a_page_that_is_not_full_is_another_paragraph():
    paper = Paper()
    paper.prose(700, FIRST[: PER_LINE * 3 - 2])
    paper.page()
    paper.prose(100, SECOND[: PER_LINE - 2])
    paper.page()
    paper.prose(100, "附件", indent=0)

    assert texts(read(paper.done()))[-2:] == [SECOND[: PER_LINE - 2], "附件"]


def test_title_and_signature_stay_lines_of_their_own():
    paper = Paper()
    paper.words((WIDTH - 18 * 22) / 2, 100, "柳河镇2024年政府信息公开工作年度报告", 22)
    top = paper.prose(150, FIRST)
    paper.words(RIGHT - 8 * SIZE, top + 40, "柳河镇人民政府")
    paper.words(RIGHT - 8 * SIZE, top + 68, "2025年1月8日")
    paper.prose(top + 110, "附件：统计表", indent=0)

    assert texts(read(paper.done())) == [
        "柳河镇2024年政府信息公开工作年度报告", FIRST, "柳河镇人民政府", "2025年1月8日", "附件：统计表",
    ]  # fmt: skip


@pytest.mark.parametrize("number", ["— {} —", "第{}页 共3页", "{}/3", "- {} -", "{}", "Page {} of 3"])
def test_page_numbers_are_left_out(number: str):
    said = [
        "公开栏设在办事大厅。",
        "查阅点备有纸质文件和电脑，工作日开放。",
        "咨询电话由专人接听，当天答复。",
    ]
    paper = Paper()
    for page, text in enumerate(said, 1):
        paper.prose(100, text)
        paper.words(280, 805, number.format(page), 10)
        paper.page()

    document = read(paper.done())

    assert texts(document) == said
    assert document.remarks == ()


def test_running_heads_and_what_a_browser_prints_round_a_page_are_left_out():
    paper = Paper()
    for page in (1, 2):
        paper.words(30, 20, "2025/1/9 15:04", 8)
        paper.words(260, 20, "政府信息公开年报", 8)
        paper.words(LEFT, 50, "柳河镇政务公开资料汇编", 10)
        paper.prose(100, FIRST if page == 1 else SECOND)
        paper.words(30, 830, "https://www.example.gov.cn/zwgk/nb/2024.html", 8)
        paper.words(560, 830, f"{page}/2", 8)
        paper.page()

    assert texts(read(paper.done())) == [FIRST, SECOND]


def test_a_number_on_a_line_of_its_own_in_the_text_stays():
    paper = Paper()
    paper.prose(100, FIRST)
    paper.words(LEFT + 32, 400, "12")
    paper.prose(430, SECOND)

    assert "12" in texts(read(paper.done()))


def test_blanks_of_the_source_stay_and_gaps_between_words_become_blanks():
    paper = Paper()
    paper.words(LEFT, 100, "公开平台 网址：www.example.gov.cn 以及微信公众号（每周更新）")
    paper.words(LEFT, 140, "Open", 14)
    paper.words(LEFT + 40, 140, "Data", 14)
    paper.words(LEFT, 180, "公开了12条，解读了3条，均在网站发布。")

    assert texts(read(paper.done())) == [
        "公开平台 网址：www.example.gov.cn 以及微信公众号（每周更新）",
        "Open Data",
        "公开了12条，解读了3条，均在网站发布。",
    ]


def test_a_number_that_a_line_break_parts_is_joined_with_a_doubt():
    paper = Paper()
    paper.words(LEFT + 32, 100, "本镇全年主动公开各类政府信息按月统计逐项核对共计12")
    paper.words(LEFT, 128, "34条，均在网站发布。")
    paper.prose(156, FIRST)

    first = read(paper.done()).elements[0]

    assert first.text == "本镇全年主动公开各类政府信息按月统计逐项核对共计1234条，均在网站发布。"
    assert first.doubt == lines.BROKEN_NUMBER


def test_lines_below_the_words_of_a_numbered_item_belong_to_it_with_a_doubt():
    paper = Paper()
    top = paper.prose(100, FIRST)
    paper.words(LEFT, top, "1.建立台账，凡是群众咨询的事项都要登记时间和内容以及答")
    paper.words(LEFT + 2 * SIZE, top + STEP, "复的结果。")

    last = read(paper.done()).elements[-1]

    assert last.text.endswith("以及答复的结果。")
    assert last.doubt == paragraphs.ODD_WRAP


def test_a_watermark_is_left_out_and_named():
    paper = Paper()
    paper.prose(100, FIRST)
    paper.canvas.saveState()
    paper.canvas.translate(150, 300)
    paper.canvas.rotate(45)
    paper.canvas.setFont(FONT, 60)
    paper.canvas.drawString(0, 0, "内部资料")
    paper.canvas.restoreState()
    paper.canvas.setFillGray(0.88)
    paper.words(100, 500, "征求意见稿", 70)

    document = read(paper.done())

    assert texts(document) == [FIRST]
    assert [(one.source, "水印" in one.message) for one in document.remarks] == [("内部资料征求意见稿", True)]


@pytest.mark.parametrize("turned", ["page", "text"])
def test_a_page_that_lies_on_its_side_is_read_as_it_is_seen(turned: str):
    paper = Paper()
    if turned == "page":
        paper.canvas.setPageRotation(90)
    paper.canvas.translate(WIDTH, 0)
    paper.canvas.rotate(90)
    paper.canvas.translate(0, WIDTH - HEIGHT)
    paper.prose(300, FIRST)

    assert texts(read(paper.done())) == [FIRST]


def picture() -> ImageReader:
    return ImageReader(Image.new("RGB", (60, 80), (180, 40, 40)))


def test_a_seal_over_the_text_is_named_and_the_text_below_read():
    paper = Paper()
    top = paper.prose(100, FIRST)
    paper.words(350, top + 40, "柳河镇人民政府")
    paper.canvas.drawImage(picture(), 350, HEIGHT - top - 80, 110, 110)

    document = read(paper.done())

    assert texts(document) == [FIRST, "柳河镇人民政府"]
    assert ["印章" in one.message for one in document.remarks] == [True]


def test_a_page_that_is_a_picture_among_others_is_named():
    paper = Paper()
    paper.prose(100, FIRST)
    paper.page()
    paper.canvas.drawImage(picture(), 0, 0, WIDTH, HEIGHT)

    document = read(paper.done())

    assert texts(document) == [FIRST]
    assert [one.message.startswith("第 2 页是图片") for one in document.remarks] == [True]


def test_a_page_on_which_nothing_is_found_is_named():
    paper = Paper()
    paper.prose(100, FIRST)
    paper.page()
    paper.page()
    paper.prose(100, SECOND)

    assert [one.message.startswith("第 2 页没有读到内容") for one in read(paper.done()).remarks] == [True]


def test_text_that_recognition_put_over_a_scan_is_doubted_throughout():
    paper = Paper()
    paper.canvas.drawImage(picture(), 0, 0, WIDTH, HEIGHT)
    writing = paper.canvas.beginText(LEFT, 700)
    writing.setFont(FONT, SIZE)
    writing.setTextRenderMode(3)
    writing.textLine("全年主动公开政府信息186条，解读文件3件。")
    paper.canvas.drawText(writing)

    document = read(paper.done())

    assert [(one.text, one.doubt) for one in document.elements] == [
        ("全年主动公开政府信息186条，解读文件3件。", GUESSED)
    ]
    assert ["扫描件" in one.message for one in document.remarks] == [True]


def test_what_is_typed_into_form_fields_is_read():
    paper = Paper()
    paper.prose(100, FIRST)
    paper.canvas.acroForm.textfield(name="total", value="1086", x=LEFT, y=500, width=120, height=20)

    document = read(paper.done())

    assert texts(document) == [FIRST, "1086"]
    assert ["表单" in one.message for one in document.remarks] == [True]


def test_every_character_is_counted_once():
    paper = Paper()
    paper.prose(100, FIRST)
    ruled(paper, plain([["指标", "数"], ["收到", "12"]]), [80, 240, 340], [400, 420, 440])

    assert read(paper.done()).characters == len(FIRST) + len("指标数收到12")
