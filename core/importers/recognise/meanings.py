"""What a section's title means among the sections of a form, by the form's own patterns first."""

import re
from collections.abc import Iterable

from core.labels import fold, unspaced
from core.template import Section, Template

# Titles of real reports that the forms' own patterns leave out, tried when nothing else is meant.
_MORE = {
    "overview": "工作(开展|进展|完成|推进)情况|主要(做法|工作|情况)|工作(概述|概况|总结|回顾|情况)|组织领导",
    "problems": "下一步|下步|今后|努力方向|工作(打算|安排|计划|思路|重点)|薄弱环节",
    "other": "附则|其它",
    "reviews": "复议|诉讼|投诉",
    "organisation": "机构.{0,4}人员|人员.{0,4}(经费|配备)|会议.{0,2}培训",
}
_ENDS = re.compile(
    r"(情况|措施|概述|概况|事项|问题|不足|打算|计划|安排|思路|方向|附则|做法|建议|工作|说明|改进|整改|总结|回顾|环节)(及附表|说明)?$"
)
_LONGEST = 40


def meaning(title: str, template: Template, used: Iterable[str]) -> str:
    """Return the id of the section that a title means, "" where the form has none that is still free.

    The words at the end of a Chinese title carry its meaning, so of several patterns the one that is found
    furthest behind counts.
    """
    taken = set(used)
    free = [section for section in template.sections if section.id not in taken]
    for section in free:
        if fold(section.title) == fold(title):
            return section.id
    plain = unspaced(title)
    return _furthest([(one.id, one.pattern) for one in free], plain)


def by_other_words(title: str, template: Template, used: Iterable[str]) -> str:
    """Return the id of the free section that a title may mean in words that the form does not give."""
    taken = set(used)
    free = [section for section in template.sections if section.id not in taken]
    return _furthest([(one.id, _MORE.get(one.id, "")) for one in free], unspaced(title))


def is_official(title: str, sections: Iterable[Section]) -> bool:
    """Return whether the title is that of a section word for word."""
    return any(fold(section.title) == fold(title) for section in sections)


def reads_as_title(title: str) -> bool:
    """Return whether the words end as the titles of sections do."""
    return len(title) <= _LONGEST and bool(_ENDS.search(unspaced(title)))


def _furthest(patterns: Iterable[tuple[str, str]], title: str) -> str:
    best, best_start = "", -1
    for section, pattern in patterns:
        starts = [match.start() for match in re.finditer(pattern, title)] if pattern else []
        if max(starts, default=-1) > best_start:
            best, best_start = section, max(starts)
    return best
