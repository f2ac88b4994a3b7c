"""The corpus in CI: the slice that is kept with the tests, and fresh files where the programs for them are there."""

from collections import Counter
from pathlib import Path

import pytest

from core.template import built_in
from tests.corpus import build, layout, programs, truth
from tests.corpus.measure import Score, listed, measure, of_file

FILES = Path(__file__).parent / "files"
KEPT = truth.load(FILES)
FORMATS = {"docx", "doc", "wps", "html", "mht", "txt", "xlsx", "xls", "pdf"}
FRESH = 60
# A PDF without ruling lines is read by the places of its words; what cannot be told is left blank with a note.
UNRULED = "pdf without rules"
PARAGRAPHS = 0.97


def assert_kept(name: str, score: Score) -> None:
    """No figure is wrong or missing without a word, and the format reaches its target."""
    told = "\n".join(listed(score.failures, 3))
    assert score.silent == 0, told
    if name != UNRULED:
        assert score.cell_share >= (0.995 if name == "pdf" else 1.0), told
        assert score.paragraph_share >= PARAGRAPHS, told


@pytest.mark.parametrize("entry", KEPT, ids=lambda entry: entry.name)
def test_a_kept_file_comes_back_as_it_was_written(entry):
    # when
    score = of_file(FILES / entry.name, entry, built_in())

    # then
    assert score.failures == []


def test_the_slice_has_every_format_and_every_form_and_stays_small():
    files = [path for path in FILES.iterdir() if path.name != truth.NAME]

    assert {entry.format for entry in KEPT} == FORMATS
    assert {entry.truth.template for entry in KEPT} == set(build.FORMS)
    assert {path.name for path in files} == {entry.name for entry in KEPT}
    assert len(files) <= 40
    assert sum(path.stat().st_size for path in FILES.iterdir()) <= 1_500_000


def test_there_are_ten_layouts_and_more():
    assert len(layout.LAYOUTS) >= 10
    assert len({one.name for one in layout.LAYOUTS}) == len(layout.LAYOUTS)


def test_the_same_seed_makes_the_same_text(tmp_path, monkeypatch):
    # given: nothing but what is written without another program
    monkeypatch.setattr(programs, "office", lambda: None)
    monkeypatch.setattr(programs, "browser", lambda: None)
    said: list[str] = []

    # when
    for name in ("one", "two"):
        build.build(tmp_path / name, seed=5, count=20, say=said.append)

    # then
    made = [
        sorted((path.name, path.read_bytes()) for path in (tmp_path / name).glob("*.[thm]*"))
        for name in ("one", "two")
    ]
    assert made[0] == made[1]
    assert sum("is not installed" in line for line in said) == 2 * sum(
        bool(kind.needs) for kind in build.KINDS
    )


def test_fresh_files_of_every_format_come_back(tmp_path):
    # given
    if not (programs.office() and programs.browser()):
        pytest.skip("LibreOffice and Chromium are not both installed: they write most of these files")
    entries = build.build(tmp_path, seed=20_261, count=FRESH, say=lambda line: None)

    # when
    found = measure(tmp_path)

    # then
    assert Counter(entry.format for entry in entries).keys() == {*FORMATS, UNRULED}
    for name, score in found.items():
        assert_kept(name, score)
