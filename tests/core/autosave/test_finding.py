"""What is kept aside is found after its process has ended, and only then."""

import errno
import json
import os
import time

import pytest

from core import autosave, paths, places, store
from core.autosave import Origin
from core.places import Spot
from tests.core.autosave.conftest import killed, names, noted_by, older, refusing


def test_a_start_with_nothing_kept_finds_nothing_and_makes_nothing(own_home):
    # then
    assert autosave.found() == []
    assert list(own_home.iterdir()) == []


def test_what_a_killed_process_kept_is_found_whole(file, other, tmp_path):
    # given
    own = older(file, tmp_path / "柳河镇.nianbao")

    # when
    killed(other("a" * 32, own))
    [left] = autosave.found()

    # then
    assert (left.id, left.path) == ("a" * 32, own)
    assert left.file.report == file.report
    assert left.file.doc_id == file.doc_id
    assert left.file.others == file.others
    assert not left.is_overtaken()


def test_where_the_clerk_was_is_found_with_it_and_stays_with_who_takes_it(file):
    # given
    autosave.write("a" * 32, store.content(file), Origin(None), Spot("overview", 3, 5, 7))
    noted_by(999_999_999, "a" * 32)

    # when
    [left] = autosave.found()
    taken = autosave.take(left)

    # then
    assert left.spot == Spot("overview", 3, 5, 7)
    assert taken is not None
    assert taken.spot == left.spot
    told = json.loads((paths.recovery() / f"{taken.id}.json").read_text("utf-8"))
    assert places.spot_of(told["spot"]) == left.spot


@pytest.mark.parametrize("stored", [None, 3, {"paragraph": "3"}, {"start": -1}])
def test_one_kept_by_an_older_program_or_spoilt_there_is_found_without_a_place(file, stored):
    # given
    autosave.write("a" * 32, store.content(file), Origin(None))
    noted_by(999_999_999, "a" * 32)
    note = paths.recovery() / f"{'a' * 32}.json"
    told = json.loads(note.read_text("utf-8"))
    assert "spot" not in told
    if stored is not None:
        note.write_text(json.dumps(told | {"spot": stored}), "utf-8")

    # then
    [left] = autosave.found()
    assert left.spot is None
    assert left.file.report == file.report


def test_what_another_window_has_open_is_not_offered(other):
    # given
    process = other("a" * 32)

    # then
    assert autosave.found() == []
    killed(process)
    assert [one.id for one in autosave.found()] == ["a" * 32]


def test_what_this_process_has_open_is_not_offered(file):
    # when
    autosave.write("a" * 32, store.content(file), Origin(None))

    # then
    assert autosave.found() == []


def test_the_number_of_an_ended_process_given_out_again_hides_nothing(file):
    # given: this very process stands in the note, but as one that began at another time
    autosave.write("a" * 32, store.content(file), Origin(None))
    note = paths.recovery() / f"{'a' * 32}.json"
    told = json.loads(note.read_text("utf-8"))

    # when
    note.write_text(json.dumps(told | {"born": told["born"] + "1"}), "utf-8")

    # then
    assert [one.id for one in autosave.found()] == ["a" * 32]


def test_the_newest_comes_first(other):
    # given
    for number, kept in enumerate(("a" * 32, "b" * 32, "c" * 32)):
        killed(other(kept))
        note = paths.recovery() / f"{kept}.json"
        told = json.loads(note.read_text("utf-8")) | {
            "time": f"2026-01-0{3 if number == 1 else 1}T0{number}:00:00"
        }
        note.write_text(json.dumps(told), "utf-8")

    # then
    assert [one.id[0] for one in autosave.found()] == ["b", "c", "a"]


def test_a_file_changed_since_is_told_and_one_that_is_away_is_not(file, other, tmp_path):
    # given
    own = older(file, tmp_path / "柳河镇.nianbao")
    killed(other("a" * 32, own))
    [left] = autosave.found()

    # then
    file.report.title = "后来的题目"
    store.write(file, own)
    assert left.is_overtaken()
    own.unlink()
    assert not left.is_overtaken()


def test_what_stands_in_the_clerks_own_file_is_not_offered(file, other, tmp_path):
    # given: killed when it was saved, before it was forgotten
    own = older(file, tmp_path / "柳河镇.nianbao")
    killed(other("a" * 32, own))
    store.write(file, own)

    # then
    assert autosave.found() == []
    assert names() == []


def test_what_another_computer_has_open_is_not_offered_for_a_week(other):
    # given: the folder lies on a share
    killed(other("a" * 32))
    note = paths.recovery() / f"{'a' * 32}.json"
    told = json.loads(note.read_text("utf-8"))
    [left] = autosave.found()
    note.write_text(json.dumps(told | {"computer": "another one"}), "utf-8")

    # then
    assert autosave.found() == []
    assert autosave.take(left) is None

    # when
    a_week_ago = time.time() - 7 * 24 * 3600 - 60
    os.utime(note, (a_week_ago, a_week_ago))

    # then
    assert [one.id for one in autosave.found()] == [left.id]


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENAMETOOLONG, errno.EIO])
def test_a_file_to_which_there_is_no_way_now_counts_as_away(file, other, tmp_path, monkeypatch, number):
    # given
    own = older(file, tmp_path / "柳河镇.nianbao")
    killed(other("a" * 32, own))
    [left] = autosave.found()

    # when
    refusing(monkeypatch, own.name, "exists", number)

    # then
    assert not left.is_overtaken()
