"""The finished document as files: the registry of formats, each loaded at first use."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from core import atomic
from core.blocks import Document, lay_out
from core.errors import UsageError
from core.report import Report
from core.template import Template

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its word in commands, its name for the clerk, its suffix, the module that writes it.

    The module has `write(document: Document) -> bytes` and is imported when it is first needed.
    """

    id: str
    name: str
    suffix: str
    module: str

    def write(self, document: Document) -> bytes:
        """Return the finished file."""
        data: bytes = import_module(self.module).write(document)
        return data


FORMATS = (
    Format("docx", "Word 文档", ".docx", "core.export.word"),
    Format("pdf", "PDF 文件", ".pdf", "core.export.pdf"),
    Format("xlsx", "Excel 表格", ".xlsx", "core.export.excel"),
    Format("html", "网页", ".html", "core.export.web"),
)


SHEET = (
    "sheet"  # the word of commands for the check sheet (`core.export.sheet`), which is a document of its own
)
_BESIDE = ("docx", "pdf")


def find(ids: Iterable[str]) -> list[Format]:
    """Return the formats of those ids, each once; UsageError names the first that there is not."""
    known = {one.id: one for one in FORMATS}
    chosen = list(dict.fromkeys(one.strip().lower() for one in ids))
    for one in chosen:
        if one not in known:
            raise UsageError(f"不认识导出格式“{one}”。可用的有：{'、'.join((*known, SHEET))}。")
    return [known[one] for one in chosen]


def file_stem(report: Report) -> str:
    """Return the name under which offices hand the report in, without a suffix."""
    stem = f"{report.unit.name}{report.year}年政府信息公开工作年度报告"
    return "".join("_" if char in '\\/:*?"<>|' or ord(char) < 32 else char for char in stem)


def export(
    template: Template,
    report: Report,
    formats: Iterable[Format],
    folder: Path,
    progress: Progress | None = None,
    beside: Iterable[Document] = (),
) -> list[Path]:
    """Write the report in those formats into a folder, all of them or none; return the files.

    What goes `beside` it is written as Word and PDF, each named by its title.

    `progress(name, done, of)` is called before each file and at the end. OutputError says why nothing was
    written; files that were there before stay as they were.
    """
    document = lay_out(template, report)
    files = [(document, file_stem(report), one) for one in formats]
    files += [(one, one.title, known) for one in beside for known in FORMATS if known.id in _BESIDE]
    tell = progress or (lambda _name, _done, _of: None)
    made: list[tuple[Path, bytes]] = []
    for number, (what, stem, one) in enumerate(files):
        tell(one.name, number, len(files))
        made.append((folder / (stem + one.suffix), one.write(what)))
    atomic.save_all(made)
    tell("", len(files), len(files))
    return [path for path, _ in made]
