"""The picture of several years' figures: the same in every format, true to the figures, and absent unless wanted."""

import io
import math
import re
from itertools import pairwise

import docx
import openpyxl
import pdfplumber
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from core.blocks import Document, Figure, Heading, Paragraph
from core.export import excel, pdf, web, word
from core.export.chart.plot import SIZE, draw, ticks_up_to
from core.export.chart.png import png
from core.export.chart.scene import Label, Rule, Scene, Shape, breadth
from core.export.ooxml import drawings
from core.importers import read
from core.layout import lay_out
from core.report import Picture
from core.style import standard
from core.trend import BARS, LINES, Series, Trend
from tests import samples
from tests.core.export import pdf_pages
from tests.core.export.office import leaks, part, parts, pretty
from tests.layout.ooxml_order import faults
from tests.samples import filled

RECEIVED, GRANTED = (20, None, 0, 55), (10, 5, None, 40)
TREND = Trend(
    (2021, 2022, 2023, 2024),
    (Series("received", "收到申请", "件", RECEIVED), Series("granted", "予以公开", "件", GRANTED)),
)
BOTH = pytest.mark.parametrize("kind", [BARS, LINES])
SVG = "{http://www.w3.org/2000/svg}"
PNG_SCALE = 300 / 72


@pytest.fixture(scope="module")
def illustrated(library) -> Document:
    return lay_out(*samples.illustrated(library))


def figures(document: Document) -> list[Figure]:
    return [block for block in document.blocks if isinstance(block, Figure)]


def shapes(scene: Scene) -> dict[str, Shape]:
    return {one.datum: one for one in scene.parts if isinstance(one, Shape) and one.datum}


def labels(scene: Scene) -> list[str]:
    return [one.text for one in scene.parts if isinstance(one, Label)]


def base(scene: Scene) -> float:
    """Return how far down the axis runs."""
    return max(one.y1 for one in scene.parts if isinstance(one, Rule) and one.width == 0.75)


# The scene


def test_bars_are_as_high_as_their_figures_and_stand_on_0():
    # when
    scene = draw(TREND, BARS, 440)
    bars = shapes(scene)

    # then
    assert set(bars) == {
        "received 2021", "received 2023", "received 2024", "granted 2021", "granted 2022", "granted 2024",
    }  # fmt: skip
    unit = bars["received 2024"].height / 55
    for name, value in (
        ("received 2021", 20),
        ("granted 2021", 10),
        ("granted 2022", 5),
        ("received 2023", 0),
    ):
        assert bars[name].height == pytest.approx(value * unit)
        assert bars[name].top + bars[name].height == pytest.approx(base(scene))


def test_points_are_as_high_as_their_figures_and_a_gap_breaks_the_line():
    # when
    scene = draw(TREND, LINES, 440)
    points = {name: shape.top for name, shape in shapes(scene).items() if name.startswith("received")}
    lines = [
        one for one in scene.parts if isinstance(one, Rule) and one.width == 1.0 and one.x2 - one.x1 > 20
    ]

    # then
    floor = points["received 2023"]
    assert (floor - points["received 2021"]) * 55 == pytest.approx((floor - points["received 2024"]) * 20)
    assert len(lines) == 2  # 2023 to 2024 of the one, 2021 to 2022 of the other


@BOTH
def test_series_years_and_figures_are_written(kind):
    # when
    found = labels(draw(TREND, kind, 440))

    # then
    assert {
        "收到申请",
        "予以公开",
        "单位：件",
        "2021年",
        "2022年",
        "2023年",
        "2024年",
        "0",
        "20",
        "55",
        "40",
    } <= set(found)
    assert ("—" in found) == (kind == BARS)


def test_where_units_differ_each_series_names_its_own():
    # given
    two = Trend(
        (2023, 2024), (Series("a", "收到申请", "件", (1, 2)), Series("b", "主动公开信息", "条", (3, 4)))
    )

    # then
    found = labels(draw(two, BARS, 440))
    assert "收到申请（件）" in found
    assert "主动公开信息（条）" in found
    assert [one for one in found if one.startswith("单位")] == []


@BOTH
@pytest.mark.parametrize("width", [150, 190, 240, 330, 440])
@pytest.mark.parametrize("count", range(2, 11))
def test_the_first_and_the_last_year_are_always_named_and_no_two_names_touch(kind, width, count):
    # given
    years = tuple(range(2015, 2015 + count))
    trend = Trend(years, (Series("a", "收到申请", "件", tuple(range(count))),))

    # when
    scene = draw(trend, kind, width)
    named = [one for one in scene.parts if isinstance(one, Label) and one.text.endswith("年")]

    # then
    assert named[0].text == "2015年"
    assert named[-1].text == f"{years[-1]}年"
    edges = [(one.x - breadth(one.text, SIZE) / 2, one.x + breadth(one.text, SIZE) / 2) for one in named]
    assert all(end < start for (_, end), (start, _) in pairwise(edges))
    assert edges[0][0] >= 0
    assert edges[-1][1] <= width


@BOTH
@given(
    years=st.integers(2, 10),
    data=st.lists(
        st.lists(st.none() | st.integers(0, 10**7), min_size=10, max_size=10), min_size=1, max_size=4
    ),
)
def test_nothing_is_drawn_outside_of_the_picture(kind, years, data):
    # given
    series = tuple(
        Series(f"s{at}", "无法提供的信息", "件", (1, *one[1:years])) for at, one in enumerate(data)
    )

    # when
    scene = draw(Trend(tuple(range(2000, 2000 + years)), series), kind, 440)

    # then
    for one in scene.parts:
        corners = {
            Rule: lambda one: ((one.x1, one.y1), (one.x2, one.y2)),
            Shape: lambda one: one.points,
            Label: lambda one: ((one.x, one.y), (one.x, one.y - one.size)),
        }[type(one)](one)
        assert all(-0.01 <= x <= 440.01 and -0.01 <= y <= scene.height for x, y in corners)


@given(st.integers(0, 10**12))
def test_the_axis_counts_in_even_whole_steps_from_0_to_the_figure(most):
    # when
    ticks = ticks_up_to(most)

    # then
    assert ticks[0] == 0
    assert ticks[-2] < max(most, 1) <= ticks[-1]
    assert len({after - before for before, after in pairwise(ticks)}) == 1
    assert 2 <= len(ticks) <= 6


# Every format


def test_without_a_wish_nothing_is_drawn(library):
    assert figures(lay_out(*filled(library, "national-2021", 2024))) == []


def test_the_pictures_end_the_first_section(illustrated):
    # given
    blocks = list(illustrated.blocks)
    first = blocks.index(figures(illustrated)[0])

    # then
    assert [one.number for one in figures(illustrated)] == [1, 2]
    assert isinstance(blocks[first - 1], Paragraph)
    assert blocks[first - 1].anchor.section == "overview"
    assert isinstance(blocks[first + 2], Heading)


@pytest.mark.parametrize(
    "pictures", [[Picture(series=["received"])], [Picture(series=["unheard of"])], [Picture()]]
)
def test_what_cannot_be_drawn_is_left_out_of_the_report(library, pictures):
    # given: a report without any year before
    template, report = filled(library, "national-2021", 2024)
    report.pictures = pictures

    # then
    assert figures(lay_out(template, report)) == []


def test_the_pdf_has_all_labels_as_text_and_bars_in_proportion(illustrated):
    # when
    data = pdf.render(illustrated, bundled_fonts_only=True).pdf
    document = pypdfium2.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    flat = re.sub(r"\s", "", text)

    # then
    for block in figures(illustrated):
        scene = draw(block.trend, block.kind, 442)
        assert [one for one in labels(scene) if one not in flat] == []
        assert re.sub(r"\s", "", block.caption) in flat
        assert block.trend.source in flat
    bars = _dark_bars(data)
    assert len(bars) == 3
    assert bars == pytest.approx([bars[2] * 3, bars[2] * 2, bars[2]], abs=0.01)


def _dark_bars(data: bytes) -> list[float]:
    """Return how high the bars of the first series are in the file, from left to right, without the legend's sign."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        page = next(one for one in document.pages if "图1" in one.extract_text())
        dark = [one for one in page.rects if one["fill"] and one["non_stroking_color"] == 0.2]
        return [one["height"] for one in sorted(dark[1:], key=lambda one: one["x0"])]


def test_the_picture_for_word_has_its_size_and_bars_in_proportion():
    # given
    two = Trend((2023, 2024), (Series("a", "收到申请", "件", (30, 90)),))
    scene = draw(two, BARS, 442)

    # when
    image = Image.open(io.BytesIO(png(scene, standard())))
    heights = [
        sum(image.getpixel((round(x * PNG_SCALE), y)) == 51 for y in range(image.height))
        for x in (shape.points[0][0] + 5 for shape in shapes(scene).values())
    ]

    # then
    assert (image.mode, image.size) == ("L", (1842, math.ceil(scene.height * PNG_SCALE)))
    assert [round(one) for one in image.info["dpi"]] == [300, 300]
    assert heights[1] == pytest.approx(heights[0] * 3, rel=0.03)


def test_word_shows_the_pictures_with_their_words(illustrated):
    # when
    data = word.write(illustrated)
    opened = docx.Document(io.BytesIO(data))
    texts = [paragraph.text for paragraph in opened.paragraphs]

    # then
    assert faults(data) == []
    assert len(opened.inline_shapes) == 2
    for shape, block in zip(opened.inline_shapes, figures(illustrated), strict=True):
        assert shape._inline.docPr.get("descr") == block.trend.words
        assert shape.width.mm == pytest.approx(156, abs=0.2)
        assert block.caption in texts
        assert block.trend.source in texts
        assert parts(data)[f"word/media/picture{block.number}.png"] == drawings.picture(
            block, illustrated.style
        )


def test_the_page_draws_the_pictures_itself(illustrated):
    # when
    page = web.write(illustrated).decode("utf-8")
    drawn = [etree.fromstring(one) for one in re.findall(r"<svg.*?</svg>", page, re.DOTALL)]

    # then
    for root, block in zip(drawn, figures(illustrated), strict=True):
        assert [one.text for one in root.iter(f"{SVG}text")] == labels(draw(block.trend, block.kind, 442))
        assert root.get("aria-label") == block.trend.words
        assert f"<figcaption>{block.caption}<br>" in page
    assert re.findall(r"<script|<image|href=|src=", page) == []


def test_the_workbook_has_a_chart_over_live_figures(illustrated):
    # when
    data = excel.write(illustrated)
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheets = [sheet for sheet in book.worksheets if sheet.title.startswith("走势图")]

    # then
    for sheet, block in zip(sheets, figures(illustrated), strict=True):
        count = len(block.trend.years)
        rows = list(sheet.iter_rows(min_row=3, max_row=2 + count, values_only=True))
        assert rows == [
            (f"{year}年", *(one.values[at] for one in block.trend.series))
            for at, year in enumerate(block.trend.years)
        ]
        chart = sheet._charts[0]
        assert chart.tagname == ("lineChart" if block.kind == LINES else "barChart")
        assert chart.display_blanks == "gap"
        assert chart.y_axis.scaling.min == 0
        references = [one.val.numRef.f for one in chart.series]
        letters = "BCD"[: len(block.trend.series)]
        assert references == [f"'{sheet.title}'!${one}$3:${one}${2 + count}" for one in letters]


@pytest.mark.parametrize(
    "write", [word.write, excel.write, web.write, pdf.write], ids=["docx", "xlsx", "html", "pdf"]
)
def test_the_same_report_gives_the_same_bytes(illustrated, write):
    assert write(illustrated) == write(illustrated)


def test_the_pictures_tell_nothing_of_the_library_or_the_computer(illustrated):
    # given
    data = word.write(illustrated)
    words = {name: content for name, content in parts(data).items() if not name.endswith(".png")}

    # then
    assert leaks(excel.write(illustrated)) == []
    assert [name for name, content in words.items() if b"python" in content.lower()] == []
    for name, content in parts(data).items():
        if name.endswith(".png"):
            assert set(Image.open(io.BytesIO(content)).info) == {"dpi"}


@pytest.mark.parametrize(
    ("suffix", "write"), [(".docx", word.write), (".xlsx", excel.write), (".html", web.write)]
)
def test_the_figures_of_the_report_come_back_past_its_pictures(library, illustrated, tmp_path, suffix, write):
    # given
    path = tmp_path / f"report{suffix}"
    path.write_bytes(write(illustrated))
    _, report = filled(library, "national-2021", 2022)

    # when
    found = read(path, library)

    # then
    assert found.values == report.values
    assert [one.text for one in found.section("signature").paragraphs] == [
        "清溪县柳河镇人民政府",
        "2023年1月9日",
    ]


def test_the_pictures_look_as_before(illustrated, golden):
    # given
    whole = frozenset({"p", "tcPr", "tblPr", "trPr", "rPr", "pPr", "sectPr", "font"})
    paragraphs = part(word.write(illustrated), "word/document.xml").iter("{*}p")
    drawn = [one for one in paragraphs if "drawing" in {etree.QName(child).localname for child in one.iter()}]

    # then
    golden("chart/word.xml", "\n".join(line for one in drawn for line in pretty(one, whole)))
    golden(
        "chart/page.svg", "\n".join(re.findall(r"<svg.*?</svg>", web.write(illustrated).decode(), re.DOTALL))
    )
    golden("chart/pdf.txt", pdf_pages.described(pdf.render(illustrated, bundled_fonts_only=True).pdf))
