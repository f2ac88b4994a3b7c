"""The reports worked on lately."""

import json
from dataclasses import replace

import pytest

from core import paths, recent, stages
from core.recent import DRAFT, FILE_NAME, MOST, READY, RecentReport
from core.stages import HANDED_IN, IN_REVIEW, SIGNED

AWAITED = 2025


def report(name: str, year: int = 2024) -> RecentReport:
    return RecentReport(f"/reports/{name}.nianbao", "清溪县柳河镇人民政府", year, "可以报送")


def test_the_newest_stands_first_and_each_file_once():
    # when
    for one in (report("a"), report("b"), report("a", 2025)):
        recent.remember(one)

    # then
    assert recent.load() == [report("a", 2025), report("b")]


def test_the_list_does_not_grow_for_ever():
    # when
    for number in range(MOST + 3):
        recent.remember(report(str(number)))

    # then
    assert len(recent.load()) == MOST
    assert recent.load()[0] == report(str(MOST + 2))


@pytest.mark.parametrize("stored", ["", "{}", "nonsense", '[1, {"path": 3}, {"path": "a", "year": true}]'])
def test_a_spoilt_list_is_an_empty_one(stored):
    # given
    (paths.home() / FILE_NAME).write_text(stored, encoding="utf-8")

    # then
    assert recent.load() == []


def test_it_is_known_whether_a_file_is_there(tmp_path):
    # given
    path = tmp_path / "here.nianbao"
    path.write_bytes(b"")

    # then
    assert recent.is_there(path)
    assert not recent.is_there(tmp_path / "gone.nianbao")


def test_a_list_of_an_older_program_still_loads():
    # given: what stood in the file before states and steps were kept
    old = {
        "path": "/reports/a.nianbao",
        "office": "清溪县柳河镇人民政府",
        "year": 2024,
        "verdict": "可以报送",
    }
    (paths.home() / FILE_NAME).write_text(json.dumps([old]), encoding="utf-8")

    # then
    assert recent.load() == [report("a")]
    assert recent.load()[0].state == ""


def test_what_is_next_and_how_far_it_is_are_kept():
    # given
    one = replace(report("a"), state=DRAFT, next="还有 12 处去年内容没核对", looked_at=35, carried=47)

    # when
    recent.remember(one)

    # then
    assert recent.load() == [one]


def test_a_report_taken_off_the_list_leaves_the_others_and_its_file(tmp_path):
    # given
    path = tmp_path / "a.nianbao"
    path.write_bytes(b"kept")
    recent.remember(replace(report("a"), path=str(path)))
    recent.remember(report("b"))

    # when
    recent.forget(str(path))

    # then
    assert recent.load() == [report("b")]
    assert path.read_bytes() == b"kept"


def test_reports_stand_by_office_with_the_newest_year_first():
    # given: two offices, the one worked on last first in the list
    other = replace(report("c", 2022), office="清溪县石桥乡人民政府")
    reports = [report("a", 2021), other, report("b", 2024), replace(other, path="d", year=2023)]

    # when
    groups = recent.by_office(reports)

    # then
    assert [(office, [one.year for one in group]) for office, group in groups.items()] == [
        ("清溪县柳河镇人民政府", [2024, 2021]),
        ("清溪县石桥乡人民政府", [2023, 2022]),
    ]


def test_the_report_to_go_on_with_is_the_newest_year_where_it_is_a_draft():
    # given
    done = replace(report("a", 2024), state=READY)
    old_draft = replace(report("b", 2019), state=DRAFT)
    other = replace(report("c", 2023), office="清溪县石桥乡人民政府", state=DRAFT)

    # then
    assert recent.to_continue([old_draft, done], AWAITED) is None
    assert recent.to_continue([old_draft, done, other], AWAITED) == other
    assert recent.to_continue([old_draft], AWAITED) == old_draft
    assert recent.to_continue([report("a")], AWAITED) is None


def test_the_report_of_the_awaited_year_is_gone_on_with_until_it_goes_out():
    # given: all is written
    one = replace(report("a", AWAITED), state=READY, next="导出报送")

    # then
    assert recent.to_continue([one], AWAITED) == one
    assert recent.to_continue([one], AWAITED + 1) is None
    assert recent.to_continue([replace(one, exported="1月12日 09:30")], AWAITED) is None
    assert recent.to_continue([replace(one, exported_before="1月12日 09:30")], AWAITED)
    assert recent.to_continue([replace(one, stage=IN_REVIEW)], AWAITED) is None


@pytest.mark.parametrize(("is_ready", "state"), [(True, READY), (False, DRAFT)])
def test_what_the_checks_say_is_a_state(is_ready, state):
    # then
    assert recent.state_of(is_ready=is_ready) == state


def test_an_exported_report_only_has_to_go_on_its_way_and_a_draft_goes_on():
    # given
    ready = replace(report("a"), state=READY, next="导出报送", exported="1月12日")

    # then
    assert ready.to_do == "送审签发，再报送（已于 1月12日 导出）"
    assert replace(ready, exported="").to_do == "导出报送"
    assert replace(ready, state=DRAFT, next="还有 3 格没填").to_do == "还有 3 格没填"


@pytest.mark.parametrize(
    ("known", "name", "step", "to_do"),
    [
        ({}, "草稿", "", "导出报送"),
        ({"state": DRAFT, "next": "还有 3 格没填"}, "草稿", "", "还有 3 格没填"),
        ({"stage": IN_REVIEW}, "待审", "1月15日 送审", "等领导审核签字"),
        ({"stage": IN_REVIEW, "state": DRAFT, "next": "还有 3 格没填"}, "待审", "1月15日 送审", "还有 3 格没填"),
        ({"stage": IN_REVIEW, "changed_after": IN_REVIEW}, "待审，又改过", "1月15日 送审后又改过", "改过的地方请领导再看"),
        ({"stage": SIGNED}, "已签发", "1月15日 签发", "报送并公开"),
        ({"stage": SIGNED, "changed_after": SIGNED}, "已签发，又改过", "1月15日 签发后又改过", "要重新签发"),
        ({"stage": HANDED_IN}, "已报送", "1月15日 报送", ""),
        ({"stage": HANDED_IN, "changed_after": HANDED_IN}, "已报送，又改过", "1月15日 报送后又改过", "要重新签发、报送"),
        ({"stage": HANDED_IN, "changed_after": SIGNED}, "已报送，又改过", "1月15日 报送，签发后又改过", "要重新签发、报送"),
    ],
)  # fmt: skip
def test_each_stage_has_its_name_its_day_and_what_comes_next(known, name, step, to_do):
    # given
    ready = replace(report("a"), state=READY, next="导出报送", since="1月15日")

    # when
    one = replace(ready, **known)

    # then
    assert (one.stage_name, one.told_step, one.to_do) == (name, step, to_do)


@pytest.mark.parametrize(
    ("stage", "after"), [(SIGNED, SIGNED), (HANDED_IN, HANDED_IN), (HANDED_IN, SIGNED)], ids=str
)
def test_a_card_says_in_the_same_words_as_the_line_below_the_report_what_is_to_be_done_again(stage, after):
    # given
    one = replace(report("a"), state=READY, since="1月15日", stage=stage, changed_after=after)

    # when
    told = stages.to_redo(stage, after)

    # then
    assert told == f"{stages.ACTS[after]}后又改过，{one.to_do}"
    assert one.told_step.endswith(told.partition("，")[0])


def test_what_is_signed_or_handed_in_is_not_to_be_gone_on_with_unless_it_was_changed_since():
    # given: the checks still find something
    draft = replace(report("a"), state=DRAFT, next="还有 3 格没填")

    # then
    assert recent.to_continue([replace(draft, stage=IN_REVIEW)], AWAITED)
    assert recent.to_continue([replace(draft, stage=IN_REVIEW, state=READY)], AWAITED) is None
    assert recent.to_continue(
        [replace(draft, stage=IN_REVIEW, state=READY, changed_after=IN_REVIEW)], AWAITED
    )
    assert recent.to_continue([replace(draft, stage=SIGNED)], AWAITED) is None
    assert recent.to_continue([replace(draft, stage=SIGNED, changed_after=SIGNED)], AWAITED)
    assert recent.to_continue([replace(draft, stage=HANDED_IN)], AWAITED) is None
    assert recent.to_continue([replace(draft, stage=HANDED_IN, changed_after=HANDED_IN)], AWAITED)
    assert recent.to_continue([replace(draft, stage=HANDED_IN, changed_after=SIGNED, state=READY)], AWAITED)


def test_what_is_still_to_mend_is_told_even_of_a_report_that_was_handed_in():
    # given
    ready = replace(report("a"), state=READY, stage=HANDED_IN)

    # then
    assert ready.told_verdict == ""
    assert replace(ready, state=DRAFT, verdict="还有 2 处必须改").told_verdict == "还有 2 处必须改"
    assert replace(ready, stage=SIGNED).told_verdict == "可以报送"
    assert replace(ready, stage=SIGNED, changed_after=SIGNED).told_verdict == ""


def test_what_stands_wrong_in_a_report_changed_after_signing_comes_before_signing_it_again():
    # given
    one = replace(report("a"), stage=SIGNED, changed_after=SIGNED, state=DRAFT, next="还有 1 处必须改")

    # then
    assert one.to_do == "还有 1 处必须改"
    assert replace(one, state=READY).to_do != one.to_do


def test_the_export_is_told_of_what_is_on_its_way_too():
    # given: what only has to go on its way says so where it says what comes next
    ready = replace(report("a"), state=READY, exported="1月12日")

    # then
    assert ready.told_export == ""
    assert replace(ready, stage=IN_REVIEW).told_export == "已导出：1月12日"


def test_a_stage_that_only_a_newer_program_knows_is_taken_for_a_draft():
    # given
    one = replace(
        report("a"), state=READY, stage="frozen", since="1月15日", changed_after="frozen", next="导出报送"
    )

    # then
    assert (one.stage_name, one.told_step, one.to_do) == ("草稿", "", "导出报送")


@pytest.mark.parametrize(
    ("years", "lacks"),
    [((2024,), True), ((2025, 2024), True), ((2026, 2024), False), ((2027,), False)],
)
def test_the_awaited_report_is_lacking_where_the_office_worked_on_last_has_none_of_its_year(years, lacks):
    # given: another office has one, and was worked on before
    known = [replace(report(str(year)), year=year) for year in years]
    other = replace(report("other"), office="石桥乡", year=2026)

    # then
    assert recent.lacks([*known, other], 2026) is lacks


def test_nothing_is_lacking_where_no_report_is_known():
    assert recent.lacks([], 2026) is False
