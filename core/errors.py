"""The errors a clerk may see: one calm sentence each, with the exit status that the commands promise."""


class AppError(Exception):
    """Something the clerk can act on; `str(error)` is the Chinese sentence to show.

    Raised by core, shown in one place by the window and in one place by the commands. Anything else
    that is raised is a fault of the program.
    """

    exit_status = 1


class UsageError(AppError):
    """The words of a command are off, or it asks for what there is not."""

    exit_status = 2


class InputError(AppError):
    """A file cannot be used: missing, damaged, no report, hostile, newer than this program."""

    exit_status = 3


class YearWantedError(InputError):
    """A file is a report but does not say of which year; it can be read once somebody names the year."""


class OutputError(AppError):
    """A file cannot be written: full disk, no permission, held by another program."""

    exit_status = 4


class OvertakenError(OutputError):
    """A report file was saved by somebody else since it was read; `can_keep` says whether theirs can be kept as a version."""

    def __init__(self, message: str, *, can_keep: bool) -> None:
        super().__init__(message)
        self.can_keep = can_keep


class GoneError(OutputError):
    """A report file is not there any more: renamed, moved or deleted since; it can be written once more if so wanted."""


class AutosaveError(OutputError):
    """What was typed cannot be kept aside on this computer; the report itself is untouched."""
