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
    (
        "004-8",
        "T19",
        "info",
        ["gazette_copies=", "points_city=", "offices=", "access_points=", "staff_full="],
    ),
    ("004-11", "P17", "warning", ["filler:张村镇政府"]),
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
