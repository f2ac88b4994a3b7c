"""How a report stands, told where it is handed on: one that is ready may still have findings to be looked at."""


def told(state: str, to_look_at: int) -> str:
    """Return the state in words, and how many findings ask to be looked at."""
    return f"{state}；还有 {to_look_at} 处请核对" if to_look_at else state
