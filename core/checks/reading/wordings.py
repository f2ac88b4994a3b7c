"""The words beside a figure: the clause it stands in, and whether they say what it is of, or that it counts nothing."""

from collections.abc import Iterator, Sequence

from core.checks.late import Late
from core.checks.reading.channels import CLAUSE_MARKS
from core.checks.reading.figures import Figure
from core.checks.reading.topics import Topic

CLAUSE_END = Late(r"[，,、。；;：:（(）)]")
_ONLY_SUM = Late(r"(?:一共|总共|共计|总计|合计|共有|共|累计|数量|总数|达到?|为|约){0,2}\s?")
_PEOPLE = frozenset("人名个")
# "没有一件申请", "一件也没有", "做到受理一件、办结一件" count nothing.
_NO_ONE = Late(r"(?:没有?|无|[未不][^一，,]{0,4})$")
_NOT_EVEN = Late(r"[^，,。]{0,8}?[也都](?:没|未|无|不)")
_EACH_ONE = Late(r"(?:做到|坚持|实行|确保|力求|务求|推行)[^。]{0,16}$")


def ends_before(sentence: str, found: Sequence[Figure]) -> Iterator[int]:
    """Yield for each figure where the words that lead up to it begin; "1名" in "收到1名村民的申请2件" parts none."""
    said, before = 0, None
    for figure in found:
        parted = before is None or CLAUSE_END.search(sentence, before.end, figure.start)
        if before and (parted or before.unit not in _PEOPLE or figure.unit in _PEOPLE):
            said = before.end
        yield said
        before = figure


def counts_nothing(figure: Figure, lead: str, tail: str) -> bool:
    """Return whether the words of one thing count none, or each of many."""
    if figure.low != 1 or not figure.is_exact:
        return False
    return bool(_NO_ONE.search(lead) or _NOT_EVEN.match(tail) or _EACH_ONE.search(lead))


def clause_of(lead: str) -> int:
    """Return where the last clause of some words begins; "，共" alone is none."""
    start = max(lead.rfind(mark) for mark in CLAUSE_MARKS) + 1
    if start > 1 and _ONLY_SUM.fullmatch(lead, start):
        return max(lead.rfind(mark, 0, start - 1) for mark in CLAUSE_MARKS) + 1
    return start


def is_ruled_out(topic: Topic, words: str, before: str = "") -> bool:
    """Return whether words beside a figure, or those of its sentence before it, say that it is not of the topic."""
    earlier = topic.ruled_out_before
    return bool(topic.ruled_out_by and topic.ruled_out_by.search(words)) or bool(
        before and earlier and earlier.search(before)
    )


def wording(topic: Topic, scope: str, lead: str, tail: str, unit: str) -> tuple[int, int] | None:
    """Return how many characters before and after a figure say that it is of the topic, None where they do not."""
    if unit and unit not in topic.units.split("|"):
        return None
    for pattern in topic.stated:
        if pattern.given_it and not pattern.given_it.search(scope):
            continue
        before = pattern.before_it.search(lead)
        after = pattern.after_it.match(tail) if before else None
        if before and after:
            return len(lead) - before.start(), after.end()
    return None
