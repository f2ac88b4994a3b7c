"""Make the icons of the first page as files: for each theme in the colour of the words, and of the words on the accent.

`python resources/icons/make_icons.py` after a change of `strokes.toml` or of a theme. The style sheet puts these on its
buttons by itself; to draw an icon as elsewhere, PySide would first have to make what a pen is, for 20 ms of the start.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
THEMES = FOLDER.parent / "themes"
ROLES = ("text", "accent_text")
SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="none" stroke="{colour}" stroke-width="1.5" \
stroke-linecap="round" stroke-linejoin="round" d="{strokes}"/></svg>
"""


def files() -> Iterator[tuple[str, str]]:
    """Yield the name of each file and what is to stand in it."""
    data = tomllib.loads((FOLDER / "strokes.toml").read_text(encoding="utf-8"))
    for path in sorted(THEMES.glob("*.toml")):
        theme = tomllib.loads(path.read_text(encoding="utf-8"))
        for role in ROLES:
            colour = theme["base"][theme["role"][role]]
            for name in data["first_page"]:
                strokes = data["icon"][name]
                yield f"{name}-{role}-{path.stem}.svg", SVG.format(colour=colour, strokes=strokes)


def main() -> None:
    """Write the files."""
    for name, text in files():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
