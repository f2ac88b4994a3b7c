"""Files that hurt, opened in the window one after the other: a sentence each, and the window goes on."""

from PySide6.QtWidgets import QMessageBox

from core.importers import child
from core.paths import RESOURCES
from tests.acceptance.bad_files import FILES_OF_THE_LIST, REFUSED
from tests.acceptance.test_bad_imports import text

SAMPLE = next((RESOURCES / "samples").glob("*年度报告.txt"))
CHOSEN = ("弹.docx", "深.html", "环.pdf", "锁.docx")


def test_bad_files_are_sentences_and_the_window_goes_on(window, hands, tmp_path):
    for name in CHOSEN:
        # given
        bad = next(one for one in FILES_OF_THE_LIST if one.name == name)
        assert bad.status == REFUSED
        path = tmp_path / name
        path.write_bytes(bad.make())

        # when
        window.open_path(path)

        # then
        box = hands.find("noticeBox", QMessageBox)
        assert name in box.text()
        assert bad.words in box.text()
        box.close()
        assert hands.sees("homePage")

    # when
    window.open_path(SAMPLE)

    # then
    assert hands.find("reviewPage").name == SAMPLE.name


def test_a_child_that_breaks_down_is_a_sentence_in_the_window(window, hands, tmp_path, monkeypatch):
    # given
    monkeypatch.setattr(child, "command", lambda: ["false"])
    path = tmp_path / "报告.txt"
    path.write_bytes(text())

    # when
    window.open_path(path)

    # then
    box = hands.find("noticeBox", QMessageBox)
    assert "无法安全读取" in box.text()
    box.close()
    assert hands.sees("homePage")
