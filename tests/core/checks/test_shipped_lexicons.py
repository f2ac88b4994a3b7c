"""The lexicons that ship with the program, whose patterns are not looked at when it starts."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import core.checks.kinds  # noqa: F401 - the kinds of entries are registered there
from core import checks
from core.checks import lexicon
from core.checks.lexicon import read
from core.template import built_in

LIBRARY = built_in()
ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("table", sorted(lexicon._FILES))
def test_every_entry_would_do_in_a_lexicon_of_a_county(table):
    # given
    file, model = lexicon._FILES[table]

    # when
    entries = [model.model_validate(raw) for raw in read(file).get(table, ())]

    # then
    assert entries == list(lexicon._built_in(table))
    assert entries


def test_own_words_are_known_even_where_no_rule_was_loaded_before(tmp_path):
    # given
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "own.toml").write_text(
        '[[typo]]\nwords = ["供开蓝"]\nright = "公开栏"\nsource = "本县"\n', encoding="utf-8"
    )
    code = "from core.checks import lexicon; print(lexicon.problems())"

    # when
    told = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"NIANBAO_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    # then
    assert "没有“typo”这一类词条" not in told
    assert told.strip() == "()"


# Words of the form, of laws and of reports stay as they are written there; a day of the calendar stays in one piece.
QUOTED = re.compile(r"《[^《》]*》|〔\d{4}〕\d+号|第\d+号|\d{1,2}月\d{1,2}日|（\d{4}年(?:修订)?）|计1[条次]")
TOUCHING = re.compile(r"[\u4e00-\u9fff]\d|\d[\u4e00-\u9fff]")


def told_to_the_clerk() -> Iterator[tuple[str, str]]:
    """Yield what the program says in its own words: the notes of lexicons, the reasons and sentences of rules."""
    for file, _ in set(lexicon._FILES.values()):
        for entries in read(file).values():
            yield from ((file, raw["note"]) for raw in entries if isinstance(raw, dict) and "note" in raw)
    for template in LIBRARY:
        checker = checks.for_template(LIBRARY, template.id)
        for entry in (rule.entry for rule in checker.rules + checker.idle):
            yield from ((entry.id, words) for words in (entry.basis, entry.message))


def test_a_figure_in_our_own_words_has_a_space_beside_chinese():
    # given
    told = set(told_to_the_clerk())

    # when
    touching = [(name, words) for name, words in told if TOUCHING.search(QUOTED.sub("", words))]

    # then
    assert touching == []
    assert sum(any(char.isdecimal() for char in words) for _, words in told) > 150
