"""Figures of a correct report: those of the sentences, and the tables that agree with them."""

from random import Random

from core.report import Report
from core.template import Cell, Template

Figures = dict[str, int]
_COLUMNS = ("natural", "business", "research", "welfare", "legal", "others")
_OUTCOMES = (
    "granted",
    "partial",
    "third_party",
    "internal",
    "not_held",
    "not_ready",
    "petitions",
    "repeated",
)


def drawn(rng: Random, before: Figures | None) -> Figures:
    """Return the figures that sentences name; stocks and what was carried over follow from the year before."""
    if before:
        classes = [_more(before[f"c{number}"], rng) for number in range(1, 5)]
        total = sum(classes)
        site, wechat = (total * before[name] // before["total"] for name in ("site", "wechat"))
    else:
        classes = [rng.randint(15, 140) for _ in range(4)]
        total = sum(classes)
        site = rng.randint(total // 3, total // 2)
        wechat = rng.randint(total // 8, total // 4)
    made, repealed = rng.randint(0, 5), rng.randint(0, 2)
    valid = (before["valid"] if before else rng.randint(6, 20)) + made - repealed
    figures = {f"c{number}": count for number, count in enumerate(classes, 1)} | {
        "total": total, "site": site, "wechat": wechat, "board": total - site - wechat,
        "made": made, "repealed": repealed, "valid": valid,
        "permits": rng.randint(5, 300), "penalties": rng.randint(2, 30),
        "meet": rng.randint(2, 6), "train": rng.randint(1, 4), "trainees": rng.randint(20, 150),
        "offices": 1, "full": rng.randint(1, 3), "part": rng.randint(2, 8), "points": rng.randint(1, 3),
        "opened": rng.randint(2, 4), "issued": rng.randint(4, 7), "readings": rng.randint(2, 12),
        "in": before["out"] if before else rng.randint(0, 1), "out": rng.randint(0, 1),
        "in_person": rng.randint(1, 3), "online": rng.randint(1, 4), "by_letter": rng.randint(1, 2),
        "door": rng.randint(2, 199), "services": before["services"] if before else rng.randint(10, 60), "procurement": rng.randint(1, 9),
    }  # fmt: skip
    if before:
        figures |= {name: _more(before[name], rng) for name in ("permits", "penalties", "trainees")}
    figures["staff"] = figures["full"] + figures["part"]
    return figures


def _more(count: int, rng: Random) -> int:
    """Return a figure somewhat above that of the year before."""
    return count + rng.randint(1, 1 + count // 4)


def applications(figures: Figures, rng: Random, asked: bool) -> dict[tuple[str, str], int]:
    """Return the outcomes and what was carried, by row and column; puts what sentences name into the figures."""
    cells: dict[tuple[str, str], int] = {}
    if not asked:
        figures |= {"in": 0, "out": 0, "new": 0, "natural": 0, "body": 0, "done": 0}
        return cells
    done = rng.randint(3, 12)
    for number in range(done):
        column = rng.choice(("natural", "natural", "business", "legal")) if number else "natural"
        place = (rng.choice(_OUTCOMES), column)
        cells[place] = cells.get(place, 0) + 1
    cells["carried_in", "natural"], cells["carried_out", "natural"] = figures["in"], figures["out"]
    new = {column: _results(cells, column) + cells.get(("carried_out", column), 0) for column in _COLUMNS}
    new["natural"] -= figures["in"]
    cells |= {("new", column): count for column, count in new.items()}
    figures |= {"new": sum(new.values()), "natural": new["natural"], "done": done}
    figures["body"] = figures["new"] - figures["natural"]
    return cells


def _results(cells: dict[tuple[str, str], int], column: str) -> int:
    return sum(count for (row, of), count in cells.items() if of == column and row in _OUTCOMES)


def fill(report: Report, template: Template, figures: Figures, rng: Random, *, asked: bool) -> None:
    """Fill the tables of a report, every cell, with what the sentences say."""
    cells = applications(figures, rng, asked)
    if asked and not template.fixed_sections:
        figures["new"] = figures["in_person"] + figures["online"] + figures["by_letter"]
    values: dict[str, int] = {}
    for cell in template.cells.values():
        if not cell.group and not cell.sums:
            values[cell.id] = _leaf(cell, figures, cells, asked)
    for cell in template.cells.values():
        if cell.sums:
            values[cell.id] = _total(cell, template, values)
    report.values = {cell: str(value) for cell, value in values.items()}


def _total(cell: Cell, template: Template, values: dict[str, int]) -> int:
    if not cell.sums:
        return values[cell.id]
    return sum(_total(template.cells[term], template, values) for term in cell.sums[0])


def _leaf(cell: Cell, figures: Figures, cells: dict[tuple[str, str], int], asked: bool) -> int:
    match cell.table:
        case "applications":
            return cells.get((cell.row_id, cell.column_id), 0)
        case "disclosure":
            return _disclosed(f"{cell.row_id}.{cell.column_id}", figures)
        case "statistics":
            return _counted(cell.row_id, figures, asked)
    return 0


def _disclosed(place: str, figures: Figures) -> int:
    return {
        "documents.made": figures["made"], "documents.repealed": figures["repealed"],
        "documents.valid": figures["valid"], "documents.published": figures["made"],
        "documents.public": figures["valid"], "permits.decided": figures["permits"],
        "penalties.decided": figures["penalties"], "permits.before": figures["services"],
        "penalties.before": 12, "procurement.items": figures["procurement"],
    }.get(place, 0)  # fmt: skip


def _counted(row: str, figures: Figures, asked: bool) -> int:
    names = {
        "published": "total", "documents_published": "opened", "documents_issued": "issued",
        "website": "site", "wechat": "wechat", "other_channels": "board", "readings": "readings",
        "offices": "offices", "access_points": "points", "points_town": "points", "meetings": "meet",
        "courses": "train", "trainees": "trainees", "staff_full": "full", "staff_part": "part",
    }  # fmt: skip
    if row in names:
        return figures[names[row]]
    ways = {"in_person": "in_person", "online": "online", "by_letter": "by_letter"}
    done = {"closed_in_time", "answered_granted"}
    if asked and row in ways:
        return figures[ways[row]]
    if asked and row in done:
        return sum(figures[name] for name in ways.values())
    return 1 if row == "sites_town" else 0
