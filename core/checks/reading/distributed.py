"""Numbers that are shared out over a list: "制发、废止分别为3件、1件", "行政复议、行政诉讼各1件"."""

from collections.abc import Sequence

from core.checks.late import Late
from core.checks.reading.figures import Figure

_SHARED = Late(
    r"(?P<labels>[^，,。；;：:（(]{2,60}?)(?P<how>分别|依次|各|均|都)(?P<between>[^，,、。；;\d]{0,20}?)$"
)
_JOINED = Late(r"、|以及|[和与及或]")
_BETWEEN = Late(r"[、，,和与及]{1,2}")
_VERB = Late(r"(?:[^，]{0,12}?)(?:作出|办理|实施|发生|收到|召开|开展|举办|通过|在|利用)")
_NOUN = Late(r"(?:行政)?规范性文件|(?:政府)?信息公开申请|申请|案件|决定|(?:政府)?信息")
_PAPERS = Late(r"(?:清单|目录|指南|流程图?|手册|台账|制度)$")
Leads = tuple[tuple[str, ...], ...]


def leads_of_shared(sentence: str, found: Sequence[Figure]) -> dict[int, Leads]:
    """Return for each figure that stands for things of a list, by its start: for each thing the words to try."""
    leads: dict[int, Leads] = {}
    if not any(how in sentence for how in ("分别", "依次", "各", "均", "都")):
        return leads
    for at, figure in enumerate(found):
        match = _SHARED.search(sentence[max(0, figure.start - 90) : figure.start])
        if match is None or figure.start in leads:
            continue
        labels = [one for one in _JOINED.split(match["labels"]) if one.strip()]
        if len(labels) < 2 or _PAPERS.search(labels[-1]):
            continue
        words = [_wordings(label, labels, match["between"]) for label in labels]
        if match["how"] not in ("分别", "依次"):
            leads[figure.start] = tuple(words)
            continue
        row = _row(sentence, found[at : at + len(labels)])
        if len(row) == len(labels):
            leads |= {one.start: (wording,) for one, wording in zip(row, words, strict=True)}
    return leads


def _row(sentence: str, found: Sequence[Figure]) -> list[Figure]:
    """Return the figures that follow each other with nothing but a mark between."""
    row = list(found[:1])
    for one in found[1:]:
        if not _BETWEEN.fullmatch(sentence[row[-1].end : one.start]):
            break
        row.append(one)
    return row


def _wordings(label: str, labels: Sequence[str], between: str) -> tuple[str, ...]:
    """Return what may stand before a figure: its label, with the noun that the last has, or the verb of the first."""
    noun = _NOUN.search(labels[-1])
    words = [label + between]
    if noun and noun[0] not in label:
        words += [f"{label}{noun[0]}{between}", f"{label}的{noun[0]}{between}"]
    verb = _VERB.match(labels[0])
    if verb and label is not labels[0]:
        words.append(f"{verb[0]}{label}{between}")
    return tuple(words)
