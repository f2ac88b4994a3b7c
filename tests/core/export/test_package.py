"""The package: every file of the report under the name that offices give it, and a list to check them against."""

import dataclasses
import datetime
import hashlib
import io
import re
import zipfile
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest

from core import checks, export
from core.checks.sheet import sheet
from core.errors import UsageError
from core.export import files
from core.export.sheet import document
from core.report import Paragraph, Report
from core.template import Library, Template
from tests.samples import filled

STEM = "清溪县柳河镇人民政府2024年政府信息公开工作年度报告"


def packed(library: Library, folder: Path, *formats: str, report: Report | None = None) -> list[Path]:
    template, made = filled(library, "national-2021", 2024)
    report = report or made
    checked = sheet(checks.for_template(library, template.id), report)
    return files.export(
        template, report, files.Order(export.find(formats), checked=checked, package=True), folder
    )


def contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as container:
        assert container.testzip() is None
        return {name: container.read(name) for name in container.namelist()}


def sheets(data: bytes) -> list[str]:
    return openpyxl.load_workbook(io.BytesIO(data)).sheetnames


def test_the_package_holds_all_formats_the_check_sheet_and_a_list(library, tmp_path):
    # when
    paths = packed(library, tmp_path)

    # then
    assert [path.name for path in paths] == [f"{STEM}.zip"]
    names = [f"{STEM}{end}" for end in (".docx", ".pdf", ".xlsx", ".html")]
    kept = [f"留存（不报送）/{STEM}自查表{end}" for end in (".docx", ".pdf")]
    assert list(contents(paths[0])) == [f"{STEM}/{name}" for name in (*names, *kept, "清单.txt")]


def test_the_list_says_size_and_sha256_of_each_file(library, tmp_path):
    # given
    found = contents(packed(library, tmp_path)[0])

    # when
    said = found.pop(f"{STEM}/清单.txt").decode("utf-8-sig")
    listed = re.findall(r"\d+\. (.+)\r\n   大小：(\d+) 字节\r\n   校验值 SHA-256：([0-9a-f]{64})", said)

    # then
    files = {name.removeprefix(f"{STEM}/"): data for name, data in found.items()}
    assert listed == [
        (name, str(len(data)), hashlib.sha256(data).hexdigest()) for name, data in files.items()
    ]
    assert said.startswith(f"{STEM}\r\n报送单位：清溪县柳河镇人民政府\r\n报告年度：2024年\r\n")
    assert "\n" not in said.replace("\r\n", "")
    assert "校验值（SHA-256）：文件一字不改时不变，可以用来核对传过去的是不是同一个文件。" in said


def test_the_list_says_how_to_check_a_file_on_either_system(library, tmp_path):
    # when
    said = contents(packed(library, tmp_path)[0])[f"{STEM}/清单.txt"].decode("utf-8-sig").splitlines()

    # then
    assert said[-3:] == [
        "核对方法：在文件所在的文件夹里打开命令行，运行下面的命令，得到的一串字符应与上面相同。",
        "   Windows：certutil -hashfile 文件名 SHA256",
        "   统信、麒麟：sha256sum 文件名",
    ]


def test_what_the_office_keeps_for_itself_is_told_apart_in_the_list(library, tmp_path):
    # when
    said = contents(packed(library, tmp_path)[0])[f"{STEM}/清单.txt"].decode("utf-8-sig")

    # then
    handed_in, _, kept = said.partition("本单位留存用，不报送")
    assert "文件：共 4 个（不含本清单）；另有 2 个留存用，不报送" in handed_in
    assert handed_in.count("SHA-256：") == 4
    assert "自查" not in handed_in
    assert [one for one in kept.splitlines() if "自查表" in one] == [
        f"5. 留存（不报送）/{STEM}自查表.docx",
        f"6. 留存（不报送）/{STEM}自查表.pdf",
    ]


def test_the_workbook_of_the_package_goes_without_the_checks(library, tmp_path):
    # given
    template, report = filled(library, "national-2021", 2024)
    checked = sheet(checks.for_template(library, template.id), report)

    # when
    order = files.Order(export.find(["xlsx"]), checked=checked, package=True)
    loose, package = files.export(template, report, order, tmp_path)
    found = contents(package)

    # then: the workbook beside it shows them
    assert "自查" in sheets(loose.read_bytes())
    assert "自查" not in sheets(found[f"{STEM}/{STEM}.xlsx"])


def test_a_workbook_can_do_without_the_checks(library, tmp_path):
    # given
    template, report = filled(library, "national-2021", 2024)
    checked = sheet(checks.for_template(library, template.id), report)

    # when
    order = files.Order(export.find(["xlsx"]), checked=checked, checks_inside=False)
    (path,) = files.export(template, report, order, tmp_path)

    # then
    assert "自查" not in sheets(path.read_bytes())


def test_files_asked_for_beside_the_package_are_the_same_as_those_in_it(library, tmp_path):
    # when
    paths = packed(library, tmp_path, "docx", "html")

    # then
    assert [path.suffix for path in paths] == [".docx", ".html", ".zip"]
    found = contents(paths[-1])
    assert all(found[f"{STEM}/{path.name}"] == path.read_bytes() for path in paths[:2])


def test_the_package_bears_the_time_of_the_export_and_says_nothing_of_where(library, tmp_path, monkeypatch):
    # given: files that say the same, written at two times
    times = [datetime.datetime(2025, 1, 9, 16, 30, 20), datetime.datetime(1979, 5, 1)]
    clock = SimpleNamespace(datetime=SimpleNamespace(now=lambda: times.pop(0)))
    monkeypatch.setattr(files, "datetime", clock)
    first, second = packed(library, tmp_path / "一")[0], packed(library, tmp_path / "二")[0]

    # when
    with zipfile.ZipFile(io.BytesIO(first.read_bytes())) as container:
        entries = container.infolist()

    # then: Chinese names are marked as UTF-8
    assert contents(first) == contents(second)
    assert {(one.date_time, one.create_system, one.extra, one.comment) for one in entries} == {
        ((2025, 1, 9, 16, 30, 20), 0, b"", b"")
    }
    with zipfile.ZipFile(second) as container:  # no zip knows an earlier time
        assert {one.date_time for one in container.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert all(one.flag_bits & 0x800 for one in entries)


def test_another_report_has_its_own_name(library, tmp_path):
    # given
    template, report = filled(library, "national-2021", 2024)
    other: Template = template.model_copy(update={"report_name": "法治政府建设年度报告"})

    # when
    (path,) = files.export(other, report, files.Order(export.find(["html"])), tmp_path)

    # then
    assert path.name == "清溪县柳河镇人民政府2024年法治政府建设年度报告.html"


def test_without_results_of_checks_the_package_has_no_check_sheet(library, tmp_path):
    template, report = filled(library, "plain-2008", 2016)
    (path,) = files.export(template, report, files.Order(package=True), tmp_path)
    assert [name for name in contents(path) if "自查" in name] == []


def test_progress_names_every_file_once(library, tmp_path):
    # given
    template, report = filled(library, "plain-2008", 2016)
    told: list[tuple[str, int, int]] = []

    # when
    order = files.Order(export.find(["pdf"]), package=True)
    files.export(template, report, order, tmp_path, lambda *one: told.append(one))

    # then
    assert [name for name, _, _ in told] == ["PDF 文件", "Word 文档", "Excel 表格", "网页", ""]
    assert told[-1] == ("", 4, 4)


def test_an_unknown_format_is_told_what_there_is():
    with pytest.raises(UsageError, match="docx、pdf、xlsx、html、sheet、package"):
        export.find(["odt"])


def test_the_list_says_whether_it_is_a_draft(library, tmp_path):
    # given
    _, report = filled(library, "national-2021", 2024)
    report.section("overview").paragraphs.append(
        Paragraph(text="去年的话。", state="carried", origin="去年的话。")
    )
    report.values.pop("disclosure.documents.made")

    # when
    said = contents(packed(library, tmp_path, report=report)[0])[f"{STEM}/清单.txt"].decode("utf-8-sig")

    # then
    (state,) = [line for line in said.splitlines() if line.startswith("状态：")]
    assert state.startswith("状态：草稿：还有 ")
    assert "1 格没填、1 处去年内容没核对" in state


def test_the_list_keeps_what_the_office_is_to_look_at_to_the_office(library, tmp_path):
    # given: a report with nothing to mend, and the county reads the list
    template, report = filled(library, "national-2021", 2024)
    checked = sheet(checks.for_template(library, template.id), report)
    checked = dataclasses.replace(checked, state="可以报送", counts={"error": 0, "warning": 5, "info": 2})

    # when
    (path,) = files.export(template, report, files.Order(checked=checked, package=True), tmp_path)

    # then
    said = contents(path)[f"{STEM}/清单.txt"].decode("utf-8-sig")
    assert "\r\n状态：可以报送\r\n" in said
    assert "请核对" not in said


def test_a_draft_bears_its_mark_in_every_name_and_leaves_what_can_be_handed_in(library, tmp_path):
    # given: what was exported as it can be handed in
    template, report = filled(library, "national-2021", 2024)
    checked = sheet(checks.for_template(library, template.id), report)
    order = files.Order(export.find(["docx", "html"]), checked=checked, package=True)
    ready = files.export(template, report, order, tmp_path)
    before = [path.read_bytes() for path in ready]

    # when
    marked = dataclasses.replace(order, beside=[document(checked)], marked_draft=True)
    paths = files.export(template, report, marked, tmp_path)

    # then
    ends = (".docx", ".html", "自查表.docx", "自查表.pdf", ".zip")
    assert [path.name for path in paths] == [f"{STEM}{end.replace('.', '（草稿）.')}" for end in ends]
    assert [path.read_bytes() for path in ready] == before
    inside = [name for name in contents(paths[-1]) if not name.endswith("清单.txt")]
    assert len(inside) == 6
    assert all(name.startswith(f"{STEM}（草稿）/") for name in inside)
    assert all(Path(name).stem.endswith("（草稿）") for name in inside)
