"""Small JSON files in the program's own folder: read as far as they make sense, written whole or not at all."""

import json
from dataclasses import MISSING, Field, fields
from typing import TYPE_CHECKING, TypeVar, get_type_hints

from core import atomic, paths

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_T = TypeVar("_T", bound="DataclassInstance")


def read(file_name: str) -> object:
    """Return what a file holds, None where it is missing or spoilt."""
    try:
        held: object = json.loads((paths.home() / file_name).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return held


def write(file_name: str, data: object, *, is_sorted: bool = False) -> None:
    """Write plain data into a file; OutputError says why not."""
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=is_sorted)
    atomic.save(paths.home() / file_name, (text + "\n").encode("utf-8", "surrogatepass"))


def as_kind(kind: type[_T], held: object) -> _T | None:
    """Return the value of a dataclass of plain fields that was stored, None where it does not fit.

    What an older program did not store is as if never set; what a newer one stored besides is left out.
    """
    if not isinstance(held, dict):
        return None
    types = get_type_hints(kind)
    values = {one.name: held[one.name] for one in fields(kind) if one.name in held}
    lacks = any(_is_needed(one) and one.name not in values for one in fields(kind))
    if lacks or any(type(value) is not types[name] for name, value in values.items()):
        return None
    return kind(**values)


def _is_needed(field: "Field[object]") -> bool:
    return field.default is MISSING and field.default_factory is MISSING
