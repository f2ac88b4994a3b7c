"""Damage inside Office files: one part is unpacked, damaged and packed again, or the parts themselves change."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Callable
from random import Random

_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


def damaged_zip(damage: Callable[[bytes, Random], bytes]) -> Callable[[bytes, Random], bytes]:
    """Return the damage to the parts of an archive that the given one does to plain bytes."""

    def damaged(data: bytes, random: Random) -> bytes:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                parts = [(name, archive.read(name)) for name in archive.namelist()]
        except _DAMAGED:
            return damage(data, random)  # damaged before
        if not parts:
            return damage(data, random)
        _change(parts, damage, random)
        return _packed(parts, random)

    return damaged


def _change(parts: list[tuple[str, bytes]], damage: Callable[[bytes, Random], bytes], random: Random) -> None:
    """Damage a part, the larger the likelier; seldom leave one out, double it, rename it or swap two."""
    way = random.random()
    at = random.choices(range(len(parts)), [len(data) + 200 for _, data in parts])[0]
    other = random.randrange(len(parts))
    name, data = parts[at]
    if way < 0.04:
        del parts[at]
    elif way < 0.06:
        parts.append((name, data))
    elif way < 0.08:
        parts[at] = (random.choice((f"../{name}", f"/{name}", name.upper(), name.replace("/", "\\"))), data)
    elif way < 0.12:
        parts[at], parts[other] = (name, parts[other][1]), (parts[other][0], data)
    elif data:
        parts[at] = (name, damage(data, random))


def _entry(name: str) -> zipfile.ZipInfo:
    """Return an entry without the time of day, so that the same damage gives the same bytes."""
    return zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))


def _packed(parts: list[tuple[str, bytes]], random: Random) -> bytes:
    out = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if random.random() < 0.9 else zipfile.ZIP_STORED
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", method) as archive:
        warnings.simplefilter("ignore")  # two parts of one name are meant
        for name, data in parts:
            archive.writestr(_entry(name), data, method)
    return out.getvalue()
