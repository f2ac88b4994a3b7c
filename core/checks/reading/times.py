"""The time that words speak of: whether a number behind them is of another year than the report's, or planned."""

from core import dates
from core.checks.late import Late
from core.checks.reading.topics import Topics

_YEAR = Late(
    rf"(?P<compared>[与和比较同]\s?)?(?P<year>{dates.IN_FIGURES}|{dates.IN_CHINESE})年"
    r"(?P<rest>[^，,]{0,12})"
)
_NO_TIME = Late(r"^(?:以后|之后|后)|相比|印发|制定|出台|开通|成立|建成|启用|工作要点|上线")
_CLAUSE_END = Late(r"[，,、。；;：:（(）)]")


def is_other_time(scope: str, year: int, known: Topics) -> bool:
    """Return whether the words before a figure speak of another year or of a plan."""
    since, other = 0, False
    for match in _YEAR.finditer(scope):
        behind = match["compared"] and _CLAUSE_END.search(scope, match.end())
        if behind or _NO_TIME.search(match["rest"]):
            continue
        since, other = match.start("rest"), dates.year_of(match["year"]) != year
    if other:
        return True
    for match in known.in_time.finditer(scope, since):
        since = match.end()
    return bool(known.out_of_time.search(scope, since))
