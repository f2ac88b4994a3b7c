"""A report of the list whose file was moved or deleted while the home page is in sight: told calmly, and marked at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QMessageBox, QPushButton

from core import recent, store
from core.recent import DRAFT, READY, RecentReport
from core.report import blank
from core.store import ReportFile
from tests.gui.home.conftest import NEXT, OFFICE

MARKED = "文件不在原来的地方"


@pytest.fixture
def listed(window, hands, qtbot, library, tmp_path) -> list[Path]:
    """The home page with cards of 2024, not finished, and 2023; both files are there, and that is known."""
    paths = [tmp_path / f"柳河镇{year}.nianbao" for year in (2024, 2023)]
    for path, year, state in zip(paths, (2024, 2023), (DRAFT, READY), strict=True):
        store.write(ReportFile(blank(library.get("national-2021"), year, OFFICE)), path)
        recent.remember(RecentReport(str(path), OFFICE, year, "还没填完", state=state, next=NEXT))
    window._at_home.show_recent()
    asked = hands.find("recentList", QListWidget)._there
    qtbot.waitUntil(lambda: not (asked._soon.isActive() or asked._asked))
    return paths


def marked(hands) -> list[bool]:
    cards = hands.find("recentList", QListWidget)
    return [MARKED in cards.item(row).text() for row in range(cards.count())]


def test_a_card_whose_file_was_moved_is_marked_once_it_is_opened_and_stays_chosen(
    hands, qtbot, listed, tmp_path
):
    # given
    cards = hands.find("recentList", QListWidget)
    (tmp_path / "别处").mkdir()
    listed[1].rename(tmp_path / "别处" / listed[1].name)
    assert marked(hands) == [False, False]

    # when
    cards.setFocus()
    cards.setCurrentRow(1)
    qtbot.keyClick(cards, Qt.Key.Key_Return)

    # then: what happened, what is safe, what to do
    notice = hands.find("noticeBox", QMessageBox)
    assert notice.text() == (
        f"找不到文件“{listed[1].name}”：它不在原来的地方，程序没有动过它。"
        "U 盘没插上的，插上后照样打开；移走、改名了的，请到新的地方打开。"
    )
    qtbot.waitUntil(lambda: marked(hands) == [False, True])
    assert cards.currentRow() == 1

    # when: it is back
    notice.close()
    (tmp_path / "别处" / listed[1].name).rename(listed[1])
    qtbot.keyClick(cards, Qt.Key.Key_Return)

    # then
    hands.find("workspace")


def test_the_one_to_go_on_with_is_offered_no_more_once_its_file_is_known_to_be_gone(hands, qtbot, listed):
    # given
    listed[0].unlink()
    onward = hands.find("homeContinue", QPushButton)

    # when
    hands.press("homeContinue")

    # then
    hands.find("noticeBox", QMessageBox).close()
    qtbot.waitUntil(lambda: marked(hands) == [True, False])
    assert not onward.isVisible() or "2024" not in onward.text()


def test_the_next_year_of_a_report_that_is_gone_is_told_in_the_same_words(hands, qtbot, listed):
    # given
    cards = hands.find("recentList", QListWidget)
    listed[1].unlink()
    cards.setCurrentRow(1)
    listed[0].unlink()  # or it would be offered instead

    # when
    cards.make_next.trigger()

    # then
    notice = hands.find("noticeBox", QMessageBox)
    assert MARKED.removeprefix("文件") in notice.text()
    notice.close()
    qtbot.waitUntil(lambda: marked(hands) == [True, True])
