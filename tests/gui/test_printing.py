"""Printing: through a real print server to a virtual printer, and what the dialog says and does."""

import os
import subprocess
import sys

import pytest
from PIL import Image, ImageChops, ImageStat
from pypdfium2 import PdfDocument
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QMessageBox, QPushButton

from core.edits import SetCells
from core.export import pdf
from core.export.pictures import Pictures
from core.export.typesetter import Typesetter
from core.layout import lay_out
from core.paths import RESOURCES
from core.store import ReportFile
from gui.dialogs.printing import pages_in
from gui.printing import PrintRun, new_printer
from tests.gui import virtual_printer
from tests.samples import filled

ROOT = RESOURCES.parent
A4 = (595.276, 841.89)
DPI, FINER = 60, 5
_CLOSE = 3.0  # of 255: what drawing thin strokes at another sharpness makes of it


@pytest.fixture
def printer():
    why = virtual_printer.why_not()
    if why:
        pytest.skip(why)
    with virtual_printer.switched_on() as printer:
        yield printer


def grey(page) -> Image.Image:
    """A page as a small picture, each point the mean of what is drawn there."""
    return page.render(scale=DPI * FINER / 72, grayscale=True).to_pil().convert("L").reduce(FINER)


def difference(one, other) -> float:
    """The mean difference of two pages, of 255; filters of the server may move the page by half a millimetre."""
    first, second = grey(one), grey(other)
    assert all(abs(a - b) <= 1 for a, b in zip(first.size, second.size, strict=True))
    width, height = (min(pair) - 2 for pair in zip(first.size, second.size, strict=True))
    here = second.crop((1, 1, width, height))
    moved = (first.crop((x, y, x + width - 1, y + height - 1)) for x in range(3) for y in range(3))
    return min(ImageStat.Stat(ImageChops.difference(one, here)).mean[0] for one in moved)


@pytest.mark.parametrize(
    ("pages", "sides", "expected"), [("", "one", None), ("2-4", "odd", [2])], ids=["all", "odd of a range"]
)
def test_the_paper_shows_the_pages_of_the_pdf_at_their_own_size(printer, tmp_path, pages, sides, expected):
    # when
    command = [sys.executable, "-m", "tests.gui.print_clerk", str(tmp_path), pages, sides]
    environment = os.environ | printer.environment | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    paper = PdfDocument(printer.wait().read_bytes())
    ours = PdfDocument((tmp_path / "ours.pdf").read_bytes())

    # then
    numbers = expected if expected is not None else list(range(len(ours)))
    assert len(paper) == len(numbers)
    for sheet, number in enumerate(numbers):
        assert paper.get_page_size(sheet) == pytest.approx(A4, abs=0.8)
        same = difference(paper[sheet], ours[number])
        assert same < _CLOSE
        assert same < difference(paper[sheet], ours[(number + 1) % len(ours)]) / 2
    assert f"已送到打印机“{virtual_printer.NAME}”：{len(numbers)} 页。" in done.stdout
    assert "实际大小（100%）" in done.stdout


@pytest.fixture
def pages(library):
    template, report = filled(library, "national-2021", 2024)
    pages = Pictures(pdf.write(lay_out(template, report)))
    yield pages
    pages.close()


def to_file(path) -> QPrinter:
    printer = new_printer("年报")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


@pytest.fixture
def tasks(qapp):
    from gui.tasks import Tasks

    tasks = Tasks()
    yield tasks
    tasks.close()


class Heard(QObject):
    """What a run said."""

    done = Signal()

    def __init__(self, run: PrintRun) -> None:
        super().__init__()
        self.progress: list[tuple[int, int]] = []
        self.errors: list[BaseException] = []
        run.progressed.connect(lambda done, of: self.progress.append((done, of)))
        run.failed.connect(self.errors.append)
        run.failed.connect(self.done)
        run.finished.connect(self.done)


def test_a_point_of_the_page_is_a_point_of_the_paper(pages, tasks, qtbot, tmp_path):
    # given
    run = PrintRun(to_file(tmp_path / "out.pdf"), pages, [0, 2], tasks, tasks)
    heard = Heard(run)

    # when
    with qtbot.waitSignal(heard.done, timeout=60_000):
        run.start()

    # then
    paper = PdfDocument((tmp_path / "out.pdf").read_bytes())
    assert heard.progress == [(0, 2), (1, 2), (2, 2)]
    assert [paper.get_page_size(number) for number in (0, 1)] == [pytest.approx(A4, abs=0.8)] * 2
    assert difference(paper[1], pages._document[2]) < _CLOSE


def test_cancelled_work_leaves_nothing_half_done(pages, tasks, qtbot, tmp_path):
    # given
    run = PrintRun(to_file(tmp_path / "out.pdf"), pages, [0, 1, 2], tasks, tasks)
    heard = Heard(run)

    # when
    run.start()
    run.cancel()

    # then
    assert heard.progress == [(0, 3)]
    assert not run._painter.isActive()
    assert heard.errors == []


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_said_in_a_sentence(pages, tasks, tmp_path):
    # given: what it prints into is not there
    printer = to_file(tmp_path / "none" / "out.pdf")
    run = PrintRun(printer, pages, [0], tasks, tasks)
    heard = Heard(run)

    # when
    run.start()

    # then
    assert "报告没有变化" in str(heard.errors[0])
    assert not QPainter.isActive(run._painter)


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("", [0, 1, 2, 3, 4]), ("1-3,5", [0, 1, 2, 4]), ("2", [1]), ("4－5，1", [0, 3, 4]), ("1 3", [0, 2]),
        ("0", []), ("6", []), ("3-1", []), ("全部", []), ("1-", []),
    ],
)  # fmt: skip
def test_ranges_of_pages(text, pages):
    # then
    assert pages_in(text, 5) == pages


@pytest.fixture
def asked(window, hands, library, monkeypatch):
    """The dialog over a report, on a computer with one printer."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["办公室"]))
    _, report = filled(library, "national-2021", 2024)
    window.desk.open(ReportFile(report), None)
    hands.command("print")
    hands.qtbot.waitUntil(lambda: hands.find("startPrint").isEnabled(), timeout=30_000)
    return hands.find("printDialog")


def test_the_dialog_says_what_will_be_printed(asked, hands):
    # given
    note, sides = hands.find("printNote", QLabel), hands.find("printSides", QComboBox)
    pages, start = hands.find("printPages", QLineEdit), hands.find("startPrint", QPushButton)
    every = asked._count
    assert f"共 {every} 页，这次印 {every} 页" in note.text()

    # when: the paper is turned by hand
    sides.setCurrentIndex(sides.findData("even"))
    assert asked.pages == list(range(1, every, 2))
    sides.setCurrentIndex(sides.findData("odd"))
    assert asked.pages == list(range(0, every, 2))

    # then: no range of pages
    pages.setText("0-99")
    assert "1-3,5" in note.text()
    assert not start.isEnabled()
    pages.setText("1-2")
    assert asked.pages == [0]
    hands.press("cancelPrint")


def test_the_job_of_a_draft_is_named_as_one(asked, window, hands):
    # then
    assert asked.printer.docName() == "清溪县柳河镇人民政府2024年政府信息公开工作年度报告"

    # given: a figure is taken out again
    hands.press("cancelPrint")
    window.desk.session.edit(SetCells({"disclosure.documents.made": ""}))

    # when
    hands.command("print")
    hands.qtbot.waitUntil(lambda: hands.find("startPrint").isEnabled(), timeout=30_000)

    # then
    assert hands.find("printDialog").printer.docName().endswith("年度报告（草稿）")
    hands.press("cancelPrint")


def test_copies_sides_and_printer_reach_the_printer(asked, hands):
    # given
    hands.find("printCopies", QComboBox).setCurrentText("3 份")
    sides = hands.find("printSides", QComboBox)
    sides.setCurrentIndex(sides.findData("both"))
    wanted, turned = [], []
    asked.printer.setDuplex = turned.append  # a printer that is not there does not keep it
    asked.wanted.disconnect()
    asked.wanted.connect(wanted.append)

    # when
    hands.press("startPrint")

    # then
    assert wanted == [list(range(asked._count))]
    assert asked.printer.copyCount() == 3
    assert turned == [QPrinter.DuplexMode.DuplexLongSide]
    assert hands.sees("progressBar")
    asked.stay()
    assert not hands.sees("progressBar")
    hands.press("cancelPrint")


def test_without_a_printer_it_says_what_to_do(window, hands, library, monkeypatch):
    # given
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    _, report = filled(library, "national-2021", 2024)
    window.desk.open(ReportFile(report), None)

    # when
    hands.command("print")

    # then
    assert "导出 PDF" in hands.find("printNote", QLabel).text()
    assert not hands.find("startPrint", QPushButton).isEnabled()
    hands.press("printExport")
    assert not hands.sees("printDialog")
    hands.find("exportDialog").close()


def test_a_pdf_in_place_of_paper_is_wanted_alone_and_for_this_once(
    window, hands, library, monkeypatch, tmp_path
):
    # given
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    _, report = filled(library, "plain-2008", 2016)
    window._options.export_formats = ["docx", "package"]
    window.desk.open(ReportFile(report), None)

    # when
    hands.command("print")
    hands.press("printExport")

    # then
    dialog = hands.find("exportDialog")
    assert dialog.choice == ["pdf"]
    hands.find("exportFolder", QLineEdit).setText(str(tmp_path))
    hands.press("startExport")
    hands.qtbot.waitUntil(lambda: hands.sees("exportedFiles"), timeout=60_000)
    assert [path.suffix for path in tmp_path.iterdir()] == [".pdf"]
    dialog.close()
    assert window._options.export_formats == ["docx", "package"]


def test_what_is_ticked_besides_the_pdf_is_remembered(window, hands, library, monkeypatch, tmp_path):
    # given
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    _, report = filled(library, "plain-2008", 2016)
    window._options.export_formats = ["docx"]
    window.desk.open(ReportFile(report), None)
    hands.command("print")
    hands.press("printExport")

    # when
    hands.find("format_html", QCheckBox).click()
    hands.find("exportFolder", QLineEdit).setText(str(tmp_path))
    hands.press("startExport")
    hands.qtbot.waitUntil(lambda: hands.sees("exportedFiles"), timeout=60_000)

    # then
    hands.find("exportDialog").close()
    assert window._options.export_formats == ["pdf", "html"]


def test_pages_that_cannot_be_set_are_told_of(window, hands, library, monkeypatch):
    # given
    def refuse(_document):
        raise OSError("simulated")

    monkeypatch.setattr(Typesetter, "render", refuse)
    monkeypatch.setattr(pdf, "render", refuse)
    _, report = filled(library, "national-2021", 2024)
    window.desk.open(ReportFile(report), None)

    # when
    hands.command("print")

    # then
    hands.find("faultBox", QMessageBox).close()
    assert not hands.sees("printDialog")
