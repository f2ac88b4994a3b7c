"""Bad outputs: what cannot be written ends in one Chinese line and leaves no file; what can be is right."""

import errno
import os
import random
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from core import export, store
from core.errors import OutputError
from core.export import files
from core.report import Paragraph
from core.store import ReportFile
from tests.acceptance.commands import ROOT, run
from tests.acceptance.test_bad_input import full, one_chinese_line, read_only, report
from tests.samples import filled

__all__ = ["full", "read_only", "report"]  # fixtures that both files of tests use

WORDS = (
    "全镇", "公开", "清单", "清点", "村务", "公示栏", "网站", "专栏", "群众", "答复", "惠农", "补贴", "低保", "名单", "核对",
    "站所", "培训", "办公室", "预算", "项目", "招标", "道路", "水利", "卫生院", "养老", "就业", "污水", "河道", "防火",
)  # fmt: skip
EVERY = "docx,pdf,xlsx,html,sheet,package"
FILES = 7  # four formats, two of the check sheet, the package


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_a_folder_that_is_missing_is_made(report, tmp_path):
    # when
    outcome = run("export", report, "--to", EVERY, "--out", tmp_path / "甲" / "乙")

    # then
    assert outcome.status == 0
    assert len(names(tmp_path / "甲" / "乙")) == FILES


@pytest.mark.parametrize("below", ["", "再下一层"])
def test_a_folder_whose_place_a_file_takes(report, tmp_path, below):
    # given
    taken = tmp_path / "报送"
    taken.write_text("是文件")

    # when
    outcome = run("export", report, "--to", EVERY, "--out", taken / below)

    # then
    assert (outcome.status, one_chinese_line(outcome)) == (4, True)
    assert taken.read_text() == "是文件"


@pytest.mark.parametrize("disk", ["read_only", "full"])
@pytest.mark.parametrize("formats", ["package", "html", EVERY])
def test_a_disk_that_takes_nothing(request, report, disk, formats):
    # given
    folder = request.getfixturevalue(disk)

    # when
    outcome = run("export", report, "--to", formats, "--out", folder)

    # then
    assert (outcome.status, one_chinese_line(outcome)) == (4, True)
    assert names(folder) == ["旧.nianbao"]


def test_a_path_of_more_than_260_characters(report, tmp_path):
    # given
    folder = tmp_path.joinpath(*["很长的文件夹名" * 5] * 8)

    # when
    outcome = run("export", report, "--to", EVERY, "--out", folder)

    # then
    assert len(str(folder)) > 260
    assert outcome.status == 0
    assert len(names(folder)) == FILES


def test_an_office_whose_name_no_file_can_bear(tmp_path):
    # given
    made = tmp_path / "长.nianbao"
    run("new", "--year", 2024, "--office", "长" * 100, "-o", made)

    # when
    outcome = run("export", made, "--to", EVERY, "--out", tmp_path / "out")

    # then
    assert (outcome.status, one_chinese_line(outcome)) == (4, True)
    assert "太长" in outcome.err
    assert not (tmp_path / "out").exists() or names(tmp_path / "out") == []


def test_a_file_that_is_open_in_another_program(library, tmp_path, monkeypatch):
    # given
    template, made = filled(library, "national-2021", 2024)
    before = {
        path.name: path.read_bytes()
        for path in files.export(template, made, files.Order(export.FORMATS), tmp_path)
    }
    swap = Path.replace

    def replace(draft: Path, target: Path) -> Path:
        if target.suffix == ".xlsx" and draft.suffix == ".tmp" and draft.parent == target.parent:
            raise PermissionError(errno.EACCES, "in use")
        return swap(draft, target)

    monkeypatch.setattr(Path, "replace", replace)
    made.title = "改过的题目"

    # when
    with pytest.raises(OutputError, match="其他程序占用"):
        files.export(template, made, files.Order(export.FORMATS), tmp_path)

    # then
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("kind", ["damaged", "folder", "closed"])
def test_fonts_of_the_computer_that_cannot_be_read(report, tmp_path, kind):
    # given: files under the names of the official fonts
    fonts = tmp_path / "data" / "fonts"
    fonts.mkdir(parents=True)
    for name in ("simfang.ttf", "simhei.ttf", "simsun.ttc", "simkai.ttf", "FZXBSJW.TTF"):
        if kind == "folder":
            (fonts / name).mkdir()
        else:
            (fonts / name).write_bytes(b"\x00\x01\x00\x00" + os.urandom(2000))
    if kind == "closed":
        fonts.chmod(0)

    # when
    outcome = run(
        "export", report, "--to", "pdf", "--out", tmp_path / "out", XDG_DATA_HOME=str(tmp_path / "data")
    )
    fonts.chmod(0o755)

    # then: the bundled ones serve
    assert outcome.status == 0
    assert len(names(tmp_path / "out")) == 1


def test_a_report_in_which_nothing_is_filled_in(library, tmp_path):
    for template in library:
        # given
        made, out = tmp_path / f"{template.id}.nianbao", tmp_path / template.id
        year = template.last_year or 2024
        run("new", "--year", year, "--office", "", "--template", template.id, "-o", made)

        # when
        outcome = run("export", made, "--to", EVERY, "--out", out)

        # then
        assert outcome.status == 0, outcome.err
        assert len(names(out)) == FILES
        assert zipfile.ZipFile(next(out.glob("*.zip"))).testzip() is None


def test_two_hundred_pages(library, tmp_path):
    # given
    _, made = filled(library, "national-2021", 2024)
    dice = random.Random(200)
    made.sections[1].paragraphs = [
        Paragraph(
            text=f"{number}号事项：" + "，".join("".join(dice.choices(WORDS, k=6)) for _ in range(19)) + "。"
        )
        for number in range(470)
    ]
    saved = tmp_path / "长.nianbao"
    store.write(ReportFile(made), saved)

    # when
    outcome = run("export", saved, "--to", "docx,pdf,xlsx,html", "--out", tmp_path / "out")

    # then
    assert outcome.status == 0, outcome.err
    document = pypdfium2.PdfDocument(next((tmp_path / "out").glob("*.pdf")))
    try:
        pages = len(document)
        last = document[pages - 1].get_textpage().get_text_range()
    finally:
        document.close()
    assert pages >= 200
    assert f"{pages}" in last


def test_a_disk_that_becomes_full_while_writing_leaves_the_old_files(report, tmp_path):
    # given: room for some of the files, not for all
    folder = tmp_path / "stick"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=120k", "tmpfs", folder], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("a file system of the test's own can be mounted by root alone")
    try:
        assert run("export", report, "--to", "docx,html", "--out", folder).status == 0
        before = {path.name: path.read_bytes() for path in folder.iterdir()}

        # when
        outcome = run("export", report, "--to", EVERY, "--out", folder)

        # then
        assert (outcome.status, one_chinese_line(outcome)) == (4, True)
        assert "空间不足" in outcome.err
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    finally:
        subprocess.run(["umount", "-l", folder], check=True, capture_output=True)


def test_the_command_runs_from_any_folder(report, tmp_path):
    # given
    work = tmp_path / "别处"
    work.mkdir()
    shutil.copy(report, work / "本地.nianbao")
    env = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}

    # when
    command = [
        sys.executable,
        str(ROOT / "main.py"),
        "export",
        "本地.nianbao",
        "--to",
        "package",
        "--out",
        ".",
    ]
    done = subprocess.run(command, cwd=work, env=env, capture_output=True, timeout=120, check=False)

    # then
    assert done.returncode == 0
    assert [path.suffix for path in sorted(work.iterdir())].count(".zip") == 1
