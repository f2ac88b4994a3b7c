"""What a report of the corpus tells: figures that add up, and chapters of items, before anything is laid out."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from core.template import Library, Template
from tests.faults import filling
from tests.faults.clean import clean_reports

WORDS = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
_LARGER = 137  # every count times this gives figures of three to six digits that still add up


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph to be: body text of level 0, or a numbered one with its head and what runs on behind it."""

    level: int
    head: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section as it will stand: the section it means, its title, what it says."""

    id: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """All that a report tells."""

    template: Template
    year: int
    office: str
    preface: str
    chapters: tuple[Chapter, ...]
    values: dict[str, str] = field(default_factory=dict)


def made(rng: Random, library: Library, template_id: str, *, official: bool = False) -> Content:
    """Return a report of the form by chance; `official` keeps the titles of the form."""
    template = library.get(template_id)
    report = filling.filled(rng, template)
    values = dict(report.values)
    if rng.random() < 0.35:
        values = {cell: _larger(text) for cell, text in values.items()}
    if rng.random() < 0.5:
        values |= _amounts(rng, template, values)
    preface = (
        (template.preface or "现将{office}{year}年政府信息公开工作情况公布如下。")
        .format(office=report.unit.name, year=report.year)
    )  # fmt: skip
    chapters = tuple(_chapters(rng, library, template, report.year, report.unit.short_name, official))
    return Content(template, report.year, report.unit.name, preface, chapters, values)


def _larger(text: str) -> str:
    return str(int(text) * _LARGER) if text.isdecimal() else text


def _amounts(rng: Random, template: Template, values: dict[str, str]) -> dict[str, str]:
    """Return amounts of money with decimals."""
    amounts = [cell.id for cell in template.cells.values() if cell.kind == "amount" and cell.unit == "万元"]
    return {
        cell: f"{rng.randint(0, 90)}.{rng.randint(1, 99):02d}".rstrip("0")
        for cell in amounts
        if cell in values
    }


def _chapters(
    rng: Random, library: Library, template: Template, year: int, town: str, official: bool
) -> list[Chapter]:
    said = _Said(rng, year, town)
    borrowed = _borrowed(rng, library, template, year) if rng.random() < 0.3 else {}
    titles = WORDS["titles-fixed" if template.fixed_sections else "titles"]
    chapters = []
    for section in template.sections:
        if (section.optional and rng.random() < 0.4) or section.id not in titles:
            continue
        title = section.title if official else rng.choice(titles[section.id])
        if section.id in borrowed:
            items = borrowed[section.id]
        elif section.tables:
            items = said.few() if rng.random() < 0.5 else ()
        else:
            items = said.chapter(section.id)
        chapters.append(Chapter(section.id, title, items))
    return chapters


def _borrowed(rng: Random, library: Library, template: Template, year: int) -> dict[str, tuple[Item, ...]]:
    """Return the sections of a correct report of full length, told of that year."""
    reports = [one for one in clean_reports(library, 5, rng.randint(0, 99)) if one.template == template.id]
    found = {}
    for section in reports[0].sections if reports else ():
        if section.id in template.sections_by_id and section.paragraphs:
            found[section.id] = tuple(
                _item(one.text.replace(str(reports[0].year), str(year)), one.level)
                for one in section.paragraphs
            )
    return found


def _item(text: str, level: int) -> Item:
    if level != 2:
        return Item(0, text=text)
    head, stop, rest = text.partition("）")[2].partition("。")
    return Item(2, head, rest) if stop else Item(2, head)


class _Said:
    """Draws sentences, none twice in a report while there are others."""

    def __init__(self, rng: Random, year: int, town: str) -> None:
        self._rng = rng
        self._known = {"year": year, "town": town}
        self._left = rng.sample(WORDS["sentences"], len(WORDS["sentences"]))
        self._heads = rng.sample(WORDS["heads"]["two"], len(WORDS["heads"]["two"]))

    def chapter(self, section: str) -> tuple[Item, ...]:
        """Return a chapter: plain paragraphs, or two or three numbered parts with heads."""
        if section == "problems":
            return tuple(
                Item(0, text=self._filled(self._rng.choice(WORDS["problems"][one])))
                for one in ("first", "next")
            )
        shape = self._rng.choice(("plain", "heads", "run-in", "mixed", "few"))
        if shape in ("plain", "few") or section not in ("overview", "disclosure", "interpretation"):
            return self.few()
        items = [Item(0, text=self.text())] if self._rng.random() < 0.6 else []
        for _ in range(self._rng.randint(2, 4)):
            if not self._heads:
                break
            head = self._heads.pop()
            if shape == "run-in" or (shape == "mixed" and self._rng.random() < 0.5):
                items.append(Item(2, head, self.text()))
            else:
                items += [Item(2, head), *(self._third() if self._rng.random() < 0.4 else self.few())]
        return tuple(items)

    def few(self) -> tuple[Item, ...]:
        """Return one to three plain paragraphs."""
        return tuple(Item(0, text=self.text()) for _ in range(self._rng.randint(1, 3)))

    def text(self) -> str:
        """Return a paragraph of one to four sentences."""
        return "".join(self._sentence() for _ in range(self._rng.randint(1, 4)))

    def _third(self) -> list[Item]:
        items = []
        for head in self._rng.sample(WORDS["heads"]["three"], self._rng.randint(2, 3)):
            items.append(Item(3, head, self._sentence()))
            if self._rng.random() < 0.3:
                items += [Item(4, text=self._sentence()) for _ in range(2)]
        return items

    def _sentence(self) -> str:
        if not self._left:
            self._left = self._rng.sample(WORDS["sentences"], len(WORDS["sentences"]))
        return self._filled(self._left.pop())

    def _filled(self, sentence: str) -> str:
        n, m, k = (self._rng.randint(2, 9), self._rng.randint(10, 4000), self._rng.randint(10, 99))
        return sentence.format(n=n, m=m, k=k, **self._known)
