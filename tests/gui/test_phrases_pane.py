"""The pane of standard sentences: those of the section at hand, filled in as the report is now."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from core import phrases
from core.edits import SetField
from gui.panes.phrases import PhrasesPane


@pytest.fixture
def pane(session, qtbot):
    pane = PhrasesPane(session)
    qtbot.addWidget(pane)
    pane.resize(320, 480)
    pane.show_section("overview")
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def titles(pane) -> list[str]:
    return [pane.list.item(row).text() for row in range(pane.list.count())]


def sentence(pane) -> str:
    return pane.findChild(QPlainTextEdit, "phraseSentence").toPlainText()


def known(session, section: str) -> list:
    every = phrases.for_template(session.library, session.template.id)
    return [one for one in every if one.section == section]


@pytest.mark.parametrize("section", ["overview", "problems", "other"])
def test_the_sentences_of_the_section_at_hand_are_offered_and_the_first_one_shown(pane, session, section):
    # when
    pane.show_section(section)

    # then
    wanted = known(session, section)
    assert titles(pane) == [one.title for one in wanted]
    assert pane.list.currentRow() == 0
    assert sentence(pane) == phrases.fill(wanted[0], session.report)
    assert pane.list.item(0).toolTip() == wanted[0].title


def test_a_section_without_any_says_so_and_has_nothing_to_put_in(pane, qtbot):
    # when
    pane.show_section("preface")

    # then
    assert titles(pane) == []
    assert sentence(pane) == "这一部分没有常用语。"
    assert not pane.findChild(QPushButton, "insertPhraseNow").isEnabled()
    with qtbot.assertNotEmitted(pane.sentence_chosen):
        qtbot.keyClick(pane.list, Qt.Key.Key_Return)

    # when
    pane.show_section("problems")

    # then
    assert pane.findChild(QPushButton, "insertPhraseNow").isEnabled()


def test_the_pane_shows_the_section_reached_while_it_was_out_of_sight(pane, session):
    # given
    pane.hide()
    pane.show_section("problems")

    # when
    pane.show()

    # then
    assert titles(pane) == [one.title for one in known(session, "problems")]
    assert sentence(pane) == phrases.fill(known(session, "problems")[0], session.report)


def test_the_line_at_hand_stays_when_the_pane_comes_into_sight_again(pane):
    # given
    pane.list.setCurrentRow(2)
    chosen = sentence(pane)

    # when
    pane.hide()
    pane.show()

    # then
    assert pane.list.currentRow() == 2
    assert sentence(pane) == chosen


def test_the_sentence_follows_the_report_in_sight_and_out_of_it(pane, session):
    # given
    first = known(session, "overview")[0]
    for name, hidden in (("清溪县白石镇人民政府", False), ("清溪县青山镇人民政府", True)):
        # when
        pane.setVisible(not hidden)
        session.edit(SetField("office", name))
        pane.show()

        # then
        assert name[3:6] in sentence(pane)
        assert sentence(pane) == phrases.fill(first, session.report)


def test_a_double_click_puts_the_sentence_in(pane, qtbot):
    # given
    item = pane.list.item(2)
    place = pane.list.visualItemRect(item).center()

    # when
    with qtbot.waitSignal(pane.sentence_chosen) as told:
        qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    # then
    assert [one.text for one in told.args] == [sentence(pane)]
