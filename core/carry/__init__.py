"""Last year's report carried forward: this year's draft, with every carried word marked as not yet looked at."""

from core.carry.behind import (
    Piece,
    has_new_preface,
    is_worded_anew,
    pieces,
    source_name,
    taken_over,
    tells_of_form,
    with_source,
)
from core.carry.beside import Change, Pair, beside, change, change_of_carried
from core.carry.details import called
from core.carry.forward import forward
from core.carry.looking import Item, confirmed, led_to, left_in, to_look_at, waits
from core.carry.moves import Moves, Part, Spot, moves, of_section
from core.carry.years import roll

__all__ = [
    "Change",
    "Item",
    "Moves",
    "Pair",
    "Part",
    "Piece",
    "Spot",
    "beside",
    "called",
    "change",
    "change_of_carried",
    "confirmed",
    "forward",
    "has_new_preface",
    "is_worded_anew",
    "led_to",
    "left_in",
    "moves",
    "of_section",
    "pieces",
    "roll",
    "source_name",
    "taken_over",
    "tells_of_form",
    "to_look_at",
    "waits",
    "with_source",
]
