"""Correct reports of full length, many wordings and offices: nothing, or nearly nothing, is to be found in them."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random

from core.numbers import to_chinese
from core.report import PREFACE, SIGNATURE, Paragraph, Report, Section, blank
from core.template import Library, Template
from tests.faults.clean_figures import Figures, drawn, fill

LENGTH = 3000
YEARS = {
    "national-2021": (2021, 2025),
    "national-2019": (2019, 2020),
    "national-2014": (2014, 2018),
    "weihai-2012": (2011, 2013),
    "plain-2008": (2009, 2013),
}
_WORDS = tomllib.loads((Path(__file__).parent / "clean.toml").read_text(encoding="utf-8"))
_PLACES = (
    ("临川市", "青浦县", "柳河镇"), ("安平市", "云台县", "石桥乡"), ("长岭市", "东湖区", "花园街道"),
    ("新河市", "怀远县", "大王店镇"), ("南屏市", "清溪县", "双龙乡"), ("永兴市", "城北区", "和平街道"),
    ("平川市", "金塔县", "三道沟镇"), ("江陵市", "白马县", "黄泥塘镇"),
)  # fmt: skip
_CLASSES = ("惠农补贴", "财政资金", "机构职能", "社会救助", "规划计划", "工程建设", "人事任免", "应急管理")
_STREETS = ("人民路", "建设路", "中心街", "解放路", "文化街")
_SIX = (
    "总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，"
    "存在的主要问题及改进情况，其他需要报告的事项"
)
_OVERVIEW = {
    "lead": "lead", "open_head": "+open_total +open_class growth reading", "asked_head": "+asked +asked_how",
    "manage_head": "+manage +manage_how decided", "site_head": "+site +board", "guard_head": "+guard +guard_result",
}  # fmt: skip


def clean_reports(library: Library, count: int, seed: int = 1) -> Iterator[Report]:
    """Yield correct reports of every form that ships, half of them with last year's report beside them."""
    forms = [template_id for template_id in YEARS if template_id in library.templates]
    for number in range(count):
        rng = Random(seed * 100_003 + number)
        template = library.get(forms[number % len(forms)])
        yield _Writer(template, rng).report(with_last=number // len(forms) % 2 == 0)


class _Writer:
    """The clerk of one office, who writes this year's report and wrote last year's."""

    def __init__(self, template: Template, rng: Random) -> None:
        self._template = template
        self._rng = rng
        self._place = rng.choice(_PLACES)
        _, county, town = self._place
        first, last = YEARS[template.id]
        self._year = rng.randint(first + 1, last)
        is_street = town.endswith("街道")
        self._office = f"{county}{town}" + ("办事处" if is_street else "人民政府")
        own = town[-1] if not is_street else "街道"
        self._constant: dict[str, object] = {
            "office": self._office, "town": town, "county": county, "unit": own,
            "village": "社区" if is_street else "村", "street": rng.choice(_STREETS),
            "post": f"{rng.randint(100, 899)}{rng.randint(0, 9)}00",
            "phone": f"0{rng.randint(311, 998)}-{rng.randint(2, 8)}{rng.randint(100_000, 999_999)}",
            "self": rng.choice((f"我{own}", f"本{own}", town)), "lead": "党政办公室",
            "door": rng.randint(2, 199), "decree": 711 if self._year >= 2019 else 492,
        }  # fmt: skip
        self._used: set[str] = set()
        self._measures = rng.sample(range(3), 3)
        self._spare = {name: self._suitable(lines) for name, lines in _WORDS["more"].items()}

    @property
    def _is_old(self) -> bool:
        """Whether the report is of the years before WeChat accounts and videos."""
        return self._template.id in ("weihai-2012", "plain-2008")

    def _suitable(self, lines: list[str]) -> list[str]:
        late = ("微信", "视频", "手机") if self._is_old else ()
        return [
            line for line in self._rng.sample(lines, len(lines)) if not any(word in line for word in late)
        ]

    def report(self, *, with_last: bool) -> Report:
        """Return this year's report."""
        before: Figures | None = None
        earlier: list[Report] = []
        if with_last:
            last, before = self._written(self._year - 1, None, LENGTH // 4)
            earlier = [last]
        report, _ = self._written(self._year, before, LENGTH)
        report.earlier = earlier
        return report

    def _written(self, year: int, before: Figures | None, length: int) -> tuple[Report, Figures]:
        asked = self._rng.random() < 0.6 or bool(before and before["out"])
        figures = drawn(self._rng, before)
        if self._is_old:
            figures["board"] += figures.pop("wechat")
            figures["wechat"] = 0
        report = blank(self._template, year, self._office)
        report.unit.chain = list(self._place[:2])
        fill(report, self._template, figures, self._rng, asked=asked)
        words = self._words(year, figures, before)
        report.sections = list(self._sections(words, asked, bool(before)))
        self._lengthen(report, words, length)
        return report, figures

    def _words(self, year: int, figures: Figures, before: Figures | None) -> dict[str, object]:
        total = figures["total"]
        shares = [round(100 * figures[f"c{number}"] / total, 1) for number in range(1, 4)]
        kinds = self._rng.sample(_CLASSES, 3)
        words = self._constant | figures | {"y": year, "y1": year + 1, "door": self._constant["door"]}
        words |= {f"p{number}": f"{share:.1f}" for number, share in enumerate(shares, 1)}
        words |= {"p4": f"{100 - sum(shares):.1f}"} | {f"k{n}": name for n, name in enumerate(kinds, 1)}
        if before:
            more = total - before["total"]
            words |= {"before": before["total"], "more": more, "rise": f"{100 * more / before['total']:.1f}"}
        return words

    def _one(self, path: str, words: dict[str, object]) -> str:
        """Return one of the wordings of a slot, another one than last time where there is another."""
        group = _WORDS
        for name in path.split("/"):
            group = group[name]
        fresh = [one for one in group if one not in self._used] or group
        chosen = self._rng.choice(fresh)
        self._used.add(chosen)
        return str(chosen).format_map(words)

    def _sections(self, words: dict[str, object], asked: bool, has_last: bool) -> Iterator[Section]:
        if self._template.fixed_sections:
            bodies = self._national(words, asked, has_last)
        else:
            bodies = self._free(words, asked)
        titles = [self._template.sections_by_id[name].title for name in bodies]
        parts = _SIX if self._template.fixed_sections else "、".join(titles)
        known = words | {"parts": parts, "n": to_chinese(6 if self._template.fixed_sections else len(titles))}
        slots = [self._one(f"preface/{slot}", known) for slot in ("basis", "period", "contact")]
        if self._template.fixed_sections or not any("、" in title for title in titles):
            slots.insert(1, self._one("preface/parts", known))
        yield Section(id=PREFACE, paragraphs=[Paragraph(text="".join(slots))])
        for section in self._template.sections:
            if section.id in bodies or not section.optional:
                lines = bodies.get(section.id, [])
                yield Section(id=section.id, paragraphs=[_line(text) for text in lines])
        day = f"{words['y1']}年1月{self._rng.randint(5, 29)}日"
        annexes = [table.title.format(year=words["y"]) for table in self._template.tables if table.is_annex]
        lines = [*(f"附件：{title}" for title in annexes), self._office, day]
        yield Section(id=SIGNATURE, paragraphs=[Paragraph(text=line) for line in lines])

    def _national(self, words: dict[str, object], asked: bool, has_last: bool) -> dict[str, list[str]]:
        is_latest = self._template.id == "national-2021"
        overview = [self._one("d.overview/lead".replace(".", "/"), words)]
        for head, slots in _OVERVIEW.items():
            if head == "lead":
                continue
            text = "" if self._rng.random() < 0.5 else "\n"
            body = "".join(self._slot(slot, words, asked, has_last, is_latest) for slot in slots.split())
            title = self._one(f"d/overview/{head}", words)
            overview += [f"{title}。{body}"] if not text else [title, body]
        measures = self._measures.pop()
        problems = [self._one("d/problems/first", words) + self._paired("trouble", measures, words)]
        if has_last:
            problems.append(self._one("d/problems/last_time", words))
        problems.append(self._one("d/problems/next_step", words) + self._paired("measure", measures, words))
        problems.append(self._one("d/problems/closing", words))
        other = [self._one("d/other/fee", words)] if is_latest else []
        return {
            "overview": overview,
            "problems": problems,
            "other": [*other, self._one("d/other/more", words)],
        }

    def _paired(self, slot: str, number: int, words: dict[str, object]) -> str:
        return str(_WORDS["d"]["problems"][slot][number]).format_map(words)

    def _slot(self, slot: str, words: dict[str, object], asked: bool, has_last: bool, is_latest: bool) -> str:
        name = slot.removeprefix("+")
        if (slot == name and self._rng.random() < 0.4) or (name == "growth" and not has_last):
            return ""
        if not asked and name in ("asked", "asked_how"):
            name = "asked_none" if name == "asked" else ""
        if name == "manage" and not is_latest:
            name = "manage_old"
        return self._one(f"d/overview/{name}", words) if name else ""

    def _free(self, words: dict[str, object], asked: bool) -> dict[str, list[str]]:
        ways = "ways_old" if self._is_old else "ways"
        bodies = {
            "overview": ["lead", "body", "rules", "place"],
            "disclosure": [f"total+{ways}", "content", "manner"],
            "applications": ["some" if asked else "none"],
            "reviews": ["none"], "fees": ["none"], "problems": ["first", "next_step", "closing"],
        }  # fmt: skip
        for optional in ("interpretation", "organisation", "other"):
            if self._rng.random() < 0.6 or (optional == "interpretation" and not self._is_old):
                bodies[optional] = ["text"]
        ordered = [section.id for section in self._template.sections if section.id in bodies]
        return {
            name: [
                "".join(self._one(f"b/{name}/{one}", words) for one in slot.split("+"))
                for slot in bodies[name]
            ]
            for name in ordered
        }

    def _lengthen(self, report: Report, words: dict[str, object], length: int) -> None:
        """Add everyday work until the report has its length; no sentence comes twice, nor the year after."""
        spare = self._spare
        while sum(len(one.text) for _, _, one in report.paragraphs()) < length and any(spare.values()):
            name = "overview" if len(spare["overview"]) > len(spare["problems"]) else "problems"
            section = report.section(name) or report.sections[1]
            sentences = [str(spare[name].pop()).format_map(words) for _ in range(min(2, len(spare[name])))]
            end = 1 if name == "overview" else len(section.paragraphs)
            section.paragraphs.insert(end, Paragraph(text="".join(sentences)))


def _line(text: str) -> Paragraph:
    return Paragraph(text=text, level=2 if text.startswith("（") else 0)
