"""A form that adds to another one: what it says of itself goes first, its sections, tables and measures come behind."""

from copy import deepcopy
from typing import Any

Data = dict[str, Any]  # Any: TOML, validated once it is whole

_OWN = ("id", "name")
_LISTS = ("section", "table", "measure")


def extended(base: Data, own: Data) -> Data:
    """Return the data of the whole form; ValueError where the addition is no addition.

    It is local unless it says otherwise. A table that names a section of the base stands at its end.
    """
    for key in _OWN:
        if key not in own:
            raise ValueError(f"{key}：缺少这一项")
    for key in _LISTS:
        if not isinstance(own.get(key, []), list):
            raise ValueError(f"{key}：应当写成 [[{key}]]")
    whole = {**deepcopy(base), "local": True}
    whole |= {key: value for key, value in own.items() if key not in _LISTS}
    for key in _LISTS:
        whole[key] = [*whole.get(key, []), *own.get(key, [])]
    for table in own.get("table", []):
        _stand_in(table, whole["section"][: len(base["section"])])
    return whole


def _stand_in(table: object, sections: list[Data]) -> None:
    if not isinstance(table, dict):
        return
    for section in sections:
        if section["id"] == table.get("section"):
            section["tables"] = [*section.get("tables", []), table.get("id")]
