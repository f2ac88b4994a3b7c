"""Rules files read: a template's own `checks.toml`, and the shared ones it includes."""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from core.checks.entry import KINDS, Rule
from core.paths import RESOURCES
from core.template import Template

FILE_NAME = "checks.toml"
SHARED = RESOURCES / "checks"
_EVERYWHERE = "common"


@dataclass
class Rules:
    """The rules of a template in the order of their files; `problems` says what was skipped and why."""

    template: Template
    rules: list[Rule] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def add(self, path: Path) -> None:
        """Read a rules file and those it includes; what is wrong in it is skipped and named."""
        data = self._data(path)
        included = data.get("include", [])
        for name in included if isinstance(included, list) else []:
            self.add(SHARED / f"{name}.toml")
        entries = data.get("check", [])
        if not isinstance(entries, list):
            self._skip(path, "check", "应当写成 [[check]]")
            return
        for number, raw in enumerate(entries, 1):
            self._add_entry(path, number, raw)

    def _data(self, path: Path) -> dict[str, Any]:  # Any: TOML, validated entry by entry
        try:
            return tomllib.loads(path.read_text(encoding="utf-8"))
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
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"])
            self._skip(path, name, f"{place}：{first['msg']}")
        except re.error as error:
            self._skip(path, name, f"正则表达式写错了：{error}")
        except ValueError as error:
            self._skip(path, name, str(error))

    def _skip(self, path: Path, name: str, reason: str) -> None:
        self.problems.append(f"规则文件 {path} 的 {name} 有误：{reason}。已跳过，其他规则照常使用。")


def load(template: Template, folder: Path | None) -> Rules:
    """Return the rules of a template: those of its folder, or the ones for all where it has none."""
    rules = Rules(template)
    own = folder / FILE_NAME if folder else None
    rules.add(own if own and own.is_file() else SHARED / f"{_EVERYWHERE}.toml")
    return rules
