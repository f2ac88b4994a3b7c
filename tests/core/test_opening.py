"""Any file as a report: how it was read, what was pasted, a year that nobody named, a page as a picture."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from core import opening
from core.errors import InputError, YearWantedError
from core.importers import sandbox
from core.opening import Pasted
from core.paths import RESOURCES
from core.report import blank
from core.store import ReportFile, write

SAMPLE = next((RESOURCES / "samples").glob("*年度报告.txt"))
TEXT = "清溪县柳河镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n本镇公开信息37条。\n"


@pytest.fixture
def folders(monkeypatch, tmp_path):
    """The folder for what is temporary, and the paths read in it."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    read: list[Path] = []
    real = sandbox.read

    def watched(path: Path, **options):
        read.append(path)
        return real(path, **options)

    monkeypatch.setattr(sandbox, "read", watched)
    return tmp_path, read


def test_a_strangers_file_comes_with_its_reading_and_our_own_without(library, tmp_path):
    # given
    own = tmp_path / "柳河镇.nianbao"
    write(ReportFile(blank(library.get("national-2021"), 2024, "清溪县柳河镇人民政府")), own)

    # then
    assert opening.read(SAMPLE, library).reading.source_numbers == 200
    assert not opening.read(SAMPLE, library).has_pages
    assert opening.read(own, library).reading is None


def test_what_was_pasted_is_read_as_a_file_that_is_gone_afterwards(library, folders):
    # given
    folder, read = folders

    # when
    opened = opening.read_pasted(Pasted(TEXT), library)

    # then
    assert opened.file.report.year == 2023
    assert [path.parent.parent for path in read] == [folder]
    assert list(folder.iterdir()) == []


def test_a_pasted_table_is_read_with_its_cells_and_words_without_tables_as_text(library, folders):
    # given
    _, read = folders
    row = "<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>"
    html = f"<table>{row}<tr><td>规章</td><td>1</td><td>0</td><td>1</td></tr></table>"

    # when
    with_table = opening.read_pasted(Pasted("规章 1 0 1", html), library, year=2023)
    without = opening.read_pasted(Pasted(TEXT, "<p>别的</p>"), library)

    # then
    assert with_table.file.report.values
    assert without.file.report.year == 2023
    assert [path.suffix for path in read] == [".html", ".txt"]


def test_where_the_table_cannot_be_read_the_text_is(library):
    # when
    opened = opening.read_pasted(Pasted(TEXT, "<table><tr><td>别的</td></tr></table>"), library)

    # then
    assert opened.file.report.year == 2023


@pytest.mark.parametrize(("text", "words"), [("  ", "是空的"), ("明天上午开会。", "不是年度报告")])
def test_what_is_no_report_is_refused_in_one_sentence(library, text, words):
    # then
    with pytest.raises(InputError, match=words):
        opening.read_pasted(Pasted(text), library)


def test_a_report_without_a_year_asks_for_it(library):
    # given
    pasted = Pasted("一、总体情况\n本镇公开信息37条。\n")

    # then
    with pytest.raises(YearWantedError, match="没有写明是哪一年"):
        opening.read_pasted(pasted, library)
    assert opening.read_pasted(pasted, library, year=2022).file.report.year == 2022


def test_a_page_of_a_pdf_is_a_picture_and_behind_the_last_there_is_none(tmp_path):
    # given
    path = tmp_path / "一页.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(72, 700, "1")
    canvas.save()

    # then
    assert sandbox.picture(path, 0, 72).png.startswith(b"\x89PNG")
    assert sandbox.picture(path, 1, 72) is None


def test_a_file_that_is_no_pdf_gives_no_picture(tmp_path):
    # given
    path = tmp_path / "坏.pdf"
    path.write_bytes(b"%PDF-1.4 torn %%EOF")

    # then
    with pytest.raises(InputError):
        sandbox.picture(path, 0, 72)
