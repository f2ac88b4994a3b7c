"""The commands of the program, on core alone: one line in `COMMANDS` and one function each.

Exit status: 0 done · 1 done with findings that must be mended · 2 words off · 3 input unusable · 4 output
unwritable. On 2–4 there is one line on standard error and no half-written output. 141: who read the answer left.
"""

import argparse
import gc
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

from core.cli import answers
from core.errors import AppError, OutputError, UsageError

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

Arguments = argparse.Namespace
_SELDOM = 100_000
_CLOSED = 141  # what a shell tells of a program whose reader has left, as `head` does: nobody is there to be told more
_NOT_SAID = "结果显示不出来：要写到的地方满了，或者不能写。写好的文件不受影响，请腾出空间再运行一次。"


@dataclass(frozen=True)
class Command:
    """A command: its name, what it does, its function as "module:name", its arguments as argparse takes them.

    The module is imported when the command is given: reading a file must not wait for the rules, nor a check for
    the writers. What starts `ahead` of that import, named as the function is, gets ready meanwhile.
    """

    name: str
    summary: str
    function: str
    arguments: tuple[tuple[str, dict[str, Any]], ...] = ()
    ahead: str = ""

    def run(self, arguments: Arguments) -> int:
        """Do the work; return the exit status."""
        if self.ahead:
            _named(self.ahead)(arguments)
        status: int = _named(self.function)(arguments)
        return status


def _named(words: str) -> Callable[[Arguments], Any]:
    """Return the function of that name, its module now imported."""
    module, name = words.split(":")
    function: Callable[[Arguments], Any] = getattr(import_module(f"core.cli.{module}"), name)
    return function


class _Parser(argparse.ArgumentParser):
    """A parser that raises one Chinese sentence where argparse prints a page of English."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"命令写得不对：{_in_chinese(message)}。写法见：python main.py {self.prog} --help")

    def print_help(self, file: "SupportsWrite[str] | None" = None) -> None:
        """Print how a command is written; argparse itself keeps silent where that cannot arrive."""
        print(self.format_help(), end="", file=file)

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """End behind the help, once it has arrived."""
        answers.flush()
        super().exit(status, message)


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
    gc.set_threshold(_SELDOM)  # a command keeps nearly all that it makes: looking through it costs a tenth
    return told(lambda: command.run(parser.parse_args(list(arguments[1:]))))


def told(work: Callable[[], int]) -> int:
    """Do work that prints; return its exit status, or that of words that are off or cannot arrive, said in one line."""
    try:
        status = work()
        answers.flush()
        return status
    except BrokenPipeError:
        answers.give_up()
        return _CLOSED
    except OSError as error:
        if (
            error.filename is not None or error.errno is None
        ):  # of a file, or of a library: a fault of the program
            raise
        answers.give_up()
        answers.complain(_NOT_SAID)
        return OutputError.exit_status
    except AppError as error:
        answers.complain(" ".join(str(error).split("\n")))
        return error.exit_status


def is_command(word: str) -> bool:
    """Return whether the word names a command."""
    return any(command.name == word for command in COMMANDS)


_OUTPUT = ("-o --output", {"required": True, "metavar": "REPORT", "help": "写到哪个报告文件"})
_JSON = ("--json", {"action": "store_true", "help": "输出数据"})
_YEAR = ("--year", {"type": int, "metavar": "Y", "help": "报告年度"})
_TEMPLATE = ("--template", {"metavar": "ID", "help": "格式的编号"})
_REPORT = ("report", {"metavar": "REPORT", "help": "报告文件"})
_REPORTS = ("report", {"metavar": "REPORT", "nargs": "+", "help": "报告文件，可以有好几份"})

COMMANDS = (
    Command("templates", "列出报告格式和适用年度", "checking:templates", (_JSON,)),
    Command(
        "new",
        "新建空白报告",
        "reports:new",
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
        "reports:import_file",
        (("source", {"metavar": "SOURCE"}), _TEMPLATE, _YEAR, _OUTPUT, _JSON),
        ahead="ahead:reader",
    ),
    Command(
        "forward",
        "由去年的报告生成今年的草稿",
        "reports:carry_forward",
        (("last", {"metavar": "LAST"}), _YEAR, _OUTPUT, _JSON),
    ),
    Command("show", "显示报告内容", "reports:show", (_REPORT, _JSON)),
    Command(
        "check",
        "检查报告",
        "checking:check",
        (_REPORTS, ("--last", {"metavar": "LAST", "help": "去年的报告"}), _JSON),
    ),
    Command(
        "export",
        "导出文件",
        "exporting:export_files",
        (
            _REPORT,
            ("--to", {"required": True, "metavar": "docx,pdf,xlsx,html,sheet,package"}),
            ("--out", {"required": True, "metavar": "DIR"}),
            _JSON,
        ),
    ),
    Command(
        "set",
        "填写单元格",
        "reports:set_cells",
        (
            _REPORT,
            ("--cell", {"action": "append", "required": True, "metavar": "行/…@列/…=值", "help": "可重复"}),
        ),
    ),
    Command(
        "sign",
        "签发（还没有提供）",
        "later:sign",
        (
            _REPORT,
            *((f"--{name}", {"metavar": "NAME"}) for name in ("prepared", "reviewed", "issued", "date")),
        ),
    ),
    Command(
        "verify",
        "核验（还没有提供）",
        "later:verify",
        (("file", {"metavar": "FILE"}), ("--against", {"metavar": "REPORT"})),
    ),
)
