"""The names of tables in the running text: they go with the table that was read, and are no paragraphs."""

import pytest

from core import importers
from core.importers.reviewing import Review, counts_of

ROWS = """
| 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 3 | 1 | 7 |
"""
SOURCE = """清溪县柳河镇人民政府2023年政府信息公开工作年度报告

一、总体情况
2023年，本镇公开信息37条。

二、主动公开政府信息情况
{before}
{table}

五、存在的主要问题及改进情况
公开栏更新不够及时。
"""


def review_of(library, tmp_path, before: str, table: str = ROWS) -> Review:
    path = tmp_path / "去年.txt"
    path.write_text(SOURCE.format(before=before, table=table), encoding="utf-8")
    reading = importers.read_with_counts(path, library, template_id="national-2021")
    return Review(reading, library.get("national-2021"))


def texts(review: Review, section: str) -> list[str]:
    return [paragraph.text for paragraph in review.report().section(section).paragraphs]


@pytest.mark.parametrize(
    "caption",
    ["表二 主动公开政府信息情况", "表2：主动公开政府信息情况", "表二", "附表二　主动公开政府信息情况", "表1 主动公开政府信息情况"],
)  # fmt: skip
def test_the_name_of_a_table_that_was_read_is_no_paragraph_and_a_note_tells(library, tmp_path, caption):
    # when
    review = review_of(library, tmp_path, caption)

    # then
    assert texts(review, "disclosure") == []
    [note] = [note for note in review.report().notes if "表名" in note.message]
    assert note.source == caption
    assert "表二" in note.message
    assert sum(note.message in place.reason for place in review.places) == 1
    counts = counts_of(review.reading)
    assert (counts.unplaced, counts.placed_characters) == (0, counts.characters)


@pytest.mark.parametrize(
    "words",
    ["表二的数字已经与上级核对。", "表二说明了主动公开的情况", "表三", "全年主动公开政府信息情况较好"],
)
def test_words_about_a_table_stay(library, tmp_path, words):
    # when
    review = review_of(library, tmp_path, words)

    # then
    assert texts(review, "disclosure") == [words]


def test_the_name_of_a_table_that_was_not_read_stays(library, tmp_path):
    # when
    review = review_of(library, tmp_path, "表二 主动公开政府信息情况", table="详见网站。")

    # then
    assert texts(review, "disclosure") == ["表二 主动公开政府信息情况", "详见网站。"]
    assert not [note for note in review.report().notes if "表名" in note.message]
