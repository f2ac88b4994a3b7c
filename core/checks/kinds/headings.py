"""The headings of a report: sections that must be there, official titles, and the list that the introduction gives."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from core.checks.case import Case, Passage, clipped
from core.checks.entry import Entry, Find, kind
from core.checks.kinds.composed import Composition, compositions
from core.checks.late import Late
from core.checks.model import Finding, Fix, TextPlace
from core.edits import SetSectionTitle
from core.labels import fold
from core.report import PREFACE, SIGNATURE, Section, absent_section
from core.template import Template

_NUMBERED = Late(
    r"\s{0,8}(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d))[^。；;：:，,]{0,40}"
)
_UNSEEN = Late(r"[\ue000-\uf8ff\ufffd]")
_NO_WEIGHT = Late(r"的|[\"'《》〈〉()]|\s")
_MARK = Late(r"(?:(?<=^)|(?<=[,;:.]))(?:\(?[一二三四五六七八九十]{1,2}(?:\)|是|,)|\(?\d{1,2}(?:\)|[.,]))")
_BRACKETED = Late(
    r"[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|第(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:部分|章)?[：:，,、]?"
    r"|(?<=[”\"」])\s?(?=[“\"「])"
)
_BETWEEN = Late(r"[,;:.\x00]|以及|(?<=\x00)[和及与]|[和及与](?=\x00)")
_TAIL = Late(r"(?:等|共|共计|一共)$")
_ANNEX = Late(r"^(?:附|统计表|.{0,12}统计表$)")
_TITLE_NUMBER = Late(
    r"\s{0,8}(?:[（(][一二三四五六七八九十\d]{1,3}[）)][、.．]?|(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s{0,2}[、.．,，：:]"
    r"|第[一二三四五六七八九十\d]{1,3}(?:部分|章|项)?[、.．：:,，]?)\s{0,8}"
)


def titled(case: Case) -> list[tuple[Section, str]]:
    """Return the sections of a report with their titles as its source or its clerk words them, without numbers."""
    known = case.template.sections_by_id
    return [
        (one, unnumbered(one.source_title) or (known[one.id].title if one.id in known else ""))
        for one in case.report.sections
        if one.id not in (PREFACE, SIGNATURE)
    ]


def unnumbered(title: str) -> str:
    """Return a title without its number ("一、总体情况")."""
    number = _TITLE_NUMBER.match(title)
    return title[number.end() :] if number else title


def has_content(case: Case, section_id: str) -> bool:
    """Return whether words or figures stand in a section."""
    if any(passage.section == section_id for passage in case.passages):
        return True
    tables = tuple(f"{table.id}." for table in case.template.tables if table.section == section_id)
    return bool(tables) and any(cell.startswith(tables) for cell, text in case.report.values.items() if text)


def start_of(case: Case, section_id: str) -> TextPlace:
    """Return the place where a section begins, no words quoted."""
    return TextPlace(section_id, 0, 0, 0, "")


class NeededEntry(Entry):
    """Sections that must be there, each with the words of other headings that stand for it.

    For those in `within` a numbered heading inside a section does as well, or a sentence in a section of
    `told_in`. `left` are sections whose emptiness another rule tells.
    """

    needs: dict[str, str]
    within: tuple[str, ...] = ()
    told_in: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


@kind("needed_sections", NeededEntry)
def needed_sections(entry: NeededEntry, template: Template) -> Find:
    """Require every statutory section; those with a heading alone are told together, once the report is dated."""
    unknown = [one for one in entry.needs if one not in template.sections_by_id]
    if unknown:
        raise ValueError(f"部分 {unknown[0]} 不存在")
    words = {one: entry.late(pattern) for one, pattern in entry.needs.items()}

    def find(case: Case) -> Iterator[Finding]:
        absent = {note.message for note in case.report.notes}
        empty: list[str] = []
        for section_id, pattern in words.items():
            known = template.sections_by_id[section_id]
            if has_content(case, section_id) or _is_covered(entry, case, section_id, pattern):
                continue
            if case.report.section(section_id) is None or absent_section(known.title).message in absent:
                name = f"{known.number}、{known.title}".removeprefix("、")
                yield entry.finding(f"缺少“{name}”这一部分", (start_of(case, section_id),), expected=name)
            elif not known.tables and section_id not in entry.left:
                empty.append(section_id)
        if empty:
            names = "、".join(f"“{template.sections_by_id[one].title}”" for one in empty)
            places = tuple(start_of(case, one) for one in empty)
            yield entry.finding(f"还有 {len(empty)} 个部分没有写：{names}", places, severity="warning")

    return find


def _is_covered(entry: NeededEntry, case: Case, section_id: str, pattern: Late) -> bool:
    """Return whether another section with content bears the item in its title, a heading or a sentence."""
    titles = [(one.id, title) for one, title in titled(case) if one.id != section_id]
    if any(pattern.search(title) and has_content(case, one) for one, title in titles):
        return True
    if section_id not in entry.within:
        return False
    for passage in case.in_sections(but=(PREFACE, SIGNATURE, section_id)):
        heading = _NUMBERED.match(passage.text)
        if heading and pattern.search(heading.group()):
            return True
        if passage.section in entry.told_in and pattern.search(passage.text):
            return True
    return False


class NamedEntry(Entry):
    """A matter that a title names, and the words by which the text speaks of it."""

    title_words: str
    text_words: str


@kind("title_kept", NamedEntry, "section")
def title_kept(entry: NamedEntry, template: Template) -> Find:
    """Require that a section speaks of what its title names; one without words is another rule's."""
    named, told = entry.late(entry.title_words), entry.late(entry.text_words)

    def find(case: Case) -> Iterator[Finding]:
        for section, title in titled(case):
            said = [one for one in case.passages if one.section == section.id]
            match = named.search(title)
            if match and said and not any(told.search(one.text) for one in said):
                message = entry.words(
                    "标题“{section}”写到{found}，正文里没有写", section=title, found=match.group()
                )
                yield entry.finding(message, (said[0].whole,), expected=match.group())

    return find


@kind("official_titles", Entry, "title official", reads="prose")
def official_titles(entry: Entry, template: Template) -> Find:
    """Require the titles that the form prescribes, and no section beside them."""
    known = template.sections_by_id

    def find(case: Case) -> Iterator[Finding]:
        for section, title in titled(case):
            place = (start_of(case, section.id),)
            plain = _UNSEEN.sub("", title)
            if section.id not in known:
                number = f"{section.number}、" if section.number else ""
                message = f"“{number}{plain}”不是规定的部分，规定的只有 {len(known)} 个部分"
                yield entry.finding(message, place, found=plain)
            elif fold(plain) != fold(known[section.id].title):
                official = known[section.id].title
                message = entry.words(
                    "原文的标题“{title}”和规定的不一样，应当是“{official}”", title=plain, official=official
                )
                fix = Fix(f"改为 {official}", SetSectionTitle(section.id, "", f"改为 {official}"))
                yield entry.finding(message, place, expected=official, found=plain, fix=fix)

    return find


@dataclass(frozen=True, slots=True)
class _Compared:
    """What a list names that is no heading, and the headings that it does not name."""

    foreign: tuple[str, ...]
    unlisted: tuple[str, ...]


@kind("listed_parts", Entry, "spot differences")
def listed_parts(entry: Entry, template: Template) -> Find:
    """Require that the parts which the introduction lists are the headings of the report."""

    def find(case: Case) -> Iterator[Finding]:
        titles = tuple(_UNSEEN.sub("", title) for _, title in titled(case))
        for passage in case.passages:
            if passage.section != PREFACE:
                continue
            for one in compositions(passage.text):
                compared = _compare(one, titles)
                if one.possible and (compared.foreign or compared.unlisted):
                    yield _differing(entry, case, passage, one, compared)

    return find


@lru_cache(maxsize=64)  # a list is compared once while it and the titles stay
def _compare(one: Composition, titles: tuple[str, ...]) -> _Compared:
    left = f",{_MARK.sub('', _TAIL.sub('', _plain(_BRACKETED.sub('，', one.items))))},"
    unlisted = []
    for title in sorted(titles, key=len, reverse=True):
        name = re.escape(_plain(title).removesuffix("情况"))
        found = re.search(
            rf"(?:(?<=[,;:.\x00和及与])){name}(?:情况)?(?=等?(?:[,;:.\x00和及与]|以及|共))", left
        )
        if found:
            left = f"{left[: found.start()]}\x00{left[found.end() :]}"
        else:
            unlisted.append(title)
    foreign = [part for part in _BETWEEN.split(left) if part and not _ANNEX.match(part)]
    if one.etc and (one.count is None or one.count not in one.possible) and not foreign:
        unlisted = []
    in_order = tuple(title for title in titles if title in unlisted)
    return _Compared(tuple(foreign), in_order)


def _plain(text: str) -> str:
    return _NO_WEIGHT.sub("", fold(_UNSEEN.sub("", text)))


def _differing(entry: Entry, case: Case, passage: Passage, one: Composition, compared: _Compared) -> Finding:
    said = []
    places = _places(passage, one, compared.foreign)
    if compared.foreign:
        named = "、".join(f"“{clipped(place.quote)}”" for place in places)
        said.append(f"列出的{named}不是正文的标题" if places else "列出的有的不是正文的标题")
    if compared.unlisted:
        said.append(f"正文的“{'”、“'.join(compared.unlisted)}”没有照样列出")
    message = entry.words(
        "{spot}列出的各部分和正文标题对不上：{differences}",
        spot=case.spot(passage),
        differences="；".join(said),
    )
    whole = passage.place(one.start, one.end)
    found = "、".join(place.quote for place in places)
    return entry.finding(message, places or (whole,), expected="、".join(compared.unlisted), found=found)


def _places(passage: Passage, one: Composition, foreign: tuple[str, ...]) -> tuple[TextPlace, ...]:
    """Return the words of a list that are no headings: the pieces between its marks that are left over."""
    places = []
    for match in re.finditer(r"[^，,、；;：:。]{1,80}", one.items):
        plain = _plain(match.group())
        if plain and any(plain in part or part in plain for part in foreign):
            start = one.items_start + match.start()
            places.append(passage.place(start, start + len(match.group())))
    return tuple(places)
