"""Years move on where they mean the report year, and stay where they name something else."""

import pytest

from core.carry import roll


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2023年，我镇公开信息。", "2024年，我镇公开信息。"),
        ("2023年度", "2024年度"),
        ("自2023年1月1日起至2023年12月31日止", "自2024年1月1日起至2024年12月31日止"),
        ("2023年1月至12月", "2024年1月至12月"),
        ("截至2023年12月底", "截至2024年12月底"),
        ("截止2023年年末", "截止2024年年末"),
        ("2024年，我们将继续改进", "2025年，我们将继续改进"),
        ("比2022年增长5%", "比2023年增长5%"),
        ("较2022年下降", "较2023年下降"),
        ("二〇二三年，全镇", "二〇二四年，全镇"),
        ("2023.1.1—2023.12.31", "2024.1.1—2024.12.31"),
        ("2023-01-01至2023-12-31", "2024-01-01至2024-12-31"),
    ],
)
def test_the_report_year_moves_on(before, after):
    assert roll(before, 2023, 1) == after


@pytest.mark.parametrize(
    "text",
    [
        "《2023年政务公开工作要点》",
        "国办发〔2023〕32号",
        "青政发[2023]5号",
        "2019年4月3日修订",
        "2023年5月10日召开会议",
        "2023年3月印发方案",
        "2021—2023年",
        "2021-2025年规划",
        "2008年以来",
        "2022年开通的专栏",
        "第2023年",
        "电话12023年",
    ],
)
def test_other_years_stay(text):
    assert roll(text, 2023, 1) == text


def test_a_leap_over_several_years_moves_all_by_the_same_number():
    assert roll("2017年……2018年将", 2017, 7) == "2024年……2025年将"


def test_no_leap_changes_nothing():
    assert roll("2023年", 2023, 0) == "2023年"
