"""The lexicons that ship with the program, whose patterns are not looked at when it starts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import core.checks.kinds  # noqa: F401 - the kinds of entries are registered there
from core.checks import lexicon
from core.checks.lexicon import read

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
