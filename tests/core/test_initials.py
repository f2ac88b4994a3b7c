"""The first letters of Chinese words."""

import pytest

from core import initials


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("导出", "dc"),
        ("打开去年的报告", "dkqndbg"),
        ("保存", "bc"),
        ("采用建议的修改", "cyjydxg"),
        ("2023年 PDF…", "2023npdf"),
        ("亍〇", ""),
        ("", ""),
    ],
)
def test_each_character_gives_its_letter_as_far_as_it_is_known(words, letters):
    assert initials.of(words) == letters
