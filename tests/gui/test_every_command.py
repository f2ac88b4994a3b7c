"""Every command in every state does something that can be seen or says why not; no key and no letter is taken twice."""

import re
from collections import defaultdict

import pytest
from PySide6.QtGui import QAction, QGuiApplication, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from core.checks.model import CellPlace, TextPlace
from core.report import PREFACE, SIGNATURE, Paragraph, Report, blank
from core.store import ReportFile
from gui.commands import COMMANDS
from gui.pages import pages_of

OFFICE = "清溪县柳河镇人民政府"
RULES = "disclosure.rules.made"
QUIET = {
    "words": {
        "cutCells",
        "copyCells",
        "pasteCells",
    },  # nothing is selected, or nothing to paste, as in any program
    "table": {"copyCells"},  # a blank cell is copied as nothing
    "outline": set(),
}
YEARS = {
    "national-2021": 2024,
    "national-2019": 2020,
    "national-2014": 2016,
    "weihai-2012": 2011,
    "plain-2008": 2012,
}
LETTER = re.compile("&([^&])")


def draft(library, form: str = "national-2021") -> Report:
    """A report with carried words and figures, and last year's behind it."""
    template, year = library.get(form), YEARS[form]
    last, report = blank(template, year - 1, OFFICE), blank(template, year, OFFICE)
    section = next(one for one in report.sections if one.id not in (PREFACE, SIGNATURE))
    for text in ("本镇设公开栏一处。", "全年没有收到申请。"):
        section.paragraphs.append(Paragraph(text=text, state="carried", origin=text))
    report.earlier = [last]
    return report


def open_at(window, qtbot, library, state: str) -> None:
    """Open the draft anew and put the clerk into a state."""
    desk = window.desk
    desk.options.preview_shown = False
    desk.open(ReportFile(draft(library)), None)
    if state == "words":
        desk.workspace.page.go_to(TextPlace("overview", 1, 0, 0, ""))
    elif state == "table":
        desk.workspace.page.go_to(CellPlace(RULES, ""))
    else:
        window.findChild(QWidget, "outline").setFocus()
    desk.session.check()
    window.activateWindow()
    settle(qtbot)


def settle(qtbot) -> None:
    for _ in range(3):
        qtbot.wait(5)


def seen(window) -> object:
    """What a clerk can see of the window and the clipboard, so that two looks can be told apart."""
    looks = [_look(one) for one in window.findChildren(QWidget) if one.isVisible()]
    focus = QApplication.focusWidget()
    return looks, focus, window.desk.session.undo_stack.index(), QGuiApplication.clipboard().text()


def _look(widget: QWidget) -> tuple[object, ...]:
    look: tuple[object, ...] = (type(widget).__name__, widget.objectName())
    if isinstance(widget, QLabel | QLineEdit | QAbstractButton) and widget.objectName() != "statusSaved":
        look += (widget.text(),)  # what was kept aside meanwhile is told there, whatever command was given
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        look += (widget.toPlainText(), widget.textCursor().position(), widget.textCursor().anchor())
    if isinstance(widget, QAbstractItemView):
        look += (widget.currentIndex().row(), widget.currentIndex().column())
    return (*look, widget.currentIndex()) if isinstance(widget, QTabWidget) else look


def dialogs(window) -> list[QDialog]:
    return [one for one in window.findChildren(QDialog) if one.isVisible()]


def close_dialogs(window, qtbot) -> None:
    for one in dialogs(window):
        one.close()
    settle(qtbot)


@pytest.mark.parametrize("state", QUIET)
@pytest.mark.parametrize("name", [one.name for one in COMMANDS if one.name != "quit"])
def test_each_command_on_a_report_shows_or_says_something(window, hands, qtbot, library, name, state):
    # given
    QGuiApplication.clipboard().clear()
    open_at(window, qtbot, library, state)
    before = seen(window)

    # when
    enabled = hands.action(name).isEnabled()
    hands.action(name).trigger()
    settle(qtbot)

    # then
    said = window.statusBar().currentMessage()
    does = bool(dialogs(window) or said) or window.desk.session is None or seen(window) != before
    assert does == (enabled and name not in QUIET[state])
    close_dialogs(window, qtbot)
    window.desk.close()


def test_on_the_home_page_and_over_a_review_no_command_needs_a_report_that_is_not_there(
    window, hands, qtbot, library
):
    # given
    places = {"home": lambda: None, "review": lambda: window.desk.opening.reviewing.show_last(draft(library))}
    for place, show in places.items():
        show()
        settle(qtbot)
        for command in COMMANDS:
            # when
            if command.name in ("quit", "tour"):
                continue
            action = hands.action(command.name)
            if (place, command.name) == ("review", "goHome"):  # leaves the review, and needs nothing else
                assert action.isEnabled()
                continue
            assert action.isEnabled() == (not command.needs_report), command.name
            action.trigger()
            settle(qtbot)

            # then
            assert dialogs(window) or not action.isEnabled(), command.name
            close_dialogs(window, qtbot)


def keys_taken_twice(window: QWidget) -> dict[str, list[str]]:
    """Return the keys that more than one enabled command of the window would hear."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in [*window.actions(), *(a for w in window.findChildren(QWidget) for a in w.actions())]:
        if isinstance(one, QAction) and one.isEnabled():
            for key in one.shortcuts() if one.shortcutContext().name != "WidgetShortcut" else []:
                found[key.toString()].add(one.objectName())
    for one in window.findChildren(QShortcut):
        parent = one.parent()
        if (
            one.isEnabled()
            and isinstance(parent, QWidget)
            and parent.isVisible()
            and parent.window() is window
        ):
            for key in one.keys():  # noqa: SIM118 - a shortcut is no dictionary
                found[key.toString()].add(f"{parent.objectName()}:{id(one)}")
    return {key: sorted(names) for key, names in found.items() if key and len(names) > 1}


def letters_taken_twice(window: QWidget) -> dict[str, list[str]]:
    """Return the letters that, with Alt, more than one thing in sight would hear."""
    found: dict[str, list[str]] = defaultdict(list)
    for widget in window.findChildren(QWidget):
        if widget.window() is window and widget.isVisible():
            for words in _with_letters(widget):
                for letter in LETTER.findall(words.replace("&&", "")):
                    found[letter.upper()].append(words)
    return {letter: words for letter, words in found.items() if len(words) > 1}


def _with_letters(widget: QWidget) -> list[str]:
    match widget:
        case QAbstractButton():
            return [widget.text()]
        case QLabel():
            return [widget.text()] if widget.buddy() and widget.buddy().isVisible() else []
        case QTabBar():
            return [widget.tabText(tab) for tab in range(widget.count())]
        case QMenuBar():
            return [action.text() for action in widget.actions()]
        case QGroupBox():
            return [widget.title()]
    return []


@pytest.mark.parametrize("form", YEARS)
def test_no_key_and_no_letter_is_taken_twice_on_any_page(window, hands, qtbot, library, form):
    # given
    clashes = [keys_taken_twice(window), letters_taken_twice(window)]
    window.desk.open(ReportFile(draft(library, form)), None)
    session, work = window.desk.session, window.desk.workspace
    hands.command("replace")
    hands.command("preview")
    window.findChild(QWidget, "linkOffer").show()

    # when
    for page in pages_of(session.template, session.report):
        work.page.show_page(page)
        for tab in range(work.side.count()):
            work.bring(work.side.widget(tab))
            clashes += [keys_taken_twice(window), letters_taken_twice(window)]

    # then
    assert [one for one in clashes if one] == []


def test_no_key_and_no_letter_is_taken_twice_over_a_review(window, hands, library):
    # when
    window.desk.opening.reviewing.show_last(draft(library))
    page = hands.find("reviewPage")

    # then: whatever is at hand in it
    clashes = [keys_taken_twice(window)]
    kinds = {entry.kind: entry for entry in page.review.entries()}
    for entry in kinds.values():
        page.go_to(entry.target)
        clashes.append(letters_taken_twice(window))
    assert len(clashes) > 2
    assert [one for one in clashes if one] == []


def test_words_of_a_list_are_copied_and_only_read_words_are_not_changed(window, hands, qtbot, library):
    # given
    open_at(window, qtbot, library, "outline")
    outline = window.findChild(QWidget, "outline")

    # when
    hands.command("copyCells")
    copied = QGuiApplication.clipboard().text()
    hands.command("cutCells")

    # then
    assert copied == outline.currentItem().text()
    assert "光标放进文字里" in window.statusBar().currentMessage()
    window.desk.close()


def test_cut_copy_and_paste_stand_in_the_menu_for_editing_and_work_in_any_field(
    window, hands, qtbot, library
):
    # given
    menus = {one.name: one.menu for one in COMMANDS}
    open_at(window, qtbot, library, "words")
    window.desk.workspace.page.show_page(
        pages_of(window.desk.session.template, window.desk.session.report)[0]
    )
    field = hands.find("reportTitle", QLineEdit)
    field.setFocus()
    field.setText("年度报告")
    field.selectAll()

    # when
    hands.command("cutCells")
    emptied = field.text()
    hands.command("pasteCells")
    hands.command("pasteCells")

    # then
    assert {menus[name] for name in ("cutCells", "copyCells", "pasteCells")} == {"编辑(&E)"}
    assert (emptied, field.text()) == ("", "年度报告年度报告")
    window.desk.close()


@pytest.mark.parametrize(
    "name",
    [
        "settings",
        "newReport",
        "versionHistory",
        "zeroGuide",
        "exportReport",
        "print",
        "signOff",
        "help",
        "insertNumber",
    ],
)
def test_no_letter_is_taken_twice_in_a_dialog(window, hands, qtbot, library, name):
    # given
    open_at(window, qtbot, library, "words")

    # when
    hands.command(name)
    settle(qtbot)

    # then
    assert len(dialogs(window)) == 1
    assert letters_taken_twice(dialogs(window)[0]) == {}
    close_dialogs(window, qtbot)
