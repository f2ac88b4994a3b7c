"""Files of the home page on a disk that takes its time to say whether they are there."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QListWidget, QPushButton

from core import recent
from core.recent import DRAFT, RecentReport
from core.settings import Settings
from gui.panes.home import HomePage
from gui.theme import Theme
from tests.gui.slow_disk.conftest import MANY, PATIENCE

MISSING = "U 盘没插上"


class Share:
    """Says of a file whether it is there when it is let."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.let = threading.Semaphore(0)
        self._is_there: Callable[[Path], bool] = recent.is_there

    def is_there(self, path: Path) -> bool:
        """Stand in for `recent.is_there`; of files whose names begin with 快 the disk is quick."""
        self.asked.append(path.name)
        if not path.name.startswith("快"):
            assert self.let.acquire(timeout=PATIENCE)
        return self._is_there(path)


@pytest.fixture
def share(monkeypatch: pytest.MonkeyPatch) -> Iterator[Share]:
    """The disk of the clerk's reports."""
    share = Share()
    monkeypatch.setattr(recent, "is_there", share.is_there)
    yield share
    share.let.release(MANY)


@pytest.fixture
def home(qtbot, share: Share) -> HomePage:
    """The home page of an installation whose unit is known."""
    home = HomePage(Theme.load("light"), Settings(office="镇"), has_sample=True)
    qtbot.addWidget(home)
    home.resize(900, 700)
    home.show()
    return home


def known(folder: Path, name: str, year: int) -> RecentReport:
    return RecentReport(str(folder / f"{name}.nianbao"), "镇", year, "还没填完", state=DRAFT, next="填表")


def cards(home: HomePage) -> QListWidget:
    return home.findChild(QListWidget, "recentList")


def words(home: HomePage) -> list[str]:
    return [cards(home).item(row).text() for row in range(cards(home).count())]


def test_cards_are_there_at_once_and_those_missing_are_marked_when_the_answer_comes(
    home, qtbot, share, tmp_path
):
    # given
    (tmp_path / "在.nianbao").write_bytes(b"")

    # when
    home.show_recent([known(tmp_path, "在", 2024), known(tmp_path, "不在", 2023)])

    # then
    assert len(words(home)) == 2
    assert not any(MISSING in one for one in words(home))
    share.let.release(MANY)  # a page of another test may still ask
    qtbot.waitUntil(lambda: [MISSING in one for one in words(home)] == [False, True])


def test_one_that_does_not_answer_keeps_no_other_waiting_and_is_asked_once(home, qtbot, share, tmp_path):
    # given
    reports = [known(tmp_path, "慢", 2024), known(tmp_path, "快", 2023)]

    # when
    home.show_recent(reports)
    qtbot.waitUntil(lambda: [MISSING in one for one in words(home)] == [False, True])
    home.show_recent(reports)
    qtbot.waitUntil(lambda: share.asked.count("快.nianbao") == 2)

    # then: and what was known is shown at once
    assert share.asked.count("慢.nianbao") == 1
    assert MISSING in words(home)[1]


def test_a_report_that_is_missing_is_not_the_one_to_go_on_with(home, qtbot, share, tmp_path):
    # given
    home.show_recent([known(tmp_path, "快", 2024)])
    onward = home.findChild(QPushButton, "homeContinue")
    first = home.findChild(QPushButton, "homeLastYear")
    assert onward.isVisible()

    # then
    qtbot.waitUntil(lambda: not onward.isVisible())
    assert first.property("primary")

    # when: the stick is plugged in, and the page shown again
    (tmp_path / "快.nianbao").write_bytes(b"")
    home.show_recent([known(tmp_path, "快", 2024)])

    # then
    qtbot.waitUntil(onward.isVisible)
    assert not first.property("primary")


def test_the_card_that_the_clerk_has_chosen_stays_chosen(home, qtbot, share, tmp_path):
    # given
    for name in ("一", "二", "三"):
        (tmp_path / f"{name}.nianbao").write_bytes(b"")
    (tmp_path / "一.nianbao").unlink()
    home.show_recent([known(tmp_path, name, 2024 - at) for at, name in enumerate(("一", "二", "三"))])
    cards(home).setCurrentRow(2)

    # when
    share.let.release(MANY)
    qtbot.waitUntil(lambda: MISSING in words(home)[0])

    # then
    assert cards(home).currentRow() == 2
