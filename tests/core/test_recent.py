"""The reports worked on lately."""

import json
from dataclasses import replace

import pytest

from core import paths, recent
from core.recent import DRAFT, FILE_NAME, MOST, READY, STATE_NAMES, RecentReport


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


def test_a_report_knows_whether_its_file_is_there(tmp_path):
    # given
    path = tmp_path / "here.nianbao"
    path.write_bytes(b"")

    # then
    assert RecentReport(str(path), "", 2024, "").exists
    assert not report("gone").exists


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
    assert recent.to_continue([old_draft, done]) is None
    assert recent.to_continue([old_draft, done, other]) == other
    assert recent.to_continue([old_draft]) == old_draft
    assert recent.to_continue([report("a")]) is None


@pytest.mark.parametrize(("is_ready", "name"), [(True, "可以报送"), (False, "草稿")])
def test_a_state_has_a_name(is_ready, name):
    # then
    assert STATE_NAMES[recent.state_of(is_ready=is_ready)] == name


def test_an_exported_report_only_has_to_be_handed_in_and_a_draft_goes_on():
    # given
    ready = replace(report("a"), state=READY, next="导出报送", exported="1月12日")

    # then
    assert ready.to_do == "报送（已于 1月12日 导出）"
    assert replace(ready, exported="").to_do == "导出报送"
    assert replace(ready, state=DRAFT, next="还有 3 格没填").to_do == "还有 3 格没填"
