"""Slips of the keyboard: found with their place and the right word, and silent where two right words meet."""

import pytest

from core.checks.kinds.slips import KnownSlips
from core.paths import RESOURCES
from tests.core.checks.examples import findings_of, quotes_hold, small

# 供开 is no word; 提供 and 开水 are. 以 is a word by itself, 渠 is none. The gap of 工作员 lies before its end.
FILE = """# words, then guards
公开 供开 公凯
可行 以行
工作人员 工作员 工人员
>
供- 提 应
开= 打 水会
以= 可 来
行- 执 走
工- 员 作
员= 人 工
"""
WORDS = {"供开": "公开", "公凯": "公开", "以行": "可行", "工作员": "工作人员", "工人员": "工作人员"}


def told(text: str) -> list[tuple[str, str]]:
    """Return the slips of a text by the small file: what stands there, and the right word."""
    return [(text[start:end], right) for start, end, right in KnownSlips(FILE).find(text)]


def of_report(library, *lines: str):
    """Return what the rule says of these lines, and the report."""
    checker, report = small(library, "national-2021", 2024, *lines)
    return [one for one in findings_of(checker, report, "L02") if "应当是" in one.message], report


def shipped(name: str) -> str:
    """Return a list of the lexicon as it ships."""
    return (RESOURCES / "lexicon" / f"{name}.txt").read_text(encoding="utf-8")


def entries(text: str) -> list[str]:
    """Return the words of a list without its head."""
    return " ".join(line for line in text.splitlines() if not line.startswith("#")).split()


def test_a_slip_is_told_with_the_right_word_and_its_place_and_is_mended(library):
    # given
    (found,), report = of_report(library, "台账逐月核对。", "事项全部在政务供开栏里贴出。")
    (place,) = found.where

    # when
    back = found.fix.edit.apply(report)

    # then
    assert (found.found, found.expected, found.severity) == ("供开", "公开", "warning")
    assert (place.section, place.paragraph, place.start, place.end) == ("overview", 1, 7, 9)
    assert report.section("overview").paragraphs[1].text == "事项全部在政务公开栏里贴出。"
    back.apply(report)
    assert quotes_hold(report, found)


def test_the_same_slip_in_two_places_is_one_finding(library):
    (found,), report = of_report(library, "政务供开栏换了新栏板，村务供开栏也换了。")

    assert [(place.start, place.end) for place in found.where] == [(2, 4), (13, 15)]
    assert quotes_hold(report, found)


def test_the_same_characters_where_two_words_meet_are_silent(library):
    found, _ = of_report(library, "大厅为办事老人提供开水。", "镇里提供开放式查阅点。")

    assert found == []


@pytest.mark.parametrize(
    "line", ["宣传册把“供开”二字印错。", "住在供开村的老人多。", "由供开同志汇总。", "编印《供开手册》。"]
)
def test_what_is_quoted_or_a_name_is_silent(library, line: str):
    found, _ = of_report(library, line)

    assert found == []


def test_every_slip_of_a_text_is_found_in_order_and_none_twice():
    assert told("公凯供开，工作员公凯") == [
        ("公凯", "公开"),
        ("供开", "公开"),
        ("工作员", "工作人员"),
        ("公凯", "公开"),
    ]
    assert list(KnownSlips(FILE).find("公凯供开")) == [(0, 2, "公开"), (2, 4, "公开")]


def test_a_slip_that_begins_within_another_is_passed_over():
    both = KnownSlips(FILE.replace("可行 以行", "可行 以行 行以"))

    assert list(both.find("以行以")) == [(0, 2, "可行")]
    assert list(both.find("又行以")) == [(1, 3, "可行")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("提供开水", []),  # a word ends, another begins
        ("提供开了", []),  # a word ends, and 开 is one by itself
        ("政供开水", ["供开"]),  # a word begins, but 供 is none by itself
        ("以行走", []),  # a word begins, and 以 is one by itself
        ("可以行得", ["以行"]),  # a word ends, but 行 is none by itself
        ("政供开了", ["供开"]),
    ],
)
def test_two_words_meet_only_where_both_sides_are_words(text: str, found: list[str]):
    assert [wrong for wrong, _ in told(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("两名工作员", ["工作员"]),
        ("员工作员", ["工作员"]),  # 作 is where it should be: the gap is not at this end
        ("员工人员", []),  # the gap is at the beginning, and 员工 ends there
        ("工人员工", ["工人员"]),  # 人 is where it should be: the gap is not at this end
        ("工作员工", []),  # the gap is at the end, and 员工 begins there
    ],
)
def test_a_longer_slip_is_silent_only_where_its_gap_is_at_the_meeting(text: str, found: list[str]):
    assert [wrong for wrong, _ in told(text)] == found


def test_the_small_file_is_read_as_it_stands():
    assert dict(KnownSlips(FILE)) == WORDS


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("# words, then guards\n", "", "no head"),
        (">\n", "", "no guards"),
        ("可行 以行", "可行", "可行"),
        ("可行 以行", "可行  以行", "可行  以行"),
        ("可行 以行", "可行 公凯", "可行 公凯"),
        ("开= 打 水会", "开 打 水会", "开 打 水会"),
        ("开= 打 水会", "开= 打", "开= 打"),
        ("开= 打 水会", "开= 打 水会 来", "水会 来"),
    ],
)
def test_a_line_that_the_file_cannot_have_is_told(old: str, new: str, named: str):
    with pytest.raises(ValueError, match=r"^slips\.txt: ") as told_of:
        KnownSlips(FILE.replace(old, new, 1))

    assert named in str(told_of.value)


def test_the_shipped_file_has_the_words_of_its_sources_and_guards_for_all_ends():
    known = KnownSlips(shipped("slips"))
    right = dict(known)
    words, kept_out = set(entries(shipped("official"))), entries(shipped("not_slips").partition("\n>\n")[0])
    ends = {char for slip in right for char in (slip[0], slip[-1])}

    assert set(right.values()) <= words
    assert right.keys().isdisjoint(words)
    assert right.keys().isdisjoint(kept_out)
    assert len(kept_out) == len(set(kept_out))
    assert ends <= known.guards.keys()
