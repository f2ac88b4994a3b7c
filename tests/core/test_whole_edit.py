"""A whole version taken back: any report becomes any other of its form, byte for byte, and all is undone in one step."""

from copy import deepcopy

from hypothesis import given, settings
from hypothesis import strategies as st

from core import links
from core.look import Look
from core.report import (
    PREFACE,
    SIGNATURE,
    Decision,
    Head,
    Note,
    Paragraph,
    Picture,
    Report,
    Section,
    TypedTotal,
    Unit,
    blank,
)
from core.store.container import canonical, report_data
from core.take_back import whole_edit
from core.template import built_in

TEMPLATE = built_in().get("national-2014")
CELLS = [*sorted(TEMPLATE.cells)[:3], "no.such.cell"]
WORDS = st.text(alphabet="甲乙3件，", max_size=4)
MORE = st.dictionaries(
    st.sampled_from(["ribbon", "seal"]), st.one_of(st.none(), WORDS, st.just([1])), max_size=2
)
STATES = st.sampled_from(["", "carried", "seen", "changed"])


def with_more(kind, **fields):
    """Return values of a kind, some with fields that a newer program added."""
    return st.builds(lambda more, known: kind(**known, **more), MORE, st.fixed_dictionaries(fields))


PARAGRAPHS = st.lists(
    with_more(
        Paragraph, text=WORDS, level=st.sampled_from([0, 2]), state=STATES, origin=WORDS
    ), max_size=3
)  # fmt: skip
SECTIONS = with_more(
    Section,
    id=st.sampled_from([PREFACE, "overview", "plans", "own-1", "own-2", SIGNATURE]),
    number=st.sampled_from(["", "九"]),
    source_title=WORDS,
    paragraphs=PARAGRAPHS,
)
REPORTS = with_more(
    Report,
    template=st.just(TEMPLATE.id),
    year=st.just(2016),
    title=WORDS,
    unit=with_more(
        Unit, name=WORDS, chain=st.lists(WORDS, max_size=2), own_places=st.lists(WORDS, max_size=2)
    ),
    sections=st.lists(SECTIONS, max_size=5),
    values=st.dictionaries(st.sampled_from(CELLS), WORDS.filter(bool), max_size=3),
    states=st.dictionaries(st.sampled_from(CELLS), STATES.filter(bool), max_size=3),
    heads=st.dictionaries(
        st.sampled_from(["statistics", "gone"]), with_more(Head, title=WORDS, filler=WORDS), max_size=2
    ),
    notes=st.lists(st.builds(Note, message=WORDS), max_size=1),
    decisions=st.lists(st.builds(Decision, key=WORDS, reason=WORDS), max_size=1),
    look=st.builds(Look, bold_level2=st.booleans()),
    pictures=st.lists(st.builds(Picture, series=st.lists(WORDS, max_size=1)), max_size=1),
    typed_totals=st.dictionaries(
        st.sampled_from(CELLS), st.builds(TypedTotal, text=WORDS, reason=WORDS), max_size=2
    ),
)


def data(report: Report) -> bytes:
    return canonical(report_data(report))


def places(report: Report) -> set[str]:
    return {section.id for section in report.sections} & {PREFACE, SIGNATURE}


@settings(max_examples=300, deadline=None)
@given(now=REPORTS, then=REPORTS)
def test_any_report_becomes_any_other_of_its_form_and_back(now, then):
    # given
    last, version = data(now), data(then)
    edit = links.follow(now, whole_edit(TEMPLATE, now, then, "取回"))

    # when
    undo = edit.apply(now)
    back = deepcopy(now)
    redo = undo.apply(now)

    # then
    assert data(now) == last
    assert places(back) >= places(now)  # the places before and after the sections stay, empty at worst
    if places(then) >= places(now):
        assert data(back) == version
    redo.apply(now)
    assert data(now) == data(back)
    assert data(then) == version


def test_a_section_that_is_gone_and_the_places_above_the_unit_come_back():
    # given
    now = blank(TEMPLATE, 2016, "甲县乙镇人民政府")
    then = deepcopy(now)
    then.unit.chain = ["某省", "甲县"]
    then.sections.insert(3, Section(id="own-1", source_title="其他", paragraphs=[Paragraph(text="一段。")]))

    # when
    edit = whole_edit(TEMPLATE, now, then, "取回")
    edit.apply(now)

    # then
    assert now == then
    assert {"", "own-1"} <= edit.sections


def test_a_section_that_came_since_goes():
    # given
    then = blank(TEMPLATE, 2016, "甲县乙镇人民政府")
    now = deepcopy(then)
    now.sections.insert(3, Section(id="own-1", paragraphs=[Paragraph(text="一段。")]))

    # when
    whole_edit(TEMPLATE, now, then, "取回").apply(now)

    # then
    assert now == then


def test_the_places_before_and_after_the_sections_stay_where_the_version_had_none():
    # given
    now = blank(TEMPLATE, 2016, "甲县乙镇人民政府")
    then = deepcopy(now)
    then.sections = [one for one in then.sections if one.id not in (PREFACE, SIGNATURE)]

    # when
    whole_edit(TEMPLATE, now, then, "取回").apply(now)

    # then
    assert [one.id for one in now.sections] == [PREFACE, *(one.id for one in then.sections), SIGNATURE]
    assert now.section(SIGNATURE).paragraphs == []


def test_cells_that_no_form_knows_are_told_to_who_looks_at_them():
    # given
    now = blank(TEMPLATE, 2016, "甲县乙镇人民政府")
    then = deepcopy(now)
    then.values["no.such.cell"] = "3"

    # then
    assert "no.such.cell" in whole_edit(TEMPLATE, now, then, "取回").cells
