"""A report that the clerk leaves in no file is there for whichever window wants it next, with the reason."""

import errno
import json

import pytest

from core import atomic, autosave, paths, store
from core.autosave import Origin
from core.errors import AutosaveError
from core.places import Spot
from tests.core.autosave.conftest import killed, names, older, refusing

WHY = "无法写入“柳河镇.nianbao”：磁盘空间不足。"


@pytest.mark.parametrize("why", ["", WHY])
def test_what_was_left_is_found_at_once_though_the_process_still_runs(file, tmp_path, why):
    # given
    own = older(file, tmp_path / "柳河镇.nianbao")
    spot = Spot("overview", 3, 5, 7)

    # when
    left = autosave.leave("a" * 32, store.content(file), Origin(own), spot, why)

    # then
    [found] = autosave.found()
    assert found == left
    assert (found.path, found.spot, found.why) == (own, spot, why)
    assert found.file.report == file.report
    assert found.file.others == file.others


def test_what_a_process_broke_off_has_no_reason(other):
    # given
    killed(other("a" * 32))

    # then
    [left] = autosave.found()
    assert left.why is None


def test_who_takes_it_has_it_alone_and_its_reason_stays_until_it_is_kept_again(file):
    # given
    left = autosave.leave("a" * 32, store.content(file), Origin(None), None, WHY)

    # when
    taken = autosave.take(left)

    # then
    assert taken is not None
    assert taken.why == WHY
    assert autosave.found() == []
    assert autosave.take(left) is None
    assert _note(taken.id)["why"] == WHY

    # when
    autosave.write(taken.id, store.content(file), Origin(None))

    # then
    assert "why" not in _note(taken.id)


def _note(kept_as: str) -> dict[str, object]:
    return json.loads((paths.recovery() / f"{kept_as}.json").read_text("utf-8"))


def test_the_file_of_what_was_left_is_not_asked(file, tmp_path, monkeypatch):
    # given: the way to it may be off
    own = older(file, tmp_path / "柳河镇.nianbao")
    left = autosave.leave("a" * 32, store.content(file), Origin(own), None, WHY)
    monkeypatch.setattr(store, "read", lambda _: pytest.fail("the file was asked"))

    # then
    assert autosave.found() == [left]


def test_a_disk_that_takes_nothing_says_so_and_what_was_kept_before_stays(file, monkeypatch):
    # given
    autosave.write("a" * 32, store.content(file), Origin(None))
    before = {path.name: path.read_bytes() for path in paths.recovery().iterdir()}

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no")

    monkeypatch.setattr(atomic, "_write_draft", refuse)

    # then
    with pytest.raises(AutosaveError, match="空间不足"):
        autosave.leave("a" * 32, store.content(file), Origin(None), None, "")
    assert {path.name: path.read_bytes() for path in paths.recovery().iterdir()} == before


@pytest.mark.parametrize("damage", ["torn", "held"])
def test_what_cannot_be_read_again_does_not_count_as_kept(file, monkeypatch, damage):
    # given: a disk that takes it, and gives back something else or nothing
    save = atomic.save

    def torn(path, data: bytes) -> None:
        save(path, data)
        (paths.recovery() / f"{'a' * 32}.nianbao").write_bytes(b"PK torn")

    if damage == "torn":
        monkeypatch.setattr(atomic, "save", torn)
    else:
        refusing(monkeypatch, f"{'a' * 32}.nianbao", "read_bytes")

    # then
    with pytest.raises(AutosaveError, match="读不出来"):
        autosave.leave("a" * 32, store.content(file), Origin(None), None, "")


def test_a_reason_that_is_spoilt_counts_as_none(file):
    # given
    autosave.leave("a" * 32, store.content(file), Origin(None), None, "")
    note = paths.recovery() / f"{'a' * 32}.json"
    note.write_text(json.dumps(_note("a" * 32) | {"why": 3}), "utf-8")

    # then
    [left] = autosave.found()
    assert left.why is None


def test_what_is_not_wanted_goes_whole(file):
    # given
    left = autosave.leave("a" * 32, store.content(file), Origin(None), None, "")

    # when
    autosave.forget(left.id)

    # then
    assert autosave.found() == []
    assert names() == []
