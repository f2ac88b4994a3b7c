"""The program's start: a command of `core.cli`, or the window."""

import gc
import os
import sys
from pathlib import Path
from types import ModuleType

_HELP = """年报通：编制《政府信息公开工作年度报告》

  python main.py                打开窗口
  python main.py 文件           打开窗口并打开这个文件
  python main.py 命令 …         不开窗口，直接做事；“命令 --help” 看写法

命令：
"""


def main(arguments: list[str]) -> int:
    """Run what the words ask for; return the exit status of the process."""
    if arguments == ["--read-file"]:  # the frozen program as its own child: see core.importers.sandbox
        from core.importers import worker

        worker.main()
        return 0

    if arguments == ["--set-pages"]:  # the same: see core.export.typesetter
        from core.export import typesetter

        typesetter.main()
        return 0

    from core import cli

    if arguments and cli.is_command(arguments[0]):
        status = cli.main(arguments)
        gc.freeze()  # the process ends: looking through all of it once more, as Python does then, gains nothing
        return status
    if arguments and arguments[0] in ("-h", "--help"):
        return cli.told(_help)
    if len(arguments) > 1 or (arguments and arguments[0].startswith("-")):
        return cli.told(lambda: _unknown(arguments))
    return _window(Path(arguments[0]) if arguments else None)


def _help() -> int:
    from core import cli

    print(_HELP + "\n".join(f"  {command.name:12}{command.summary}" for command in cli.COMMANDS))
    return 0


def _unknown(arguments: list[str]) -> int:
    from core.errors import UsageError

    raise UsageError(f"不认识“{' '.join(arguments)}”。看用法：python main.py --help")


def _window(file: Path | None) -> int:
    if not _has_screen():
        from core.cli import answers
        from core.errors import UsageError

        answers.complain("这台电脑现在没有图形界面，窗口打不开。可用的命令：python main.py --help")
        return UsageError.exit_status
    status: int = starting().run(file)
    return status


def starting() -> ModuleType:
    """Return the program with a window, just loaded; the collector of garbage rests until all is loaded.

    Until then next to nothing is thrown away, and looking for it takes one millisecond in twenty. See `gui.warming`.
    """
    gc.disable()
    from gui import app

    return app


def _has_screen() -> bool:
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
