"""What the tests of the guide share: its questions on the form of 2021, and a blank report that answers none."""

import pytest

from core import guide
from core.guide.questions import Guide
from core.report import Report, blank
from core.template import Library


@pytest.fixture
def asked(library: Library) -> Guide:
    """The guide of the form of 2021."""
    return guide.for_template(library, "national-2021")


@pytest.fixture
def report(library: Library) -> Report:
    """A blank report on that form."""
    return blank(library.get("national-2021"), 2024, "清溪县柳河镇人民政府")
