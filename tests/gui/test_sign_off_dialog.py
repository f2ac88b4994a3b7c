"""The way out of the house in the window: a clerk says how far the report is, and is told what is to be known of it."""

import datetime

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QListWidget, QPushButton, QRadioButton

from core import approval, recent, store
from core.deadline import due_date
from core.edits import SetField
from core.report import blank
from core.settings import Settings
from core.signing import written
from core.stages import DRAFT, HANDED_IN, IN_REVIEW, NAMES, SIGNED, STAGES
from core.store import ReportFile, write
from gui.keys import bare
from gui.panes.home_card_delegate import CARD
from tests.gui.conftest import OFFICE, Hands
from tests.samples import filled

TODAY = datetime.date.today()
BEFORE = TODAY - datetime.timedelta(3)
HIGHEST = 700  # of a screen of 768 without its bars


@pytest.fixture
def report(library):
    """A report with nothing left to mend."""
    return filled(library, "national-2021", 2024)[1]


@pytest.fixture
def opened(window, hands, tmp_path):
    """Return a function that opens a report from its file, checked and remembered."""

    def open_it(report):
        path = tmp_path / "柳河镇.nianbao"
        write(ReportFile(report), path)
        window.open_path(path)
        hands.find("workspace")
        hands.qtbot.waitUntil(lambda: bool(recent.load()))
        return window.desk.session

    return open_it


def ask(hands: Hands) -> QDialog:
    hands.command("signOff")
    return hands.find("signOffDialog", QDialog)


def choose(dialog: QDialog, stage: str) -> None:
    dialog.findChild(QRadioButton, f"signOff_{stage}").click()


def mark(dialog: QDialog) -> QPushButton:
    return dialog.findChild(QPushButton, "signOffMark")


def day(dialog: QDialog) -> QLineEdit:
    return dialog.findChild(QLineEdit, "signOffOn")


def note(dialog: QDialog) -> str:
    return dialog.findChild(QLabel, "signOffNote").text()


@pytest.mark.parametrize("stage", [SIGNED, HANDED_IN])
def test_a_day_that_is_not_the_one_below_the_report_is_told_and_forbids_nothing(opened, hands, report, stage):
    # given
    dated = TODAY - datetime.timedelta(9)
    report.section("signature").paragraphs[-1].text = written(dated)
    opened(report)
    dialog = ask(hands)

    # when
    choose(dialog, stage)
    day(dialog).setText(written(BEFORE))

    # then: only what is signed is to bear that day
    assert (f"落款日期是{written(dated)}，一般和签发是同一天" in note(dialog)) == (stage == SIGNED)
    assert mark(dialog).isEnabled()

    # when
    day(dialog).setText(written(dated))

    # then
    assert "落款日期" not in note(dialog)


def card(hands: Hands):
    return hands.find("recentList", QListWidget).item(0).data(CARD)


def saved(hands: Hands, session) -> None:
    hands.command("save")
    hands.qtbot.waitUntil(lambda: session.is_clean)


def test_what_asks_to_save_goes_once_it_is_saved(hands, opened, report):
    # given
    session = opened(report)
    dialog = ask(hands)
    choose(dialog, IN_REVIEW)
    mark(dialog).click()
    told = hands.window.statusBar()
    assert "保存以后" in told.currentMessage()

    # when
    saved(hands, session)

    # then
    assert told.currentMessage() == ""


def test_what_is_told_of_something_else_stays_while_it_is_saved(hands, opened, report):
    # given
    session = opened(report)
    session.edit(SetField("title", "年度报告"))
    hands.window.desk.say("填 120 格。")

    # when
    saved(hands, session)

    # then
    assert hands.window.statusBar().currentMessage() == "填 120 格。"


def test_the_keys_alone_send_a_report_to_review_and_undo_takes_it_back(hands, opened, report, qtbot):
    # given
    session = opened(report)
    dialog = ask(hands)
    qtbot.waitUntil(dialog.isActiveWindow)

    # when: the keys are on the stage where it is; one down, and Enter
    first = dialog.focusWidget()
    at_first = mark(dialog).isEnabled()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    words = bare(mark(dialog).text())
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    # then
    assert (first.objectName(), at_first, words) == ("signOff_draft", False, "标为待审")
    assert approval.stage_of(session.report) == IN_REVIEW
    assert approval.day_of(session.report, IN_REVIEW) == TODAY
    assert "已标为待审" in hands.window.statusBar().currentMessage()
    assert bare(hands.action("undo").text()) == "撤销：标为待审"
    hands.command("undo")
    assert approval.stage_of(session.report) == DRAFT
    hands.command("redo")
    assert approval.stage_of(session.report) == IN_REVIEW


def test_a_report_goes_all_the_way_and_the_home_page_says_each_stage(hands, opened, report):
    # given
    session = opened(report)
    seen = [card_after(hands, session)]

    # when
    for stage in (IN_REVIEW, SIGNED, HANDED_IN):
        dialog = ask(hands)
        choose(dialog, stage)
        mark(dialog).click()
        seen.append(card_after(hands, session))

    # then
    today = f"{TODAY.month}月{TODAY.day}日"
    assert [one.stage_name for one in seen] == [NAMES[stage] for stage in STAGES]
    assert [one.told_step for one in seen] == ["", f"{today} 送审", f"{today} 签发", f"{today} 报送"]
    assert [one.to_do for one in seen] == ["导出报送", "等领导审核签字", "报送并公开", ""]


def card_after(hands: Hands, session):
    """Save, and return what the home page will say."""
    saved(hands, session)
    return recent.load()[0]


def test_the_day_of_signing_is_asked_and_kept_in_the_file(hands, opened, report):
    # given
    session = opened(report)
    dialog = ask(hands)
    asked_before = day(dialog).isVisible()

    # when
    choose(dialog, SIGNED)
    proposed = day(dialog).text()
    day(dialog).setText(f"{BEFORE:%Y-%m-%d}")
    mark(dialog).click()
    saved(hands, session)

    # then
    assert not asked_before
    assert proposed == written(TODAY)
    assert approval.day_of(store.read(session.path).report, SIGNED) == BEFORE


@pytest.mark.parametrize(
    ("typed", "told", "can_go_on"),
    [
        ("下周三", "日期没看懂", False),
        ("", "日期没看懂", False),
        ("20250230", "2025年2月没有30日", False),
        (f"{TODAY + datetime.timedelta(40):%Y%m%d}", "还没有到", True),
        (f"{TODAY + datetime.timedelta(40):%Y-%m-%d}", "还没有到", True),
        (f"{BEFORE - datetime.timedelta(2):%Y-%m-%d}", "比送审的日期", True),
        (f"{BEFORE:%Y-%m-%d}", "落款日期是2025年", True),
    ],
    ids=[
        "no day",
        "empty",
        "none of the calendar",
        "eight figures",
        "to come",
        "before the review",
        "another than below the report",
    ],
)
def test_an_odd_day_is_told_and_only_what_is_no_day_holds_up(hands, opened, report, typed, told, can_go_on):
    # given
    session = opened(report)
    session.edit(approval.marking(session.report, IN_REVIEW, BEFORE))
    dialog = ask(hands)
    choose(dialog, SIGNED)

    # when
    day(dialog).setText(typed)

    # then: told to a screen reader as well
    assert told in note(dialog)
    assert mark(dialog).accessibleDescription() == note(dialog)
    assert mark(dialog).isEnabled() == can_go_on
    dialog.close()


def test_what_is_left_to_do_is_told_and_forbids_nothing(hands, opened, library):
    # given
    session = opened(blank(library.get("national-2021"), 2024, OFFICE))
    dialog = ask(hands)
    as_draft = note(dialog)

    # when
    choose(dialog, IN_REVIEW)
    told = note(dialog)
    mark(dialog).click()

    # then
    assert as_draft == ""
    assert "还没填完" in told or "必须改" in told
    assert "也可以先标" in told
    assert approval.stage_of(session.report) == IN_REVIEW


def test_what_was_changed_since_it_was_signed_is_told_everywhere_until_it_is_signed_again(
    hands, opened, report
):
    # given
    session = opened(report)
    title = session.report.title
    session.edit(approval.marking(session.report, SIGNED, BEFORE))

    # when
    session.edit(SetField("title", f"{title}（改）"))
    session.check()
    line = hands.window.statusBar().findChild(QLabel, "statusDue").accessibleName()
    changed = card_after(hands, session)
    dialog = ask(hands)
    told, words, proposed = note(dialog), bare(mark(dialog).text()), day(dialog).text()
    mark(dialog).click()
    again = card_after(hands, session)

    # then
    assert "签发后又改过" in line
    assert changed.stage_name == "已签发，又改过"
    assert "签发后又改过" in told
    assert (words, proposed) == ("按现在的内容重新标为已签发", written(TODAY))
    assert bare(hands.action("undo").text()) == "撤销：重新标为已签发"
    assert again.stage_name == "已签发"


def test_changed_back_it_is_signed_as_before(hands, opened, report):
    # given
    session = opened(report)
    session.edit(approval.marking(session.report, SIGNED, BEFORE))

    # when
    session.edit(SetField("title", "另一个标题"))
    hands.command("undo")
    dialog = ask(hands)

    # then: and nothing is to be marked
    assert note(dialog).startswith("落款日期是")
    assert "改过" not in note(dialog)
    assert not mark(dialog).isEnabled()
    assert bare(mark(dialog).text()) == "现在就是已签发"
    assert day(dialog).text() == written(BEFORE)
    dialog.close()


def test_the_day_alone_can_be_mended_and_the_stage_be_gone_back(hands, opened, report):
    # given
    session = opened(report)
    session.edit(approval.marking(session.report, IN_REVIEW, BEFORE))
    session.edit(approval.marking(session.report, SIGNED, BEFORE))

    # when
    dialog = ask(hands)
    day(dialog).setText(written(TODAY))
    words = bare(mark(dialog).text())
    mark(dialog).click()
    signed = approval.day_of(session.report, SIGNED)
    dialog = ask(hands)
    choose(dialog, IN_REVIEW)
    back = bare(mark(dialog).text())
    mark(dialog).click()

    # then
    assert (words, signed, back) == ("改日期", TODAY, "改回待审")
    assert approval.stage_of(session.report) == IN_REVIEW
    assert approval.day_of(session.report, IN_REVIEW) == BEFORE
    assert approval.day_of(session.report, SIGNED) is None


def test_a_number_alone_chooses_its_step_and_marks_nothing(hands, opened, report):
    # given
    session = opened(report)
    dialog = ask(hands)
    hands.qtbot.waitUntil(lambda: dialog.focusWidget() is not None)

    # when
    hands.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_3)

    # then
    signed = dialog.findChild(QRadioButton, f"signOff_{SIGNED}")
    assert signed.isChecked()
    assert dialog.focusWidget() is signed
    assert dialog.isVisible()
    assert session.report.approval is None

    # when: of the block of figures, from a button
    mark(dialog).setFocus()
    hands.qtbot.keyClick(mark(dialog), Qt.Key.Key_4, Qt.KeyboardModifier.KeypadModifier)

    # then
    assert dialog.findChild(QRadioButton, f"signOff_{HANDED_IN}").isChecked()
    assert session.report.approval is None

    # when: no choice has that number, and in the day it is a figure
    hands.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_5)
    day(dialog).setFocus()
    day(dialog).clear()
    hands.qtbot.keyClick(day(dialog), Qt.Key.Key_2)

    # then
    assert dialog.findChild(QRadioButton, f"signOff_{HANDED_IN}").isChecked()
    assert day(dialog).text() == "2"
    dialog.close()


def test_closing_the_dialog_changes_nothing(hands, opened, report):
    # given
    session = opened(report)
    dialog = ask(hands)
    choose(dialog, HANDED_IN)

    # when
    dialog.findChild(QPushButton, "signOffClose").click()

    # then
    assert session.report.approval is None
    assert session.is_clean


@pytest.mark.parametrize(
    ("stage", "is_changed", "told"),
    [
        (DRAFT, False, ""),
        (IN_REVIEW, False, ""),
        (SIGNED, False, "已签发；再改的话，要重新签发"),
        (HANDED_IN, False, "已报送；再改的话，要重新签发、报送"),
        (SIGNED, True, "签发后又改过，要重新签发"),
    ],
)
def test_whoever_opens_a_signed_report_is_told_so(hands, opened, report, stage, is_changed, told):
    # given
    approval.marking(report, stage, BEFORE).apply(report)
    if is_changed:
        report.title += "（改）"

    # when
    opened(report)

    # then
    said = hands.window.statusBar().currentMessage()
    assert told in said
    assert bool(said) == bool(told)


def test_nobody_waits_for_a_report_that_was_handed_in(hands, opened, report):
    # given: one that is due in days to come
    report.year = TODAY.year
    session = opened(report)
    due = due_date(report.year)
    line = hands.window.statusBar().findChild(QLabel, "statusDue")
    hands.qtbot.waitUntil(lambda: f"{due.month}月{due.day}日" in line.accessibleName())

    # when
    session.edit(approval.marking(session.report, HANDED_IN, TODAY))
    session.check()
    told = line.accessibleName()
    saved(hands, session)
    hands.command("goHome")

    # then
    assert told == f"{TODAY.month}月{TODAY.day}日 报送"
    assert card(hands).due == ""
    assert not hands.sees("homeContinue")


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_of_the_dialog_is_cut_in_any_size(window_on, qtbot, report, scale):
    # given: all that can be told at once
    window = window_on(QSize(1366, 768), Settings(scale=scale, office=OFFICE))
    report.values.clear()
    approval.marking(report, IN_REVIEW, BEFORE).apply(report)
    approval.marking(report, SIGNED, BEFORE).apply(report)
    report.title += "（改）"
    window.desk.open(ReportFile(report), None)
    dialog = ask(Hands(window, qtbot))

    # when
    day(dialog).setText(written(BEFORE - datetime.timedelta(5)))
    QApplication.processEvents()

    # then
    assert [words in note(dialog) for words in ("比送审的日期", "签发后又改过", "也可以先标")] == [True] * 3
    labels = [one for one in dialog.findChildren(QLabel) if one.isVisible() and one.wordWrap()]
    assert len(labels) == len(STAGES) + 1
    assert [one.text() for one in labels if one.height() < one.heightForWidth(one.width())] == []
    radios = dialog.findChildren(QRadioButton)
    assert [one.text() for one in radios if one.width() < one.sizeHint().width()] == []
    assert dialog.height() <= HIGHEST
    assert dialog.width() <= 1366
    dialog.close()
