"""What the tests of the review share: a file with a line left over and a figure that is none, and its review."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from core.paths import RESOURCES
from gui.panes.review_list import ReviewList

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
