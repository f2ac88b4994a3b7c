"""Errors as the clerk meets them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from core import paths
from core.errors import InputError
from core.store import ReportFile, read
from gui.messages import Messages

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def boxes(parent) -> list[QMessageBox]:
    return [box for box in parent.findChildren(QMessageBox) if box.isVisible()]


def test_an_expected_error_is_its_sentence_and_no_more(parent):
    # when
    Messages(parent, lambda: None).show(InputError("文件“<b>甲</b>.docx”是空的。"))

    # then
    (box,) = boxes(parent)
    assert box.text() == "文件“<b>甲</b>.docx”是空的。"
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert not (paths.home() / "log").exists()


def test_a_fault_is_logged_and_the_report_copied_aside(parent, report):
    # given
    messages = Messages(parent, lambda: ReportFile(report))

    # when
    try:
        raise ZeroDivisionError("a fault")
    except ZeroDivisionError as error:
        messages.hook(type(error), error, error.__traceback__)

    # then
    assert "a fault" in (paths.home() / "log" / "nianbao.log").read_text("utf-8")
    (copy,) = (paths.home() / "recovered").iterdir()
    assert read(copy).report == report
    (box,) = boxes(parent)
    assert str(copy) in box.text()
    assert "Traceback" not in box.text()


def test_fault_after_fault_shows_one_box(parent):
    # given
    messages = Messages(parent, lambda: None)

    # when
    for _ in range(3):
        messages.show(ValueError("again"))

    # then
    assert len(boxes(parent)) == 1
    boxes(parent)[0].button(QMessageBox.StandardButton.Ok).click()
    messages.show(ValueError("later"))
    assert len(boxes(parent)) == 1


def test_a_folder_that_cannot_be_written_does_not_bring_a_second_error(parent, report, monkeypatch, tmp_path):
    # given
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "file"))

    # when
    Messages(parent, lambda: ReportFile(report)).show(ValueError("no home"))

    # then
    (box,) = boxes(parent)
    assert "副本" not in box.text()


def test_who_would_lose_something_by_leaving_hears_why_and_that_it_is_lost(parent):
    # when
    Messages(parent, lambda: None).ask_to_save("“柳河镇2024年报告”还没有存成文件。", lambda _: None)

    # then
    (box,) = boxes(parent)
    assert box.text() == "“柳河镇2024年报告”还没有存成文件。现在离开，没存下来的内容会丢失。"


@pytest.mark.parametrize(
    ("button", "heard"), [("saveButton", ["save"]), ("discardButton", ["discard"]), ("cancelButton", [])]
)
def test_the_question_on_leaving_has_three_answers(parent, button, heard):
    # given
    answers = []
    Messages(parent, lambda: None).ask_to_save("“柳河镇2024年报告”还没有存成文件。", answers.append)

    # when
    boxes(parent)[0].findChild(QWidget, button).click()

    # then
    assert answers == heard


_ASKING = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from gui.messages import CANCEL, ask

application = QApplication(["nianbao"])
parent = QWidget()
parent.show()
ask(parent, "文件夹里已有这些文件：\\n" + sys.argv[1], "replaceBox", CANCEL)
label = parent.findChild(QMessageBox, "replaceBox").findChild(QLabel, "qt_msgbox_label")
metrics = label.fontMetrics()
print(label.width(), metrics.horizontalAdvance(sys.argv[1]), label.height() / metrics.lineSpacing())
"""


@pytest.mark.parametrize(
    "name",
    [
        "柳河镇年报.docx",
        "清溪县柳河镇人民政府2024年政府信息公开工作年度报告.docx",
        "清溪县柳河镇人民政府2024年政府信息公开工作年度报告自查表（本单位留存）.docx",
    ],
)
def test_the_names_of_files_below_a_question_stand_whole_where_the_screen_has_room(name, tmp_path):
    # given: the usual screen, in a program of its own, for the one of the tests is narrower than such a name
    screen = {"name": "usual", "x": 0, "y": 0, "width": 1366, "height": 768, "dpr": 1.0}
    screens = {"screens": [screen | {"logicalDpi": 96, "logicalBaseDpi": 96}]}
    (tmp_path / "screens.json").write_text(json.dumps(screens), encoding="utf-8")
    there = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}"}

    # when
    asked = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", _ASKING, name],
        env=there,
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )

    # then: one line for the sentence, one for the name
    width, needed, lines = map(float, asked.stdout.split())
    assert width >= needed
    assert lines < 3
