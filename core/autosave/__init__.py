"""Open reports kept aside while they are typed: what the power or a crash would take is found at the next start.

In `paths.recovery()` each open report with unsaved changes has `<id>.nianbao`, a whole report file, and `<id>.json`:
the clerk's own file with its fingerprint, the time, where the clerk was, and the process that has it open; of one that
the clerk left unsaved the reason instead. Docs: docs/decisions/014-autosave.md, 018-leaving-asks-nothing.md.
Which window has which file open is marked in `open/`: docs/decisions/015-two-windows.md.
"""

from core.autosave.keeping import Origin, forget, new_id, write
from core.autosave.left import Left, again, found, leave, take
from core.autosave.opened import mark, unmark

__all__ = ["Left", "Origin", "again", "forget", "found", "leave", "mark", "new_id", "take", "unmark", "write"]
