"""What is said of decisions of the time before when their file is looked over again."""

from core.importers.reviewing import Review
from core.kept_reviews import KeptReview, Known

_SOME = "上次的 {} 处修改接着放好了 {} 处，其余的和现在读到的对不上，请再看一遍。"
_ALL = "上次的 {} 处修改已经接着放好。"
_ALL_AND_SEEN = "上次的 {} 处修改、核对过的 {} 处都已经接着放好。"
_SEEN = "上次核对过的 {} 处都还记着，接着往下看就行。"
_YEAR = "上次选的是写 {} 年的报告，已经接着填好。"
_HALF = "上次有一处改了还没采用，打开时放回了框里。"
_HALF_TOO = "有一处改了还没采用，也放回了框里。"
_LEFT_OUT = "这个文件上次核对以后改过，上次{}没有放上来，还留在首页上。"
_OLD = "原来的文件后来改过，这里还是上次读到的内容和修改。要按新的来，请重新打开那个文件。"

Told = tuple[str, bool]
NOTHING: Told = ("", False)


def told_of(known: Known | None, review: Review) -> Told:
    """Return what is said, "" where there was nothing before, and whether what was decided then can be dropped."""
    if known and known.kept:
        return _kept(known.kept, review), _can_drop(known.kept)
    if known and known.before:
        return _LEFT_OUT.format(_done(known.before)), False
    return NOTHING


def told_of_old(kept: KeptReview, review: Review, *, has_changed: bool) -> Told:
    """Return what is said of a review that is gone on with as it was kept."""
    return (_OLD if has_changed else _kept(kept, review)), _can_drop(kept)


def _can_drop(kept: KeptReview) -> bool:
    """Return whether there is more than a year to be written or something half-typed, which are simply typed over."""
    return bool(kept.corrections or kept.seen) or not (kept.next_year or kept.half)


def _is_year_alone(kept: KeptReview) -> bool:
    return bool(kept.next_year) and not (kept.corrections or kept.seen)


def _kept(kept: KeptReview, review: Review) -> str:
    is_back = kept.half is not None and review.reading == kept.reading
    if kept.corrections or kept.seen or kept.next_year:
        return _counted(kept, review) + (_HALF_TOO if is_back else "")
    return _HALF if is_back else ""


def _counted(kept: KeptReview, review: Review) -> str:
    before, now = kept.corrections, review.corrections
    if now < before:
        return _SOME.format(before, now)
    if _is_year_alone(kept):
        return _YEAR.format(kept.next_year)
    if not before:
        return _SEEN.format(kept.seen)
    return _ALL_AND_SEEN.format(before, kept.seen) if kept.seen else _ALL.format(before)


def _done(kept: KeptReview) -> str:
    if kept.half and not (kept.corrections or kept.seen or kept.next_year):
        return "改了还没采用的一处"
    if kept.corrections:
        return f"的 {kept.corrections} 处修改"
    return f"选的年份（{kept.next_year} 年）" if _is_year_alone(kept) else f"核对过的 {kept.seen} 处"
