"""Hostile words: four times the text takes no rule and no pattern much more than four times as long.

Times are compared within one run. Work done in less than `QUICK` seconds counts as taking that long: at that
rate 100 kB take well under a second.
"""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache, partial
from types import FunctionType, ModuleType

import pytest
from pydantic import BaseModel

from core import checks
from core.checks.case import Case
from core.checks.entry import Rule
from core.checks.late import Late
from core.report import Paragraph
from core.template import Template
from tests.core.checks.test_every_rule import LIBRARY, RULES
from tests.samples import filled

SMALL = 2_500
QUICK = 0.003
MOST = 8
TRIES = 2
TEXTS: dict[str, Callable[[int], str]] = {
    "digits": lambda size: "1" * size,
    "numbers": lambda size: ("公开12条，" * size)[:size],
    "percent": lambda size: ("占3.5%、" * size)[:size],
    "chinese numbers": lambda size: ("一二三百" * size)[:size],
    "open brackets": lambda size: "（" * size,
    "open titles": lambda size: "《" * size,
    "nested brackets": lambda size: "（《“" * (size // 6) + "”》）" * (size // 6),
    "spaces": lambda size: " " * size,
    "wide spaces": lambda size: "\u3000 \t" * (size // 3),
    "commas": lambda size: "、，" * (size // 2),
    "one word": lambda size: ("政府信息公开" * size)[:size],
    "latin": lambda size: ("abc.www@" * size)[:size],
    "parts": lambda size: "由" + ("情况、" * size)[:size] + "七部分组成",
    "dates": lambda size: ("2019年1月1日至" * size)[:size],
    "denials": lambda size: ("没有收到申请，" * size)[:size],
    "points": lambda size: ("一是加强；二是" * size)[:size],
}


def ratio(small: Callable[[], object], large: Callable[[], object]) -> float:
    """Return how many times longer the large work takes than the small one; a second try where it looks bad."""
    best = float("inf")
    for _ in range(TRIES):
        taken = _seconds(large)
        best = min(best, taken / max(_seconds(small), QUICK) if taken > QUICK else 1.0)
        if best < MOST:
            break
    return best


def _seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()  # of this process alone: other work on the machine counts for nothing
    work()
    return time.process_time() - begin


def hostile(template: Template, text: str) -> Case:
    """Return the case of a report with a hostile paragraph in its introduction, its first section and among its problems."""
    _, report = filled(LIBRARY, template.id, template.last_year or template.first_year + 3)
    for section_id in ("preface", "overview", "problems"):
        section = report.section(section_id)
        assert section is not None
        section.paragraphs = [Paragraph(text=text), *section.paragraphs]
    return Case(template, report, report)


DISTINCT = {one.values[1].entry.id: one.values for one in RULES}


@pytest.mark.parametrize("name", TEXTS)
def test_no_rule_chokes_on_hostile_words(name: str):
    slow = {}
    for template in LIBRARY:
        cases = [hostile(template, TEXTS[name](size)) for size in (SMALL, 4 * SMALL)]
        for rule in (one for template_id, one in DISTINCT.values() if template_id == template.id):
            took = ratio(*(partial(_run, rule, case) for case in cases))
            if took >= MOST:
                slow[rule.entry.id] = round(took, 1)

    assert slow == {}


def _run(rule: Rule, case: Case) -> None:
    for _ in rule.find(case):
        pass


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Return every pattern, compiled, that rules and their modules hold, wherever it stands."""
    found: dict[str, re.Pattern[str]] = {}
    seen: set[int] = set()
    modules = [one for one in vars(checks).values() if isinstance(one, ModuleType)]
    todo: list[object] = [one for module in modules for one in vars(module).values()]
    todo += [rule for _, rule in DISTINCT.values()]
    while todo:
        one = todo.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, Late):
            found[one.pattern] = one.compile()
        elif isinstance(one, re.Pattern):
            if isinstance(one.pattern, str):
                found[one.pattern] = one
        else:
            todo += _within(one)
    return found


def _within(one: object) -> Iterator[object]:
    """Yield what a value of ours holds."""
    if isinstance(one, dict):
        yield from one.values()
    elif isinstance(one, list | tuple | set | frozenset):
        yield from one
    elif isinstance(one, FunctionType) and one.__module__.startswith("core.checks"):
        yield from (cell.cell_contents for cell in one.__closure__ or ())
        yield from (one.__globals__[name] for name in one.__code__.co_names if name in one.__globals__)
    elif isinstance(one, BaseModel):
        yield from vars(one).values()
    elif is_dataclass(one) and not isinstance(one, type):
        yield from (getattr(one, field.name) for field in fields(one))


def test_patterns_are_found_in_rules_and_modules():
    assert len(patterns()) > 150


@pytest.mark.parametrize("name", TEXTS)
def test_no_pattern_chokes_on_hostile_words(name: str):
    slow = {}
    texts = [TEXTS[name](size) for size in (SMALL, 4 * SMALL)]
    for words, pattern in patterns().items():
        took = ratio(*(partial(_search, pattern, text) for text in texts))
        if took >= MOST:
            slow[words] = round(took, 1)

    assert slow == {}


def _search(pattern: re.Pattern[str], text: str) -> None:
    for _ in pattern.finditer(text):
        pass
