"""Template files read: those that ship with the program, and those of the clerk's own folder."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from core.errors import InputError, UsageError
from core.paths import RESOURCES
from core.template.model import Template

FILE_NAME = "template.toml"


def load(folder: Path) -> Template:
    """Return the template of a folder; InputError names the file, the entry and the reason."""
    path = folder / FILE_NAME
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return Template.model_validate(data)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"模板文件 {path} 读不了：{error}。已跳过，其他模板照常使用。") from error
    except ValidationError as error:
        raise InputError(
            f"模板文件 {path} 有误：{_first_reason(error)}。已跳过，其他模板照常使用。"
        ) from error


def _first_reason(error: ValidationError) -> str:
    first = error.errors()[0]
    entry = ".".join(str(part) for part in first["loc"])
    reason = first["msg"].removeprefix("Value error, ")
    return f"{entry}：{reason}" if entry else reason


@dataclass
class Library:
    """The templates known, by id, in the order of their folders; `problems` says what was skipped and why."""

    templates: dict[str, Template] = field(default_factory=dict)
    folders: dict[str, Path] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def add(self, parent: Path) -> None:
        """Read every template folder under a folder; one that cannot be read becomes a problem."""
        if not parent.is_dir():
            return
        for folder in sorted(path for path in parent.iterdir() if (path / FILE_NAME).is_file()):
            try:
                template = load(folder)
            except InputError as error:
                self.problems.append(str(error))
                continue
            if template.id in self.templates:
                self.problems.append(
                    f"模板文件 {folder / FILE_NAME} 的编号 {template.id} 与已有的重复。已跳过。"
                )
                continue
            self.templates[template.id] = template
            self.folders[template.id] = folder

    def __iter__(self) -> Iterator[Template]:
        return iter(self.templates.values())

    def get(self, template_id: str) -> Template:
        """Return the template of that id; UsageError where there is none."""
        if template_id not in self.templates:
            known = "、".join(self.templates)
            raise UsageError(f"没有编号为 {template_id} 的模板。可用的有：{known}。")
        return self.templates[template_id]

    def for_year(self, year: int) -> Template:
        """Return the form of that year: of those that serve it and are no local ones, the one that began last."""
        serving = [template for template in self if template.serves(year) and not template.local]
        if not serving:
            raise UsageError(f"没有 {year} 年的报告格式。政府信息公开年度报告从 2008 年开始编制。")
        return max(serving, key=lambda template: template.first_year)


def built_in() -> Library:
    """Return the templates that ship with the program."""
    library = Library()
    library.add(RESOURCES / "templates")
    return library
