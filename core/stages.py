"""The stages of a report on its way out of the house, in their order, and what the clerk calls them."""

from collections.abc import Container

DRAFT, IN_REVIEW, SIGNED, HANDED_IN = "draft", "in_review", "signed", "handed_in"
NAMES = {DRAFT: "草稿", IN_REVIEW: "待审", SIGNED: "已签发", HANDED_IN: "已报送"}
ACTS = {IN_REVIEW: "送审", SIGNED: "签发", HANDED_IN: "报送"}
STAGES = tuple(NAMES)
AGAIN = {SIGNED: "重新签发", HANDED_IN: "重新签发、报送"}


def is_before(stage: str, other: str) -> bool:
    """Return whether one stage comes before another; ValueError where one is none."""
    return STAGES.index(stage) < STAGES.index(other)


def last_of(steps: Container[str]) -> str:
    """Return the stage to which the last of some steps leads, DRAFT where there is none."""
    return next((stage for stage in reversed(STAGES) if stage in steps), DRAFT)


def again(stage: str) -> str:
    """Return what is to be done with a report that is out at that stage and was changed since; "" before that."""
    return f"要{AGAIN[stage]}" if stage in AGAIN else ""


def to_redo(stage: str, changed_after: str) -> str:
    """Return after which step a report that is out at that stage was changed, and what is to be done; "" for nothing.

    One that is only in review is changed there: that is what the review is for.
    """
    what = again(stage)
    return f"{ACTS[changed_after]}后又改过，{what}" if what and changed_after in ACTS else ""


def told(stage: str, since: str, changed_after: str) -> str:
    """Return in words when the last step was taken, and after which the report was changed; "" for a draft."""
    if stage not in ACTS:
        return ""
    step = f"{since} {ACTS[stage]}".strip()
    if changed_after not in ACTS:
        return step
    return f"{step}后又改过" if changed_after == stage else f"{step}，{ACTS[changed_after]}后又改过"
