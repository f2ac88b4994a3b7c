"""What is wrong inside a table is told before the sentences that are compared with it: mended top-down, all is mended once."""

import random

from core.checks.causes import causes_first
from core.checks.model import CellPlace, Finding, Place, TextPlace
from tests.core.checks.examples import small, write

TOTAL = "applications.new.total"


def words(start: int) -> TextPlace:
    return TextPlace("overview", 0, start, start + 2, "6件")


def cell(name: str) -> CellPlace:
    return CellPlace(name, "1")


def found(rule: str, *where: Place, severity="error", unfinished=False) -> Finding:
    return Finding(rule, severity, rule, where, unfinished=unfinished)


def rules(findings: list[Finding]) -> list[str]:
    return [one.rule for one in findings]


def test_of_a_report_a_sum_that_fails_comes_before_the_sentence_compared_with_its_total(library):
    # given: the sentence is right, the total is not
    checker, report = small(library, "national-2021", 2023, "2022年，我镇更新了目录。")
    write(report, "overview", "我镇更新了目录，学习《政府信息法》。", "全年收到政府信息公开申请4件。")
    report.values |= {f"applications.new.{one}": "0" for one in ("research", "welfare", "legal", "others")}
    report.values |= {"applications.new.natural": "3", "applications.new.business": "1", TOTAL: "5"}

    # when
    errors = [one for one in checker.run(report) if one.severity == "error"]

    # then
    assert rules(errors)[0] == "T03"
    assert errors[0].where[0].cell == TOTAL
    assert "X05" in rules(errors)


def test_sentences_that_wait_for_no_sum_keep_their_place():
    # given
    plain = [found("Y05", words(1)), found("X05", words(2), cell("a")), found("T03", cell("b"), cell("c"))]

    # then
    assert rules(causes_first(plain)) == ["Y05", "X05", "T03"]


def test_sums_that_share_a_figure_with_one_that_is_waited_for_go_with_it():
    # given: mending the second may change the figure of the first
    told = [
        found("X05", words(1), cell("a")),
        found("T09", cell("z")),
        found("T01", cell("a"), cell("b")),
        found("T02", cell("c"), cell("b")),
    ]

    # then
    assert rules(causes_first(told)) == ["T01", "T02", "X05", "T09"]


def test_a_sum_that_stands_before_the_sentence_anyway_stays():
    # given
    told = [found("Y05", words(0)), found("T01", cell("a")), found("X05", words(1), cell("a"))]

    # then
    assert rules(causes_first(told)) == ["Y05", "T01", "X05"]


def test_only_what_must_be_mended_is_put_first():
    # given
    told = [
        found("X05", words(1), cell("a")),
        found("T19", cell("a"), unfinished=True),
        found("T13", cell("a"), severity="warning"),
    ]

    # then
    assert rules(causes_first(told)) == ["X05", "T19", "T13"]


def test_nothing_is_lost_and_the_order_of_each_kind_stays():
    # given
    choice = random.Random(7)
    names = [f"c{number}" for number in range(12)]
    for _ in range(200):
        told = [
            found(
                f"{number}",
                *([words(number)] if choice.random() < 0.5 else []),
                *(cell(one) for one in choice.sample(names, choice.randint(1, 3))),
            )
            for number in range(choice.randint(0, 14))
        ]

        # when
        ordered = causes_first(told)

        # then
        assert sorted(rules(ordered)) == sorted(rules(told))
        for is_of_table in (True, False):
            kept = [one for one in ordered if isinstance(one.where[0], CellPlace) == is_of_table]
            if not is_of_table:
                assert kept == [one for one in told if one in kept]
        for at, one in enumerate(ordered):
            own = {place.cell for place in one.where if isinstance(place, CellPlace)}
            if isinstance(one.where[0], TextPlace):
                later = [other for other in ordered[at:] if isinstance(other.where[0], CellPlace)]
                assert not any(own & {place.cell for place in other.where} for other in later)
