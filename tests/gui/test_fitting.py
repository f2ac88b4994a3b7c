"""Lines of tools and lists where there is little room: what is shown is whole, and what is left out says so."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListWidget, QPushButton

from core.report import Paragraph
from core.settings import Settings
from gui.dialogs.export.result import ExportedFiles
from gui.panes.preview import PreviewPane
from gui.panes.prose_editor import ProseEditor
from gui.theme import Theme

_NAME = "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗尼尔基镇人民政府2024年政府信息公开工作年度报告"


@pytest.mark.parametrize("state", ["carried", "seen"])
def test_the_count_of_letters_is_whole_or_not_there(report, make_session, qtbot, state):
    # given
    words = "我镇公开信息29条。" * 200
    report.section("overview").paragraphs = [Paragraph(text=words, origin=words, state=state)]
    editor = ProseEditor(make_session(report), Theme.load("light"), "overview")
    editor.limit_by(lambda: 1000)  # and how much too long it is: the longest words of all
    qtbot.addWidget(editor)
    editor.show()
    count = editor.count

    # when
    shown = []
    for width in range(260, 760, 3):
        editor.resize(width, 500)
        QApplication.processEvents()
        shown.append((count.isVisible(), count.width() >= count.sizeHint().width()))

    # then
    assert {whole for visible, whole in shown if visible} == {True}
    assert {visible for visible, _ in shown} == {True, False}


@pytest.mark.parametrize("width", [200, 260, 320, 420, 700])
def test_no_button_of_the_preview_is_squeezed(report, make_session, qtbot, width):
    pane = PreviewPane(make_session(report), Theme.load("light"), Settings())
    qtbot.addWidget(pane)
    pane.resize(width, 700)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.findChild(QLabel, "previewPage").setText("1 / 12")

    tools = [*pane.findChildren(QPushButton), pane.findChild(QComboBox, "previewZoom")]
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in tools))
    assert all(pane.rect().contains(one.geometry().translated(one.parentWidget().pos())) for one in tools)
    pane.end()


def test_of_a_long_name_of_an_exported_file_the_ending_is_seen(qtbot):
    # given
    files = ExportedFiles(lambda error: None)
    qtbot.addWidget(files)
    files.show_files((Path(f"{_NAME}.docx"), Path(f"{_NAME}.pdf")), "")
    files.resize(420, 200)
    with qtbot.waitExposed(files):
        files.show()
    shown = files.findChild(QListWidget)

    # then: they look different, are as wide as the list, and say their whole name on hover
    lines = [_painted(shown, row) for row in range(2)]
    assert lines[0] != lines[1]
    assert shown.horizontalScrollBar().maximum() == 0
    assert shown.textElideMode() == Qt.TextElideMode.ElideMiddle
    assert f"{_NAME}.docx" in shown.item(0).toolTip()


def _painted(files: QListWidget, row: int) -> QImage:
    """Return the picture of a line, not chosen."""
    files.setCurrentRow(-1)
    area = files.visualItemRect(files.item(row))
    picture = QImage(QSize(area.width(), area.height()), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.drawPixmap(0, 0, files.viewport().grab(area))
    painter.end()
    return picture
