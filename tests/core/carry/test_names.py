"""Names of people in sentences of reports, and words that only look like one."""

import pytest

from core.carry.names import names


def found(text: str) -> set[str]:
    return {name for _, name in names(text)}


@pytest.mark.parametrize(
    "text",
    [
        "由专人负责、何人审核、何时公开都有规定，由何人负责写在方案里。",
        "信息员石桥村、柳林村各一名，由祝塘镇负责人介绍经验。",
        "由武装部负责征兵信息，由田长负责巡查，由文书负责档案整理。",
        "办公室文员负责录入，办公室文秘具体负责，信访科方面负责接待。",
        "责任人马上办、督查室严督查，责任人马上整改。",
        "成立由镇长任组长、分管副镇长任副组长、各站所负责人为成员的领导小组。",
        "经分管领导审核、主任签批后发布，由党政办牵头，各站所配合。",
        "成员单位负责人安全意识不强，信息员常态化开展培训，受理人应当场登记。",
        "书记、镇长多次过问，书记高度重视，党支部书记严守纪律。",
        "配备专职人员1名、兼职人员2名，工作人员业务水平有待提高。",
    ],
)
def test_ordinary_words_are_no_names(text):
    assert found(text) == set()


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("联系人张伟联系电话0512-12345678", {"张伟"}),
        ("具体由党政办干事孙莉负责", {"孙莉"}),
        ("副组长：王晓明、赵强、欧阳娜娜", {"王晓明", "赵强", "欧阳娜娜"}),
        ("审核人：何平 签发人：高山", {"何平", "高山"}),
        ("党政办主任马志远同志负责，分管领导为方圆", {"马志远", "方圆"}),
    ],
)
def test_names_are_known_by_what_stands_beside_them(text, people):
    assert found(text) == people
