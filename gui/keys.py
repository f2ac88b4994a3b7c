"""The list of all commands and their keys, made from the table of commands, so that it is never out of step."""

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtGui import QKeySequence

from gui.commands import Command

_WORDS = {
    "Return": "回车",
    "Ins": "Insert",
    "Del": "Delete",
    "PgUp": "PageUp",
    "PgDown": "PageDown",
    "Space": "空格",
}


def bare(text: str) -> str:
    """Return the words of a menu or a command without its letter and its dots."""
    head, mark, tail = text.partition("(&")
    words = head + tail[2:] if mark else text
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")


def key_words(shortcut: str) -> str:
    """Return keys as they stand on the keyboard of a clerk; several are parted by "或"."""
    keys = [
        key.toString(QKeySequence.SequenceFormat.PortableText)
        for key in QKeySequence.listFromString(shortcut)
    ]
    return " 或 ".join("+".join(_WORDS.get(part, part) for part in _parts(key)) for key in keys)


def _parts(key: str) -> list[str]:
    head, plus, tail = key.rpartition("+")
    if not tail and plus:  # the key is the plus sign itself
        return [*head.rstrip("+").split("+"), "加号"]
    return [*head.split("+"), tail] if head else [tail]


def as_markdown(commands: Iterable[Command]) -> str:
    """Return the commands by menu, each with its keys, as a page of the manual."""
    lines: list[str] = []
    for menu, ones in groupby(commands, key=lambda one: one.menu):
        lines += [f"## {bare(menu)}", "", "| 命令 | 按键 |", "|---|---|"]
        lines += [f"| {bare(one.text)} | {_safe(key_words(one.shortcut))} |" for one in ones]
        lines.append("")
    return "\n".join(lines)


def _safe(words: str) -> str:
    """Return the words so that Markdown takes none of them for a mark."""
    return words.replace("\\", "\\\\").replace("|", "\\|").replace("*", "\\*").replace("_", "\\_")
