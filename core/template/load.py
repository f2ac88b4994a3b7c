"""Template files read: those that ship with the program, and those of the clerk's own folder."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from core.errors import InputError, UsageError
from core.paths import RESOURCES, home
from core.template.extend import Data, extended
from core.template.model import FIRST_YEAR, LAST_YEAR, Template
from core.template.reasons import reason
from core.template.soundness import problems

FILE_NAME = "template.toml"
_BUILT_IN = RESOURCES / "templates"
_ADDS = re.compile(r"""^\s*["']?extends["']?\s*=""", re.MULTILINE)


def load(folder: Path, known: Mapping[str, Path] | None = None) -> Template:
    """Return the template of a folder; InputError names the file, the entry and the reason.

    `known` are the folders of the templates that it may extend, by their ids.
    """
    path = folder / FILE_NAME
    try:
        data = _data(path)
        if "extends" in data:
            data = _whole(data, known or {})
        template = Template.model_validate(data)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(f"格式文件 {path} 读不了：{error}。已跳过，其他格式照常使用。") from error
    except ValidationError as error:
        raise InputError(_wrong(path, reason(error, data))) from error
    except ValueError as error:
        raise InputError(_wrong(path, str(error))) from error
    wrong = next(problems(template), "")
    if wrong:
        raise InputError(_wrong(path, wrong))
    return template


def _wrong(path: Path, why: str) -> str:
    return f"格式文件 {path} 有误：{why}。已跳过，其他格式照常使用。"


def _data(path: Path) -> Data:
    return tomllib.loads(path.read_text(encoding="utf-8-sig"))


def _whole(data: Data, known: Mapping[str, Path]) -> Data:
    """Return the data of a template together with those of the one that it extends."""
    folder = known.get(str(data["extends"]))
    if folder is None:
        raise ValueError(f"extends：没有编号为 {data['extends']} 的格式")
    base = _data(folder / FILE_NAME)
    return extended(_whole(base, known) if "extends" in base else base, data)


@dataclass(eq=False)  # one library is never another, whatever they hold
class Library:
    """The templates known, by id, in the order in which they were read; `problems` says what was skipped and why."""

    templates: dict[str, Template] = field(default_factory=dict)
    folders: dict[str, Path] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def add(self, parent: Path) -> None:
        """Read every template folder under a folder; one that cannot be read becomes a problem."""
        if not parent.is_dir():
            return
        folders = [path for path in parent.iterdir() if (path / FILE_NAME).is_file()]
        for folder in sorted(folders, key=lambda path: (_extends(path), path)):
            try:
                template = load(folder, self.folders)
            except InputError as error:
                self.problems.append(str(error))
                continue
            if template.id in self.templates:
                self.problems.append(
                    f"格式文件 {folder / FILE_NAME} 的编号 {template.id} 与已有的重复。已跳过。"
                )
                continue
            self.templates[template.id] = self._with_measures(template)
            self.folders[template.id] = folder

    def _with_measures(self, template: Template) -> Template:
        """Return a form that says what it measures: if it does not itself, what the official one of its last year does.

        Of that it has what its own cells count.
        """
        if template.measures:
            return template
        year = min(template.last_year or LAST_YEAR, LAST_YEAR)
        official = [one for one in self if one.serves(year) and not one.local]
        newest = max(official, key=lambda one: one.first_year, default=None)
        found = (one.within(template.cells.keys()) for one in (newest.measures if newest else ()))
        return template.model_copy(update={"measures": tuple(one for one in found if one)})

    def __iter__(self) -> Iterator[Template]:
        return iter(self.templates.values())

    def newest_first(self) -> list[Template]:
        """Return the templates as a list shows them: those for the latest years first, of the same ones the official first."""
        return sorted(self, key=lambda one: (-one.first_year, one.local, -(one.last_year or LAST_YEAR)))

    def get(self, template_id: str) -> Template:
        """Return the template of that id; UsageError where there is none."""
        if template_id not in self.templates:
            known = "、".join(self.templates)
            raise UsageError(f"没有编号为 {template_id} 的格式。可用的有：{known}。")
        return self.templates[template_id]

    def for_year(self, year: int) -> Template:
        """Return the form of that year: of those that serve it and are no local ones, the one that began last."""
        serving = [template for template in self if template.serves(year) and not template.local]
        if not serving:
            raise UsageError(f"没有 {year} 年的报告格式。政府信息公开年度报告从 {FIRST_YEAR} 年开始编制。")
        return max(serving, key=lambda template: template.first_year)

    def folders_of(self, template_id: str) -> tuple[Path, ...]:
        """Return the folder of a template, behind those of the templates that it extends."""
        above = self.templates[template_id].extends
        own = self.folders.get(template_id)
        return (*(self.folders_of(above) if above else ()), *((own,) if own else ()))

    def own(self) -> tuple[Template, ...]:
        """Return the templates that do not ship with the program."""
        folders = ((one, self.folders.get(one.id)) for one in self)
        return tuple(one for one, folder in folders if folder and folder.parent != _BUILT_IN)


def _extends(folder: Path) -> bool:
    """Return whether a template adds to another one, which has to be read before it; it is read itself later."""
    try:
        return bool(_ADDS.search((folder / FILE_NAME).read_text(encoding="utf-8-sig")))
    except (OSError, ValueError):
        return False


def built_in() -> Library:
    """Return the templates that ship with the program."""
    library = Library()
    library.add(_BUILT_IN)
    return library


def installed() -> Library:
    """Return the templates that ship with the program and those of the clerk's own folder."""
    library = built_in()
    library.add(home() / "templates")
    return library
