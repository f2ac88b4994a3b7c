"""A long session leaves nothing behind: panes, dialogs and reports go, and what sets pages is in another process."""

import gc
import weakref
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLabel, QLineEdit, QTextEdit

from core.checks.model import CellPlace, TextPlace
from core.export import pdf, word
from core.importers.sandbox import PagePicture
from core.settings import Settings
from core.store import ReportFile
from gui.pages import pages_of
from gui.panes.review_pictures import PagePictures
from gui.theme import Theme
from tests.samples import filled

ROUNDS = 4
DIALOGS = ("help", "settings", "versionHistory", "exportReport", "zeroGuide", "commandSearch", "newReport")
Counted = Counter[tuple[str, str]]


@pytest.fixture
def opened(window, library):
    """A function that opens the sample anew, as a report of its own."""

    def open_report() -> None:
        _, report = filled(library, "national-2021", 2024)
        window.desk.open(ReportFile(report), None)
        settle()

    open_report()
    yield open_report
    window.desk.end()


def settle() -> None:
    """Let go what was put away."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


def objects(window) -> Counted:
    """Everything of Qt in the window and beside it, by kind and name."""
    roots = {window, *QApplication.topLevelWidgets()}
    every = [one for root in roots for one in (root, *root.findChildren(QObject))]
    return Counter((one.metaObject().className(), one.objectName()) for one in every)


def grown(window, step) -> Counted:
    """What there is more after some rounds than after the second, in which all is there that is made once."""
    counts = []
    for number in range(ROUNDS):
        step(number)
        settle()
        counts.append(objects(window))
    return counts[-1] - counts[1]


def test_reports_opened_one_after_the_other_leave_nothing(window, opened):
    # given
    known = []

    def step(_number: int) -> None:
        opened()
        desk = window.desk
        desk.session.check()
        known.append([weakref.ref(one) for one in (desk.session, desk.workspace, desk.session.report)])

    # when
    more = grown(window, step)

    # then
    assert not more
    assert [one() for before in known[:-1] for one in before] == [None] * 3 * (ROUNDS - 1)
    assert all(one() is not None for one in known[-1])


def test_another_look_leaves_nothing_of_the_one_before(undressed, window_on, library, qtbot):
    # given
    options = Settings()
    window = window_on(window_size(), options)
    _, report = filled(library, "national-2021", 2024)
    window.desk.open(ReportFile(report), None)
    known = []

    def step(number: int) -> None:
        options.theme, options.scale = ("dark", "light")[number % 2], (125, 100)[number % 2]
        window._dress()
        known.append(weakref.ref(window.desk.workspace))

    # when
    more = grown(window, step)

    # then
    assert not more
    assert [one() for one in known[:-1]] == [None] * (ROUNDS - 1)


def window_size():
    return QApplication.primaryScreen().size()


@pytest.mark.parametrize("command", DIALOGS)
def test_a_dialog_that_is_closed_leaves_nothing(window, opened, hands, command):
    # given
    known = []

    def step(_number: int) -> None:
        hands.command(command)
        dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
        known.append(weakref.ref(dialog))
        dialog.reject()

    # when
    more = grown(window, step)

    # then
    assert not more
    assert [one() for one in known] == [None] * ROUNDS


def test_going_through_the_sections_and_typing_figures_leaves_nothing(window, opened, hands):
    # given
    session, page = window.desk.session, window.desk.workspace.page
    pages = pages_of(session.template, session.report)

    def step(_number: int) -> None:
        for one in pages:
            page.show_page(one)
        page.go_to(CellPlace("disclosure.documents.made", ""))
        view = hands.find("tableView")
        QTest.keyClick(view, Qt.Key.Key_7)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    # when
    more = grown(window, step)

    # then
    assert not more


def test_the_preview_shown_and_closed_leaves_nothing(window, opened, hands):
    # given
    def step(_number: int) -> None:
        hands.command("preview")
        settle()
        hands.command("preview")

    # when
    more = grown(window, step)

    # then
    assert not more


@pytest.fixture
def no_pages_here(monkeypatch) -> None:
    """Pages set in the process of the window would keep forty megabytes of fonts there."""

    def refuse(*_given, **_named):
        pytest.fail("written in the process of the window")

    for module in (pdf, word):
        monkeypatch.setattr(module, "write", refuse)
    monkeypatch.setattr(pdf, "render", refuse)


@pytest.mark.usefixtures("no_pages_here")
def test_pages_are_set_and_exported_by_another_process(window, opened, hands, tmp_path: Path):
    # given
    hands.command("exportReport")
    fonts = hands.find("exportFonts", QLabel)

    # when
    hands.qtbot.waitUntil(lambda: "正文" in fonts.text(), timeout=30_000)
    hands.find("exportFolder", QLineEdit).setText(str(tmp_path))
    for name in ("docx", "pdf", "package"):
        hands.find(f"format_{name}", QCheckBox).setChecked(True)
    hands.press("startExport")
    hands.qtbot.waitUntil(lambda: hands.sees("exportedFiles"), timeout=60_000)

    # then
    assert {one.suffix for one in tmp_path.iterdir()} == {".docx", ".pdf", ".zip"}
    hands.find("exportDialog").reject()


def page_as_png(number: int) -> bytes:
    image = QImage(200, 300, QImage.Format.Format_RGB32)
    image.fill(number)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return data.data()


def test_of_the_pages_of_the_source_one_alone_is_kept_as_an_image(qtbot):
    # given
    pictures = PagePictures(Theme.load("light"))
    qtbot.addWidget(pictures)
    pictures.show()

    # when
    for number in range(20):
        pictures.go_to(number, now=True)
        pictures.show_picture(number, PagePicture.model_construct(png=page_as_png(number)))
    pictures.go_to(3, now=True)

    # then
    gc.collect()
    images = [one for one in vars(pictures).values() if isinstance(one, QImage)]
    held = [one for one in gc.get_referents(*vars(pictures).values()) if isinstance(one, QImage)]
    assert len([*images, *held]) == 1
    label = pictures.findChild(QLabel, "pagePicture")
    assert label.pixmap().toImage().pixel(1, 1) & 0xFFFFFF == 3


def test_what_was_typed_in_one_go_goes_with_its_report(window, opened, hands):
    # given
    known = []

    def step(_number: int) -> None:
        opened()
        window.desk.workspace.page.go_to(TextPlace("overview", 0, 0, 0, ""))
        QTest.keyClicks(hands.find("proseEditor", QTextEdit), "111")
        known.append(weakref.ref(window.desk.session.report))

    # when
    grown(window, step)
    window.desk.close()
    settle()

    # then
    assert [one() for one in known] == [None] * ROUNDS
