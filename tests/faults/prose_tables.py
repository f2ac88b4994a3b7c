"""Trials of prose beside the three official tables: X07, X08, X09 and X15."""

from collections.abc import Iterator
from random import Random

from core.template import Library
from tests.faults.harness import Trial, faults, near_misses
from tests.faults.prose_base import OFFICIAL, beside, silent, told

_REVIEW = "reviews.cases.review_total"
_SUITS = ("reviews.cases.direct_total", "reviews.cases.after_total")
REVIEWED = (
    "全年被申请行政复议{n}件。",
    "因政府信息公开引发的行政复议{n}起，均已审结。",
    "行政复议案件共{n}件。",
    "收到政府信息公开行政复议{n}件。",
    "发生{n}件政府信息公开类行政复议。",
    "政府信息公开行政复议数量为{n}件。",
    "涉及政府信息公开的行政复议有{n}件。",
)
SUED = (
    "全年被提起行政诉讼{n}件。",
    "行政诉讼{n}起。",
    "发生{n}件行政诉讼。",
    "因政府信息公开引起的行政诉讼案件共{n}件。",
)
NEVER_REVIEWED = (
    "全年没有发生因政府信息公开被申请行政复议的情况。",
    "未发生行政复议、行政诉讼案件。",
    "本年度无行政复议。",
    "行政复议0件、行政诉讼0件。",
    "行政复议、行政诉讼均为零。",
    "未出现因信息公开引发的行政复议和行政诉讼。",
    "不存在政府信息公开行政复议案件。",
    "行政复议和诉讼案件均未发生。",
    "实现政府信息公开零复议、零诉讼。",
    "未收到政府信息公开行政复议申请。",
)
NOT_REVIEWED = (
    "{last}年被申请行政复议9件。",
    "去年发生行政诉讼9件。",
    "全县行政复议案件99件。",
    "因征地拆迁发生行政复议9件。",
    "行政复议应诉培训9次。",
    "组织行政诉讼庭审旁听9次。",
    "县司法局办理行政复议9件。",
    "力争明年行政复议不超过9件。",
    "行政复议案件比上年减少9件。",
    "答复书告知行政复议权利9次。",
    "其中维持9件。",
    "学习行政诉讼法9次。",
    "民事诉讼9件，与信息公开无关。",
    "行政复议答复期限为60日。",
    "土地纠纷引发行政诉讼9起。",
)


def _shared(rng: Random, library: Library, *, right: bool) -> Iterator[Trial]:
    lines = ("行政复议、行政诉讼分别为{a}件、{b}件。", "发生行政复议和行政诉讼分别为{a}件和{b}件。")
    for line in lines:
        one, two = rng.sample(range(1, 9), 2)
        values = {_REVIEW: str(one), _SUITS[0]: str(two if right else two + 1), _SUITS[1]: "0"}
        report = told(library, rng.choice(OFFICIAL), [line.format(a=one, b=two)], "overview", values)
        yield Trial(report, at=f"{two}件")
    for line in ("行政复议、行政诉讼各{n}件。", "发生行政复议、行政诉讼共{m}件。"):
        one = rng.randint(1, 9)
        values = {_REVIEW: str(one), _SUITS[0]: str(one), _SUITS[1]: "0" if right else "1"}
        text = line.format(n=one, m=2 * one)
        yield Trial(told(library, rng.choice(OFFICIAL), [text], "overview", values), at=text[-4:-1])


def _reviews(rng: Random, library: Library, *, right: bool) -> Iterator[Trial]:
    yield from beside(rng, library, REVIEWED, [_REVIEW], OFFICIAL, right=right, most=20)
    yield from beside(rng, library, SUED, _SUITS, OFFICIAL, right=right, most=20)
    yield from _shared(rng, library, right=right)
    for number, line in enumerate(NEVER_REVIEWED):
        values = {_REVIEW: "0" if right else "2", _SUITS[0]: "0", _SUITS[1]: "0"}
        yield Trial(told(library, OFFICIAL[number % 2], [line], "overview", values), at=_REVIEW)


@faults("X07")
def _reviews_wrong(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _reviews(rng, library, right=False)


@near_misses("X07")
def _reviews_right(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _reviews(rng, library, right=True)
    yield from silent(library, NOT_REVIEWED, {}, OFFICIAL)


DOCUMENTS = (
    ("制发行政规范性文件{n}件。", "made"),
    ("{y}年新制定规范性文件{n}件，均经合法性审查。", "made"),
    ("全年出台行政规范性文件共{n}件。", "made"),
    ("印发了{n}件行政规范性文件。", "made"),
    ("行政规范性文件制发{n}件。", "made"),
    ("我镇发布行政规范性文件{n}件。", "made"),
    ("制发行政规范性文件2件，废止{n}件。", "repealed"),
    ("清理行政规范性文件，宣布失效{n}件。", "repealed"),
    ("废止行政规范性文件{n}件。", "repealed"),
    ("制发规范性文件2件，废止1件，现行有效{n}件。", "valid"),
    ("现行有效的行政规范性文件{n}件。", "valid"),
    ("截至{y}年底，全镇现行有效规范性文件共{n}件。", "valid"),
    ("目前有{n}件行政规范性文件继续有效。", "valid"),
    ("继续有效的规范性文件{n}件。", "valid"),
    ("行政规范性文件现行有效{n}件。", "valid"),
    ("制发、废止、现行有效的行政规范性文件分别为2件、1件、{n}件。", "valid"),
)
GAPS = (
    ("本年制发行政规范性文件2件，现行有效的规范性文件。", "valid"),
    ("制发行政规范性文件件，废止1件。", "made"),
    ("制发规范性文件2件，废止件，现行有效12件。", "repealed"),
    ("制发行政规范性文件2件，废止1件，现行有效件。", "valid"),
    ("制发行政规范性文件　　件，废止1件。", "made"),
    ("截至{y}年底，现行有效行政规范性文件件。", "valid"),
)
NO_DOCUMENTS = (
    ("全年未制发行政规范性文件。", "made"),
    ("没有制定规范性文件。", "made"),
    ("未废止规范性文件。", "repealed"),
)
NOT_DOCUMENTS = (
    "县政府制发的规范性文件29件已转发各村。",
    "{last}年制发行政规范性文件29件。",
    "定期清理现行有效的规范性文件。",
    "转发上级规范性文件29件。",
    "公开行政规范性文件解读29条。",
    "对29件规范性文件草案征求意见。",
    "计划制发行政规范性文件29件。",
    "参与县级规范性文件征求意见29次。",
    "集中公开现行有效的行政规范性文件，方便查阅。",
    "全县现行有效行政规范性文件299件。",
    "废止各类管理制度29项。",
    "制发公文299件。",
    "规范性文件合法性审查29次。",
    "按照规范性文件管理规定第29条办理。",
    "下一步，制发行政规范性文件29件。",
    "自2010年以来共制发行政规范性文件29件。",
    "规范性文件比上年减少29件。",
    "县级现行有效规范性文件299件可在网站查阅。",
    "废止合同29件。",
    "备案规范性文件29件，由县司法局统计。",
)


def _documents(rng: Random, library: Library, *, right: bool) -> Iterator[Trial]:
    for line, column in DOCUMENTS:
        cells = [f"disclosure.documents.{column}"]
        base = {
            f"disclosure.documents.{one}": value
            for one, value in zip(("made", "repealed", "valid"), "219", strict=True)
        }
        for trial in beside(rng, library, [line], cells, ["national-2021"], right=right, most=30):
            trial.report.values.update(
                {cell: text for cell, text in base.items() if cell not in cells and right}
            )
            yield trial
    for line, column in NO_DOCUMENTS:
        value = "0" if right else str(rng.randint(1, 9))
        cell = f"disclosure.documents.{column}"
        yield Trial(told(library, "national-2021", [line], "overview", {cell: value}), at=cell)


@faults("X08")
def _documents_wrong(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _documents(rng, library, right=False)
    for line, column in GAPS:
        values = dict(
            zip(
                (f"disclosure.documents.{one}" for one in ("made", "repealed", "valid")),
                ("2", "1", "12"),
                strict=True,
            )
        )
        report = told(library, "national-2021", [line], "overview", values)
        yield Trial(report, at=f"disclosure.documents.{column}")


@near_misses("X08")
def _documents_right(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _documents(rng, library, right=True)
    yield from silent(library, NOT_DOCUMENTS, {}, ["national-2021"])


DECIDED = (
    ("办理行政许可{n}件。", "permits"),
    ("全年作出行政许可决定{n}件。", "permits"),
    ("办结行政许可事项{n}件。", "permits"),
    ("我镇共办理{n}件行政许可。", "permits"),
    ("行政许可{n}件，全部在网上公示。", "permits"),
    ("公开行政许可{n}件。", "permits"),
    ("行政许可处理决定数量为{n}件。", "permits"),
    ("作出行政处罚决定{n}件。", "penalties"),
    ("实施行政处罚{n}起。", "penalties"),
    ("行政处罚案件{n}件。", "penalties"),
    ("全年共下达{n}件行政处罚决定。", "penalties"),
    ("立案查处，行政处罚共计{n}宗。", "penalties"),
    ("实施行政强制{n}件。", "coercions"),
    ("采取行政强制措施{n}次。", "coercions"),
    ("行政强制执行{n}件。", "coercions"),
    ("行政许可、行政处罚分别为9件、{n}件。", "penalties"),
)
NOT_DECIDED = (
    ("未实施行政强制。", "coercions"),
    ("没有作出行政处罚决定。", "penalties"),
    ("全年无行政许可事项。", "permits"),
    ("行政许可0件。", "permits"),
)
OTHER_DECISIONS = (
    "梳理行政许可事项99件。",
    "公示行政许可信息99条。",
    "{last}年办理行政许可99件。",
    "县市场监管局作出行政处罚决定99件。",
    "承接上级下放行政许可99件。",
    "派出所作出行政处罚99件。",
    "编制行政许可办事指南99份。",
    "行政处罚案件比上年减少99件。",
    "全县行政许可999件。",
    "行政处罚培训99次。",
    "计划办理行政许可99件。",
    "办理便民服务事项999件。",
    "未发生超期办理行政许可的情况。",
    "行政处罚引发的复议99件。",
    "取消行政许可99件。",
    "给予党纪处分99人次。",
    "无违规实施行政处罚的行为。",
    "行政强制法学习99人次。",
    "行政许可窗口接待群众9次。",
    "每件行政许可的办理时间缩短到9天。",
)


def _decided(rng: Random, library: Library, *, right: bool) -> Iterator[Trial]:
    for number, (line, row) in enumerate(DECIDED):
        cell = f"disclosure.{row}.decided"
        for trial in beside(rng, library, [line], [cell], [OFFICIAL[number % 2]], right=right, most=200):
            if row != "permits":
                trial.report.values["disclosure.permits.decided"] = "9"
            yield trial
    for number, (line, row) in enumerate(NOT_DECIDED):
        values = {f"disclosure.{row}.decided": "0" if right else str(rng.randint(1, 40))}
        yield Trial(
            told(library, OFFICIAL[number % 2], [line], "overview", values), at=f"disclosure.{row}.decided"
        )


@faults("X09")
def _decisions_wrong(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _decided(rng, library, right=False)


@near_misses("X09")
def _decisions_right(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _decided(rng, library, right=True)
    yield from silent(library, OTHER_DECISIONS, {}, OFFICIAL)


FEES = (
    "{y}年实际收取信息处理费{n}元。",
    "收取政府信息公开信息处理费共计{n}元。",
    "依据《政府信息公开信息处理费管理办法》，发出收费通知1件，总金额{n}元。",
    "全年信息处理费{n}元。",
    "信息处理费收取总额为{n}元，已缴入国库。",
)
CHARGES = ("收取行政事业性收费{n}元。", "行政事业性收费金额共{n}元。", "全年行政事业性收费{n}元，均已公示。")
MIXED = (
    "收取行政事业性收费（信息处理费）{n}元。",
    "信息处理费{n}元已填入行政事业性收费一栏。",
    "行政事业性收费包括信息处理费{n}元。",
)
_FEE_CELL = "disclosure.fees.amount"


def _money(rng: Random) -> int:
    return rng.randint(2, 99) * 10


@faults("X15")
def _fees_mixed(rng: Random, library: Library) -> Iterator[Trial]:
    for line in FEES:
        for copied in (True, False):
            money = _money(rng)
            value = f"{money / 10000:.4f}".rstrip("0") if copied else str(money)
            report = told(
                library, "national-2021", [line.replace("{n}", str(money))], "other", {_FEE_CELL: value}
            )
            yield Trial(report, at=f"{money}元")
    for line in CHARGES:
        for factor in (2, 3):
            money = _money(rng)
            value = f"{money * factor / 10000:.4f}"
            report = told(
                library, "national-2021", [line.replace("{n}", str(money))], "overview", {_FEE_CELL: value}
            )
            yield Trial(report, at=f"{money}元")
    for line in MIXED:
        for _ in range(2):
            text = line.replace("{n}", str(_money(rng)))
            yield Trial(told(library, "national-2021", [text], "other", {_FEE_CELL: "0"}), at="信息处理费")


@near_misses("X15")
def _fees_apart(rng: Random, library: Library) -> Iterator[Trial]:
    for line in (*FEES, "全年未收取信息处理费。", "发出收费通知0件，收取信息处理费0元。"):
        for value in ("0", "1.36"):
            text = line.replace("{n}", str(_money(rng)))
            yield Trial(told(library, "national-2021", [text], "other", {_FEE_CELL: value}))
    for line in CHARGES:
        money = _money(rng)
        report = told(
            library,
            "national-2021",
            [line.replace("{n}", str(money))],
            "overview",
            {_FEE_CELL: f"{money / 10000}"},
        )
        yield Trial(report)
    yield from silent(
        library,
        (
            "行政事业性收费1.36万元，信息处理费0元。",
            "行政事业性收费目录清单已公示。",
            "发放惠农补贴1.36万元。",
            "没有违规收取行政事业性收费的行为。",
        ),
        {_FEE_CELL: "1.36"},
        ["national-2021"],
        "other",
    )
