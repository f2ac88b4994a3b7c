"""The names that the review page has for the parts of a report."""

from core.labels import as_printed
from core.report import PREFACE, SIGNATURE, Report, Section, section_number, section_title
from core.template import Template

FACTS = {"unit": "单位", "year": "年度", "title": "标题"}
_UNNUMBERED = {PREFACE: "前言", SIGNATURE: "落款"}


def section_name(template: Template, report: Report, section: Section) -> str:
    """Return number and title of a section as printed; introduction and signature have plain names."""
    if section.id in _UNNUMBERED:
        return _UNNUMBERED[section.id]
    return as_printed(f"{section_number(template, report, section)}、{section_title(template, section)}")
