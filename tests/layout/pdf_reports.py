"""Generated reports made into PDFs and looked over; `python -m tests.layout.pdf_reports 100` prints the counts."""

import sys
from itertools import islice

from core.export import pdf
from core.layout import lay_out
from core.report import Report
from core.template import Library, built_in
from tests.faults.clean import clean_reports
from tests.layout import pdf_boxes, pdf_faults
from tests.layout.pdf_faults import Counts

SEED = 41


def generated(library: Library, first: int, last: int) -> list[Report]:
    """Return some of the generated reports, all forms in turn."""
    return list(islice(clean_reports(library, last, SEED), first, last))


def look_over(library: Library, reports: list[Report], counts: Counts) -> list[str]:
    """Make PDFs, count what they hold and return their faults."""
    faults: list[str] = []
    for report in reports:
        laid = lay_out(library.get(report.template), report)
        pages = pdf_boxes.pages(pdf.render(laid, bundled_fonts_only=True).pdf)
        pdf_faults.count(pages, counts)
        faults += [
            f"{report.title}: {fault}" for fault in pdf_faults.all_faults(pages, laid.style.page.line_pitch)
        ]
    return faults


def main(number: int) -> None:
    """Print what that many reports hold and what is wrong with them."""
    library, counts = built_in(), Counts()
    faults = look_over(library, generated(library, 0, number), counts)
    print(*faults, counts, f"{len(faults)} faults", sep="\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
