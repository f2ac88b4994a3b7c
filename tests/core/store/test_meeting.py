"""One report file in two hands: nothing of the other's is written over unseen, and what is covered stays a version."""

import errno
import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from core import store
from core.errors import GoneError, OutputError, OvertakenError
from core.report import Paragraph, blank
from core.store import ReportFile, history, meeting
from core.template import built_in

TEMPLATE = built_in().get("national-2021")
NOON = datetime(2026, 1, 12, 12, 0)


def write_more(file: ReportFile, words: str) -> None:
    file.report.section("overview").paragraphs.append(Paragraph(text=words))


def words(report) -> list[str]:
    return [one.text for one in report.section("overview").paragraphs]


def save(file: ReportFile, path: Path, *, covers: bool = False, time: datetime = NOON) -> None:
    """Save as the window does: with the report as it is now among its versions."""
    merged = meeting.ready(file, path, covers=covers)
    written = replace(merged, others=history.kept(merged, "save", time))
    store.write(written, path)
    file.others, file.save_no, file.seen = written.others, written.save_no, written.seen


@pytest.fixture
def path(tmp_path) -> Path:
    """A report in a file, saved once by the window."""
    path = tmp_path / "柳河镇.nianbao"
    save(ReportFile(blank(TEMPLATE, 2025, "清溪县柳河镇人民政府")), path)
    return path


def test_saving_on_and_on_in_one_window_asks_nothing(path):
    # given
    file = store.read(path)

    # when
    for text in ("第一句。", "第二句。"):
        write_more(file, text)
        save(file, path)

    # then
    assert words(store.read(path).report) == ["第一句。", "第二句。"]


def test_what_the_other_saved_is_not_written_over_unseen(path):
    # given
    first, second = store.read(path), store.read(path)
    write_more(second, "乙写的。")
    save(second, path)
    before = path.read_bytes()
    write_more(first, "甲写的。")

    # when
    with pytest.raises(OvertakenError, match=r"“柳河镇\.nianbao”在 .+ 又被别的窗口或别人保存过") as told:
        save(first, path)

    # then
    assert told.value.can_keep
    assert meeting.is_overtaken(first, path)
    assert path.read_bytes() == before


def test_covering_keeps_every_version_of_both_and_counts_on(path):
    # given: both went on by themselves, the first with an export that is in no file yet
    first, second = store.read(path), store.read(path)
    write_more(first, "甲写的。")
    first.others = history.kept(first, "export", NOON.replace(hour=13))
    for text in ("乙写的。", "乙又写的。"):
        write_more(second, text)
        save(second, path, time=NOON.replace(hour=14))
    write_more(first, "甲又写的。")

    # when
    save(first, path, covers=True, time=NOON.replace(hour=15))

    # then
    now = store.read(path)
    assert words(now.report) == ["甲写的。", "甲又写的。"]
    kept = history.versions(now)
    assert [words(history.read(now, one)) for one in kept] == [
        ["甲写的。", "甲又写的。"],
        ["乙写的。", "乙又写的。"],
        ["乙写的。"],
        ["甲写的。"],
        [],
    ]
    assert len({one.number for one in kept}) == len(kept)
    assert now.save_no > second.save_no
    save(first, path)
    with pytest.raises(OvertakenError):
        save(second, path)


def test_what_a_command_wrote_without_a_version_is_kept_when_it_is_covered(path):
    # given
    file, other = store.read(path), store.read(path)
    write_more(other, "命令写的。")
    store.write(other, path)
    write_more(file, "窗口写的。")

    # when
    save(file, path, covers=True)

    # then
    now = store.read(path)
    assert ["命令写的。"] in [words(history.read(now, one)) for one in history.versions(now)]


def test_a_file_that_was_merely_saved_again_asks_nothing(path):
    # given
    file, other = store.read(path), store.read(path)
    store.write(other, path)
    write_more(file, "甲写的。")

    # when
    save(file, path)

    # then
    assert words(store.read(path).report) == ["甲写的。"]


@pytest.mark.parametrize("gone", ["file", "folder"])
def test_a_file_that_is_gone_is_written_again(path, tmp_path, gone):
    # given
    away = tmp_path / "镇"
    away.mkdir()
    path = path.rename(away / path.name)
    file = store.read(path)
    path.unlink()
    if gone == "folder":
        away.rmdir()

    # when
    save(file, path)

    # then
    assert store.read(path).report == file.report


@pytest.mark.parametrize("other", ["another report", "no report"])
def test_what_cannot_be_kept_as_a_version_is_never_covered(path, other):
    # given
    file = store.read(path)
    if other == "another report":
        store.write(ReportFile(blank(TEMPLATE, 2025, "清溪县青禾镇人民政府")), path)
    else:
        path.write_bytes(b"PK torn")
    before = path.read_bytes()

    # when
    with pytest.raises(OvertakenError, match="另存为别的名字") as told:
        save(file, path, covers=True)

    # then
    assert not told.value.can_keep
    assert path.read_bytes() == before


def test_a_file_of_which_nobody_can_tell_what_lies_there_is_left_alone(path, monkeypatch):
    # given
    file = store.read(path)
    whole = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self == path:
            raise OSError(errno.EBUSY, "held")
        return whole(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)

    # then
    with pytest.raises(OutputError, match="被其他程序占用"):
        save(file, path)


def test_the_day_and_the_time_of_the_other_saving_are_told_and_stay_with_its_version(path):
    # given: a command wrote it, without a version
    first, second = store.read(path), store.read(path)
    write_more(second, "乙写的。")
    store.write(second, path)
    morning = datetime(2026, 3, 2, 9, 5)
    os.utime(path, (morning.timestamp(), morning.timestamp()))
    write_more(first, "甲写的。")

    # when
    with pytest.raises(OvertakenError, match=r"3月2日 09:05 又被"):
        meeting.ready(first, path)
    save(first, path, covers=True)

    # then
    assert morning in [one.time for one in history.versions(store.read(path))]


@pytest.mark.parametrize("ours", [1, 9])
def test_the_number_of_savings_goes_on_from_the_higher_one(path, ours):
    # given
    first, second = store.read(path), store.read(path)
    write_more(second, "乙写的。")
    save(second, path)
    first.save_no = ours

    # then
    assert meeting.ready(first, path, covers=True).save_no == max(ours, store.read(path).save_no)


def test_a_report_that_was_in_no_file_yet_is_written_where_the_clerk_said(path):
    # given
    file = ReportFile(blank(TEMPLATE, 2025, "清溪县柳河镇人民政府"))

    # then
    assert not meeting.is_overtaken(file, path)
    assert meeting.ready(file, path) is file


def test_where_a_file_stands_in_place_of_the_folder_there_is_no_other_report(path):
    # given
    file = store.read(path)

    # then
    assert not meeting.is_overtaken(file, path / "柳河镇.nianbao")


@pytest.mark.parametrize("gone", ["file", "folder"])
def test_what_was_taken_away_since_is_told_apart(path, tmp_path, gone):
    # given
    away = tmp_path / "镇"
    away.mkdir()
    path = path.rename(away / path.name)
    file = store.read(path)
    meeting.must_be_there(file, path)
    path.unlink()
    if gone == "folder":
        away.rmdir()

    # when
    with pytest.raises(OutputError, match="没有丢") as told:
        meeting.must_be_there(file, path)

    # then
    assert isinstance(told.value, GoneError) == (gone == "file")
    assert not meeting.is_untouched(file, path)


def test_a_report_never_written_there_misses_no_file(tmp_path):
    # given
    file = ReportFile(blank(TEMPLATE, 2025, "清溪县柳河镇人民政府"))

    # then: nothing is raised
    assert meeting.must_be_there(file, tmp_path / "柳河镇.nianbao") is None


def test_a_file_is_untouched_while_it_is_as_read(path):
    # given
    file = store.read(path)
    as_read = meeting.is_untouched(file, path)
    write_more(file, "别处写的。")
    store.write(ReportFile(file.report, file.doc_id), path)

    # then
    assert (as_read, meeting.is_untouched(file, path)) == (True, False)
