"""Golden files: what a test makes is compared with a text kept in `tests/golden/`.

A pytest plugin: `pytest --update-golden` rewrites the texts, and a person reads the difference.
"""

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parent / "golden"
Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the option that rewrites the golden files."""
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite tests/golden with what the tests make now"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with the golden file of that name ("pdf/national-2021.txt")."""
    update: bool = request.config.getoption("--update-golden")

    def compare(name: str, text: str) -> None:
        path = FOLDER / name
        text = text if text.endswith("\n") else text + "\n"
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        if not path.is_file():
            pytest.fail(f"{path} is not there; make it with --update-golden and read it")
        kept = path.read_text(encoding="utf-8")
        if kept != text:
            lines = difflib.unified_diff(kept.splitlines(), text.splitlines(), "kept", "made", lineterm="")
            pytest.fail(f"{name} has changed; --update-golden keeps the new text:\n" + "\n".join(lines))

    return compare
