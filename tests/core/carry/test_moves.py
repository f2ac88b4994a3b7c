"""Where the paragraphs, parts and figures of last year went in a draft, on another form or the same."""

import pytest

from core.carry import beside, forward, moves, of_section
from core.carry.moves import whereabouts
from core.edits import Splice, rewrite
from core.report import Paragraph, Report, Section, blank

OFFICE = "清溪县柳河镇人民政府"


@pytest.fixture
def last(library) -> Report:
    """A report of 2017 in the words of its own form, with 无。 in two of its parts."""
    report = blank(library.get("national-2014"), 2017, OFFICE)
    texts = {
        "overview": ["2017年，我镇工作平稳。"],
        "disclosure": ["（一）公开内容", "公开栏每月更换一次。"],
        "applications": ["无。"],
        "reviews": ["无。"],
        "problems": ["栏目更新不够快。"],
    }
    for section, words in texts.items():
        report.section(section).paragraphs = [
            Paragraph(text=one, level=2 if one.startswith("（") else 0) for one in words
        ]
    report.section("fees").paragraphs = []
    report.values = {"statistics.offices.value": "1", "statistics.published.value": "12"}
    return report


def spots(report: Report, last: Report) -> dict[str, str]:
    """Return where each paragraph of last year stands now, by words."""
    return {f"{a}/{b}": f"{c}/{d}" for (a, b), (c, d) in whereabouts(report, last).items()}


def test_every_paragraph_is_followed_into_the_part_it_went_to(library, last):
    # when
    draft = forward(library, last, 2019)

    # then: equal words in order
    assert spots(draft, last) == {
        "overview/0": "overview/0",
        "disclosure/0": "overview/2",
        "disclosure/1": "overview/3",
        "applications/0": "overview/5",
        "reviews/0": "overview/7",
        "problems/0": "problems/0",
        "signature/0": "signature/0",
    }


def test_words_are_followed_that_were_cut_and_pasted_or_edited(library, last):
    # given
    draft = forward(library, last, 2018)

    # when: one is pasted elsewhere as new words, one is edited
    Splice("disclosure", 1, 1, ()).apply(draft)
    Splice("problems", 0, 0, (Paragraph(text="1.公开栏每月更换一次。"),)).apply(draft)
    rewrite(draft, "overview", 0, "2018年，我镇公开工作平稳。").apply(draft)

    # then
    assert spots(draft, last)["disclosure/1"] == "problems/0"
    assert spots(draft, last)["overview/0"] == "overview/0"


def test_what_stands_elsewhere_now_is_not_told_as_gone(library, last):
    # given
    draft = forward(library, last, 2019)
    template = library.get("national-2019")
    Splice("overview", 3, 1, ()).apply(draft)

    # when
    found = list(of_section(template, draft, last, "disclosure"))
    pairs = beside(draft, last, "disclosure", [one for one, _ in found], [spot for _, spot in found])

    # then
    assert [(one.kind, one.before, one.elsewhere) for one in pairs] == [
        ("moved", "（一）公开内容", ("overview", 2)),
        ("gone", "公开栏每月更换一次。", None),
    ]
    here = [text for text, _ in of_section(template, draft, last, "overview")]
    assert here == ["2017年，我镇工作平稳。", "（一）公开内容", "公开栏每月更换一次。", "无。", "无。"]


def test_the_parts_say_where_they_went_and_which_figures_have_no_place(library, last):
    # given
    draft = forward(library, last, 2019)

    # when
    found = moves(library.get("national-2014"), library.get("national-2019"), draft)

    # then
    told = [(one.title, one.now, one.heading, one.is_moved, one.is_as_it_was) for one in found.parts]
    assert told == [
        ("一、概述", ("一、总体情况",), "", False, False),
        ("二、主动公开政府信息情况", ("一、总体情况",), "（一）主动公开政府信息情况", True, False),
        ("三、依申请公开政府信息情况", ("一、总体情况",), "（二）依申请公开政府信息情况", True, False),
        (
            "四、申请行政复议、提起行政诉讼情况",
            ("一、总体情况",),
            "（三）申请行政复议、提起行政诉讼情况",
            True,
            False,
        ),
        ("六、存在的主要问题及改进措施", ("五、存在的主要问题及改进情况",), "", False, False),
    ]
    assert [(cell.id, value) for cell, value in found.figures] == [
        ("statistics.published.value", "12"),
        ("statistics.offices.value", "1"),
    ]
    assert found.titles is None


def test_a_deleted_paragraph_is_counted_as_gone(library, last):
    # given
    draft = forward(library, last, 2019)
    draft.section("overview").paragraphs.pop(3)

    # when
    part = moves(library.get("national-2014"), library.get("national-2019"), draft).parts[1]

    # then
    assert (part.count, part.gone, part.now) == (2, 1, ("一、总体情况",))


def test_a_part_counts_as_renamed_only_where_it_stands_under_another_number_or_title(library, last):
    # given: within the form a paragraph is deleted in 二, all of 三 is deleted, and 六 is 五 now
    last.sections = [one for one in last.sections if one.id != "fees"]
    draft = forward(library, last)
    draft.sections = [one for one in draft.sections if one.id != "fees"]
    Splice("disclosure", 1, 1, ()).apply(draft)
    Splice("applications", 0, 1, ()).apply(draft)
    form = library.get("national-2014")

    # when
    as_before = moves(form, form, draft).parts
    Splice("reviews", 0, 0, (Paragraph(text="公开栏每月更换一次。"),)).apply(draft)
    draft.sections.insert(1, Section(id="extra1", title="机构和人员"))
    moved_on = moves(form, form, draft).parts

    # then
    assert [one.is_as_it_was for one in as_before] == [True, False, False, True, True]
    assert [one.is_renamed for one in as_before] == [False] * 5
    assert [one.is_renamed for one in moved_on] == [True, True, False, True, True]
    assert moved_on[1].into == "五、申请行政复议、提起行政诉讼情况"


@pytest.mark.parametrize(("home", "name"), [("preface", "前言"), ("signature", "落款")])
def test_what_went_to_the_preface_or_the_signature_is_told_by_that_name(library, last, home, name):
    # given
    draft = forward(library, last)
    (moved,) = draft.section("problems").paragraphs
    Splice("problems", 0, 1, ()).apply(draft)
    Splice(home, 0, 0, (moved,)).apply(draft)
    form = library.get("national-2014")

    # when
    part = moves(form, form, draft).parts[-1]

    # then
    assert (part.now, part.into, part.is_moved, part.is_renamed) == ((name,), name, True, False)


def test_only_rows_that_the_other_form_lacks_are_left_out(library):
    # given
    last = blank(library.get("weihai-2012"), 2013, OFFICE)
    last.values = {"statistics.published.value": "80", "statistics.sites.value": "1"}
    draft = forward(library, last)

    # when
    found = moves(library.get("weihai-2012"), library.get("national-2014"), draft)

    # then
    assert [(cell.id, value) for cell, value in found.figures] == [("statistics.sites.value", "1")]


def test_within_a_form_a_part_that_was_added_and_a_title_written_anew_are_told(library, last):
    # given: last year had neither that part nor the full name
    last.sections = [one for one in last.sections if one.id != "fees"]
    last.title = "柳河镇人民政府2017年政府信息公开工作年度报告"

    # when
    draft = forward(library, last)
    found = moves(library.get("national-2014"), library.get("national-2014"), draft)

    # then
    assert found.added == ("五、政府信息公开的收费及减免情况",)
    assert found.titles == ("柳河镇人民政府2018年政府信息公开工作年度报告", draft.title)
    changed = [(one.title, one.now) for one in found.parts if not one.is_as_it_was]
    assert changed == [("五、存在的主要问题及改进措施", ("六、存在的主要问题及改进措施",))]
    draft.section("fees").paragraphs.append(Paragraph(text="没有收费。"))
    assert moves(library.get("national-2014"), library.get("national-2014"), draft).added == ()


def test_a_report_with_no_year_before_has_nothing_to_tell(library, last):
    # when
    found = moves(None, library.get("national-2014"), last)

    # then
    assert (found.parts, found.added, found.figures) == ((), (), ())
    assert (
        whereabouts(last, Report(template="national-2014", year=2016, sections=[Section(id="other")])) == {}
    )


def test_cells_of_one_address_mean_the_same_on_every_form(library):
    # then: last year's figure is told beside them
    forms = list(library.templates.values())
    unlike = {
        cell
        for at, one in enumerate(forms)
        for other in forms[at + 1 :]
        for cell in one.cells.keys() & other.cells.keys()
        if one.cells[cell].unit != other.cells[cell].unit or one.cells[cell].kind != other.cells[cell].kind
    }
    assert unlike == set()
