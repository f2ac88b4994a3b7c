"""The manual and the readme speak of the window as it is: its buttons, menus, keys and pages by their own names."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from core.paths import RESOURCES
from gui import help_pages, keys
from gui.commands import COMMANDS

ROOT = RESOURCES.parent
PAGES = sorted(help_pages.FOLDER.glob("*.md"))
READ_BY_CLERKS = [ROOT / "README.md", *PAGES]
_QUOTED = re.compile("“([^“”]+)”")
_STEP = re.compile("^[①-⑥] ")
_MENU = re.compile("“([^“”]+)”菜单(?:里点|里的|里，点)?“([^“”]+)”")
_KEY = r"(?:Ctrl|Shift|Alt|F\d)[^，。（）\s]*"
_BY_KEY = re.compile(rf"“([^“”]+)”(?:，或者按 |（)({_KEY})")
_KEY_FIRST = re.compile(rf"({_KEY})（“[^“”]+”菜单里的“([^“”]+)”")

# Put together while the program runs, or no words of its own.
PUT_TOGETHER = {
    "照抄去年，未核对",
    "已签发，又改过",
    "签发后又改过",
    "按现在的内容重新标为已签发",
    "单位＋年度＋政府信息公开工作年度报告",
}


@cache
def words_of_the_program() -> str:
    """Return all that the program may say, without the letters and the dots of its menus."""
    said = [path.read_text(encoding="utf-8") for path in RESOURCES.rglob("*.toml")]
    for folder in ("core", "gui"):
        for path in (ROOT / folder).rglob("*.py"):
            nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            values = (node.value for node in nodes if isinstance(node, ast.Constant))
            said += [value for value in values if isinstance(value, str)]
    said += [page.title for page in help_pages.pages()]
    return re.sub(r"\(&\w\)|…|&", "", "\n".join(said))


@pytest.mark.parametrize("page", READ_BY_CLERKS, ids=lambda page: page.name)
def test_what_is_quoted_is_said_by_the_program(page: Path):
    # given: "生成……年报告" leaves out what differs each time
    quoted = _QUOTED.findall(page.read_text(encoding="utf-8"))

    # when
    unknown = [
        words
        for words in quoted
        if words not in PUT_TOGETHER
        and not all(part in words_of_the_program() for part in re.split("…+", _STEP.sub("", words)))
    ]

    # then
    assert unknown == []


def test_a_command_that_is_named_with_its_menu_stands_there():
    # given
    menus = {(keys.bare(one.menu), keys.bare(one.text)) for one in COMMANDS}
    named = [pair for page in READ_BY_CLERKS for pair in _MENU.findall(page.read_text(encoding="utf-8"))]

    # then
    assert len(named) >= 4
    assert [pair for pair in named if pair not in menus] == []


def test_a_command_that_is_named_with_its_key_has_it():
    # given
    known = {keys.bare(one.text): keys.key_words(one.shortcut).replace(",", "逗号") for one in COMMANDS}
    texts = [page.read_text(encoding="utf-8") for page in READ_BY_CLERKS]
    named = [pair for text in texts for pair in _BY_KEY.findall(text)]
    named += [(words, key) for text in texts for key, words in _KEY_FIRST.findall(text)]

    # when
    commands = [(words, key) for words, key in named if words in known]

    # then
    assert len(commands) >= 4
    assert [(words, key) for words, key in commands if key not in known[words].split(" 或 ")] == []


def test_a_page_that_is_pointed_to_is_in_the_manual():
    # given
    titles = {page.title for page in help_pages.pages()}
    named = [
        title for page in PAGES for title in re.findall("见“([^“”]+)”", page.read_text(encoding="utf-8"))
    ]

    # then
    assert named
    assert set(named) <= titles


def test_the_list_of_changes_names_only_keys_that_there_are():
    # given: those of the tables of keys are held by the manual itself
    known = {key for one in COMMANDS for key in keys.key_words(one.shortcut).split(" 或 ")}
    manual = "\n".join(page.text for page in help_pages.pages())

    # when
    named = set(
        re.findall(
            r"(?:Ctrl|Alt|Shift)\+[A-Za-z\d+,.]*[A-Za-z\d,.]", (ROOT / "CHANGELOG.md").read_text("utf-8")
        )
    )

    # then
    assert named
    assert {key for key in named if key not in known and key not in manual} == set()
