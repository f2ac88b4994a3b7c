"""The pages of the manual: which there are, what they say, and which one belongs to a place of the window."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtWidgets import QWidget

from core.paths import RESOURCES
from gui import keys
from gui.commands import COMMANDS

FOLDER = RESOURCES / "help"
FIRST, KEYS = "index", "keys"
ORDER = (
    FIRST, "review", "looking", "zero", "prose", "table", "findings", "preview", "export", "sign_off", "trend", "saving", "versions", "settings", KEYS
)  # fmt: skip
PROPERTY = "help"
PLACES = {
    "homePage": FIRST,
    "reviewPage": "review",
    "proseEditor": "prose",
    "tableView": "table",
    "headingForm": "prose",
    "searchPanel": "prose",
    "phrasesPane": "prose",
    "pasteTextDialog": "prose",
    "chooseCellDialog": "prose",
    "totalDialog": "table",
    "pastePreview": "table",
    "guidancePanel": "table",
    "toLookAtPanel": "looking",
    "lastYearPanel": "looking",
    "guideDialog": "zero",
    "findingsPanel": "findings",
    "outline": "findings",
    "trendPanel": "trend",
    "previewPane": "preview",
    "printDialog": "preview",
    "exportDialog": "export",
    "signOffDialog": "sign_off",
    "versionHistory": "versions",
    "askToSaveBox": "saving",
    "settingsDialog": "settings",
    "commandSearch": KEYS,
    "sectionPage": "prose",
}


@dataclass(frozen=True)
class HelpPage:
    """A page: its id, its title, and its text as Markdown."""

    id: str
    title: str
    text: str


@cache
def pages() -> tuple[HelpPage, ...]:
    """Return all pages in their order; that of the keys ends with all commands there are."""
    return tuple(map(_read, ORDER))


def _read(page: str) -> HelpPage:
    text = (FOLDER / f"{page}.md").read_text(encoding="utf-8")
    title = text.partition("\n")[0].removeprefix("# ")
    return HelpPage(page, title, f"{text}\n{keys.as_markdown(COMMANDS)}" if page == KEYS else text)


def weight(page: HelpPage, words: str) -> tuple[int, int, int, int]:
    """Return how much a page speaks of words, to be compared; all 0 where it does not hold them.

    In its title, in headings, on a page of one topic rather than of all, and how often.
    """
    wanted = words.strip().lower()
    text = plain_text(page.text).lower()
    heads = [line for line in page.text.lower().splitlines() if line.startswith("#")]
    often = text.count(wanted)
    is_topic = bool(often) and page.id not in (FIRST, KEYS)
    return wanted in page.title.lower(), sum(wanted in head for head in heads), is_topic, often


def page_at(top: QWidget) -> str:
    """Return the id of the page for where the focus of a window stands, else for what is in sight there."""
    focus = top.focusWidget()
    if focus is not None and focus.isVisible():
        page = page_around(focus)
        if page:
            return page
    for name, page in PLACES.items():
        widget = top if top.objectName() == name else top.findChild(QWidget, name)
        if widget is not None and widget.isVisible():
            return page
    return FIRST


def page_around(widget: QWidget | None) -> str:
    """Return the page of the nearest place around a widget, "" where there is none.

    A widget may name its own by the property `help`.
    """
    while widget is not None:
        own = widget.property(PROPERTY)
        if isinstance(own, str) and own in ORDER:
            return own
        if widget.objectName() in PLACES:
            return PLACES[widget.objectName()]
        widget = widget.parentWidget()
    return ""


def plain_text(markdown: str) -> str:
    """Return a page as plain text: without marks, the cells of a table parted by tabs."""
    lines = [_plain_line(line) for line in markdown.splitlines() if not line.startswith("|--")]
    return "\n".join(lines).strip() + "\n"


def _plain_line(line: str) -> str:
    if line.startswith("|"):
        return "\t".join(cell.strip() for cell in line.strip("| ").replace("\\", "").split(" | "))
    return line.lstrip("# ").replace("**", "")
