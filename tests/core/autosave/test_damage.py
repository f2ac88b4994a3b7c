"""Nothing damaged, and nothing that cannot be read now, keeps the rest away."""

import errno
import os
import random
import zipfile

import pytest

from core import autosave, paths, store
from core.errors import InputError
from core.store import migrate
from tests.core.autosave.conftest import killed, names, older, refusing


@pytest.mark.parametrize(
    "note", [None, b"", b"[]", b"{", b'{"pid": "x", "path": 3, "time": "gestern", "computer": 3}', b"\xff"]
)
def test_a_report_without_its_note_is_found_all_the_same(file, other, note):
    # given
    killed(other("a" * 32, "weg.nianbao"))
    path = paths.recovery() / f"{'a' * 32}.json"
    path.unlink() if note is None else path.write_bytes(note)

    # when
    [left] = autosave.found()

    # then
    assert (left.path, left.sha256) == (None, "")
    assert left.file.report == file.report


def test_a_note_without_its_report_is_swept_away(other):
    # given: killed while it wrote for the first time
    killed(other("a" * 32))
    (paths.recovery() / f"{'a' * 32}.nianbao").unlink()

    # then
    assert autosave.found() == []
    assert names() == []


def test_old_drafts_are_swept_away_and_young_ones_stay(other):
    # given
    killed(other("a" * 32))
    old, young = (paths.recovery() / f".{name}.nianbao.1.tmp" for name in ("old", "young"))
    for draft in (old, young):
        draft.write_bytes(b"PK")
    os.utime(old, (1_000_000, 1_000_000))

    # when
    autosave.found()

    # then
    assert (old.exists(), young.exists()) == (False, True)


def test_damaged_ones_are_put_aside_and_the_others_found(other):
    # given
    for kept in ("a" * 32, "b" * 32, "c" * 32):
        killed(other(kept))
    torn, empty = (paths.recovery() / f"{kept * 32}.nianbao" for kept in ("a", "b"))
    torn.write_bytes(torn.read_bytes()[:-40])
    empty.write_bytes(b"")

    # then
    assert [one.id for one in autosave.found()] == ["c" * 32]
    assert sorted(one.name[0] + one.suffix for one in (paths.recovery() / "damaged").iterdir()) == [
        "a.json",
        "a.nianbao",
        "b.json",
        "b.nianbao",
    ]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO])
def test_a_report_that_cannot_be_read_now_waits_for_the_next_start(other, monkeypatch, number):
    # given
    killed(other("a" * 32))
    [left] = autosave.found()

    with monkeypatch.context() as held:
        refusing(held, f"{left.id}.nianbao", "read_bytes", number)

        # then
        assert autosave.found() == []
        with pytest.raises(InputError, match="内容还在"):
            autosave.take(left)
    assert [one.id for one in autosave.found()] == [left.id]


def test_a_report_of_a_newer_program_waits_until_this_one_is_newer_too(other, monkeypatch):
    # given
    killed(other("a" * 32))
    [left] = autosave.found()
    path = paths.recovery() / f"{left.id}.nianbao"
    with monkeypatch.context() as newer:
        newer.setattr(migrate, "FORMAT", migrate.FORMAT + 1)
        path.write_bytes(store.to_bytes(left.file))

    # then
    assert autosave.found() == []
    assert path.exists()
    with pytest.raises(InputError, match="升级"):
        autosave.again(left)


def test_a_report_that_goes_while_it_is_looked_for_is_no_damage(other, monkeypatch):
    # given
    killed(other("a" * 32))
    refusing(monkeypatch, f"{'a' * 32}.nianbao", "read_bytes", errno.ENOENT)

    # then
    assert autosave.found() == []
    assert not (paths.recovery() / "damaged").exists()


def test_a_note_that_cannot_be_read_now_counts_as_open_and_stays(other, monkeypatch):
    # given: one with its report, one that was killed while it wrote for the first time
    killed(other("a" * 32))
    killed(other("b" * 32))
    [left] = [one for one in autosave.found() if one.id[0] == "a"]
    (paths.recovery() / f"{'b' * 32}.nianbao").unlink()
    for kept in ("a" * 32, "b" * 32):
        refusing(monkeypatch, f"{kept}.json", "read_bytes")

    # then
    assert autosave.found() == []
    assert [name[0] for name in names()] == ["a", "a", "b"]
    with pytest.raises(InputError):
        autosave.take(left)


def test_no_damage_is_ever_raised(other):
    # given
    kept, dice = "a" * 32, random.Random(7)
    killed(other(kept))
    whole = {path: path.read_bytes() for path in paths.recovery().iterdir()}

    for _ in range(150):
        # when: some bytes of report or note are others
        for path, data in whole.items():
            spoilt = bytearray(data)
            for place in dice.sample(range(len(data)), dice.choice((0, 1, 3))):
                spoilt[place] = dice.randrange(256)
            path.write_bytes(spoilt)

        # then
        assert len(autosave.found()) <= 1


@pytest.mark.parametrize(
    "manifest", [b"{}", b'{"min_reader": "2"}', b"[]", b'{"min_reader": 1, "members": {}}']
)
def test_a_whole_container_with_spoilt_content_is_damage_and_not_of_a_newer_program(other, manifest):
    # given
    killed(other("a" * 32))
    path = paths.recovery() / f"{'a' * 32}.nianbao"
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}

    # when
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in (members | {"manifest.json": manifest, "report.json": b"{}"}).items():
            archive.writestr(name, data)

    # then
    assert autosave.found() == []
    assert (paths.recovery() / "damaged" / path.name).exists()


def test_a_packing_that_cannot_be_undone_is_damage(other):
    # given: the settings of the packing, which follow four bytes behind the member's name, are none
    killed(other("a" * 32))
    path = paths.recovery() / f"{'a' * 32}.nianbao"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("manifest.json", b"{}")
    data = bytearray(path.read_bytes())
    data[30 + len("manifest.json") + 4] = 0xFF
    path.write_bytes(data)

    # then
    assert autosave.found() == []
    assert (paths.recovery() / "damaged" / path.name).exists()


@pytest.mark.parametrize("own", [None, b"", b"PK\x03\x04", b"{}"])
def test_a_clerks_own_file_that_is_gone_or_spoilt_takes_nothing_from_what_was_kept(
    file, other, tmp_path, own
):
    # given
    path = older(file, tmp_path / "柳河镇.nianbao")
    killed(other("a" * 32, path))

    # when
    path.unlink() if own is None else path.write_bytes(own)

    # then
    [left] = autosave.found()
    assert left.file.report == file.report


def test_what_another_program_holds_is_swept_away_at_a_later_start(other, monkeypatch):
    # given: a note without its report, a draft that nobody writes any more, and a report
    for kept in ("a" * 32, "b" * 32):
        killed(other(kept))
    (paths.recovery() / f"{'b' * 32}.nianbao").unlink()
    draft = paths.recovery() / ".old.nianbao.1.tmp"
    draft.write_bytes(b"PK")
    os.utime(draft, (1_000_000, 1_000_000))

    # when
    with monkeypatch.context() as held:
        for name in (f"{'b' * 32}.json", draft.name):
            refusing(held, name, "unlink")
        found = autosave.found()

    # then
    assert [one.id for one in found] == ["a" * 32]
    assert draft.exists()
    autosave.found()
    assert [name[0] for name in names()] == ["a", "a"]


def test_one_that_is_damaged_and_held_hides_no_other(other, monkeypatch):
    # given
    for kept in ("a" * 32, "b" * 32):
        killed(other(kept))
    torn = paths.recovery() / f"{'a' * 32}.nianbao"
    torn.write_bytes(torn.read_bytes()[:-40])

    # when
    refusing(monkeypatch, torn.name, "replace")

    # then
    assert [one.id for one in autosave.found()] == ["b" * 32]
    assert torn.exists()
