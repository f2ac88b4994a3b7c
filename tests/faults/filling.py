"""Reports with every table filled by chance so that all that is required of figures holds."""

from random import Random

from core.report import Report, blank
from core.template import Cell, Library, Template

PLACES = (
    "云溪县松岭镇",
    "安和市红旗乡",
    "北川区河口街道",
    "永宁县大桥镇",
    "和顺旗白音镇",
    "望江县三岔乡",
    "海州区东门街道",
)
YEARS = {
    "national-2021": (2021, 2022, 2023, 2024, 2025),
    "national-2019": (2019, 2020),
    "national-2014": (2014, 2015, 2016, 2017, 2018),
    "weihai-2012": (2008, 2010, 2011, 2012, 2013),
    "plain-2008": (2009, 2012, 2013),
}
COLUMNS = ("natural", "business", "research", "welfare", "legal", "others", "total")
Figures = dict[str, int]


def office(rng: Random) -> str:
    """Return the name of a township or street office."""
    place = rng.choice(PLACES)
    return place + ("办事处" if place.endswith("街道") else rng.choice(("人民政府", "人民政府", "")))


def filled(rng: Random, template: Template, year: int | None = None) -> Report:
    """Return a report of the form with all tables filled."""
    report = blank(template, year or rng.choice(YEARS[template.id]), office(rng))
    figures: Figures = {}
    for cell in _fillable(template):
        if not cell.sums:
            figures[cell.id] = rng.choice((0, 0, rng.randint(0, 9), rng.randint(0, 60)))
    _fit(rng, template, figures)
    for cell in _fillable(template):
        total(template, cell, figures)
    _balance(figures)
    report.values = {cell: str(value) for cell, value in figures.items()}
    if "disclosure.procurement.amount" in figures:
        amount = figures["disclosure.procurement.amount"]
        report.values["disclosure.procurement.amount"] = rng.choice(
            (f"{amount}万元", f"{amount}.5万元", f"{amount}00元")
        )
    return report


def _fillable(template: Template) -> list[Cell]:
    return [cell for cell in template.cells.values() if not cell.group]


def total(template: Template, cell: Cell, figures: Figures) -> int:
    """Return the figure of a cell, adding it up first where it is a total."""
    if cell.id not in figures:
        figures[cell.id] = sum(total(template, template.cells[term], figures) for term in cell.sums[0])
    return figures[cell.id]


def _fit(rng: Random, template: Template, figures: Figures) -> None:
    """Change what was drawn so that it fits what else is required."""
    for cell in figures:
        if cell.startswith(("disclosure.rules.", "applications.not_paid.")):
            figures[cell] = 0
    if "disclosure.documents.valid" in figures:
        figures["disclosure.documents.valid"] += figures["disclosure.documents.made"]
    if "statistics.published.value" in figures:
        _fit_statistics(rng, template, figures)


def _fit_statistics(rng: Random, template: Template, figures: Figures) -> None:
    def cell(row: str) -> str:
        return f"statistics.{row}.value"

    channels = [figures[cell(row)] for row in ("gazette", "website", "weibo", "wechat", "other_channels")]
    figures[cell("published")] = rng.randint(max(channels), sum(channels))
    figures[cell("documents_published")] = rng.randint(0, figures[cell("published")])
    figures[cell("documents_issued")] = figures[cell("documents_published")] + rng.randint(0, 5)
    for row in ("press", "interviews"):
        figures[cell(f"{row}_head")] = rng.randint(0, figures[cell(row)])
    for row in ("closed", "answered"):
        figures[cell("in_person")] += total(template, template.cells[cell(row)], dict(figures))
    received = total(template, template.cells[cell("received")], dict(figures))
    figures[cell("fees")] = rng.randint(0, 3) if received else 0
    if not figures[cell("courses")] or not figures[cell("trainees")]:
        figures[cell("courses")] = figures[cell("trainees")] = 0
    if cell("points") in template.cells:
        figures[cell("access_points")] = total(template, template.cells[cell("points")], dict(figures))


def _balance(figures: Figures) -> None:
    """Let new be what was done and carried out, less what was carried in, column by column."""
    for column in COLUMNS:
        cells = [f"applications.{row}.{column}" for row in ("new", "carried_in", "total", "carried_out")]
        if cells[0] in figures and column != "total":
            figures[cells[1]] = min(figures[cells[1]], figures[cells[2]] + figures[cells[3]])
            figures[cells[0]] = figures[cells[2]] + figures[cells[3]] - figures[cells[1]]
    for row in ("new", "carried_in"):
        if f"applications.{row}.total" in figures:
            parts = (figures[f"applications.{row}.{column}"] for column in COLUMNS[:-1])
            figures[f"applications.{row}.total"] = sum(parts)


def with_tables(library: Library, *tables: str) -> list[Template]:
    """Return the forms of the program that have these tables."""
    return [one for one in library if one.id in YEARS and set(tables) <= set(one.tables_by_id)]
