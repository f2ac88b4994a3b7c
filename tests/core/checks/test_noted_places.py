"""A place that the clerk noted as the office's own is no other's, and tells nothing of the rest."""

import pytest

from core import checks
from core.carry import forward
from core.checks import Watch
from core.own_places import noting, taking_back
from core.report import Head, blank
from core.store.container import canonical, report_data
from tests.core.checks.examples import findings_of, small, write

LINE = "2023年，青山镇认真公开政府信息。"


def found_in(checker, report) -> list[tuple[str, str]]:
    return [(one.rule, one.other_place) for one in findings_of(checker, report, "Y04", "Y12")]


def test_a_noted_place_is_not_told_of_any_more_until_that_is_undone(library):
    # given
    checker, report = small(library, "national-2021", 2023, LINE)
    first = canonical(report_data(report))
    watch = Watch(checker, report)
    assert found_in(checker, report) == [("Y04", "青山镇"), ("Y12", "青山镇")]

    # when
    edit = noting(report, "青山镇")
    undo = edit.apply(report)
    watch.update(edit)

    # then
    assert edit.label == "记下本单位的地名：青山镇"
    assert found_in(checker, report) == []
    assert watch.findings == checker.run(report)
    undo.apply(report)
    watch.update(undo)
    assert found_in(checker, report) == [("Y04", "青山镇"), ("Y12", "青山镇")]
    assert watch.findings == checker.run(report)
    assert canonical(report_data(report)) == first


def test_one_that_is_taken_back_is_told_of_again_and_the_others_stay_noted(library):
    # given
    checker, report = small(library, "national-2021", 2023, LINE + "红旗镇认真公开政府信息。")
    for place in ("青山镇", "红旗镇", "青山镇"):
        noting(report, place).apply(report)
    assert report.unit.own_places == ["红旗镇", "青山镇"]

    # when
    taking_back(report, "青山镇").apply(report)

    # then
    assert found_in(checker, report) == [("Y04", "青山镇"), ("Y12", "青山镇")]


def test_a_place_above_a_table_may_be_noted_too(library):
    # given
    checker, report = small(library, "national-2014", 2016)
    report.heads["statistics"] = Head(filler="清溪县青山镇人民政府")
    assert ("Y04", "青山镇") in found_in(checker, report)

    # when
    noting(report, "青山镇").apply(report)

    # then
    assert found_in(checker, report) == []


@pytest.mark.parametrize("place", ["青山县", "青山市", "柳州市", "青山镇"])
def test_a_noted_place_makes_no_other_name_of_its_level_a_foreign_one(library, place):
    # given: the county is told by the title and in the text alone
    report = blank(library.get("national-2021"), 2023, "柳河镇人民政府")
    report.title = "清溪县柳河镇人民政府2023年政府信息公开工作年度报告"
    write(report, "overview", "2023年，清溪县柳河镇公开信息9条，按时报清溪县人民政府，白水市人民政府已转发。")
    checker = checks.for_template(library, "national-2021")
    before = found_in(checker, report)

    # when
    noting(report, place).apply(report)

    # then
    assert found_in(checker, report) == before


@pytest.mark.parametrize("place", ["", "镇", "县", "人民政府"])
def test_what_is_no_name_of_a_place_silences_nothing(library, place):
    # given
    checker, report = small(library, "national-2021", 2023, LINE)

    # when
    noting(report, place).apply(report)

    # then
    assert found_in(checker, report) == [("Y04", "青山镇"), ("Y12", "青山镇")]


def test_what_names_several_places_offers_none_to_be_noted(library):
    # given
    names = ("青山镇", "红旗镇", "白水镇", "黄土镇")
    checker, report = small(library, "national-2021", 2023, *(f"{name}认真公开政府信息。" for name in names))

    # when
    found = found_in(checker, report)

    # then
    assert found == [*(("Y04", name) for name in names), ("Y12", "")]


def test_what_was_noted_goes_into_the_draft_of_the_next_year(library):
    # given
    _, last = small(library, "national-2021", 2023, LINE)
    noting(last, "青山镇").apply(last)

    # when
    draft = forward(library, last)
    taking_back(draft, "青山镇").apply(draft)

    # then
    assert draft.unit.own_places == []
    assert draft.earlier[0].unit.own_places == last.unit.own_places == ["青山镇"]


def test_a_file_in_which_nothing_was_noted_is_as_it_was(library):
    # given
    _, report = small(library, "national-2021", 2023)

    # when
    data = report_data(report)

    # then
    assert data["unit"] == {"chain": [], "name": report.unit.name}
