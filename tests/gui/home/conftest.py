"""What the tests of the home page share: the page of a known unit, and reports worked on lately."""

import pytest
from PySide6.QtWidgets import QListWidget, QPushButton

from core.recent import RecentReport
from core.settings import Settings
from gui.panes.home import HomePage
from gui.theme import Theme

OFFICE = "清溪县柳河镇人民政府"
OTHER = "清溪县石桥乡人民政府"
NEXT = "还有 12 处去年内容没核对"


@pytest.fixture
def remembered(tmp_path):
    """Return a function that gives a report of the list whose file is there."""

    def make(year: int, office: str = OFFICE, **known: object) -> RecentReport:
        path = tmp_path / f"{office}{year}.nianbao"
        path.write_bytes(b"")
        return RecentReport(str(path), office, year, "还没填完", **known)

    return make


@pytest.fixture
def home(qtbot) -> HomePage:
    """The home page of an installation whose unit is known."""
    home = HomePage(Theme.load("light"), Settings(office=OFFICE), has_sample=True)
    qtbot.addWidget(home)
    home.resize(900, 700)
    home.show()
    return home


def cards(home: HomePage) -> QListWidget:
    return home.findChild(QListWidget, "recentList")


def titles(home: HomePage) -> list[str]:
    shown = cards(home)
    return [shown.item(row).text().split("\n")[0] for row in range(shown.count())]


def button(home: HomePage, name: str) -> QPushButton:
    return home.findChild(QPushButton, name)
