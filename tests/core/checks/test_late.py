"""Patterns compiled late: they answer as compiled ones do, and what they wait for stands in every match."""

import gc
import re

import pytest

from core import checks
from core.checks.han import is_han
from core.checks.landmarks import landmarks
from core.checks.late import Late, compile_all
from core.checks.late import _made as late_patterns
from core.checks.reading.topics import topics
from tests.core.checks.proof import every_match_has

TEXTS = ("共公开信息30条，其中12条", "没有数字", "", "3条")


@pytest.mark.parametrize("needs", ["", "条", ("条", "件")])
@pytest.mark.parametrize("text", TEXTS)
def test_a_late_pattern_answers_as_a_compiled_one_at_the_first_look_and_later(text, needs):
    at_once = re.compile(r"(\d+)条")

    late = Late(r"(\d+)条", needs)

    for _ in range(2):
        assert _spans(late.finditer(text)) == _spans(at_once.finditer(text))
        assert late.findall(text) == at_once.findall(text)
        assert late.sub("几条", text, count=1) == at_once.sub("几条", text, count=1)
        for name in ("search", "match", "fullmatch"):
            found, wanted = getattr(late, name)(text, 1), getattr(at_once, name)(text, 1)
            assert _spans([found]) == _spans([wanted])


@pytest.mark.parametrize("text", ["一、二，三", "一"])
def test_a_late_pattern_parts_a_text_as_a_compiled_one_does(text):
    assert Late("[、，]", "、，").split(text) == re.split("[、，]", text)


def test_a_pattern_is_compiled_when_a_text_first_has_what_it_needs():
    late = Late("条(?<=条*)", needs="条")  # to look back any distance is refused by the compiler

    assert late.search("一件") is None
    with pytest.raises(re.error):
        late.search("一条")


def test_what_is_found_does_not_depend_on_what_was_compiled_before():
    # given
    late = Late("[甲乙]条", needs="甲")  # which is wrong: 乙条 has none
    cold = (late.search("乙条"), late.findall("乙条"), late.sub("", "乙条"))

    # when
    late.search("甲条")
    compile_all()

    # then
    assert late.is_compiled
    assert (late.search("乙条"), late.findall("乙条"), late.sub("", "乙条")) == cold == (None, [], "乙条")


def test_every_shipped_pattern_finds_in_every_example_what_the_library_finds(library):
    # given
    checkers = [checks.for_template(library, template.id) for template in library]
    entries = [rule.entry for checker in checkers for rule in checker.rules + checker.idle]
    texts = _texts(entries)
    topics()
    patterns = {(one.pattern, one.needs): one for one in gc.get_objects() if isinstance(one, Late)}

    # when
    others = []
    for late in patterns.values():
        marks = landmarks(late.pattern)
        if not (marks or late.needs):
            continue  # asked as it stands
        compiled = re.compile(late.pattern)
        for text in texts:
            found = compiled.search(text)
            hidden = found is not None and marks and not any(mark in text for mark in marks)
            if hidden or _spans([late.search(text)]) != _spans([found]):
                others.append((late.pattern, text))

    # then
    assert len(texts) > 300
    assert len(patterns) > 500
    assert others == []


def test_all_patterns_can_be_compiled_before_a_text_comes_but_for_wrong_ones():
    wrong, late, known = Late("("), Late("[丙丁]条", needs="条"), Late("[甲乙]条")
    known.search("乙条")

    compile_all()

    assert late.is_compiled
    assert known.is_compiled
    assert not wrong.is_compiled


def test_patterns_that_are_gone_are_forgotten():
    known = len(late_patterns)
    several = [Late(f"第{number}条") for number in range(5)]
    assert len(late_patterns) == known + 5

    several.clear()

    assert len(late_patterns) == known


def test_a_match_is_known_as_one_of_its_pattern():
    late, other = Late("公开"), Late("开")

    match = late.search("公开")

    assert late.is_of(match)
    assert not other.is_of(match)


def test_what_a_pattern_needs_stands_in_every_match(library):
    for template in library:
        checks.for_template(library, template.id)
    wordings = [one for topic in topics().topic for one in topic.stated]
    waiting = [one.before_it for one in wordings] + [topic.denied_by for topic in topics().topic]

    every = [one for one in gc.get_objects() if isinstance(one, Late) and one.needs]

    assert set(every) >= {one for one in waiting if one and one.needs}
    assert len([one for one in wordings if one.marks]) > 50
    assert [one.pattern for one in every if not _is_proven(one)] == []


@pytest.mark.parametrize(
    ("text", "answer"), [("公开", True), ("公开 ", False), ("", False), ("鿿一", True), ("、", False)]
)
def test_chinese_characters_are_told_from_all_others(text, answer):
    assert is_han(text) is answer


@pytest.mark.parametrize(
    ("pattern", "words", "answer"),
    [
        ("(?:甲|乙)?公开栏", ("公开",), True),
        ("公(?:开|示)栏", ("公开栏", "公示"), True),
        ("公开?栏", ("公开",), False),
        ("[男女]性", ("男", "女"), True),
        ("(?=.{0,9}公开).*", ("公开",), True),
        ("(?!公开)信息", ("公开",), False),
        ("-{2,3}", ("--",), True),
        ("[^男]", ("男",), False),
        ("[一-龥]", ("一",), False),
    ],
)
def test_the_proof_tells_what_stands_in_every_match(pattern, words, answer):
    assert every_match_has(pattern, words) is answer


def _is_proven(late):
    return every_match_has(late.pattern, tuple(late.needs))


def _texts(entries):
    """Return all sentences and titles of the examples of rules."""
    examples = [one for entry in entries for one in (entry.holds, entry.fails)]
    lines = [
        line
        for one in examples
        for said in (one.text, one.last_text)
        for words in said.values()
        for line in words
    ]
    titles = [title for one in examples for title in (one.title, *one.titles.values()) if title]
    return sorted({*lines, *titles})


def _spans(matches):
    return [match and match.regs for match in matches]
