"""Lexicons: lists of words with their sources, those that ship and those an office adds in a folder of its own.

A kind of entry is a model registered under the name of its table. The shipped entries of a kind stand in one
file of `resources/lexicon`; the files in the clerk's own `lexicon` folder may hold entries of any kind. A
wrong entry there is skipped, and `problems` names it.
"""

import re
import tomllib
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, ValidationInfo

from core.checks.entry import SHIPPED, Data
from core.checks.late import PATTERN_ERRORS
from core.paths import RESOURCES, home
from core.template.files import Files, Stamp, stamps

FOLDER = "lexicon"
_ESCAPES = re.compile(r"\\.|\[(?:\\.|[^\]\\]){1,400}\]", re.DOTALL)
_UNBOUNDED = re.compile(r"[*+]|\{\d{0,4},\}")
_NESTED = re.compile(r"\}[+?]?\)\{")
_LONGEST_PATTERN = 3000


def _checked(pattern: str, info: ValidationInfo) -> str:
    """Refuse a regular expression that is wrong, or that could take long on a long text.

    Those that ship with the program are looked at by its tests, and not once more at each start.
    """
    if info.context == SHIPPED:
        return pattern
    try:
        for used in (pattern, f"(?:{pattern})$"):  # some are looked for with more around them
            re.compile(used)
    except PATTERN_ERRORS as error:
        raise ValueError(f"正则表达式写错了：{error}") from error
    plain = _ESCAPES.sub("字", pattern)
    if _UNBOUNDED.search(plain) or _NESTED.search(plain) or len(pattern) > _LONGEST_PATTERN:
        raise ValueError("正则表达式要写明长度，如 {0,20}，不能用 * 和 +，也不能重复嵌套")
    return pattern


Words = Annotated[str, AfterValidator(_checked)]


class Term(Data):
    """An entry of a lexicon: `source` says where it was seen, `confirmed` whether that was looked up."""

    source: str
    confirmed: bool = True

    @property
    def key(self) -> str:
        """What no two entries of a kind share."""
        raise NotImplementedError


T = TypeVar("T", bound=Term)
_FILES: dict[str, tuple[str, type[Term]]] = {}


def term(table: str, file: str) -> Callable[[type[T]], type[T]]:
    """Register a kind of entry: the name of its table, and the shipped file that holds such entries."""

    def register(model: type[T]) -> type[T]:
        _FILES[table] = (file, model)
        return model

    return register


@lru_cache(maxsize=32)
def read(file: str) -> dict[str, Any]:  # Any: TOML, validated by its models
    """Return what a lexicon that ships with the program says, read once."""
    return tomllib.loads((RESOURCES / FOLDER / f"{file}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=32)
def _built_in(table: str) -> tuple[Term, ...]:
    file, model = _FILES[table]
    return tuple(model.model_validate(raw, context=SHIPPED) for raw in read(file).get(table, ()))


def terms(model: type[T]) -> tuple[T, ...]:
    """Return all entries of a kind, the shipped ones first."""
    table = next(name for name, (_, known) in _FILES.items() if known is model)
    entries = (*_built_in(table), *_own().terms.get(table, ()))
    return tuple(entry for entry in entries if isinstance(entry, model))


def problems() -> tuple[str, ...]:
    """Return what is wrong in the clerk's own lexicons: file, entry and reason."""
    return tuple(_own().files.problems)


class _Own:
    """The entries of the clerk's own files, and what was skipped there."""

    def __init__(self) -> None:
        self.terms: dict[str, list[Term]] = {}
        self.files = Files("词库文件", "其他词条")

    def add(self, path: Path) -> None:
        data = self.files.data(path)
        for table in data:
            if table not in _FILES:
                self.files.skip(path, table, f"没有“{table}”这一类词条")
                continue
            for number, raw in enumerate(self.files.listed(path, data, table, f"应当写成 [[{table}]]"), 1):
                self._add_entry(path, table, number, raw)

    def _add_entry(self, path: Path, table: str, number: int, raw: object) -> None:
        name = f"[[{table}]] 第 {number} 条"
        entry = self.files.entry(path, name, _FILES[table][1], raw)
        if entry is None:
            return
        known = (*_built_in(table), *self.terms.get(table, ()))
        if any(one.key == entry.key for one in known):
            self.files.skip(path, name, f"“{entry.key}”重复，已经有了")
        else:
            self.terms.setdefault(table, []).append(entry)


def own_files() -> tuple[Stamp, ...]:
    """Return the clerk's own lexicons as they are now."""
    folder = home() / FOLDER
    return stamps(sorted(folder.glob("*.toml")) if folder.is_dir() else [])


def _own() -> _Own:
    return _read_own(own_files())


@lru_cache(maxsize=4)
def _read_own(files: tuple[Stamp, ...]) -> _Own:
    """Read the files again only where one of them has changed."""
    import_module("core.checks.kinds")  # which register what a table may be called
    own = _Own()
    for path, _, _ in files:
        own.add(path)
    return own
