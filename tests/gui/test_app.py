"""The start of the program: look, language, templates of the clerk's own."""

import shutil

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox

from core import paths, settings
from core.paths import RESOURCES
from core.settings import Settings
from gui import app, theme


@pytest.fixture
def undressed(qapp):
    """The application, given back as it was."""
    font, palette, style = qapp.font(), qapp.palette(), qapp.style().objectName()
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def start(undressed, qtbot):
    def start():
        window = app.build(undressed)
        qtbot.addWidget(window)
        window.show()
        return window

    return start


def test_qts_own_words_are_chinese(start, qtbot):
    # given
    start()

    # when
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)

    # then
    assert buttons.button(QDialogButtonBox.StandardButton.Cancel).text() == "取消"


def test_a_theme_that_is_no_more_is_the_light_one(start, undressed):
    # given
    settings.save(Settings(theme="of another version"))

    # when
    start()

    # then
    assert "#ffffff" in undressed.styleSheet()


def test_templates_of_the_clerks_own_folder_are_known(start):
    # given
    own = paths.home() / "templates" / "own"
    shutil.copytree(RESOURCES / "templates" / "plain-2008", own)
    text = (own / "template.toml").read_text("utf-8").replace('id = "plain-2008"', 'id = "own-2008"', 1)
    (own / "template.toml").write_text(text, "utf-8")

    # then
    assert "own-2008" in start()._library().templates


def test_without_a_chinese_font_the_bundled_one_is_used(start, undressed, monkeypatch):
    # given
    monkeypatch.setattr(theme.QFontDatabase, "families", lambda *_: [])

    # when
    start()

    # then
    assert undressed.font().families()[0].startswith("Nianbao")


def test_a_template_that_cannot_be_used_is_named_once_at_the_start(start, qtbot):
    # given
    own = paths.home() / "templates" / "own"
    own.mkdir(parents=True)
    (own / "template.toml").write_text('id = "own"\nname = "半份"\n', "utf-8")

    # when
    window = start()

    # then
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "noticeBox") is not None)
    box = window.findChild(QMessageBox, "noticeBox")
    assert "template.toml" in box.text()
    assert "缺少这一项" in box.text()
    box.close()
