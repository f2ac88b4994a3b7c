"""The zero-report guide: each fact of the year is asked once, and tables and sentences follow from the answers.

What is asked is data (`guide.toml` beside a `template.toml`). `preview` says line by line what would change,
`edit` makes one step of the lines that are wanted. What is not answered stays blank.
"""

from core.guide.answers import (
    CARRIED,
    NONE,
    SOME,
    Answer,
    Answers,
    amount,
    base,
    is_carried,
    is_fresh,
    rest_none,
)
from core.guide.applying import LABEL, edit
from core.guide.carried import carried_words, too_little
from core.guide.lines import BLANK, Line, preview
from core.guide.questions import Conclusion, Guide, Question, for_template, load, problems
from core.guide.standing import answered, presets

__all__ = [
    "BLANK",
    "CARRIED",
    "LABEL",
    "NONE",
    "SOME",
    "Answer",
    "Answers",
    "Conclusion",
    "Guide",
    "Line",
    "Question",
    "amount",
    "answered",
    "base",
    "carried_words",
    "edit",
    "for_template",
    "is_carried",
    "is_fresh",
    "load",
    "presets",
    "preview",
    "problems",
    "rest_none",
    "too_little",
]
