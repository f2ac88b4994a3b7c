"""The places noted as the office's own, in the list of findings: noted there, seen there, taken back there."""

from core import own_places
from core.checks.model import Finding, Fix
from core.report import Report
from gui.session import Session

IT_IS_OURS = "这是本单位的地名(&O)"
NO_LONGER = "不再当作本单位的地名(&O)"
WHAT_IT_DOES = "检查不再把它当作外地的地名；生成下一年的报告，也照样记着。"


def noted(report: Report) -> list[Finding]:
    """Return what the list says of the places noted: a line each, of no rule."""
    places = dict.fromkeys(report.unit.own_places)
    return [Finding("", "info", f"本单位的地名：{one}", (), found=one, other_place=one) for one in places]


def is_noted(finding: Finding) -> bool:
    """Return whether a line tells of a place noted, and not what a rule found."""
    return not finding.rule


def turn(session: Session, finding: Finding) -> None:
    """Note the place that a finding takes for another's, or take back one that is noted; tell of it."""
    make = own_places.taking_back if is_noted(finding) else own_places.noting
    edit = make(session.report, finding.other_place)
    session.edit(edit)
    session.check()
    session.mended.emit(Fix(edit.label, edit))
