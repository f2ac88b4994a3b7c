"""Numbers of Qt's own enums for what stands on the first page: PySide takes 20 ms to make the namespace `Qt`.

They are for properties, roles and keys, which take plain numbers; everywhere else `Qt` is the word.
"""

DISPLAY_ROLE, USER_ROLE = 0, 0x100  # Qt.ItemDataRole
PLAIN_TEXT = 0  # Qt.TextFormat
SCROLL_BAR_OFF = 1  # Qt.ScrollBarPolicy
MENU_OF_ACTIONS = 2  # Qt.ContextMenuPolicy
WIDGET_SHORTCUT = 0  # Qt.ShortcutContext
KEY_RETURN, KEY_ENTER = 0x01000004, 0x01000005  # Qt.Key
