"""A report is kept aside whole or as it was before; the error says why it cannot be."""

import errno
import json
import platform
import subprocess

import pytest

from core import atomic, autosave, paths, processes, store
from core.autosave import Origin
from core.errors import AutosaveError
from tests.core.autosave.conftest import killed, names, older, refusing


def test_a_report_stays_what_it_was_when_it_was_taken(file):
    # given
    content = store.content(file)
    before = store.to_bytes(file)

    # when
    file.report.values["disclosure.rules.made"] = "99"
    file.report.sections[1].paragraphs[0].text = "改过的一段。"
    file.report.earlier[0].title = "改过的题目"
    file.others["history/more"] = b""

    # then
    assert store.packed(content) == before


def test_the_note_does_not_tell_the_name_of_the_computer(file, monkeypatch):
    # given
    here = processes.computer()
    monkeypatch.setattr(platform, "node", lambda: "the-clerks-own")

    # when
    autosave.write("a" * 32, store.content(file), Origin(None))

    # then
    note = (paths.recovery() / f"{'a' * 32}.json").read_text("utf-8")
    assert "the-clerks-own" not in note
    assert json.loads(note)["computer"] == processes.computer() != here


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "空间不足"), (errno.EROFS, "只读"), (errno.EIO, "写入出错")]
)
def test_a_disk_that_takes_nothing_is_one_kind_of_error_and_keeps_what_was_there(
    file, other, monkeypatch, number, words
):
    # given
    killed(other("a" * 32))
    before = {path.name: path.read_bytes() for path in paths.recovery().iterdir()}

    def refuse(*_: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(atomic, "_write_draft", refuse)

    # when
    with pytest.raises(AutosaveError, match=f"{words}.*Ctrl.S"):
        autosave.write("a" * 32, store.content(file), Origin(None))

    # then
    assert {path.name: path.read_bytes() for path in paths.recovery().iterdir()} == before


def test_a_folder_that_cannot_be_made_is_that_error_too(file, own_home):
    # given
    (own_home / "recovery").write_text("in the way")

    # then
    with pytest.raises(AutosaveError):
        autosave.write("a" * 32, store.content(file), Origin(None))
    assert autosave.found() == []


def test_a_disk_that_becomes_full_leaves_what_was_kept_before(file, tmp_path, monkeypatch):
    # given: room for the report as it is, not for a longer one beside it
    home = tmp_path / "home"
    home.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=120k", "tmpfs", home], capture_output=True)
    if mounted.returncode:
        pytest.skip("a file system of the test's own can be mounted by root alone")
    monkeypatch.setenv("NIANBAO_HOME", str(home))
    try:
        autosave.write("a" * 32, store.content(file), Origin(None))
        before = {path.name: path.read_bytes() for path in paths.recovery().iterdir()}
        file.report.sections[1].paragraphs[0].text = "很长的一段" * 20_000

        # when
        with pytest.raises(AutosaveError, match="空间不足"):
            autosave.write("a" * 32, store.content(file), Origin(None))

        # then
        assert {path.name: path.read_bytes() for path in paths.recovery().iterdir()} == before
    finally:
        subprocess.run(["umount", "-l", home], check=True, capture_output=True)


def test_a_report_is_kept_though_its_own_file_cannot_be_read_now(file, tmp_path, monkeypatch):
    # given
    own = older(file, tmp_path / "柳河镇.nianbao")
    refusing(monkeypatch, own.name, "read_bytes")

    # when
    autosave.write("a" * 32, store.content(file), Origin(own))

    # then
    told = json.loads((paths.recovery() / f"{'a' * 32}.json").read_text("utf-8"))
    assert (told["path"], told["sha256"]) == (str(own), "")


def test_what_another_program_holds_is_let_go_as_far_as_it_can_be(file, monkeypatch):
    # given
    autosave.write("a" * 32, store.content(file), Origin(None))
    refusing(monkeypatch, f"{'a' * 32}.nianbao", "unlink")

    # when
    autosave.forget("a" * 32)

    # then
    assert names() == [f"{'a' * 32}.nianbao"]
