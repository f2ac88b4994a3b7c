"""What is said to who wants to print where there is no printer; alike for a report and for a page of the manual."""


def no_printer(instead: str) -> str:
    """Return the sentence; `instead` is what can be done here without a printer."""
    return f"这台电脑上还没有打印机。请先装好打印机，或者{instead} 拿到别处打印。"
