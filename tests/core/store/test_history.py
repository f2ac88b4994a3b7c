"""The versions before: kept at each save and export, thinned with time, bounded, and never in the way of the report."""

import copy
import gzip
import io
import random
import zipfile
from datetime import datetime, timedelta

import pytest

from core import store
from core.errors import InputError
from core.report import Paragraph, blank
from core.store import ReportFile, history
from core.store.container import canonical, report_data
from core.store.history import Version
from core.template import built_in

TEMPLATE = built_in().get("national-2021")
NOON = datetime(2026, 1, 12, 12, 0)


def sample() -> ReportFile:
    report = blank(TEMPLATE, 2025, "青禾镇人民政府")
    report.earlier = [blank(TEMPLATE, 2024, "青禾镇人民政府")]
    return ReportFile(report, doc_id="11111111-2222-3333-4444-555555555555")


def keep(file: ReportFile, why="save", time=NOON) -> None:
    file.others = history.kept(file, why, time)


def write_more(file: ReportFile, words: str) -> None:
    file.report.section("overview").paragraphs.append(Paragraph(text=words))


def test_a_version_is_what_the_report_was_without_the_years_before():
    # given
    file = sample()
    file.others["attachments/scan.pdf"] = b"scan"
    before = canonical(report_data(file.report))
    keep(file)
    write_more(file, "后来写的话。")
    keep(file, time=NOON + timedelta(hours=1))

    # when
    again = store.from_bytes(store.to_bytes(file), "x.nianbao")

    # then
    newest, oldest = history.versions(again)
    assert (oldest.number, oldest.time, oldest.why) == (1, NOON, "save")
    assert newest.number == 2
    read = history.read(again, oldest)
    assert canonical(report_data(read)) == before
    assert read.earlier == []
    assert again.others["attachments/scan.pdf"] == b"scan"
    assert again.lost == 0


def test_a_save_without_changes_adds_nothing_and_an_export_is_noted_at_the_version():
    # given
    file = sample()
    keep(file)

    # when
    keep(file, time=NOON + timedelta(minutes=5))
    saved = history.versions(file)
    keep(file, "export", NOON + timedelta(minutes=6))
    keep(file, "save", NOON + timedelta(minutes=7))

    # then
    assert [(one.time, one.why) for one in saved] == [(NOON, "save")]
    exported = history.versions(file)
    assert [(one.time, one.why) for one in exported] == [(NOON + timedelta(minutes=6), "export")]
    assert (
        history.read(file, exported[0])
        == store.from_bytes(
            store.to_bytes(ReportFile(file.report.model_copy(update={"earlier": []}))), "x"
        ).report
    )


def a_version(number: int, time: datetime, why="save", size=10) -> Version:
    return Version(number, time, why, size)


def test_thinning_keeps_the_newest_the_exports_and_the_last_of_days_and_months():
    # given: three saves a day for two hundred days, one of them an export each fortieth day
    made = [
        a_version(3 * day + part, NOON + timedelta(days=day, hours=part), "export" if (day, part) in {(40, 1), (80, 1)} else "save")
        for day in range(200)
        for part in range(3)
    ]  # fmt: skip

    # when
    staying = history.thinned(made[::-1])

    # then
    numbers = {one.number for one in staying}
    assert numbers >= {one.number for one in made[-20:]}
    assert numbers >= {one.number for one in made if one.why == "export"}
    assert numbers >= {3 * day + 2 for day in range(170, 200)}
    months = {(one.time.year, one.time.month) for one in staying}
    assert len(months) == len({(one.time.year, one.time.month) for one in made})
    assert len(staying) <= 20 + 20 + 30 + 12
    assert staying == sorted(staying, key=lambda one: -one.number)


def test_thinning_again_changes_nothing():
    # given
    chance = random.Random(7)
    time = NOON
    kept: list[Version] = []
    for number in range(1, 300):
        time += timedelta(minutes=chance.choice([3, 30, 700, 20_000]))
        kept = history.thinned([a_version(number, time, chance.choice(["save", "export"])), *kept])

    # then
    assert history.thinned(kept) == kept
    assert kept[0].number == 299
    assert len(kept) <= 20 + 20 + 30 + 12


def test_the_versions_never_take_more_than_their_room_but_the_newest_few_stay():
    # given
    large = [a_version(number, NOON, size=history.MOST_BYTES // 4) for number in range(9, 0, -1)]
    middling = [a_version(number, NOON, size=history.MOST_BYTES // 10) for number in range(19, 0, -1)]

    # then
    assert [one.number for one in history.thinned(large)] == [9, 8, 7, 6, 5]
    assert [one.number for one in history.thinned(middling)] == list(range(19, 9, -1))


def test_a_busy_winter_stays_below_a_megabyte_in_the_file():
    # given
    chance = random.Random(5)
    file = sample()
    time = NOON
    plain = len(store.to_bytes(file))

    # when
    for _ in range(150):
        time += timedelta(minutes=chance.choice([1, 40, 1500]))
        write_more(file, "".join(chance.choices("青禾镇公开政府信息办理申请答复意见本年度共件次", k=80)))
        keep(file, chance.choice(["save", "save", "export"]), time)

    # then
    now = len(store.to_bytes(file))
    sizes = sum(one.size for one in history.versions(file))
    assert sizes <= history.MOST_BYTES
    assert now - plain < history.MOST_BYTES + 100_000


def rebuilt(data: bytes, change) -> bytes:
    """Return the container with the bytes of its versions passed through `change`, all fingerprints as before."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as new:
        for info in archive.infolist():
            content = archive.read(info)
            new.writestr(info, change(content) if info.filename.startswith("history/") else content)
    return out.getvalue()


def test_a_damaged_version_is_left_out_and_the_report_opens():
    # given
    file = sample()
    keep(file)
    data = store.to_bytes(file)

    # when
    changed = store.from_bytes(rebuilt(data, lambda content: content[:-9] + b"123456789"), "x")
    at = data.index(file.others[history.versions(file)[0].member])
    flipped = store.from_bytes(data[: at + 40] + bytes([data[at + 40] ^ 1]) + data[at + 41 :], "x")

    # then
    for again in (changed, flipped):
        assert again.report == file.report
        assert again.lost == 1
        assert history.versions(again) == []


@pytest.mark.parametrize(
    "content",
    [
        b"no gzip",
        gzip.compress(b"{}"),
        gzip.compress(b'{"format": 99, "report": {}}'),
        gzip.compress(b'{"format": 1, "report": {"year": "soon"}}'),
        gzip.compress(b" " * (21 * 2**20)),
    ],
    ids=["no gzip", "empty", "newer", "wrong type", "endless"],
)
def test_a_version_that_is_none_ends_in_a_plain_sentence(content):
    # given
    file = sample()
    keep(file)
    version = history.versions(file)[0]
    file.others[version.member] = content

    # then
    with pytest.raises(InputError, match="2026-01-12 12:00 的版本已损坏"):
        history.read(file, version)
    keep(file, time=NOON + timedelta(minutes=1))
    assert len(history.versions(file)) == 2


def test_members_with_other_names_are_no_versions():
    # given
    file = sample()
    file.others = {
        "history/0001.json": b"",
        "history/0001-20269999T000000-save.json.gz": b"",
        "history/00001-20260112T120000-save.json.gz": b"",
        "history/0002-20260112T120000-hope.json.gz": b"",
    }

    # then
    assert history.versions(file) == []
    keep(file)
    assert len(file.others) == 5


def test_a_clock_that_is_set_back_does_not_change_the_order():
    # given
    file = sample()
    keep(file)
    write_more(file, "一句。")

    # when
    keep(file, time=NOON - timedelta(days=400))

    # then
    assert [one.number for one in history.versions(file)] == [2, 1]


def test_a_report_counts_as_exported_until_it_is_changed():
    # given
    file = sample()
    keep(file)
    before = history.exported(file)

    # when
    keep(file, "export", NOON + timedelta(hours=1))
    keep(file, "save", NOON + timedelta(hours=2))  # nothing is new in it

    # then
    assert before is None
    assert history.exported(file) == NOON + timedelta(hours=1)
    write_more(file, "后来写的话。")
    assert history.exported(file) is None
    keep(file, "save", NOON + timedelta(hours=3))
    assert history.exported(file) is None


def test_a_report_that_is_again_what_was_exported_counts_as_exported():
    # given: exported, changed and saved
    file = sample()
    keep(file, "export", NOON)
    handed_on = copy.deepcopy(file.report)
    write_more(file, "后来写的话。")
    changed = file.report
    keep(file, "save", NOON + timedelta(hours=1))

    # when: taken back and saved
    file.report = handed_on
    keep(file, "save", NOON + timedelta(hours=2))

    # then
    assert history.exported(file) == NOON

    # when: the changed one is handed on after all
    file.report = changed
    keep(file, "export", NOON + timedelta(hours=3))
    file.report = handed_on
    keep(file, "save", NOON + timedelta(hours=4))

    # then
    assert history.exported(file) is None


def test_the_last_export_is_known_after_the_report_was_changed():
    # given
    file = sample()
    keep(file)
    before = history.last_export(file)

    # when
    for hours in (1, 2):
        keep(file, "export", NOON + timedelta(hours=hours))
        write_more(file, "后来写的话。")
        keep(file, "save", NOON + timedelta(hours=hours, minutes=30))

    # then
    assert before is None
    assert history.last_export(file) == NOON + timedelta(hours=2)
