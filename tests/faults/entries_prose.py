"""Trials of single entries of the rules on prose beside tables: one for each cell that a sentence may speak of."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from random import Random

from core.template import Library
from tests.faults.harness import Trial, faults, near_misses
from tests.faults.prose_base import OFFICIAL, STATISTICS, beside, told

_STATISTICS = STATISTICS[0], STATISTICS[1]
_YEARLY, _WITH_TABLES = ("national-2014",), (*OFFICIAL, *STATISTICS)


@dataclass(frozen=True)
class Told:
    """What an entry compares: cells, forms that have them, sentences with the number as {n}, and its range."""

    cells: tuple[str, ...]
    forms: tuple[str, ...]
    lines: tuple[str, ...]
    section: str = "overview"
    least: int = 2
    most: int = 40


def _of(row: str) -> tuple[str, ...]:
    return (f"statistics.{row}.value",)


EXACT = {
    "X01-documents": Told(_of("documents_published"), _STATISTICS, (
        "主动公开规范性文件{n}件。", "全年共主动公开规范性文件{n}件。", "其中主动公开规范性文件{n}件，全部附有解读。",
        "镇里主动公开规范性文件{n}件，都在网站专栏。", "今年主动公开规范性文件{n}件。",
    )),
    "X01-issued": Told(_of("documents_issued"), _STATISTICS, (
        "全年制发规范性文件{n}件。", "镇政府制发规范性文件{n}件。", "共制发规范性文件{n}件，报县里备案。",
        "今年制发规范性文件{n}件。", "{y}年，我镇制发规范性文件{n}件。",
    )),
    "X05-statistics": Told(_of("received"), _STATISTICS, (
        "全年收到政府信息公开申请{n}件。", "{y}年共收到政府信息公开申请{n}件。", "我镇收到依申请公开{n}件。",
        "受理政府信息公开申请{n}件。", "共收到群众提出的政府信息公开申请{n}件。",
    )),
    "X05-closed-statistics": Told(_of("closed"), _STATISTICS, (
        "办结政府信息公开申请{n}件。", "全年办结政府信息公开申请{n}件。", "{y}年共办结政府信息公开申请{n}件。",
        "我镇办结政府信息公开申请{n}件，都有书面答复。", "今年办结政府信息公开申请{n}件。",
    )),
    "X07-statistics-reviews": Told(_of("reviews"), _STATISTICS, (
        "被申请行政复议{n}件。", "全年被申请行政复议{n}件。", "因政府信息公开被申请行政复议{n}件。",
        "{y}年发生行政复议{n}件。", "本年度被申请行政复议{n}件，都已审结。",
    )),
    "X07-statistics-upheld": Told(_of("reviews_upheld"), _STATISTICS, (
        "被申请行政复议50件，其中维持{n}件。", "行政复议50件，维持{n}件。", "全年行政复议50件，其中维持{n}件。",
    )),
    "X07-statistics-corrected": Told(_of("reviews_corrected"), _STATISTICS, (
        "被申请行政复议50件，其中被纠错{n}件。", "行政复议50件，其中被纠错{n}件。", "全年行政复议50件，被纠错{n}件。",
    )),
    "X07-statistics-suits": Told(_of("suits"), _STATISTICS, (
        "被提起行政诉讼{n}件。", "全年被提起行政诉讼{n}件。", "因政府信息公开被提起行政诉讼{n}件。",
        "{y}年发生行政诉讼{n}件。",
    )),
    "X07-statistics-complaints": Told(_of("complaints"), _STATISTICS, (
        "收到政府信息公开举报投诉{n}件。", "全年收到政府信息公开举报投诉{n}件。", "收到有关政府信息公开的举报投诉{n}件。",
        "{y}年收到政府信息公开举报投诉{n}件。",
    )),
    "X07-statistics-disputes": Told((*_of("reviews"), *_of("suits")), _STATISTICS, (
        "发生行政复议、行政诉讼共{n}件。", "全年发生行政复议、行政诉讼共{n}件。", "{y}年发生行政复议、行政诉讼共{n}件。",
    )),
    "X05-granted": Told(("applications.granted.total",), OFFICIAL, (
        "收到政府信息公开申请90件，予以公开{n}件。", "收到政府信息公开申请90件，其中予以公开{n}件。",
        "全年办理政府信息公开申请，予以公开{n}件。",
    )),
    "X05-partial": Told(("applications.partial.total",), OFFICIAL, (
        "收到政府信息公开申请90件，部分公开{n}件。", "收到政府信息公开申请90件，其中部分公开{n}件。",
        "收到申请90件，予以公开3件，部分公开{n}件。", "{y}年收到政府信息公开申请90件，部分公开{n}件，其余无法提供。",
    )),
    "X05-natural": Told(("applications.new.natural",), OFFICIAL, (
        "收到政府信息公开申请90件，其中自然人{n}件。", "收到政府信息公开申请90件，自然人{n}件，商业企业1件。",
        "新收政府信息公开申请90件，其中自然人申请{n}件。", "{y}年收到申请90件，其中自然人{n}件。",
    )),
    "X05-from-others": Told(("applications.new.others",), OFFICIAL, (
        "收到政府信息公开申请90件，其中自然人1件、商业企业1件、其他{n}件。",
        "收到申请90件，自然人1件、商业企业1件、其他{n}件。",
    )),
    "X07-upheld": Told(("reviews.cases.review_upheld",), OFFICIAL, (
        "行政复议50件，其中维持{n}件。", "被申请行政复议50件，其中维持{n}件。", "全年行政复议50件，维持{n}件。",
    ), "reviews"),
    "X07-corrected": Told(("reviews.cases.review_corrected",), OFFICIAL, (
        "行政复议50件，其中被纠错{n}件。", "被申请行政复议50件，其中被纠错{n}件。", "全年行政复议50件，被纠错{n}件。",
    ), "reviews"),
    "X07-suits-direct": Told(("reviews.cases.direct_total",), OFFICIAL, (
        "未经复议直接起诉{n}件。", "全年未经复议直接起诉{n}件。", "行政诉讼50件，其中未经复议直接起诉{n}件。",
    )),
    "X07-suits-after": Told(("reviews.cases.after_total",), OFFICIAL, (
        "复议后起诉{n}件。", "全年复议后起诉{n}件。", "行政诉讼50件，其中复议后起诉{n}件。",
    )),
    "X07-disputes": Told(
        ("reviews.cases.review_total", "reviews.cases.direct_total", "reviews.cases.after_total"), OFFICIAL, (
        "发生行政复议、行政诉讼共{n}件。", "全年发生行政复议、行政诉讼共{n}件。", "{y}年发生行政复议、行政诉讼共{n}件。",
    )),
}  # fmt: skip
VAGUE = {
    "X14-documents": ("documents_published", "主动公开规范性文件{n}件。", "全年主动公开规范性文件{n}件。"),
    "X14-received": ("received", "收到政府信息公开申请{n}件。", "{y}年共收到政府信息公开申请{n}件。"),
    "X14-readings": ("readings", "发布政策解读稿件{n}篇。", "全年发布政策解读稿件{n}篇。"),
    "X14-issued": ("documents_issued", "印发规范性文件{n}件。", "全年制发规范性文件{n}件。"),
    "X14-courses": ("courses", "举办政府信息公开培训班{n}期。", "全年举办政府信息公开培训班{n}期。"),
    "X14-meetings": ("meetings", "召开政府信息公开专题会议{n}次。", "全年召开政府信息公开专题会议{n}次。"),
    "X14-access-points": ("access_points", "设立政府信息公开查阅点{n}个。", "全镇设立政府信息公开查阅点{n}个。"),
    "X14-staff": ("staff", "从事政府信息公开工作的人员{n}人。", "全镇从事政府信息公开工作的人员{n}人。"),
    "X14-closed": ("closed", "办结政府信息公开申请{n}件。", "全年办结政府信息公开申请{n}件。"),
    "X14-responses": ("responses", "回应社会关切{n}次。", "全年回应社会关切{n}次。"),
}  # fmt: skip
ZEROS = {
    "X06-reviews": (_of("reviews"), _STATISTICS, (
        "没有发生因信息公开引起的行政复议。", "全年未发生政府信息公开方面的行政复议。", "{y}年没有因政府信息公开被申请行政复议。",
    )),
    "X06-suits": (_of("suits"), _STATISTICS, (
        "没有发生因信息公开引起的行政诉讼。", "全年未发生政府信息公开方面的行政诉讼。", "{y}年没有因政府信息公开被提起行政诉讼。",
    )),
}  # fmt: skip
SOME = {
    "X06-some": (("applications.new.total",), OFFICIAL),
    "X06-some-statistics": (_of("received"), _STATISTICS),
}
SOME_LINES = ("收到村民当面申请1件。", "收到村民以信函方式提出的申请2件。", "收到村民当面申请3件，当天答复。")


def _exact(entry: str, rng: Random, library: Library, *, right: bool) -> Iterator[Trial]:
    told_ = EXACT[entry]
    yield from beside(
        rng, library, told_.lines, told_.cells, told_.forms,
        right=right, section=told_.section, least=told_.least, most=told_.most,
    )  # fmt: skip


def _vague(entry: str, rng: Random, library: Library, *, right: bool) -> Iterator[Trial]:
    row, *lines = VAGUE[entry]
    for number, line in enumerate(lines):
        tens = rng.randint(1, 9) * 10
        exact = tens + rng.randint(1, 9)
        words = str(exact) if right else f"{tens}{rng.choice(('余', '多'))}"
        text = line.replace("{n}", words)
        cells = dict.fromkeys(_of(row), str(exact))
        yield Trial(told(library, _STATISTICS[number % 2], [text], "overview", cells), at=words)


def _zeros(entry: str, rng: Random, library: Library, *, right: bool) -> Iterator[Trial]:
    (cell,), forms, lines = ZEROS[entry]
    for number, line in enumerate(lines):
        value = "0" if right else str(rng.randint(1, 9))
        yield Trial(told(library, forms[number % len(forms)], [line], "overview", {cell: value}), at=cell)


def _some(entry: str, rng: Random, library: Library, *, right: bool) -> Iterator[Trial]:
    (cell,), forms = SOME[entry]
    for number, line in enumerate(SOME_LINES):
        value = str(rng.randint(3, 9)) if right else "0"
        yield Trial(told(library, forms[number % len(forms)], [line], "overview", {cell: value}), at=cell)


for _of_them, _make in ((EXACT, _exact), (VAGUE, _vague), (ZEROS, _zeros), (SOME, _some)):
    for _entry in _of_them:
        faults(_entry)(partial(_make, _entry, right=False))
        near_misses(_entry)(partial(_make, _entry, right=True))
