"""The commands of the program, on core alone: one line in `COMMANDS` and one function each.

Exit status: 0 done · 1 done with findings that must be mended · 2 words off · 3 input unusable · 4 output
unwritable. On 2–4 there is one line on standard error and no half-written output.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from core import checks, export, opening, present, settings, store
from core.addresses import find_cell, parse_assignment
from core.blocks import Document
from core.carry import forward
from core.checks.sheet import sheet
from core.edits import SetCells
from core.errors import AppError, UsageError
from core.export.sheet import document
from core.numbers import canonical
from core.report import Report, blank
from core.store import ReportFile
from core.template import Library, installed

Arguments = argparse.Namespace


@dataclass(frozen=True)
class Command:
    """A command: its name, what it does, its arguments as argparse takes them, and the function."""

    name: str
    summary: str
    run: Callable[[Arguments], int]
    arguments: tuple[tuple[str, dict[str, Any]], ...] = ()


class _Parser(argparse.ArgumentParser):
    """A parser that raises one Chinese sentence where argparse prints a page of English."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"命令写得不对：{_in_chinese(message)}。写法见：python main.py {self.prog} --help")


_WORDS = (
    (r"the following arguments are required: (.*)", r"缺少 \1"),
    (r"unrecognized arguments: (.*)", r"不认识 \1"),
    (r"argument (.*): expected (?:one|at least one) argument", r"\1 后面缺少内容"),
    (r"argument (.*): invalid int value: (.*)", r"\1 应是数字，给的是 \2"),
    (r"argument (.*): ambiguous option: .*", r"\1 不明确"),
)


def _in_chinese(message: str) -> str:
    for pattern, words in _WORDS:
        match = re.fullmatch(pattern, message)
        if match:
            return match.expand(words)
    return message


def main(arguments: Sequence[str]) -> int:
    """Run a command with its arguments; return the exit status."""
    command = next(command for command in COMMANDS if command.name == arguments[0])
    parser = _Parser(prog=command.name, description=command.summary)
    for name, options in command.arguments:
        flags = name.split()
        parser.add_argument(*flags, **options)
    try:
        return command.run(parser.parse_args(list(arguments[1:])))
    except AppError as error:
        print(" ".join(str(error).split("\n")), file=sys.stderr)
        return error.exit_status


def is_command(word: str) -> bool:
    """Return whether the word names a command."""
    return any(command.name == word for command in COMMANDS)


def _print_json(data: object) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=1))


def _say(text: str, arguments: Arguments) -> None:
    """Print a line for a person; with --json standard output is for the data alone."""
    print(text, file=sys.stderr if arguments.json else sys.stdout)


def _save_new(report: Report, library: Library, arguments: Arguments) -> None:
    store.write(ReportFile(report), Path(arguments.output))
    if arguments.json:
        _print_json(present.report_data(library.get(report.template), report))


def _templates(arguments: Arguments) -> int:
    library = installed()
    data = [
        {"id": one.id, "name": one.name, "from": one.first_year, "to": one.last_year, "basis": one.basis}
        for one in library
    ]
    problems = checks.problems(library)
    if arguments.json:
        _print_json({"templates": data, "problems": problems})
    else:
        for one in library:
            years = f"{one.first_year}—{one.last_year or ''}"
            print(f"{one.id:16}{years:12}{one.name}")
        print("".join(f"\n! {problem}" for problem in problems), end="\n" if problems else "")
    return 0


def _new(arguments: Arguments) -> int:
    library = installed()
    chosen = library.get(arguments.template) if arguments.template else library.for_year(arguments.year)
    if not chosen.serves(arguments.year):
        raise UsageError(f"模板 {chosen.id} 不用于 {arguments.year} 年的报告。请换一个模板或年份。")
    report = blank(chosen, arguments.year, arguments.office)
    store.write(ReportFile(report), Path(arguments.output))
    print(f"已新建：{arguments.output}")
    return 0


def _import(arguments: Arguments) -> int:
    library = installed()
    source = Path(arguments.source)
    report = opening.load(source, library, template_id=arguments.template, year=arguments.year).report
    _save_new(report, library, arguments)
    _say(f"已读入：{report.unit.name}{report.year}年报告，{len(report.notes)} 处请核对。", arguments)
    return 0


def _forward(arguments: Arguments) -> int:
    library = installed()
    draft = forward(library, opening.load(Path(arguments.last), library).report, arguments.year)
    _save_new(draft, library, arguments)
    carried = sum(paragraph.state == "carried" for _, _, paragraph in draft.paragraphs())
    _say(f"已生成 {draft.year} 年的报告草稿，{carried} 段文字照抄去年，请逐处核对。", arguments)
    return 0


def _show(arguments: Arguments) -> int:
    library = installed()
    report = opening.load(Path(arguments.report), library).report
    template = library.get(report.template)
    data = present.report_data(template, report)
    if arguments.json:
        _print_json(data)
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


def _check(arguments: Arguments) -> int:
    library = installed()
    report = opening.load(Path(arguments.report), library).report
    last = opening.load(Path(arguments.last), library).report if arguments.last else None
    template = library.get(report.template)
    checker = checks.for_template(library, template.id, settings.load().switched_on_rules)
    findings = checker.run(report, last)
    if arguments.json:
        _print_json(present.findings_data(template, findings))
    else:
        for finding in findings:
            hint = f"。{finding.hint}" if finding.hint else ""
            print(f"{_SIGNS[finding.severity]} {finding.message}{hint}（{finding.rule}）")
        print(checks.verdict(findings, report.waiting()))
    return 1 if any(finding.severity == "error" for finding in findings) else 0


_SIGNS = {"error": "✖ 必须改", "warning": "! 请核对", "info": "· 提示"}


def _export(arguments: Arguments) -> int:
    library = installed()
    wanted = [one.strip().lower() for one in arguments.to.split(",")]
    if "package" in wanted:
        raise UsageError("报送包还不能生成。请先导出 docx、pdf、xlsx 或 html。")
    formats = export.find(word for word in wanted if word != export.SHEET)
    report = opening.load(Path(arguments.report), library).report
    beside = [_check_sheet(library, report)] if export.SHEET in wanted else []
    paths = export.export(library.get(report.template), report, formats, Path(arguments.out), beside=beside)
    if arguments.json:
        _print_json({"files": [str(path) for path in paths]})
    else:
        for path in paths:
            print(path)
    return 0


def _check_sheet(library: Library, report: Report) -> Document:
    checker = checks.for_template(library, report.template, settings.load().switched_on_rules)
    return document(sheet(checker, report))


def _set(arguments: Arguments) -> int:
    library = installed()
    path = Path(arguments.report)
    file = store.read(path)
    template = library.get(file.report.template)
    values: dict[str, str] = {}
    for assignment in arguments.cell:
        row, column, value = parse_assignment(assignment)
        cell = find_cell(template, row, column)
        values[cell.id] = canonical(value)
    SetCells(values).apply(file.report)
    store.write(file, path)
    print(f"已填写 {len(values)} 个单元格。")
    return 0


def _later(name: str) -> Callable[[Arguments], int]:
    def run(_arguments: Arguments) -> int:
        raise UsageError(f"“{name}”功能还没有提供，报告没有变化。")

    return run


_OUTPUT = ("-o --output", {"required": True, "metavar": "REPORT", "help": "写到哪个报告文件"})
_JSON = ("--json", {"action": "store_true", "help": "输出数据"})
_YEAR = ("--year", {"type": int, "metavar": "Y", "help": "报告年度"})
_TEMPLATE = ("--template", {"metavar": "ID", "help": "模板编号"})
_REPORT = ("report", {"metavar": "REPORT", "help": "报告文件"})

COMMANDS = (
    Command("templates", "列出报告格式和适用年度", _templates, (_JSON,)),
    Command(
        "new",
        "新建空白报告",
        _new,
        (
            ("--year", {"type": int, "required": True, "metavar": "Y", "help": "报告年度"}),
            ("--office", {"required": True, "metavar": "NAME", "help": "单位全称"}),
            _TEMPLATE,
            _OUTPUT,
        ),
    ),
    Command(
        "import",
        "读入其他文件里的报告",
        _import,
        (("source", {"metavar": "SOURCE"}), _TEMPLATE, _YEAR, _OUTPUT, _JSON),
    ),
    Command(
        "forward",
        "由去年的报告生成今年的草稿",
        _forward,
        (("last", {"metavar": "LAST"}), _YEAR, _OUTPUT, _JSON),
    ),
    Command("show", "显示报告内容", _show, (_REPORT, _JSON)),
    Command(
        "check",
        "检查报告",
        _check,
        (_REPORT, ("--last", {"metavar": "LAST", "help": "去年的报告"}), _JSON),
    ),
    Command(
        "export",
        "导出文件",
        _export,
        (
            _REPORT,
            ("--to", {"required": True, "metavar": "docx,pdf,xlsx,html,sheet"}),
            ("--out", {"required": True, "metavar": "DIR"}),
            _JSON,
        ),
    ),
    Command(
        "set",
        "填写单元格",
        _set,
        (
            _REPORT,
            ("--cell", {"action": "append", "required": True, "metavar": "行/…@列/…=值", "help": "可重复"}),
        ),
    ),
    Command(
        "sign",
        "签发",
        _later("签发"),
        (
            _REPORT,
            *((f"--{name}", {"metavar": "NAME"}) for name in ("prepared", "reviewed", "issued", "date")),
        ),
    ),
    Command(
        "verify",
        "核验",
        _later("核验"),
        (("file", {"metavar": "FILE"}), ("--against", {"metavar": "REPORT"})),
    ),
)
