"""What is said of a draft that stands otherwise than last year's report: in one line, and in full."""

from collections.abc import Iterator
from itertools import groupby

from core import cell_names
from core.carry import Moves, Part, has_new_preface, moves, pieces, source_name, tells_of_form, with_source
from core.labels import as_printed
from core.report import PREFACE, Report
from core.template import Template
from gui.session import Session


def moves_of(session: Session) -> Moves:
    """Return what became of last year's report in the open one."""
    return moves(_old_form(session), session.template, session.report)


def _old_form(session: Session) -> Template | None:
    last = session.report.carried_from()
    return session.library.templates.get(last.template) if last else None


def tells(session: Session, found: Moves) -> bool:
    """Return whether there is anything to tell above the draft: of another form, of a part that was added, of the title.

    Of the title it tells as long as nobody has looked at the page it stands on.
    """
    report = session.report
    if has_new_preface(report):
        return tells_of_form(report) or bool(found.figures) or any(one.is_moved for one in found.parts)
    return _is_same_form(report) and bool(found.added or _untold_title(report, found))


def _is_same_form(report: Report) -> bool:
    last = report.carried_from()
    return last is not None and last.template == report.template


def _untold_title(report: Report, found: Moves) -> bool:
    preface = report.section(PREFACE)
    waits = preface is not None and any(one.state == "carried" for one in preface.paragraphs)
    return waits and found.titles is not None


def short(session: Session, found: Moves) -> str:
    """Return in one line what changed, and what of last year is not in the draft yet."""
    is_new_form = has_new_preface(session.report)
    told = _of_form(session, found) if is_new_form else _of_parts(session, found)
    return as_printed("；".join(told) + "。")


def is_of_title(session: Session, found: Moves) -> bool:
    """Return whether nothing but the title stands otherwise than last year."""
    is_all = all(one.is_as_it_was for one in found.parts) and not (found.added or found.figures)
    return found.titles is not None and is_all and not pieces(session.report)


def _of_form(session: Session, found: Moves) -> Iterator[str]:
    """Yield what changed with the form, first what of last year is missing: in a narrow window the end is cut."""
    last = source_name(session.report)
    yield from _missing(session, found)
    yield f"今年用 {session.template.name.partition('（')[0]}，前言已按它写好"
    if any(one.is_moved for one in found.parts):
        yield f"{last}的{_gone_into(found)}"
    elif renamed := sum(one.is_renamed for one in found.parts):
        yield f"{renamed} 个部分的标题或编号变了"


def _missing(session: Session, found: Moves) -> Iterator[str]:
    last = source_name(session.report)
    if found.figures:
        yield f"{len(found.figures)} 个数没带过来：{last}有，今年的表里没有"
    left = [one for one in pieces(session.report) if not one.is_taken]
    told = list(dict.fromkeys(name for one in left for name in one.contacts))
    if told:
        yield f"{last}的{'、'.join(told)}没有带过来"
    elif left:
        yield f"{last}有 {len(left)} 处文字没有带过来"


def _gone_into(found: Moves) -> str:
    """Return which parts went into which: "二、三、四并到“一、总体情况”，六并到“六、其他需要报告的事项”"."""
    moved = [one for one in found.parts if one.is_moved]
    told = []
    for home, parts in groupby(moved, key=lambda one: one.into):
        told.append(f"{'、'.join(one.title.partition('、')[0] for one in parts)}并到“{home}”")
    return "，".join(told)


def _of_parts(session: Session, found: Moves) -> list[str]:
    told, report = [], session.report
    if found.added:
        names = "、".join(f"“{one}”" for one in found.added)
        moved = "，后面的编号顺着排" if any(one.is_renamed for one in found.parts) else ""
        told.append(f"{source_name(report)}没有{names}，已按格式添上，请写{moved}")
    if _untold_title(report, found):
        told.append(f"标题{with_source(report)}的写法不一样，请看一遍")
        if is_of_title(session, found):
            told[-1] += f"：{'，'.join(_both_titles(report))}"
    return told


def _both_titles(report: Report) -> tuple[str, str]:
    """Return last year's title and this year's, each with what it is."""
    last = report.carried_from()
    return f"{source_name(report)}标题“{last.title if last else ''}”", f"今年标题“{report.title}”"


def lines(session: Session, found: Moves) -> Iterator[tuple[str, bool]]:
    """Yield all that is to be told, line by line, and whether a line heads the next ones."""
    return ((as_printed(words), is_head) for words, is_head in _lines(session, found))


def _lines(session: Session, found: Moves) -> Iterator[tuple[str, bool]]:
    if is_of_title(session, found):
        yield f"标题{with_source(session.report)}的写法不一样", True
        yield from ((one, False) for one in _both_titles(session.report))
        yield from ((one, False) for one in _unchanged(found))
    elif found.parts:
        yield f"各部分到了哪里（{source_name(session.report)} → 今年）", True
        yield from ((_of_part(one), False) for one in found.parts if not one.is_as_it_was)
        yield from ((f"新添的：{one}（还空着，请写）", False) for one in found.added)
        last = session.report.carried_from()
        if found.titles and last:
            yield f"标题：{last.title} → {found.titles[1]}", False
        yield from ((one, False) for one in _unchanged(found))
    old = _old_form(session)
    if found.figures and old:
        filled = sum(value.strip("0.") != "" for _, value in found.figures)
        yield f"今年的表里没有的数（{len(found.figures)} 个，不是 0 的 {filled} 个）", True
        several = len(old.tables) > 1
        for cell, value in found.figures:
            table = f"{old.tables_by_id[cell.table].name} · " if several else ""
            yield f"{table}{cell_names.full(old, cell)}：{value}{cell.unit}", False


def _unchanged(found: Moves) -> Iterator[str]:
    """Yield in a line each in which parts words stand as they did, and which are tables alone, where there are any."""
    told = (
        ("文字还在原处的部分", [one.title for one in found.parts if one.is_as_it_was]),
        ("只有表格、还在原处的部分", found.tables),
    )
    for words, titles in told:
        if titles:
            numbers = "、".join(one.partition("、")[0] for one in titles)
            yield f"{words}（{len(titles)} 个）：{numbers}"


def _of_part(part: Part) -> str:
    under = f"，标题是“{part.heading}”" if part.heading else ""
    gone = f"；{part.count} 段里有 {part.gone} 段今年没有" if part.gone else ""
    if not part.now:
        return f"{part.title} → 今年没有（{part.count} 段）"
    return f"{part.title} → {'；'.join(part.now)}{under}{gone}"
