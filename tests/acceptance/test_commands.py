"""The commands of the program from end to end, as another program sees them."""

import json

import pytest

from core import opening, store
from core.addresses import find_cell
from core.store import history
from core.template import built_in
from tests.acceptance.commands import ROOT, run

SAMPLE = ROOT / "resources" / "samples" / "青禾镇2024年政府信息公开工作年度报告.txt"


def test_the_templates_are_listed():
    # when
    outcome = run("templates", "--json")

    # then
    assert outcome.status == 0
    ids = [one["id"] for one in outcome.data["templates"]]
    assert ids == ["national-2021", "national-2019", "national-2014", "plain-2008", "weihai-2012"]


def test_a_new_report_can_be_filled_shown_checked_and_exported(tmp_path):
    # given
    report = tmp_path / "新.nianbao"

    # when
    made = run("new", "--year", 2024, "--office", "示范市青禾镇人民政府", "-o", report)
    filled = run("set", report, "--cell", "规章@本年制发件数=１", "--cell", "件数@行政复议/总计=2")
    shown = run("show", report, "--json")
    checked = run("check", report, "--json")
    exported = run("export", report, "--to", "docx,pdf,xlsx,html", "--out", tmp_path / "out", "--json")

    # then
    assert (made.status, filled.status, shown.status, checked.status, exported.status) == (0, 0, 0, 1, 0)
    cells = {(tuple(one["row"]), tuple(one["column"])): one for one in shown.data["cells"]}
    rules = cells[("第二十条第（一）项", "规章"), ("本年制发件数",)]
    assert (rules["table"], rules["value"], rules["unit"]) == ("disclosure", "1", "件")
    assert shown.data["sections"][1]["title"] == "总体情况"
    assert "T17" in {one["rule"] for one in checked.data["findings"]}
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    stem = "示范市青禾镇人民政府2024年政府信息公开工作年度报告"
    assert names == sorted(stem + suffix for suffix in (".docx", ".html", ".pdf", ".xlsx"))
    assert len(exported.data["files"]) == 4


def test_what_commands_write_over_stays_a_version(tmp_path):
    # given
    path = tmp_path / "新.nianbao"
    new = ["new", "--year", 2024, "--office", "示范市青禾镇人民政府", "-o", path]
    run(*new)

    # when
    run("set", path, "--cell", "规章@本年制发件数=1")
    run("set", path, "--cell", "规章@本年制发件数=2")
    run(*new)

    # then
    file = store.read(path)
    cell = find_cell(built_in().get(file.report.template), ["规章"], ["本年制发件数"]).id
    before = [history.read(file, one) for one in history.versions(file)]
    values = [one.values.get(cell, "") for one in [file.report, *before]]
    assert values == ["", "2", "1", ""]


def test_an_import_says_how_much_found_a_place(tmp_path):
    # when
    imported = run("import", SAMPLE, "-o", tmp_path / "2024.nianbao")

    # then
    assert imported.out.splitlines()[1] == (
        "原文表格里 200 个数字，放进报告 200 个；文字 1,809 字（含标题和表格），放进报告 1,809 字。"
    )


def test_an_import_counts_the_places_to_look_at_as_the_window_does(tmp_path):
    # given: a file with no note, but a title in two lines and a unit without its office
    source = tmp_path / "去年.txt"
    source.write_text(
        "柳河镇2016年政府\n信息公开工作年度报告\n\n一、概述\n全年公开信息7条。\n\n柳河镇\n2017年1月12日\n",
        encoding="utf-8",
    )

    # when
    imported = run("import", source, "-o", tmp_path / "2016.nianbao")

    # then
    review = opening.read(source, built_in()).reading
    assert review is not None
    assert review.report.notes == []
    assert imported.out.splitlines()[0] == "已读入：柳河镇2016年报告，2 处请核对。"


def test_the_sample_goes_all_the_way(tmp_path):
    # when
    imported = run("import", SAMPLE, "-o", tmp_path / "2024.nianbao", "--json")
    clean = run("check", tmp_path / "2024.nianbao")
    draft = run("forward", tmp_path / "2024.nianbao", "-o", tmp_path / "2025.nianbao", "--json")
    exported = run("export", tmp_path / "2025.nianbao", "--to", "docx,pdf,xlsx", "--out", tmp_path)

    # then
    assert imported.status == 0
    assert imported.data["notes"] == []
    assert imported.data["counts"] == {
        "numbers": 200,
        "placed_numbers": 200,
        "characters": 1809,
        "placed_characters": 1809,
        "unplaced": 0,
    }
    assert (clean.status, clean.out.splitlines()[-1]) == (0, "可以报送")
    assert draft.data["year"] == 2025
    carried = [one for one in draft.data["cells"] if one["row"][0].startswith("二、上年结转")]
    assert [one["value"] for one in carried] == ["1", "0", "0", "0", "0", "0", "1"]
    assert exported.status == 0


def test_the_check_sheet_is_written_beside_the_report_or_alone(tmp_path):
    # given
    report = tmp_path / "2024.nianbao"
    run("import", SAMPLE, "-o", report)
    stem = "示范市青禾镇人民政府2024年政府信息公开工作年度报告"

    # when
    both = run("export", report, "--to", "docx,sheet", "--out", tmp_path / "both", "--json")
    alone = run("export", report, "--to", "sheet", "--out", tmp_path / "alone")

    # then
    assert (both.status, alone.status) == (0, 0)
    sheets = {f"{stem}自查表.docx", f"{stem}自查表.pdf"}
    assert {path.name for path in (tmp_path / "both").iterdir()} == {f"{stem}.docx", *sheets}
    assert {path.name for path in (tmp_path / "alone").iterdir()} == sheets


def test_the_package_is_one_zip_and_exporting_again_replaces_it(tmp_path):
    # given
    report, out = tmp_path / "2024.nianbao", tmp_path / "报送"
    run("import", SAMPLE, "-o", report)

    # when
    first = run("export", report, "--to", "package", "--out", out, "--json")
    again = run("export", report, "--to", "package,docx", "--out", out)

    # then
    stem = "示范市青禾镇人民政府2024年政府信息公开工作年度报告"
    assert (first.status, again.status) == (0, 0)
    assert first.data["files"] == [str(out / f"{stem}.zip")]
    assert {path.name for path in out.iterdir()} == {f"{stem}.zip", f"{stem}.docx"}


def test_last_years_report_can_be_named_for_the_check(tmp_path):
    # given
    run("import", SAMPLE, "-o", tmp_path / "2024.nianbao")
    run("new", "--year", 2025, "--office", "示范市青禾镇人民政府", "-o", tmp_path / "2025.nianbao")
    run("set", tmp_path / "2025.nianbao", "--cell", "二、上年结转政府信息公开申请数量@自然人=5")

    # when
    checked = run("check", tmp_path / "2025.nianbao", "--last", tmp_path / "2024.nianbao", "--json")

    # then
    carried = [one for one in checked.data["findings"] if one["rule"] == "Y14"]
    assert ("5", "1") in {(one["found"], one["expected"]) for one in carried}


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["import"], 2),
        (["new", "--year", "soon", "--office", "x", "-o", "x"], 2),
        (["new", "--year", "1999", "--office", "x", "-o", "x"], 2),
        (["new", "--year", "2024", "--office", "x", "--template", "none", "-o", "x"], 2),
        (["new", "--year", "2024", "--office", "x", "--template", "plain-2008", "-o", "x"], 2),
        (["check", "gone.nianbao", "--nonsense"], 2),
        (["--nonsense"], 2),
        (["one", "two"], 2),
        (["sign", "x.nianbao", "--prepared", "甲"], 2),
        (["verify", "x.pdf", "--against", "x.nianbao"], 2),
        (["export", "x.nianbao", "--to", "package", "--out", "x"], 3),
        (["export", "x.nianbao", "--to", "odt", "--out", "x"], 2),
        (["import", "gone.txt", "-o", "x.nianbao"], 3),
        (["check", "gone.nianbao"], 3),
        (["show", "gone.nianbao", "--json"], 3),
        (["set", "gone.nianbao", "--cell", "规章@本年制发件数=0"], 3),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, list) else str(words),
)
def test_words_that_are_off_and_files_that_are_gone_end_in_one_chinese_line(arguments, status):
    # when
    outcome = run(*arguments)

    # then
    assert outcome.status == status
    assert outcome.out == ""
    assert len(outcome.err.splitlines()) == 1
    assert any("\u4e00" <= char <= "\u9fff" for char in outcome.err)
    assert not (ROOT / "x").exists()
    assert not (ROOT / "x.nianbao").exists()


def test_without_a_display_the_window_says_so():
    # when
    outcome = run()

    # then
    assert outcome.status == 2
    assert "图形界面" in outcome.err


def test_help_names_every_command():
    # when
    outcome = run("--help")

    # then
    assert outcome.status == 0
    for name in ("templates", "new", "import", "forward", "show", "check", "export", "set"):
        assert name in outcome.out


def test_many_reports_are_checked_in_one_run_and_one_that_cannot_be_read_stops_nothing(tmp_path):
    # given
    good, broken = tmp_path / "好.nianbao", tmp_path / "坏.nianbao"
    run("new", "--year", 2024, "--office", "清溪县柳河镇人民政府", "-o", good)
    broken.write_bytes(b"PK")

    # when
    outcome = run("check", good, broken, good, "--json")

    # then
    told = [json.loads(line) for line in outcome.out.splitlines()]
    assert [one["file"] for one in told] == [str(good), str(good)]
    assert told[0]["findings"] == run("check", good, "--json").data["findings"]
    assert "坏.nianbao" in outcome.err
    assert outcome.status == 3


def test_last_years_report_is_that_of_one_report_alone(tmp_path):
    saved = tmp_path / "报告.nianbao"
    run("new", "--year", 2024, "--office", "清溪县柳河镇人民政府", "-o", saved)

    outcome = run("check", saved, saved, "--last", saved)

    assert outcome.status == 2
    assert "--last" in outcome.err
