"""Last year's report carried forward: this year's draft, with every carried word marked as not yet looked at."""

from core.carry.beside import Change, Pair, beside, change
from core.carry.forward import forward
from core.carry.looking import Item, confirmed, left_in, to_look_at, waits
from core.carry.years import roll

__all__ = [
    "Change",
    "Item",
    "Pair",
    "beside",
    "change",
    "confirmed",
    "forward",
    "left_in",
    "roll",
    "to_look_at",
    "waits",
]
