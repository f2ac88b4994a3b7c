"""Title and unit in a review: corrected, put in by the program, taken back."""

import pytest

from core.importers.recognise import Reading, offices
from core.importers.reviewing import Review
from core.report import Note, Report, Unit
from core.template import Library

NEW = "清溪县柳河镇人民政府2023年政府信息公开工作年度报告"
NO_UNIT = "没有找到报告单位的名称，请在报告信息里填写。"


def review_of(library: Library, title: str, unit: str) -> Review:
    template = library.get("national-2021")
    report = Report(template=template.id, year=2023, title=title, unit=Unit(name=unit))
    if not unit:
        report.notes = [Note(message=NO_UNIT)]
    return Review(Reading(report), template)


@pytest.fixture
def wrong(library: Library) -> Review:
    """A review whose title was put together from a menu, and whose unit was read out of it."""
    return review_of(library, f"石桥镇{NEW}", "石桥镇清溪县柳河镇人民政府")


def test_the_unit_read_out_of_the_title_follows_when_that_is_mended(wrong):
    # when
    wrong.set_field("title", NEW)

    # then
    assert wrong.report().unit.name == "清溪县柳河镇人民政府"
    assert wrong.sign_of("unit") == "changed"

    # when: one step brings both back
    wrong.take_back()

    # then
    assert wrong.report() == wrong.reading.report


def test_the_unit_follows_the_title_when_that_is_mended_again(wrong):
    # when
    wrong.set_field("title", NEW.replace("柳河", "柳何"))
    wrong.set_field("title", NEW)

    # then
    assert wrong.report().unit.name == "清溪县柳河镇人民政府"


def test_a_unit_that_was_edited_stays_when_the_title_is_mended(wrong):
    # given
    wrong.set_field("unit", "清溪县柳河镇")

    # when
    wrong.set_field("title", NEW)

    # then
    assert wrong.report().unit.name == "清溪县柳河镇"


@pytest.mark.parametrize("title", ["2023年政府信息公开工作年度报告", "", "年度报告"])
def test_the_unit_stays_when_the_new_title_names_none(wrong, title):
    # when
    wrong.set_field("title", title)

    # then
    assert wrong.report().unit.name == "石桥镇清溪县柳河镇人民政府"


def test_a_unit_that_came_from_elsewhere_does_not_follow_the_title(library):
    # given
    review = review_of(library, "2023年政府信息公开工作年度报告", "清溪县柳河镇人民政府")

    # when
    review.set_field("title", "石桥镇2023年政府信息公开工作年度报告")

    # then
    assert review.report().unit.name == "清溪县柳河镇人民政府"


def test_a_unit_put_in_by_the_program_wants_a_look_and_is_no_correction(library):
    # given
    review = review_of(library, NEW, "")

    # when
    review.propose_field("unit", "清溪县石桥镇人民政府")

    # then
    assert review.report().unit.name == "清溪县石桥镇人民政府"
    assert review.sign_of("unit") == "check"
    assert not review.is_touched
    [place] = [one for one in review.open_places() if one.targets == ("unit",)]
    assert "设置" in place.reason
    assert "清溪县石桥镇人民政府" in place.reason
    assert NO_UNIT not in [note.message for note in review.report().notes]


def test_a_unit_put_in_for_a_short_name_says_what_the_file_has(library):
    # given
    review = review_of(library, "石桥镇2023年政府信息公开工作年度报告", "石桥镇")

    # when
    review.propose_field("unit", "清溪县石桥镇人民政府")

    # then
    [place] = [one for one in review.open_places() if one.targets == ("unit",)]
    assert "只写了“石桥镇”" in place.reason
    assert "清溪县石桥镇人民政府" in place.reason


@pytest.mark.parametrize(
    ("name", "office", "is_short"),
    [
        ("石桥镇", "青山省甲市清溪县石桥镇人民政府", True),
        ("清溪县石桥镇", "青山省甲市清溪县石桥镇人民政府", True),
        ("石桥街道", "清溪县石桥街道办事处", True),
        ("石桥镇人民政府", "清溪县石桥镇人民政府", False),
        ("白水县石桥镇", "清溪县石桥镇人民政府", False),
        ("柳河镇", "清溪县石桥镇人民政府", False),
        ("桥镇", "清溪县石桥镇人民政府", False),
        ("石桥镇", "石桥镇", False),
        ("石桥镇", "", False),
    ],
)
def test_a_place_alone_is_short_for_the_office_of_that_place(name: str, office: str, is_short: bool):
    assert offices.is_short_for(name, office) is is_short


def test_a_unit_put_in_by_the_program_can_be_accepted_or_changed(library):
    # given
    review = review_of(library, NEW, "")
    review.propose_field("unit", "清溪县石桥镇人民政府")

    # when
    review.accept(review.place_of("unit"))

    # then
    assert review.sign_of("unit") == "seen"

    # when
    review.set_field("unit", "清溪县柳河镇人民政府")

    # then
    assert review.sign_of("unit") == "changed"


def test_taking_back_does_not_take_away_what_the_program_put_in(library):
    # given
    review = review_of(library, NEW, "")
    review.propose_field("unit", "清溪县石桥镇人民政府")

    # then
    assert not review.take_back()
    assert review.report().unit.name == "清溪县石桥镇人民政府"


def test_what_the_program_put_in_wants_a_look_after_reading_anew_too(library):
    # given
    review = review_of(library, NEW, "")
    review.propose_field("unit", "清溪县石桥镇人民政府")

    # when
    renewed = review.renewed(review.reading, review.template)

    # then
    assert renewed.sign_of("unit") == "check"
    assert "设置" in renewed.place_of("unit").reason


def test_a_missing_title_comes_before_the_unit_put_in_as_both_are_listed(library):
    # given
    review = review_of(library, "", "")

    # when
    review.propose_field("unit", "清溪县石桥镇人民政府")

    # then
    assert [place.key for place in review.open_places()][:2] == ["title", "unit"]
