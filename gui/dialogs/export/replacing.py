"""The files that an export would replace: told while one chooses, and asked about before anything is written."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gui.messages import Choice, ask

_MOST_NAMED = 2


def told(names: list[str]) -> str:
    """Return which files are there already, "" where none is; many are only counted, for the question names them all."""
    if not names:
        return ""
    if len(names) <= _MOST_NAMED:
        return "文件夹里已有同名文件，换不换成新的，导出时会先问：\n" + "\n".join(names)
    return f"文件夹里已有 {len(names)} 个同名文件，换不换成新的，导出时会先问。"


def ask_to_replace(parent: QWidget, names: list[str], begin: Callable[[], object]) -> None:
    """Ask whether these files may be replaced, and begin where they may; Enter leaves them as they are."""
    text = "文件夹里已有这些文件，换成新的以后，原来的就没有了：\n" + "\n".join(names)
    replace = Choice("换成新的(&R)", "replaceButton", begin, "Accept")
    keep = Choice("不导出，原来的留着", "keepButton", role="Reject")
    ask(parent, text, "replaceBox", replace, keep, default=1)
