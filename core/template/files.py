"""Data files beside a form, as an office may bring them: what is wrong in one is skipped and named, the rest is used."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from core.template.extend import Data
from core.template.reasons import reason

Stamp = tuple[Path, int, int]
_COMMON = ("source", "confirmed")
_M = TypeVar("_M", bound=BaseModel)


def stamps(paths: Iterable[Path]) -> tuple[Stamp, ...]:
    """Return path, time and size of each file that is there: read it again only where one of them is new."""
    found = ((path, path.stat()) for path in paths if path.is_file())
    return tuple((path, one.st_mtime_ns, one.st_size) for path, one in found)


@dataclass
class Files:
    """Reads files of one kind; `problems` says in the clerk's words what was skipped and why.

    `kind` is what such a file is called, `rest` what is used all the same.
    """

    kind: str
    rest: str
    problems: list[str] = field(default_factory=list)

    def data(self, path: Path) -> Data:
        """Return what a file says, nothing where it cannot be read."""
        try:
            return tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
            self.problems.append(f"{self.kind} {path} 读不了：{error}。已跳过，{self.rest}照常使用。")
            return {}

    def skip(self, path: Path, name: str, why: str) -> None:
        """Name what is left out."""
        self.problems.append(f"{self.kind} {path} 的 {name} 有误：{why}。已跳过，{self.rest}照常使用。")

    def name_unknown(self, path: Path, data: Data, *known: str) -> None:
        """Name the keys that mean nothing in a file."""
        for key in data.keys() - set(known):
            self.skip(path, key, "没有这样的项，请检查拼写")

    def listed(
        self, path: Path, data: Data, key: str, wanted: str = "应当是列表，写在方括号里"
    ) -> list[object]:
        """Return the list under a key, an empty one where there is none."""
        found = data.get(key, [])
        if isinstance(found, list):
            return found
        self.skip(path, key, wanted)
        return []

    def entries(self, path: Path, data: Data, model: type[_M], key: str) -> Iterator[_M]:
        """Yield the entries under a key; where their words come from may stand once, above all of them."""
        common = {name: data[name] for name in _COMMON if name in data}
        for number, raw in enumerate(self.listed(path, data, key, f"应当写成 [[{key}]]"), 1):
            whole = {**common, **raw} if isinstance(raw, dict) else raw
            known = raw.get("id") if isinstance(raw, dict) else None
            entry = self.entry(path, str(known or f"第 {number} 条"), model, whole)
            if entry is not None:
                yield entry

    def entry(self, path: Path, name: str, model: type[_M], raw: object) -> _M | None:
        """Return the entry that the data is; None where it is wrong, which is named then."""
        try:
            return model.model_validate(raw)
        except ValidationError as error:
            self.skip(path, name, reason(error, raw))
            return None
