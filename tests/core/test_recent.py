"""The reports worked on lately."""

import pytest

from core import paths, recent
from core.recent import FILE_NAME, MOST, RecentReport


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
