"""The manifest of a report file: whatever stands there, the clerk hears one sentence; what it says of the format counts."""

import json

import pytest

from core import store
from core.errors import InputError
from core.report import blank
from core.store import ReportFile, container, history, migrate
from tests.core.store.test_container import TEMPLATE, rebuilt, sample


class _Gone:
    """What stands for a name that is not there; its words are the same in every process, as those of a test must be."""

    def __repr__(self) -> str:
        return "gone"


GONE = _Gone()


def with_manifest(data: bytes, **changes: object) -> bytes:
    """Return the container with other words in its manifest; GONE takes one away."""

    def change(members):
        manifest = json.loads(members["manifest.json"]) | changes
        kept = {name: value for name, value in manifest.items() if value is not GONE}
        members["manifest.json"] = json.dumps(kept).encode()

    return rebuilt(data, change)


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "1"},
        {"format": 0},
        {"format": -3},
        {"format": None},
        {"format": True},
        {"format": 1.0},
        {"save_no": "x"},
        {"save_no": None},
        {"save_no": -1},
        {"save_no": 1e400},
        {"min_reader": True},
        {"min_reader": "1"},
        {"min_reader": GONE},
        {"doc_id": None},
        {"doc_id": ["a"]},
        {"members": []},
        {"members": GONE},
        {"members": {"report.json": "sha"}},
        {"members": {"nowhere.json": {"sha256": "", "size": 0}}},
    ],
    ids=str,
)
def test_a_hostile_manifest_is_a_damaged_file_and_nothing_else(changes):
    # given
    data = with_manifest(store.to_bytes(sample()), **changes)

    # then
    with pytest.raises(InputError, match=r"“x\.nianbao”已损坏"):
        store.from_bytes(data, "x.nianbao")


def test_what_a_newer_program_says_besides_does_not_matter():
    # given
    data = with_manifest(store.to_bytes(sample()), ribbon={"colour": "red"}, state="sealed", format=7)

    # then
    assert store.from_bytes(data, "x").report == sample().report


def test_a_newer_manifest_asks_for_a_newer_program_however_it_is_made():
    # given
    data = with_manifest(store.to_bytes(sample()), min_reader=9, format="9b", members=[], save_no=GONE)

    # then
    with pytest.raises(InputError, match="升级"):
        store.from_bytes(data, "x.nianbao")


def test_a_manifest_that_counts_no_saves_begins_at_none():
    # given
    data = with_manifest(store.to_bytes(sample()), save_no=GONE, doc_id=GONE, state=GONE)

    # when
    file = store.from_bytes(data, "x")

    # then
    assert file.save_no == 0
    assert len(file.doc_id) == 36


@pytest.mark.parametrize("version", [0, -1, True, "1", None, 2.0])
def test_a_version_before_of_no_known_format_is_damaged(version):
    # given
    content = json.loads(container.snapshot(sample().report)) | {"format": version}

    # then
    with pytest.raises(InputError, match="已损坏"):
        container.from_snapshot(container.canonical(content), "a version")


@pytest.fixture
def next_format(monkeypatch):
    """The format after this one, in which every title has a star."""

    def starred(data):
        return data | {"title": f"★{data['title']}"}

    monkeypatch.setitem(migrate._STEPS, migrate.FORMAT + 1, starred)
    monkeypatch.setattr(migrate, "FORMAT", migrate.FORMAT + 1)


def test_every_report_in_a_file_of_an_older_format_takes_the_steps(next_format):
    # given
    file = sample()
    file.others = history.kept(file, "save", history.datetime(2026, 1, 5))
    data = with_manifest(store.to_bytes(file), format=migrate.FORMAT - 1)

    # when
    again = store.from_bytes(data, "x")

    # then
    assert again.report.title.startswith("★")
    assert [one.title[:1] for one in again.report.earlier] == ["★"]


def test_two_reports_of_one_earlier_year_are_both_kept_in_their_order():
    # given
    first, second, third = (blank(TEMPLATE, 2023, office) for office in ("青禾镇", "清溪镇", "柳河镇"))
    file = sample()
    file.report.earlier = [first, second, blank(TEMPLATE, 2022, "青禾镇"), third]

    # when
    again = store.from_bytes(store.to_bytes(file), "x")

    # then
    assert [(one.year, one.unit.name) for one in again.report.earlier] == [
        (2023, "青禾镇"),
        (2023, "清溪镇"),
        (2023, "柳河镇"),
        (2022, "青禾镇"),
    ]
    assert store.from_bytes(store.to_bytes(again), "x") == again


def test_more_than_nine_of_one_year_come_back_in_order():
    # given
    file = sample()
    offices = [f"第{number}镇" for number in range(1, 13)]
    file.report.earlier = [blank(TEMPLATE, 2023, office) for office in offices]

    # then
    again = store.from_bytes(store.to_bytes(file), "x")
    assert [one.unit.name for one in again.report.earlier] == offices


def test_what_is_no_report_among_the_years_before_is_kept_as_it_is():
    # given
    file = ReportFile(sample().report, others={"earlier/note.txt": b"words"})

    # then
    assert store.from_bytes(store.to_bytes(file), "x").others == {"earlier/note.txt": b"words"}


def test_one_report_of_a_year_keeps_the_name_that_older_programs_know():
    # given
    members = {}
    rebuilt(store.to_bytes(sample()), members.update)

    # then
    assert [one for one in members if one.startswith("earlier/")] == ["earlier/2023.json"]
