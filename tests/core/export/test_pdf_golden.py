"""The PDF of each form, as text and boxes per page, is as it was when a person last looked at it."""

import pytest

from core.export import pdf
from core.layout import lay_out
from tests.core.export import pdf_pages
from tests.samples import IDS, filled


@pytest.mark.parametrize("template_id", IDS)
def test_the_report_is_printed_as_before(library, golden, template_id):
    laid = lay_out(*filled(library, template_id, IDS[template_id]))

    result = pdf.render(laid, bundled_fonts_only=True)

    golden(f"pdf/{template_id}.txt", pdf_pages.described(result.pdf))
