"""The program is killed while a clerk types: what stood in the report more than two seconds before is found again."""

import os
import random
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from core import autosave, paths, store
from core.report import Paragraph, Report, blank
from core.store import ReportFile
from core.template import Library
from tests.acceptance.commands import ROOT
from tests.acceptance.typist import OFFICE, SECTION

AT_RISK = 2.0  # seconds
LONGEST = 6.0
PATIENCE = 120.0
KILLS, SOAK = 10, 100


@dataclass(frozen=True)
class Written:
    """A number of the ledger, and when the report held it."""

    number: int
    time: float


def ledger_of(path: Path) -> list[Written]:
    lines = path.read_text().splitlines() if path.exists() else []
    return [Written(int(number), float(when)) for number, when in (line.split() for line in lines)]


def typed_until_killed(folder: Path, seed: int, file: Path | None) -> tuple[list[Written], float]:
    """Let a clerk type, kill the program at some instant; return what the ledger says, and that instant."""
    ledger, dice = folder / "ledger", random.Random(seed)
    words = [sys.executable, "-m", "tests.acceptance.typist", str(ledger), str(seed)]
    child = subprocess.Popen(
        [*words, *([str(file)] if file else [])], cwd=ROOT, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    )
    try:
        patience = time.monotonic() + PATIENCE
        while not ledger_of(ledger) and child.poll() is None and time.monotonic() < patience:
            time.sleep(0.02)
        time.sleep(dice.uniform(0, LONGEST))
        assert child.poll() is None, "the program has ended by itself"
    finally:
        killed = time.monotonic()
        child.kill()
        child.wait()
    return ledger_of(ledger), killed


def numbers_in(report: Report) -> list[int]:
    section = report.section(SECTION)
    text = "".join(one.text for one in section.paragraphs) if section else ""
    return [int(one) for one in re.findall(r"n(\d+);", text)]


def lost(written: list[Written], killed: float, reports: list[Report]) -> list[Written]:
    """Return what stands in none of the reports although it was typed long enough before."""
    again = [numbers_in(report) for report in reports]
    assert [one for one in again if one != list(range(1, len(one) + 1))] == []
    kept = max((len(one) for one in again), default=0)
    return [one for one in written if one.number > kept and one.time < killed - AT_RISK]


def lost_after_kill(folder: Path, seed: int, library: Library) -> list[Written]:
    """Return what a killed program has lost, in a file of the clerk's or in none; nothing may be unreadable."""
    file = folder / "柳河镇.nianbao" if seed % 2 else None
    if file:
        store.write(ReportFile(blank(library.get("national-2021"), 2024, OFFICE)), file)
    written, killed = typed_until_killed(folder, seed, file)
    reports = [left.file.report for left in autosave.found()] + ([store.read(file).report] if file else [])
    assert written
    assert not (paths.recovery() / "damaged").exists()
    return lost(written, killed, reports)


@pytest.mark.parametrize("seed", range(KILLS))
def test_nothing_older_than_two_seconds_is_lost_when_the_program_is_killed(tmp_path, library, seed):
    assert lost_after_kill(tmp_path, seed, library) == []


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(KILLS, KILLS + SOAK))
def test_nothing_is_lost_in_a_hundred_kills(tmp_path, library, seed):
    assert lost_after_kill(tmp_path, seed, library) == []


def test_what_is_lost_and_what_is_torn_is_noticed(library):
    # given
    report = blank(library.get("national-2021"), 2024, OFFICE)
    written = [Written(number, number / 10) for number in range(1, 51)]
    words = Paragraph(text="n1;n2;n3;")
    report.section(SECTION).paragraphs = [words]

    # then
    assert [one.number for one in lost(written, 2.55, [report])] == [4, 5]
    assert lost(written, 2.35, [report]) == []
    assert lost(written[:3], 9.9, [report]) == []
    assert len(lost(written, 9.9, [])) == 50
    words.text = "n1;n3;"
    with pytest.raises(AssertionError):
        lost(written, 9.9, [report])
