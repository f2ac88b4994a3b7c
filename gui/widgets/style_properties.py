"""Properties of a widget that the style sheet looks at: Qt does not look again by itself where one changes."""

from PySide6.QtWidgets import QWidget


def set_style_properties(widget: QWidget, **values: object) -> None:
    """Give a widget properties by their names, and dress it anew where one of them was another."""
    changed = {name: value for name, value in values.items() if widget.property(name) != value}
    for name, value in changed.items():
        widget.setProperty(name, value)
    if changed:
        widget.style().unpolish(widget)
        widget.style().polish(widget)
