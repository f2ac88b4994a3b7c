"""Things counted in passing, rows of kinds, and sums of channels, as sentences tell them."""

import re

import pytest

from core.checks.reading.facts import facts_of
from core.checks.reading.listings import listings
from core.checks.reading.things import things

NAMES = re.compile("(?:行政)?村(?!级)|信息员")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("全乡26个行政村都设置了公开栏。", [("村", 26, True)]),
        ("28个村的公开栏更新不及时。", [("村", 28, False)]),
        ("明确信息员12名。", [("信息员", 12, True)]),
        ("全县280个村均已完成。", []),
        ("其中12个村合格。", []),
    ],
)
def test_things_are_told_with_their_number(text: str, told: list[tuple[str, int, bool]]) -> None:
    found = [(one.name, one.figure.low, one.whole) for one in things(text, NAMES)]

    assert found == told


def test_kinds_in_a_row_are_all_of_the_channel() -> None:
    found = facts_of("微信公众号推送便民信息30条、惠农政策28条。", 2020)

    assert [(one.topics, one.figure.low) for one in found] == [(("wechat",), 58)]


def test_a_row_of_people_is_no_number_of_them_all() -> None:
    found = facts_of("举办培训班两期，两期分别有30人、34人参加，共64人次。", 2016)

    assert 34 not in [one.figure.low for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "公开信息115条，全部来自网站和微信公众号两个渠道，前者公开60条，后者公开45条。",
        "公开信息115条，分布在网站、微信两个渠道，分别为60条、45条。",
        "网站60条、公示栏45条，各渠道相加为115条。",
        "各平台累计发布信息115条，网站60条，公众号45条。",
    ],
)
def test_channels_are_listed_with_their_total(text: str) -> None:
    (one,) = listings(text)

    assert (one.total.low, one.sum, one.is_open) == (115, 105, False)
