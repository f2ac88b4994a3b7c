"""What in a sentence may be another the next year."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.carry.details import called, details, still_there


def found(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.words) for one in details(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公开信息80条，占98.5%，拨付1,234.5万元。", [("数字", "80"), ("数字", "98.5%"), ("数字", "1,234.5")]),
        ("十二个站所各有一名联络员。", [("数字", "十二")]),
        ("2021—2025年的规划和2023年度的要点", [("年份", "2021—2025年"), ("年份", "2023年度")]),
        ("二〇二三年开通，二〇二四年一月九日改版", [("年份", "二〇二三年"), ("日期", "二〇二四年一月九日")]),
        ("3月15日起，至12月底，又于2023.11.2", [("日期", "3月15日"), ("日期", "12月底"), ("日期", "2023.11.2")]),
        ("联系人：王小明、李四，电话：0432-66123456", [("人名", "王小明"), ("人名", "李四"), ("电话", "0432-66123456")]),
        ("由镇长赵大海任组长，陈静同志负责", [("人名", "赵大海"), ("人名", "陈静")]),
        ("按照青政办发〔2023〕12号办理", [("文号", "〔2023〕12号")]),
        ("拨打12345反映", [("电话", "12345")]),
        ("邮编：132301；邮政编码 132302", [("邮编", "132301"), ("邮编", "132302")]),
        ("（一）主动公开。", []),
        ("1.栏目更新", []),
        ("（1）每周检查；（2）每月抽查20条", [("数字", "20")]),
        ("由六部分组成", []),
        ("2.5万元用于维护", [("数字", "2.5")]),
        ("2.5月公开29件", [("日期", "5月"), ("数字", "29")]),
        ("负责人员和主任会议研究了三审三校", []),
        ("分管领导：赵强；责任编辑：吴静", [("人名", "赵强"), ("人名", "吴静")]),
        ("兼职人员：张三、李四", [("人名", "张三"), ("人名", "李四")]),
        ("由党政办公室张三负责，副镇长陈静具体分管", [("人名", "张三"), ("人名", "陈静")]),
        ("组长由王明担任，于洋镇长到会", [("人名", "王明"), ("人名", "于洋")]),
        ("联系人：欧阳修。", [("人名", "欧阳修")]),
        ("由办公室严格负责，安平镇镇长、管委会主任参加，镇长任组长", []),
        ("电话（0535）8812345，手机138 0013 8000", [("电话", "（0535）8812345"), ("电话", "138 0013 8000")]),
        ("公开一百二十三条，占百分之十五", [("数字", "一百二十三"), ("数字", "百分之十五")]),
        ("邮箱xuanchuanly@163.com，全年收到来信12件", [("数字", "12")]),
        ("邮箱：66123456@qq.com；电话0432-66123456", [("电话", "0432-66123456")]),
        ("网址http://www.jc.gov.cn/2023/3-15/index_8.html公开80条", [("数字", "80")]),
        ("网址www.jc.gov.cn,80条公开", [("数字", "80")]),
    ],
)  # fmt: skip
def test_figures_years_dates_names_and_numbers_are_found(text, expected):
    # then
    assert found(text) == expected


@given(st.text(alphabet="2023年月日15，。（一）〔〕号电话0432-张三主任：%万元条　 ", max_size=60))
def test_details_lie_in_the_text_in_order_and_never_overlap(text):
    # when
    seen = details(text)

    # then
    assert all(text[one.start : one.end] == one.words and one.words for one in seen)
    assert all(one.end <= two.start for one, two in pairwise(seen))


def test_only_what_stood_there_last_year_is_still_there():
    # when
    left = still_there("2024年公开信息80条、通知9件，共开会3次。", "2023年公开信息80条、通知7件，共开会3次。")

    # then
    assert [one.words for one in left] == ["80", "3"]


def test_a_figure_that_stood_there_once_is_found_once():
    # then
    assert [one.start for one in still_there("甲5件，乙5件", "丙5件")] == [1]


def test_a_telephone_number_and_a_postcode_say_what_they_are():
    # given
    text = "邮编：132301，联系电话：0432-65741010，收到申请3件。"

    # when
    said = [called(one) for one in details(text)]

    # then
    assert said == ["邮编 132301", "电话 0432-65741010", "3"]
