"""The finished document as files: the registry of formats, each loaded at first use.

`core.export.files` writes them. This package is also that of the process beside, so it imports next to nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from core.errors import UsageError
from core.export.naming import DRAFT, file_stem

if TYPE_CHECKING:
    from core.blocks import Document
    from core.checks.sheet import Sheet

__all__ = [
    "DRAFT",
    "FORMATS",
    "PACKAGE",
    "PACKAGE_SUFFIX",
    "SHEET",
    "Format",
    "file_stem",
    "find",
]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its word in commands, its name for the clerk, its suffix, the module that writes it.

    The module has `write(document: Document) -> bytes` and is imported when it is first needed. Where it
    `takes_checks`, its `write` has the results of the checks as its second argument.
    """

    id: str
    name: str
    suffix: str
    module: str
    takes_checks: bool = False

    def write(self, document: "Document", checked: "Sheet | None" = None) -> bytes:
        """Return the finished file; `checked` are the results of the checks, for the formats that show them."""
        module = import_module(self.module)
        data: bytes = module.write(document, checked) if self.takes_checks else module.write(document)
        return data


FORMATS = (
    Format("docx", "Word 文档", ".docx", "core.export.word"),
    Format("pdf", "PDF 文件", ".pdf", "core.export.pdf"),
    Format("xlsx", "Excel 表格", ".xlsx", "core.export.excel", takes_checks=True),
    Format("html", "网页", ".html", "core.export.web"),
)


SHEET = (
    "sheet"  # the word of commands for the check sheet (`core.export.sheet`), which is a document of its own
)
PACKAGE = "package"  # the word of commands for all files, the check sheet and a list of them in one zip
PACKAGE_SUFFIX = ".zip"


def find(ids: Iterable[str]) -> list[Format]:
    """Return the formats of those ids, each once; UsageError names the first that there is not."""
    known = {one.id: one for one in FORMATS}
    chosen = list(dict.fromkeys(one.strip().lower() for one in ids))
    for one in chosen:
        if one not in known:
            raise UsageError(f"不认识导出格式“{one}”。可用的有：{'、'.join((*known, SHEET, PACKAGE))}。")
    return [known[one] for one in chosen]
