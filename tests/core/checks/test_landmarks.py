"""Landmarks: words that stand wherever a pattern matches, and the gazetteer of places on record."""

import pytest

from core.checks.gazetteer import known_names
from core.checks.landmarks import landmarks, may_stand, pairs_of


@pytest.mark.parametrize(
    ("pattern", "marks"),
    [
        ("党的十七大|十七届[三四]中全会", ("党的十七大", "十七届")),
        ("(?<!二)十二五(?!届)", ("十二五",)),
        ("[“]?(?:请勿|严禁)外传?", ("请勿", "严禁")),
        ("(?:甲|乙)?公开栏", ("公开栏",)),
        ("公开|\\d{2}", ()),
        ("(?i:bet)", ()),
        ("[男女]|身份证", ("男", "女", "身份证")),
        ("[男女]性", ("性",)),
        ("[^男女]|[一-龥]", ()),
        ("公开栏?[甲乙]?", ("公开",)),
        ("(?P<s>[./-])\\d(?P=s)", (".", "/", "-")),
        ("(?P<s>[一-龥])(?P=s)栏", ("栏",)),
        ("(甲|乙丙)\\1", ("甲", "乙丙")),
        ("公(?:开放|示范)栏", ("公开放", "公示范")),
        ("公开(?#栏)", ("公开",)),
        ("(?i)bet", ()),
        ("(?:公(?i:bet))", ("公",)),
        ("(公)?(?(1)开|示)", ()),
        ("(?>公开|公示)", ()),
        ("公(", ()),
        ("", ()),
    ],
)
def test_landmarks_stand_wherever_a_pattern_matches(pattern, marks):
    assert landmarks(pattern) == marks


def test_a_word_may_stand_only_where_its_characters_stand_side_by_side():
    text = "公开栏每月更换"

    pairs = pairs_of(text)

    assert may_stand(("没有", "公开栏"), text, pairs)
    assert not may_stand(("公栏", "年"), text, pairs)


def test_counties_and_towns_on_record_are_known_by_their_whole_names():
    assert {"蕲春县", "崂山区", "双沟镇"} <= set(known_names())
    assert all(name in known_names() for name in ("蕲春县", "崂山区", "双沟镇"))
    assert not any(name in known_names() for name in ("", "中山区", "沟镇", "双沟", "双沟镇\n双沟镇"))
