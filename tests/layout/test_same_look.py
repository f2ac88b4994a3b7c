"""The Word file as LibreOffice prints it looks like our PDF: as many pages, and nearly all lines end alike."""

import shutil
from pathlib import Path

import pytest

from core.report import Paragraph
from core.template import Library
from tests import samples
from tests.layout import same_look
from tests.layout.same_look import Look


@pytest.fixture(scope="module")
def looks(library: Library, tmp_path_factory: pytest.TempPathFactory) -> list[Look]:
    """The five real reports, where they lie beside the project, and some generated ones, printed both ways."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    return same_look.compare(library, same_look.reports_of(library, 5), tmp_path_factory.mktemp("look"))


def test_both_have_as_many_pages(looks: list[Look]) -> None:
    assert [look.name for look in looks if look.pages[0] != look.pages[1]] == []


def test_nearly_all_lines_end_alike(looks: list[Look]) -> None:
    # when
    same, lines = sum(look.same for look in looks), sum(look.lines for look in looks)

    # then: python -m tests.layout.same_look says why the others do not
    assert lines > 500
    assert same >= 0.93 * lines


def test_nearly_all_rows_of_tables_break_alike_on_the_same_page(looks: list[Look]) -> None:
    # when
    same, rows = sum(look.same_rows for look in looks), sum(look.rows for look in looks)

    # then: labels over several rows part: Word divides their words, and shows one over several pages once
    assert rows > 500
    assert same >= 0.85 * rows


def test_no_page_is_lost_where_one_row_of_a_table_would_stand_at_the_foot(
    library: Library, tmp_path: Path
) -> None:
    # given: LibreOffice drops all that comes after the head and one row of figures at the foot of a page
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    _, report = samples.filled(library, "national-2021", 2024)
    report.sections[1].paragraphs += [Paragraph(text="公开栏每季度更换一次，由专人核对。")] * 9

    # when
    (look,) = same_look.compare(library, {"shifted": report}, tmp_path)

    # then
    assert look.pages == (5, 5)
    assert look.same == look.lines


def test_a_paragraph_that_parts_is_explained() -> None:
    page = "本乡2016年", "本乡2016"

    assert "whole" in same_look._reason(*page)
    assert "narrowed" in same_look._reason("公开栏里有《目录》", "公开栏里有《目录")
    assert "differ" in same_look._reason("甲", "乙")
