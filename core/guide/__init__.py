"""The zero-report guide: each fact of the year is asked once, and tables and sentences follow from the answers.

What is asked is data (`guide.toml` beside a `template.toml`). `preview` says line by line what would change,
`edit` makes one step of the lines that are wanted. What is not answered stays blank.
"""

from core.guide.answers import (
    CARRIED,
    NONE,
    SOME,
    Answer,
    amount,
    base,
    is_carried,
    is_fresh,
    presets,
    rest_none,
)
from core.guide.applying import LABEL, edit
from core.guide.lines import BLANK, Line, preview
from core.guide.questions import Conclusion, Guide, Question, for_template, load, problems

__all__ = [
    "BLANK",
    "CARRIED",
    "LABEL",
    "NONE",
    "SOME",
    "Answer",
    "Conclusion",
    "Guide",
    "Line",
    "Question",
    "amount",
    "base",
    "edit",
    "for_template",
    "is_carried",
    "is_fresh",
    "load",
    "presets",
    "preview",
    "problems",
    "rest_none",
]
