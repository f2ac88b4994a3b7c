"""Trials by writers who saw the catalogue and the forms alone, never a rule: `blind/*.toml`, a file for each writer.

A trial names rule, kind ("fault" or "near"), form and year, and what stands in the report: `texts` by section ("|"
ends a paragraph, ⟦⟧ the words at which the finding must be), `cells`, `title`, `titles` of sections, sections that
are left out (`without`), `heads` of tables, the `chain` of places, and the `last` report. `why` is for the reader.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from core.report import Paragraph, Report, Section, blank
from core.template import Library
from tests.faults.harness import Trial, Trials, faults, near_misses

FOLDER = Path(__file__).with_suffix("")
_OFFICE = "清溪县柳河镇人民政府"
Said = dict[str, Any]  # Any: TOML of our own


@cache
def _read() -> tuple[Said, ...]:
    return tuple(
        trial
        for path in sorted(FOLDER.glob("*.toml"))
        for trial in tomllib.loads(path.read_text(encoding="utf-8"))["trial"]
    )


def _write(report: Report, said: Said) -> None:
    for section_id, text in said.get("texts", {}).items():
        section = report.section(section_id)
        if section is None:
            section = Section(id=section_id)
            report.sections.insert(-1, section)
        section.paragraphs = [Paragraph(text=one) for one in _bare(text).split("|") if one]
    report.values |= said.get("cells", {})


def _bare(text: str) -> str:
    return text.replace("⟦", "").replace("⟧", "")


def _trial(said: Said, library: Library) -> Trial:
    office = said.get("office", _OFFICE)
    report = blank(library.get(said["form"]), said["year"], office)
    report.unit.chain = said.get("chain", report.unit.chain)
    _write(report, said)
    _frame(report, said, library)
    last = None
    if "last" in said:
        last = blank(library.get(said["last"].get("form", said["form"])), said["year"] - 1, office)
        _write(last, said["last"])
        report.earlier.append(last)
    words = "".join([*said.get("texts", {}).values(), said.get("title", "")])
    return Trial(report, last, words.partition("⟦")[2].partition("⟧")[0])


def _frame(report: Report, said: Said, library: Library) -> None:
    report.title = _bare(said.get("title", report.title))
    for section in report.sections:
        section.source_title = said.get("titles", {}).get(section.id, section.source_title)
    report.sections = [one for one in report.sections if one.id not in said.get("without", [])]
    for table_id, head in said.get("heads", {}).items():
        table = library.get(said["form"]).tables_by_id[table_id]
        report.heads[table_id] = report.head(table).model_copy(update=head)


def _trials(rule: str, kind: str) -> Trials:
    def trials(rng: Random, library: Library) -> Iterator[Trial]:
        for said in _read():
            if said["rule"] == rule and said["kind"] == kind:
                yield _trial(said, library)

    return trials


for _rule in sorted({said["rule"] for said in _read()}):
    faults(_rule)(_trials(_rule, "fault"))
    near_misses(_rule)(_trials(_rule, "near"))
