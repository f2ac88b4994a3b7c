"""Tables with one cell a line, in every kind of file that the program reads."""

from collections.abc import Callable
from html import escape
from pathlib import Path

import docx
import openpyxl
import pytest

from core import importers
from core.importers import layout, reading
from core.importers.recognise.tracing import BARE
from core.template import Library
from tests.core.importers.paper import LEFT, Paper

NUMBERED = ["000", "001", "002", "004"]


def page(path: Path, body: str) -> None:
    """Write a web page with that body."""
    path.write_text(f"<html><head><meta charset='utf-8'></head><body>{body}</body></html>", "utf-8")


def paragraphs(path: Path, lines: list[str]) -> None:
    """A paragraph a line."""
    page(path, "".join(f"<p>{escape(line)}</p>" for line in lines))


def broken(path: Path, lines: list[str]) -> None:
    """One block with line breaks."""
    page(path, f"<div>{'<br>'.join(map(escape, lines))}</div>")


def column(path: Path, lines: list[str]) -> None:
    """A table of one column."""
    page(path, f"<table>{''.join(f'<tr><td>{escape(line)}</td></tr>' for line in lines)}</table>")


def one_cell(path: Path, lines: list[str]) -> None:
    """A table that only frames the text."""
    page(path, f"<table><tr><td>{''.join(f'<p>{escape(line)}</p>' for line in lines)}</td></tr></table>")


def on_a_site(path: Path, lines: list[str]) -> None:
    """The cells in a block of their own below the text, among what a site puts round both."""
    at = next((at for at, line in enumerate(lines) if len(line) < 12 and "指标" in line), len(lines) // 2)
    text, table = ("".join(f"<p>{escape(line)}</p>" for line in part) for part in (lines[:at], lines[at:]))
    page(
        path,
        f"<div><a href='/'>首页</a><a href='/zw'>政务公开</a></div><div>{text}</div><div>{table}</div>"
        "<div>版权所有：柳河镇人民政府</div>",
    )


def sheet(path: Path, lines: list[str]) -> None:
    """A workbook with a line in each row, figures as words."""
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append([line])
    book.save(path)


def sheet_of_figures(path: Path, lines: list[str]) -> None:
    """A workbook with a line in each row, figures as numbers."""
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append([int(line) if line.isascii() and line.isdecimal() else line])
    book.save(path)


def word(path: Path, lines: list[str]) -> None:
    """A Word document with a paragraph for each line."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(path)


def word_column(path: Path, lines: list[str]) -> None:
    """A Word document with a table of one column."""
    document = docx.Document()
    table = document.add_table(len(lines), 1)
    for at, line in enumerate(lines):
        table.rows[at].cells[0].text = line
    document.save(path)


def pdf(path: Path, lines: list[str]) -> None:
    """A PDF with the lines, the long ones broken."""
    paper, top = Paper(), 70.0
    for part in (line[at : at + 40] for line in lines for at in range(0, len(line), 40)):
        if top > 770:
            paper.page()
            top = 70.0
        paper.words(LEFT, top, part, 10)
        top += 16
    path.write_bytes(paper.done())


WAYS: dict[str, tuple[str, Callable[[Path, list[str]], None]]] = {
    "paragraphs": ("html", paragraphs),
    "breaks": ("html", broken),
    "column": ("html", column),
    "one cell": ("html", one_cell),
    "site": ("html", on_a_site),
    "sheet": ("xlsx", sheet),
    "figures": ("xlsx", sheet_of_figures),
    "word": ("docx", word),
    "word column": ("docx", word_column),
    "pdf": ("pdf", pdf),
}


def lines_of(path: Path) -> list[str]:
    """Return the lines of a text in which something stands."""
    return [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("seed", NUMBERED)
def test_a_cell_a_line_is_read_alike_from_every_kind_of_file(
    seed: str, way: str, seeds: dict[str, Path], library: Library, tmp_path: Path
):
    # given
    suffix, write = WAYS[way]
    path = tmp_path / f"去年的年报.{suffix}"
    write(path, lines_of(seeds[seed]))
    plain = importers.read_with_counts(seeds[seed], library)

    # when
    reading = importers.read_with_counts(path, library, year=plain.report.year)

    # then
    assert reading.report.template == plain.report.template
    assert reading.source_numbers == reading.placed_numbers == plain.placed_numbers
    assert reading.report.values == plain.report.values
    assert reading.source_characters == reading.placed_characters


def test_the_asked_form_finds_its_tables_in_lines(seeds: dict[str, Path], library: Library, tmp_path: Path):
    path = tmp_path / "去年的年报.html"
    paragraphs(path, lines_of(seeds["000"]))

    reading = importers.read_with_counts(path, library, template_id="national-2014")

    assert reading.placed_numbers == 58
    assert not any(note.kind == "no_table" for note in reading.report.notes)


@pytest.mark.parametrize("head", ["目录", "目录\t页码"])
@pytest.mark.parametrize("way", ["sheet", "word"])
def test_a_table_of_contents_with_tabs_is_told_as_one_and_is_no_table_of_figures(
    way: str, head: str, library: Library, tmp_path: Path
):
    # given: the last part that it names does not come again
    suffix, write = WAYS[way]
    path = tmp_path / f"去年的年报.{suffix}"
    names = [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]
    listed = [f"{name}\t{page}" for page, name in enumerate(names, 1)]
    said = [line for name in names[:3] for line in (name, f"{name.split('、')[1]}在这里写。")]
    write(path, ["柳河镇2023年政府信息公开工作年度报告", head, *listed, *said])

    # when
    reading = importers.read_with_counts(path, library)

    # then
    left = [note.source for note in reading.report.notes if note.message == "目录，未放入报告。"]
    assert [one.split()[0] for one in left] == ["目录", *names]
    assert reading.source_numbers == 0
    assert [part.id for part in reading.report.sections if part.paragraphs] == [
        "overview",
        "disclosure",
        "problems",
    ]


@pytest.mark.parametrize("alone", ["3", "次", "1,204", "万元", "６", "5件"])
def test_a_paragraph_that_is_a_figure_or_a_unit_alone_is_never_sure(
    alone: str, library: Library, tmp_path: Path
):
    # given
    path = tmp_path / "去年的年报.txt"
    said = [
        "柳河镇2024年政府信息公开工作年度报告",
        "一、总体情况",
        "公开栏设在办事大厅。",
        alone,
        "查阅点备有电脑。",
    ]
    path.write_text("\n".join(said), "utf-8")

    # when
    reading = importers.read_with_counts(path, library)

    # then
    (trace,) = (one for one in reading.traces if one.source == alone)
    assert (trace.sure, trace.reason) == ("unsure", BARE)


@pytest.mark.parametrize("alone", ["无。", "无", "略"])
def test_a_paragraph_that_says_there_is_nothing_may_be_sure(alone: str, library: Library, tmp_path: Path):
    path = tmp_path / "去年的年报.txt"
    path.write_text(
        f"柳河镇2024年政府信息公开工作年度报告\n一、总体情况\n公开栏在大厅。\n六、其他\n{alone}", "utf-8"
    )

    reading = importers.read_with_counts(path, library)

    assert [one.sure for one in reading.traces if one.source == alone] == ["sure"]


def text_file(path: Path, lines: list[str]) -> None:
    """A line a paragraph."""
    path.write_text("\n".join(lines), "utf-8")


def word_file(path: Path, lines: list[str]) -> None:
    """A paragraph a line."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(path)


def pdf_file(path: Path, lines: list[str]) -> None:
    """A line below the other."""
    paper = Paper()
    for number, line in enumerate(lines):
        paper.words(LEFT, 780 - 30 * number, line)
    path.write_bytes(paper.done())


@pytest.mark.parametrize(
    ("write", "name"), [(text_file, "去年.txt"), (word_file, "去年.docx"), (pdf_file, "去年.pdf")]
)
def test_the_lines_of_a_file_are_taken_apart_once(write, name, library: Library, tmp_path: Path, monkeypatch):
    # given
    path, seen = tmp_path / name, []
    write(path, ["柳河镇2024年政府信息公开工作年度报告", "一、总体情况", "公开栏设在办事大厅。"])
    take_apart = layout.split
    monkeypatch.setattr(layout, "split", lambda *given: seen.append(given) or take_apart(*given))

    # when
    reading.read(path, library, template_id=None, year=None)

    # then
    assert len(seen) == 1
