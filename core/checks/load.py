"""Rules files read: a template's own `checks.toml`, and the shared ones it includes."""

import re
import tomllib
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from core.checks.entry import KINDS, Rule
from core.paths import RESOURCES
from core.template import Template
from core.template.reasons import reason

FILE_NAME = "checks.toml"
SHARED = RESOURCES / "checks"
_EVERYWHERE = "common"


@dataclass
class Rules:
    """The rules of a template in the order of their files; `problems` says what was skipped and why.

    A file that is included twice is read once.
    """

    template: Template
    rules: list[Rule] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    _read: set[Path] = field(default_factory=set)

    def add(self, path: Path) -> None:
        """Read a rules file and those it includes; what is wrong in it is skipped and named."""
        if path in self._read:
            return
        self._read.add(path)
        data = self._data(path)
        for key in data.keys() - {"include", "check"}:
            self._skip(path, str(key), "没有这样的项，请检查拼写")
        included = data.get("include", [])
        if not isinstance(included, list):
            self._skip(path, "include", "应当是列表，写在方括号里")
            included = []
        for name in included:
            self.add(SHARED / f"{name}.toml")
        entries = data.get("check", [])
        if not isinstance(entries, list):
            self._skip(path, "check", "应当写成 [[check]]")
            return
        for number, raw in enumerate(entries, 1):
            self._add_entry(path, number, raw)

    def _data(self, path: Path) -> dict[str, Any]:  # Any: TOML, validated entry by entry
        try:
            return tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            self.problems.append(f"规则文件 {path} 读不了：{error}。已跳过，其他规则照常使用。")
            return {}

    def _add_entry(self, path: Path, number: int, raw: object) -> None:
        if not isinstance(raw, dict):
            self._skip(path, f"第 {number} 条", "应当写成 [[check]]")
            return
        name = str(raw.get("id") or f"第 {number} 条")
        if any(rule.entry.id == name for rule in self.rules):
            self._skip(path, name, "编号重复")
            return
        ready = KINDS.get(str(raw.get("kind")))
        if ready is None:
            self._skip(path, name, f"没有“{raw.get('kind')}”这一类规则")
            return
        try:
            self.rules.append(ready(raw, self.template))
        except ValidationError as error:
            self._skip(path, name, reason(error, raw))
        except re.error as error:
            self._skip(path, name, f"正则表达式写错了：{error}")
        except ValueError as error:
            self._skip(path, name, str(error))

    def _skip(self, path: Path, name: str, reason: str) -> None:
        self.problems.append(f"规则文件 {path} 的 {name} 有误：{reason}。已跳过，其他规则照常使用。")


def load(template: Template, *folders: Path | None) -> Rules:
    """Return the rules of a template: those of its folders, or the ones for all where none has any.

    A template that extends another one has the folder of that one before its own.
    """
    import_module("core.checks.kinds")  # at first use: the window and most commands need no rule to start
    rules = Rules(template)
    files = [folder / FILE_NAME for folder in folders if folder]
    files = [path for path in files if path.is_file()]
    for path in files or [SHARED / f"{_EVERYWHERE}.toml"]:
        rules.add(path)
    return rules
