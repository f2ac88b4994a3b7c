"""Where an export is proposed to go: beside the report's own file, or where this very report was exported before."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from core import recent, store
from core.recent import READY, RecentReport
from core.store import ReportFile
from tests.samples import filled


@pytest.fixture
def years(library, tmp_path) -> dict[int, Path]:
    """Reports of two years, each in a folder of its own."""
    paths = {}
    for year in (2022, 2023):
        paths[year] = tmp_path / f"{year}年" / f"柳河镇{year}.nianbao"
        paths[year].parent.mkdir()
        store.write(ReportFile(filled(library, "national-2021", year)[1]), paths[year])
    return paths


def proposed(hands) -> Path:
    """Ask for an export, and return the folder that is proposed for it."""
    hands.command("exportReport")
    folder = Path(hands.find("exportFolder", QLineEdit).text())
    hands.find("exportDialog").close()
    return folder


def export_to(hands, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    hands.command("exportReport")
    hands.find("exportFolder", QLineEdit).setText(str(folder))
    hands.press("startExport")
    hands.find("exportedFiles")
    hands.find("exportDialog").close()


def open_report(window, hands, path: Path) -> None:
    window.open_path(path)
    hands.qtbot.waitUntil(lambda: window.desk.session is not None and window.desk.session.path == path)
    hands.find("workspace")


def test_the_folder_of_another_years_export_is_not_proposed_and_that_of_this_one_is(
    window, hands, years, tmp_path
):
    # given: last year's went onto a stick
    window._options.export_formats = ["html"]
    open_report(window, hands, years[2022])
    export_to(hands, tmp_path / "优盘")

    # when
    open_report(window, hands, years[2023])

    # then
    assert proposed(hands) == years[2023].parent

    # when: that of the year before once more
    open_report(window, hands, years[2022])

    # then
    assert proposed(hands) == tmp_path / "优盘"

    # when: beside its own file after all, and the file moves with all that is beside it
    export_to(hands, years[2022].parent)
    window.desk.close()
    moved = years[2022].parent.rename(tmp_path / "旧年报") / years[2022].name
    open_report(window, hands, moved)

    # then
    assert proposed(hands) == moved.parent


@pytest.mark.parametrize("way", ["card", "open report"])
def test_a_draft_in_no_file_yet_goes_beside_the_report_that_it_was_made_of(
    window, hands, qtbot, library, years, tmp_path, way
):
    # given: another unit's file was chosen last
    (other := tmp_path / "石桥乡").mkdir()
    window._options.open_folder = str(other)
    recent.remember(
        RecentReport(
            str(years[2023]), filled(library, "national-2021", 2023)[1].unit.name, 2023, "", state=READY
        )
    )

    # when
    if way == "card":
        window._at_home.show_recent()
        window._home.next_wanted.emit(years[2023])
        hands.press("forwardButton")
    else:
        open_report(window, hands, years[2023])
        hands.command("copyForward")
        if hands.sees("unfinishedBox"):
            hands.press("makeNextYear")
    qtbot.waitUntil(lambda: window.desk.session is not None and window.desk.session.report.year == 2024)

    # then
    assert proposed(hands) == years[2023].parent
    hands.command("saveAs")
    dialog = hands.find("saveFileDialog", QFileDialog)
    assert Path(dialog.directory().absolutePath()) == years[2023].parent
    dialog.close()
    window.desk.close()
