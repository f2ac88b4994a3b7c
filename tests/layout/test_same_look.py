"""The Word file as LibreOffice prints it looks like our PDF: as many pages, and nearly all lines end alike."""

import shutil

import pytest

from core.template import Library
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


def test_a_paragraph_that_parts_is_explained() -> None:
    page = "本乡2016年", "本乡2016"

    assert "whole" in same_look._reason(*page)
    assert "narrowed" in same_look._reason("公开栏里有《目录》", "公开栏里有《目录")
    assert "differ" in same_look._reason("甲", "乙")
