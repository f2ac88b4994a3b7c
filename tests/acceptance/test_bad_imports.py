"""Every line of the list of bad inputs, given to the real command: one calm sentence, or a report with a note."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import openpyxl
import pytest

from tests.acceptance.bad_files import FILES_OF_THE_LIST, REFUSED, Bad, text
from tests.acceptance.commands import ROOT, run

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the child is found in /proc")


@pytest.mark.parametrize(
    "bad", FILES_OF_THE_LIST, ids=lambda bad: f"{bad.number}-{Path(bad.name).suffix[1:]}"
)
def test_a_bad_file_ends_in_a_sentence_or_in_a_note(tmp_path, bad: Bad):
    # given
    data = bad.make()
    source = tmp_path / bad.name
    source.write_bytes(data)
    target = tmp_path / "新.nianbao"

    # when
    outcome = run("import", source, "-o", target, "--json")

    # then
    assert outcome.status == bad.status, outcome.err
    assert source.read_bytes() == data
    said = outcome.err
    if bad.status == REFUSED:
        assert outcome.out == ""
        assert len(said.splitlines()) == 1
        assert bad.name in said
        assert sorted(one.name for one in tmp_path.iterdir()) == [bad.name]
    else:
        said = "\n".join(f"{note['message']} {note['source']}" for note in outcome.data["notes"])
        assert target.exists()
    assert bad.words in said
    assert "Traceback" not in outcome.err


def test_full_width_figures_arrive_as_figures(tmp_path):
    # given
    source = tmp_path / "全角.txt"
    source.write_bytes(next(bad for bad in FILES_OF_THE_LIST if bad.name == source.name).make())

    # when
    data = run("import", source, "-o", tmp_path / "新.nianbao", "--json").data

    # then
    values = [cell["value"] for cell in data["cells"] if cell["value"]]
    assert values == ["0", "0", "0", "12", "1", "12", "148"]


@pytest.mark.parametrize("name", ["约.txt", "极大.txt"])
def test_what_is_no_number_stays_out_of_the_cells(tmp_path, name):
    # given
    source = tmp_path / name
    source.write_bytes(next(bad for bad in FILES_OF_THE_LIST if bad.name == name).make())

    # when
    data = run("import", source, "-o", tmp_path / "新.nianbao", "--json").data

    # then
    values = [cell["value"] for cell in data["cells"] if cell["value"]]
    assert values == ["0", "0", "0", "1", "12", "148"]


def test_a_formula_in_a_text_is_never_one_in_a_workbook(tmp_path):
    # given
    source = tmp_path / "算式.txt"
    source.write_bytes(text("=cmd|'/c calc'!A1"))
    assert run("import", source, "-o", tmp_path / "新.nianbao").status == 0

    # when
    assert run("export", tmp_path / "新.nianbao", "--to", "xlsx", "--out", tmp_path / "out").status == 0

    # then
    book = openpyxl.load_workbook(next((tmp_path / "out").glob("*.xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if "cmd" in str(cell.value)]
    assert cells
    assert not any(cell.data_type == "f" for cell in cells)


def children_of(pid: int) -> set[int]:
    """Return the reading children that a command has at this moment."""
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        return {
            int(one) for one in found if b"core.importers.worker" in Path(f"/proc/{one}/cmdline").read_bytes()
        }
    except OSError:
        return set()


@LINUX
@pytest.mark.parametrize(
    ("number", "words"),
    [(signal.SIGSTOP, "时间过长"), (signal.SIGSEGV, "无法安全读取"), (signal.SIGKILL, "无法安全读取"), (signal.SIGXCPU, "时间过长")],
    ids=["I33-stopped", "I34-crashed", "I34-killed", "I33-worked-too-long"],
)  # fmt: skip
def test_a_child_that_hangs_or_dies_is_one_sentence(tmp_path, number, words):
    # given
    source, target = tmp_path / "报告.txt", tmp_path / "新.nianbao"
    source.write_bytes(text())
    command = [sys.executable, "main.py", "import", str(source), "-o", str(target)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        # when: one that dies before it has its order is followed by another, which has no better luck
        hit: set[int] = set()
        while running.poll() is None:
            for child in children_of(running.pid) - hit:
                hit.add(child)
                with suppress(ProcessLookupError):  # it has just ended
                    os.kill(child, number)
            time.sleep(0.002)
        out, err = running.communicate(timeout=60)

    # then
    said = err.decode()
    assert running.returncode == REFUSED
    assert out == b""
    assert len(said.splitlines()) == 1
    assert words in said
    assert "您的报告没有变化" in said
    assert not target.exists()
    assert hit
    assert not any(Path(f"/proc/{child}").exists() for child in hit)
