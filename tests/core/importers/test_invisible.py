"""What is said of characters that cannot be printed or seen when a file is read, in the words of the checks."""

import pytest

from core import checks
from core.importers.document import Document, Text
from core.importers.recognise.invisible import remarks
from core.labels import as_printed
from core.report import blank
from tests.core.checks.examples import findings_of

PRIVATE = "\ue004"


def said_of(*lines: str) -> list[str]:
    return [
        one.message for one in remarks(Document(tuple(Text(at, line) for at, line in enumerate(lines, 1))))
    ]


@pytest.mark.parametrize("char", [PRIVATE, "\uf06c", "\U000f0001", "\ufffd"])
def test_reading_and_checking_say_the_same_of_the_same_character(library, char):
    # given
    report = blank(library.get("national-2014"), 2017, "清溪县柳河镇人民政府")
    title = f"主动公开政府信息情况{char}"
    report.section("disclosure").source_title = title

    # when
    (read,) = said_of(title)
    found = [
        one.message
        for one in findings_of(checks.for_template(library, report.template), report, "L02")
        if "印不出来的字符" in one.message
    ]

    # then: one word, one sign
    assert "印不出来的字符，纸上是方框" in read
    assert "□" in read
    assert len(found) == 1
    assert "印不出来的字符，纸上是方框" in found[0]
    assert as_printed(title) == "主动公开政府信息情况□"
    assert as_printed(title) in found[0]


@pytest.mark.parametrize("char", ["\u200b", "\u202e", "\u00ad"])
def test_what_nobody_sees_on_paper_either_is_not_called_a_box(char):
    # when
    (said,) = said_of(f"公开{char}信息")

    # then
    assert "看不见的字符" in said
    assert "方框" not in said
    assert as_printed(f"公开{char}信息") == f"公开{char}信息"


def test_many_lines_share_one_remark():
    # when
    said, other = said_of(*[f"第{number}段{PRIVATE}" for number in range(12)], "公开\u200b信息")

    # then
    assert other.startswith("这一行有看不见的字符")
    assert said.startswith("有 12 行有印不出来的字符，第一处如下；纸上是方框")


def test_lines_that_are_printed_whole_are_not_named():
    assert said_of("㙍塘村、䢺塘村", "plain", "①②③ ℃ ✓") == []
