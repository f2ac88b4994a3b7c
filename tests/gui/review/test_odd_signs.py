"""The review writes a character that cannot be printed as the checks do, whatever sign a font has for it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QPlainTextEdit

from gui.panes.review_list import ReviewList
from tests.gui.review.conftest import SOURCE, go_to, shown

PRIVATE = "\ue004"


def test_a_private_character_is_a_box_in_source_places_and_reason(window, hands, qtbot, tmp_path):
    # given
    path = tmp_path / "去年.txt"
    title = "五、存在的主要问题及改进情况"
    path.write_text(SOURCE.replace(title, title + PRIVATE), encoding="utf-8")

    # when
    window.desk.opening.read(path, forward_first=True)
    page = shown(hands, qtbot)
    go_to(page, qtbot, "section:problems")

    # then
    listed = page.findChild(QListWidget, "importNotes")
    places = [listed.item(row).text() for row in range(listed.count())]
    labels = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    source = page.findChild(QPlainTextEdit, "sourceLines").toPlainText()
    assert [one for one in places if title in one and "印不出来的字符，纸上是方框" in one]
    assert [one for one in labels if f"{title}□" in one]
    assert f"{title}□" in source
    assert PRIVATE not in "".join((*places, *labels, source))


def test_it_is_a_box_in_the_choice_of_a_section_and_where_words_went(window, hands, qtbot, tmp_path):
    # given: a year of a form whose sections have titles of their own
    path = tmp_path / "以前.txt"
    title = "五、存在的主要问题及改进情况"
    older = SOURCE.replace("2024年", "2017年").replace("2023年", "2016年")
    path.write_text(older.replace(title, title + PRIVATE), encoding="utf-8")
    window.desk.opening.read(path, forward_first=True)
    page = shown(hands, qtbot)
    assert not page.review.template.fixed_sections
    go_to(page, qtbot, "left:0")

    # when
    box = hands.find("wordsSection", QComboBox)
    offered = [box.itemText(row) for row in range(box.count())]
    box.setCurrentIndex(next(row for row, name in enumerate(offered) if "存在的主要问题" in name))
    hands.press("acceptButton")

    # then
    said = hands.find("reviewTold").text()
    assert any(name.endswith("存在的主要问题及改进情况□") for name in offered)
    assert "情况□”，按 Ctrl+Z 可以撤销。" in said
    assert PRIVATE not in "".join((*offered, said))


def test_such_a_character_is_drawn_as_a_box_among_what_was_read(page):
    # given
    shown_in = page.findChild(ReviewList)
    entry = next(one for one in page.review.entries() if one.kind == "paragraph")
    delegate = shown_in.itemDelegate()

    # when
    looks = {}
    for char in (PRIVATE, "□", "字"):
        picture = QImage(400, 80, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        with QPainter(picture) as painter:
            delegate.draw(painter, replace(entry, text=f"公开{char}栏"), picture.rect(), "")
        looks[char] = picture

    # then
    assert looks[PRIVATE] == looks["□"]
    assert looks[PRIVATE] != looks["字"]
