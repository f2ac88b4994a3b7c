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


def find(ids: Iterable[str]) -> list[Format]:
    """Return the formats of those ids, each once; UsageError names the first that there is not."""
    known = {one.id: one for one in FORMATS}
    chosen = list(dict.fromkeys(one.strip().lower() for one in ids))
    for one in chosen:
        if one not in known:
            raise UsageError(f"不认识导出格式“{one}”。可用的有：{'、'.join(known)}。")
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
) -> list[Path]:
    """Write the report in those formats into a folder, all of them or none; return the files.

    `progress(name, done, of)` is called before each file and at the end. OutputError says why nothing was
    written; files that were there before stay as they were.
    """
    chosen = list(formats)
    tell = progress or (lambda _name, _done, _of: None)
    document = lay_out(template, report)
    made: list[tuple[Path, bytes]] = []
    for number, one in enumerate(chosen):
        tell(one.name, number, len(chosen))
        made.append((folder / (file_stem(report) + one.suffix), one.write(document)))
    atomic.save_all(made)
    tell("", len(chosen), len(chosen))
    return [path for path, _ in made]
