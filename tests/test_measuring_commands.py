"""The commands that measure say how they are called, and name what they do not know."""

import pytest

from tests.benchmarks import __main__ as benchmarks
from tests.faults import __main__ as faults

COMMANDS = pytest.mark.parametrize("command", [benchmarks, faults], ids=["benchmarks", "faults"])


@COMMANDS
def test_help_says_how_the_command_is_called(command, capsys):
    # when
    with pytest.raises(SystemExit) as ended:
        command.main(["--help"])

    # then
    assert ended.value.code == 0
    assert command.__spec__.parent in capsys.readouterr().out


@COMMANDS
def test_a_name_that_is_not_known_is_told_in_one_sentence_before_anything_is_measured(command, capsys):
    # when
    with pytest.raises(SystemExit) as ended:
        command.main(["nothing-of-the-kind"])

    # then
    told = capsys.readouterr()
    assert ended.value.code == 2
    assert "not known: nothing-of-the-kind" in told.err.splitlines()[-1]
    assert told.out == ""
