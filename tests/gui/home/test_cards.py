"""The cards of the home page: which stand there, what each says, what it leads to."""

import datetime
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget

from core import recent
from core.edits import SetCells, SetField
from core.recent import DRAFT, READY
from core.report import Paragraph
from core.store import ReportFile, history, read, write
from gui.panes.home_card_delegate import CARD
from tests.gui.home.conftest import NEXT, OFFICE, OTHER, button, cards, titles
from tests.samples import filled


def test_the_newest_year_stands_first_and_without_headings_for_one_office(home, remembered):
    # when
    home.show_recent([remembered(2022), remembered(2024), remembered(2023)])

    # then
    assert titles(home) == [f"{OFFICE}　{year} 年报告" for year in (2024, 2023, 2022)]


def test_several_offices_have_their_headings_which_cannot_be_chosen(home, remembered, qtbot):
    # given
    home.show_recent([remembered(2023), remembered(2024, OTHER), remembered(2024)])

    # when: down from the last card of the first office
    shown = cards(home)
    shown.setFocus()
    shown.setCurrentRow(2)
    qtbot.keyClick(shown, Qt.Key.Key_Down)

    # then
    assert titles(home) == [
        OFFICE, f"{OFFICE}　2024 年报告", f"{OFFICE}　2023 年报告", OTHER, f"{OTHER}　2024 年报告",
    ]  # fmt: skip
    assert shown.currentRow() == 4


def test_a_card_says_all_that_is_known_of_a_report(home, remembered):
    # given
    year = datetime.date.today().year
    report = remembered(year, state=DRAFT, next=NEXT, looked_at=35, carried=47)

    # when
    home.show_recent([report])

    # then
    words = cards(home).item(0).text()
    for part in ("草稿", "还没填完", NEXT, "已核对 35/47", "距 1月31日 还有", Path(report.path).name):
        assert part in words


def test_the_newest_draft_is_the_one_thing_to_do_next(home, remembered, qtbot):
    # given
    draft = remembered(2024, state=DRAFT, next=NEXT)
    home.show_recent([remembered(2023, state=READY), draft])
    following = button(home, "homeContinue")

    # when
    with qtbot.waitSignal(home.report_chosen) as chosen:
        following.click()

    # then
    assert chosen.args == [Path(draft.path)]
    assert "2024 年报告" in following.text()
    assert NEXT in following.accessibleDescription()
    assert following.property("primary")
    assert not button(home, "homeLastYear").property("primary")
    assert cards(home).currentItem().data(CARD).report == draft


def test_where_nothing_is_unfinished_last_years_report_is_what_to_open(home, remembered):
    # when
    home.show_recent([remembered(2024, state=READY)])

    # then
    assert button(home, "homeContinue").isHidden() or not button(home, "homeContinue").isVisible()
    assert button(home, "homeLastYear").property("primary")


def test_a_missing_file_is_told_and_can_still_be_tried(home, remembered, qtbot):
    # given: the stick is not plugged in
    report = remembered(2024, state=DRAFT, next=NEXT)
    Path(report.path).unlink()
    home.show_recent([report])
    shown = cards(home)
    qtbot.waitUntil(lambda: "U 盘没插上" in shown.item(0).text())

    # when
    shown.setFocus()
    with qtbot.waitSignal(home.report_chosen) as chosen:
        qtbot.keyClick(shown, Qt.Key.Key_Return)

    # then
    assert chosen.args == [Path(report.path)]
    assert not button(home, "homeContinue").isVisible()


def test_the_pictures_of_cards_differ_by_what_is_known(home, remembered):
    # given
    draft = remembered(2024, state=DRAFT, next=NEXT, looked_at=1, carried=2)
    pictures = []

    # when
    for report in (
        draft,
        replace(draft, looked_at=2),
        replace(draft, state=READY),
        replace(draft, path="/gone"),
    ):
        home.show_recent([report, remembered(2023, OTHER)])
        pictures.append(cards(home).viewport().grab().toImage())

    # then
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[at + 1 :])


def test_delete_takes_a_card_off_and_leaves_the_file(window, hands, qtbot, remembered):
    # given
    for report in (remembered(2023), remembered(2024)):
        recent.remember(report)
    window._home.show_recent(recent.load())
    shown = hands.find("recentList", QListWidget)
    shown.setFocus()
    shown.setCurrentRow(0)

    # when
    qtbot.keyClick(shown, Qt.Key.Key_Delete)

    # then
    assert [one.year for one in recent.load()] == [2023]
    assert titles(window._home) == [f"{OFFICE}　2023 年报告"]
    assert shown.currentRow() == 0
    assert Path(remembered(2024).path).exists()
    assert "文件没有动" in window.statusBar().currentMessage()


def test_the_mouse_can_take_the_last_card_off_too(window, hands, remembered):
    # given
    recent.remember(remembered(2024))
    window._home.show_recent(recent.load())

    # when
    hands.press("homeTakeOff")

    # then
    assert recent.load() == []
    assert not hands.sees("recentList")
    assert not hands.sees("homeTakeOff")


def test_a_list_that_cannot_be_written_is_told(window, hands, remembered, own_home):
    # given
    recent.remember(remembered(2024))
    window._home.show_recent(recent.load())
    for path in own_home.iterdir():
        path.unlink()
    (own_home / recent.FILE_NAME).mkdir()

    # when
    hands.press("homeTakeOff")

    # then
    hands.find("noticeBox").close()
    assert hands.sees("recentList")


def test_sixty_reports_are_all_listed(home, remembered):
    # when
    home.show_recent([remembered(2010 + number % 15, f"清溪县第{number}镇人民政府") for number in range(60)])

    # then: each under its heading
    assert cards(home).count() == 120


def test_an_office_that_looks_like_marks_is_shown_as_it_is(home, remembered):
    # when
    home.show_recent([replace(remembered(2024, state=DRAFT, next=NEXT), office="<b>柳河镇</b>")])

    # then
    shown = next(one for one in home.findChildren(QLabel) if NEXT in one.text())
    assert shown.textFormat() == Qt.TextFormat.PlainText
    assert "<b>柳河镇</b>" in shown.text()


def test_what_is_next_is_remembered_when_the_report_is_saved(window, hands, report, tmp_path):
    # given
    report.section("overview").paragraphs.append(
        Paragraph(text="去年的话。", state="carried", origin="去年的话。")
    )
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(report), path)
    window.open_path(path)
    hands.find("workspace")
    hands.qtbot.waitUntil(lambda: bool(recent.load()))
    first = recent.load()[0]

    # when
    window.desk.session.edit(SetCells({"reviews.cases.review_total": "1"}))
    work = window.desk.workspace
    work.show_next_carried()
    hands.command("confirm")
    hands.command("save")

    # then
    after = recent.load()[0]
    assert (first.state, first.next, first.looked_at, first.carried) == (
        DRAFT,
        "还有 1 处去年内容没核对",
        0,
        1,
    )
    assert (after.state, after.looked_at, after.carried) == (DRAFT, 1, 1)
    assert after.next.endswith("格没填")


def test_after_an_export_the_card_says_so_until_the_report_is_changed(window, hands, library, tmp_path):
    # given: a report that can be handed in
    _, report = filled(library, "national-2021", 2024)
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(report), path)
    window.open_path(path)
    hands.find("workspace")
    hands.qtbot.waitUntil(lambda: bool(recent.load()))
    desk = window.desk
    before = recent.load()[0].exported

    # when
    desk.saving._keep_exported(desk.session)
    done = recent.load()[0]
    desk.session.edit(SetField("title", "另一个标题"))
    hands.command("save")

    # then
    today = datetime.date.today()
    assert before == ""
    assert done.exported == f"{today.month}月{today.day}日"
    assert recent.load()[0].exported == ""


def exported_then_changed(window, hands, library, tmp_path):
    """Open a report, note it as exported, and save it with another title; return the desk."""
    _, report = filled(library, "national-2021", 2024)
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(report), path)
    window.open_path(path)
    hands.find("workspace")
    desk = window.desk
    desk.saving._keep_exported(desk.session)
    desk.session.edit(SetField("title", "另一个标题"))
    hands.command("save")
    return desk


def test_a_report_put_back_as_it_was_exported_is_not_said_to_be_changed(window, hands, library, tmp_path):
    # given: exported, then changed and saved
    exported_then_changed(window, hands, library, tmp_path)
    changed = recent.load()[0]

    # when
    hands.command("undo")
    hands.command("save")

    # then
    assert (changed.exported, bool(changed.exported_before)) == ("", True)
    assert (recent.load()[0].exported, recent.load()[0].exported_before) == (changed.exported_before, "")


def test_what_is_exported_again_after_it_was_put_back_goes_into_the_file(window, hands, library, tmp_path):
    # given: exported, changed and saved, and taken back without saving
    desk = exported_then_changed(window, hands, library, tmp_path)
    hands.command("undo")

    # when
    desk.saving._keep_exported(desk.session)
    hands.command("save")

    # then
    kept = [one.why for one in history.versions(read(desk.session.path))]
    assert kept.count("export") == 2


def test_of_several_units_the_one_worked_on_last_is_at_hand_on_coming_home(home, remembered):
    # given: the card of another one was chosen
    other, first = remembered(2023, OTHER), remembered(2023)
    home.show_recent([other, first])
    shown = cards(home)
    shown.setCurrentRow(shown.count() - 1)
    assert shown.currentItem().data(CARD).report == first

    # when: a draft was made of that, and then with as many reports as before
    draft = remembered(2024, state=DRAFT, next=NEXT)
    for known in ([draft, other, first], [other, draft, first]):
        home.show_recent(known)

        # then
        assert shown.currentItem().data(CARD).is_next
