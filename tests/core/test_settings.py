"""The clerk's options: kept from start to start, and never in the way."""

import pytest

from core import paths, settings
from core.settings import FILE_NAME, Settings


def test_options_come_back_as_they_were_stored():
    # given
    options = Settings(theme="dark", office="清溪县柳河镇人民政府", export_formats=["xlsx"], left_shown=False)

    # when
    settings.save(options)

    # then
    assert settings.load() == options


@pytest.mark.parametrize("stored", [None, "", "{", "[]", "7", '"words"', "[" * 100_000])
def test_a_missing_or_spoilt_file_is_as_if_nothing_was_set(stored):
    # given
    path = paths.home() / FILE_NAME
    if stored is not None:
        path.write_text(stored, encoding="utf-8")

    # then
    assert settings.load() == Settings()


def test_only_the_values_that_do_not_fit_fall_back():
    # given
    text = (
        '{"theme": 5, "office": "柳河镇", "export_formats": ["pdf", 1], "left_shown": 0, "unheard_of": true}'
    )
    (paths.home() / FILE_NAME).write_text(text, encoding="utf-8")

    # then
    assert settings.load() == Settings(office="柳河镇")


def test_a_number_out_of_its_bounds_falls_back():
    # given
    text = '{"scale": 900, "page_scale": 150, "due_month": 0, "due_day": true, "section_limit": -1}'
    (paths.home() / FILE_NAME).write_text(text, encoding="utf-8")

    # then
    assert settings.load() == Settings(page_scale=150)


def test_a_number_at_its_bound_is_kept():
    # given
    options = Settings(scale=200, due_month=12, due_day=1, section_limit=0, offices=["甲镇", "乙镇"])

    # when
    settings.save(options)

    # then
    assert settings.load() == options
