"""The sheet of checks in the workbook: live sums that another program reckons alike, and no harm to a later import."""

import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from core import checks, importers
from core.checks.sheet import sheet
from core.export import excel
from core.layout import lay_out
from core.report import Report
from core.template import Library, Template
from tests.core.importers.test_xlsx_layouts import same
from tests.samples import IDS, filled

TEMPLATES = pytest.mark.parametrize("template_id", IDS)
LONGEST_WAIT = 180  # seconds, for LibreOffice on a busy computer


def written(library: Library, template: Template, report: Report) -> bytes:
    checked = sheet(checks.for_template(library, template.id), report)
    return excel.write(lay_out(template, report), checked)


def opened(data: bytes, *, values: bool = False) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)["自查"]


def rows(data: bytes, rule: str) -> list[list[object]]:
    """Return the live rows of a rule as they are shown."""
    found = opened(data, values=True).iter_rows(values_only=True)
    return [list(row) for row in found if row[0] == rule and row[2] is not None and "＝" in str(row[1])]


def test_every_sum_of_the_forms_is_there_and_holds(library: Library) -> None:
    # given
    template, report = filled(library, "national-2021", 2024)

    # when
    data = written(library, template, report)

    # then: seven columns twice, twenty-five rows, three kinds of cases
    assert [len(rows(data, rule)) for rule in ("T01", "T02", "T03", "T04")] == [7, 7, 25, 3]
    assert {row[5] for rule in ("T01", "T02", "T03", "T04") for row in rows(data, rule)} == {"相符"}


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("9", [3, 9, -6, "不符"]),
        ("", [3, 0, 3, "没有填"]),
        ("三", [3, 0, 3, "不全是数"]),
        ("3", [3, 3, 0, "相符"]),
    ],
)
def test_a_sum_says_what_is_wrong_with_it(library: Library, value: str, shown: list[object]) -> None:
    # given
    template, report = filled(library, "national-2021", 2024)
    report.values["reviews.cases.review_total"] = value

    # when
    row = rows(written(library, template, report), "T04")[0]

    # then
    assert row[1] == "表四 · 行政复议：结果维持＋结果纠正＋其他结果＋尚未审结＝总计"
    assert row[2:] == shown


def test_what_does_not_hold_turns_red_by_itself(library: Library) -> None:
    # given
    made = opened(written(library, *filled(library, "national-2021", 2024)))

    # when
    (area,) = made.conditional_formatting
    (rule,) = area.rules

    # then: a formula of the row's verdict, so that it follows the figures
    assert rule.formula == ['OR($F3="不符",LEFT($F3,3)="必须改")']
    assert str(area.sqref) == f"A3:F{made.max_row}"
    assert rule.dxf.fill.bgColor.rgb == "FFFFC7CE"


def test_findings_and_what_was_kept_stand_below(library: Library) -> None:
    # given
    template, report = filled(library, "national-2021", 2024)
    report.values["reviews.cases.review_total"] = "9"

    # when
    found = list(opened(written(library, template, report)).iter_rows(values_only=True))

    # then
    assert found[0][0] == "清溪县柳河镇人民政府2024年政府信息公开工作年度报告自查表"
    assert "还有" in found[1][0]
    open_ones = [row for row in found if row[5] == "必须改"]
    assert ("T04", "表四 · 行政复议：2+0+0+1=3，总计填的是 9，差 6", 3, 9, None, "必须改") in open_ones
    every = {row[0]: row[5] for row in found if row[5] and (row[5] == "通过" or " 处" in str(row[5]))}
    assert (every["T02"], every["T04"]) == ("通过", "必须改 1 处")


@TEMPLATES
def test_the_workbook_with_its_checks_is_read_back_exactly(
    library: Library, template_id: str, tmp_path: Path
) -> None:
    # given
    template, report = filled(library, template_id, IDS[template_id])
    path = tmp_path / "报告.xlsx"
    path.write_bytes(written(library, template, report))

    # when
    found = importers.read(path, library)

    # then: the sheet of checks is known as such and left out
    same(found, importers.read(_without_checks(template, report, tmp_path), library))
    assert found.values == {cell: value for cell, value in report.values.items() if value}
    assert [note.message for note in found.notes if "自查" not in note.message] == []


def _without_checks(template: Template, report: Report, folder: Path) -> Path:
    path = folder / "没有自查.xlsx"
    path.write_bytes(excel.write(lay_out(template, report)))
    return path


@pytest.fixture(scope="module")
def reckoned(library: Library, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[bytes, bytes]]:
    """The workbooks as written, and as LibreOffice saves them after reckoning every formula itself."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("reckoned")
    made = {}
    for template_id, year in IDS.items():
        template, report = filled(library, template_id, year)
        for cell in [one.id for one in template.cells.values() if one.sums][::3]:
            report.values[cell] = ""
        for cell in [one.id for one in template.cells.values() if one.sums][1::4]:
            report.values[cell] = "约5"
        for cell in [one.id for one in template.cells.values() if not one.group and not one.sums][::7]:
            report.values[cell] = "31"
        made[template_id] = written(library, template, report)
        (folder / f"{template_id}.xlsx").write_bytes(made[template_id])
    profile = tmp_path_factory.mktemp("profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx"]
    command += ["--outdir", str(folder / "out"), *(str(folder / f"{name}.xlsx") for name in made)]
    subprocess.run(command, check=True, capture_output=True, timeout=LONGEST_WAIT)
    return {name: (data, (folder / "out" / f"{name}.xlsx").read_bytes()) for name, data in made.items()}


@TEMPLATES
def test_another_program_reckons_what_we_stored(
    reckoned: dict[str, tuple[bytes, bytes]], template_id: str
) -> None:
    # given
    ours, theirs = (
        openpyxl.load_workbook(io.BytesIO(data), data_only=True) for data in reckoned[template_id]
    )
    live = openpyxl.load_workbook(io.BytesIO(reckoned[template_id][0]))

    # when
    pairs = {
        (one.title, cell.coordinate): (
            ours[one.title][cell.coordinate].value,
            theirs[one.title][cell.coordinate].value,
        )
        for one in live
        for row in one.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }

    # then
    assert theirs.sheetnames == ours.sheetnames
    assert {place: pair for place, pair in pairs.items() if pair[0] != pair[1]} == {}
    assert bool(pairs) is (template_id != "plain-2008")
