"""Foreign words that come again and again: what a hijacked page puts in place of other words."""

from collections import Counter
from collections.abc import Iterator

from core.checks.case import Case
from core.checks.entry import Entry, Find, kind
from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.mending import Slip, places_of, spots_of
from core.checks.model import Finding
from core.template import Template

_ADDRESS = Late(
    r"(?a)(?:https?://|www\.)[\w\-.~:/?#@!$&*+,;=%]{1,300}|[\w.%+-]{1,64}@[\w.-]{1,120}|[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}",
)
_TOKEN = Late(r"[A-Za-z][A-Za-z0-9]{3,30}")


class TokensEntry(Entry):
    """The foreign words that a report may use, and how often another has to come before it is told.

    `after` are the words behind it that another rule looks at.
    """

    known: str
    after: str = "(?!)"
    least: int = 3


@kind("repeated_tokens", TokensEntry, "spot quote count", reads="prose")
def repeated_tokens(entry: TokensEntry, template: Template) -> Find:
    """Require that no foreign word but the known ones comes again and again."""
    known, after = entry.late(entry.known), entry.late(entry.after)

    @read_once
    def unknown_in(text: str) -> list[tuple[int, int]]:
        found = []
        addresses = [match.span() for match in _ADDRESS.finditer(text)]
        for match in _TOKEN.finditer(text):
            inside = any(start <= match.start() < end for start, end in addresses)
            if not inside and not after.match(text, match.end()) and not known.fullmatch(match.group()):
                found.append(match.span())
        return found

    def find(case: Case) -> Iterator[Finding]:
        seen = [Slip(passage, *span) for passage in case.texts for span in unknown_in(passage.text)]
        counted = Counter(slip.place.quote.lower() for slip in seen)
        for word, count in counted.items():
            if count >= entry.least:
                slips = [slip for slip in seen if slip.place.quote.lower() == word]
                quote = slips[0].place.quote
                message = entry.words(
                    "{spot}反复出现“{quote}”，请核对是不是被人植入的文字",
                    spot=spots_of(case, slips),
                    quote=quote,
                    count=count,
                )
                yield entry.finding(message, places_of(slips), found=quote)

    return find
