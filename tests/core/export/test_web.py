"""The web page: everything in it, plain and safe to paste."""

import re

import pytest
from lxml import html

from core.export import web
from core.template import Library
from tests.core.export.office import document, empty, sentences, tables, with_text
from tests.golden import Golden
from tests.samples import IDS

TEMPLATES = pytest.mark.parametrize("template_id", IDS)


def opened(data: bytes) -> html.HtmlElement:
    return html.document_fromstring(data.decode("utf-8"))


@TEMPLATES
def test_every_sentence_and_figure_is_in_the_page(library: Library, template_id: str) -> None:
    # given
    made = document(library, template_id)

    # when
    page = opened(web.write(made))
    found = {one.text_content() for one in page.iter("h1", "h2", "h3", "p", "th", "td")}

    # then
    assert [text for text in sentences(made) if text not in found] == []


@TEMPLATES
def test_the_page_looks_as_before(library: Library, template_id: str, golden: Golden) -> None:
    golden(f"html/{template_id}.html", web.write(document(library, template_id)).decode("utf-8"))


@TEMPLATES
def test_the_merges_are_those_of_the_grid(library: Library, template_id: str) -> None:
    # given
    made = document(library, template_id)

    # when
    found = list(opened(web.write(made)).iter("table"))

    # then
    assert len(found) == len(tables(made))
    for table, block in zip(found, tables(made), strict=True):
        assert laid_out(table) == {
            (cell.row, cell.column, cell.row_span, cell.column_span): (
                block.values.get(cell.cell, "") if cell.cell else cell.text
            )
            for cell in block.grid.cells
        }
        assert len(table.findall("thead/tr")) == block.grid.head_rows
        assert table.findtext("caption").startswith(block.caption)


def laid_out(table: html.HtmlElement) -> dict[tuple[int, int, int, int], str]:
    """Return where a browser puts the cells of a table."""
    taken: set[tuple[int, int]] = set()
    found = {}
    for row, line in enumerate(table.iter("tr")):
        column = 0
        for cell in line.iter("th", "td"):
            while (row, column) in taken:
                column += 1
            down, across = int(cell.get("rowspan", "1")), int(cell.get("colspan", "1"))
            taken |= {(row + i, column + j) for i in range(down) for j in range(across)}
            found[row, column, down, across] = cell.text_content()
    return found


@TEMPLATES
def test_the_page_stands_alone(library: Library, template_id: str) -> None:
    # given
    text = web.write(document(library, template_id)).decode("utf-8")

    # then
    assert text.startswith('<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">')
    assert not re.search(r"<script|<link|<img|<iframe|src=|href=|url\(|https?:|\son\w+=", text)
    assert all(cell.get("scope") for cell in opened(text.encode()).iter("th"))


def test_what_looks_like_a_tag_is_text(library: Library) -> None:
    # given
    nasty = "<script>alert('一')</script>&amp;\"引\""

    # when
    data = web.write(with_text(library, "plain-2008", nasty))

    # then
    assert nasty in [p.text_content() for p in opened(data).iter("p")]
    assert b"<script" not in data


def test_characters_that_a_page_cannot_hold_do_no_harm(library: Library) -> None:
    # given
    data = web.write(with_text(library, "plain-2008", "前\x00中\x0b后\ud800尾\uffff\n新行"))

    # then
    assert "前中后\ufffd尾<br>新行</p>" in data.decode("utf-8")


@TEMPLATES
def test_an_empty_report_makes_a_page(library: Library, template_id: str) -> None:
    # given
    made = empty(library, template_id)

    # when
    page = opened(web.write(made))

    # then
    assert page.findtext(".//h1") == made.title
    assert len(list(page.iter("table"))) == len(tables(made))


def test_two_pages_of_one_report_are_the_same_bytes(library: Library) -> None:
    made = document(library, "weihai-2012")
    assert web.write(made) == web.write(made)


def test_a_paragraph_of_100_000_characters_is_whole(library: Library) -> None:
    text = "长" * 100_000
    assert text in web.write(with_text(library, "plain-2008", text)).decode("utf-8")
