"""Two lines of one report joined: the newest versions of both stay, and a file without versions is no hindrance."""

from datetime import datetime, timedelta

from core.report import Paragraph, Report, blank
from core.store import ReportFile, history
from core.template import built_in

MORNING = datetime(2026, 1, 12, 8, 0)


def report() -> Report:
    return blank(built_in().get("national-2021"), 2025, "青禾镇人民政府")


def saved(file: ReportFile, minutes: range) -> None:
    """Save the file once a minute, each time with one more paragraph."""
    for minute in minutes:
        file.report.section("overview").paragraphs.append(Paragraph(text=f"第{minute}分钟写的话。"))
        file.others = history.kept(file, "save", MORNING + timedelta(minutes=minute))


def test_of_many_versions_on_both_sides_the_newest_stay_and_the_oldest_go():
    # given: two windows that were saved all morning, one after the other
    ours, theirs = ReportFile(report()), ReportFile(report())
    saved(theirs, range(30))
    saved(ours, range(60, 90))

    # when
    ours.others = history.joined(ours, theirs)

    # then
    minutes = [(one.time - MORNING).seconds // 60 for one in history.versions(ours)]
    assert len(minutes) == history.NEWEST
    assert minutes[0] == 89
    assert 29 in minutes
    assert 0 not in minutes


def test_a_file_without_versions_ends_with_no_report():
    # given
    file = ReportFile(report())

    # then
    assert not history.ends_with(file, file.report)
    saved(file, range(1))
    assert history.ends_with(file, file.report)
