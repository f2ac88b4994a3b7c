"""The commands that make, read and fill reports."""

import argparse
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from core import links, opening, store
from core.addresses import find_cell, parse_assignment
from core.carry import forward, with_source
from core.cli.answers import print_json, say
from core.edits import SetCells
from core.errors import UsageError
from core.importers.reviewing import Review, counts_of
from core.numbers import canonical
from core.present.reports import report_data
from core.report import Report, blank
from core.store import saving
from core.template import Library, installed

Arguments = argparse.Namespace


def new(arguments: Arguments) -> int:
    """Save a blank report."""
    library = installed()
    chosen = library.get(arguments.template) if arguments.template else library.for_year(arguments.year)
    if not chosen.serves(arguments.year):
        raise UsageError(f"格式 {chosen.id} 不用于 {arguments.year} 年的报告。请换一种格式或年份。")
    report = blank(chosen, arguments.year, arguments.office)
    saving.save_new(report, Path(arguments.output))
    print(f"已新建：{arguments.output}")
    return 0


def import_file(arguments: Arguments) -> int:
    """Save the report that another file holds."""
    library = installed()
    source = Path(arguments.source)
    opened = opening.read(source, library, template_id=arguments.template, year=arguments.year)
    report = opened.file.report
    counts = counts_of(opened.reading) if opened.reading else None
    places = len(report.notes)
    if opened.reading:  # as many as the window shows before the report is taken over
        places = len(Review(opened.reading, library.get(report.template)).places)
    _save_new(report, library, arguments, {"counts": asdict(counts)} if counts else {})
    counted = f"\n{counts.sentence}" if counts else ""
    say(
        f"已读入：{report.unit.name}{report.year}年报告，{places} 处请核对。{counted}",
        data_asked=arguments.json,
    )
    return 0


def carry_forward(arguments: Arguments) -> int:
    """Save the draft that follows last year's report."""
    library = installed()
    draft = forward(library, opening.load(Path(arguments.last), library).report, arguments.year)
    _save_new(draft, library, arguments)
    carried = sum(paragraph.state == "carried" for _, _, paragraph in draft.paragraphs())
    say(
        f"已生成 {draft.year} 年的报告草稿，{carried} 段文字{with_source(draft, '照抄')}，请逐处核对。",
        data_asked=arguments.json,
    )
    return 0


def show(arguments: Arguments) -> int:
    """Print a report."""
    library = installed()
    report = opening.load(Path(arguments.report), library).report
    template = library.get(report.template)
    data = report_data(template, report)
    if arguments.json:
        print_json(data)
        return 0
    print(report.title)
    for section in data["sections"]:
        print(f"\n{section['number']} {section.get('source_title') or section['title']}".rstrip())
        for paragraph in section["paragraphs"]:
            print(f"  {paragraph['text']}")
    for cell in data["cells"]:
        if cell["value"]:
            print(
                f"{' / '.join(cell['row'])} @ {' / '.join(cell['column'])} = {cell['value']} {cell['unit']}"
            )
    return 0


def set_cells(arguments: Arguments) -> int:
    """Fill cells of a report file."""
    library = installed()
    path = Path(arguments.report)
    file = store.read(path)
    template = library.get(file.report.template)
    values: dict[str, str] = {}
    for assignment in arguments.cell:
        row, column, value = parse_assignment(assignment)
        cell = find_cell(template, row, column)
        values[cell.id] = canonical(value)
    links.follow(file.report, SetCells(values)).apply(file.report)
    saving.save(file, path)
    print(f"已填写 {len(values)} 个单元格。")
    return 0


def _save_new(
    report: Report, library: Library, arguments: Arguments, more: Mapping[str, object] | None = None
) -> None:
    """Save a report; where data is asked for, print it with what else there is to say of it."""
    saving.save_new(report, Path(arguments.output))
    if arguments.json:
        print_json({**report_data(library.get(report.template), report), **(more or {})})
