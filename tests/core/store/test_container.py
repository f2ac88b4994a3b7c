"""The report file: the same report gives the same bytes, and no damage goes unnoticed."""

import io
import json
import warnings
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import store
from core.errors import InputError
from core.report import Note, Paragraph, Report, Section, blank
from core.store import ReportFile
from core.template import built_in

TEMPLATE = built_in().get("national-2021")
WORDS = st.text(max_size=20)
REPORTS = st.builds(
    Report,
    template=st.just("national-2021"),
    year=st.integers(2008, 2040),
    title=WORDS,
    sections=st.lists(
        st.builds(
            Section,
            id=st.sampled_from(["overview", "other"]),
            paragraphs=st.lists(st.builds(Paragraph, text=WORDS)),
        )
    ),
    values=st.dictionaries(st.sampled_from(sorted(TEMPLATE.cells)), WORDS.filter(bool), max_size=5),
    notes=st.lists(st.builds(Note, message=WORDS, source=WORDS), max_size=2),
)


def sample() -> ReportFile:
    report = blank(TEMPLATE, 2024, "青禾镇人民政府")
    report.earlier = [blank(TEMPLATE, 2023, "青禾镇人民政府")]
    return ReportFile(report, doc_id="11111111-2222-3333-4444-555555555555")


def rebuilt(data: bytes, change) -> bytes:
    """Return the container with its members passed through `change(members)`, manifest untouched."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


@settings(max_examples=60, deadline=None)
@given(REPORTS)
def test_what_was_saved_comes_back_equal(report):
    # given
    data = store.to_bytes(ReportFile(report, doc_id="x"))

    # when
    again = store.from_bytes(data, "x.nianbao")

    # then
    assert again.report == report
    assert store.to_bytes(again) == data


def test_a_report_keeps_the_years_before_it_and_what_newer_programs_added(tmp_path):
    # given
    file = sample()
    file.others["attachments/scan.pdf"] = b"scan"
    file.report.values["disclosure.rules.made"] = "0"
    path = tmp_path / "a.nianbao"

    # when
    store.write(file, path)
    again = store.read(path)

    # then
    assert [one.year for one in again.report.earlier] == [2023]
    assert again.others == {"attachments/scan.pdf": b"scan"}
    assert again.save_no == 1


def test_the_text_stands_readable_in_the_file():
    assert "青禾镇人民政府2024年政府信息公开工作年度报告".encode() in store.to_bytes(sample())


def test_fields_of_a_newer_program_survive():
    # given
    file = sample()
    data = file.report.model_dump() | {"ribbon": "red"}
    file.report = Report.model_validate(data)

    # when
    again = store.from_bytes(store.to_bytes(file), "x")

    # then
    assert again.report.model_dump()["ribbon"] == "red"


@pytest.mark.parametrize("member", ["report.json", "earlier/2023.json"])
def test_a_changed_member_is_noticed(member):
    # given
    def change(members):
        members[member] = members[member].replace("青禾镇".encode(), "青木镇".encode())

    # then
    with pytest.raises(InputError, match="已损坏"):
        store.from_bytes(rebuilt(store.to_bytes(sample()), change), "x.nianbao")


def test_a_lost_member_is_noticed():
    with pytest.raises(InputError, match="已损坏"):
        store.from_bytes(rebuilt(store.to_bytes(sample()), lambda members: members.pop("report.json")), "x")


def test_a_newer_format_asks_for_a_newer_program():
    # given
    def change(members):
        manifest = json.loads(members["manifest.json"])
        members["manifest.json"] = json.dumps(manifest | {"format": 9, "min_reader": 9}).encode()

    # then
    with pytest.raises(InputError, match="升级"):
        store.from_bytes(rebuilt(store.to_bytes(sample()), change), "x.nianbao")


@pytest.mark.parametrize(
    "content",
    [b'{"year": NaN}', b'{"year": 1, "year": 2}', b"[" * 100_000, b"[]", b'{"year": "soon"}', b"\xff\xfe"],
    ids=["nan", "doubled key", "deep", "list", "wrong type", "no utf-8"],
)
def test_odd_json_is_refused_and_never_guessed_at(content):
    # given
    def change(members):
        members["report.json"] = content
        manifest = json.loads(members["manifest.json"])
        manifest["members"] = {}
        members["manifest.json"] = json.dumps(manifest).encode()

    # then
    with pytest.raises(InputError, match="已损坏"):
        store.from_bytes(rebuilt(store.to_bytes(sample()), change), "x.nianbao")


@pytest.mark.parametrize("year", [0, 2100, 9999, 10**30])
def test_a_year_that_nobody_reports_on_is_damage(year):
    # given
    def change(members):
        report = json.loads(members["report.json"])
        members["report.json"] = json.dumps(report | {"year": year}).encode()
        manifest = json.loads(members["manifest.json"])
        members["manifest.json"] = json.dumps(manifest | {"members": {}}).encode()

    # then
    with pytest.raises(InputError, match="已损坏"):
        store.from_bytes(rebuilt(store.to_bytes(sample()), change), "x.nianbao")


def test_a_member_packed_in_a_way_of_its_own_and_torn_is_a_plain_sentence():
    # given: what packs it otherwise than zip files mostly do has errors of its own
    data = bytearray(repacked(store.to_bytes(sample()), zipfile.ZIP_LZMA))
    place = data.index(b"manifest.json") + len(b"manifest.json") + 12
    data[place : place + 24] = b"\xff" * 24

    # then
    with pytest.raises(InputError):
        store.from_bytes(bytes(data), "x.nianbao")


def repacked(data: bytes, way: int) -> bytes:
    """Return the container with its members packed in another way."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", way) as again:
        for name in archive.namelist():
            again.writestr(name, archive.read(name))
    return out.getvalue()


def test_doubled_names_in_the_container_are_refused():
    # given
    out = io.BytesIO()
    with warnings.catch_warnings(action="ignore", category=UserWarning), zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/x-nianbao+zip")
        archive.writestr("report.json", "{}")
        archive.writestr("report.json", "{}")

    # then
    with pytest.raises(InputError, match="名字重复"):
        store.from_bytes(out.getvalue(), "x.nianbao")


def test_every_truncation_and_every_flipped_byte_ends_in_a_plain_sentence():
    # given
    data = store.to_bytes(sample())
    whole = store.from_bytes(data, "x").report

    # then
    for cut in range(0, len(data), 97):
        with pytest.raises(InputError):
            store.from_bytes(data[:cut], "x.nianbao")
    for place in range(0, len(data), 53):
        flipped = data[:place] + bytes([data[place] ^ 0x20]) + data[place + 1 :]
        try:
            assert store.from_bytes(flipped, "x.nianbao").report == whole
        except InputError:
            continue


def test_reading_writes_nothing(tmp_path):
    # given
    path = tmp_path / "a.nianbao"
    store.write(sample(), path)
    before = path.read_bytes()

    # when
    store.read(path)

    # then
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["a.nianbao"]


@pytest.mark.parametrize(
    "version", sorted((Path(__file__).parents[2] / "old_files").glob("*.nianbao")), ids=lambda p: p.stem
)
def test_a_file_of_every_version_ever_released_opens(version):
    assert store.read(version).report.year
