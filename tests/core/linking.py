"""A report with linked numbers in a sentence, for the tests of links."""

import json

from core import links
from core.report import Link, Paragraph, Report, blank
from core.template import Template

NEW = "applications.new.total"
CLOSED = "applications.total.total"
MADE = "disclosure.rules.made"
TEXT = "收到申请29件，办结27件。"


def linked(text: str, *found: tuple[str, str], **fields: object) -> Paragraph:
    """Return a paragraph whose words are linked to cells, each word where it stands first."""
    made = [Link(start=text.index(word), end=text.index(word) + len(word), cell=cell) for word, cell in found]
    return Paragraph(text=text, links=tuple(made), **fields)


def words_of(paragraph: Paragraph) -> list[tuple[str, str]]:
    """Return the linked words of a paragraph, each with its cell."""
    return [(paragraph.text[one.start : one.end], one.cell) for one in links.links_of(paragraph)]


def linked_report(template: Template) -> Report:
    """Return a report with a linked sentence and one that is not."""
    made = blank(template, 2023, "清溪县柳河镇人民政府")
    made.section("overview").paragraphs = [
        linked(TEXT, ("29", NEW), ("27", CLOSED)),
        Paragraph(text="没有连接的29件。"),
    ]
    made.values |= {NEW: "29", CLOSED: "27"}
    return made


def first(report: Report) -> Paragraph:
    """Return its first paragraph."""
    return report.section("overview").paragraphs[0]


def data(report: Report) -> str:
    """Return all that it holds."""
    return json.dumps(report.model_dump(mode="json"), sort_keys=True, ensure_ascii=False)
