"""The rules of the house, kept by a test: floors, no circles, no Qt in core, nothing of a machine in the files."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted([*(ROOT / "core").rglob("*.py"), *(ROOT / "gui").rglob("*.py"), ROOT / "main.py"])

# Lower floors first; a module may import its own floor and those below. `core.x` covers everything under it.
FLOORS = (
    (
        "core.errors",
        "core.numbers",
        "core.dates",
        "core.labels",
        "core.paths",
        "core.atomic",
        "core.initials",
        "core.differing",
        "core.divisions",
        "core.run_in",
        "core.quotations",
        "core.official_words",
        "core.web_addresses",
        "core.grid",
        "core.processes",
        "core.stages",
    ),
    (
        "core.template",
        "core.style",
        "core.look",
        "core.stored",
        "core.settings",
        "core.fonts",
        "core.recent",
        "core.deadline",
        "core.places",
        "core.export_folders",
        "core.sent_away",
    ),
    ("core.report",),
    (
        "core.rewording",
        "core.edits",
        "core.strokes",
        "core.compare",
        "core.signing",
        "core.approval",
        "core.take_back",
        "core.own_places",
        "core.totals",
        "core.blanks",
        "core.blocks_of_cells",
        "core.pasting_names",
        "core.pasting_cells",
        "core.links",
        "core.points",
        "core.numbering",
        "core.lists",
        "core.renumbering",
        "core.addresses",
        "core.cell_names",
        "core.trend",
        "core.likeness",
    ),
    (
        "core.blocks",
        "core.layout",
        "core.importers",
        "core.carry",
        "core.store",
        "core.autosave",
        "core.kept_reviews",
        "core.phrases",
        "core.guide",
    ),
    ("core.checks",),
    (
        "core.export",
        "core.present",
        "core.aspects",
        "core.fragments",
        "core.pasting",
        "core.pasting_own",
        "core.searching",
        "core.first_look",
    ),
    ("core.opening",),
    ("core.cli",),
    ("gui",),
    ("main",),
)


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {name_of(path) for path in MODULES}


def imports_of(path: Path) -> Iterator[str]:
    """Yield the full name of everything a module imports, in functions and for typing alike."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in NAMES else node.module


def floor_of(name: str) -> int:
    for floor, members in enumerate(FLOORS):
        if any(name == member or name.startswith(member + ".") for member in members):
            return floor
    if name in ("core", "gui"):
        return 0
    pytest.fail(f"{name} stands on no floor: give it one in FLOORS and in CONTRIBUTING.md")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_core_knows_no_screen(path):
    # given
    tops = {name.split(".")[0] for name in imports_of(path)}

    # then
    if name_of(path).startswith("core"):
        assert not tops & {"gui", "PySide6", "shiboken6"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_reaches_upward(path):
    # given
    floor = floor_of(name_of(path))

    # then
    upward = [name for name in imports_of(path) if name in NAMES and floor_of(name) > floor]
    assert upward == []


def test_no_module_is_part_of_a_circle():
    # given
    graph = {name_of(path): {name for name in imports_of(path) if name in NAMES} for path in MODULES}

    # when
    done: set[str] = set()
    circles: list[list[str]] = []

    def visit(name: str, above: list[str]) -> None:
        if name in above:
            circles.append([*above[above.index(name) :], name])
        elif name not in done:
            for other in sorted(graph[name]):
                visit(other, [*above, name])
            done.add(name)

    for name in graph:
        visit(name, [])

    # then
    assert circles == []


def test_no_file_and_no_function_has_outgrown_its_room():
    # given
    files = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    functions = {
        f"{name_of(path)}.{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    }

    # then
    assert {name: size for name, size in files.items() if size > 400} == {}
    assert {name: size for name, size in functions.items() if size > 50} == {}


def test_heavy_libraries_wait_for_their_first_use():
    # given: what is loaded before anything is exported or read from a foreign file
    heavy = {"docx", "openpyxl", "reportlab", "pypdfium2", "fontTools", "lxml", "PIL"}
    rooms = ("core.export.", "core.importers.", "core.fonts")

    # then
    early = {
        name_of(path): heavy & {name.split(".")[0] for name in imports_of(path)}
        for path in MODULES
        if not name_of(path).startswith(rooms)
    }
    assert {name: found for name, found in early.items() if found} == {}


def test_the_files_say_nothing_of_the_machine_they_were_made_on():
    # given
    machine = re.compile(r"/root/|/home/\w|/work/|/tmp/\w")
    texts = [
        path
        for folder in ("core", "gui", "resources", "installer", "docs", "tests")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".md", ".toml", ".sh", ".qss", ".txt"} and path != Path(__file__)
    ]

    # then
    assert [str(path.relative_to(ROOT)) for path in texts if machine.search(path.read_text("utf-8"))] == []
