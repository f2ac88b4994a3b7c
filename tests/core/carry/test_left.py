"""What of last year still stands in an edited paragraph: nothing that is right this year anyhow."""

import pytest

from core.carry import confirmed, forward, left_in, to_look_at, waits
from core.edits import rewrite
from core.report import Link, Paragraph, blank

OFFICE = "示范市青禾镇人民政府"


def edited(library, origin: str, text: str, year: int | None = None) -> list[str]:
    """Return what is left of last year's words in those of this year."""
    last = blank(library.get("national-2021"), 2023, OFFICE)
    last.section("overview").paragraphs = [Paragraph(text=origin)]
    report = forward(library, last, year)
    rewrite(report, "overview", 0, text).apply(report)
    return [one.words for one in left_in(report, report.section("overview").paragraphs[0])]


@pytest.mark.parametrize(
    ("origin", "text"),
    [
        ("2023年做了5件，2024年再做。", "2024年做了6件，2025年再做。"),
        ("2023年做了5件，2024年度再做。", "2024年度做了6件。"),
        ("2023年、2024年、2025年各有安排5次。", "2024年、2025年、各有安排。"),
        ("数据自2023年1月1日起至12月31日止，5件。", "数据自2024年1月1日起至12月31日止，6件。"),
        ("二〇二三年做了，二〇二四年再做。", "二〇二四年做了，今后再做。"),
    ],
)
def test_this_year_and_what_moved_on_with_it_are_right(library, origin, text):
    # then
    assert edited(library, origin, text) == []


@pytest.mark.parametrize(
    ("origin", "text", "left"),
    [
        ("2023年开会3次，办件5件。", "2024年开会3次，办件6件。", ["3"]),
        ("2023年5月办理，办件5件。", "2023年5月办理，办件6件。", ["2023年5月"]),
        ("于2024年1月公布，共5条。", "于2024年1月公布，共6条。", ["2024年1月"]),
        ("2022年以来公开5条。", "2022年以来公开6条。", ["2022年"]),
    ],
)
def test_what_stands_as_last_year_is_still_pointed_at(library, origin, text, left):
    # then
    assert edited(library, origin, text) == left


def test_over_a_gap_of_years_the_year_of_the_report_is_right(library):
    # then
    assert edited(library, "2023年做了5件，2025年再做。", "2025年做了6件。", 2025) == []


def test_a_linked_number_is_right_as_it_shows_its_cell(library):
    # given
    last = blank(library.get("national-2021"), 2023, OFFICE)
    last.section("overview").paragraphs = [Paragraph(text="有效文件3件，会议3次。")]
    report = forward(library, last)
    report.values["disclosure.documents.valid"] = "3"
    rewrite(report, "overview", 0, "有效文件3件，另有会议3次。").apply(report)
    paragraph = report.section("overview").paragraphs[0]

    # when
    paragraph.links = (Link(start=4, end=5, cell="disclosure.documents.valid"),)

    # then
    assert [one.start for one in left_in(report, paragraph)] == [11]


def test_what_was_confirmed_is_not_asked_about_again_unless_it_changed(library):
    # given: a paragraph with a figure and two numbers of telephone, looked at
    origin = "办件29件，电话0432-65741010，邮编132301，见附件。"
    last = blank(library.get("national-2021"), 2023, OFFICE)
    last.section("overview").paragraphs = [Paragraph(text=origin)]
    report = forward(library, last)
    rewrite(report, "overview", 0, origin.replace("29", "31")).apply(report)
    confirmed(report, to_look_at(library.get("national-2021"), report)).apply(report)

    def after(text: str) -> list[str]:
        rewrite(report, "overview", 0, text).apply(report)
        paragraph = report.section("overview").paragraphs[0]
        assert waits(report, paragraph) == bool(left_in(report, paragraph))
        return [one.words for one in left_in(report, paragraph)]

    # then: other words leave the confirmed ones in peace, an old figure that came back does not
    assert after(origin.replace("29", "31").replace("见附件", "见附表")) == []
    assert after(origin.replace("见附件", "见附表")) == ["29"]
