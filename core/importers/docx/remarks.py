"""What the clerk is told about things in a Word file that were left out, ignored or changed: one remark a kind."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from core.importers.document import Remark
from core.importers.docx.tree import Loss

_LONGEST_WORDS = 200
_MESSAGES = {
    "picture": "有 {count} 张图片，其中的文字没有读取，请核对；贴成图片的表格请手工填写。",
    "object": "有 {count} 个嵌入的对象（例如 Excel 表格），其中的内容没有读取，请核对。",
    "chart": "有 {count} 个图表或示意图，其中的文字没有读取，请核对。",
    "box": "有 {count} 个文本框，其中的文字已放在所在段落的后面，请核对位置。",
    "chunk": "文件里夹着 {count} 份别的文件，其中的内容没有读取。请用 Word 打开它，另存后再读入。",
    "hidden": "有 {count} 处隐藏的文字，没有读入。",
    "prompt": "有 {count} 处没有填写的提示，没有读入。",
    "contents": "原文的目录没有读入。",
    "outside": "有 {count} 处自动更新的内容引用了外部的文件或程序，已忽略，只取了文中已有的文字。",
    "number": "有 {count} 个段落只有自动编号，没有文字，没有读入。",
}
_EACH = {
    "columns": "这个表格的行或列太多，没有读入，请手工填写。",
}


@dataclass(slots=True)
class _Kind:
    line: int
    count: int = 0
    words: list[str] = field(default_factory=list)


class Losses:
    """The losses met so far, by kind, with the line of the first of each."""

    def __init__(self) -> None:
        self._kinds: dict[str, _Kind] = {}
        self._each: list[Remark] = []

    def add(self, losses: Iterable[Loss], line: int) -> None:
        """Count losses at a line."""
        for loss in losses:
            if loss.kind in _EACH:
                self._each.append(Remark(_EACH[loss.kind], loss.words, line))
                continue
            kind = self._kinds.setdefault(loss.kind, _Kind(line))
            kind.count += 1
            kind.words += [loss.words] if loss.words.strip() else []

    def remarks(self) -> tuple[Remark, ...]:
        """Return a remark for each kind of loss, and one for each table that was passed over."""
        kinds = [
            Remark(message.format(count=kind.count), _shown(kind.words), kind.line)
            for name, message in _MESSAGES.items()
            if (kind := self._kinds.get(name))
        ]
        return (*self._changes(), *kinds, *self._each)

    def only_pictures(self) -> bool:
        """Return whether there were pictures or objects in which the text may be."""
        return bool(self._kinds.keys() & {"picture", "object", "chart"})

    def _changes(self) -> tuple[Remark, ...]:
        """Return the remark on tracked changes and comments."""
        parts, outcome, lines = [], [], []
        for name, unit, what in (
            ("revision", "处修订", "已按接受全部修订读取"),
            ("comment", "条批注", "批注没有读入"),
        ):
            if kind := self._kinds.get(name):
                parts.append(f"{kind.count} {unit}")
                outcome.append(what)
                lines.append(kind.line)
        if not parts:
            return ()
        return (Remark(f"文件含 {'、'.join(parts)}。{'，'.join(outcome)}。", line=min(lines)),)


def _shown(words: list[str]) -> str:
    text = "\n".join(word.strip() for word in words)
    return text if len(text) <= _LONGEST_WORDS else text[:_LONGEST_WORDS] + "…"
