"""A clerk with mouse and keys alone, from an old report's text to the package to hand in; every action is counted."""

import gc
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest

from core import checks, store
from core.report import Report
from core.settings import Settings
from core.template import Library
from gui.theme import Theme
from gui.window import MainWindow
from tests.acceptance import clerk_reports
from tests.acceptance.clerk import Clerk

_WINDOW = (1366, 728)
_MOST_ACTIONS = 60
_KINDS = {".docx", ".pdf"}
Work = Callable[[Clerk, Path], None]


@pytest.fixture
def window(qtbot, library: Library) -> Iterator[MainWindow]:
    """The whole window on its home page, as it first opens on a small screen."""
    gc.disable()  # as in the program: never on a worker
    window = MainWindow(lambda: library, Settings(), Theme.load("light"))
    window.resize(*_WINDOW)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    window.deleteLater()
    gc.enable()


@pytest.fixture
def handed_in(window, seeds: dict[str, Path], tmp_path: Path) -> Callable[[str, Work], Path]:
    """Return a function that lets the clerk work on a real report, and gives the folder with what came of it."""

    def work(seed: str, what: Work) -> Path:
        clerk = Clerk(window)
        what(clerk, shutil.copy(seeds[seed], tmp_path / f"{seed}.txt"))
        print(f"\n{clerk.account}\n{clerk.actions} actions")
        assert clerk.actions <= _MOST_ACTIONS
        return tmp_path

    return work


def saved(folder: Path) -> Report:
    """Return the report that was saved."""
    (path,) = folder.glob("*.nianbao")
    return store.read(path).report


def all_words(report: Report) -> str:
    return "\n".join(one.text for _, _, one in report.paragraphs())


def exported_words(folder: Path) -> str:
    """Return all words of the Word file."""
    (path,) = folder.glob("*.docx")
    return "\n".join(one.text for one in docx.Document(str(path)).paragraphs)


def assert_ready(library: Library, report: Report, figures: dict[str, str]) -> None:
    """Hold a report against what a zero report with these figures is: full, looked at, nothing to mend."""
    template = library.get("national-2021")
    assert (report.template, report.year) == (template.id, 2024)
    expected = {one.id: figures.get(one.id, "0") for one in template.cells.values() if not one.group}
    assert report.values == expected
    findings = checks.for_template(library, template.id).run(report)
    assert [one.message for one in findings if one.severity == "error"] == []
    assert checks.is_ready(findings, report.waiting())


def assert_packed(folder: Path) -> None:
    """Hold the package against the files beside it."""
    (package,) = folder.glob("*.zip")
    with zipfile.ZipFile(package) as packed:
        assert packed.testzip() is None
        assert {Path(name).suffix for name in packed.namelist()} >= _KINDS
    assert {path.suffix for path in folder.iterdir() if path.stat().st_size} >= _KINDS


def test_last_years_report_becomes_this_years_package_in_at_most_sixty_actions(handed_in, library):
    # when
    folder = handed_in("002", clerk_reports.zero_report_of_next_year)

    # then
    report = saved(folder)
    assert_ready(
        library,
        report,
        {
            "disclosure.documents.made": "2",
            "disclosure.documents.valid": "2",
            "disclosure.penalties.decided": "3",
        },
    )
    assert_packed(folder)
    for words in (all_words(report), exported_words(folder)):
        assert "2023" not in words
        assert "31条" in words
        assert "2024年1月1日" in words
        assert "全省" not in words


def test_a_report_on_the_form_of_2014_becomes_a_package_on_that_of_2021(handed_in, library):
    # when
    folder = handed_in("001", clerk_reports.zero_report_on_another_form)

    # then
    report = saved(folder)
    assert_ready(library, report, {})
    assert_packed(folder)
    assert [one.year for one in report.earlier] == [2017]
    for words in (all_words(report), exported_words(folder)):
        assert not re.search("201[78]", words)
        assert "财务收支31条" in words
