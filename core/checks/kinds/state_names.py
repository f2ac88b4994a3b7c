"""Names of the state, its organs and its doctrine, compared letter by letter."""

from collections.abc import Iterator

from core.checks.case import Case
from core.checks.entry import Entry, Find, kind
from core.checks.han import is_han
from core.checks.kinds.wording import replaced
from core.checks.lexicon import Term, term, terms
from core.checks.mending import Slip, mend
from core.checks.model import Finding
from core.template import Template


@term("state_name", "state_names")
class StateName(Term):
    """A name that is never written otherwise. `but` are words that look like it and are right."""

    right: str
    but: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The name."""
        return self.right


@kind("state_names", Entry, "spot quote right", reads="prose")
def state_names(entry: Entry, template: Template) -> Find:
    """Require that no name stands with one character wrong, missing, doubled, or with two of them swapped."""
    known = [name for name in terms(StateName) if len(name.right) > 4]

    def find(case: Case) -> Iterator[Finding]:
        for name in known:
            if not _may_slip(case.whole, name.right):
                continue
            alike: dict[str, list[Slip]] = {}
            for passage in case.texts:
                for start, end in sorted(set(_near(passage.text, name))):
                    slip = Slip(passage, start, end, name.right)
                    alike.setdefault(slip.place.quote, []).append(slip)
            for slips in alike.values():
                yield replaced(entry, case, slips, mend(case, slips, f"改为 {name.right}"))

    return find


def _may_slip(text: str, name: str) -> bool:
    """Return whether a half of the name stands somewhere without the other half, or both with their edges swapped."""
    half = len(name) // 2
    whole = text.count(name)
    return text.count(name[:half]) != whole or text.count(name[half:]) != whole or _swapped(name) in text


def _swapped(name: str) -> str:
    """Return the name with the last character of its first half and the first of the second swapped."""
    half = len(name) // 2
    return name[: half - 1] + name[half] + name[half - 1] + name[half + 1 :]


def _near(text: str, name: StateName) -> Iterator[tuple[int, int]]:
    """Yield the spans that are the name but for one slip: one half of it stands right in each, or its middle is swapped."""
    right, half = name.right, len(name.right) // 2
    for part, span in ((_swapped(right), _same), (right[:half], _after), (right[half:], _before)):
        at = text.find(part)
        while at >= 0:
            start, end = span(text, at, right)
            if end > start and not text.startswith(name.but or ("\0",), start):
                yield start, end
            at = text.find(part, at + len(part))


def _same(text: str, at: int, name: str) -> tuple[int, int]:
    return at, at + len(name)


def _after(text: str, at: int, name: str) -> tuple[int, int]:
    """Return the span where the first half stands at `at` and the second has a slip; an empty one for none."""
    half = len(name) // 2
    length = _slip_length(text[at + half : at + len(name) + 1], name[half:])
    return at, at + half + length if length else at


def _before(text: str, at: int, name: str) -> tuple[int, int]:
    """Return the span where the second half stands at `at` and the first has a slip; an empty one for none."""
    half = len(name) // 2
    found = text[max(0, at - half - 1) : at][::-1]
    length = _slip_length(found, name[:half][::-1])
    return (at - length, at + len(name) - half) if length else (at, at)


def _slip_length(found: str, wanted: str) -> int:
    """Return how many characters at the start of `found` are `wanted` with one slip, 0 where they are not.

    The outermost character has to be right: nothing else tells the name from the words beside it.
    """
    if found.startswith(wanted):
        return 0
    size = len(wanted)
    for length in (size, size + 1, size - 1):
        some = found[:length]
        fits = len(some) == length and is_han(some) and some[-1] == wanted[-1]
        if fits and _is_one_slip(some, wanted):
            return length
    return 0


def _is_one_slip(some: str, wanted: str) -> bool:
    size = len(wanted)
    if len(some) == size:
        return _is_swapped_or_replaced(some, wanted)
    if len(some) < size:
        return size > 2 and any(wanted[:at] + wanted[at + 1 :] == some for at in range(size))
    doubled = (at for at in range(len(some) - 1) if some[at] == some[at + 1])
    return any(some[:at] + some[at + 1 :] == wanted for at in doubled)


def _is_swapped_or_replaced(some: str, wanted: str) -> bool:
    differing = [at for at in range(len(some)) if some[at] != wanted[at]]
    if len(differing) == 1:
        return True
    return len(differing) == 2 and differing[1] == differing[0] + 1 and sorted(some) == sorted(wanted)
