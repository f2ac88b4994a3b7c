"""What is to be read as a report, and with what form and year."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from core import kept_reviews, opening
from core.kept_reviews import Known, Source
from core.opening import Opened, Pasted
from core.template import Library


@dataclass(frozen=True)
class Wanted:
    """What is to be read, whether next year's draft is offered first, and what the clerk has overruled."""

    what: Path | Pasted
    forward_first: bool = False
    template_id: str | None = None
    year: int | None = None
    title: str = ""

    @property
    def name(self) -> str:
        """Its name for the clerk: its title, else what it is called by itself."""
        return self.title or self.what.name

    def read(self, library: Library, given_up: Callable[[], bool]) -> Opened:
        """Return the report in it with how it was read; with the form and year of the review of it that is kept."""
        known = self._known(library)
        form, year = self.template_id, self.year
        if known and known.kept:
            form, year = known.kept.reading.report.template, known.kept.reading.report.year
        if isinstance(self.what, Pasted):
            opened = opening.read_pasted(self.what, library, template_id=form, year=year, given_up=given_up)
        else:
            opened = opening.read(self.what, library, template_id=form, year=year, given_up=given_up)
        if known is None or opened.reading is None:
            return opened
        source = replace(known.source, has_pages=opened.has_pages)
        return replace(opened, known=replace(known, source=source))

    def _known(self, library: Library) -> Known | None:
        """Return what is known of the source; where it is read with another form or year no review of it counts."""
        source = self._source()
        if source is None:
            return None
        known = Known(source) if self.template_id or self.year else kept_reviews.known_of(source)
        has_form = known.kept is None or known.kept.reading.report.template in library.templates
        return known if has_form else Known(source)

    def _source(self) -> Source | None:
        """Return the source; None of a report file."""
        what = self.what
        if isinstance(what, Pasted):
            sha256 = kept_reviews.fingerprint_of(what.text, what.html)
            text, html = _plain(what.text), _plain(what.html)
            return Source(self.name, "", sha256, self.forward_first, text=text, html=html)
        if opening.is_report_file(what):
            return None
        path = what.absolute()
        return Source(
            _plain(self.name), _plain(str(path)), kept_reviews.fingerprint(path), self.forward_first
        )


def of(source: Source) -> Wanted:
    """Return what was wanted when a source was read."""
    what = Path(source.path) if source.path else Pasted(source.text, source.html)
    return Wanted(what, source.forward_first, title=source.name)


def _plain(text: str) -> str:
    """Return a text as JSON can hold it: names of files and other programs' words may have halves of signs."""
    return text.encode("utf-8", "replace").decode()
