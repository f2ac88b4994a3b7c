"""What there is to fill in: the official forms as data, read from `resources/templates` and the user folder."""

from core.template.load import Library, built_in, installed
from core.template.model import Block, Cell, Column, Row, Section, Table, Template
from core.template.parts import Measure

__all__ = [
    "Block",
    "Cell",
    "Column",
    "Library",
    "Measure",
    "Row",
    "Section",
    "Table",
    "Template",
    "built_in",
    "installed",
]
