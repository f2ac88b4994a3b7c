"""What is known of a finished PDF; it comes from the process that sets pages without the libraries that made it."""

from dataclasses import dataclass

from core.export.typeset.marks import CellPlace, Place
from core.fonts import FontChoice


@dataclass(frozen=True, slots=True)
class Substitution:
    """A character that its font lacks: the font it was wanted in, the one it came from ("" where none has it)."""

    char: str
    wanted: str
    used: str


@dataclass(frozen=True, slots=True)
class Rendering:
    """A finished PDF, where its blocks and figures stand, what its fonts lacked, and which fonts it was set in."""

    pdf: bytes
    anchors: tuple[Place, ...]
    substitutions: tuple[Substitution, ...]
    fonts: tuple[FontChoice, ...]
    pages: int
    cells: tuple[CellPlace, ...] = ()
