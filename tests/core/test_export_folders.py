"""Into which folder each report was exported."""

import pytest

from core import export_folders


def test_each_report_has_its_own_folder(own_home):
    # when
    export_folders.remember("one", "D:/报送")
    export_folders.remember("two", "E:/优盘")

    # then
    assert [export_folders.load(one) for one in ("one", "two", "three")] == ["D:/报送", "E:/优盘", ""]

    # when: beside its own file again
    export_folders.remember("one", "")

    # then
    assert [export_folders.load(one) for one in ("one", "two")] == ["", "E:/优盘"]


def test_the_list_stays_short_and_the_newest_stay(own_home):
    # when
    for number in range(export_folders.MOST + 2):
        export_folders.remember(f"doc{number}", "D:/报送")

    # then
    assert [bool(export_folders.load(f"doc{number}")) for number in (0, 1, 2)] == [False, False, True]


@pytest.mark.parametrize("stored", ["", "[]", "{", '{"one": 3}', '{"one": null}', "[" * 100_000])
def test_a_spoilt_list_is_as_if_never_written(own_home, stored):
    # given
    (own_home / export_folders.FILE_NAME).write_text(stored, encoding="utf-8")

    # then
    assert export_folders.load("one") == ""
    export_folders.remember("one", "D:/报送")
    assert export_folders.load("one") == "D:/报送"
