"""Several years of the office's figures: by meaning over all forms, with gaps where nothing is known."""

from collections.abc import Iterable
from decimal import Decimal

import pytest

from core import trend
from core.carry import forward
from core.report import Picture, Report, Unit
from core.template import built_in
from tests.samples import IDS, filled


def report(year: int, **values: str) -> Report:
    rows = {f"applications.{row}.total": text for row, text in values.items()}
    return Report(template="national-2021", year=year, unit=Unit(name="柳河镇人民政府"), values=rows)


def read(reports: Iterable[Report], form: str = "national-2021") -> trend.Trend:
    return trend.read(built_in().get(form), reports)


def series(found: trend.Trend, name: str) -> trend.Series:
    return next(one for one in found.series if one.id == name)


def test_the_same_figure_is_found_on_every_form_that_counts_it(library):
    # given
    reports = [filled(library, form, year)[1] for form, year in IDS.items() if form != "plain-2008"]

    # when
    found = read(reports)

    # then: the figures of the samples, summed by hand
    assert (found.years[0], found.years[-1]) == (2015, 2024)
    at = {year: place for place, year in enumerate(found.years)}
    for name, figures in {
        "received": {2017: 9, 2020: 39, 2024: 39},
        "granted": {2017: 5, 2020: 14, 2024: 14},
        "partial": {2017: 1, 2020: 7, 2024: 7},
        "refused": {2017: 1, 2020: 7, 2024: 7},
        "unavailable": {2017: 2, 2020: 7, 2024: 7},
        "reviews": {2017: 1, 2020: 3, 2024: 3},
        "suits": {2017: 0, 2020: 2, 2024: 2},
        "published": {2017: 86},
    }.items():
        values = series(found, name).values
        assert {year: values[at[year]] for year in figures} == figures
        assert [values[place] for year, place in at.items() if year not in figures] == [None] * (
            10 - len(figures)
        )


def test_the_older_list_is_read_like_the_newer(library):
    # given
    reports = [filled(library, "weihai-2012", year)[1] for year in (2011, 2012)]

    # then
    assert series(read(reports), "received").values == (9, 9)


def test_every_cell_that_is_read_is_one_of_a_form():
    # given
    forms = built_in().templates.values()
    known = {cell for form in forms for cell in form.cells}

    # then
    read_of = [cell for form in forms for one in form.measures for cells in one.sources for cell in cells]
    assert len(read_of) > 100
    assert [cell for cell in read_of if cell not in known] == []


def test_a_figure_is_the_same_one_on_every_form():
    # given
    forms = list(built_in().templates.values())

    # then: a report is read alike, whichever of its neighbours is open
    def told(form):
        return [(one.id, one.name, one.unit, one.kind, one.first, set(one.sources)) for one in form.measures]

    assert [form.id for form in forms if told(form) != told(forms[0])] == []
    assert len(told(forms[0])) == 14


def test_a_form_names_each_of_its_own_cells_as_its_own():
    assert [
        (form.id, one.id)
        for form in built_in().templates.values()
        for one in form.measures
        for cells in one.elsewhere
        if set(cells) <= set(form.cells)
    ] == []


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("documents", (4, 3, 3)),
        ("permits", (None, 148, 148)),
        ("penalties", (None, 7, 7)),
        ("coercions", (None, 0, 0)),
        ("charges", (None, None, Decimal("0.36"))),
    ],
)
def test_what_was_disclosed_is_offered_too(library, name, figures):
    # given
    reports = [
        filled(library, form, year)[1]
        for form, year in (("national-2014", 2018), ("national-2019", 2019), ("national-2021", 2021))
    ]

    # when
    found = read(reports)

    # then
    at = [found.years.index(year) for year in (2018, 2019, 2021)]
    assert tuple(series(found, name).values[place] for place in at) == figures


def test_an_amount_is_said_as_it_is_written_and_no_words_are_an_amount():
    # given
    fees = ("12.50", "3", "无", "-1")
    reports = [report(2024 - at) for at in range(len(fees))]
    for one, text in zip(reports, fees, strict=True):
        one.values["disclosure.fees.amount"] = text

    # when
    found = read(reports)

    # then
    assert series(found, "charges").values == (None, None, 3, Decimal("12.5"))
    assert "2024年12.5万元" in found.pick(["charges"]).words
    assert len([one for one in found.doubts if "不是金额" in one]) == 2


def test_at_first_the_usual_series_are_drawn_as_far_as_there_is_something_to_see():
    # given
    def years(**values: str) -> list[Report]:
        made = [report(year, **values) for year in (2023, 2024)]
        for one in made:
            one.values |= {"disclosure.permits.decided": "7", "disclosure.fees.amount": "0.5"}
        return made

    # then
    assert read(years(new="5", granted="0")).at_first == ["received"]
    assert read(years(new="0", granted="0")).at_first == ["permits"]
    assert read([report(year, new="0", granted="0") for year in (2023, 2024)]).at_first == [
        "received",
        "granted",
    ]


def test_a_series_of_one_year_is_not_drawn_first_while_another_has_two():
    # given
    reports = [report(2024, new="5"), report(2023)]
    for one in reports:
        one.values["disclosure.permits.decided"] = "7"

    # then
    assert read(reports).at_first == ["permits"]


def test_a_form_without_measures_has_no_trend(library):
    # given
    form = library.get("national-2021").model_copy(update={"measures": ()})

    # then
    assert trend.read(form, [report(2024, new="5")]).series == ()


def test_prose_is_not_read(library):
    assert read([filled(library, "plain-2008", 2016)[1]]).series == ()


def test_a_missing_year_and_a_blank_cell_are_gaps_and_0_is_0():
    # when
    found = read([report(2024, new="5"), report(2022, new="0"), report(2021), report(2020, new="7")])

    # then
    assert found.years == (2020, 2021, 2022, 2023, 2024)
    assert series(found, "received").values == (7, None, 0, None, 5)
    assert found.known_years == (2020, 2022, 2024)
    picked = found.pick(["received"])
    assert picked.source == "数据来源：本机关2020年、2022年、2024年政府信息公开工作年度报告。"
    assert "2021年没有数字，2022年0件" in picked.words


def test_a_sum_of_which_a_part_is_blank_is_not_known():
    # given: of 不予公开, one reason is blank
    reasons = ("secret", "forbidden", "stability", "third_party", "internal", "process", "case_files")
    part = report(2024, **dict.fromkeys(reasons, "1"))
    whole = report(2023, **dict.fromkeys((*reasons, "inquiries"), "1"))

    # then
    assert series(read([part, whole]), "refused").values == (8, None)


@pytest.mark.parametrize("text", ["-3", "若干", "2.5", "1e3", "约4"])
def test_what_is_no_count_is_a_gap_and_is_said(text):
    # when
    found = read([report(2024, new=text), report(2023, new="１２"), report(2022, new="1,204")])

    # then
    assert series(found, "received").values == (1204, 12, None)
    assert [text in one and "2024 年" in one and "收到申请" in one for one in found.doubts] == [True]


def test_of_two_reports_on_a_year_the_first_counts():
    assert read([report(2024, new="5"), report(2024, new="9")]).series[0].values == (5,)


def test_only_the_newest_years_are_shown():
    # when
    found = read([report(year, new="1") for year in range(2008, 2025)])

    # then
    assert found.years == tuple(range(2015, 2025))
    assert found.words_on_older == "走势只放最近 10 年，2008—2014 年的数字没有放进来。"


def test_of_no_more_than_ten_years_nothing_is_said_to_be_left_out():
    assert read([report(year, new="1") for year in range(2015, 2025)]).words_on_older == ""


def test_of_the_years_left_out_only_those_with_a_report_are_named_and_a_choice_says_it_too():
    # when
    found = read([report(year, new="1") for year in (2009, 2011, 2012, 2023, 2024)])

    # then
    assert "，2009、2011—2012 年的" in found.words_on_older
    assert found.pick(["received"]).words_on_older == found.words_on_older


@pytest.mark.parametrize(
    ("reports", "ids", "word"),
    [
        ([report(2024, new="5"), report(2023, new="4")], [], "没有选"),
        ([report(2024, new="5")], ["received"], "只有一年"),
        ([report(2024, new="5"), report(2023, new="无")], ["received"], "只有一年"),
        ([report(2024)], ["received"], "没有选"),
        ([], ["received"], "没有选"),
    ],
)
def test_what_cannot_be_drawn_is_said(reports, ids, word):
    assert word in read(reports).pick(ids).objection


def test_more_series_than_can_be_told_apart_are_refused():
    # given
    found = read(
        [report(year, new="1", total="1", granted="1", partial="1", secret="1") for year in (2023, 2024)]
    )
    five = [*found.series, found.series[0]]

    # then
    assert found.pick(one.id for one in found.series[:4]).objection == ""
    assert "最多画 4 项" in trend.Trend(found.years, tuple(five)).objection


def test_the_years_before_the_first_known_figure_are_left_out():
    # given
    found = read([report(2024, new="5"), report(2023, new="4"), report(2021, total="1")])

    # then
    assert found.pick(["received"]).title == "2023—2024年收到申请情况"


def test_a_report_knows_its_earlier_ones_and_its_pictures_go_on_to_the_next_draft(library):
    # given
    _, last = filled(library, "national-2021", 2023)
    last.pictures = [Picture(series=["received"])]

    # when
    draft = forward(library, last)
    draft.values["applications.new.total"] = "40"

    # then
    assert draft.pictures == last.pictures
    assert draft.pictures[0] is not last.pictures[0]
    assert series(trend.of(library.get(draft.template), draft), "received").values == (39, 40)
