"""Names of places taken apart: characters that end a level stand within names as well."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.checks.gazetteer import known_names
from core.checks.kinds.places import grammar
from core.divisions import office, unended
from core.report import Unit

TOWNS = sorted(name for name in set(known_names()) if name.endswith(("镇", "乡", "街道")))
COUNTIES = sorted(set(known_names()) - set(TOWNS))
WITHIN = tuple(COUNTIES) + tuple(grammar().within) + ("芒市",)  # what a town on record may be written with
MARKED = [name for name in TOWNS if set(name[:-1]) & set("省市县区旗州盟")]
LONGER = {name for name in MARKED if name.startswith(WITHIN) or "政府" in name}
LONGER.add("瑶区瑶族乡")  # behind a city 瑶区 is read as a district of it
PLAIN_TOWNS = [name for name in TOWNS if name not in LONGER]
ORGANS = ("", "人民政府", "政府", "办事处", "党政办公室", "党政办", "党政综合办公室", "人民政府办公室")

HARD = [
    ("市桥街道办事处", "市桥街道"),
    ("广州市番禺区市桥街道办事处", "市桥街道"),
    ("县前街道办事处", "县前街道"),
    ("乙县县前街道办事处", "县前街道"),
    ("无锡市梁溪区县前街街道办事处", "县前街街道"),
    ("安宁市县街街道办事处", "县街街道"),
    ("临汾市尧都区县底镇人民政府", "县底镇"),
    ("宝鸡市陈仓区县功镇人民政府", "县功镇"),
    ("旗杆镇人民政府", "旗杆镇"),
    ("甲县旗杆镇人民政府", "旗杆镇"),
    ("红旗镇人民政府", "红旗镇"),
    ("甲县红旗镇人民政府", "红旗镇"),
    ("红旗营乡人民政府", "红旗营乡"),
    ("红旗街街道办事处", "红旗街街道"),
    ("新乡市红旗区洪门镇人民政府", "洪门镇"),
    ("吉林省磐石市红旗岭镇人民政府", "红旗岭镇"),
    ("呼和浩特市土默特左旗白庙子镇人民政府", "白庙子镇"),
    ("舒兰市白旗镇人民政府", "白旗镇"),
    ("锡林郭勒盟镶黄旗新宝拉格镇人民政府", "新宝拉格镇"),
    ("锡林郭勒盟东乌珠穆沁旗萨麦苏木人民政府", "萨麦苏木"),
    ("西盟佤族自治县勐梭镇人民政府", "勐梭镇"),
    ("区庄街道办事处", "区庄街道"),
    ("甲市区庄乡人民政府", "区庄乡"),
    ("州城街道办事处", "州城街道"),
    ("东平县州城街道办事处", "州城街道"),
    ("巴中市巴州区东城街道办事处", "东城街道"),
    ("巴州区东城街道办事处", "东城街道"),
    ("通州区马驹桥镇人民政府", "马驹桥镇"),
    ("瓜州县渊泉镇人民政府", "渊泉镇"),
    ("吉州区古南镇街道办事处", "古南镇街道"),
    ("恩施州利川市都亭街道办事处", "都亭街道"),
    ("恩施土家族苗族自治州恩施市舞阳坝街道办事处", "舞阳坝街道"),
    ("靖州苗族侗族自治县渠阳镇人民政府", "渠阳镇"),
    ("常德市津市市毛里湖镇人民政府", "毛里湖镇"),
    ("荆州市沙市区胜利街道办事处", "胜利街道"),
    ("三明市沙县区凤岗街道办事处", "凤岗街道"),
    ("三明市沙县凤岗街道办事处", "凤岗街道"),
    ("社旗县赊店镇人民政府", "赊店镇"),
    ("赵县韩村镇人民政府", "韩村镇"),
    ("赵县市桥街道办事处", "市桥街道"),
    ("某市市中区城区街道办事处", "城区街道"),
    ("晋城市城区东街街道办事处", "东街街道"),
    ("新县城镇人民政府", "新县城镇"),
    ("鄱阳县古县渡镇人民政府", "古县渡镇"),
    ("古县渡镇人民政府", "古县渡镇"),
    ("泰安市泰山区省庄镇人民政府", "省庄镇"),
    ("景德镇市浮梁县浮梁镇人民政府", "浮梁镇"),
    ("镇江市京口区谏壁街道办事处", "谏壁街道"),
    ("新乡市新乡县合河乡人民政府", "合河乡"),
    ("乡宁县昌宁镇人民政府", "昌宁镇"),
    ("阿克苏地区阿克苏市依干其镇人民政府", "依干其镇"),
    ("四平市铁东区北市场街道办事处", "北市场街道"),
    ("清远市连州市瑶区瑶族乡人民政府", "瑶区瑶族乡"),
    ("铜仁地区务川仡佬族苗族自治县都濡街道办事处", "都濡街道"),
    ("积石山保安族东乡族撒拉族自治县吹麻滩镇人民政府", "吹麻滩镇"),
    ("珠市彝族乡人民政府", "珠市彝族乡"),
    ("聊城市东昌府区沙镇人民政府", "沙镇"),
    ("神农架林区松柏镇人民政府", "松柏镇"),
    ("甲市开发区街道办事处", "开发区街道"),
    ("甲县经济开发区城关街道办事处", "城关街道"),
    ("甲县乙镇人民政府", "乙镇"),
    ("青川县 乔庄镇 人民政府", "乔庄镇"),
    ("青禾镇人民政府办公室", "青禾镇"),
    ("市桥街道办", "市桥街道"),
]
NOT_SURE = [
    "青川县民政局",
    "景德镇市人民政府",
    "甲市高新技术产业开发区管理委员会",
    "甲县经济开发区管委会",
    "八里庄地区办事处",
    "某市桥区市桥街道办事处",  # a 桥区 is not known
    "瑶区瑶族乡人民政府",
    "敖汉旗人民政府新州街道",
    "青禾镇人民政府（盖章）",
    "镇人民政府",
    "街道办事处",
    "",
    "区" * 70 + "镇",
]


@pytest.mark.parametrize(("name", "town"), HARD)
def test_the_town_in_the_name_of_an_office_is_found_whole(name, town):
    parts = office(name)

    assert parts is not None
    assert parts.town == town
    assert name.replace(" ", "").startswith("".join(parts.above) + town)
    assert Unit(name=name).short_name == town


@pytest.mark.parametrize("name", NOT_SURE)
def test_a_name_that_is_no_townships_or_not_sure_stays_whole(name):
    assert office(name) is None
    assert Unit(name=name).short_name == name


def test_the_places_above_a_town_are_told_outermost_first():
    parts = office("湖北省荆州市沙市区胜利街道办事处")

    assert parts is not None
    assert parts.above == ("湖北省", "荆州市", "沙市区")


def test_no_town_on_record_is_cut():
    """A town written with its county in the record loses that, and nothing else loses a character."""
    assert len(PLAIN_TOWNS) > 27_000
    assert [name for name in PLAIN_TOWNS if Unit(name=name).short_name != name] == []


@given(
    st.sampled_from(["", "荆州市", "湖北省荆州市"]),
    st.sampled_from(COUNTIES),
    st.sampled_from(PLAIN_TOWNS),
    st.sampled_from(ORGANS),
)
def test_a_town_on_record_is_found_behind_any_county(above, county, town, organ):
    parts = office(above + county + town + organ)

    assert parts is not None
    assert parts.town == town
    assert parts.above[-1] == county


@given(
    st.sampled_from([name for name in MARKED if name not in LONGER]),
    st.sampled_from(COUNTIES),
)
def test_a_town_with_the_ending_of_a_county_in_it_is_found_as_any_other(town, county):
    assert office(county + town + "人民政府").town == town


@given(st.text("省市县区旗州盟镇乡街道甲红桥前 苏木", max_size=14))
def test_the_parts_of_any_name_stand_in_it_one_after_the_other(name):
    parts = office(name)

    if parts:
        assert name.replace(" ", "").startswith("".join(parts.above) + parts.town)
        assert all(len(one) > 1 for one in (*parts.above, parts.town))


@pytest.mark.parametrize(
    ("name", "bare"), [("柳河镇", "柳河"), ("新宾自治县", "新宾"), ("萨麦苏木", "萨麦"), ("柳河", "柳河")]
)
def test_a_name_is_told_without_its_ending(name, bare):
    assert unended(name) == bare
