"""Trials of prose on the applicants of 表三, and of applications that are all closed: X05."""

from collections.abc import Iterator
from random import Random

from core.template import Library
from tests.faults.harness import Trial, faults, near_misses
from tests.faults.prose_base import OFFICIAL, beside, silent, told

_COLUMNS = ("business", "research", "welfare", "legal", "others")
APPLICANTS = (
    ("收到政府信息公开申请{t}件，其中商业企业{n}件。", ("business",)),
    ("全年新收申请{t}件，其中自然人1件、商业企业申请{n}件。", ("business",)),
    ("{y}年共收到依申请公开{t}件：自然人1件，企业{n}件。", ("business",)),
    ("收到政府信息公开申请{t}件，有{n}件来自商业企业。", ("business",)),
    ("受理申请{t}件，其中{n}件为商业企业提出，其余由村民提出。", ("business",)),
    ("收到政府信息公开申请{t}件，其中科研机构{n}件。", ("research",)),
    ("收到政府信息公开申请{t}件（自然人1件、科研院所{n}件）。", ("research",)),
    ("收到政府信息公开申请{t}件，其中社会公益组织提出{n}件。", ("welfare",)),
    ("收到政府信息公开申请{t}件，其中公益组织申请{n}件。", ("welfare",)),
    ("新收政府信息公开申请{t}件，其中法律服务机构{n}件。", ("legal",)),
    ("新收政府信息公开申请{t}件，其中{n}件是律师事务所提出的。", ("legal",)),
    ("收到申请{t}件，自然人1件、商业企业1件、其他{n}件。", ("others",)),
    ("收到政府信息公开申请{t}件，其中自然人1件，法人或其他组织{n}件。", _COLUMNS),
    ("收到申请{t}件，其中自然人1件、法人{n}件。", _COLUMNS),
    ("全年新收政府信息公开申请{t}件，其中自然人申请1件，法人和其他组织申请{n}件；上年结转1件。", _COLUMNS),
)
NOT_APPLICANTS = (
    "收到政府信息公开申请7件，予以公开5件，其中商业企业9件。",
    "{last}年收到政府信息公开申请9件，其中商业企业9件。",
    "全县收到商业企业申请99件。",
    "办理商业企业开办登记申请99件。",
    "受理企业用地申请99件。",
    "法律服务机构解答咨询99件。",
    "为科研机构办理许可申请9件。",
    "收到公民、法人或其他组织申请7件。",
    "收到政府信息公开申请7件，复议9件，其中商业企业9件。",
    "收到申请7件，其中自然人3件、法人申请1件，其他组织3件。",
    "社会公益组织参与志愿服务99件，收到申请7件。",
    "收到政府信息公开申请7件，结转下年1件，其中商业企业9件。",
    "申请7件，均与其他9件信访事项无关。",
    "商业企业提出的政府信息公开申请比上年增加9件。",
)
CLOSED = (
    "全年收到政府信息公开申请7件，均已按期办结。",
    "收到政府信息公开申请7件，全部办结。",
    "收到的政府信息公开申请均已办结。",
    "{y}年共收到依申请公开7件，均在规定期限内办结。",
    "收到申请7件，上年结转1件，均已办理完毕。",
    "新收政府信息公开申请7件，其中自然人3件、商业企业2件，全部依法按时办结，未发生行政复议。",
    "政府信息公开申请全部按期办结。",
    "全年受理群众书面申请7件，都已办结。",
    "我镇受理的信息公开申请一律按时办结，没有超期。",
    "收到依申请公开7件，全部处理完毕。",
)
NOT_CLOSED = (
    "确保收到的政府信息公开申请全部办结。",
    "上年结转的政府信息公开申请均已办结。",
    "收到政府信息公开申请7件，6件已办结，1件结转下年度办理。",
    "{last}年收到的政府信息公开申请均已办结。",
    "收到政府信息公开申请7件，其余申请已全部办结。",
    "收到低保申请99件，均已办结。",
    "收到政府信息公开申请7件，办理行政许可20件，均已办结。",
    "信息公开申请办理中，到期的均已办结。",
    "下一步，做到政府信息公开申请全部按期办结。",
    "要求各站所对政府信息公开申请件件登记、全部办结。",
    "除1件尚在办理外，收到的政府信息公开申请均已办结。",
    "收到政府信息公开申请7件，按期办结率100%。",
    "收到政府信息公开申请7件，尚未全部办结。",
    "收到政府信息公开申请7件，均已答复或者办结，另有1件正在补正。",
    "收到的12345热线工单均已办结。",
    "收到政府信息公开申请7件，引发的行政复议均已办结。",
)
_BESIDE = {"new.total": "7", "new.natural": "1", "carried_in.total": "1"}
_GIVEN = {
    "new.total": "7",
    "new.natural": "3",
    "new.business": "2",
    "carried_in.total": "1",
    "granted.total": "5",
}
_LEFT = "applications.carried_out.total"


def _applicants(rng: Random, library: Library, *, right: bool) -> Iterator[Trial]:
    for number, (line, columns) in enumerate(APPLICANTS):
        cells = [f"applications.new.{column}" for column in columns]
        form = [OFFICIAL[number % 2]]
        for trial in beside(rng, library, [line], cells, form, right=right, least=2, most=90):
            for section in trial.report.sections:
                for paragraph in section.paragraphs:
                    paragraph.text = paragraph.text.replace("{t}", "7")
            trial.report.values |= {f"applications.{cell}": text for cell, text in _BESIDE.items()}
            if columns == ("others",):
                trial.report.values["applications.new.business"] = "1"
            yield trial


@faults("X05")
def _of_others(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _applicants(rng, library, right=False)
    for number, line in enumerate(CLOSED):
        cells = {f"applications.{cell}": text for cell, text in _GIVEN.items()} | {
            _LEFT: str(rng.randint(1, 4))
        }
        yield Trial(told(library, OFFICIAL[number % 2], [line], "overview", cells), at=_LEFT)


@near_misses("X05")
def _of_those(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _applicants(rng, library, right=True)
    cells = {f"applications.{cell}": text for cell, text in _GIVEN.items()} | {_LEFT: "1"}
    yield from silent(library, NOT_APPLICANTS, cells, OFFICIAL)
    yield from silent(library, NOT_CLOSED, cells, OFFICIAL)
    yield from silent(library, CLOSED, cells | {_LEFT: "0"}, OFFICIAL)
