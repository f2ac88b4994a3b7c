"""The places that are an office's own: its name is taken apart as it is everywhere."""

import pytest

from core import checks
from core.checks.kinds.own_places import parts_of
from core.report import blank
from tests.core.checks.examples import findings_of, write


@pytest.mark.parametrize(
    ("office", "parts"),
    [
        ("广州市番禺区市桥街道办事处", ["广州市", "番禺区", "市桥街道"]),
        ("关于甲县旗杆镇人民政府", ["甲县", "旗杆镇"]),
        ("新乡市红旗区洪门镇人民政府2024年政府信息公开工作年度报告", ["新乡市", "红旗区", "洪门镇"]),
        ("锡林郭勒盟东乌珠穆沁旗萨麦苏木人民政府", ["锡林郭勒盟", "东乌珠穆沁旗", "萨麦苏木"]),
        ("青川县民政局", ["青川县"]),
        ("柳河镇政务公开办公室", ["柳河镇"]),
    ],
)
def test_the_name_of_an_office_tells_its_places(office, parts):
    assert parts_of(office) == parts


@pytest.mark.parametrize(
    ("office", "own"),
    [
        ("广州市番禺区市桥街道办事处", "市桥街道"),
        ("无锡市梁溪区县前街街道办事处", "县前街街道"),
        ("青川县旗杆镇人民政府", "旗杆镇"),
    ],
)
def test_ones_own_town_is_no_foreign_place_whatever_characters_it_has(library, office, own):
    # given
    report = blank(library.get("national-2021"), 2024, office)
    write(
        report, "overview", f"{own}人民政府认真更新了目录。", f"{own}共有村和社区12个。", "青山镇更新了目录。"
    )

    # when
    found = findings_of(checks.for_template(library, "national-2021"), report, "Y04")

    # then
    assert [place.quote for one in found for place in one.where] == ["青山镇"]


def test_a_sumu_of_another_office_is_foreign_and_ones_own_or_a_word_that_looks_like_one_is_not(library):
    # given
    report = blank(library.get("national-2021"), 2024, "锡林郭勒盟东乌珠穆沁旗萨麦苏木人民政府")
    texts = "萨麦苏木人民政府更新了目录。", "巴音苏木人民政府更新了目录。", "江苏木材厂的申请已经答复。"
    write(report, "overview", *texts)

    # when
    found = findings_of(checks.for_template(library, "national-2021"), report, "Y04")

    # then
    assert [place.quote for one in found for place in one.where] == ["巴音苏木"]
