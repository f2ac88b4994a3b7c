"""A stranger's file read in a child process with limits, and every way in which that can end as a plain sentence."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

from pydantic import Base64Bytes, BaseModel, Field, ValidationError

from core.errors import InputError, UsageError, YearWantedError
from core.importers import child, gate
from core.importers.child import GivenUpError
from core.importers.recognise import Reading

_KINDS = {error.exit_status: error for error in (UsageError, InputError)}


_Part = Annotated[float, Field(ge=0, le=1)]


class PagePicture(BaseModel):
    """A page of a PDF as a PNG file, the signs on it in the order of the file, and where each stands.

    A box is left, top, right and bottom, each as a part of the page.
    """

    png: Base64Bytes
    signs: str = ""
    boxes: tuple[tuple[_Part, _Part, _Part, _Part], ...] = ()


class _Answer(BaseModel):
    """What the child says: a reading, a picture, or an error. The child is not trusted: all is checked again."""

    reading: Reading | None = None
    picture: PagePicture | None = None
    error: str = ""
    status: int = InputError.exit_status
    year_wanted: bool = False


def read(
    path: Path,
    *,
    template_id: str | None = None,
    year: int | None = None,
    given_up: Callable[[], bool] = lambda: False,
) -> Reading:
    """Return the report in a file, read in a child process that can neither hang nor grow nor reach the network.

    InputError says why not: what the reader said, or that it took too long, too much, or broke down.
    `given_up` is asked many times a second; GivenUpError is raised soon after it says yes.
    """
    order = {"path": str(path.resolve()), "template": template_id, "year": year}
    return _reading(child.ask(order, path.name, given_up), path.name)


def picture(
    path: Path, number: int, dpi: int, *, given_up: Callable[[], bool] = lambda: False
) -> PagePicture | None:
    """Return page `number` (from 0) of a PDF with its words, drawn in a child process; None behind the last page."""
    order = {"path": str(path.resolve()), "first": number, "dpi": dpi}
    said = child.ask(order, path.name, given_up, kind=child.DRAWING)
    found = _checked(said, path.name).picture
    if found and len(found.boxes) != len(found.signs):
        raise gate.unsafe(path.name)
    return found


def _checked(said: bytes, name: str) -> _Answer:
    """Return what the child says; InputError where that is an error or makes no sense."""
    try:
        answer = _Answer.model_validate_json(said)
    except ValidationError as error:
        raise gate.unsafe(name) from error
    if answer.year_wanted:
        raise YearWantedError(answer.error)
    if answer.error:
        raise _KINDS.get(answer.status, InputError)(answer.error)
    return answer


def _reading(said: bytes, name: str) -> Reading:
    reading = _checked(said, name).reading
    if reading is None:
        raise gate.unsafe(name)
    return reading


__all__ = ["GivenUpError", "PagePicture", "picture", "read"]
