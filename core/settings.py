"""The clerk's options: each declared once, kept in one file; stored values that do not fit fall back."""

from dataclasses import Field, asdict, dataclass, field, fields

from core import stored

FILE_NAME = "settings.json"


def _within(least: int, most: int, *, default: int) -> int:
    """Declare an option that is a number from `least` to `most`."""
    number: int = field(default=default, metadata={"least": least, "most": most})
    return number


@dataclass
class Settings:
    """What the program remembers from one start to the next. To add an option: one line here."""

    theme: str = "light"
    office: str = ""
    open_folder: str = ""
    export_formats: list[str] = field(default_factory=lambda: ["docx", "pdf"])
    workbook_checks: bool = True  # whether an exported workbook shows the checks
    left_shown: bool = True
    right_shown: bool = True
    preview_shown: bool = False
    preview_zoom: int = 0  # in percent, 0 as wide as there is room
    preview_two_pages: bool = False
    tour_seen: bool = False
    switched_on_rules: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)  # the units that report with this installation
    scale: int = _within(100, 200, default=100)  # of the whole window, in percent
    page_scale: int = _within(100, 200, default=100)  # of the words on the sheet, in percent of the window's
    due_month: int = _within(1, 12, default=1)  # the county's day, in the year after the report's
    due_day: int = _within(1, 31, default=31)
    section_limit: int = _within(0, 99_999, default=0)  # characters in the first section, 0 for no limit
    geometry: str = ""  # of the window, as Qt tells it
    left_width: int = _within(0, 9_999, default=0)  # of the pane at that side, 0 as wide as usual
    right_width: int = _within(0, 9_999, default=0)
    # how wide a narrow window was in which that pane was opened, 0 where it is shut
    right_opened_in: int = _within(0, 9_999, default=0)
    right_tab: int = _within(0, 9, default=0)  # which of its panels is in front


def load() -> Settings:
    """Return the stored options; what is missing, unknown or of the wrong kind is as if never set."""
    held = stored.read(FILE_NAME)
    return _read(held) if isinstance(held, dict) else Settings()


def _read(held: dict[str, object]) -> Settings:
    settings = Settings()
    for option in fields(Settings):
        value = held.get(option.name)
        if _fits(value, getattr(settings, option.name)) and _is_within(value, option):
            setattr(settings, option.name, value)
    return settings


def _fits(value: object, default: object) -> bool:
    if isinstance(default, list):
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return type(value) is type(default)


def _is_within(value: object, option: "Field[object]") -> bool:
    known = option.metadata
    return not known or (isinstance(value, int) and known["least"] <= value <= known["most"])


def save(settings: Settings) -> None:
    """Store the options; OutputError says why not."""
    stored.write(FILE_NAME, asdict(settings), is_sorted=True)
