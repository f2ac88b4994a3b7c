"""Trials of the rule on figures in sentences beside those of last year (Y17): a digit too many, or too few."""

from collections.abc import Iterator
from random import Random

from core.report import Report, blank
from core.template import Library
from tests.faults.filling import YEARS, office
from tests.faults.harness import Trial, faults, near_misses
from tests.faults.tables_cells import write
from tests.faults.years import given

_SAID = (
    "{y}年，全镇主动公开政府信息{n}条。",
    "全年通过公开栏公开各类信息{n}条，内容先审后贴。",
    "年内共更新目录，发布惠农政策{n}篇。",
    "全年接待来人查阅{n}人次；窗口每天有人。",
    "镇里全年印发宣传材料{n}份，入户发放。",
)
_FAR = (("312", "3120"), ("312", "31"), ("96", "960"), ("1,204", "120"), ("45", "4500"), ("1000", "100"))
_NEAR = (
    ("312", "520"),
    ("9", "96"),  # both small
    ("312", "32"),  # not quite a tenth
    ("0", "310"),  # none last year
)
# Words of last year and of this year that do not say the same, or say why.
_OTHER = (
    ("全年主动公开政府信息31条。", "全年通过网站主动公开政府信息310条。"),
    ("全年主动公开政府信息31条。", "全年主动公开政府信息310件。"),
    ("全年主动公开政府信息31条。", "全年主动公开政府信息310条，比上年大幅增加，主要是新开了公众号。"),
    ("网站全年发布信息31条。微信全年发布信息310条。", "微信全年发布信息310条。网站全年发布信息31条。"),
    ("镇里的热线全年接听5次，号码12345号。", "镇里的热线全年接听5次，号码123450号。"),
    ("全镇全年共公开政务信息12条。全镇全年共公开政务信息300条。", "全镇全年共公开政务信息300条。"),
    ("占全部公开信息的比例为9.5%。", "占全部公开信息的比例为95%。"),
)


def _pair(rng: Random, library: Library, turn: int) -> tuple[Report, Report]:
    template = library.get([*YEARS][turn % len(YEARS)])
    year, name = rng.choice(YEARS[template.id][1:]), office(rng)
    return blank(template, year, name), blank(template, year - 1, name)


def _trial(rng: Random, library: Library, turn: int, before: str, now: str) -> Trial:
    report, last = _pair(rng, library, turn)
    write(report, "overview", now)
    write(last, "overview", before)
    return given(rng, report, last)


@faults("Y17")
def grown(rng: Random, library: Library) -> Iterator[Trial]:
    """The same words, and a figure ten times as large or small."""
    for turn, (before, now) in enumerate(_FAR * 5):
        words = _SAID[turn % len(_SAID)]
        trial = _trial(rng, library, turn, words.replace("{n}", before), words.replace("{n}", now))
        yield Trial(trial.report, trial.last, now)


@near_misses("Y17")
def alike(rng: Random, library: Library) -> Iterator[Trial]:
    """The figure is not far away, or too small to tell."""
    for turn, (before, now) in enumerate(_NEAR * 5):
        words = _SAID[turn % len(_SAID)]
        yield _trial(rng, library, turn, words.replace("{n}", before), words.replace("{n}", now))


@near_misses("Y17")
def of_another_thing(rng: Random, library: Library) -> Iterator[Trial]:
    """Other words around the figure, the same words twice, a reason given, no count."""
    for turn, (before, now) in enumerate(_OTHER * 3):
        yield _trial(rng, library, turn, before, now)


@near_misses("Y17")
def two_years_on(rng: Random, library: Library) -> Iterator[Trial]:
    """What is beside the report is not of the year before."""
    for turn in range(5):
        trial = _trial(rng, library, turn, _SAID[0].replace("{n}", "31"), _SAID[0].replace("{n}", "310"))
        last = trial.last or trial.report.earlier[0]
        trial.report.earlier = []
        last.year -= 1
        yield Trial(trial.report, last)
