"""The brackets of the numbers of a section: those of one level all full width or all half width."""

from collections.abc import Iterator

from core import numbering
from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.kinds.numbering import place_of
from core.checks.model import Finding, Fix, TextPlace
from core.edits import Together, rewrite
from core.report import PREFACE, SIGNATURE
from core.template import Template

_OPEN, _CLOSE, _FULL = "（(", "）)", ("（", "）")
_Bracketed = tuple[Passage, TextPlace]  # a paragraph, and the number in brackets that it begins with


@kind("one_bracket", Entry, "spot quotes", reads="prose")
def one_bracket(entry: Entry, template: Template) -> Find:
    """Require that the brackets of the numbers of a level within a section are all full width or all half width."""

    def find(case: Case) -> Iterator[Finding]:
        marks: dict[tuple[str, int], list[_Bracketed]] = {}
        for passage in case.in_sections(but=(PREFACE, SIGNATURE)):
            number = numbering.read(passage.text)
            if number is None:
                continue
            place = place_of(passage, number)
            if place.quote[0] in _OPEN and place.quote[-1] in _CLOSE:
                marks.setdefault((passage.section, number.level), []).append((passage, place))
        for found in marks.values():
            half = [one for one in found if _brackets(one) != _FULL]
            if half and any(bracket in _FULL for one in found for bracket in _brackets(one)):
                yield _mixed(entry, case, half)

    return find


def _brackets(one: _Bracketed) -> tuple[str, str]:
    return one[1].quote[0], one[1].quote[-1]


def _mixed(entry: Entry, case: Case, odd: list[_Bracketed]) -> Finding:
    places = tuple(place for _, place in odd)
    named = "、".join(f"“{place.quote}”" for place in places[:6])
    message = entry.words(
        "{spot}起，编号的括号全角、半角混用：{quotes}和同一部分同一级的其他编号不一样",
        spot=case.spot(odd[0][0]),
        quotes=named,
    )
    return entry.finding(message, places, found=places[0].quote, fix=_unify(case, odd))


def _unify(case: Case, odd: list[_Bracketed]) -> Fix:
    edits = []
    for passage, place in odd:
        text = list(passage.text)
        text[place.start], text[place.end - 1] = _FULL
        edits.append(rewrite(case.report, passage.section, passage.index, "".join(text), unseen=True))
    label = "编号改用全角括号"
    return Fix(label, Together(tuple(edits), label), len(odd))
