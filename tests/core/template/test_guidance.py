"""Every section and every cell says what belongs there, and where that was seen."""

import pytest

from core.template import Cell, Template, built_in

LIBRARY = built_in()
FORMS = pytest.mark.parametrize("template", list(LIBRARY), ids=lambda template: template.id)
_LONGEST = 60


def fillable(template: Template) -> list[Cell]:
    return [cell for cell in template.cells.values() if not cell.group]


@FORMS
def test_every_section_and_every_cell_has_short_guidance(template):
    said = {section.id: section.guidance for section in template.sections}
    said |= {cell.id: cell.guidance for cell in fillable(template)}

    assert {place: words for place, words in said.items() if not 0 < len(words) <= _LONGEST} == {}
    assert {place for place, words in said.items() if not words.endswith(("。", "）。"))} == set()


@FORMS
def test_every_form_names_what_it_rests_on(template):
    assert all((template.basis, template.law, template.source))


@FORMS
def test_what_no_source_confirms_says_where_it_comes_from(template):
    unsure = [cell for cell in fillable(template) if cell.confirmed is False]

    assert [cell.id for cell in unsure if not cell.source] == []
    assert [one.id for one in template.sections if one.confirmed is False and not one.source] == []


@pytest.mark.parametrize(
    ("form", "cell", "confirmed"),
    [
        ("national-2021", "applications.secret.natural", False),
        ("national-2021", "applications.not_supplemented.natural", None),
        ("national-2021", "applications.new.legal", False),
        ("national-2021", "applications.new.natural", None),
        ("national-2021", "reviews.cases.direct_total", False),
        ("national-2021", "disclosure.permits.decided", None),
        ("national-2019", "disclosure.permits.change", False),
        ("national-2019", "applications.inquiries.total", False),
        ("national-2014", "statistics.answered.value", False),
    ],
)
def test_the_marks_follow_what_was_seen(form, cell, confirmed):
    assert LIBRARY.get(form).cells[cell].confirmed is confirmed
