"""The examples of docs/template-format.md and lexicon-format.md work as they stand, and no key of a form is left unexplained."""

import re
import tomllib
from pathlib import Path

import pytest

from core import checks
from core.checks.entry import Entry
from core.paths import home
from core.template import Block, Column, Measure, Row, Section, Table, Template, installed

DOCS = Path(__file__).resolve().parents[3] / "docs"
TEXT = (DOCS / "template-format.md").read_text(encoding="utf-8")
WORDS = (DOCS / "lexicon-format.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
WORD_BLOCKS = re.findall(r"```toml\n(.*?)```", WORDS, re.DOTALL)
HEADER = """
id = "qingxi"
name = "清溪县格式"
first_year = 2020
basis = "县里的通知"
source = "样例"
confirmed = true
fixed_sections = true
local = true
title = "{office}{year}年统计年报"
"""


def block(words: str) -> str:
    return next(one for one in BLOCKS if words in one)


def put(path: str, text: str) -> None:
    file = home() / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_the_examples_make_a_form_with_rules_and_word_lists():
    # given
    put(
        "templates/a/template.toml",
        HEADER + block("[[measure]]") + block('id = "notes"') + block('id = "work"'),
    )
    put("templates/a/checks.toml", block('include = ["figures"]'))
    put("templates/b/template.toml", block("extends = "))
    put("lexicon/own.toml", "\n".join(WORD_BLOCKS))

    # when
    library = installed()

    # then
    assert checks.problems(library) == ()
    assert {one.id for one in library.own()} == {"qingxi", "qingxi-2021"}
    assert {rule.entry.id for rule in checks.for_template(library, "qingxi").rules} >= {"T18", "Z01", "Z02"}


@pytest.mark.parametrize("model", [Template, Section, Table, Block, Column, Row, Measure, Entry])
def test_every_key_is_explained(model):
    names = {field.alias or name for name, field in model.model_fields.items()}

    assert {
        name for name in names if not re.search(rf"`\[?\[?(table\.)?{name}\]?\]?`|`{name} = ", TEXT)
    } == set()


def test_every_example_is_toml():
    assert len(BLOCKS) == 7
    assert len(WORD_BLOCKS) == 2
    assert all(tomllib.loads(text) for text in BLOCKS + WORD_BLOCKS)
