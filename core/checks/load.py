"""Rules files read: a template's own `checks.toml`, and the shared ones it includes."""

from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from pydantic import ValidationError

from core.checks.entry import KINDS, SHIPPED, Rule
from core.checks.late import PATTERN_ERRORS
from core.paths import RESOURCES
from core.template import Template
from core.template.files import Files
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
    _read: set[Path] = field(default_factory=set)
    _files: Files = field(default_factory=lambda: Files("规则文件", "其他规则"))

    @property
    def problems(self) -> list[str]:
        """What was skipped and why."""
        return self._files.problems

    def add(self, path: Path) -> None:
        """Read a rules file and those it includes; what is wrong in it is skipped and named."""
        if path in self._read:
            return
        self._read.add(path)
        data = self._files.data(path)
        self._files.name_unknown(path, data, "include", "check")
        for name in self._files.listed(path, data, "include"):
            self.add(SHARED / f"{name}.toml")
        for number, raw in enumerate(self._files.listed(path, data, "check", "应当写成 [[check]]"), 1):
            self._add_entry(path, number, raw)

    def _add_entry(self, path: Path, number: int, raw: object) -> None:
        if not isinstance(raw, dict):
            self._files.skip(path, f"第 {number} 条", "应当写成 [[check]]")
            return
        name = str(raw.get("id") or f"第 {number} 条")
        if any(rule.entry.id == name for rule in self.rules):
            self._files.skip(path, name, "编号重复")
            return
        ready = KINDS.get(str(raw.get("kind")))
        if ready is None:
            self._files.skip(path, name, f"没有“{raw.get('kind')}”这一类规则")
            return
        try:
            context = SHIPPED if path.is_relative_to(RESOURCES) else ""
            self.rules.append(ready(raw, self.template, context))
        except ValidationError as error:
            self._files.skip(path, name, reason(error, raw))
        except PATTERN_ERRORS as error:
            self._files.skip(path, name, f"正则表达式写错了：{error}")
        except ValueError as error:
            self._files.skip(path, name, str(error))


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
