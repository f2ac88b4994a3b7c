"""The county's own table of the samples, from the user folder to every export and back."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from core import checks, store
from core.paths import RESOURCES
from core.report import Paragraph, Report, blank
from core.store import ReportFile
from core.template import Library, installed
from tests.acceptance.commands import run
from tests.core.checks.examples import report_of
from tests.core.importers import writing

ID = "qingxi-quarterly"
OFFICE = "清溪县柳河镇人民政府"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user folder with the sample in it."""
    shutil.copytree(RESOURCES / "samples" / "local-table", tmp_path / "home" / "templates" / "quarterly")
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def known(home: Path) -> Library:
    return installed()


def filled(library: Library) -> Report:
    """A whole report of the sample, in which everything adds up."""
    template = library.get(ID)
    report = blank(template, 2024, OFFICE)
    report.section("notes").paragraphs = [Paragraph(text="数据来源是各站所的公开台账。")]
    quarters = {"website": (12, 9, 10, 14), "wechat": (8, 7, 0, 5), "board": (3, 3, 3, 3)}
    quarters["published"] = tuple(sum(column) for column in zip(*quarters.values(), strict=True))
    for row, figures in quarters.items():
        for column, figure in zip(("q1", "q2", "q3", "q4", "year"), (*figures, sum(figures)), strict=True):
            report.values[f"work.{row}.{column}"] = str(figure)
    totals = {"pending_before": "1", "received": "6", "answered": "5", "pending": "2"}
    report.values |= {f"work.{row}.total": figure for row, figure in totals.items()}
    report.values |= {"work.points.amount": "3", "work.fund.amount": "1.5"}
    return report


def test_the_sample_is_known_and_its_rules_prove_themselves(known):
    # given
    template = known.get(ID)
    checker = checks.for_template(known, ID)

    # then
    assert checks.problems(known) == ()
    for rule in checker.rules:
        only = checks.Checker(template, [rule])
        assert only.run(report_of(template, rule.entry.holds)) == []
        assert only.run(report_of(template, rule.entry.fails))


def test_it_is_never_the_form_of_a_year_by_itself(known):
    assert known.for_year(2024).id == "national-2021"


def test_a_new_one_is_filled_checked_and_exported_by_command(home):
    # given
    report = home / "a.nianbao"
    assert run("new", "--year", "2024", "--office", OFFICE, "--template", ID, "-o", report).status == 0
    cells = ("县政府网站@一季度=12", "微信公众号@一季度=8", "公开合计@一季度=21", "查阅点@年底数=3")

    # when
    done = run("set", report, *(word for cell in cells for word in ("--cell", cell)))
    checked = run("check", report, "--json")
    exported = run("export", report, "--to", "docx,pdf,xlsx", "--out", home / "out", "--json")

    # then
    assert (done.status, checked.status, exported.status) == (0, 1, 0)
    broken = [one for one in json.loads(checked.out)["findings"] if one["rule"] == "Z01"]
    assert any("12+8+0=20，公开合计填的是 21" in one["message"] for one in broken)
    files = {Path(path).suffix: Path(path) for path in json.loads(exported.out)["files"]}
    assert set(files) == {".docx", ".pdf", ".xlsx"}
    assert "公开工作经费" in zipfile.ZipFile(files[".docx"]).read("word/document.xml").decode("utf-8")
    assert "公开工作经费" in "".join(
        zipfile.ZipFile(files[".xlsx"]).read(name).decode("utf-8")
        for name in zipfile.ZipFile(files[".xlsx"]).namelist()
        if name.endswith(".xml")
    )
    pdf = pytest.importorskip("pdfplumber")
    with pdf.open(files[".pdf"]) as pages:
        assert "公开工作经费" in "".join(page.extract_text() or "" for page in pages.pages)


@pytest.mark.parametrize("layout", sorted(writing.LAYOUTS))
def test_its_own_text_comes_back(home, known, layout):
    # given
    report = filled(known)
    text = writing.text_of(known.get(ID), report, writing.LAYOUTS[layout])
    source = home / "统计表.txt"
    source.write_text(text, encoding="utf-8")

    # when
    done = run("import", source, "-o", home / "b.nianbao", "--json")
    found = store.read(home / "b.nianbao").report

    # then
    assert done.status == 0
    assert (found.template, found.year, found.unit.name) == (ID, 2024, OFFICE)
    assert found.values == report.values
    assert checks.for_template(known, ID).run(found) == []


def test_next_years_draft_keeps_the_stocks_and_takes_over_what_is_pending(home, known):
    # given
    store.write(ReportFile(filled(known)), home / "c.nianbao")

    # when
    done = run("forward", home / "c.nianbao", "-o", home / "d.nianbao")
    draft = store.read(home / "d.nianbao").report

    # then
    assert done.status == 0
    assert (draft.template, draft.year) == (ID, 2025)
    assert draft.values == {"work.pending_before.total": "2", "work.points.amount": "3"}
