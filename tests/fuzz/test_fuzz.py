"""A slice of the fuzzer on every run, in children that read many files and through the child of the program."""

from random import Random

import pytest

from core.errors import AppError
from core.importers import sandbox
from tests.fuzz import pool
from tests.fuzz.mutators import BY_KIND, mutated
from tests.fuzz.seeds import seeds

COUNT = 4000  # some five minutes of a run on two cores
SEED = 4
THROUGH_THE_CHILD = 24


def test_damaged_files_end_in_a_report_or_in_a_sentence():
    # when
    figures = pool.run(COUNT, SEED)

    # then
    assert figures.files == COUNT
    assert figures.untyped == []
    assert figures.died == []
    assert figures.over_time == []
    assert figures.over_memory == []
    assert 0 < figures.read < COUNT
    assert len(figures.by_suffix) >= 8


def test_damaged_files_end_so_through_the_child_too(tmp_path):
    # given
    made = seeds()
    endings = set()

    for number in range(THROUGH_THE_CHILD):
        # when
        file = mutated(made, SEED + 1, number)
        path = tmp_path / f"年报{file.suffix}"
        path.write_bytes(file.data)
        try:
            ending = sandbox.read(path).report.model_dump_json()
        except AppError as error:
            ending = str(error)
            assert path.name in ending

        # then
        assert "\n" not in ending
        assert path.read_bytes() == file.data
        endings.add(ending)
    assert len(endings) > 3


@pytest.mark.parametrize("kind", BY_KIND)
def test_the_same_numbers_damage_the_same_way(kind):
    # given
    data = next(one.data for one in seeds() if one.suffix == ".docx" or kind != "zip")

    for damage in BY_KIND[kind]:
        # when
        once, again = damage(data, Random(7)), damage(data, Random(7))

        # then
        assert once == again


def test_every_format_has_a_seed():
    assert {one.suffix for one in seeds()} >= {
        ".docx",
        ".doc",
        ".pdf",
        ".html",
        ".mht",
        ".xlsx",
        ".xls",
        ".txt",
    }
