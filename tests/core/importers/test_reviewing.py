"""An import looked over: its places, the decisions on them, and the report that comes of it."""

import pytest

from core import importers
from core.importers.reviewing import OUT, Review, Words, counts_of
from core.template import Library

ISSUED = "disclosure.rules.made"
SOURCE = """网站首页 > 政府信息公开 > 年报
清溪县柳河镇人民政府2023年政府信息公开工作年度报告

根据条例规定，现公布本镇2023年政府信息公开工作年度报告。

一、总体情况
2023年，本镇公开信息37条。
（一）依申请公开。全年收到申请2件，均已答复。

二、主动公开政府信息情况

| 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 若干 | 0 | 0 |
| 行政规范性文件 | 3 | 1 | 7 |

五、存在的主要问题及改进情况
公开栏更新不够及时。

清溪县柳河镇人民政府
2024年1月12日
"""


@pytest.fixture
def review(library: Library, tmp_path) -> Review:
    """A review with a line left over, a figure that is none, and parts that are missing."""
    path = tmp_path / "去年.txt"
    path.write_text(SOURCE, encoding="utf-8")
    reading = importers.read_with_counts(path, library)
    return Review(reading, library.get(reading.report.template))


def place(review: Review, target: str):
    found = review.place_of(target)
    assert found is not None, target
    return found


def test_a_character_nobody_sees_in_a_title_is_shown_at_that_title(library, tmp_path):
    # given
    path = tmp_path / "去年.txt"
    path.write_text(
        SOURCE.replace("存在的主要问题及改进情况", "存在的主要问题\ue004及改进情况"), encoding="utf-8"
    )
    reading = importers.read_with_counts(path, library)

    # when
    review = Review(reading, library.get(reading.report.template))

    # then: the title has the place, which says when the character can be taken out
    found = place(review, "section:problems")
    assert (found.title, found.sign) == ("五、存在的主要问题及改进情况", "check")
    assert "印不出来的字符，纸上是方框" in found.reason
    assert "先照原样读入" in found.reason
    assert "那时再删" in found.reason
    assert not [one for one in review.places if not one.targets and "印不出来" in one.reason]


def entry(review: Review, target: str):
    return next(one for one in review.entries() if one.target == target)


def test_nothing_decided_is_the_report_as_read(review):
    # then
    assert review.report() == review.reading.report
    assert review.report() is not review.reading.report


def test_every_note_is_told_of_in_one_place(review):
    # then
    told = [index for one in review.places for index in one.notes]
    assert sorted(told) == list(range(len(review.reading.report.notes)))
    assert all(one.reason for one in review.places)
    assert len({one.key for one in review.places}) == len(review.places)


def test_places_come_in_the_order_of_the_source(review):
    # then
    lines = [one.lines[0] for one in review.places if one.lines]
    assert lines == sorted(lines)
    assert lines[0] == 1


def test_title_and_unit_come_first_as_they_are_listed(library, tmp_path):
    # given: a report without a title, its unit read out of the words
    path = tmp_path / "去年.txt"
    path.write_text(SOURCE.split("\n", 3)[3], encoding="utf-8")

    # when
    reading = importers.read_with_counts(path, library)
    review = Review(reading, library.get(reading.report.template))

    # then
    listed = [one.target for one in review.entries()][:2]
    assert [one.key for one in review.places][:2] == listed == ["title", "unit"]


def test_a_figure_that_is_none_is_a_place_with_its_row_and_line(review):
    # when
    found = place(review, ISSUED)

    # then
    assert "若干" in found.reason
    assert SOURCE.splitlines()[found.lines[0] - 1].startswith("| 规章")
    assert {one.cell: one.sign for one in entry(review, "disclosure.rules").figures}[ISSUED] == "check"


def test_what_is_sure_says_so_and_a_missing_section_says_it_was_not_read(review):
    # then
    assert entry(review, "overview/0").sign == "sure"
    assert entry(review, "disclosure.documents").sign == "sure"
    assert entry(review, "section:other").sign == "absent"
    assert entry(review, "table:reviews").sign == "absent"


def test_an_accepted_place_is_no_longer_open_and_keeps_its_note(review):
    # given
    found = place(review, "left:0")

    # when
    review.accept(found)

    # then
    assert not review.is_open(found)
    assert entry(review, "left:0").sign == "seen"
    assert review.report() == review.reading.report


def test_places_with_the_same_reason_are_accepted_together(review, library, tmp_path):
    # given
    path = tmp_path / "两行.txt"
    path.write_text("当前位置：首页 > 年报\n" + SOURCE, encoding="utf-8")
    reading = importers.read_with_counts(path, library)
    review = Review(reading, library.get(reading.report.template))
    first = place(review, "left:0")

    # when
    assert len(review.alike(first)) == 2
    review.accept(first, alike=True)

    # then
    assert not review.is_open(place(review, "left:1"))


def test_a_corrected_figure_is_in_the_report_and_its_note_is_gone(review):
    # when
    review.set_cells({ISSUED: "１２"})

    # then
    report = review.report()
    assert report.text(ISSUED) == "12"
    assert not any("若干" in note.message for note in report.notes)
    assert review.reading.report.text(ISSUED) == ""
    assert entry(review, "disclosure.rules").sign == "changed"
    assert review.counts().placed_numbers == counts_of(review.reading).placed_numbers + 1


def test_a_line_left_over_goes_into_a_section_at_its_line(review):
    # given
    left = counts_of(review.reading).unplaced

    # when
    review.set_words("left:0", Words("一句补上的话。", 0, "overview"))

    # then
    overview = review.report().section("overview")
    assert overview.paragraphs[0].text == "一句补上的话。"
    assert not any("网站首页" in note.source for note in review.report().notes)
    assert review.counts().unplaced < left
    assert entry(review, "left:0").kind == "paragraph"


def test_a_paragraph_moves_to_another_section_and_back(review):
    # when
    review.set_words("overview/1", Words("（一）依申请公开。", 2, "problems"))

    # then
    report = review.report()
    assert report.section("problems").paragraphs[0].text == "（一）依申请公开。"
    assert len(report.section("overview").paragraphs) == 1

    # when
    assert review.take_back()

    # then
    assert review.report() == review.reading.report
    assert not review.take_back()


def test_a_paragraph_left_out_is_listed_with_what_has_no_place(review):
    # when
    review.set_words("overview/0", Words("2023年，本镇公开信息37条。", 0, OUT))

    # then
    assert len(review.report().section("overview").paragraphs) == 1
    assert entry(review, "overview/0").kind == "left"
    assert review.counts().unplaced > counts_of(review.reading).unplaced


def test_a_line_left_over_can_go_into_cells(review):
    # when
    review.assign_row("left:0", {ISSUED: "4"})

    # then
    assert review.report().text(ISSUED) == "4"
    assert not review.is_open(place(review, "left:0"))


def test_the_note_on_missing_tables_goes_when_all_of_them_are_filled(review):
    # given
    lost = next(note for note in review.reading.report.notes if note.kind == "no_table")
    cells = [next(cell for cell in review.template.cells if cell.startswith(f"{one}.")) for one in lost.about]

    # when
    review.set_cells({cells[0]: "1"})

    # then
    assert lost in review.report().notes

    # when
    review.set_cells(dict.fromkeys(cells, "1"))

    # then
    assert lost not in review.report().notes


def test_title_and_unit_can_be_corrected(review):
    # when
    review.set_field("unit", "清溪县柳河镇")
    review.set_field("title", "新的标题")

    # then
    assert review.report().unit.name == "清溪县柳河镇"
    assert review.report().title == "新的标题"
    assert review.is_touched

    # when: both are as they were read again
    review.set_field("unit", review.reading.report.unit.name)
    review.set_field("title", review.reading.report.title)

    # then
    assert not review.is_touched


def test_read_anew_decisions_stay_where_the_words_are_the_same(review, library, tmp_path):
    # given
    review.set_cells({ISSUED: "5"})
    review.set_words("overview/0", Words("改过的一段。", 0, "overview"))
    path = tmp_path / "去年.txt"

    # when
    reading = importers.read_with_counts(path, library, year=2022)
    renewed = review.renewed(reading, review.template)

    # then
    assert renewed.report().year == 2022
    assert renewed.report().text(ISSUED) == "5"
    assert renewed.report().section("overview").paragraphs[0].text == "改过的一段。"


def test_the_counts_are_one_sentence(review):
    # then
    counts = review.counts()
    assert counts.numbers == 5
    assert counts.placed_numbers == 5
    assert f"原文表格里 5 个数字，放进报告 5 个；文字 {counts.characters:,} 字" in counts.sentence
    assert f"其余 {counts.unplaced} 字" in counts.sentence


def test_a_report_file_has_nothing_to_decide(review):
    # when
    fixed = Review(review.reading, review.template, fixed=True)

    # then
    assert fixed.places == ()
    assert fixed.open_places() == []


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_real_reports_lose_nothing_in_review(library, seeds, number):
    # given
    reading = importers.read_with_counts(seeds[number], library)
    review = Review(reading, library.get(reading.report.template))

    # then
    shown = {one.target for one in review.entries()}
    assert review.report() == reading.report
    assert {f"{one.id}/{index}" for one, index, _ in reading.report.paragraphs()} <= shown
    assert {f"left:{index}" for index in range(len(reading.left_over))} <= shown
    assert {cell for one in review.entries() for figure in one.figures if (cell := figure.cell)} >= set(
        reading.report.values
    )


def test_what_the_program_proposed_is_no_correction_until_the_clerk_says_otherwise(review):
    # when
    review.propose_field("unit", "青山县白水镇人民政府")

    # then
    assert review.report().unit.name == "青山县白水镇人民政府"
    assert review.corrections == 0

    # when
    review.set_field("unit", "青山县白水乡人民政府")

    # then
    assert review.corrections == 1
