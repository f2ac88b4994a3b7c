"""The way of a report out of the house: its steps, their days, and whether it was changed since."""

import datetime
import io
import json
import zipfile
from pathlib import Path

import pytest

from core import approval, carry, store
from core.approval import SetApproval
from core.compare import compare
from core.edits import Decide, SetCells, SetField, SetHead, SetLook, SetPictures, Splice
from core.errors import OvertakenError
from core.layout import lay_out
from core.look import Look
from core.present.reports import report_data as shown
from core.report import Approval, Head, Paragraph, Picture, Report, Section, Step
from core.stages import ACTS, DRAFT, HANDED_IN, IN_REVIEW, NAMES, SIGNED, STAGES, is_before
from core.store import ReportFile, history, meeting
from core.store.container import canonical, report_data
from core.take_back import whole_edit
from tests.samples import filled

DAY = datetime.date(2025, 1, 15)
OLD = Path(__file__).parents[1] / "old_files" / "format-1.nianbao"
CELL = "reviews.cases.review_upheld"


@pytest.fixture
def report(library) -> Report:
    return filled(library, "national-2021", 2024)[1]


def mark(report: Report, stage: str, day: datetime.date = DAY) -> SetApproval:
    """Take a report to a stage; return the edit that takes it back."""
    return approval.marking(report, stage, day).apply(report)


def test_the_stages_are_four_in_the_order_in_which_a_report_goes():
    # then
    assert [NAMES[one] for one in STAGES] == ["草稿", "待审", "已签发", "已报送"]
    assert is_before(SIGNED, HANDED_IN)
    assert not is_before(SIGNED, SIGNED)


def test_a_report_goes_from_stage_to_stage_and_each_step_keeps_its_day(report):
    # given
    seen = [approval.stage_of(report)]

    # when
    for number, stage in enumerate(ACTS):
        mark(report, stage, DAY + datetime.timedelta(number))
        seen.append(approval.stage_of(report))

    # then
    assert tuple(seen) == STAGES
    assert [approval.day_of(report, stage) for stage in ACTS] == [
        DAY + datetime.timedelta(number) for number in range(3)
    ]
    assert approval.changed_after(report) == ""


@pytest.mark.parametrize("stage", [DRAFT, IN_REVIEW, SIGNED])
def test_going_back_undoes_the_steps_behind_and_keeps_those_before(report, stage):
    # given
    for one in ACTS:
        mark(report, one)

    # when
    edit = approval.marking(report, stage, DAY)
    edit.apply(report)

    # then
    assert edit.label == f"改回{NAMES[stage]}"
    assert approval.stage_of(report) == stage
    taken = [one for one in ACTS if approval.day_of(report, one)]
    assert taken == list(STAGES[1 : STAGES.index(stage) + 1])
    assert (report.approval is None) == (stage == DRAFT)


def test_a_step_has_a_name_for_the_history_and_is_taken_back_whole(report):
    # given
    before = canonical(report_data(report))
    forward = approval.marking(report, IN_REVIEW, DAY)

    # when
    inverse = forward.apply(report)
    again = approval.marking(report, IN_REVIEW, DAY)
    inverse.apply(report)

    # then
    assert (forward.label, inverse.label, again.label) == ("标为待审", "标为待审", "重新标为待审")
    assert canonical(report_data(report)) == before


@pytest.mark.parametrize(
    "edit",
    [
        SetField("title", "另一个标题"),
        SetField("office", "另一个镇人民政府"),
        SetCells({CELL: "9"}),
        SetCells({CELL: ""}),
        Splice("overview", 0, 1, (Paragraph(text="另一句话。"),)),
        Splice("overview", 0, 1, ()),
        SetHead("disclosure", Head(title="另一张表")),
        SetPictures((Picture(series=["received"]),)),
    ],
    ids=["title", "office", "cell", "emptied cell", "words", "paragraph gone", "head", "picture"],
)
@pytest.mark.parametrize("stage", ACTS)
def test_what_is_printed_cannot_change_unseen_and_taken_back_it_is_as_it_was(report, edit, stage):
    # given
    mark(report, stage)

    # when
    inverse = edit.apply(report)
    after = approval.changed_after(report)
    inverse.apply(report)

    # then
    assert after == stage
    assert approval.changed_after(report) == ""


def test_a_level_of_a_paragraph_is_printed(report):
    # given
    mark(report, SIGNED)
    paragraphs = report.section("overview").paragraphs

    # when
    at = next(number for number, one in enumerate(paragraphs) if one.level == 2)
    paragraphs[at] = paragraphs[at].model_copy(update={"level": 0})

    # then
    assert approval.changed_after(report) == SIGNED


def test_work_on_a_report_that_prints_nothing_new_is_no_change(report):
    # given: carried words and figures, and no place for what stands before the sections
    report.section("overview").paragraphs[0].state = "carried"
    report.states[CELL] = "carried"
    report.sections = [one for one in report.sections if one.id != "preface"]
    mark(report, SIGNED)

    # when: all is looked at, a finding kept, the page set otherwise, a blank line added, and the file read again
    report.section("overview").paragraphs[0].state = "seen"
    SetCells({}, states={CELL: "seen"}).apply(report)
    Decide("key", "核实过").apply(report)
    SetLook(Look(line_pitch=29)).apply(report)
    report.section("overview").paragraphs.append(Paragraph(text="  "))
    report.sections.insert(0, Section(id="preface"))

    # then
    assert approval.changed_after(report) == ""


def test_what_changed_between_signing_and_handing_in_stays_told(report):
    # given
    mark(report, SIGNED)
    SetField("title", "另一个标题").apply(report)

    # when
    mark(report, HANDED_IN)

    # then
    assert approval.changed_since(report) == {SIGNED}
    assert approval.changed_after(report) == SIGNED
    mark(report, SIGNED)
    assert approval.changed_after(report) == ""


def test_what_the_review_changed_before_it_was_signed_is_told_no_more(report):
    # given
    mark(report, IN_REVIEW)
    SetField("title", "另一个标题").apply(report)
    waiting = approval.changed_after(report)

    # when
    mark(report, SIGNED)

    # then
    assert waiting == IN_REVIEW
    assert approval.changed_after(report) == ""


def test_an_odd_day_is_told_and_any_other_is_not(report):
    # given
    mark(report, IN_REVIEW, DAY)
    today = DAY + datetime.timedelta(10)

    # then
    assert approval.doubt(report, SIGNED, DAY, today) == ""
    assert "还没有到" in approval.doubt(report, SIGNED, today + datetime.timedelta(1), today)
    early = approval.doubt(report, SIGNED, DAY - datetime.timedelta(1), today)
    assert early == "比送审的日期（2025年1月15日）还早，请看看日期对不对。"
    assert approval.doubt(report, IN_REVIEW, DAY - datetime.timedelta(1), today) == ""


def test_the_steps_come_back_from_the_file_and_a_draft_has_no_word_of_them(report, tmp_path):
    # given
    path = tmp_path / "a.nianbao"
    draft = report_data(report)
    mark(report, SIGNED)

    # when
    store.write(ReportFile(report), path)
    again = store.read(path).report

    # then
    assert "approval" not in draft
    stored = json.loads(canonical(report_data(report)))["approval"]
    assert stored == {"signed": {"day": "2025-01-15", "fingerprint": approval.fingerprint(report)}}
    assert again.approval == report.approval
    assert approval.changed_after(again) == ""


@pytest.mark.parametrize("stage", STAGES)
def test_the_manifest_says_the_stage(report, stage):
    # given
    mark(report, SIGNED)
    mark(report, stage)

    # when
    data = store.to_bytes(ReportFile(report))

    # then
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert json.loads(archive.read("manifest.json"))["state"] == stage


def test_what_a_newer_program_notes_besides_survives_every_step(report):
    # given
    mark(report, IN_REVIEW)
    data = report.approval.model_dump() | {"signers": ["张三"]}
    report.approval = Approval.model_validate(data)

    # when
    mark(report, SIGNED)
    mark(report, DRAFT)

    # then
    assert report.approval.model_extra == {"signers": ["张三"]}
    assert approval.stage_of(report) == DRAFT


def test_a_step_without_a_fingerprint_or_a_day_never_passes_for_what_is_there_now(report):
    # given
    report.approval = Approval(signed=Step(day="1月15日"))

    # then
    assert approval.stage_of(report) == SIGNED
    assert approval.day_of(report, SIGNED) is None
    assert approval.changed_after(report) == SIGNED
    assert approval.told(report) == "签发后又改过"


def test_a_step_makes_no_version_and_leaves_an_export_what_it_is(library, report):
    # given
    file = ReportFile(report)
    file.others = history.kept(file, "export", datetime.datetime(2025, 1, 12, 9, 0))

    # when
    mark(report, SIGNED)
    others = history.kept(file, "save", datetime.datetime(2025, 1, 15, 9, 0))

    # then
    assert others == file.others
    assert history.exported(file) == datetime.datetime(2025, 1, 12, 9, 0)
    version = history.read(file, history.versions(file)[0])
    assert compare(library.get(report.template), version, report).is_empty


def test_what_a_report_says_has_the_same_fingerprint_in_every_program():
    # given: a file of the first format; with another reckoning every signed report would seem changed
    report = store.read(OLD).report

    # then
    assert approval.fingerprint(report) == "85fb75fed3cc21028b1d87392787d9f851fc34286f9c5e881d1a8bfb6c04101f"


def test_a_version_taken_back_says_that_the_report_was_changed_since_it_was_signed(library, report):
    # given
    then = report.model_copy(deep=True)
    SetField("title", "另一个标题").apply(report)
    mark(report, SIGNED)

    # when
    whole_edit(library.get(report.template), report, then, "全部回到旧版本").apply(report)

    # then
    assert report.title == then.title
    assert approval.stage_of(report) == SIGNED
    assert approval.changed_after(report) == SIGNED


def test_a_step_changes_nothing_of_what_is_printed_or_told_by_the_commands(library, report):
    # given
    template = library.get(report.template)
    before = lay_out(template, report), shown(template, report)

    # when
    mark(report, SIGNED)

    # then
    assert (lay_out(template, report), shown(template, report)) == before


def test_next_years_draft_begins_as_a_draft_and_last_years_keeps_its_steps(library, report):
    # given
    mark(report, HANDED_IN)

    # when
    draft = carry.forward(library, report)

    # then
    assert draft.approval is None
    assert approval.stage_of(draft.last()) == HANDED_IN
    assert approval.changed_after(draft.last()) == ""


def test_a_step_noted_in_the_other_window_is_not_covered_unseen(report, tmp_path):
    # given: both have the same report open, and one says that it is signed
    path = tmp_path / "a.nianbao"
    noon = datetime.datetime(2025, 1, 15, 12, 0)
    first = ReportFile(report)
    first.others = history.kept(first, "save", noon)
    store.write(first, path)
    mine, theirs = store.read(path), store.read(path)
    mark(theirs.report, SIGNED)
    theirs.others = history.kept(theirs, "save", noon)
    store.write(theirs, path)

    # then
    with pytest.raises(OvertakenError):
        meeting.ready(mine, path)
