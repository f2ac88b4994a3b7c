"""Trials of rules on structure, names and language, written by somebody who had not seen those of their authors.

`fresh.toml` holds them. A trial is a text for the section `in` ("|" ends a paragraph, "B:" ahead of it names the
form, ⟦⟧ the words to be found), or a table of several parts of a report.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from core.report import Paragraph, Report, Section, blank
from core.template import Library
from tests.faults.harness import Trial, Trials, faults, near_misses

_FORMS = {
    "A": ("weihai-2012", 2012),
    "B": ("national-2014", 2017),
    "C": ("national-2019", 2020),
    "D": ("national-2021", 2024),
    "P": ("plain-2008", 2011),
}
_OFFICE = "清溪县柳河镇人民政府"
_FRAME = ("form", "year", "office", "title", "filler", "titles", "without", "last", "version")
Said = dict[str, Any]  # Any: TOML of our own


def _read() -> dict[str, Said]:
    return tomllib.loads((Path(__file__).parent / "fresh.toml").read_text(encoding="utf-8"))


def _write(report: Report, said: dict[str, str]) -> None:
    for section_id, text in said.items():
        section = report.section(section_id)
        if section is None:
            section = Section(id=section_id)
            report.sections.insert(-1, section)
        words = text.replace("⟦", "").replace("⟧", "")
        section.paragraphs = [Paragraph(text=one) for one in words.split("|") if one]


def _trial(raw: str | Said, section: str, library: Library) -> Trial:
    said: Said = raw if isinstance(raw, dict) else {section: raw}
    if isinstance(raw, str) and raw[1:2] == ":" and raw[0] in _FORMS:
        said = {"form": raw[0], section: raw[2:]}
    template_id, year = _FORMS[said.get("form", "D")]
    template = library.get(template_id)
    report = blank(template, said.get("year", year), said.get("office", _OFFICE))
    texts = {key: text for key, text in said.items() if key not in _FRAME}
    _write(report, texts)
    _frame(report, said)
    words = "".join([*texts.values(), str(said.get("title", ""))])
    at = words.partition("⟦")[2].partition("⟧")[0]
    if "filler" in said:
        table = template.tables[0]
        report.heads[table.id] = report.head(table).model_copy(update={"filler": said["filler"]})
    if "version" in said:
        other = report.model_copy(deep=True)
        _write(other, said["version"])
        report.earlier.append(other)
    return Trial(report, _last(report, said, library), at)


def _frame(report: Report, said: Said) -> None:
    if "title" in said:
        report.title = said["title"].replace("⟦", "").replace("⟧", "")
    for section in report.sections:
        section.source_title = said.get("titles", {}).get(section.id, "")
    report.sections = [one for one in report.sections if one.id not in said.get("without", "").split()]


def _last(report: Report, said: Said, library: Library) -> Report | None:
    if "last" not in said:
        return None
    last = blank(library.get(report.template), report.year - 1, report.unit.name)
    _write(last, said["last"])
    report.earlier.append(last)
    return last


def _trials(raw: list[str | Said], section: str) -> Trials:
    def made(rng: Random, library: Library) -> Iterator[Trial]:
        for one in raw:
            yield _trial(one, section, library)

    return made


for _rule, _said in _read().items():
    _section = _said.get("in", "overview")
    faults(_rule)(_trials(_said["bad"], _section))
    near_misses(_rule)(_trials(_said["near"], _section))


_SENTENCES = (
    "全年更新公开目录{n}次。",
    "镇便民大厅新添查询机{n}台，群众自助查阅。",
    "（二）平台建设。公开栏每季度更换，照片留存{n}张。",
    "各村联络员逐月核对补贴名单，第{n}次核对未见差错。",
    "信息发布前经过初审、复审、终审，退回修改{n}条。",
)


def _overview(rng: Random, library: Library, size: int, form: str) -> Report:
    """Return a report whose overview has so many characters, in several paragraphs."""
    words = ""
    while len(words) < size:
        words += rng.choice(_SENTENCES).format(n=rng.randint(1, 99))
    words = words[: size - 1] + "。"
    template = library.get(_FORMS[form][0])
    report = blank(template, _FORMS[form][1], _OFFICE)
    cut = rng.randint(1, size - 1)
    _write(report, {"overview": f"{words[:cut]}|{words[cut:]}"})
    return report


@faults("P19")
def long_overviews(rng: Random, library: Library) -> Iterator[Trial]:
    """Yield overviews of more than 1,000 characters, some of them just so."""
    for size in (1001, 1002, 1005, 1010, 1020, 1050, *(rng.randint(1051, 4000) for _ in range(16))):
        yield Trial(_overview(rng, library, size, "D"))


@near_misses("P19")
def short_overviews(rng: Random, library: Library) -> Iterator[Trial]:
    """Yield overviews of at most 1,000 characters, spaces apart, and long words in other sections."""
    for size in (1000, 999, 998, 990, 950, *(rng.randint(20, 949) for _ in range(12))):
        yield Trial(_overview(rng, library, size, "D"))
    for size in (1000, 990, 700):
        report = _overview(rng, library, size, "D")
        overview = report.section("overview")
        assert overview is not None
        overview.paragraphs[0].text = "　　" + overview.paragraphs[0].text + " " * 40
        yield Trial(report)
    for section in ("problems", "other"):
        report = _overview(rng, library, 800, "D")
        long = _overview(rng, library, 1500, "D").section("overview")
        assert long is not None
        _write(report, {section: "|".join(one.text for one in long.paragraphs)})
        yield Trial(report)
