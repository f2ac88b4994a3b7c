"""The export dialog: the look, the fonts, the package, and what is there already."""

import errno
import io
import os
import zipfile
from pathlib import Path
from threading import Event

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QScrollArea,
)

from core import atomic, export_folders, opening
from core.edits import SetCells
from core.export.rendering import Rendering, Substitution
from core.fonts import FontChoice
from core.look import Look
from core.paths import RESOURCES
from core.report import Paragraph
from core.store import ReportFile
from core.style import standard
from gui.dialogs.export import outcome, result
from gui.dialogs.export.font_words import lines_on
from tests.samples import filled

SAMPLE = next((RESOURCES / "samples").glob("*年度报告.txt"))
STEM = "清溪县柳河镇人民政府2024年政府信息公开工作年度报告"


@pytest.fixture
def dialog(window, hands, library, tmp_path):
    """The dialog over an open report, its folder an empty one, nothing ticked."""
    _, report = filled(library, "national-2021", 2024)
    report.section("overview").paragraphs.append(Paragraph(text="垟心村与𬭎头村各设一处公开栏。"))
    window.desk.open(ReportFile(report), None)
    hands.command("exportReport")
    hands.find("exportFolder", QLineEdit).setText(str(tmp_path))
    for name in ("format_docx", "format_pdf"):
        hands.find(name, QCheckBox).setChecked(False)
    yield hands.find("exportDialog")
    if hands.sees("exportDialog"):
        hands.find("exportDialog").close()


def choose(hands, name: str, data: object) -> None:
    combo = hands.find(name, QComboBox)
    combo.setCurrentIndex(combo.findData(data))


def fonts_seen(hands) -> str:
    label = hands.find("exportFonts", QLabel)
    hands.qtbot.waitUntil(lambda: "正文用" in label.text(), timeout=30_000)
    return label.text()


def export(hands) -> None:
    hands.press("startExport")
    hands.qtbot.waitUntil(lambda: hands.sees("exportedFiles"), timeout=60_000)


def test_each_box_is_ticked_by_its_letter_and_no_letter_stands_for_two(dialog, hands, qtbot):
    # given
    boxes = [one for one in dialog.findChildren(QCheckBox) if one.isVisible()]
    letters = {box: box.text().partition("&")[2][:1] for box in boxes}
    qtbot.waitUntil(dialog.isActiveWindow)
    hands.find("format_xlsx", QCheckBox).setChecked(True)  # else the box of its checks is grey
    named = [one.text() for one in dialog.findChildren(QPushButton)]
    named += [one.text() for one in dialog.findChildren(QLabel) if one.buddy()]
    others = [text.partition("&")[2][:1] for text in named if "&" in text]

    # then
    assert len(boxes) == 8
    assert len({*letters.values(), *others}) == len(boxes) + len(others)
    for box, letter in letters.items():
        for now in (not box.isChecked(), box.isChecked()):
            # when
            keys = QApplication.focusWidget() or dialog
            QTest.keyClick(keys, Qt.Key(ord(letter)), Qt.KeyboardModifier.AltModifier)

            # then
            qtbot.waitUntil(lambda box=box, now=now: box.isChecked() == now and not box.isDown())


def test_a_box_that_is_ticked_by_its_letter_stands_in_sight_in_full(dialog, hands, qtbot):
    # given: a low screen, and the last of what is asked in sight
    qtbot.waitUntil(dialog.isActiveWindow)
    fonts_seen(hands)  # the dialog takes the room of what it tells then
    hands.find("lookTitleFont", QComboBox).setFocus()
    box = hands.find("format_xlsx", QCheckBox)
    area = next(one for one in dialog.findChildren(QScrollArea) if one.isAncestorOf(box))

    def half_in_sight() -> bool:
        """Make the dialog low, which takes room for what it is told late, and scroll to the middle of the box."""
        dialog.resize(dialog.width(), dialog.minimumSizeHint().height())
        area.verticalScrollBar().setValue(box.mapTo(area.widget(), QPoint()).y() + box.height() // 2)
        return 0 < box.visibleRegion().boundingRect().height() < box.height()

    for _ in range(2):  # it has the keyboard already when it is ticked again
        qtbot.waitUntil(half_in_sight)
        before = box.isChecked()

        # when
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)

        # then
        qtbot.waitUntil(lambda before=before: box.isChecked() != before and not box.isDown())
        qtbot.waitUntil(lambda: box.visibleRegion().boundingRect().height() == box.height())


def test_a_click_on_a_box_half_in_sight_ticks_it(dialog, hands, qtbot):
    # given
    fonts_seen(hands)  # the dialog takes the room of what it tells then
    dialog.resize(dialog.width(), dialog.minimumSizeHint().height())
    box = hands.find("format_xlsx", QCheckBox)
    area = next(one for one in dialog.findChildren(QScrollArea) if one.isAncestorOf(box))
    area.verticalScrollBar().setValue(box.mapTo(area.widget(), QPoint()).y() + box.height() // 2)
    before = box.isChecked()

    # when
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.height() // 2, box.height() * 3 // 4))

    # then
    assert box.isChecked() != before


def test_each_choice_of_the_look_is_an_edit_and_can_be_undone(dialog, window, hands):
    # given
    session = window.desk.session
    assert session.report.look == Look()

    # when
    choose(hands, "lookLinePitch", 30.0)
    choose(hands, "lookPageNumber", "center")
    choose(hands, "lookTitleFont", "hei")
    hands.find("lookBoldLevel2", QCheckBox).setChecked(True)

    # then
    assert session.report.look == Look(
        line_pitch=30.0, page_number="center", bold_level2=True, title_font="hei"
    )
    dialog.close()
    for _ in range(3):
        hands.command("undo")
    assert session.report.look == Look(line_pitch=30.0)
    hands.command("undo")
    assert session.report.look == Look()


def test_it_opens_with_the_look_of_the_report(dialog, window, hands):
    # given
    dialog.close()
    window.desk.session.report.look = Look(line_pitch=28.3, page_number="center")

    # when
    hands.command("exportReport")

    # then: a pitch that is not in the list is added to it
    assert hands.find("lookLinePitch", QComboBox).currentText() == "28.3 磅"
    assert hands.find("lookPageNumber", QComboBox).currentText() == "居中"
    assert not window.desk.session.undo_stack.count()


def test_fonts_and_characters_from_elsewhere_are_listed(dialog, hands):
    # when
    words = fonts_seen(hands)

    # then
    assert "正文用 仿宋_GB2312" in words
    assert words.count("用 ") >= 5
    assert "正在看" not in words


def test_the_words_on_fonts():
    # given
    style = standard()
    fonts = (
        FontChoice("fangsong", Path("a"), 0, "NianbaoFangSong", is_standin=True),
        FontChoice("hei", Path("b"), 0, "黑体", is_standin=False),
        FontChoice("kai", Path("c"), 0, "楷体", is_standin=False),
    )
    lacking = (
        Substitution("垟", "NianbaoFangSong", "NianbaoSong"),
        Substitution("㙍", "NianbaoFangSong", "NianbaoSong"),
        Substitution("𬭎", "黑体", ""),
    )

    # when
    lines = lines_on(style, Rendering(b"", (), lacking, fonts, 1))

    # then
    assert lines == [
        "正文用 仿宋_GB2312（本机没有，用自带的 Nianbao 仿宋代替）",
        "一级标题用 黑体（本机有）",
        "二级标题用 楷体_GB2312（用本机的 楷体）",
        "“垟㙍”在 Nianbao 仿宋 里没有，取自 Nianbao 宋体",
        "“𬭎”哪种字体里都没有，印成了方框，请换一种写法",
    ]


def test_the_package_holds_everything(dialog, window, hands, tmp_path):
    # given
    hands.find("format_package", QCheckBox).setChecked(True)

    # when
    export(hands)

    # then
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [f"{STEM}.zip"]
    names = {Path(name).name for name in zipfile.ZipFile(tmp_path / f"{STEM}.zip").namelist()}
    assert {f"{STEM}.docx", f"{STEM}.pdf", f"{STEM}自查表.docx"} <= names
    assert "package" in window._options.export_formats


def test_what_is_there_is_replaced_only_when_asked_for(dialog, hands, tmp_path):
    # given
    names = [f"{STEM}.html", f"{STEM}自查表.docx", f"{STEM}自查表.pdf", f"{STEM}.zip"]
    for name in names:
        (tmp_path / name).write_bytes(b"old")
    for name in ("format_html", "format_sheet", "format_package"):
        hands.find(name, QCheckBox).setChecked(True)

    # when
    hands.press("startExport")
    asked = hands.find("replaceBox", QMessageBox).text()
    hands.press("keepButton")

    # then
    assert [name for name in names if name not in asked] == []
    assert {(tmp_path / name).read_bytes() for name in names} == {b"old"}

    # when
    hands.press("startExport")
    hands.press("replaceButton")
    hands.qtbot.waitUntil(lambda: hands.sees("exportedFiles"), timeout=60_000)

    # then
    assert b"old" not in {(tmp_path / name).read_bytes() for name in names}
    listed = hands.find("exportedFiles", QListWidget)
    assert sorted(listed.item(row).text() for row in range(listed.count())) == sorted(names)


def test_the_dialog_is_no_higher_than_what_it_shows_after_exporting(dialog, hands):
    # given
    fonts_seen(hands)
    for name in ("format_html", "format_package"):
        hands.find(name, QCheckBox).setChecked(True)

    # when
    export(hands)

    # then
    assert dialog.height() <= dialog.sizeHint().height()


def test_a_file_open_in_another_program_is_named_and_stays(dialog, hands, tmp_path, monkeypatch):
    # given
    target = tmp_path / f"{STEM}.html"
    target.write_bytes(b"old")
    replace = Path.replace

    def held(path: Path, other: Path) -> Path:
        if other == target:
            raise PermissionError(errno.EACCES, "held")
        return replace(path, other)

    monkeypatch.setattr(Path, "replace", held)
    hands.find("format_html", QCheckBox).setChecked(True)

    # when
    hands.press("startExport")
    hands.press("replaceButton")
    notice = hands.find("noticeBox", QMessageBox)

    # then
    assert "其他程序" in notice.text()
    assert target.name in notice.text()
    assert target.read_bytes() == b"old"
    notice.close()
    hands.qtbot.waitUntil(lambda: hands.find("startExport").isEnabled())


def test_what_is_exported_has_the_look_chosen(dialog, hands, tmp_path):
    # given
    import pdfplumber

    choose(hands, "lookPageNumber", "center")
    hands.find("format_pdf", QCheckBox).setChecked(True)

    # when
    export(hands)

    # then
    with pdfplumber.open(tmp_path / f"{STEM}.pdf") as book:
        page = book.pages[0]
        number = max(page.extract_words(), key=lambda word: word["top"])
        assert (number["x0"] + number["x1"]) / 2 == pytest.approx((28 + (210 - 26)) / 2 / 25.4 * 72, abs=15)


def test_a_draft_is_said_to_be_one_and_the_checks_are_one_click_away(dialog, window, hands):
    # given: a sentence of last year, and one figure is missing
    dialog.close()
    report = window.desk.session.report
    report.section("overview").paragraphs.append(
        Paragraph(text="去年的话。", state="carried", origin="去年的话。")
    )
    report.values.pop("disclosure.documents.made")

    # when
    hands.command("exportReport")
    words = hands.find("exportStandingWords", QLabel).text()
    can_export = hands.find("startExport").isEnabled()
    hands.press("exportCheckFirst")

    # then
    assert words.endswith("1 格没填、1 处去年内容没核对，导出的是草稿。")
    assert can_export
    assert not hands.sees("exportDialog")
    assert "检查完了" in window.statusBar().currentMessage()


def test_a_draft_is_called_one_on_the_button_and_in_the_result(dialog, window, hands, tmp_path):
    # given: one figure is missing
    dialog.close()
    window.desk.session.report.values.pop("disclosure.documents.made")
    hands.command("exportReport")
    hands.find("exportFolder", QLineEdit).setText(str(tmp_path))
    hands.find("format_html", QCheckBox).setChecked(True)
    left = hands.find("exportStandingWords", QLabel).text()

    # when
    words = hands.find("startExport", QPushButton).text()
    export(hands)

    # then
    assert words == "导出草稿(&E)"
    assert hands.find("exportResult", QLabel).text().endswith("个文件，是草稿。")
    assert hands.find("exportStandingWords", QLabel).text() == left  # said once: it still stands above


def test_a_draft_neither_replaces_nor_passes_for_what_can_be_handed_in(dialog, window, hands, tmp_path):
    # given: the report was exported, then a figure was taken out again
    names = ("format_docx", "format_package")
    for name in names:
        hands.find(name, QCheckBox).setChecked(True)
    export(hands)
    dialog.close()
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    window.desk.session.edit(SetCells({"disclosure.documents.made": ""}))

    # when
    hands.command("exportReport")
    hands.find("exportFolder", QLineEdit).setText(str(tmp_path))
    hands.press("startExport")  # nothing is replaced, so nothing is asked
    hands.qtbot.waitUntil(lambda: hands.sees("exportedFiles"), timeout=60_000)

    # then
    assert {*before} == {f"{STEM}.docx", f"{STEM}.zip"}
    assert all((tmp_path / name).read_bytes() == data for name, data in before.items())
    listed = hands.find("exportedFiles", QListWidget)
    assert [listed.item(row).text() for row in range(listed.count())] == [
        f"{STEM}（草稿）.docx",
        f"{STEM}（草稿）.zip",
    ]
    with zipfile.ZipFile(tmp_path / f"{STEM}（草稿）.zip") as packed:
        assert {name.partition("/")[0] for name in packed.namelist()} == {f"{STEM}（草稿）"}

    # when: exported once more, it replaces the draft alone
    hands.press("cancelExport")
    assert window.statusBar().currentMessage().startswith("已导出草稿到 ")
    hands.command("exportReport")
    note = hands.find("exportNote", QLabel).text()

    # then
    assert note.splitlines()[1:] == [f"{STEM}（草稿）.docx", f"{STEM}（草稿）.zip"]


@pytest.fixture
def ready(window, hands, library, tmp_path):
    """The dialog over a report that can be handed in, with one thing to be looked at; only a web page is wanted."""
    report = opening.load(SAMPLE, library).report
    report.section("overview").paragraphs.append(Paragraph(text="全镇公开栏,方便群众查看。"))
    window.desk.open(ReportFile(report), None)
    window._options.export_formats = ["html"]
    window._options.open_folder = str(tmp_path)
    hands.command("exportReport")
    yield hands.find("exportDialog")
    if hands.sees("exportDialog"):
        hands.find("exportDialog").close()


def test_a_report_that_is_ready_says_what_is_still_to_be_looked_at(ready, hands, tmp_path):
    # given
    hands.find("format_package", QCheckBox).setChecked(True)
    words = hands.find("exportStandingWords", QLabel).text()
    button = hands.find("startExport", QPushButton).text()

    # when
    export(hands)

    # then: above the choice, which stays; the list of the package is read by the county
    assert words == "可以报送；还有 1 处请核对。"
    assert button == "导出(&E)"
    assert hands.find("exportResult", QLabel).text() == (
        "已导出 2 个文件。报送包里“留存（不报送）”放的是自查表，往外报时可以删掉这个文件夹。"
    )
    assert hands.find("exportStandingWords", QLabel).text() == words
    (package,) = tmp_path.glob("*.zip")
    with zipfile.ZipFile(package) as packed:
        listed = packed.read(next(name for name in packed.namelist() if name.endswith("清单.txt")))
    assert "\r\n状态：可以报送\r\n" in listed.decode("utf-8-sig")


def test_enter_opens_the_file_at_hand_and_the_dialog_stays(ready, hands, tmp_path, monkeypatch):
    # given
    opened: list[str] = []
    monkeypatch.setattr(result, "show_outside", lambda path, _failed: opened.append(str(path)))
    hands.find("format_pdf", QCheckBox).setChecked(True)
    export(hands)
    listed = hands.find("exportedFiles", QListWidget)

    # when
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Return)
    QTest.keyClick(listed, Qt.Key.Key_Down)
    place = listed.visualItemRect(listed.item(1)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)

    # then
    assert opened == [str(tmp_path / listed.item(row).text()) for row in (0, 1)]
    assert hands.sees("exportDialog")


@pytest.mark.parametrize(("is_there", "words"), [(True, "没有能打开"), (False, "不在原来的文件夹里")])
def test_a_file_that_does_not_open_is_told_of(ready, hands, tmp_path, monkeypatch, is_there, words):
    # given
    monkeypatch.setattr(result, "show_outside", lambda _path, failed: failed())
    export(hands)
    listed = hands.find("exportedFiles", QListWidget)
    if not is_there:
        (tmp_path / listed.item(0).text()).unlink()

    # when
    QTest.keyClick(listed, Qt.Key.Key_Return)

    # then
    notice = hands.find("noticeBox", QMessageBox)
    assert words in notice.text()
    assert listed.item(0).text() in notice.text()
    notice.close()


def test_a_folder_that_nothing_here_can_show_is_told_of(ready, hands, tmp_path, monkeypatch):
    # given
    monkeypatch.setattr(result, "show_outside", lambda _path, failed: failed())
    export(hands)

    # when
    hands.press("openFolder")

    # then
    notice = hands.find("noticeBox", QMessageBox)
    assert "没有能显示文件夹的程序" in notice.text()
    assert str(tmp_path) in notice.text()
    notice.close()


def test_a_folder_that_is_gone_is_told_of(ready, hands, tmp_path):
    # given
    export(hands)
    tmp_path.rename(tmp_path.with_name("别处"))

    # when
    hands.press("openFolder")

    # then
    notice = hands.find("noticeBox", QMessageBox)
    assert "可能已经移走或改名" in notice.text()
    notice.close()


@pytest.mark.parametrize("chosen", [False, True])
def test_only_a_folder_that_was_chosen_is_kept_for_the_next_time(window, hands, library, tmp_path, chosen):
    # given: a report in a folder of its own
    report = opening.load(SAMPLE, library).report
    own, other = tmp_path / "报告", tmp_path / "优盘"
    own.mkdir()
    other.mkdir()
    window.desk.open(ReportFile(report), own / "甲.nianbao")
    window._options.export_formats = ["html"]
    hands.command("exportReport")
    folder = hands.find("exportFolder", QLineEdit)
    assert Path(folder.text()) == own

    # when
    if chosen:
        folder.setText(str(other))
    export(hands)
    hands.find("exportDialog").close()

    # then
    assert export_folders.load(window.desk.session.file.doc_id) == (str(other) if chosen else "")


def test_a_proposed_folder_that_vanished_is_told_and_not_made_anew(window, hands, library, tmp_path):
    # given: a report on a stick that was pulled out
    report = opening.load(SAMPLE, library).report
    stick = tmp_path / "优盘" / "年报"
    window.desk.open(ReportFile(report), stick / "甲.nianbao")
    window._options.export_formats = ["html"]
    hands.command("exportReport")

    # when
    hands.press("startExport")

    # then
    notice = hands.find("noticeBox", QMessageBox)
    assert "现在找不到了" in notice.text()
    notice.close()
    assert not stick.parent.exists()

    # when: another one is typed
    hands.find("exportFolder", QLineEdit).setText(str(tmp_path / "新建"))
    export(hands)

    # then
    assert list((tmp_path / "新建").glob("*.html"))
    hands.find("exportDialog").close()


def switch_off(share: Path, monkeypatch) -> None:
    """Let every question about what is in a folder fail, as on a share whose computer is off."""
    stat = Path.stat

    def off(path: Path, **how: bool) -> os.stat_result:
        if path.is_relative_to(share):
            raise OSError(errno.EHOSTDOWN, "off")
        return stat(path, **how)

    monkeypatch.setattr(Path, "stat", off)


def test_a_proposed_folder_on_a_share_that_is_off_is_told_as_one_that_vanished(
    window, hands, library, tmp_path, monkeypatch
):
    # given
    share = tmp_path / "共享" / "年报"
    share.mkdir(parents=True)
    window.desk.open(ReportFile(opening.load(SAMPLE, library).report), share / "甲.nianbao")
    window._options.export_formats = ["html"]
    hands.command("exportReport")
    switch_off(share, monkeypatch)

    # when
    hands.press("startExport")

    # then
    notice = hands.find("noticeBox", QMessageBox)
    assert "现在找不到了" in notice.text()
    notice.close()
    hands.find("exportDialog").close()


def test_a_folder_on_a_share_that_went_off_since_does_not_open_and_says_so(
    ready, hands, tmp_path, monkeypatch
):
    # given
    export(hands)
    switch_off(tmp_path, monkeypatch)

    # when
    hands.press("openFolder")

    # then
    notice = hands.find("noticeBox", QMessageBox)
    assert "可能已经移走或改名" in notice.text()
    notice.close()


def test_a_folder_chosen_once_that_is_gone_is_not_proposed_again(window, hands, library, tmp_path):
    # given
    window.desk.open(ReportFile(opening.load(SAMPLE, library).report), tmp_path / "甲.nianbao")
    export_folders.remember(window.desk.session.file.doc_id, str(tmp_path / "优盘"))

    # when
    hands.command("exportReport")

    # then
    assert Path(hands.find("exportFolder", QLineEdit).text()) == tmp_path
    hands.find("exportDialog").close()


def test_after_exporting_enter_is_done_and_exports_nothing_again(ready, hands, tmp_path):
    # given
    assert hands.find("startExport", QPushButton).isDefault()
    export(hands)
    (path,) = tmp_path.glob("*.html")
    done = hands.find("cancelExport", QPushButton)

    # when
    assert (done.text(), done.isDefault()) == ("完成", True)
    path.write_bytes(b"mine")
    QTest.keyClick(ready, Qt.Key.Key_Return)

    # then
    hands.qtbot.waitUntil(lambda: not hands.sees("exportDialog"))
    assert path.read_bytes() == b"mine"


def test_the_workbook_goes_without_the_checks_where_the_clerk_says_so(ready, window, hands, tmp_path):
    # given
    box = hands.find("workbookChecks", QCheckBox)
    assert box.isChecked()
    assert not box.isEnabled()
    for name in ("format_xlsx", "format_package"):
        hands.find(name, QCheckBox).setChecked(True)
    assert box.isEnabled()
    hands.find("format_xlsx", QCheckBox).setChecked(False)
    assert not box.isEnabled()  # the package never has it
    hands.find("format_xlsx", QCheckBox).setChecked(True)

    # when
    box.click()
    export(hands)

    # then
    (loose,), (package,) = tmp_path.glob("*.xlsx"), tmp_path.glob("*.zip")
    with zipfile.ZipFile(package) as packed:
        inside = next(packed.read(name) for name in packed.namelist() if name.endswith(".xlsx"))
    for data in (loose.read_bytes(), inside):
        assert "自查" not in openpyxl.load_workbook(io.BytesIO(data)).sheetnames

    # when: it is remembered
    ready.close()
    assert window._options.workbook_checks is False
    hands.command("exportReport")

    # then
    assert not hands.find("workbookChecks", QCheckBox).isChecked()


@pytest.mark.parametrize("name", ["~nobody-of-that-name/报告", "很" * 300, "a\x00b"])
def test_a_folder_that_cannot_be_is_no_error_while_it_is_typed(ready, hands, name):
    # when
    hands.find("exportFolder").setText(name)

    # then
    assert not hands.find("exportDialog").findChild(QLabel, "exportNote").isVisible()


def test_after_exporting_the_bottom_line_says_where_to(ready, window, hands, tmp_path):
    # given
    export(hands)

    # when
    hands.press("cancelExport")

    # then
    words = window.statusBar().currentMessage()
    assert words == f"已导出到 {tmp_path}（1 个文件）。"
    assert hands.find("statusSaved", QLabel).text().startswith(("还没保存", "有修改还没保存"))


def test_an_export_that_is_given_up_midway_writes_nothing_and_says_so(
    ready, window, hands, tmp_path, monkeypatch, qtbot
):
    # given: the first file is long in the making
    begun, go_on = Event(), Event()
    ended = []

    def slow(*_args, **_more):
        begun.set()
        go_on.wait(30)
        ended.append(True)
        return b"made"

    monkeypatch.setattr("core.export.files.Format.write", slow)
    hands.press("startExport")
    qtbot.waitUntil(begun.is_set, timeout=30_000)

    # when
    hands.press("cancelExport")
    said = window.statusBar().currentMessage()
    go_on.set()

    # then
    assert said == "已取消导出，没有写文件。"
    qtbot.waitUntil(lambda: bool(ended))
    qtbot.wait(200)
    assert list(tmp_path.iterdir()) == []


def test_an_export_given_up_while_files_are_written_says_where_to_look(
    ready, window, hands, tmp_path, monkeypatch, qtbot
):
    # given: the disk is slow
    begun, go_on = Event(), Event()
    save_all = atomic.save_all

    def slow(files):
        begun.set()
        go_on.wait(30)
        save_all(files)

    monkeypatch.setattr("core.export.files.atomic.save_all", slow)
    hands.press("startExport")
    qtbot.waitUntil(begun.is_set, timeout=30_000)

    # when
    hands.press("cancelExport")
    said = window.statusBar().currentMessage()
    go_on.set()

    # then: no word of nothing, for they come
    assert said == f"取消时已经在写文件了，请到 {tmp_path} 看看写了哪些。"
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("*年度报告*"))))


def test_an_export_cancelled_at_once_does_not_leave_the_words_of_the_one_before(ready, window, hands):
    # given
    export(hands)
    hands.press("cancelExport")
    assert "已导出到" in window.statusBar().currentMessage()

    # when
    hands.command("exportReport")
    hands.press("cancelExport")

    # then
    assert window.statusBar().currentMessage() == "已取消导出，没有写文件。"


def test_a_second_export_given_up_leaves_what_is_said_of_the_first(tmp_path):
    # given
    before = outcome.written(tmp_path, 2, is_draft=True)

    # then
    assert before == f"已导出草稿到 {tmp_path}（2 个文件）。"
    assert outcome.given_up(before, tmp_path, in_time=True) == f"{before}后一次导出已取消，没有写文件。"


def test_what_was_exported_is_not_said_beside_another_report(ready, window, hands, report, qtbot):
    # given
    export(hands)
    hands.press("cancelExport")
    assert "已导出到" in window.statusBar().currentMessage()

    # when
    window.desk.open(ReportFile(report), None)

    # then
    assert window.statusBar().currentMessage() == ""
