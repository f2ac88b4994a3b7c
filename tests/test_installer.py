"""The scripts that set up and test: what must end, ends."""

import subprocess
from pathlib import Path

import pytest

INSTALLER = Path(__file__).resolve().parent.parent / "installer"
LONGEST_WAIT = 120  # seconds, on a busy computer


def within(limit: str, command: str) -> subprocess.CompletedProcess[str]:
    """Run a command as test.sh runs the tests."""
    script = f". \"{INSTALLER / 'setup.sh'}\"; within {limit} bash -c '{command}'"
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=LONGEST_WAIT,
    )


def test_what_hangs_is_ended_with_all_that_it_started_and_said_so():
    # when: a process waits for another one, as pytest does for its workers; both hold the output open
    run = within("1s", "sleep 600 & wait")

    # then
    assert run.returncode == 124
    assert "not through after 1s" in run.stderr


@pytest.mark.parametrize("status", [0, 1, 5])
def test_what_comes_to_its_end_keeps_its_own_result(status):
    run = within("100s", f"exit {status}")

    assert (run.returncode, run.stderr) == (status, "")


def test_all_tests_together_run_within_a_limit():
    lines = (INSTALLER / "test.sh").read_text("utf-8").splitlines()
    (all_tests,) = [line for line in lines if "pytest -n" in line]

    assert all_tests.startswith('within "${TEST_LIMIT:-40m}" ')
