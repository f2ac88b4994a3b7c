"""What is written beside the program is so: what is named there exists, and the map leaves out nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "CONTRIBUTING.md"
PAGES = [ROOT / "README.md", GUIDE, *sorted((ROOT / "docs").rglob("*.md"))]
TOP = ("core", "gui", "resources", "tests", "installer", "docs", ".ci")
_SECOND_COLUMN = re.compile(r" {2,}(?=\S)")
_PATH = re.compile(r"`((?:core|gui|resources|tests|docs|installer)/[\w./-]+)`")


def the_map() -> str:
    return GUIDE.read_text(encoding="utf-8").split("## The map")[1].split("```")[1]


def has_word(text: str, word: str) -> bool:
    return re.search(rf"(?<![\w.]){re.escape(word)}(?!\w)", text) is not None


def parts() -> Iterator[str]:
    """Yield what has a place on the map: the top, each module on a floor of its own, each folder of the program."""
    yield from TOP
    for top in ("core", "gui"):
        yield from (path.stem for path in (ROOT / top).glob("*.py") if path.stem != "__init__")
        yield from (path.parent.name for path in (ROOT / top).glob("*/**/__init__.py"))
    for top in ("resources", "tests"):
        folders = (path for path in (ROOT / top).iterdir() if path.is_dir())
        yield from (path.name for path in folders if path.name not in ("__pycache__", *TOP))


def first_column() -> Iterator[tuple[str, str]]:
    """Yield each name in the first column of the map, with the folder that it lies in."""
    folder = ""
    for line in the_map().splitlines():
        indent = len(line) - len(line.lstrip())
        if not line.strip() or indent > 2:
            continue
        for name in _SECOND_COLUMN.split(line.strip(), maxsplit=1)[0].split():
            if not indent:
                folder = name
            yield ("" if not indent else folder), name.rstrip(":")


def test_the_map_names_every_folder_and_every_module_of_a_floor():
    # given
    known = the_map()

    # then
    assert [part for part in parts() if not has_word(known, part)] == []


def test_the_map_names_nothing_that_is_gone():
    # given
    named = list(first_column())

    # then
    assert len(named) > 100
    gone = [
        f"{folder}{name}"
        for folder, name in named
        if not (ROOT / folder / name).exists() and not (ROOT / folder / f"{name}.py").exists()
    ]
    assert gone == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_pages_name_only_files_that_there_are(page):
    # given: a path may end with a name in the module ("gui/writing.PATIENCE")
    text = page.read_text(encoding="utf-8")

    # when
    gone = [
        path
        for path in _PATH.findall(text)
        if not any(
            one.exists() for one in (ROOT / path, ROOT / f"{path}.py", (ROOT / path).with_suffix(".py"))
        )
    ]
    modules = [name.replace(".", "/") for name in re.findall(r"-m (tests\.[\w.]*\w)", text)]

    # then
    assert gone == []
    assert [
        one for one in modules if not any((ROOT / f"{one}{end}").exists() for end in (".py", "/__main__.py"))
    ] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_pages_name_only_decisions_that_there_are(page):
    # given
    there = {path.name[:3] for path in (ROOT / "docs" / "decisions").glob("*.md")}
    named = re.findall(r"decisions? (\d{3}(?:(?:, | and )\d{3})*)", page.read_text(encoding="utf-8"))

    # then
    assert {number for group in named for number in re.findall(r"\d{3}", group)} <= there


def test_the_pictures_of_the_readme_are_there():
    # given
    links = re.findall(r"!\[.+?\]\((.+?)\)", (ROOT / "README.md").read_text(encoding="utf-8"))

    # then
    assert links
    assert all((ROOT / link).is_file() for link in links)
