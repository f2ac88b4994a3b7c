"""Reports for trials of prose beside tables: a filled report with sentences and cells of the trial in it."""

from collections.abc import Iterator, Sequence
from random import Random

from core.report import Paragraph, Report, Section
from core.template import Library
from tests.faults.harness import Trial
from tests.samples import IDS, filled

STATISTICS = ("national-2014", "weihai-2012")
OFFICIAL = ("national-2021", "national-2019")
YEARS = {"national-2019": 2020, **IDS}
_DIGITS = "零一二三四五六七八九"


def told(
    library: Library, template: str, lines: Sequence[str], section: str, cells: dict[str, str]
) -> Report:
    """Return a report in which a section has these lines and the cells these values; "{y}" is its year."""
    year = YEARS[template]
    _, report = filled(library, template, year)
    texts = [line.replace("{y}", str(year)).replace("{last}", str(year - 1)) for line in lines]
    here = report.section(section)
    if here is None:
        here = Section(id=section)
        report.sections.insert(-1, here)
    here.paragraphs = [Paragraph(text=text) for text in texts]
    report.values |= cells
    return report


def chinese(value: int) -> str:
    """Return a number up to 9,999 in Chinese."""
    if value < 10:
        return _DIGITS[value]
    words, gap = "", False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, scale)
        if digit:
            words += ("零" if gap and words else "") + _DIGITS[digit] + name
            gap = False
        else:
            gap = bool(words)
    return words.removeprefix("一") if words.startswith("一十") else words


def written(rng: Random, value: int) -> str:
    """Return a number in one of the writings of clerks."""
    wide = str(value).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    return rng.choice([str(value), str(value), str(value), f"{value:,}", wide, chinese(value)])


def beside(
    rng: Random,
    library: Library,
    sentences: Sequence[str],
    cells: Sequence[str],
    templates: Sequence[str],
    *,
    right: bool,
    section: str = "overview",
    least: int = 1,
    most: int = 400,
) -> Iterator[Trial]:
    """Yield for each sentence a report in which "{n}" is what the cells say, or is not."""
    for number, sentence in enumerate(sentences):
        value = rng.randint(least, most)
        other = value if right else max(0, value + rng.choice([-1, 1]) * rng.randint(1, max(1, value // 2)))
        if other == 0 and not right:
            other = value + 1
        figure = written(rng, value)
        report = told(
            library,
            templates[number % len(templates)],
            [sentence.replace("{n}", figure)],
            section,
            {cell: str(other) if not at else "0" for at, cell in enumerate(cells)},
        )
        yield Trial(report, at=figure)


def silent(
    library: Library,
    sentences: Sequence[str],
    cells: dict[str, str],
    templates: Sequence[str],
    section: str = "overview",
) -> Iterator[Trial]:
    """Yield a report with each sentence, which the rule has nothing to say of."""
    for number, sentence in enumerate(sentences):
        template = templates[number % len(templates)]
        yield Trial(told(library, template, sentence.split("\n"), section, cells))
