"""Numbers that could be linked: those that say what one cell says, and no others."""

import pytest

from core import checks
from core.checks.linkable import counted, linkable
from core.report import Link, Paragraph, blank

NEW = "applications.new.total"
MADE = "disclosure.rules.made"
ISSUED = "disclosure.documents.made"
GRANTED, CLOSED = "applications.granted.total", "applications.total.total"


@pytest.fixture(scope="module")
def known(library):
    return counted(checks.for_template(library, "national-2021"))


@pytest.fixture
def report(library):
    made = blank(library.get("national-2021"), 2023, "清溪县柳河镇人民政府")
    made.values |= {NEW: "29", MADE: "4", ISSUED: "3"}
    return made


def found(library, report, known, text, *links):
    paragraph = Paragraph(text=text, links=links)
    offers = linkable(library.get(report.template), report, paragraph, known)
    return [(text[one.start : one.end], one.cell) for one in offers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年收到政府信息公开申请29件。", [("29", NEW)]),
        ("全年收到政府信息公开申请２９件。", [("２９", NEW)]),
        ("全年收到政府信息公开申请28件。", []),
        ("全年收到政府信息公开申请二十九件。", []),
        ("全年收到政府信息公开申请29余件。", []),
        ("2029年9月29日开会，29人参加。", []),
        ("上年收到政府信息公开申请29件。", []),
        ("制发行政规范性文件3件，收到政府信息公开申请29件。", [("3", ISSUED), ("29", NEW)]),
        ("本镇有规章4件。", [("4", MADE)]),
        ("本镇有锦旗4件。", []),
    ],
)
def test_only_a_number_that_says_what_its_cell_says_is_offered(library, report, known, text, expected):
    assert found(library, report, known, text) == expected


def test_a_number_that_two_cells_have_is_offered_for_neither(library, report, known):
    report.values["disclosure.rules.valid"] = "4"

    assert found(library, report, known, "本镇有规章4件。") == []


def test_a_linked_number_is_not_offered_again(library, report, known):
    text = "全年收到政府信息公开申请29件。"
    at = text.index("29")

    assert found(library, report, known, text, Link(start=at, end=at + 2, cell=NEW)) == []


def test_nothing_is_offered_for_a_blank_cell(library, report, known):
    del report.values[NEW]

    assert found(library, report, known, "全年收到政府信息公开申请29件。") == []
    assert found(library, report, known, "全年收到政府信息公开申请0件。") == []


def test_a_nought_is_offered_where_it_is_known_what_it_is_of(library, report, known):
    report.values |= {NEW: "0", "disclosure.rules.made": "0"}

    assert found(library, report, known, "全年收到政府信息公开申请0件。") == [("0", NEW)]
    assert found(library, report, known, "本镇有规章0件。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("申请29件，其中公开12件。", [("29", NEW), ("12", GRANTED)]),
        ("全年收到政府信息公开申请29件，上年结转1件，全年办理30件。", [("29", NEW), ("30", CLOSED)]),
        ("收到政府信息公开申请29件，均已答复30件。", [("29", NEW), ("30", CLOSED)]),
        ("办结30件。", []),
        ("全年共有30件。", []),
        ("收到政府信息公开申请29件，其中公开13件。", [("29", NEW)]),
        ("收到政府信息公开申请29件，办结信访30件。", [("29", NEW)]),
        ("收到政府信息公开申请29件，主动公开12件。", [("29", NEW)]),
        ("收到行政复议申请2件，均办理30件。", []),
        ("收到许可申请29件，其中公开12件。", []),
        ("2022年申请29件，其中公开12件。", []),
        ("去年收到申请29件，办理30件。", []),
    ],
)
def test_a_sentence_on_applications_may_go_on_in_short(library, report, known, text, expected):
    report.values |= {GRANTED: "12", CLOSED: "30"}

    assert found(library, report, known, text) == expected


def test_the_annex_of_2014_counts_channels(library):
    known = counted(checks.for_template(library, "national-2014"))
    report = blank(library.get("national-2014"), 2016, "清溪县柳河镇人民政府")
    report.values["statistics.website.value"] = "161"

    assert found(library, report, known, "在政府网站公开信息161条。") == [("161", "statistics.website.value")]


def test_a_link_that_waits_for_its_cell_keeps_the_report_unfinished_and_is_no_error(library, report):
    # given
    report.section("overview").paragraphs = [Paragraph(text="全年收到政府信息公开申请〔待填〕件。")]

    # when
    found = checks.for_template(library, report.template).run(report)

    # then
    said = [one for one in found if "〔待填〕" in one.message]
    assert [(one.rule, one.severity) for one in said] == [("X16", "warning")]
    assert not checks.is_ready(said)
