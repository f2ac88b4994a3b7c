"""Findings as the data that the commands print (`--json`)."""

from collections import Counter
from typing import Any

from core.checks.model import CellPlace, Finding, HeadPlace, Place, TextPlace
from core.template import Template


def findings_data(template: Template, findings: list[Finding]) -> dict[str, Any]:
    """Return the findings with their places, and how many there are of each severity."""
    counts = Counter(finding.severity for finding in findings)
    return {
        "findings": [_finding(template, finding) for finding in findings],
        "counts": {severity: counts[severity] for severity in ("error", "warning", "info")},
    }


def _finding(template: Template, finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "basis": finding.basis,
        "where": [_place(template, place) for place in finding.where],
        "expected": finding.expected,
        "found": finding.found,
        "fix": finding.fix.label if finding.fix else None,
        "suggestion": finding.hint or None,
    }


def _place(template: Template, place: Place) -> dict[str, Any]:
    match place:
        case CellPlace(cell_id, value):
            cell = template.cells[cell_id]
            return {"table": cell.table, "row": list(cell.row), "column": list(cell.column), "value": value}
        case TextPlace(section, paragraph, _, _, quote):
            return {"section": section, "paragraph": paragraph, "quote": quote}
        case HeadPlace(table, field, quote):
            return {"table": table, "row": [], "column": [], "value": quote, "field": field}
