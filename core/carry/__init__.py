"""Last year's report carried forward: this year's draft, with every carried word marked as not yet looked at."""

from core.carry.forward import forward
from core.carry.years import roll

__all__ = ["forward", "roll"]
