"""How the document looks: the standard, and what a unit may have its own way."""

import tomllib

import pytest
from pydantic import TypeAdapter

from core.blocks import Document
from core.carry import forward
from core.layout import lay_out
from core.look import Look, with_look
from core.paths import RESOURCES
from core.report import Report, blank
from core.style import Style, standard


def test_the_style_sheet_holds_what_a_style_is_made_of():
    # when
    written = tomllib.loads((RESOURCES / "styles" / "gbt9704.toml").read_text(encoding="utf-8"))

    # then: a strict reader of other people's data sees the same
    assert TypeAdapter(Style).validate_python(written) == standard()


def test_without_a_wish_the_style_is_the_standards():
    assert with_look(standard(), Look()) == standard()


@pytest.mark.parametrize(("pitch", "lines"), [(28, 22), (28.95, 22), (29, 21), (30, 21)])
def test_the_line_pitch_says_how_many_lines_a_page_holds(pitch, lines):
    # when
    page = with_look(standard(), Look(line_pitch=pitch)).page

    # then
    assert (page.line_pitch, page.lines) == (pitch, lines)


@pytest.mark.parametrize(
    ("wish", "font", "bold"),
    [("biaosong", "biaosong", False), ("hei", "hei", False), ("song_bold", "song", True)],
)
def test_the_titles_of_report_and_annex_take_the_font_that_is_wished(wish, font, bold):
    # when
    roles = with_look(standard(), Look(title_font=wish)).roles

    # then
    for role in ("title", "annex_title"):
        assert (roles[role].font, roles[role].bold) == (font, bold)
        assert roles[role].size == 22


def test_only_the_second_level_becomes_bold():
    # when
    roles = with_look(standard(), Look(bold_level2=True)).roles

    # then
    assert [name for name, role in roles.items() if role.bold] == ["heading2"]


@pytest.mark.parametrize(
    "stored",
    [
        {"line_pitch": 12},
        {"line_pitch": "wide"},
        {"page_number": "top"},
        {"title_font": None},
        {"bold_level2": []},
    ],
)
def test_a_value_out_of_bounds_is_the_standards(stored):
    assert Look.model_validate(stored) == Look()


def test_a_wish_of_a_newer_program_stays_in_the_file():
    # given
    stored = {"line_pitch": 28.0, "margin_notes": "left"}

    # then
    assert Look.model_validate(stored).model_dump()["margin_notes"] == "left"


def test_the_finished_document_carries_the_style_of_its_report(library):
    # given
    template = library.get("national-2021")
    report = blank(template, 2024, "青禾镇人民政府")
    report.look = Look(line_pitch=30, page_number="center")

    # when
    style = lay_out(template, report).style

    # then
    assert (style.page.line_pitch, style.page_number.place) == (30, "center")
    assert Document("", "", 2024, ()).style == standard()


def test_next_years_draft_looks_as_last_years_report(library):
    # given
    last = blank(library.get("national-2021"), 2024, "青禾镇人民政府")
    last.look = Look(bold_level2=True)

    # when
    draft = forward(library, last)

    # then
    assert draft.look == Look(bold_level2=True)


def test_a_report_keeps_its_look_when_it_is_stored():
    # given
    report = Report(template="national-2021", year=2024, look=Look(title_font="hei"))

    # when
    kept = Report.model_validate(report.model_dump(mode="json"))

    # then
    assert kept.look == Look(title_font="hei")
