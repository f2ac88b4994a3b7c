"""What the words of a finding offer as a way out is one."""

from tests.core.checks.examples import small, write


def test_another_place_named_with_what_it_has_to_do_with_the_office_is_no_fault(library):
    # given
    checker, report = small(library, "national-2021", 2023, "2023年，青山镇认真公开政府信息。")
    (found,) = [one for one in checker.run(report) if one.rule == "Y04"]
    assert found.severity == "error"
    assert "写明和它的关系，如“赴某镇学习”" in found.basis

    # when
    write(report, "overview", "2023年，我镇赴青山镇学习政府信息公开。")

    # then
    assert [one for one in checker.run(report) if one.rule == "Y04"] == []
