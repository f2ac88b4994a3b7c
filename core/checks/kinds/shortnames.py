"""Short names of laws and documents: each is said once what it stands for, and one document has but one."""

from collections.abc import Iterator

from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.late import Late
from core.checks.model import Finding
from core.labels import fold
from core.template import Template

_DEFINED = Late(
    r"(?:(?P<whole>[》〉”])[^，。；《》（(]{0,30})?[（(，,]?\s?(?:以下|下)?(?:均|统|通|并)?(?:简|统)?称(?:为|作)?[：:]?\s?[“\"‘《〈]{0,2}(?P<short>[^”\"’》〉）)，。；]{1,16})"
)
_USED = Late(r"《([^《》]{2,10})》")
_FULL = Late(r"《((?:[^《》]|〈[^〈〉]{1,60}〉){5,120})》")
_ANNOUNCED = Late(r"简称|下称|统称|以下称")


class ShortNameEntry(Entry):
    """How a bare short name looks, and the pairs of short names that mean the same law."""

    bare: str
    same: tuple[tuple[str, ...], ...]


@kind("short_names", ShortNameEntry, "spot quote", reads="prose")
def short_names(entry: ShortNameEntry, template: Template) -> Find:
    """Require that a short name is said to be one, and that no document has two."""
    bare = entry.late(entry.bare)

    def find(case: Case) -> Iterator[Finding]:
        defined = list(_definitions(case))
        known = {short for _, short, _ in defined}
        seen: set[str] = set()
        for passage in case.passages:
            for match in _USED.finditer(passage.text):
                short = fold(match[1])
                if short in known or short in seen or not bare.fullmatch(match[1].strip()):
                    continue
                seen.add(short)
                yield entry.quoting(
                    case, passage, *match.span(), "{spot}用了简称“{quote}”，前面没有写明它是哪个文件的简称"
                )
        yield from _two_for_one(entry, case, defined)
        yield from _aliases(entry, case, known)

    return find


def _definitions(case: Case) -> Iterator[tuple[Passage, str, str]]:
    """Yield where a short name is defined, the name, and the full name that stands before it."""
    for passage in case.passages:
        if not _ANNOUNCED.search(passage.text):
            continue
        for match in _DEFINED.finditer(passage.text):
            if not _ANNOUNCED.search(match.group()):
                continue
            before = passage.text[max(0, match.start() - 130) : match.start() + 1]
            titles = _FULL.findall(before)
            short = fold(match["short"].strip('《》“”" '))
            yield passage, short, fold(titles[-1]) if titles else ""


def _two_for_one(entry: Entry, case: Case, defined: list[tuple[Passage, str, str]]) -> Iterator[Finding]:
    by_full: dict[str, tuple[Passage, str]] = {}
    by_short: dict[str, tuple[Passage, str]] = {}
    for passage, short, full in defined:
        if not full:
            continue
        first, other = by_full.setdefault(full, (passage, short)), by_short.setdefault(short, (passage, full))
        if first[1] != short:
            message = (
                f"同一个文件有两个简称：{case.spot(first[0])}是“{first[1]}”，{case.spot(passage)}是“{short}”"
            )
            yield _at(entry, message, passage, short, first)
        elif other[1] != full:
            message = f"简称“{short}”在{case.spot(other[0])}和{case.spot(passage)}指的不是同一个文件"
            yield _at(entry, message, passage, short, (other[0], short))


def _at(entry: Entry, message: str, passage: Passage, short: str, first: tuple[Passage, str]) -> Finding:
    places = []
    for one, words in ((first[0], first[1]), (passage, short)):
        at = max(one.text.rfind(words), 0)
        places.append(one.place(at, at + len(words)) if words in one.text else one.whole)
    return entry.finding(message, tuple(dict.fromkeys(places)), found=short)


def _aliases(entry: ShortNameEntry, case: Case, known: set[str]) -> Iterator[Finding]:
    """Yield a finding where a law with a short name of its own is called by another short name as well."""
    for names in entry.same:
        own = [name for name in names if name in known]
        others = [name for name in names if name not in known]
        if not own:
            continue
        for passage in case.passages:
            for other in others:
                at = passage.text.find(f"《{other}》")
                if at >= 0:
                    place = passage.place(at, at + len(other) + 2)
                    message = f"前面已经简称“{own[0]}”，{case.spot(passage)}又写“{place.quote}”，同一个文件只用一个简称"
                    yield entry.finding(message, (place,), expected=f"《{own[0]}》", found=place.quote)
                    return
