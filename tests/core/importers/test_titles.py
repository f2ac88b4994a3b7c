"""The title found among the lines above the first section, whatever menu stands there too."""

import pytest

from core import importers
from core.importers.document import Text
from core.importers.recognise import lines, offices, titles
from core.importers.reviewing import Review

WHOLE = "清溪县柳河镇人民政府2023年政府信息公开工作年度报告"
PAGE = """<html><head><meta charset="utf-8"><title>{title}-清溪县人民政府</title></head><body>
<div class="left">{menu}</div>
<div class="content">{head}
<p>根据条例规定，现公布本镇2023年政府信息公开工作年度报告，内容分为六个部分，请社会各界监督。</p>
<p>一、总体情况</p><p>2023年，本镇按照上级的部署公开各类信息，及时更新栏目，接受群众的监督和查询，效果较好。</p>
<p>五、存在的主要问题及改进情况</p><p>公开栏更新不够及时，下一步安排专人每周检查，做到发现一处就改一处。</p>
</div></body></html>"""
LIST = "<ul><li>年报</li><li>东山镇</li><li>白石岭镇</li><li>石桥镇</li></ul>"


def found(*texts: str) -> str:
    return titles.find([Text(at, text) for at, text in enumerate(texts, 1)]).text


def review_of(library, tmp_path, title: str = WHOLE, head: str = "", menu: str = LIST) -> Review:
    path = tmp_path / "年报.html"
    page = PAGE.format(title=title, head=head or f"<h1>{WHOLE}</h1>", menu=menu)
    path.write_text(page, encoding="utf-8")
    reading = importers.read_with_counts(path, library)
    return Review(reading, library.get(reading.report.template))


@pytest.mark.parametrize(
    "above",
    [
        ("东山镇", "白石岭镇", "石桥镇", WHOLE),
        ("石桥镇", WHOLE),
        ("清溪县人民政府", WHOLE),
        ("政府信息公开", WHOLE),
        (WHOLE, "2023年年报"),
    ],
)
def test_a_line_that_is_a_whole_title_takes_nothing_from_around_it(above):
    assert found(*above) == WHOLE


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (("清溪县柳河镇人民政府", "2023年政府信息公开", "工作年度报告"), WHOLE),
        (("清溪县柳河镇", "人民政府2023年政府信息公开工作年度报告"), WHOLE),
        (("东山镇", "石桥镇", "2023年政府信息公开工作年度报告"), "2023年政府信息公开工作年度报告"),
        (("石桥镇", "柳河镇人民政府", "2023年政府信息公开工作年度报告"), "柳河镇人民政府2023年政府信息公开工作年度报告"),
    ],
)  # fmt: skip
def test_a_title_in_several_lines_is_joined_but_never_to_a_list_of_places(above, title):
    assert found(*above) == title


@pytest.mark.parametrize(
    "menu",
    [
        LIST,
        "<div>东山镇</div><div>白石岭镇</div><div>石桥镇</div>",
        "<ul><li>石桥镇</li></ul>",
        "<dl><dd>白石岭镇</dd><dd>石桥镇</dd></dl>",
    ],
)
def test_a_menu_of_towns_beside_a_page_joins_neither_title_nor_unit(library, tmp_path, menu):
    # when
    review = review_of(library, tmp_path, menu=menu)

    # then
    assert review.report().title == WHOLE
    assert review.report().unit.name == "清溪县柳河镇人民政府"
    assert review.sign_of("title") == review.sign_of("unit") == "sure"


def test_a_menu_does_not_join_a_heading_that_names_no_town(library, tmp_path):
    # when
    bare = "2023年政府信息公开工作年度报告"
    review = review_of(library, tmp_path, head=f"<h1>{bare}</h1>", menu="<ul><li>石桥镇</li></ul>")

    # then
    assert review.report().title in (bare, WHOLE)
    assert "石桥镇" not in review.report().unit.name


def test_a_title_put_together_from_lines_wants_a_look(library, tmp_path):
    # when
    head = "<p>清溪县柳河镇人民政府</p><p>2023年政府信息公开工作年度报告</p>"
    review = review_of(library, tmp_path, head=head, menu="")

    # then
    assert review.report().title == WHOLE
    assert review.sign_of("title") == "check"
    assert review.open_places()[0].targets == ("title",)


def test_a_title_with_two_towns_in_a_row_wants_a_look_and_so_does_its_unit(library, tmp_path):
    # when
    head = "<h1>石桥镇清溪县柳河镇人民政府2023年政府信息公开工作年度报告</h1>"
    review = review_of(library, tmp_path, head=head)

    # then
    assert review.sign_of("title") == review.sign_of("unit") == "check"
    assert [place.targets for place in review.open_places()][:2] == [("title",), ("unit",)]
    assert "两个乡镇" in review.open_places()[0].reason


@pytest.mark.parametrize(
    "name", ["镇平县城关镇", "景德镇市经公桥镇", "乡宁县昌宁镇", "西乡县城北街道", "柳河镇城乡建设办公室"]
)
def test_a_name_of_one_town_is_none_of_two(name):
    assert not titles.has_two_towns(f"{name}2023年政府信息公开工作年度报告")


@pytest.mark.parametrize(
    "name",
    [
        "河南省新乡市获嘉县城关镇",
        "河南省新乡市红旗区东街街道",
        "浙江省嘉兴市桐乡市乌镇镇",
        "浙江省桐乡市濮院镇",
        "湖南省长沙市宁乡市灰汤镇",
        "江西省萍乡市芦溪县上埠镇",
        "山东省济宁市金乡县羊山镇",
        "江苏省镇江市丹徒区高资街道",
        "云南省昭通市镇雄县泼机镇",
        "河南省南阳市镇平县石佛寺镇",
        "河南省南阳市内乡县马山口镇",
        "江西省景德镇市浮梁县瑶里镇",
        "陕西省汉中市西乡县城北街道",
        "内蒙古自治区锡林郭勒盟正蓝旗赛音苏木",
    ],
)
@pytest.mark.parametrize(
    "rest", ["2023年政府信息公开工作年度报告", "二〇二三年年报", "政府信息公开工作年度报告"]
)
def test_a_county_or_city_that_is_named_like_a_town_is_none(name, rest):
    office = "人民政府" if not name.endswith("街道") else "办事处"
    assert not titles.has_two_towns(f"{name}{office}{rest}")


@pytest.mark.parametrize(
    "name",
    [
        "石桥镇清溪县柳河镇",
        "石桥镇柳河镇",
        "河南省新乡市获嘉县石桥镇柳河镇",
        "石桥镇河南省新乡市获嘉县柳河镇",
        "石桥镇人民政府柳河镇",
        "赛音苏木柳河镇",
    ],
)
@pytest.mark.parametrize("year", ["2023年", "二〇二三年"])
def test_two_towns_are_two_whatever_stands_ahead_of_them(name, year):
    assert titles.has_two_towns(f"{name}人民政府{year}政府信息公开工作年度报告")


def test_a_sumu_is_a_town_of_a_title_in_several_lines():
    above = ("正蓝旗赛音苏木", "2023年政府信息公开工作年度报告")
    assert found(*above) == "".join(above)
    assert found("宝力苏木", "赛音苏木", above[1]) == above[1]


@pytest.mark.parametrize("line", ["正蓝旗赛音苏木", "赛音苏木（盖章）"])
def test_a_line_that_is_a_sumu_is_an_office(line):
    assert lines.is_office(line)


def test_a_sumu_is_found_where_only_the_page_says_who_published():
    assert offices.find("", ["来源：正蓝旗赛音苏木"], "", [], []) == "正蓝旗赛音苏木"
