"""The five real reports: what a careful reader found is found, and nothing is said that is not so."""

from functools import cache
from pathlib import Path

import pytest

from core import checks, importers
from core.checks.model import CellPlace, Finding, HeadPlace, Place
from core.report import Report
from core.template import built_in
from tests.core.checks.examples import quotes_hold

LIBRARY = built_in()


@cache
def read(path: Path) -> tuple[Report, list[Finding]]:
    """Return a seed as the program reads it, with what the checks say."""
    report = importers.read(path, LIBRARY)
    return report, checks.for_template(LIBRARY, report.template).run(report)


def words_of(place: Place) -> str:
    """Return what a place quotes: its words, or the cell with its value."""
    if isinstance(place, CellPlace):
        return f"{place.cell.split('.')[1]}={place.value.strip()}"
    if isinstance(place, HeadPlace):
        return f"{place.field}:{place.quote.strip()}"
    return place.quote


# id of the briefing, rule, severity, words that the places must quote
FOUND = [
    ("000-1", "Y01", "error", ["2017年1月17日", "二零一六年一月十七日"]),
    ("000-2", "X01", "error", ["公开信息75条", "published=70"]),
    ("000-3", "X02", "error", ["公开信息42条", "website=38"]),
    ("000-4", "X02", "error", ["公开信息88条", "other_channels=66"]),
    ("000-5", "T11", "error", ["88条", "75条"]),
    ("000-6", "X04", "error", ["人员19人", "trainees=10"]),
    ("000-9", "X03", "warning", ["wechat=24"]),
    ("001-1", "P03", "error", ["以下五方面"]),
    ("001-2", "T14", "error", ["documents_issued=", "documents_published=6"]),
    ("001-2", "T19", "warning", ["documents_issued="]),
    ("001-3", "P17", "error", ["filler:"]),
    ("001-4", "P03", "warning", ["10大方面"]),
    ("001-5", "X03", "warning", ["公开栏", "下发文件", "other_channels=0"]),
    ("002-1", "P12", "error", [""]),
    ("002-2", "Y05", "error", ["全省"]),
    ("002-4", "Y07", "error", ["政府信息条例"]),
    ("002-5", "P08", "warning", ["无"]),
    ("002-13", "P12", "warning", ["本年度"]),
    ("004-2", "T10", "error", ["published=756", "website=413", "wechat=190", "other_channels=138"]),
    ("004-3", "X02", "error", ["发布政府信息756条", "website=413"]),
    ("004-4", "T13", "warning", ["documents_published=8", "documents_issued=7"]),
    ("004-5", "X14", "info", ["190余条", "wechat=190", "other_channels=138"]),
    ("004-6", "T15", "error", ["visitors=", "visitors_town=16"]),
    ("004-7", "T24", "warning", ["points=1", "access_points="]),
    # tables and years
    ("003-4", "T28", "warning", ["成吉思汗镇2016年政府信息公开工作年度报告"]),
    ("004-14", "T25", "info", ["weibo=0", "wechat=190"]),
    # language, privacy, security
    ("000-11", "L02", "warning", ["存在几的"]),
    ("000-12", "L02", "warning", ["种类培训"]),
    ("000-14", "L13", "warning", ["二零一六年一月十七日"]),
    ("000-15", "L02", "warning", ["没有政府信息公开而导致"]),
    ("000-16", "L02", "warning", ["印并发了"]),
    ("000-17", "L02", "warning", ["全面客观的"]),
    ("000-18", "L02", "warning", ["截止"]),
    ("000-19", "L06", "warning", ["公开信息75条"]),
    ("000-19", "L06", "warning", ["从事政府信息公开工作人员。"]),
    ("000-21", "L12", "info", ["218.62.81.171"]),
    ("000-21", "L12", "info", ["@163.com"]),
    ("000-space", "L07", "info", ["《 中华人民"]),
    ("001-6", "L06", "warning", ["统计表、"]),
    ("001-box", "L02", "warning", [""]),  # a private-use character behind a heading
    ("001-object", "L15", "info", ["未收到政府信息依申请公开"]),
    ("002-8", "L02", "warning", ["公开专项"]),
    ("002-14", "L05", "warning", ["1010.", "发布质量.使公开"]),
    ("002-15", "L05", "warning", ["规定,现公布"]),
    ("002-16", "L15", "info", ["未收到依申请公开"]),
    ("002-17", "L02", "info", ["时限为"]),
    ("002-18", "L07", "info", ["公信力。 具体", "(三) 认真", "实效, 加强"]),
    ("002-19", "L08", "warning", ["政府信息公开条例"]),
    ("003-1", "L03", "error", ["UedBet体育"]),
    ("003-2", "L04", "info", ["网站首页 > 政府信息公开"]),
    ("003-2", "L04", "info", ["发布时间:2017-02-10"]),
    ("003-9", "L05", "warning", ["规定,现公布成"]),
    ("004-10", "L02", "warning", ["很大地"]),
    ("004-ledger", "L02", "info", ["台帐"]),
    (
        "004-8",
        "T19",
        "info",
        ["gazette_copies=", "points_city=", "offices=", "access_points=", "staff_full="],
    ),
    ("004-11", "P17", "warning", ["filler:张村镇政府"]),
    # structure
    ("000-7", "P02", "warning", ["收费和减免情况"]),
    ("000-8", "P04", "error", [""]),
    ("000-10", "P04", "warning", ["行政复议和行政诉讼案件"]),
    ("000-20", "Y09", "info", ["依申请公开政务信息"]),
    ("000-23", "P14", "warning", [""]),
    ("001-7", "P13", "warning", ["政府信息公开年度报告"]),
    ("001-9", "P02", "warning", ["政府信息公开工作存在的主要问题及改进措施"]),
    ("001-11", "P15", "info", [""]),
    ("001-11", "P16", "warning", ["附件"]),
    ("002-6", "P02", "warning", ["政府信息公开工作存在的主要问题及改进措施", "需要说明的其他事项"]),
    ("002-7", "P06", "warning", [""]),
    ("002-9", "P20", "warning", ["加强对政府信息公开专栏的日常检查、维护和更新工作机制"]),
    ("002-11", "P21", "info", ["提升依申请公开的服务质量"]),
    ("002-12", "P09", "info", ["监督制度不健全"]),
    ("002-21", "P16", "warning", [""]),
    ("002-22", "P07", "warning", ["考核"]),
    ("003-3", "P04", "error", [""]),
    ("003-3", "P04", "error", [""]),
    ("003-6", "P02", "warning", ["主要问题和改进措施"]),
    ("003-7", "P14", "warning", [""]),
    ("003-7", "P15", "info", [""]),
    ("003-7", "P16", "warning", [""]),
    ("004-9", "Y09", "warning", ["行政性规范文件"]),
    ("004-12", "P11", "warning", ["(一)", "(二)"]),
    ("004-13", "P10", "warning", ["title:2012年度"]),
    ("004-13", "P15", "info", [""]),
    ("004-13", "P16", "warning", [""]),
    # prose against tables
    ("003-5", "X16", "error", ["公开内容"]),
    ("003-5", "X16", "error", ["政府信息公开申请受理机制"]),
    # years, names, foreign and copied text
    ("000-13", "Y08", "warning", ["《规定》"]),
    ("002-3", "Y06", "error", ["我虽然"]),
    ("003-x", "Y08", "warning", ["《条例》"]),
    ("004-1", "Y04", "error", ["文家市"]),
]


def _is_said(quote: str, words: str) -> bool:
    """Return whether a place says it: a cell exactly, a text somewhere in it."""
    return words == quote if "=" in quote else quote in words


def speaks_of(finding: Finding, rule: str, severity: str, quotes: list[str]) -> bool:
    """Return whether a finding is of that rule and weight and quotes all these words."""
    said = [words_of(place) for place in finding.where]
    same = (finding.rule, finding.severity) == (rule, severity)
    return same and all(any(_is_said(quote, words) for words in said) for quote in quotes)


@pytest.mark.parametrize(
    ("line", "rule", "severity", "quotes"), FOUND, ids=[f"{one[0]}-{one[1]}" for one in FOUND]
)
def test_what_a_careful_reader_found_is_found(seeds, line, rule, severity, quotes):
    _, found = read(seeds[line[:3]])

    assert [one for one in found if speaks_of(one, rule, severity, quotes)]


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_nothing_else_is_said(seeds, number: str):
    report, found = read(seeds[number])
    expected = [(rule, severity, quotes) for line, rule, severity, quotes in FOUND if line[:3] == number]

    other = [one.message for one in found if not any(speaks_of(one, *known) for known in expected)]

    assert other == []
    assert len(found) == len(expected)
    assert all(quotes_hold(report, one) for one in found)
