"""Reports for the trials of years and names: a sentence among others, by offices and in years that change."""

from collections.abc import Iterable, Iterator

from core.report import Paragraph, Report, Section, blank
from core.template import Library, Template
from tests.faults.harness import Trial

OFFICES = (
    ("青禾县", "白水镇", "人民政府"),
    ("东平市", "石桥乡", "人民政府"),
    ("兴河区", "南湾街道", "办事处"),
    ("清溪县", "柳河镇", "人民政府"),
    ("和安旗", "乌兰镇", "人民政府"),
)
FORMS = (2016, 2017, 2012, 2023, 2020, 2009, 2024)


def start(
    library: Library, number: int, year: int | None = None
) -> tuple[Template, Report, dict[str, object]]:
    """Return a report on some year by some office, the names and years to put into its sentences."""
    year = year or FORMS[number % len(FORMS)]
    county, town, kind = OFFICES[number % len(OFFICES)]
    template = library.for_year(year)
    if year < 2019 and number % 3 == 1:
        template = library.get("plain-2008")
    report = blank(template, year, f"{county}{town}{kind}")
    words = {"y": year, "p": year - 1, "n": year + 1, "l": year - 2, "county": county, "town": town,
             "own": "我" + town[-1] if town[-1] in "镇乡" else "我街道"}  # fmt: skip
    return template, report, words


def put(report: Report, section: str, *lines: str) -> Report:
    """Put lines into a section that is made where the report has none."""
    known = report.section(section)
    if known is None:
        known = Section(id=section)
        report.sections.insert(-1, known)
    known.paragraphs = [Paragraph(text=line) for line in lines]
    return report


PADS = (
    "{y}年，{own}把公开工作放进年度计划，党政办牵头，站所配合。",
    "各村的公示栏按季更换，内容先审后贴。",
    "惠民资金的名单在公示满七天后存档。",
)


def prose(
    library: Library, cases: Iterable[tuple[str, str] | tuple[str, str, int]], section: str = "overview"
) -> Iterator[Trial]:
    """Yield a trial for each sentence, the sentence among others; with a year where it matters."""
    for number, case in enumerate(cases):
        _, report, words = start(library, number, case[2] if len(case) > 2 else None)
        lines = [pad.format(**words) for pad in PADS]
        lines.insert(number % 4, case[0].format(**words))
        yield Trial(put(report, section, *lines), at=case[1].format(**words))


def plain(
    library: Library, cases: Iterable[str | tuple[str, int]], section: str = "overview"
) -> Iterator[Trial]:
    """Yield a near miss for each sentence."""
    told = [(case, "") if isinstance(case, str) else (case[0], "", case[1]) for case in cases]
    return prose(library, told, section)
