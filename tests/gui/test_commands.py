"""The table of commands."""

from collections import Counter

from core.paths import RESOURCES
from gui.commands import COMMANDS

PROMISED = {
    "newReport", "openReport", "openLastYear", "importFile", "copyForward", "save", "undo", "redo", "checkAll",
    "nextFinding", "applyFix", "exportReport", "help", "preview", "print",
    "settings", "versionHistory", "signOff",
}  # fmt: skip


def test_names_and_keys_are_unique():
    # then
    for values in (
        [one.name for one in COMMANDS],
        [key for one in COMMANDS for key in one.shortcut.split("; ") if key],
    ):
        assert [value for value, count in Counter(values).items() if count > 1] == []


def test_what_is_promised_is_there():
    # then
    assert {one.name for one in COMMANDS} >= PROMISED


def test_each_entry_of_a_menu_has_a_letter_of_its_own():
    # given
    letters = Counter((one.menu, one.text.split("&")[1][0]) for one in COMMANDS)

    # then
    assert [place for place, count in letters.items() if count > 1] == []


def test_on_the_home_page_only_what_needs_no_report_is_offered(hands):
    # then
    for command in COMMANDS:
        assert hands.action(command.name).isEnabled() == (not command.needs_report)


def test_the_manual_opens_and_names_every_key(hands):
    # when
    hands.command("help")

    # then
    text = hands.find("manualText").toPlainText()
    assert "六步做完一份报告" in text
    page = (RESOURCES / "help" / "index.md").read_text("utf-8")
    assert [
        key
        for key in ("F5", "F6", "F7", "F8", "F9", "Ctrl+P", "Ctrl+E", "Ctrl+S", "Ctrl+回车")
        if key not in page
    ] == []
