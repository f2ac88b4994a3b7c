"""Messages beside the name of the place that they begin with: there it need not be read twice."""

_BETWEEN = " · "


def without_place(message: str, *names: str) -> str:
    """Return what a message says of a place known beside it, by any of its names.

    The whole where it does not begin with one of these.
    """
    head, colon, rest = message.partition("：")
    if colon and set(head.split(_BETWEEN)) <= {part for name in names for part in name.split(_BETWEEN)}:
        return rest
    for name in (one for place in names for one in (place, place.replace(_BETWEEN, ""))):
        if name and message.startswith(name):
            return message[len(name) :].lstrip("：") or message
    return message
