"""Changes since an earlier year, as sentences tell them."""

import pytest

from core.checks.reading.changes import changes

YEAR = 2013


@pytest.mark.parametrize(
    ("words", "base", "sign"),
    [
        ("比2012年增加20条", 2012, 1),
        ("比 2012 年增加 20 条", 2012, 1),
        ("比2010 年度减少20条", 2010, -1),
        ("较 上年 增加20条", None, 1),
        ("比\u30002012\u3000年同期增加20条", 2012, 1),
    ],
)
def test_blanks_around_a_year_do_not_hide_what_changed_since_it(words, base, sign):
    # when
    (found,) = changes(f"主动公开政府信息90条，{words}。", YEAR)

    # then
    assert (found.base, found.sign, found.now) == (base, sign, (90,))
    assert found.amount is not None
    assert found.amount.low == 20
