"""Files of an export before that stand beside the new ones: they are told of, and renewed by a button."""

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QListWidget

from core.store import ReportFile
from tests.samples import filled

STEM = "清溪县柳河镇人民政府2024年政府信息公开工作年度报告"


@pytest.fixture
def exported(window, hands, library, tmp_path):
    """The dialog after a web page was exported beside files that were there before."""
    _, report = filled(library, "national-2021", 2024)
    window.desk.open(ReportFile(report), None)
    window._options.export_formats = ["html"]
    window._options.open_folder = str(tmp_path)

    def export(*there: str):
        for name in there:
            (tmp_path / name).write_bytes(b"old")
        hands.command("exportReport")
        hands.press("startExport")
        hands.qtbot.waitUntil(lambda: hands.sees("exportedFiles"), timeout=60_000)
        return hands.find("exportDialog")

    yield export
    hands.find("exportDialog").close()


def test_what_stays_as_it_was_is_named(exported, hands):
    # when
    exported(
        f"{STEM}.xlsx",
        f"{STEM}自查表.pdf",
        "会议通知.docx",
        "清溪县柳河镇人民政府2023年政府信息公开工作年度报告.docx",
    )

    # then
    words, *names = hands.find("exportLeftWords", QLabel).text().splitlines()
    assert words == "同一文件夹里还有以前导出的，这次没有更新，里面仍是那时的内容："
    assert names == [f"{STEM}.xlsx", f"{STEM}自查表.pdf"]


def test_drafts_of_an_export_before_are_named_beside_what_can_be_handed_in(exported, hands, tmp_path):
    # when
    exported(f"{STEM}（草稿）.docx", f"{STEM}自查表（草稿）.pdf", "会议通知（草稿）.docx")

    # then: they are neither renewed nor taken away
    words, *names = hands.find("exportLeftWords", QLabel).text().splitlines()
    assert words == "同一文件夹里还有以前导出的草稿，不要当成可以报送的报出去："
    assert names == [f"{STEM}（草稿）.docx", f"{STEM}自查表（草稿）.pdf"]
    assert not hands.sees("exportLeftToo")
    assert (tmp_path / names[0]).read_bytes() == b"old"


def test_drafts_and_what_stays_as_it_was_are_named_apart(exported, hands):
    # when
    exported(f"{STEM}.xlsx", f"{STEM}（草稿）.zip")

    # then
    lines = hands.find("exportLeftWords", QLabel).text().splitlines()
    assert [line for line in lines if line.startswith("清溪县")] == [f"{STEM}.xlsx", f"{STEM}（草稿）.zip"]
    assert [line for line in lines if line.endswith("：")] == [
        "同一文件夹里还有以前导出的，这次没有更新，里面仍是那时的内容：",
        "同一文件夹里还有以前导出的草稿，不要当成可以报送的报出去：",
    ]
    assert hands.sees("exportLeftToo")


def test_nothing_is_said_where_all_is_new(exported, hands):
    # when
    exported("会议通知.docx")

    # then
    assert not hands.sees("exportLeft")


def test_a_button_renews_them_and_ticks_them(exported, window, hands, tmp_path):
    # given
    dialog = exported(f"{STEM}.xlsx", "会议通知.xlsx")

    # when
    hands.press("exportLeftToo")
    hands.qtbot.waitUntil(
        lambda: not hands.sees("exportLeft") and hands.sees("exportedFiles"), timeout=60_000
    )

    # then
    assert (tmp_path / f"{STEM}.xlsx").read_bytes() != b"old"
    assert (tmp_path / "会议通知.xlsx").read_bytes() == b"old"
    assert hands.find("exportedFiles", QListWidget).count() == 2
    assert hands.find("format_xlsx", QCheckBox).isChecked()
    assert dialog.choice == window._options.export_formats == ["xlsx", "html"]
