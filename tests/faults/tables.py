"""Trials of the table arithmetic: sums, balances, parts and wholes (T01–T17, T24)."""

from collections.abc import Callable, Iterator
from functools import partial
from random import Random

from core.report import Report, blank
from core.template import Library, Template
from tests.faults.filling import COLUMNS, filled, office, with_tables
from tests.faults.harness import Trial, faults, near_misses

_FULL_WIDTH = str.maketrans("0123456789,", "０１２３４５６７８９，")
_EACH = 14
Change = Callable[[Random, Report], str]


def number(report: Report, cell: str) -> int:
    """Return the figure of a cell, 0 where it is blank."""
    return int(report.text(cell) or 0)


def put(report: Report, cell: str, value: object) -> None:
    """Put a figure into a cell, "" to empty it."""
    report.values[cell] = str(value)
    if report.values[cell] == "":
        del report.values[cell]


def written_otherwise(rng: Random, report: Report) -> Report:
    """Write some figures in full width, grouped or with spaces around; they stay what they are."""
    for cell, text in report.values.items():
        way = rng.randint(0, 5)
        if not text.isdecimal() or way > 2:
            continue
        grouped = f"{int(text):,}"
        report.values[cell] = (grouped.translate(_FULL_WIDTH), f" {grouped}　", f"{text}.0")[way]
    return report


def _totals(template: Template, rule: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the totals with their terms that a rule on sums looks at."""
    found = []
    for cell in template.cells.values():
        for terms in cell.sums:
            by_row = terms[0].split(".")[1] == cell.row_id
            if _RULE_OF.get((cell.table, cell.row_id if cell.table == "statistics" else str(by_row))) == rule:
                found.append((cell.id, terms))
    return found


_RULE_OF = {
    ("applications", "False"): "T02", ("applications", "True"): "T03", ("reviews", "True"): "T04",
    ("statistics", "received"): "T05", ("statistics", "closed"): "T06", ("statistics", "answered"): "T07",
    ("statistics", "answered_refused"): "T07", ("statistics", "reviews"): "T08", ("statistics", "suits"): "T08",
    ("statistics", "complaints"): "T08", ("statistics", "staff"): "T09",
}  # fmt: skip


def _broken_sums(rule: str, rng: Random, library: Library) -> Iterator[Trial]:
    """A term or the total off by some, a transposed total, a term left out, a total not yet followed up."""
    for template in with_tables(library):
        totals = _totals(template, rule)
        for turn in range(_EACH if totals else 0):
            report = filled(rng, template)
            cell, terms = rng.choice(totals)
            one = rng.choice((cell, *terms))
            old = number(report, one)
            put(
                report,
                one,
                old + rng.choice((1, 2, 5, 10, 90)) if turn % 3 or not old else old - rng.randint(1, old),
            )
            yield Trial(written_otherwise(rng, report) if turn % 2 else report, at=one)


def _right_sums(rule: str, rng: Random, library: Library) -> Iterator[Trial]:
    """Everything adds up, however written; blanks for 0; nothing filled in yet; a text that is no number."""
    for template in with_tables(library):
        totals = _totals(template, rule)
        for turn in range(_EACH if totals else 0):
            report = filled(rng, template)
            if turn % 4 == 1:
                report.values = {cell: text for cell, text in report.values.items() if text != "0"}
                if template.id != "weihai-2012":
                    report.values |= {cell: "0" for cell, _ in totals if cell not in report.values}
            if turn % 4 == 2:
                report = blank(template, report.year, office(rng))
            if turn % 4 == 3:
                for cell, terms in totals:
                    put(report, rng.choice((cell, *terms)), rng.choice(("/", "—", "无", "约3", "3件")))
            yield Trial(written_otherwise(rng, report) if turn % 4 == 0 else report)


for _rule in ("T02", "T03", "T04", "T05", "T06", "T07", "T08", "T09"):
    faults(_rule)(partial(_broken_sums, _rule))
    near_misses(_rule)(partial(_right_sums, _rule))


@faults("T01")
def broken_balances(rng: Random, library: Library) -> Iterator[Trial]:
    """One of the four figures of a column off."""
    for template in with_tables(library, "applications"):
        for turn in range(_EACH):
            report = filled(rng, template)
            row = rng.choice(("new", "carried_in", "total", "carried_out"))
            cell = f"applications.{row}.{rng.choice(COLUMNS)}"
            put(report, cell, number(report, cell) + rng.choice((1, 3, 9, 27)))
            if turn % 4 == 3:
                report.values = {one: text for one, text in report.values.items() if text != "0"}
            yield Trial(written_otherwise(rng, report), at=cell)


@near_misses("T01")
def right_balances(rng: Random, library: Library) -> Iterator[Trial]:
    """Columns that balance: with much carried over, with blanks for 0, or not filled in."""
    for template in with_tables(library, "applications"):
        for turn in range(_EACH):
            report = filled(rng, template)
            if turn % 3 == 0:
                more = rng.randint(1, 30)
                for row in ("new", "carried_out"):
                    for column in ("natural", "total"):
                        cell = f"applications.{row}.{column}"
                        put(report, cell, number(report, cell) + more)
            if turn % 3 == 1:
                report.values = {one: text for one, text in report.values.items() if text != "0"}
            if turn % 5 == 4:
                report = blank(template, report.year, office(rng))
            yield Trial(written_otherwise(rng, report))


def _statistics(change: Change, turns: int, rng: Random, library: Library) -> Iterator[Trial]:
    """Filled reports with a statistics table, changed each, with the place where it was."""
    for template in with_tables(library, "statistics"):
        for _ in range(turns):
            report = filled(rng, template)
            at = change(rng, report)
            yield Trial(written_otherwise(rng, report), at=at)


def _cell(row: str) -> str:
    return f"statistics.{row}.value"


_CHANNELS = tuple(_cell(row) for row in ("gazette", "website", "weibo", "wechat", "other_channels"))


def _union_too_large(rng: Random, report: Report) -> str:
    put(
        report,
        _cell("published"),
        sum(number(report, one) for one in _CHANNELS) + rng.choice((1, 2, 15, 100)),
    )
    if report.template == "weihai-2012" and rng.random() < 0.3:  # where a blank means none
        zero = [one for one in _CHANNELS if not number(report, one)]
        for one in zero[:2]:
            put(report, one, "")
    return _cell("published")


def _channel_still_blank(rng: Random, report: Report) -> str:
    """Empty one channel, so that the total has more than the others: that may belong into it."""
    whole = sum(number(report, one) for one in _CHANNELS)
    one = rng.choice(_CHANNELS)
    put(report, _cell("published"), whole - number(report, one) * (report.template == "weihai-2012"))
    put(report, one, "")
    return ""


def _channel_too_large(rng: Random, report: Report) -> str:
    cell = rng.choice(_CHANNELS)
    put(report, cell, number(report, _cell("published")) + rng.choice((1, 2, 20, 150)))
    return cell


def _part_too_large(rng: Random, report: Report) -> str:
    pairs = (("documents_published", "published"), ("press_head", "press"), ("interviews_head", "interviews"))
    part, whole = rng.choice(pairs)
    put(report, _cell(part), number(report, _cell(whole)) + rng.randint(1, 9))
    return _cell(part)


def _more_documents_than_issued(rng: Random, report: Report) -> str:
    issued = rng.randint(0, 9)
    put(report, _cell("documents_issued"), issued)
    put(report, _cell("documents_published"), issued + rng.randint(1, 7))
    return _cell(rng.choice(("documents_published", "documents_issued")))


def _issued_left_out(rng: Random, report: Report) -> str:
    put(report, _cell("documents_published"), rng.randint(1, 40))
    put(report, _cell("documents_issued"), "")
    if rng.random() < 0.3:
        report.values[_cell("documents_issued")] = rng.choice((" ", "　"))
    return _cell("documents_issued")


def _whole_left_out(rng: Random, report: Report) -> str:
    whole, part = rng.choice(
        (("received", "online"), ("closed", "closed_in_time"), ("staff", "staff_part"), ("reviews", "reviews_other"),
         ("suits", "suits_upheld"), ("answered", "answered_granted"), ("answered_refused", "refused_privacy"),
         ("press", "press_head"), ("published", "documents_published"))
    )  # fmt: skip
    put(report, _cell(part), rng.randint(1, 20))
    put(report, _cell(whole), "")
    return _cell(whole)


def _nothing(rng: Random, report: Report) -> str:
    return ""


def _at_the_edge(rng: Random, report: Report) -> str:
    """Change what is related so that it is just still right, or leave the smaller side blank."""
    top = max(number(report, one) for one in _CHANNELS)
    whole = rng.choice((top, sum(number(report, one) for one in _CHANNELS)))
    put(report, _cell("published"), whole)
    put(report, _cell("documents_published"), rng.choice((whole, "", 0)))
    issued = number(report, _cell("documents_published"))
    put(report, _cell("documents_issued"), rng.choice((issued, issued + 30)))
    for row in ("press", "interviews"):
        put(report, _cell(f"{row}_head"), rng.choice((report.text(_cell(row)), "", 0)))
    return ""


def _all_left_blank(rng: Random, report: Report) -> str:
    report.values = {}
    return ""


_LIMITS: dict[str, Change] = {
    "T10": _union_too_large, "T11": _channel_too_large, "T12": _part_too_large,
    "T13": _more_documents_than_issued, "T14": _issued_left_out, "T15": _whole_left_out,
}  # fmt: skip
for _rule, _change in _LIMITS.items():
    faults(_rule)(partial(_statistics, _change, _EACH))
    for _near in (_nothing, _at_the_edge, _all_left_blank):
        near_misses(_rule)(partial(_statistics, _near, 6))
near_misses("T10")(partial(_statistics, _channel_still_blank, 6))


@faults("T16")
def fewer_in_force_than_made(rng: Random, library: Library) -> Iterator[Trial]:
    """Fewer in force than came in this year less those that went."""
    template = library.get("national-2021")
    for turn in range(28):
        report = filled(rng, template)
        row = "documents" if turn % 4 else "rules"
        made, repealed = rng.randint(2, 40), rng.choice((0, 0, rng.randint(0, 8)))
        made += repealed
        for column, value in (
            ("made", made),
            ("repealed", repealed),
            ("valid", made - repealed - rng.choice((1, 2))),
        ):
            put(report, f"disclosure.{row}.{column}", value)
        yield Trial(written_otherwise(rng, report), at=f"disclosure.{row}.{rng.choice(('made', 'valid'))}")


@near_misses("T16")
def as_many_in_force_as_made(rng: Random, library: Library) -> Iterator[Trial]:
    """Just as many, many more, more repealed than made, or nothing filled in."""
    template = library.get("national-2021")
    for turn in range(28):
        report = filled(rng, template)
        made, repealed = rng.randint(0, 30), rng.randint(0, 30)
        valid = max(0, made - repealed) + (0, 3, 40)[turn % 3]
        for column, value in (("made", made), ("repealed", repealed), ("valid", valid)):
            put(report, f"disclosure.documents.{column}", "" if turn % 7 == 6 else value)
        yield Trial(written_otherwise(rng, report))


@faults("T17")
def regulations_of_a_township(rng: Random, library: Library) -> Iterator[Trial]:
    """A township or street with regulations of its own."""
    for template in with_tables(library, "disclosure"):
        cells = [one for one in template.cells if one.startswith("disclosure.rules.")]
        for _ in range(_EACH):
            report = filled(rng, template)
            cell = rng.choice(cells)
            put(report, cell, rng.choice((1, 2, 7, "１", "12")))
            if "made" in cell and template.id == "national-2021":
                put(report, "disclosure.rules.valid", 12)
            yield Trial(report, at=cell)


@near_misses("T17")
def regulations_of_others(rng: Random, library: Library) -> Iterator[Trial]:
    """None, blank, or those of a city or ministry."""
    for template in with_tables(library, "disclosure"):
        cells = [one for one in template.cells if one.startswith("disclosure.rules.")]
        for turn in range(_EACH):
            report = filled(rng, template)
            if turn % 3 == 0:
                report.unit.name = rng.choice(
                    ("松州市人民政府", "云岭省人民政府", "和安自治州人民政府", "松州市乡镇企业局")
                )
                for cell in cells:
                    put(report, cell, 4)
            elif turn % 3 == 1:
                for cell in cells:
                    put(report, cell, rng.choice(("", "０", "0.0")))
            yield Trial(report)


def _points_differ(rng: Random, report: Report) -> str:
    points = number(report, _cell("points"))
    put(report, _cell("access_points"), rng.choice((points + rng.randint(1, 5), "" if points else 3)))
    return _cell(rng.choice(("access_points", "points")))


def _points_agree(rng: Random, report: Report) -> str:
    points = number(report, _cell("points"))
    if rng.random() < 0.4:
        for row in ("points_city", "points_county", "points_town", "points", "access_points"):
            put(report, _cell(row), rng.choice(("", 0)))
    else:
        put(report, _cell("access_points"), f"{points}")
    return ""


def _weihai(change: Change, rng: Random, library: Library) -> Iterator[Trial]:
    for _ in range(24):
        report = filled(rng, library.get("weihai-2012"))
        at = change(rng, report)
        yield Trial(written_otherwise(rng, report), at=at)


faults("T24")(partial(_weihai, _points_differ))
near_misses("T24")(partial(_weihai, _points_agree))
