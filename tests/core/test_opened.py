"""Marks of open reports: another living window with the same file is known, an ended one is forgotten."""

import json
import os
from pathlib import Path

from core import autosave, processes

OWN, OTHER = "a" * 32, "b" * 32


def by(home: Path, mark_id: str, **told: object) -> None:
    """Write into a mark that another process made it: by default the one that runs these tests' own."""
    file = home / "open" / f"{mark_id}.json"
    living = {"pid": os.getppid(), "born": processes.born(os.getppid())}
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | living | told), "utf-8")


def test_a_report_open_in_another_living_window_is_known(own_home, tmp_path):
    # given
    path = tmp_path / "柳河镇.nianbao"
    autosave.mark(OTHER, path)
    by(own_home, OTHER)

    # then
    assert autosave.mark(OWN, path)
    assert not autosave.mark(OWN, tmp_path / "青禾镇.nianbao")
    autosave.unmark(OTHER)
    assert not autosave.mark(OWN, path)


def test_this_window_by_itself_and_other_computers_do_not_count(own_home, tmp_path):
    # given
    path = tmp_path / "柳河镇.nianbao"
    autosave.mark(OTHER, path)

    # then
    assert not autosave.mark(OWN, path)
    by(own_home, OTHER, computer="elsewhere")
    assert not autosave.mark(OWN, path)


def test_the_mark_of_an_ended_window_goes_and_a_spoilt_one_does_no_harm(own_home, tmp_path):
    # given
    path = tmp_path / "柳河镇.nianbao"
    autosave.mark(OTHER, path)
    by(own_home, OTHER, born="another time")
    (own_home / "open" / "torn.json").write_bytes(b"{")

    # then
    assert not autosave.mark(OWN, path)
    assert sorted(one.stem for one in (own_home / "open").iterdir()) == [OWN, "torn"]


def test_where_no_mark_can_be_made_the_report_opens_all_the_same(own_home, tmp_path):
    # given
    (own_home / "open").write_bytes(b"")

    # then
    assert not autosave.mark(OWN, tmp_path / "柳河镇.nianbao")
    autosave.unmark(OWN)
