"""The home page, the hints on the sample, and the line at the bottom."""

import datetime
import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from core import recent
from core.edits import SetCells, SetField
from core.recent import DRAFT, READY, RecentReport
from core.report import Paragraph
from core.settings import Settings
from core.store import ReportFile, write
from gui import theme
from gui.panes.home import HomePage
from gui.panes.home_card_delegate import CARD
from gui.panes.status import StatusLine
from gui.panes.tour import HINTS
from gui.progress import Progress, Verdict
from gui.theme import Theme
from gui.widgets.due_words import due_words
from gui.widgets.eliding_label import ElidingLabel
from tests.samples import filled

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

    # when
    shown = cards(home)
    shown.setFocus()
    with qtbot.waitSignal(home.report_chosen) as chosen:
        qtbot.keyClick(shown, Qt.Key.Key_Return)

    # then
    assert "U盘没插上" in shown.item(0).text()
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


@pytest.mark.parametrize("by_key", [True, False])
def test_the_first_start_asks_for_the_unit_and_a_new_report_has_it(window, hands, qtbot, by_key):
    # given
    field = hands.find("homeOffice", QLineEdit)
    assert not hands.find("homeOfficeTake").isEnabled()
    before = hands.find("homeLastYear").geometry(), hands.find("officeQuestion").geometry()

    # when
    field.insert(OFFICE)
    if by_key:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    else:
        hands.press("homeOfficeTake")

    # then: the answer stands where the question was, and nothing has moved under the mouse
    assert OFFICE in hands.find("homeOfficeNoted", QLabel).text()
    assert not hands.sees("homeOffice")
    qtbot.wait(20)
    assert (hands.find("homeLastYear").geometry(), hands.find("officeQuestion").geometry()) == before
    hands.press("homeNew")
    assert hands.find("newOffice", QLineEdit).text() == OFFICE
    assert window._options.offices == [OFFICE]


def test_the_unit_need_not_be_said(window, hands):
    # when
    hands.press("homeOfficeSkip")

    # then
    assert not hands.sees("homeOffice")
    assert window._options.office == ""


def test_enter_in_an_empty_field_asks_on(hands, qtbot):
    # when
    qtbot.keyClick(hands.find("homeOffice", QLineEdit), Qt.Key.Key_Return)

    # then
    assert hands.sees("officeQuestion")


def test_who_is_known_is_not_asked(home):
    # when
    home.show_recent([])

    # then
    assert not any(field.isVisible() for field in home.findChildren(QLineEdit, "homeOffice"))


def test_the_tabulator_key_goes_from_top_to_bottom_whatever_came_last(qtbot, remembered):
    # given
    home = HomePage(Theme.load("light"), Settings(), has_sample=True)
    qtbot.addWidget(home)
    home.show()

    def order() -> list[str]:
        keys, widget = [], home.nextInFocusChain()
        while widget is not home:
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                keys.append(widget.objectName())
            widget = widget.nextInFocusChain()
        return keys

    # when
    home.show_recent([])
    first = order()
    home.show_recent([remembered(2024, state=DRAFT, next=NEXT)])
    then = order()

    # then
    choices, links = ["homeLastYear", "homeNew"], ["homeHelp", "homeSample"]
    assert first == ["homeOffice", "homeOfficeTake", "homeOfficeSkip", *choices, *links]
    assert then == ["homeContinue", *choices, "recentList", *links, "homeTakeOff"]


def test_an_office_that_looks_like_marks_is_shown_as_it_is(home, remembered):
    # when
    home.show_recent([replace(remembered(2024, state=DRAFT, next=NEXT), office="<b>柳河镇</b>")])

    # then
    shown = next(one for one in home.findChildren(QLabel) if NEXT in one.text())
    assert shown.textFormat() == Qt.TextFormat.PlainText
    assert "<b>柳河镇</b>" in shown.text()


def test_what_explains_a_choice_stands_centred_under_it(qtbot, undressed):
    # given
    theme.apply(undressed, Theme.load("light"))
    home = HomePage(Theme.load("light"), Settings(office=OFFICE), has_sample=True)
    qtbot.addWidget(home)

    # when
    home.show_recent([])
    home.show()

    # then
    shown = [one for one in home.findChildren(QLabel) if one.property("place") == "below"]
    assert [one.alignment() for one in shown] == [
        Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
    ] * 2


def test_a_file_that_does_not_name_its_unit_gets_the_known_one(window, hands, tmp_path):
    # given
    window._options.office = OFFICE
    source = tmp_path / "去年.txt"
    source.write_text(
        "2023年政府信息公开工作年度报告\n\n一、总体情况\n全年公开信息12条。\n", encoding="utf-8"
    )

    # when
    window._read(source)
    page = hands.find("reviewPage")

    # then
    assert page.result().unit.name == OFFICE
    assert "先填了" in window.statusBar().currentMessage()


@pytest.mark.parametrize("name", ["recentList", "homeContinue", "homeNew"])
def test_a_file_can_be_dropped_anywhere_on_the_page(window, hands, qtbot, remembered, tmp_path, name):
    # given
    recent.remember(remembered(2024, state=DRAFT, next=NEXT))
    window._home.show_recent(recent.load())
    source = tmp_path / "去年.txt"
    source.write_text(
        f"{OFFICE}2023年政府信息公开工作年度报告\n\n一、总体情况\n公开信息12条。\n", encoding="utf-8"
    )
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(source))])
    target = hands.find(name)
    taker = target.viewport() if isinstance(target, QListWidget) else target

    # when: Qt asks what lies under the mouse and then what stands around it
    while not taker.acceptDrops() and taker is not window:
        taker = taker.parentWidget()
    event = QDropEvent(
        QPointF(4, 4),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    taker.dropEvent(event)

    # then
    assert taker is window
    hands.find("reviewPage")


def test_the_sample_comes_with_hints_the_first_time(window, hands):
    # when
    hands.press("homeSample")
    hands.find("reviewPage")

    # then: each stands beside its widget, one after another
    said = [hands.find("tourWords", QLabel).text()]
    hands.press("forwardButton")
    hands.find("workspace")
    for _ in HINTS[1:]:
        hands.qtbot.waitUntil(lambda: hands.find("tourWords", QLabel).text() not in said)
        said.append(hands.find("tourWords", QLabel).text())
        assert window.rect().contains(hands.find("tourHint").geometry())
        assert hands.sees("tourMark")
        hands.press("tourNext")
    assert said == [hint.words for hint in HINTS]
    assert not hands.sees("tourHint")
    assert not hands.sees("tourMark")
    assert window._options.tour_seen


def test_escape_ends_the_hints_and_leaves_the_page(window, hands, qtbot):
    # given
    hands.press("homeSample")
    hands.find("tourHint")

    # when
    qtbot.keyClick(hands.find("tourNext"), Qt.Key.Key_Escape)

    # then
    assert not hands.sees("tourHint")
    hands.press("forwardButton")
    hands.find("workspace")
    assert not hands.sees("tourHint")


def test_hints_are_not_shown_twice_unless_asked(window, hands):
    # given
    window._options.tour_seen = True

    # when
    hands.press("homeSample")
    hands.find("reviewPage")
    shown_again = hands.sees("tourHint")
    hands.command("tour")

    # then
    assert not shown_again
    assert hands.sees("tourHint")
    hands.press("tourEnd")
    assert not hands.sees("tourHint")


def test_hints_can_be_asked_for_on_the_home_page_and_end_there(window, hands):
    # given
    hands.command("tour")
    hands.find("tourHint")

    # when
    hands.press("cancelReview")

    # then
    hands.find("homePage")
    hands.qtbot.waitUntil(lambda: not hands.sees("tourHint"))


def test_hints_are_shown_on_the_open_report_and_follow_the_window(window, hands, report, tmp_path):
    # given
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(report), path)
    window.open_path(path)
    hands.find("workspace")
    hands.find("verdict")  # what the last hint speaks of comes with the first check

    # when
    hands.command("tour")
    for _ in HINTS[2:]:
        hands.press("tourNext")
    before = hands.find("tourHint").pos()
    window.resize(window.width() + 40, window.height() + 60)

    # then
    assert hands.find("tourWords", QLabel).text() == HINTS[-1].words
    hands.qtbot.waitUntil(lambda: hands.find("tourHint").pos() != before)
    assert window.rect().contains(hands.find("tourHint").geometry())


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ((2025, 1, 22), "距 1月31日 还有 9 天"),
        ((2025, 1, 31), "今天 1月31日 到期"),
        ((2025, 2, 3), "1月31日 已过 3 天"),
        ((2025, 9, 1), ""),
    ],
)
def test_the_days_left_are_told_in_words(today, words):
    # then
    assert due_words(2024, Settings(), datetime.date(*today)) == words


def test_the_county_may_want_it_earlier():
    # then
    assert due_words(2024, Settings(due_day=20), datetime.date(2025, 1, 11)) == "距 1月20日 还有 9 天"


def test_the_line_at_the_bottom_tells_length_due_day_and_where_it_is_saved(window, hands, report, tmp_path):
    # given
    report.year = datetime.date.today().year
    report.section("overview").paragraphs.append(Paragraph(text="公开 信息" * 500))
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(report), path)

    # when
    window.open_path(path)
    hands.find("workspace")
    hands.qtbot.waitUntil(lambda: "字" in hands.find("statusWords", QLabel).text())

    # then
    count = sum(len("".join(one.text.split())) for _, _, one in report.paragraphs())
    assert hands.find("statusWords", QLabel).text() == f"全文 {count:,} 字"
    assert "距 1月31日 还有" in hands.find("statusDue", QLabel).text()
    written = datetime.datetime.fromtimestamp(path.stat().st_mtime)
    assert hands.find("statusSaved", QLabel).accessibleName() == f"已保存 {written:%H:%M}（{path}）"


def test_a_file_saved_on_another_day_says_so(window, hands, report, tmp_path):
    # given
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(report), path)
    then = datetime.datetime(2025, 1, 9, 14, 5).timestamp()
    os.utime(path, (then, then))

    # when
    window.open_path(path)
    hands.find("workspace")

    # then
    hands.qtbot.waitUntil(lambda: "1月9日 14:05" in hands.find("statusSaved", QLabel).accessibleName())


def test_a_narrow_line_keeps_the_verdict_and_that_it_is_saved(qtbot, make_session, report, tmp_path):
    # given
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(report), path)
    window = QWidget()
    qtbot.addWidget(window)
    bar = StatusLine(Settings())
    bar.setParent(window)
    window.show()
    bar.show_saved(make_session(report, path=path))
    bar.show_verdict(Verdict("还有 2 处必须改", "error", has_findings=True))
    bar.show_progress(Progress(1, 2, 3, 4, 1124), datetime.date.today().year)
    names = ("verdict", "statusSaved", "statusDue", "statusWords", "verdictHint")
    labels = {name: bar.findChild(QLabel, name) for name in names}

    # when: there is ever less room
    shown = []
    for count in range(len(names), 1, -1):
        bar.resize(sum(labels[name].minimumSizeHint().width() + 8 for name in names[:count]), 30)
        shown.append([name for name in names if not labels[name].isHidden()])

    # then
    assert shown == [list(names[:count]) for count in range(len(names), 1, -1)]
    qtbot.waitUntil(lambda: labels["statusSaved"].text().startswith("已保存"))


def test_words_give_way_from_the_middle_of_their_end(qtbot):
    # given
    label = ElidingLabel("words")
    qtbot.addWidget(label)
    label.show_words("已保存 14:05", "（D:\\年报\\一个很长很长的文件夹\\柳河镇.nianbao）")
    label.show()
    wide = label.sizeHint().width()

    # when
    shown = []
    for width in (wide, wide * 3 // 4, label.minimumSizeHint().width()):
        label.resize(width, 30)
        shown.append((label.text(), bool(label.toolTip())))

    # then
    (whole, _), (cut, cut_told), (least, least_told) = shown
    assert whole.endswith("柳河镇.nianbao）")
    assert cut.startswith("已保存 14:05（D:")
    assert "…" in cut
    assert cut.endswith("）")
    assert least == "已保存 14:05"
    assert (shown[0][1], cut_told, least_told) == (False, True, True)


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


def test_no_letter_of_the_page_is_that_of_another_button_or_menu(window, hands, remembered):
    # given
    recent.remember(remembered(2024, state=DRAFT, next=NEXT))
    window._home.show_recent(recent.load())

    # when
    texts = [one.text() for one in window._home.findChildren(QPushButton)]
    texts += [one.text() for one in window._home.findChildren(QLabel)]
    texts += [one.text() for one in window.menuBar().actions()]
    letters = [text.split("(&")[1][0] for text in texts if "(&" in text]

    # then
    assert len(letters) > 10
    assert sorted(letters) == sorted(set(letters))


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
