"""Numbers of what moves from part to part: a paragraph that bears one is counted, whatever it looks like."""

import pytest

from core.carry.prose import lowered, next_number
from core.report import Paragraph


def heading(text: str, level: int = 2) -> Paragraph:
    return Paragraph(text=text, level=level)


def test_a_numbered_paragraph_that_was_made_body_text_is_counted_and_stays_body_text():
    # given: the clerk chose 正文 for the second while looking over what was read
    read = [heading("（一）甲。"), heading("（二）乙。", 0), heading("（三）丙。"), heading("1.子。", 0)]

    # when
    moved = list(lowered(read))

    # then
    assert [(one.level, one.text) for one in moved] == [
        (3, "1.甲。"),
        (0, "2.乙。"),
        (3, "3.丙。"),
        (0, "（1）子。"),
    ]


LAW = [heading(one, 0) for one in ("第二十条规定，应当公开：", "（五）统计；", "（六）收费。")]


@pytest.mark.parametrize(
    ("above", "number"),
    [
        ([], "（一）"),
        ([heading("（一）甲。"), heading("（二）乙。", 0)], "（三）"),
        ([heading("（一）甲。", 0), heading("（二）乙。", 0), heading("正文。", 0)], "（三）"),
        ([heading("加强领导"), heading("更新目录")], "（三）"),
        ([heading("（一）甲。"), heading("（一）项所列的信息都公开了。", 0)], "（二）"),
        ([heading("（一）甲。"), *LAW], "（二）"),
        (
            [heading(f"（{one}）甲。") for one in "一二"] + [heading("下一步："), heading("（一）丙。")],
            "（二）",
        ),
    ],
)
def test_the_next_number_counts_on_from_the_signs_in_the_words(above, number):
    assert next_number(above) == number
