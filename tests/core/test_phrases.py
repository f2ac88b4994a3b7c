"""Standard sentences: those of every form, their places filled in, and the clerk's own."""

from collections import Counter

import pytest

from core import checks, phrases
from core.paths import home
from core.report import Paragraph, Section, blank
from core.template import built_in, installed
from tests.samples import IDS

OFFICE = "清溪县柳河镇人民政府"
LEFT_OPEN = "没有一个数字"  # said of a section that needs more than the one sentence
OWN = """
extends = "national-2021"
id = "qingxi-2021"
name = "清溪县格式"
"""


def report_of(library, form):
    template = library.get(form)
    return template, blank(template, template.last_year or 2024, OFFICE)


@pytest.fixture
def own_folder():
    folder = home() / "templates" / "qingxi"
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text(OWN, "utf-8")
    return folder


@pytest.mark.parametrize("form", IDS)
def test_every_section_of_every_form_has_five_to_ten_phrases(library, form):
    # when
    template = library.get(form)
    found = phrases.read(template, *library.folders_of(form))

    # then
    counted = Counter(phrase.section for phrase in found.phrases)
    assert found.problems == ()
    assert set(counted) == {section.id for section in template.sections}
    assert {name: count for name, count in counted.items() if not 5 <= count <= 10} == {}
    assert phrases.load(template) == phrases.for_template(library, form) == found.phrases


def test_places_are_filled_in_from_the_report(library):
    # given
    template, report = report_of(library, "national-2021")
    report.values["disclosure.permits.decided"] = "12"
    by_id = {phrase.id: phrase for phrase in phrases.load(template)}

    # then
    assert phrases.fill(by_id["no_information_fee"], report) == "2024年，柳河镇没有收取政府信息处理费。"
    assert phrases.fill(by_id["permits_figures"], report) == "本年作出行政许可决定12件。"


def test_a_figure_of_a_sentence_is_linked_to_its_cell_and_a_blank_one_is_not(library):
    # given
    template, report = report_of(library, "national-2021")
    report.values |= {"disclosure.permits.decided": " 1,205 ", "disclosure.penalties.decided": "若干"}
    text = "{year}年许可{disclosure.permits.decided}件，处罚{disclosure.penalties.decided}件，强制{disclosure.coercions.decided}件。"
    phrase = phrases.load(template)[0].model_copy(update={"text": text})

    # when
    made = phrases.sentence(phrase, report)

    # then
    assert made.text == "2024年许可1,205件，处罚若干件，强制××件。"
    assert [(made.text[one.start : one.end], one.cell) for one in made.links] == [
        ("1,205", "disclosure.permits.decided")
    ]
    assert phrases.fill(phrase, report) == made.text


def test_a_report_without_an_office_speaks_of_the_organ_itself(library):
    # given
    template = library.get("national-2021")
    report = blank(template, 2024, "")
    phrase = next(one for one in phrases.load(template) if one.id == "no_information_fee")

    # then
    assert phrases.fill(phrase, report).startswith("2024年，本机关没有")


@pytest.mark.parametrize("form", IDS)
def test_the_checks_take_every_phrase_on_a_zero_report_and_ask_for_figures_left_open(library, form):
    # given
    template, report = report_of(library, form)
    report.values = {cell.id: "0" for cell in template.cells.values() if not cell.group}
    checker = checks.for_template(library, form)

    # when
    for phrase in phrases.for_template(library, form):
        text = phrases.fill(phrase, report)
        tried = report.model_copy(deep=True)
        section = tried.section(phrase.section)
        if section is None:
            section = Section(id=phrase.section)
            tried.sections.insert(-1, section)
        section.paragraphs.append(Paragraph(text=text))
        errors = [
            one for one in checker.run(tried) if one.severity == "error" and LEFT_OPEN not in one.message
        ]

        # then
        if phrases.BLANK in text:
            assert {one.rule for one in errors} & {"X16", "Y06"}, phrase.id
        else:
            assert [one.message for one in errors] == [], phrase.id


def test_an_office_brings_its_own_phrases_and_words_those_of_the_form_otherwise(own_folder):
    # given
    (own_folder / "phrases.toml").write_text(
        """
        [[phrase]]
        id = "nothing_else"
        section = "other"
        title = "没有其他事项"
        text = "没有其他事项需要报告。"

        [[phrase]]
        id = "boards"
        section = "overview"
        title = "公开栏"
        text = "{short}的公开栏比{last_year}年多了两处。"
        """,
        "utf-8",
    )

    # when
    library = installed()
    found = {phrase.id: phrase for phrase in phrases.for_template(library, "qingxi-2021")}

    # then
    assert found["nothing_else"].text == "没有其他事项需要报告。"
    assert "no_applications" in found
    report = blank(library.get("qingxi-2021"), 2024, OFFICE)
    assert phrases.fill(found["boards"], report) == "柳河镇的公开栏比2023年多了两处。"
    assert checks.problems(library) == ()


ENTRY = '[[phrase]]\nid = "own"\nsection = "other"\ntitle = "题"\ntext = "{text}"\n'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[phrase]]\nid = ", "读不了"),
        ('phrases = "多"\n', "没有这样的项，请检查拼写"),
        ('phrase = "多"\n', "应当写成 [[phrase]]"),
        ('include = "national"\n', "应当是列表"),
        ('include = ["nowhere"]\n', "读不了"),
        ("deep = " + "[" * 2000, "读不了"),
        ("phrase = [1]\n", "第 1 条"),
        ('[[phrase]]\nid = "own"\nsection = "other"\ntext = "话。"\n', "缺少这一项"),
        (ENTRY.replace("other", "elsewhere"), "没有编号为 elsewhere 的部分"),
        (ENTRY.replace("{text}", "{unit}"), "花括号里的 unit 不能用"),
        (ENTRY + "replaces = '('\n", "replaces 的正则表达式写错了"),
        (ENTRY.replace("{text}", "一。") + ENTRY.replace("{text}", "二。"), "编号重复"),
    ],
)
def test_a_broken_file_is_named_and_the_phrases_of_the_form_stay(own_folder, text, why):
    # given
    (own_folder / "phrases.toml").write_text(text, "utf-8")

    # when
    library = installed()
    found = phrases.for_template(library, "qingxi-2021")

    # then
    (problem,) = checks.problems(library)
    assert "phrases.toml" in problem or "nowhere.toml" in problem
    assert why in problem
    assert {one.id for one in phrases.for_template(built_in(), "national-2021")} <= {one.id for one in found}
