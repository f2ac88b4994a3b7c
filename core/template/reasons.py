"""Why a data file cannot be used, in the clerk's words: the entry by its ids, and one reason."""

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

_REASONS = {
    "missing": "缺少这一项",
    "extra_forbidden": "没有这样的项，请检查拼写",
    "string_type": "应当是文字，写在引号里",
    "string_too_short": "不能空着",
    "string_pattern_mismatch": "写法不对，只用小写英文字母、数字和连接号，以字母开头",
    "int_type": "应当是整数",
    "int_parsing": "应当是整数",
    "int_from_float": "应当是整数",
    "float_type": "应当是数",
    "float_parsing": "应当是数",
    "bool_type": "应当是 true 或 false",
    "bool_parsing": "应当是 true 或 false",
    "tuple_type": "应当是列表，写在方括号里",
    "list_type": "应当是列表，写在方括号里",
    "dict_type": "应当是一组“项 = 值”",
    "model_type": "应当是一组“项 = 值”",
    "model_attributes_type": "应当是一组“项 = 值”",
}


def reason(error: ValidationError, data: object) -> str:
    """Return the first thing that is wrong in the data of a file, with its entry ("table.disclosure.unit：…")."""
    first = error.errors()[0]
    entry = _entry(first["loc"], data)
    words = _words(first["type"], first.get("ctx", {}), first["msg"])
    return f"{entry}：{words}" if entry else words


def _words(kind: str, context: dict[str, Any], message: str) -> str:  # Any: whatever the limit is
    if kind == "literal_error":
        return f"只能是 {context['expected'].replace(' or ', ' 或 ')}"
    if kind == "greater_than_equal":
        return f"不能小于 {context['ge']}"
    return _REASONS.get(kind, message.removeprefix("Value error, "))


def _entry(path: Sequence[int | str], data: object) -> str:
    """Return the path to an entry, with its id in place of its number in a list."""
    names: list[str] = []
    for step in path:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            data = None
        known = data.get("id") if isinstance(step, int) and isinstance(data, dict) else None
        names.append(str(known) if known else f"第{step + 1}个" if isinstance(step, int) else step)
    return ".".join(names)
