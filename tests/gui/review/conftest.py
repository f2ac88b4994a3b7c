"""What the tests of the review share: a file with a line left over and a figure that is none, and its review."""

import pytest
from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from core.paths import RESOURCES
from core.settings import Settings
from gui.panes.review_list import ReviewList
from tests.gui.conftest import Hands

OFFICE = "清溪县柳河镇人民政府"
MADE, VALID = "disclosure.rules.made", "disclosure.documents.valid"
TABLE = """| 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 若干 | 0 | 0 |
| 行政规范性文件 | 3 | 1 | 7 |
"""
SOURCE = f"""网站首页 > 政府信息公开 > 年报
清溪县柳河镇人民政府2023年政府信息公开工作年度报告

根据条例规定，现公布本镇2023年政府信息公开工作年度报告。

一、总体情况
2023年，本镇公开信息37条。

二、主动公开政府信息情况

{TABLE}
五、存在的主要问题及改进情况
公开栏更新不够及时。

清溪县柳河镇人民政府
2024年1月12日
"""
LONG = "本镇按照要求逐项公开信息，把群众关心的事项放在前面，及时回应来电来访，并请村民代表评议。" * 3
SAMPLE = next((RESOURCES / "samples").glob("*年度报告.txt"))


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "去年.txt"
    path.write_text(SOURCE, encoding="utf-8")
    return path


@pytest.fixture
def page(window, hands, qtbot, source):
    """The review of a file with a line left over and a figure that is none."""
    window.desk.opening.read(source, forward_first=True)
    return shown(hands, qtbot)


@pytest.fixture
def review_on(window_on, qtbot, tmp_path):
    """A maker of the hands at the review of a text, on a screen of some size, written in some size."""

    def make(room: QSize, scale: int, text: str) -> Hands:
        window = window_on(room, Settings(scale=scale))
        path = tmp_path / "去年.txt"
        path.write_text(text, encoding="utf-8")
        window.desk.opening.read(path, forward_first=True)
        hands = Hands(window, qtbot)
        shown(hands, qtbot)
        return hands

    return make


@pytest.fixture
def clipboard(qapp):
    yield QGuiApplication.clipboard()
    QGuiApplication.clipboard().clear()


def copied(text: str = "", html: str = "") -> QMimeData:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    return data


def shown(hands, qtbot):
    """Wait for the review page, with the window at the front again after the waiting dialog."""
    page = hands.find("reviewPage")
    hands.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return page


def choose_entry(hands, kind: str, begins: str = "") -> None:
    """Choose the first entry of that kind in the list that begins so."""
    entries = hands.find("reviewList", ReviewList)
    known = hands.find("reviewPage").review.entries()
    row = next(row for row, one in enumerate(known) if one.kind == kind and one.text.startswith(begins))
    entries.setCurrentIndex(entries.model().index(row, 0))
    hands.qtbot.wait(50)


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def go_to(page, qtbot, target: str) -> None:
    """Press F8 until a place is at hand."""
    entries = page.findChild(ReviewList)
    for _ in page.review.places:
        if entries.target == target:
            return
        press(qtbot, Qt.Key.Key_F8)
    assert entries.target == target
