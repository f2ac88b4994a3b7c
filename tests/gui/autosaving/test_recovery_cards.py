"""The cards of what was left behind on the home page."""

from PySide6.QtWidgets import QFrame, QLabel, QPushButton

from tests.gui.autosaving.conftest import found, left_behind


def cards(window) -> list[QFrame]:
    found = [one for one in window.findChildren(QFrame, "recoveryCard") if one.isVisible()]
    return sorted(found, key=lambda one: one.y())


def day_of(card: QFrame) -> str:
    return card.findChild(QLabel, "recoveryWords").accessibleName().split("1月")[1].split(" ")[0]


def listed(window) -> list[str]:
    return [day_of(one) for one in cards(window)]


def in_sight(window) -> list[str]:
    return [day_of(one) for one in cards(window) if not one.visibleRegion().isEmpty()]


def test_many_are_scrolled_and_what_goes_makes_room(window, hands, qtbot, report):
    # given
    for number, name in enumerate("abcde"):
        left_behind(report, at=f"2026-01-0{number + 1}T10:00:00", name=name)

    # when
    found(window, hands)

    # then: newest first, three of them in sight
    assert listed(window) == ["5日", "4日", "3日", "2日", "1日"]
    assert in_sight(window) == ["5日", "4日", "3日"]

    # when: the last one in sight goes
    card = cards(window)[2]
    card.findChild(QPushButton, "dropRecoveryButton").click()
    hands.press("dropButton")

    # then
    qtbot.waitUntil(lambda: in_sight(window) == ["5日", "4日", "2日"])


def test_another_look_keeps_the_cards(window, hands, report, undressed):
    # given
    left_behind(report)
    found(window, hands)

    # when
    window._options.theme = "dark"
    window._dress()

    # then
    hands.press("recoverButton")
    hands.find("workspace")


def test_the_keys_reach_the_cards_first(window, hands, report):
    # given
    left_behind(report)
    found(window, hands)
    buttons = [hands.find("recoverButton"), hands.find("dropRecoveryButton"), hands.find("homeLastYear")]

    # when
    buttons[0].setFocus()
    reached = []
    for _ in buttons:
        reached.append(window.focusWidget())
        window.focusNextChild()

    # then
    assert reached == buttons
