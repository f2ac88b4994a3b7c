"""What the guide asks, read from `guide.toml`: questions, and what follows where several are answered with none."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import TypeVar
from weakref import WeakKeyDictionary

from core import phrases
from core.paths import RESOURCES
from core.phrases import Phrase
from core.template import Library, Template
from core.template.extend import Data
from core.template.files import Files, Stamp, stamps
from core.template.parts import Identifier, Label, Marked

FILE_NAME = "guide.toml"
_KEYS = ("question", "conclusion", "source", "confirmed")


class Part(Marked):
    """What a question and a conclusion share.

    `topic` names the cells in the preview; `cells` (with "*" for any part) are 0 where there was none; `phrase`
    is the sentence that says so.
    """

    id: Identifier
    topic: Label
    cells: tuple[str, ...] = ()
    phrase: str = ""


class Question(Part):
    """A fact of the year, asked once.

    `number` is the cell of a figure that is asked on the spot. Where last year's figure was carried there, `plus`
    and `minus` name the questions that move it. `rest` is whether "其余都没有" answers it too.
    """

    group: str = ""
    ask: Label
    help: str = ""
    number: str = ""
    plus: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    rest: bool = True


class Conclusion(Part):
    """What follows where all the questions of `none` are answered with none; its sentence replaces theirs.

    `apart` is a section that tells one of them by itself: where the report has it, the sentences stay theirs.
    """

    none: tuple[str, ...]
    apart: str = ""


_P = TypeVar("_P", bound=Part)


@dataclass(frozen=True)
class Guide:
    """The questions of a form in their order, with its phrases; `problems` says what was skipped and why."""

    template: Template
    questions: tuple[Question, ...]
    conclusions: tuple[Conclusion, ...]
    phrases: dict[str, Phrase]
    problems: tuple[str, ...] = ()

    def cells(self, part: Part) -> tuple[str, ...]:
        """Return the cells of a question or conclusion in the order of the form."""
        return self._cells[type(part), part.id]

    @cached_property
    def _cells(self) -> dict[tuple[type[Part], str], tuple[str, ...]]:
        parts = (*self.questions, *self.conclusions)
        return {(type(part), part.id): self._cells_of(part) for part in parts}

    def _cells_of(self, part: Part) -> tuple[str, ...]:
        own = part.number if isinstance(part, Question) else ""
        return tuple(
            cell.id
            for cell in self.template.cells.values()
            if not cell.group and (cell.id == own or any(fnmatchcase(cell.id, one) for one in part.cells))
        )


_Known = dict[tuple[str, tuple[Stamp, ...]], Guide]
_KNOWN: WeakKeyDictionary[Library, _Known] = WeakKeyDictionary()  # to read one keeps the dialog waiting


def load(template: Template, *folders: Path) -> Guide:
    """Return the guide of a template that ships with the program, or that in the folders named."""
    places = folders or (RESOURCES / "templates" / template.id,)
    known = {phrase.id: phrase for phrase in phrases.load(template, *places)}
    reader = _Reader(template, known)
    for path in (folder / FILE_NAME for folder in places):
        if path.is_file():
            reader.add(path)
    questions, conclusions = tuple(reader.questions.values()), tuple(reader.conclusions.values())
    return Guide(template, questions, conclusions, known, tuple(reader.files.problems))


def for_template(library: Library, template_id: str) -> Guide:
    """Return the guide of a form of the library: what the forms that it extends ask comes first.

    It is the same one as before while the files of questions and phrases stay as they are.
    """
    template, folders = library.get(template_id), library.folders_of(template_id)
    files = (folder / name for folder in folders for name in (FILE_NAME, phrases.FILE_NAME))
    key = template_id, stamps(files)
    known = _KNOWN.setdefault(library, {})
    if key not in known:
        known[key] = load(template, *folders)
    return known[key]


def problems(library: Library) -> tuple[str, ...]:
    """Return what cannot be used of the clerk's own guides."""
    found = [load(one, *library.folders_of(one.id)).problems for one in library.own()]
    return tuple(dict.fromkeys(problem for several in found for problem in several))


class _Reader:
    """Reads the files of one guide; an entry of a later file takes the place of one of the same id."""

    def __init__(self, template: Template, known: dict[str, Phrase]) -> None:
        self.questions: dict[str, Question] = {}
        self.conclusions: dict[str, Conclusion] = {}
        self.files = Files("向导文件", "其他内容")
        self._template = template
        self._phrases = known

    def add(self, path: Path) -> None:
        """Read a file; what is wrong in it is skipped and named."""
        data = self.files.data(path)
        self.files.name_unknown(path, data, *_KEYS)
        read = {one.id: one for one in self._parts(path, data, "question", Question)}
        known = {**self.questions, **read}
        for question in read.values():
            if not self._misses(path, question.id, (*question.plus, *question.minus), known):
                self.questions[question.id] = question
        for one in self._parts(path, data, "conclusion", Conclusion):
            if not self._misses(path, one.id, one.none, self.questions):
                self.conclusions[one.id] = one

    def _misses(self, path: Path, name: str, wanted: Iterable[str], known: Mapping[str, Question]) -> bool:
        """Return whether an entry names a question that there is not; it is told of then."""
        missing = next((one for one in wanted if one not in known), "")
        if missing:
            self.files.skip(path, name, f"没有编号为 {missing} 的问题")
        return bool(missing)

    def _parts(self, path: Path, data: Data, key: str, model: type[_P]) -> Iterator[_P]:
        for part in self.files.entries(path, data, model, key):
            wrong = next(self._wrong(part), "")
            if wrong:
                self.files.skip(path, part.id, wrong)
            else:
                yield part

    def _wrong(self, part: Part) -> Iterator[str]:
        """Yield what is wrong with an entry on this form."""
        if part.phrase and part.phrase not in self._phrases:
            yield f"没有编号为 {part.phrase} 的常用语"
        own = (part.number,) if isinstance(part, Question) and part.number else ()
        yield from (f"单元格 {one} 不存在" for one in _unknown((*part.cells, *own), self._template))


def _unknown(patterns: Iterable[str], template: Template) -> Iterator[str]:
    """Yield the patterns that name no cell of the form."""
    cells = [cell.id for cell in template.cells.values() if not cell.group]
    return (one for one in patterns if not any(fnmatchcase(cell, one) for cell in cells))
