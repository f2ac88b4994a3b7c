"""What is to be written of an open report is taken at once, and nothing that happens later is in it."""

from datetime import datetime
from pathlib import Path

import pytest

from core import atomic
from core.errors import GoneError, OutputError, OvertakenError
from core.report import Report, blank
from core.store import ReportFile, history, read, saving, write
from core.template import Library

CELL = "disclosure.rules.made"


@pytest.fixture
def report(library: Library) -> Report:
    """A report on the form of now."""
    return blank(library.get("national-2021"), 2024, "清溪县柳河镇人民政府")


def test_what_was_taken_is_touched_by_no_later_edit(report: Report):
    # given
    report.earlier = [report.model_copy(deep=True)]
    file = ReportFile(report, others={"note": b"x"})
    taken = saving.taken(file)
    before = taken.report.model_copy(deep=True)

    # when
    report.values[CELL] = "3"
    report.sections[0].paragraphs.clear()
    report.earlier[0].values[CELL] = "4"
    file.others.clear()

    # then
    assert taken.report == before
    assert taken.others == {"note": b"x"}
    assert taken.doc_id == file.doc_id


def test_a_save_tells_the_open_file_what_became_of_it(report: Report, tmp_path: Path):
    # given
    file, path = ReportFile(report), tmp_path / "a.nianbao"

    # when
    kept = saving.save(saving.taken(file), None, path)
    kept.tell(file)

    # then
    assert (kept.path, kept.is_in_file, file.save_no) == (path, True, 1)
    assert file.seen == read(path).seen
    assert file.saved == datetime.fromtimestamp(path.stat().st_mtime)
    assert [one.why for one in history.versions(file)] == ["save"]


def test_a_save_asks_about_its_own_file_and_about_no_other(report: Report, tmp_path: Path):
    # given
    own, other = tmp_path / "a.nianbao", tmp_path / "b.nianbao"
    file = ReportFile(report)
    saving.save(file, None, own).tell(file)
    file.report.values[CELL] = "3"

    # when: another window saves it, and then it is gone
    theirs = read(own)
    theirs.report.values[CELL] = "7"
    write(theirs, own)

    # then
    with pytest.raises(OvertakenError):
        saving.save(file, own)
    own.unlink()
    with pytest.raises(GoneError):
        saving.save(file, own)
    assert saving.save(file, own, other).path == other
    assert saving.save(file, own, own).path == own


def test_its_own_file_under_another_name_is_asked_about_as_well(report: Report, tmp_path: Path):
    # given: a folder that can be reached in two ways, as a share with a letter and without
    (folder := tmp_path / "共享").mkdir()
    (way := tmp_path / "Z").symlink_to(folder, target_is_directory=True)
    file = ReportFile(report)
    saving.save(file, None, folder / "a.nianbao").tell(file)
    theirs = read(folder / "a.nianbao")
    theirs.report.values[CELL] = "7"
    write(theirs, folder / "a.nianbao")

    # then
    with pytest.raises(OvertakenError):
        saving.save(file, folder / "a.nianbao", way / "a.nianbao")
    kept = saving.save(file, folder / "a.nianbao", way / "a.nianbao", covers=True)
    covered = read(folder / "a.nianbao")
    assert kept.path == way / "a.nianbao"
    assert "7" in [history.read(covered, one).text(CELL) for one in history.versions(covered)]


@pytest.fixture
def meanwhile(report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[ReportFile, Path]:
    """A report in its file, changed; another hand saves the file while a slow disk still takes the next save."""
    own = tmp_path / "a.nianbao"
    file = ReportFile(report)
    saving.save(file, None, own).tell(file)
    file.report.values[CELL] = "3"
    theirs = read(own)
    theirs.report.values[CELL] = "7"
    slow = atomic._write_draft

    def write_draft(*told: object) -> None:
        slow(*told)
        monkeypatch.setattr(atomic, "_write_draft", slow)
        write(theirs, own)

    monkeypatch.setattr(atomic, "_write_draft", write_draft)
    return file, own


def test_what_another_hand_saves_while_a_slow_disk_writes_is_not_covered(
    meanwhile: tuple[ReportFile, Path], tmp_path: Path
):
    # given
    file, own = meanwhile

    # when
    with pytest.raises(OvertakenError):
        saving.save(file, own)

    # then
    assert read(own).report.text(CELL) == "7"
    assert list(tmp_path.iterdir()) == [own]


def test_an_export_kept_meanwhile_covers_nothing_either(meanwhile: tuple[ReportFile, Path]):
    # given
    file, own = meanwhile

    # when
    kept = saving.keep_exported(file, own, is_saved=True)

    # then
    assert (kept.path, kept.is_in_file) == (None, False)
    assert read(own).report.text(CELL) == "7"


def test_a_report_without_a_file_needs_a_path(report: Report):
    with pytest.raises(ValueError, match="path"):
        saving.save(ReportFile(report), None)


def test_a_save_that_fails_leaves_the_file_as_it_was(report: Report, tmp_path: Path):
    # given
    file = ReportFile(report)
    before = dict(file.others)

    # then
    with pytest.raises(OutputError):
        saving.save(file, None, tmp_path)
    assert (file.others, file.save_no, file.seen) == (before, 0, "")


def test_an_export_waits_for_the_next_save_where_not_all_is_in_the_file(report: Report, tmp_path: Path):
    # given
    file, own = ReportFile(report), tmp_path / "a.nianbao"
    saving.save(file, None, own).tell(file)
    before = own.read_bytes()

    # when
    kept = saving.keep_exported(file, own, is_saved=False)

    # then
    assert (kept.path, kept.is_in_file) == (None, False)
    assert own.read_bytes() == before
    kept.tell(file)
    assert [one.why for one in history.versions(file)] == ["export"]

    # when: all is there
    kept = saving.keep_exported(file, own, is_saved=True)

    # then
    assert (kept.path, kept.is_in_file) == (own, True)
    assert [one.why for one in history.versions(read(own))] == ["export"]
