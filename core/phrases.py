"""Standard sentences (常用语) of a form, read from `phrases.toml` beside its `template.toml`.

A phrase says nothing of its own accord: it is offered for its section, or put there by the guide
(`core.guide`). Places in braces are filled in from the report: office, short name, years, figures.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from core import links
from core.paths import RESOURCES
from core.report import PREFACE, SIGNATURE, Link, Paragraph, Report
from core.template import Library, Template
from core.template.files import Files
from core.template.parts import Identifier, Label, Marked

FILE_NAME = "phrases.toml"
SHARED = RESOURCES / "phrases"
BLANK = "××"  # stands where a figure is not known yet; the checks ask to fill it in
_PLACE = re.compile(r"\{([^{}]*)\}")
_KEYS = ("include", "source", "confirmed", "phrase")
_NAMES = ("office", "short", "year", "last_year")


class Phrase(Marked):
    """A standard sentence for a section; `title` is what the list shows, `text` the words with their places.

    `replaces` is a pattern of last year's sentences about the same thing, `says` one of those among them that
    say the same already. `under` is a pattern of the heading that it stands under where there is none of those,
    `heading` the one that it gets where there is no such heading but others are. `apart`: it needs a paragraph of its own.
    """

    id: Identifier
    section: Identifier
    title: Label
    text: Label
    replaces: str = ""
    says: str = ""
    under: str = ""
    heading: str = ""
    apart: bool = False


@dataclass(frozen=True)
class Phrases:
    """The phrases of a form in the order of their files; `problems` says what was skipped and why."""

    phrases: tuple[Phrase, ...]
    problems: tuple[str, ...] = ()


def read(template: Template, *folders: Path) -> Phrases:
    """Return the phrases in the folders of a template; what is wrong is skipped and named.

    A phrase of a later folder takes the place of one of the same id in an earlier folder.
    """
    found: dict[str, Phrase] = {}
    files = Files("常用语文件", "其他常用语")
    for path in (folder / FILE_NAME for folder in folders):
        if path.is_file():
            found |= {phrase.id: phrase for phrase in _read_file(path, template, files)}
    return Phrases(tuple(found.values()), tuple(files.problems))


def load(template: Template, *folders: Path) -> tuple[Phrase, ...]:
    """Return the phrases of a template that ships with the program, or those in the folders named."""
    return read(template, *(folders or (RESOURCES / "templates" / template.id,))).phrases


def for_template(library: Library, template_id: str) -> tuple[Phrase, ...]:
    """Return the phrases of a form of the library, those of the forms that it extends before its own."""
    return load(library.get(template_id), *library.folders_of(template_id))


def problems(library: Library) -> tuple[str, ...]:
    """Return what cannot be used of the clerk's own phrases."""
    found = [read(one, *library.folders_of(one.id)).problems for one in library.own()]
    return tuple(dict.fromkeys(problem for several in found for problem in several))


def fill(phrase: Phrase, report: Report) -> str:
    """Return the sentence with its places filled in from the report; a figure that is blank is "××"."""
    return sentence(phrase, report).text


def sentence(phrase: Phrase, report: Report) -> Paragraph:
    """Return the sentence as a paragraph, its figures linked to their cells; one that is blank is "××" and no link."""
    unit = report.unit
    known = {
        "office": unit.name or "本机关",
        "short": unit.short_name or "本机关",
        "year": str(report.year),
        "last_year": str(report.year - 1),
    }
    text, at, made = "", 0, []
    for place in _PLACE.finditer(phrase.text):
        name = place[1]
        words = known.get(name) or report.text(name).strip() or BLANK
        text += phrase.text[at : place.start()]
        if name not in known and links.shown(words) != links.BLANK:
            made.append(Link(start=len(text), end=len(text) + len(words), cell=name))
        text += words
        at = place.end()
    return Paragraph(text=text + phrase.text[at:], links=tuple(made))


def _read_file(path: Path, template: Template, files: Files, *above: Path) -> Iterator[Phrase]:
    """Yield the phrases of a file, behind those of the shared files that it includes."""
    data = files.data(path)
    files.name_unknown(path, data, *_KEYS)
    for name in files.listed(path, data, "include"):
        shared = SHARED / f"{Path(str(name)).name}.toml"
        if shared not in above:
            yield from _read_file(shared, template, files, *above, shared)
    seen: set[str] = set()
    for phrase in files.entries(path, data, Phrase, "phrase"):
        wrong = "编号重复" if phrase.id in seen else _wrong(phrase, template)
        if wrong:
            files.skip(path, phrase.id, wrong)
            continue
        seen.add(phrase.id)
        yield phrase


def _wrong(phrase: Phrase, template: Template) -> str:
    """Return what is wrong with a phrase on that form, "" where nothing is."""
    if phrase.section not in (*template.sections_by_id, PREFACE, SIGNATURE):
        return f"没有编号为 {phrase.section} 的部分"
    for key in ("replaces", "says", "under"):
        try:
            re.compile(getattr(phrase, key))
        except re.error as error:
            return f"{key} 的正则表达式写错了（{error}）"
    for place in _PLACE.findall(phrase.text):
        if place not in _NAMES and place not in template.cells:
            return f"花括号里的 {place} 不能用，只能写 office、short、year、last_year 或者单元格"
    return ""
