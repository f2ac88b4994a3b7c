"""Reports written in every layout and encoding come back as they were."""

import codecs
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import importers
from core.report import Report
from core.template import built_in
from tests import samples
from tests.core.importers import writing

LIBRARY = built_in()
FORMS = pytest.mark.parametrize("form", sorted(samples.IDS))
WAYS = pytest.mark.parametrize("layout", sorted(writing.LAYOUTS))
SIDES = pytest.mark.parametrize("behind", [False, True], ids=["merged-in-place", "merged-behind"])


def prose(report: Report) -> list[tuple[str, list[tuple[int, str]]]]:
    return [(one.id, [(p.level, p.text) for p in one.paragraphs]) for one in report.sections]


def imported(text: str, folder, **asked) -> Report:
    path = folder / "去年的报告.txt"
    path.write_bytes(text.encode("utf-8"))
    return importers.read(path, LIBRARY, **asked)


@FORMS
@WAYS
@SIDES
def test_a_report_comes_back_as_it_was_written(form, layout, behind, tmp_path):
    # given
    template, report = samples.filled(LIBRARY, form, samples.IDS[form])

    # when
    found = imported(writing.text_of(template, report, writing.LAYOUTS[layout], behind=behind), tmp_path)

    # then
    assert (found.template, found.year, found.unit.name) == (form, report.year, samples.OFFICE)
    assert found.title == report.title
    assert found.values == report.values
    assert prose(found) == prose(report)
    assert [note.message for note in found.notes] == []


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("gb18030", b""),
        ("gbk", b""),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
    ],
)
@FORMS
def test_every_encoding_gives_the_same_report(form, encoding, mark, tmp_path):
    # given
    template, report = samples.filled(LIBRARY, form, samples.IDS[form])
    path = tmp_path / "报告.txt"
    path.write_bytes(mark + writing.text_of(template, report, writing.tab_cells).encode(encoding))

    # when
    found = importers.read(path, LIBRARY)

    # then
    assert found.values == report.values
    assert prose(found) == prose(report)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n\f", "\r\n\n"])
@FORMS
def test_every_line_end_gives_the_same_report(form, end, tmp_path):
    template, report = samples.filled(LIBRARY, form, samples.IDS[form])
    text = writing.text_of(template, report, writing.tab_rows).replace("\n", end)

    found = imported(text, tmp_path)

    assert found.values == report.values
    assert prose(found) == prose(report)


@FORMS
@WAYS
@SIDES
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), share=st.sampled_from([0.1, 0.5, 0.9]))
def test_a_figure_is_in_its_cell_or_in_a_note_but_never_in_another_cell(
    form, layout, behind, seed, share, tmp_path
):
    # given
    template, report = samples.filled(LIBRARY, form, samples.IDS[form])
    dice = random.Random(seed)
    report.values = {
        cell: str(dice.randint(10_000, 99_999)) for cell in report.values if dice.random() < share
    }

    # when
    found = imported(
        writing.text_of(template, report, writing.LAYOUTS[layout], behind=behind),
        tmp_path, template_id=form, year=report.year,
    )  # fmt: skip

    # then
    noted = " ".join([*(note.source for note in found.notes), *(p.text for *_, p in found.paragraphs())])
    assert found.values.items() <= report.values.items()
    lost = {cell: value for cell, value in report.values.items() if cell not in found.values}
    assert all(value in noted for value in lost.values())
    if template.tables and template.tables[0].layout == "list":
        assert not lost
