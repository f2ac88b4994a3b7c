"""How far a report is on its way out of the house: which steps were taken, when, and what it said then.

A step holds a fingerprint of what the report said, so that one that was changed afterwards is never taken for the one
that was signed. It is worked out where a step is taken, shown or saved, never while somebody types.
"""

import datetime
import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass

from core import stages
from core.report import PREFACE, SIGNATURE, Approval, Head, Report, Section, Step
from core.signing import written
from core.stages import ACTS, DRAFT, HANDED_IN, NAMES, SIGNED, STAGES, is_before

_HELD_AGAINST = {HANDED_IN: (HANDED_IN, SIGNED)}


@dataclass(frozen=True)
class SetApproval:
    """The steps taken; None where there is none."""

    approval: Approval | None
    label: str = "修改送审、签发"
    cells: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()

    def apply(self, report: Report) -> "SetApproval":
        """Set the steps; return the edit with those before."""
        before, report.approval = report.approval, self.approval
        return SetApproval(before, self.label)


def marking(report: Report, stage: str, day: datetime.date) -> SetApproval:
    """Return the edit that takes a report, as it is now, to a stage on that day; the steps behind it are undone.

    A draft has taken no step. What a newer program has noted besides stays.
    """
    at = STAGES.index(stage)
    known = report.approval or Approval()
    steps: dict[str, Step | None] = dict.fromkeys(STAGES[max(at, 1) :])
    if stage != DRAFT:
        steps[stage] = Step(day=day.isoformat(), fingerprint=fingerprint(report))
    new = known.model_copy(update=steps)
    return SetApproval(None if new == Approval() else new, _label(stage, stage_of(report)))


def _label(stage: str, now: str) -> str:
    if stage == now:
        return f"重新标为{NAMES[stage]}"
    return f"改回{NAMES[stage]}" if is_before(stage, now) else f"标为{NAMES[stage]}"


def stage_of(report: Report) -> str:
    """Return the stage of a report: the last one to which a step leads."""
    return stages.last_of([stage for stage in ACTS if _step(report, stage)])


def day_of(report: Report, stage: str) -> datetime.date | None:
    """Return the day on which the step to a stage was taken; None where it was not, or the file does not say when."""
    step = _step(report, stage)
    with suppress(ValueError):
        return datetime.date.fromisoformat(step.day) if step else None
    return None


def _step(report: Report, stage: str) -> Step | None:
    return getattr(report.approval, stage) if report.approval and stage in ACTS else None


def changed_since(report: Report) -> frozenset[str]:
    """Return the stages at which a report said something else than it says now."""
    steps = {stage: step for stage in ACTS if (step := _step(report, stage))}
    now = fingerprint(report) if steps else ""
    return frozenset(stage for stage, step in steps.items() if step.fingerprint != now)


def changed_after(report: Report) -> str:
    """Return the stage after which a report was changed, "" where it is as it was.

    That is its own stage; one that is handed in is also held against what was signed. What changed before it was
    signed is what the review is for.
    """
    stage, changed = stage_of(report), changed_since(report)
    return next((one for one in _HELD_AGAINST.get(stage, (stage,)) if one in changed), "")


def told(report: Report, after: str | None = None) -> str:
    """Return in words when the last step was taken, and whether the report was changed since; "" for a draft.

    `after` is what `changed_after` says of it, where that is known.
    """
    stage = stage_of(report)
    day = day_of(report, stage)
    return stages.told(stage, short(day) if day else "", changed_after(report) if after is None else after)


def short(day: datetime.date) -> str:
    """Return a day as it is told beside a report of which everybody knows the year."""
    return f"{day.month}月{day.day}日"


def doubt(report: Report, stage: str, day: datetime.date, today: datetime.date) -> str:
    """Return the sentence that says what is odd about the day of a step, "" for nothing."""
    if day > today:
        return f"{written(day)} 还没有到，请看看日期对不对。"
    for earlier in ACTS:
        before = day_of(report, earlier) if is_before(earlier, stage) else None
        if before and day < before:
            return f"比{ACTS[earlier]}的日期（{written(before)}）还早，请看看日期对不对。"
    return ""


def fingerprint(report: Report) -> str:
    """Return what tells whether two reports say the same on paper: title, unit, words, figures, heads, pictures.

    Not how it is set in pages, nor what is known of the work: states, decisions, links, blank paragraphs.
    """
    said = {
        "form": [report.template, report.year],
        "title": report.title.strip(),
        "office": report.unit.name.strip(),
        "sections": [_said(one) for one in report.sections if _is_printed(one)],
        "cells": {cell: text for cell, text in report.values.items() if text},
        "heads": {table: _lines(head) for table, head in report.heads.items()},
        "pictures": [[one.kind, one.series] for one in report.pictures],
    }
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode("ascii")).hexdigest()


def _lines(head: Head) -> list[str]:
    return [line.strip() for line in (head.title, head.period, head.filler)]


def _said(section: Section) -> list[object]:
    lines = [[one.level, text] for one in section.paragraphs if (text := one.text.strip())]
    return [section.id, section.number, section.source_title, lines]


def _is_printed(section: Section) -> bool:
    """Return whether anything of a section is printed: those before and after the numbered ones have no heading."""
    return section.id not in (PREFACE, SIGNATURE) or any(one.text.strip() for one in section.paragraphs)
