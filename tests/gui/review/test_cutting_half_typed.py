"""Lines that are only half typed, then a cut or a join: it is done where the cursor stands, whatever became of the lines."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from core.importers.reviewing import OUT
from gui.panes.review_list import ReviewList
from tests.gui.review.conftest import press
from tests.gui.review.test_cutting import (
    CTRL,
    FIRST,
    SECOND,
    choose,
    entries,
    menu_at,
    put_cursor,
    source,
    words,
)

__all__ = ["entries", "source"]

CUT, JOIN_BEFORE, JOIN_BEHIND = "从这里断成两段", "和上一段接起来", "和下一段接起来"


@pytest.fixture
def box(entries, hands, qtbot):
    """The words of the first paragraph, with the keyboard."""
    press(qtbot, Qt.Key.Key_F2)
    return words(hands)


def begin_line_behind(box, qtbot, before: str) -> None:
    put_cursor(box, box.toPlainText().index(before) + len(before))
    press(qtbot, Qt.Key.Key_Return)


def texts(page, section: str) -> list[str]:
    return [one.text for one in page.review.report().section(section).paragraphs]


def test_delete_behind_half_typed_lines_joins_the_last_of_them_to_the_next(page, box, hands, qtbot):
    # given
    begin_line_behind(box, qtbot, "2023年，")
    press(qtbot, Qt.Key.Key_End, CTRL)

    # when
    press(qtbot, Qt.Key.Key_Delete)

    # then: the clerk's own cut stays
    assert texts(page, "overview") == ["2023年，", f"本镇公开信息37条。{SECOND}"]
    assert page.here == "overview/0~1"
    assert words(hands).textCursor().position() == len("本镇公开信息37条。")
    assert QApplication.focusWidget() is words(hands)


def test_backspace_before_half_typed_lines_joins_the_first_of_them(page, entries, hands, qtbot):
    # given
    choose(entries, "overview/1")
    press(qtbot, Qt.Key.Key_F2)
    begin_line_behind(words(hands), qtbot, "（一）依申请公开。")
    press(qtbot, Qt.Key.Key_Home, CTRL)

    # when
    press(qtbot, Qt.Key.Key_Backspace)

    # then
    assert texts(page, "overview") == [f"{FIRST}（一）依申请公开。", "全年收到申请2件。"]
    assert words(hands).textCursor().position() == len(FIRST)


@pytest.mark.parametrize(
    ("at", "name", "made"),
    [
        ("公开", JOIN_BEFORE, ["2023年，本镇公开", "信息37条。", SECOND]),
        ("公开", JOIN_BEHIND, ["2023年，", "本镇公开信息37条。", SECOND]),
        ("2023", JOIN_BEHIND, ["2023年，本镇公开", "信息37条。", SECOND]),
    ],
)
def test_the_menu_joins_the_line_in_which_the_cursor_stands(page, box, hands, qtbot, at, name, made):
    # given: three lines, with a blank one among them
    begin_line_behind(box, qtbot, "2023年，")
    begin_line_behind(box, qtbot, "本镇公开")
    press(qtbot, Qt.Key.Key_Return)
    put_cursor(box, box.toPlainText().index(at))

    # when
    menu_at(box, hands, name)

    # then
    assert texts(page, "overview") == made


def test_the_menu_of_the_list_joins_the_last_half_typed_line_to_the_next(page, box, entries, hands, qtbot):
    # given
    begin_line_behind(box, qtbot, "2023年，")
    put_cursor(box, 0)
    entries.setFocus()

    # when
    menu_at(entries, hands, JOIN_BEHIND)

    # then
    assert texts(page, "overview") == ["2023年，", f"本镇公开信息37条。{SECOND}"]


def test_behind_a_half_typed_line_the_clerk_goes_on_behind_the_new_cut(page, box, hands, qtbot):
    # given
    begin_line_behind(box, qtbot, "2023年，")
    put_cursor(box, box.toPlainText().index("信息"))

    # when
    menu_at(box, hands, CUT)

    # then
    assert texts(page, "overview") == ["2023年，", "本镇公开", "信息37条。", SECOND]
    assert words(hands).toPlainText() == "信息37条。"
    assert QApplication.focusWidget() is words(hands)
    assert words(hands).textCursor().position() == 0


def test_before_a_half_typed_line_the_clerk_goes_on_between_both_cuts(page, box, hands, qtbot):
    # given: a letter that takes two places in Qt stands before it
    begin_line_behind(box, qtbot, "2023年，")
    put_cursor(box, 0)
    box.insertPlainText("𠮷")
    put_cursor(box, len("𠮷2") + 1)

    # when
    menu_at(box, hands, CUT)

    # then
    assert texts(page, "overview") == ["𠮷2", "023年，", "本镇公开信息37条。", SECOND]
    assert words(hands).toPlainText() == "023年，"


@pytest.mark.parametrize(("section", "kind"), [("problems", "paragraph"), (OUT, "left")])
def test_what_was_given_another_place_is_cut_there_and_the_keys_stay_in_it(
    page, box, hands, qtbot, section, kind
):
    # given: another section is chosen, and that does not count yet
    place = hands.find("wordsSection", QComboBox)
    place.setCurrentIndex(place.findData(section))
    box.setFocus()
    put_cursor(box, len("2023年，"))

    # when
    menu_at(box, hands, CUT)

    # then
    assert texts(page, "overview") == [SECOND]
    listed = [one.text for one in page.review.entries() if one.kind == kind]
    at = listed.index("2023年，")
    assert listed[at + 1] == "本镇公开信息37条。"
    assert hands.find("reviewList", ReviewList).entry().text == "本镇公开信息37条。"
    assert QApplication.focusWidget() is words(hands)
    assert words(hands).toPlainText() == "本镇公开信息37条。"


def test_what_was_cut_off_is_cut_again_with_another_line_half_typed(page, box, hands, qtbot):
    # given
    put_cursor(box, len("2023年，"))
    menu_at(box, hands, CUT)
    begin_line_behind(words(hands), qtbot, "本镇")
    put_cursor(words(hands), words(hands).toPlainText().index("37"))

    # when
    menu_at(words(hands), hands, CUT)

    # then
    assert texts(page, "overview") == ["2023年，", "本镇", "公开信息", "37条。", SECOND]
    assert words(hands).toPlainText() == "37条。"


def test_where_nothing_is_behind_the_last_half_typed_line_the_keys_stay_in_it(page, entries, hands, qtbot):
    # given
    choose(entries, "overview/1")
    press(qtbot, Qt.Key.Key_F2)
    begin_line_behind(words(hands), qtbot, "（一）依申请公开。")
    press(qtbot, Qt.Key.Key_End, CTRL)

    # when
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.keyClicks(QApplication.focusWidget(), "a")
    page.finish_typing()

    # then
    assert texts(page, "overview") == [FIRST, "（一）依申请公开。", "全年收到申请2件。a"]
    assert "最后一段" in hands.find("reviewTold").text()
