"""The lexicons that ship with the program, whose patterns are not looked at when it starts."""

import pytest

import core.checks.kinds  # noqa: F401 - the kinds of entries are registered there
from core.checks import lexicon
from core.checks.lexicon import read


@pytest.mark.parametrize("table", sorted(lexicon._FILES))
def test_every_entry_would_do_in_a_lexicon_of_a_county(table):
    # given
    file, model = lexicon._FILES[table]

    # when
    entries = [model.model_validate(raw) for raw in read(file).get(table, ())]

    # then
    assert entries == list(lexicon._built_in(table))
    assert entries
