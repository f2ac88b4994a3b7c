"""Lexicons of the office's own: they add to those that ship, and a wrong entry is skipped and named."""

from pathlib import Path

import pytest

from core import checks
from core.checks import lexicon
from tests.core.checks.examples import findings_of, small


def own(home: Path, text: str, name: str = "本县.toml") -> Path:
    """Write a lexicon into the clerk's own folder."""
    path = home / lexicon.FOLDER / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


SLOGAN = '[[slogan]]\nwords = "{words}"\nlast_year = 2015\nnote = "这个说法2015年以后不用了"\nsource = "县里的通知"\n'


def test_an_entry_of_the_countys_own_works_beside_those_that_ship(library, own_home):
    own(own_home, SLOGAN.format(words="三联六进"))

    checker, report = small(library, "national-2021", 2024, "开展三联六进活动。", "开展两学一做学习教育。")

    assert [one.found for one in findings_of(checker, report, "Y21")] == ["三联六进", "两学一做"]
    assert checker.problems == ()


def test_every_kind_of_entry_may_stand_in_one_file(library, own_home):
    own(
        own_home,
        '[[law]]\ntitle = "清溪县政府信息公开办法"\nnumber = "国发〔2015〕3号"\nfirst_year = 2015\nlast_year = 2018\n'
        'note = "这个办法已经废止"\nsource = "县里"\n'
        '[[wrong_name]]\nwrong = "清溪县信息办法"\nright = "清溪县政府信息公开办法"\nsource = "县里"\n'
        '[[level]]\nwords = "全盟"\nseverity = "error"\nsource = "县里"\n'
        '[[place]]\nnames = ["洈水镇"]\nwithin = "松滋"\nsource = "县里"\n',
    )

    checker, report = small(
        library,
        "national-2021",
        2024,
        "全盟公开工作。",
        "执行《清溪县信息办法》。",
        "依据《清溪县政府信息公开办法》公开。",
    )

    assert [one.found for one in findings_of(checker, report, "Y05")] == ["全盟"]
    assert [one.found for one in findings_of(checker, report, "Y07")] == [
        "《清溪县信息办法》",
        "《清溪县政府信息公开办法》",
    ]


@pytest.mark.parametrize(
    ("text", "named", "reason"),
    [
        (
            SLOGAN.format(words="甲") + 'colour = "red"\n',
            "[[slogan]] 第 1 条",
            "colour：没有这样的项，请检查拼写",
        ),
        ('[[slogan]]\nwords = "甲"\nsource = "县里"\n', "[[slogan]] 第 1 条", "note：缺少这一项"),
        (SLOGAN.format(words="(("), "[[slogan]] 第 1 条", "正则表达式写错了"),
        (SLOGAN.format(words="(?i)甲"), "[[slogan]] 第 1 条", "正则表达式写错了"),
        (SLOGAN.format(words="甲)(?:乙"), "[[slogan]] 第 1 条", "正则表达式写错了"),
        (SLOGAN.format(words="甲{0,99999999999}"), "[[slogan]] 第 1 条", "正则表达式写错了"),
        (SLOGAN.format(words="甲.*乙"), "[[slogan]] 第 1 条", "不能用 * 和 +"),
        (SLOGAN.format(words="(甲{0,9}){0,9}"), "[[slogan]] 第 1 条", "不能用 * 和 +"),
        (SLOGAN.format(words="两学一做"), "[[slogan]] 第 1 条", "“两学一做”重复"),
        (SLOGAN.format(words="甲") * 2, "[[slogan]] 第 2 条", "“甲”重复"),
        ('[[word_of_mouth]]\nwords = "甲"\n', "word_of_mouth", "没有“word_of_mouth”这一类词条"),
        ('slogan = "甲"\n', "slogan", "应当写成 [[slogan]]"),
        ('slogan = ["甲"]\n', "[[slogan]] 第 1 条", ""),
        ("[[slogan]\n", "读不了", ""),
        ("[[slogan]]\ndeep = " + "[" * 2000, "读不了", ""),
    ],
)
def test_a_wrong_entry_is_skipped_and_named_with_its_file(
    library, own_home, text: str, named: str, reason: str
):
    path = own(own_home, text)
    own(own_home, SLOGAN.format(words="乙乙乙"), "另一个.toml")

    checker, report = small(library, "national-2021", 2024, "乙乙乙。")

    (problem,) = checker.problems
    assert str(path) in problem
    assert named in problem
    assert reason in problem
    assert [one.found for one in findings_of(checker, report, "Y21")] == ["乙乙乙"]


def test_a_file_in_another_encoding_is_named_and_the_rest_works(library, own_home):
    path = own(own_home, "")
    path.write_bytes(SLOGAN.format(words="甲").encode("gb18030"))

    assert [str(path) in problem for problem in lexicon.problems()] == [True]
    assert checks.for_template(library, "national-2021").rules


def test_a_changed_file_is_read_again(library, own_home):
    path = own(own_home, SLOGAN.format(words="甲甲甲"))
    assert lexicon.problems() == ()

    path.write_text("[[slogan]]\n", encoding="utf-8")

    assert len(lexicon.problems()) == 1
