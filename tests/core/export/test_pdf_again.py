"""A document set after others is what a fresh process makes of it, whatever is remembered of those."""

import pickle
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from core import fonts
from core.blocks import Document, Paragraph, TableBlock
from core.export import pdf
from core.export.rendering import Rendering, Substitution
from core.fonts import BUNDLED, FontChoice
from core.layout import lay_out
from core.look import Look
from tests.core.export.pdf_pages import HAN, document, paragraph
from tests.samples import filled

ROOT = Path(__file__).resolve().parents[3]
FRESH = """import pickle, sys
from core import fonts
from core.export import pdf
case = pickle.load(sys.stdin.buffer)
fonts._own = lambda *_: case["own"]
made = pdf.render(case["document"], bundled_fonts_only=case["bundled_only"])
sys.stdout.buffer.write(pickle.dumps(made))"""


@dataclass(frozen=True)
class Case:
    """A document with the fonts of the computer that it is set on."""

    document: Document
    bundled_only: bool = False
    own: dict[str, FontChoice] = field(default_factory=dict)

    def again(self, monkeypatch: pytest.MonkeyPatch) -> Rendering:
        """Return it set in this process."""
        monkeypatch.setattr(fonts, "_own", lambda *_: self.own)
        return pdf.render(self.document, bundled_fonts_only=self.bundled_only)

    def fresh(self) -> Rendering:
        """Return it set in a process of its own."""
        given = {"document": self.document, "bundled_only": self.bundled_only, "own": self.own}
        command = [sys.executable, "-c", FRESH]
        done = subprocess.run(command, input=pickle.dumps(given), cwd=ROOT, capture_output=True, check=True)
        made: Rendering = pickle.loads(done.stdout)
        return made


@pytest.fixture
def report(library):
    template, report = filled(library, "national-2021", 2024)
    return lay_out(template, report)


@pytest.fixture
def bold(library):
    template, report = filled(library, "national-2021", 2024)
    report.look = Look(line_pitch=29.5, page_number="center", bold_level2=True, title_font="song_bold")
    return lay_out(template, report)


def with_words(laid: Document, words: str) -> Document:
    """Return the document with words put into its second paragraph."""
    place = [index for index, block in enumerate(laid.blocks) if isinstance(block, Paragraph)][1]
    block = laid.blocks[place]
    assert isinstance(block, Paragraph)
    changed = replace(
        block, runs=(*block.runs[:-1], replace(block.runs[-1], text=block.runs[-1].text + words))
    )
    return replace(laid, blocks=(*laid.blocks[:place], changed, *laid.blocks[place + 1 :]))


def with_figure(laid: Document, figure: str) -> Document:
    """Return the document with another figure in the first cell of each of its tables."""

    def changed() -> Iterator[object]:
        for block in laid.blocks:
            if isinstance(block, TableBlock):
                yield replace(block, values=block.values | {next(iter(block.values)): figure})
            else:
                yield block

    return replace(laid, blocks=tuple(changed()))


def test_documents_in_turn_are_what_fresh_processes_make_of_them(report, bold, tmp_path, monkeypatch):
    # given
    kai = BUNDLED / "NianbaoKai.ttf"
    damaged = tmp_path / "damaged.ttf"
    damaged.write_bytes(kai.read_bytes()[:300])
    broken = {"fangsong": FontChoice("fangsong", damaged, 0, "仿宋", is_standin=False)}
    other = {"fangsong": FontChoice("fangsong", kai, 0, "仿宋_GB2312", is_standin=False)}
    cases = [
        Case(report),
        Case(with_words(report, "鱼虾蟹，")),
        Case(with_figure(report, "1234567890123")),
        Case(bold),
        Case(with_words(report, "好😀，东垟村、𬭎村")),
        Case(with_words(report, "好😀，东垟村、𬭎村"), own=broken),
        Case(with_words(report, "东垟村😀"), own=other),
        Case(with_words(report, "东垟村😀"), own=other, bundled_only=True),
        Case(report),
    ]

    # when
    again = [case.again(monkeypatch) for case in cases]
    with ThreadPoolExecutor(2) as pool:
        fresh = list(pool.map(Case.fresh, cases))

    # then
    assert again == fresh
    assert again[0] == again[-1]
    assert len({one.pdf for one in again}) == 7


def test_a_font_repaired_in_the_meantime_is_taken(tmp_path, monkeypatch):
    # given
    path = tmp_path / "own.ttf"
    path.write_bytes(b"\x00\x01\x00\x00 broken")
    own = {"fangsong": FontChoice("fangsong", path, 0, "仿宋", is_standin=False)}
    case = Case(document(paragraph(HAN)), own=own)
    before = case.again(monkeypatch)

    # when
    path.write_bytes((BUNDLED / "NianbaoKai.ttf").read_bytes())
    after = case.again(monkeypatch)

    # then
    assert own["fangsong"] not in before.fonts
    assert own["fangsong"] in after.fonts
    assert after == case.fresh()


def test_what_fonts_lack_is_told_anew_in_the_order_of_each_text():
    # given
    first, second = document(paragraph("东垟村😀"), paragraph(HAN, 1)), document(paragraph("😀的东垟村"))
    lacking = [
        Substitution("垟", "NianbaoFangSong", "NianbaoSong"),
        Substitution("😀", "NianbaoFangSong", ""),
    ]

    # when
    told = [pdf.render(one, bundled_fonts_only=True).substitutions for one in (first, second, first)]

    # then
    assert told == [tuple(lacking), tuple(lacking[::-1]), tuple(lacking)]


def test_several_threads_may_ask_at_once(report):
    # given
    documents = [with_words(report, words) for words in ("鱼", "虾", "蟹", "鱼虾")] * 2
    alone = [pdf.render(one) for one in documents]

    # when
    with ThreadPoolExecutor(4) as pool:
        at_once = list(pool.map(pdf.render, documents))

    # then
    assert at_once == alone


def test_no_more_is_remembered_however_many_documents_were_set(report):
    # given
    pdf.render(report)
    one = len(pdf._memory._last)

    # when
    for number in range(5):
        pdf.render(with_words(report, f"第{number}次修改"))

    # then
    assert len(pdf._memory._last) == one
    assert not pdf._memory._now


def test_a_document_that_fails_leaves_nothing_behind(report, monkeypatch):
    # given
    good = pdf.render(report)

    # when
    with monkeypatch.context() as patch:
        patch.setattr(pdf, "_paint", None)
        with pytest.raises(TypeError):
            pdf.render(with_words(report, "鱼"))

    # then
    assert pdf.render(report) == good
