"""Messages beside the name of the place that they begin with: there it need not be read twice."""

_BETWEEN = " · "


def without_place(message: str, place: str) -> str:
    """Return what a message says of a place whose name stands beside it; the whole where it does not begin with that."""
    head, colon, rest = message.partition("：")
    if colon and set(head.split(_BETWEEN)) <= set(place.split(_BETWEEN)):
        return rest
    for name in (place, place.replace(_BETWEEN, "")):
        if name and message.startswith(name):
            return message[len(name) :].lstrip("：") or message
    return message
