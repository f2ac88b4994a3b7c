"""Trials of prose against tables by a second hand: the sentences stand in `prose_fresh.toml`."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import TypedDict

from core.template import Library
from tests.faults.harness import Trial, Trials, faults, near_misses
from tests.faults.prose_base import told

_MARKED = re.compile(r"⟦(.+?)⟧")
_PATH = Path(__file__).with_suffix(".toml")


class Group(TypedDict, total=False):
    """Sentences for a rule, told in a section of each template in turn; "⟦…⟧" is where the finding must be."""

    rule: str
    templates: list[str]
    section: str
    cells: dict[str, str]
    faults: list[str]
    near: list[str]


def groups() -> list[Group]:
    """Return the groups of sentences of the file."""
    found: list[Group] = tomllib.loads(_PATH.read_text(encoding="utf-8"))["group"]
    return found


def _trials(group: Group, sentences: list[str]) -> Trials:
    def trials(rng: Random, library: Library) -> Iterator[Trial]:
        for number, sentence in enumerate(sentences):
            template = group["templates"][number % len(group["templates"])]
            marked = _MARKED.search(sentence)
            lines = _MARKED.sub(r"\1", sentence).split("\n")
            report = told(library, template, lines, group.get("section", "overview"), group.get("cells", {}))
            yield Trial(report, at=marked[1] if marked else "")

    return trials


for _group in groups():
    if _group.get("faults"):
        faults(_group["rule"])(_trials(_group, _group["faults"]))
    if _group.get("near"):
        near_misses(_group["rule"])(_trials(_group, _group["near"]))
