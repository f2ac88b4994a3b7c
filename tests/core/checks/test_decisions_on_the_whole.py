"""Findings on the whole text, or on a whole part, kept with a reason: an edit somewhere in it does not bring them back."""

import pytest

from core.checks.checker import Checker
from core.checks.entry import KINDS
from core.checks.model import Finding
from core.edits import Decide
from core.report import Paragraph, Report, blank
from core.template import built_in
from tests.core.checks.examples import small

LIBRARY = built_in()
COPIED = (
    "全镇各村的公开栏统一换了新样式，惠农补贴发放表贴在最显眼的位置，老人们不用再跑到镇上打听。",
    "便民大厅添了一台查询机，窗口人员教会了二百多位村民自己查低保名单和征地补偿标准。",
    "党政办每周核对一次网站栏目，把过期的办事指南撤下来，换上新的电话和地址，差错比从前少了很多。",
    "各站所按照清单逐项公开，财政预算、集体资产和征地补偿三类信息排在最前，村民一翻就能看到。",
    "镇里的广播每天早晚各播一遍新到的通知，听不清的老人由网格员上门再念一遍。",
)
ELSEWHERE = "今年新修了河边的步道，镇里把招标结果和施工单位的名字都贴在了桥头。"


def copied(*lines: str, year: int = 2023, copied_lines: tuple[str, ...] = COPIED) -> tuple[Checker, Report]:
    """Return a report with lines of an earlier year, that year's beside it, and the rules on its form."""
    ours, report = small(LIBRARY, "national-2021", 2024, *lines)
    before = blank(LIBRARY.get("national-2021"), year, report.unit.name)
    before.section("overview").paragraphs = [Paragraph(text=line) for line in copied_lines]
    report.earlier = [before]
    return ours, report


def keep(report: Report, finding: Finding, reason: str = "已与县里核实") -> None:
    Decide(finding.key, reason).apply(report)


def copies(findings: list[Finding]) -> list[str]:
    """Return the messages on what was copied."""
    return [one.message for one in findings if one.rule == "Y11"]


def keep_copied(ours: Checker, report: Report, reason: str = "县里要求沿用") -> None:
    keep(report, next(one for one in ours.run(report) if one.rule == "Y11"), reason)


@pytest.mark.parametrize(
    "lines",
    [
        (*COPIED[:4], COPIED[4].replace("早晚", "早中晚")),
        (*COPIED[:4], COPIED[4], "今年多跑了两趟县里。"),
        (COPIED[0].replace("统一", ""), *COPIED[1:]),
        COPIED[1:],
        COPIED[::-1],
    ],
    ids=["a word", "a paragraph more", "its first paragraph", "a paragraph less", "another order"],
)
def test_the_reason_for_words_of_an_earlier_year_stays_while_little_is_written_anew(lines):
    # given
    ours, report = copied(*COPIED)
    keep_copied(ours, report)

    # when
    report.section("overview").paragraphs = [Paragraph(text=line) for line in lines]

    # then
    assert copies(ours.run(report)) == []
    (kept,) = [one for one in ours.kept(report) if one.finding.rule == "Y11"]
    assert kept.reason == "县里要求沿用"
    Decide(kept.finding.key, None).apply(report)
    assert report.decisions == []


def test_the_reason_lapses_where_much_more_is_copied_than_then_and_not_where_less_is():
    # given: a good part is new
    ours, report = copied(*COPIED, ELSEWHERE)
    keep_copied(ours, report)
    some = ours.kept(report)[0].finding.extent

    # when: it goes
    report.section("overview").paragraphs.pop()
    more = ours.run(report)

    # then
    assert some < 90
    assert len(copies(more)) == 1

    # when: kept anew, and some of it comes back
    keep_copied(ours, report, "仍然沿用")
    report.section("overview").paragraphs.append(Paragraph(text=ELSEWHERE))

    # then
    assert copies(ours.run(report)) == []


def test_the_reason_for_one_earlier_year_is_none_for_another():
    # given
    ours, report = copied(*COPIED)
    keep_copied(ours, report)

    # when
    report.earlier[0].year = 2022

    # then
    (message,) = copies(ours.run(report))
    assert "2022 年" in message


def test_a_reason_given_before_findings_on_the_whole_text_had_a_name_of_their_own_still_counts():
    # given
    ours, report = copied(*COPIED)
    found = next(one for one in ours.run(report) if one.rule == "Y11")
    old = f"{found.quoted_name}...1"

    # when
    Decide(old, "以前保留的").apply(report)

    # then: and it can be taken back
    assert copies(ours.run(report)) == []
    (kept,) = [one for one in ours.kept(report) if one.finding.rule == "Y11"]
    assert (kept.finding.key, kept.reason) == (old, "以前保留的")


def test_a_hand_made_key_does_not_upset_it():
    # given
    ours, report = copied(*COPIED)
    name = next(one for one in ours.run(report) if one.rule == "Y11").key.partition(".")[0]

    for mark in ("9" * 5000, "x", "²", "-1..1"):
        # when
        report.decisions = []
        Decide(f"{name}.{mark}", "乱写的").apply(report)

        # then
        assert len(copies(ours.run(report))) == 1


def test_the_reason_for_a_part_that_is_too_long_stays_while_a_few_words_come():
    # given
    raw = {
        "id": "P19", "kind": "length", "severity": "info", "section": "overview", "most": 100, "fails": {},
    }  # fmt: skip
    form = LIBRARY.get("national-2021")
    ours = Checker(form, [KINDS["length"](raw, form)])
    _, report = small(LIBRARY, "national-2021", 2024, "镇里开了一次会。" * 14)
    (found,) = ours.run(report)
    keep(report, found)

    # when
    report.section("overview").paragraphs[0].text += "又开会。"
    few = ours.run(report)
    report.section("overview").paragraphs[0].text += "镇里开了一次会。" * 4
    many = ours.run(report)

    # then
    assert few == []
    assert [one.rule for one in many] == ["P19"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("公开栏更新不及时，个别村半年才换一次。", "没有写改进措施"),
        ("下一步加强培训，完善目录。", "没有写存在的问题"),
    ],
)
def test_the_reason_for_what_a_part_leaves_out_stays_while_its_words_change(said, told):
    # given
    ours, report = small(LIBRARY, "national-2021", 2024)
    report.section("problems").paragraphs = [Paragraph(text=said)]
    keep(report, next(one for one in ours.run(report) if told in one.message))

    # when
    report.section("problems").paragraphs[0].text = said.replace("，", "，全镇", 1)

    # then
    assert not [one for one in ours.run(report) if told in one.message]


def test_the_reason_for_many_names_of_another_place_stays_while_they_are_named_once_more():
    # given
    lines = [
        "青山镇人民政府认真公开政府信息。",
        "青山镇的公开栏每月更换，青山镇各村都有联络员。",
        "群众对青山镇的工作表示满意。",
    ]
    ours, report = small(LIBRARY, "national-2021", 2024, *lines)
    keep(report, next(one for one in ours.run(report) if one.rule == "Y12"))

    # when
    report.section("overview").paragraphs.append(Paragraph(text="青山镇的广播每天响两遍。"))
    once_more = ours.run(report)
    report.section("overview").paragraphs.append(Paragraph(text="白石镇的广播每天响两遍。"))
    another = ours.run(report)

    # then
    assert [one.message for one in once_more if one.rule == "Y12"] == []
    assert ["白石镇" in one.message for one in another if one.rule == "Y12"] == [True]
