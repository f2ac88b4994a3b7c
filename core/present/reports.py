"""Reports as the data that the commands print (`--json`)."""

from typing import Any

from core.layout import sign_off
from core.report import Report, Section, section_number
from core.template import Template


def report_data(template: Template, report: Report) -> dict[str, Any]:
    """Return the whole report: sections, every row of every table with its official labels, notes."""
    return {
        "template": report.template,
        "year": report.year,
        "office": report.unit.name,
        "title": report.title,
        "sections": [_section(template, report, section) for section in report.sections],
        "tables": [_head(template, report, table_id) for table_id in template.tables_by_id],
        "cells": [
            {
                "table": cell.table,
                "row": list(cell.row),
                "column": list(cell.column),
                "value": report.text(cell.id),
                "unit": cell.unit,
            }
            for cell in template.cells.values()
        ],
        "signoff": sign_off(report),
        "notes": [note.model_dump(mode="json") for note in report.notes],
    }


def _section(template: Template, report: Report, section: Section) -> dict[str, Any]:
    known = template.sections_by_id.get(section.id)
    data: dict[str, Any] = {
        "id": section.id,
        "number": section_number(template, report, section),
        "title": known.title if known else section.source_title,
        "paragraphs": [_paragraph(one.level, one.text, one.state) for one in section.paragraphs],
    }
    if section.source_title:
        data["source_title"] = section.source_title
    return data


def _paragraph(level: int, text: str, state: str) -> dict[str, Any]:
    return {"level": level, "text": text} | ({"state": state} if state else {})


def _head(template: Template, report: Report, table_id: str) -> dict[str, Any]:
    table = template.tables_by_id[table_id]
    data: dict[str, Any] = {"id": table.id, "name": table.name, "section": table.section}
    if table.is_annex:
        data |= report.head(table).model_dump(mode="json")
    return data
