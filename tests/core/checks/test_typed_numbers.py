"""Numbers that Enter and pasting leave: two at the beginning of a paragraph, one with nothing behind it."""

import pytest

from tests.core.checks.examples import findings_of, small


def found(library, wanted, *lines):
    checker, report = small(library, "national-2021", 2024, *lines)
    return report, [one for one in findings_of(checker, report, "P11") if wanted in one.message]


def texts(report):
    return [one.text for one in report.section("overview").paragraphs]


@pytest.mark.parametrize(
    ("text", "second", "after"),
    [
        ("（一）（三）积极推动。", "（三）", "（一）积极推动。"),
        ("（一） (三) 积极推动。", "(三)", "（一）积极推动。"),
        ("（一）（二）强化培训。", "（二）", "（一）强化培训。"),
        ("1.3.集中学习。", None, None),
        ("1、4、集中学习。", "4、", "1、集中学习。"),
        ("1.（二）集中学习。", "（二）", "1.集中学习。"),
        ("（一）3.集中学习。", "3.", "（一）集中学习。"),
        ("（一）1.集中学习；2.跟班学习。", None, None),
        ("1.2024年的工作。", None, None),
        ("（一）2024年的工作。", None, None),
        ("（一）6.5环境日宣传。", None, None),
        ("一、二、三产业融合。", None, None),
        ("1、2、3季度各检查一次。", None, None),
        ("（一）（二）项所列信息。", None, None),
        ("（一）、（二）两项。", None, None),
        ("（一）抓目录。（三）抓更新。", None, None),
    ],
)
def test_a_paragraph_with_two_numbers_loses_the_second(library, text, second, after):
    # given
    report, wrong = found(library, "两个编号", text)
    if second is None:
        assert wrong == []
        return

    # when
    undo = wrong[0].fix.edit.apply(report)

    # then
    assert wrong[0].where[0].quote == second
    assert texts(report) == [after]
    undo.apply(report)
    assert texts(report) == [text]


def test_a_number_with_nothing_behind_it_is_said_and_can_be_deleted(library):
    # given
    report, (empty,) = found(library, "没有写内容", "（一）甲。", "（二）", "（三）丙。")

    # when
    undo = empty.fix.edit.apply(report)

    # then
    assert empty.where[0].quote == "（二）"
    assert texts(report) == ["（一）甲。", "（二）丙。"]
    undo.apply(report)
    assert texts(report) == ["（一）甲。", "（二）", "（三）丙。"]
