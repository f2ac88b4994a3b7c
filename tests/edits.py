"""Random edits of a report, of every kind there is, as a person at work makes them one after the other."""

import datetime
import random
from collections.abc import Callable, Iterator

from core import approval, stages
from core.approval import SetApproval
from core.edits import (
    Decide,
    Edit,
    SetCells,
    SetField,
    SetHead,
    SetLook,
    SetPictures,
    SetSectionTitle,
    Splice,
    Together,
    rewrite,
)
from core.look import Look
from core.own_places import SetOwnPlaces
from core.report import Head, Link, Paragraph, Picture, Report, TypedTotal, blank
from core.take_back import SetRest, whole_edit
from core.template import Template
from core.totals import TypeTotal

_DAY = datetime.date(2025, 1, 12)
_LETTERS = "甲乙丙丁，。1２<&（一）𠮷"


class Chance:
    """Makes edits that fit the report as it stands."""

    def __init__(self, template: Template, seed: int) -> None:
        self.random = random.Random(seed)
        self._template = template
        self._cells = sorted(template.cells)
        self.kinds: dict[type, Callable[[Report], Edit]] = {
            SetCells: self._set_cells,
            Splice: self._splice,
            SetField: lambda _: SetField(self.random.choice(["title", "office"]), self._words()),
            SetSectionTitle: lambda report: SetSectionTitle(self._section(report), self._words()),
            SetHead: lambda _: SetHead(self._template.tables[0].id, self._head()),
            SetLook: lambda _: SetLook(Look(bold_level2=self.random.random() < 0.5)),
            SetPictures: lambda _: SetPictures((Picture(series=[self._words()]),) * self.random.randrange(3)),
            SetOwnPlaces: lambda _: SetOwnPlaces((self._words(),) * self.random.randrange(3)),
            Decide: lambda _: Decide(self.random.choice("abc"), self.random.choice([None, self._words()])),
            TypeTotal: self._type_total,
            SetApproval: lambda report: approval.marking(report, self.random.choice(stages.STAGES), _DAY),
            SetRest: lambda report: whole_edit(template, report, blank(template, report.year, "青禾镇"), "全部回到旧版本"),
            Together: lambda report: Together(tuple(self.one(report, flat=True) for _ in range(2)), "两处一起改"),
        }  # fmt: skip
        if not self._cells:  # a form without tables
            for kind in (SetCells, SetHead, TypeTotal):
                del self.kinds[kind]

    def edits(self, report: Report, count: int) -> Iterator[Edit]:
        """Yield as many edits; each is made by whoever asked before the next is thought of."""
        while count > 0:
            if self.random.random() < 0.4:
                for edit in self._typing(report, min(count, self.random.randrange(1, 6))):
                    yield edit
                    count -= 1
            else:
                yield self.one(report)
                count -= 1

    def one(self, report: Report, *, flat: bool = False) -> Edit:
        """Return an edit of any kind; a flat one fits whatever is done before it."""
        kinds = [kind for kind in self.kinds if not (flat and kind in (Together, SetRest))]
        return self.kinds[self.random.choice(kinds)](report)

    def _typing(self, report: Report, keys: int) -> Iterator[Edit]:
        section = report.section(self._section(report))
        if section is None or not section.paragraphs:
            return
        index = self.random.randrange(len(section.paragraphs))
        for _ in range(keys):
            text = section.paragraphs[index].text
            yield rewrite(report, section.id, index, text[:-1] if self.random.random() < 0.2 else text + "字")

    def _words(self) -> str:
        return "".join(self.random.choices(_LETTERS, k=self.random.randrange(6)))

    def _section(self, report: Report) -> str:
        return self.random.choice(report.sections).id

    def _head(self) -> Head | None:
        return self.random.choice([None, Head(filler=self._words())])

    def _set_cells(self, _: Report) -> SetCells:
        cells = self.random.sample(self._cells, self.random.randrange(1, 13))
        values = {cell: self.random.choice(["", "0", "3", "1,234", "无"]) for cell in cells}
        states = dict.fromkeys(cells, self.random.choice(["", "seen", "carried"]))
        return SetCells(values, states=self.random.choice([None, states]))

    def _splice(self, report: Report) -> Splice:
        new = [self._paragraph() for _ in range(self.random.randrange(3))]
        return Splice(self._section(report), self.random.randrange(4), self.random.randrange(3), tuple(new))

    def _paragraph(self) -> Paragraph:
        if self._cells and self.random.random() < 0.3:
            link = Link(start=2, end=3, cell=self.random.choice(self._cells))
            return Paragraph(text="收到3件，办结2件。", links=(link,))
        level, state = self.random.choice([0, 2, 3]), self.random.choice(["", "carried"])
        return Paragraph(text=self._words(), level=level, state=state)

    def _type_total(self, _: Report) -> TypeTotal:
        typed = TypedTotal(text="3", reason=self._words())
        return TypeTotal(self.random.choice(self._cells), self.random.choice([None, typed]))
