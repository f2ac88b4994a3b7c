"""The picture of several years that the program itself put into a report: drawn anew each year, never read as words."""

import pytest

from core.export import excel, pdf, web, word
from core.importers import read_with_counts
from core.importers.document import Document, Text, size
from core.importers.recognise import recognise
from core.layout import lay_out
from core.report import Note, Report
from tests import samples

CAPTION = "图1　2020—2022年收到申请、予以公开情况"
SOURCE = "数据来源：本机关2020年、2022年政府信息公开工作年度报告。"
TITLE = "柳河镇2022年政府信息公开工作年度报告"


@pytest.fixture(scope="module")
def illustrated(library) -> Report:
    return samples.illustrated(library)[1]


def paragraphs(report: Report) -> list[str]:
    return [paragraph.text for _, _, paragraph in report.paragraphs()]


def told(report: Report) -> list[Note]:
    return [note for note in report.notes if "不另作段落" in note.message]


@pytest.mark.parametrize(
    ("suffix", "write"),
    [(".docx", word.write), (".pdf", pdf.write), (".html", web.write), (".xlsx", excel.write)],
)
def test_the_words_of_the_picture_are_no_paragraphs_in_any_format(
    library, illustrated, tmp_path, suffix, write
):
    # given
    path = tmp_path / f"report{suffix}"
    path.write_bytes(write(lay_out(library.get("national-2021"), illustrated)))

    # when
    reading = read_with_counts(path, library)

    # then: the words are those without a picture, nothing is lost, and one note says why
    assert paragraphs(reading.report) == paragraphs(illustrated)
    assert reading.report.values == illustrated.values
    [note] = told(reading.report)
    assert "图1、图2" in note.message
    assert reading.placed_characters == reading.source_characters
    assert not [note for note in reading.report.notes if "没有对应的行" in note.message]


def read_lines(library, *words: str, page: int = 0) -> Report:
    lines = [
        TITLE,
        "一、总体情况",
        "全年公开信息37条。",
        *words,
        "二、存在的主要问题及改进情况",
        "更新不及时。",
    ]
    texts = tuple(Text(at, text, page) for at, text in enumerate(lines, 1))
    count = sum(size(one.text) for one in texts)
    reading = recognise(Document(texts, (), count), library, "报告")
    assert reading.placed_characters == reading.source_characters
    return reading.report


def first_section(report: Report) -> list[str]:
    return [paragraph.text for paragraph in report.sections[1].paragraphs]


def test_a_caption_broken_into_lines_is_known_too(library):
    # when
    report = read_lines(
        library, "图1 2020—2022年收到申请、", "予以公开情况", SOURCE[:18], SOURCE[18:], "会议按期召开。"
    )

    # then
    assert first_section(report) == ["全年公开信息37条。", "会议按期召开。"]
    assert told(report)[0].line == 4


def test_in_a_pdf_the_labels_inside_of_the_picture_go_with_it_and_no_words_above(library):
    # when
    labels = ["收到申请 予以公开（件）", "单位：件", "1,500", "7 0.5", "2020年 2021年 2022年"]
    report = read_lines(library, "2022年。", *labels, CAPTION, SOURCE, page=2)

    # then
    assert first_section(report) == ["全年公开信息37条。", "2022年。"]


@pytest.mark.parametrize(
    "words",
    [
        [CAPTION],
        [SOURCE],
        [CAPTION, "申请逐年增加。", SOURCE],
        [SOURCE, CAPTION],
        ["见图1　2020—2022年收到申请情况", SOURCE],
        [f"{CAPTION}，申请逐年增加。", SOURCE],
        [CAPTION, "数据来源：县统计局年鉴。"],
    ],
)
def test_words_that_are_not_both_lines_of_such_a_picture_stay(library, words):
    # when
    report = read_lines(library, *words)

    # then
    assert first_section(report) == ["全年公开信息37条。", *words]
    assert told(report) == []


def test_figures_above_a_caption_in_a_document_without_pages_stay(library):
    # when
    report = read_lines(library, "2022年 12", CAPTION, SOURCE)

    # then
    assert first_section(report) == ["全年公开信息37条。", "2022年 12"]
