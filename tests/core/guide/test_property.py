"""Whatever a clerk answers the guide, no figure that it wrote has to be mended."""

from random import Random

import pytest

from core import checks, guide
from core.carry import forward
from core.checks.model import CellPlace
from core.guide import NONE, SOME, amount
from core.report import blank
from tests.samples import IDS

OFFICE = "清溪县柳河镇人民政府"


def likely_figures(asked, chance, before):
    """What happened in a year, as figures of the questions that agree with each other; 0 is none."""
    said = {one.id: chance.choice((0, chance.randint(1, 30))) for one in asked.questions}
    channels = [name for name in ("website", "gazette", "weibo", "wechat", "other_channels") if name in said]
    if channels:
        said["published"] = sum(said[name] for name in channels)
        said["documents_published"] = min(said["documents_published"], said["published"])
    if "documents_repealed" in said:
        said["documents_repealed"] = min(said["documents_repealed"], before + said["documents_made"])
        said["documents_valid"] = before + said["documents_made"] - said["documents_repealed"]
    if "points_town" in said:
        said["access_points"] = said["points_town"]
    return said


def likely_answers(asked, chance, said, presets):
    """Answer as a clerk does: some questions not at all, or else all the others with "the rest is none"."""
    answers, skips = dict(presets), chance.choice((0, 0, 0.2))
    for one in asked.questions:
        if chance.random() < skips or (one.id == "documents_valid" and chance.random() < 0.5):
            continue
        if said[one.id]:
            answers[one.id] = amount(str(said[one.id])) if one.number else SOME
        elif skips or chance.random() < 0.5:
            answers[one.id] = NONE
    return answers if skips else guide.rest_none(asked, answers)


def begun(library, template, before, *, is_draft):
    """Return a blank report, or the draft after a year in which every stock was a figure."""
    year = template.last_year or 2024
    if not is_draft:
        return blank(template, year, OFFICE)
    last = blank(template, year - 1, OFFICE)
    last.values = {cell.id: str(before) for cell in template.cells.values() if cell.is_stock}
    return forward(library, last, year)


def wrong_after(library, asked, checker, seed, *, is_draft):
    """Answer by chance, fill in, and return what must be mended of the figures that were written."""
    chance = Random(seed)
    before = chance.randint(0, 12) if is_draft else 0
    report = begun(library, asked.template, before, is_draft=is_draft)
    said = likely_figures(asked, chance, before)
    answers = likely_answers(asked, chance, said, guide.presets(asked, report))
    edit = guide.edit(asked.template, report, guide.preview(asked, report, answers))
    if edit is None:
        return []
    edit.apply(report)
    found = [one for one in checker.run(report) if one.severity == "error" and one.rule.startswith("T")]
    return [(seed, one.message) for one in found if is_about(one, edit.cells)]


def is_about(finding, written):
    """Return whether a finding speaks of a figure that was written, and of no cell that is still blank."""
    places = [place for place in finding.where if isinstance(place, CellPlace)]
    return any(place.cell in written for place in places) and all(place.value for place in places)


@pytest.mark.parametrize("form", IDS)
@pytest.mark.parametrize("is_draft", [False, True])
def test_no_figure_that_the_guide_wrote_has_to_be_mended(library, form, is_draft):
    # given
    asked, checker = guide.for_template(library, form), checks.for_template(library, form)

    # when
    wrong = [
        one for seed in range(25) for one in wrong_after(library, asked, checker, seed, is_draft=is_draft)
    ]

    # then
    assert wrong == []
