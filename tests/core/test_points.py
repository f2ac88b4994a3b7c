"""Points run into the words of a paragraph: which are counted, and which belong to another list or to a law."""

import pytest

from core import numbering, points
from core.report import Paragraph
from tests.core.checks.examples import findings_of, small


def alarms(library, *lines: str) -> list[str]:
    """Return what the rule of numbers says of a section."""
    checker, report = small(library, "national-2021", 2024, *lines)
    return [one.message for one in findings_of(checker, report, "P11")]


@pytest.mark.parametrize(
    "lines",
    [
        ("我镇主要做了以下工作，（一）加强领导。", "（二）健全制度。"),
        ("具体措施如下，1.加强领导；", "2.健全制度；", "3.强化培训。"),
        ("存在以下问题，（1）更新慢；（2）解读少。", "（3）力量弱。"),
        ("主要有以下几方面,（一）加强领导，健全制度。（二）强化培训。", "（三）抓好督查。"),
        ("（一）主动公开，1.公开目录。", "2.公开制度。", "（二）依申请公开。"),
    ],
)
def test_a_list_may_begin_behind_a_comma(library, lines):
    assert alarms(library, *lines) == []


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        (("我镇主要做了以下工作，（一）加强领导。", "（三）健全制度。"), "（三）"),
        (("具体措施如下，1.加强领导；", "3.强化培训。"), "3."),
        (("（一）主动公开，1.公开目录。", "3.公开制度。", "（二）依申请公开。"), "3."),
    ],
)
def test_a_list_that_begins_behind_a_comma_skips_no_number(library, lines, wrong):
    (message,) = alarms(library, *lines)
    assert f"“{wrong}”前面缺号" in message


@pytest.mark.parametrize(
    "lines",
    [
        (
            "《条例》第二十条规定：（一）行政法规；（三）规划；（五）预算。",
            "（一）加强领导。",
            "（二）健全制度。",
        ),
        (
            "（一）加强领导。",
            "（二）按《条例》第二十条：（三）规划；（五）预决算；（八）收费，均已公开。",
            "（三）健全制度。",
        ),
        ("（一）主动公开。", "（二）依申请公开。办理结果中：（三）不予公开2件。", "（三）信息管理。"),
        ("第一、二项信息公开20条；第三、四项没有信息；第五、六项公开3条。",),
    ],
)
def test_items_of_a_law_or_of_a_table_are_no_points_of_the_report(library, lines):
    assert alarms(library, *lines) == []


@pytest.mark.parametrize(
    "line",
    [
        "第一，加强领导；第二，一项一项抓落实；第三，强化督查。",
        "第一、加强领导；第二、一条一条改到位；第三、强化督查。",
        "第一，加强领导；第二，十项制度全部公开；第三，强化督查。",
        "第一、加强领导；第二、三项制度全部落实；第三、强化督查。",
        "第一，六项举措见实效；第二，加强领导；第三，强化督查。",
    ],
)
def test_a_point_may_begin_with_so_many_items(library, line):
    assert alarms(library, line) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("主要做法：（一）加强领导；（三）健全制度；（四）抓好督查。",),
        ("（一）加强领导。", "（二）健全制度。（三）强化培训。", "（三）抓好督查。"),
        ("第一，加强领导；第三，抓好督查。",),
        ("各项工作有序：第一、加强领导；第三、抓好项目。",),
        ("第一，加强领导；第二，六项举措见实效；第四，强化督查。",),
        ("第一，六项举措见实效；第三，强化督查。",),
    ],
)
def test_points_of_the_report_itself_are_still_found(library, lines):
    assert len(alarms(library, *lines)) == 1


@pytest.mark.parametrize(
    "lines",
    [
        ("（一）加强领导。", "(1)抓目录。", "(2)抓更新。", "（二）健全制度。"),
        ("(一)加强领导。", "（1）抓目录。", "（2）抓更新。", "(二)健全制度。"),
    ],
)
def test_each_level_may_have_its_own_brackets(library, lines):
    assert alarms(library, *lines) == []


def test_one_level_has_one_kind_of_brackets(library):
    (message,) = alarms(library, "（一）加强领导。", "(1)抓目录。", "（2）抓更新。", "（二）健全制度。")
    assert "半角混用" in message
    assert "“(1)”" in message


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("（一）主动公开，1.公开目录，2.公开制度。", [(3, 1), (3, 2)]),
        ("（一）主动公开。（二）依申请公开。", [(2, 2)]),
        ("（一）主动公开，（二）依申请公开。", []),
        ("（一）公开12,3.5万字。", []),
        ("（一）公开情况：（三）规划；（五）预算。", []),
    ],
)
def test_points_behind_a_number(text, found):
    assert list(points.inline(text, 2, 3)) == found


@pytest.mark.parametrize("mark", ["，", "："])
def test_items_named_out_of_their_order_begin_no_list(mark):
    # given
    texts = ("（一）主动公开。", "（二）解读回应。", "（三）依申请公开。")
    above = [Paragraph(text=text, level=2) for text in texts]
    items = f"办理结果中{mark}（一）予以公开2件；（三）不予公开1件。"

    # then
    assert numbering.following([*above, Paragraph(text=items)], 2) == "（四）"
