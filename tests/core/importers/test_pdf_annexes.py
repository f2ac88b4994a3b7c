"""Names of annexes of several lines in a PDF: the lines hang under the name, and are one paragraph."""

from pathlib import Path

import pytest

from core.importers.document import Text
from core.report import Paragraph
from core.template import Library
from tests.core.importers.paper import LEFT, PER_LINE, SIZE, STEP, Paper, read
from tests.core.importers.test_pdf_round import back
from tests.samples import IDS, filled

TABLE = "清溪县柳河镇人民政府二〇一七年政府信息公开工作情况统计表及村务公开栏更换登记表"
RULES = "2．清溪县柳河镇人民政府2017年公开工作考核办法（试行）及其各村评分细则一览表"
BODY = "镇里把公开的事项列成清单逐月对照检查凡是群众问得多的都写明在册备查，"
ROOM = PER_LINE - 5  # characters of a name to a line: "附件：" stands two in


@pytest.mark.parametrize(
    "names",
    [
        [f"附件：{TABLE}"],
        [f"附件：1．{TABLE}", "2．公开工作考核办法"],
        ["附件：1.政府信息公开情况统计表", RULES.replace("．", "."), "3.名单"],
        [f"附件：1．{TABLE}、{TABLE}（第二版）", RULES],
    ],
)
@pytest.mark.parametrize("form", ["national-2014", "plain-2008", "national-2021"])
def test_our_own_names_of_annexes_come_back_whole(
    form: str, names: list[str], library: Library, tmp_path: Path
):
    # given
    _, report = filled(library, form, IDS[form])
    signature = report.section("signature")
    assert signature is not None
    signature.paragraphs[:0] = [Paragraph(text=name) for name in names]

    # when
    found = back(report, library, tmp_path).section("signature")

    # then
    assert found is not None
    assert [one.text for one in found.paragraphs] == [one.text for one in signature.paragraphs]


def below(first: str, second: str, indent: float) -> list[Text]:
    """Return what is read of two lines below a text, the second so many characters in."""
    paper = Paper()
    top = paper.prose(100, BODY * 3)
    top = paper.prose(top, BODY * 2 + "都在栏里写明。") + STEP
    paper.words(LEFT + 2 * SIZE, top, first)
    paper.words(LEFT + indent * SIZE, top + STEP, second)
    return [one for one in read(paper.done()).elements if isinstance(one, Text)][2:]


def test_a_line_under_the_name_goes_on_from_a_full_one_without_doubt():
    (found,) = below(f"附件：{TABLE[:ROOM]}", TABLE[ROOM:], 5)

    assert (found.text, found.doubt) == (f"附件：{TABLE}", "")


@pytest.mark.parametrize(
    ("first", "second", "indent"),
    [
        (f"附件：{TABLE[: ROOM - 9]}", "村务公开栏登记表", 5),
        (f"附件：{TABLE[:ROOM]}", "柳河镇人民政府", 18),
        (f"附件：{TABLE[:ROOM]}", "附件：名单", 2),
    ],
    ids=["not full", "office", "another"],
)
def test_what_does_not_go_on_from_the_name_stays_apart(first: str, second: str, indent: float):
    assert [one.text for one in below(first, second, indent)] == [first, second]
