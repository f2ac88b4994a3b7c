"""What a cell shows under its number format."""

import pytest

from core.importers.sheets import shown


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (3.0, "General", "3"),
        (3.0, "", "3"),
        (0.1 + 0.2, "General", "0.3"),
        (1234, "#,##0", "1234"),
        (1234.5, "#,##0.00", "1234.5"),
        (5, "0.00", "5"),
        (0.25, "0%", "25%"),
        (-3, "#,##0_);(#,##0)", "-3"),
        (-3, "0;[Red]0", "-3"),
        (3, '0"件"', "3"),
        (3, 'G/通用格式"件"', "3"),
        (3, '0.0"万元"', "3万元"),
        (3, '"约"0', "约3"),
        (3, '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', "¥3"),
        (3, "[$€-2] #,##0", "€3"),
        (0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "0"),
        (7, "000", "007"),
        (-7, "000", "-007"),
        (1.5, "# ?/?", "1.5"),
        (12, "0.0E+0", "12"),
        (3, "[>=10]0.0;0", "3"),
        (3, "@", "3"),
        (1e30, "General", "1E+30"),
        (45306, 'yyyy"年"m"月"d"日"', "2024年1月15日"),
        (45306, shown.BUILT_IN[14], "2024/1/15"),
        (45306, shown.BUILT_IN[57], "2024年1月"),
        (45306, "d-mmm-yy", "15-1月-24"),
        (45306.5, "[$-804]yyyy-mm-dd hh:mm:ss;@", "2024-01-15 12:00:00"),
        (45306, "yyyy年m月d日 aaaa", "2024年1月15日 星期一"),
        (45306, "ddd", "周一"),
        (0.75, "h:mm AM/PM", "6:00 下午"),
        (1, "yyyy-m-d", "1900-1-1"),
        (0.25, "h\\:mm", "6:00"),
    ],
)
def test_a_number_is_read_as_it_is_shown(value, code, text):
    # when
    found = shown.number(value, code)

    # then
    assert found == shown.Shown(text)


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [(3.4, "0", "3.4"), (0.2533, "0%", "25.33%"), (2.345, "#,##0.0", "2.345")],
)
def test_a_fraction_that_the_format_hides_is_kept_and_told(value, code, text):
    # when
    found = shown.number(value, code)

    # then
    assert found.text == text
    assert found.happened == shown.ROUNDED
    assert found.doubt


@pytest.mark.parametrize("code", ["0;-0;;@", ";;;"])
def test_a_zero_that_is_not_shown_is_a_zero_and_told(code):
    assert shown.number(0, code) == shown.Shown("0", happened=shown.HIDDEN_ZERO)


@pytest.mark.parametrize(
    ("value", "code"),
    [(12345, '0!.0,"万"'), (12345, "0,"), (3, ";;;"), (-5, "yyyy-m-d"), (1e9, "yyyy-m-d"), (0.5, "[h]:mm")],
)
def test_a_number_that_the_format_distorts_stands_in_full_and_in_doubt(value, code):
    # when
    found = shown.number(value, code)

    # then
    assert found.text == shown.plain(value)
    assert found.doubt


def test_a_workbook_of_the_old_macintosh_counts_days_from_1904():
    assert shown.number(43844, "yyyy-m-d", from_1904=True).text == "2024-1-15"


def test_words_that_are_not_shown_are_in_doubt():
    assert shown.text("作废", ";;;").doubt
    assert shown.text("有效", "@") == shown.Shown("有效")
