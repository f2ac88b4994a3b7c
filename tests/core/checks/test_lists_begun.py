"""Where "（一）" comes a second time in a section: a list that was pasted behind another, or one of its own."""

import pytest

from tests.core.checks.examples import findings_of, small

PROBLEMS = ("（一）公开内容不够全面。", "（二）队伍建设有待加强。")
MEASURES = ("（一）加强学习。", "（二）强化保障。")
PASTED = ("（一）政策宣传。", "（二）网上公开。")
BODIES = (
    "（一）主动公开情况",
    "全年在网站公开信息120条。",
    "（二）依申请公开情况",
    "全年收到申请3件，均已按期答复。",
)


def alarms(library, *lines: str) -> list[str]:
    """Return what the rule says of first numbers."""
    checker, report = small(library, "national-2021", 2024, *lines)
    found = [one for one in findings_of(checker, report, "P11") if one.found == "1"]
    return [one.message for one in found if "编号" in one.message]


@pytest.mark.parametrize(
    "words",
    [
        "针对以上问题，我镇将采取措施认真整改。",
        "针对上述不足，采取有效措施加以整改。",
        "今后，我镇将进一步加强政府信息公开工作。",
        "2025年，我镇将做好政府信息公开工作。",
        "为解决上述问题，我镇将持续发力。",
        "对此，我们将认真改进。",
        "在新的一年里，我镇将继续努力，不断提升公开水平。",
        "下一阶段工作重点。",
        "整改举措。",
        "整改落实情况",
        "明年工作",
        "工作展望",
        "2025年重点工作",
        "对策建议",
        "意见建议",
        "（改进措施）",
        "二是改进情况。",
        "我镇召开专题会议，逐条研究。会议明确了任务分工。",
        "同时，公开工作也存在差距。",
        "坚持问题导向，狠抓落实。",
        "街道党工委高度重视，制定了方案。方案经会议通过。",
        "在县政务公开办的指导下，各项工作有了起色。",
        "问题就说到这里，再说怎么改。",
        "培训了全体人员。",
        "1.整改措施",
    ],
)
def test_a_list_under_words_of_its_own_begins_with_the_first_number(library, words):
    assert alarms(library, "存在的主要问题是：", *PROBLEMS, words, *MEASURES) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("存在问题", "（一）更新慢。", "改进措施", "（一）勤更新。"),
        ("存在问题", "（一）更新慢。", "整改举措。", "（一）勤更新。"),
        ("主要问题：", "（一）更新慢。", "为解决上述问题，我镇将持续发力。", "（一）勤更新。"),
        ("（一）更新慢。（二）解读少。", "我镇召开会议研究。", "（一）勤更新。（二）多解读。"),
        (PROBLEMS[0], "（二）队伍建设有待加强。针对以上问题，我镇将认真整改。", *MEASURES),
        (PROBLEMS[0], "（二）队伍建设有待加强。下一步措施：", *MEASURES),
        (PROBLEMS[0], "（二）队伍建设有待加强。面对这些问题，要迎难而上。", *MEASURES),
        (PROBLEMS[0], "（二）队伍建设有待加强。现将整改情况说明一下。", *MEASURES),
        (PROBLEMS[0], "（二）队伍建设有待加强。街道将逐项整改。", *MEASURES),
        ("（一）更新慢", "个别村半年没有更新。", "（二）解读少", "我们要立行立改，把工作做实。", *MEASURES),
        ("（一）更新慢。", "个别村半年没有更新。", "（二）解读少。", "我镇开会研究，明确了分工。", *MEASURES),
        (PROBLEMS[0], "（二）队伍建设有待加强。镇里将逐一破解。", *MEASURES),
        (PROBLEMS[0], "（二）队伍建设有待加强。改进的办法有两条。", *MEASURES),
        ("（一）更新慢", "个别村半年没有更新。", "（二）解读少", "另外，还做了几件实事。", *MEASURES),
        (*BODIES, "下一步，我镇将做好以下工作。", *MEASURES),
        (*BODIES, "我镇认真总结，查找差距。", *MEASURES),
        ("（一）更新慢", "个别村半年没有更新。", "（二）解读少", "针对以上问题，我镇将认真整改。", *MEASURES),
        ("（一）更新慢", "（二）解读少", "我镇专题研究，逐条整改。", *MEASURES),
        ("（一）更新慢", "个别村半年没有更新。", "（二）解读少", "解读只有文字。", "改进情况", *MEASURES),
        ("一是公开及时。", "（一）目录。", "（二）培训。", "二是回应及时。", "（一）留言。", "（二）来电。"),
        ("一、存在问题", *PROBLEMS, "二、改进措施", *MEASURES),
        (*PROBLEMS, "1.人手紧；", "2.经费少。", "今后，我镇将从以下方面改进。", *MEASURES),
        (*PROBLEMS, "1.人手紧；", "2.经费少。针对以上不足，我镇将认真改进。", *MEASURES),
    ],
)
def test_a_second_list_in_other_shapes_begins_with_the_first_number(library, lines):
    assert alarms(library, *lines) == []


@pytest.mark.parametrize(
    "lines",
    [
        (*PROBLEMS, "针对以上问题，我镇将认真整改。（一）加强学习。", "（二）强化保障。"),
        (*PROBLEMS, "改进措施：（一）加强学习。", "（二）强化保障。", "（三）勤检查。"),
        ("存在问题：（一）公开不够。", "（二）队伍弱。", "改进措施：（一）加强学习。", "（二）强化保障。"),
        ("一年来，我镇做了三件事。1.公开；", "2.培训；", "3.检查。"),
        (PROBLEMS[0], "（二）队伍建设有待加强。改进措施：（一）加强学习。", "（二）强化保障。"),
        ("1.甲。", "分两步：1.子；2.丑。", "2.乙。"),
        ("（一）更新慢", "半年没有更新。", "（二）解读少", "请各位批评指正。", *MEASURES),
    ],
)
def test_a_list_that_begins_within_other_words_goes_on_below_them(library, lines):
    checker, report = small(library, "national-2021", 2024, *lines)

    assert [one.message for one in findings_of(checker, report, "P11")] == []


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        (("改进措施：（一）加强学习。", "（三）强化保障。"), "（三）"),
        (("改进措施：（一）加强学习。", "（二）强化保障。", "（二）勤检查。"), "（二）"),
        (("改进措施：（二）加强学习。", "（三）强化保障。"), "（三）"),
        (("分两步：1.子；2.丑。", "（一）甲。", "3.乙。"), "3."),
        (("《条例》第二十条规定，应当公开下列信息：（一）子；（二）丑。", "（三）强化保障。"), "（三）"),
    ],
)
def test_a_list_that_does_not_go_on_below_the_words_it_began_in_is_told(library, lines, wrong):
    checker, report = small(library, "national-2021", 2024, *lines)

    assert [one.where[0].quote for one in findings_of(checker, report, "P11")] == [wrong]


@pytest.mark.parametrize(
    "lines",
    [
        (*PROBLEMS, *PASTED),
        (*PROBLEMS, "（三）宣传。", "（四）考核。", "（五）培训。", *PASTED),
        ("全镇公开工作平稳，情况如下：", *PROBLEMS, *PASTED),
        ("（一）目录", "（二）培训", *PASTED),
        ("（一）目录；", "（二）培训；", "（三）检查。", "（一）政策宣传；", "（二）网上公开。"),
        ("(一)目录。", "(二)培训。", "(一)政策宣传。"),
        (*PROBLEMS, "（一）政策宣传"),
        ("（一）目录。1.核对；2.公布。", "（二）培训。", *PASTED),
        ("（一）目录。", "（二）培训。", "1.集中学；", "2.跟班学。", *PASTED),
        ("（一）目录。", "（二）培训。", "（1）集中学；", "（2）跟班学。", *PASTED),
        ("（一）目录。", "1.核对；", "2.公布。", "（二）培训。", *PASTED),
        ("（一）主动公开。全年公开120条。", "（二）平台建设。改版专栏。", "（一）政策宣传。张贴公告。", "（二）网上公开。"),
        ("（一）主动公开。全年公开120条。下一步更好。", "（二）平台建设。改版专栏，群众满意。", *PASTED),
        (*PROBLEMS, "（一）政策宣传", "张贴公告12次。", "（二）网上公开", "发布信息30条。"),
        (*BODIES, *PASTED),
        (*BODIES, "（一）政策宣传", "张贴公告12次。", "（二）网上公开", "发布信息30条。"),
        (*BODIES, "（三）平台建设", "专栏改版，按季巡查。", *PASTED),
        (*BODIES, "（三）监督保障", "公开工作列入考核，评议良好，没有责任追究。", *PASTED),
        (*BODIES, "（三）监督保障", "对发现的问题及时督促，将公开列入考核。社会评议良好。", *PASTED),
        (
            "（一）目录", "目录共120条。", "村务也列入。", "（二）培训", "办了两期。", "参加40人次。",
            "（三）检查", "每季度查一次。", "结果都通报了。", *PASTED,
        ),
        ("（一）目录", "目录共120条。", "村务也列入。", "（二）培训", "办了两期，参加40人次。", *PASTED),
        ("（一）目录。", "1.核对", "逐条核对。", "2.公布", "按时公布。", *PASTED),
        ("（一）目录。", "（二）培训。", "（一）政策宣传。", "（二）培训。", "（三）检查。"),
        ("（一）目录。", "（二）培训。", "（一）政策宣传。", "（三）检查。"),
        ("一、做法", *PROBLEMS, *PASTED),
        ("（一）目录。", "（一）培训。", "（二）检查。"),
        ("（一）主动公开情况", "全年公开120条。", "（一）平台建设情况", "专栏改版。"),
        ("（一）目录。", "逐条核对，按时公布，群众看得懂、用得上。", "（一）培训。"),
    ],
)  # fmt: skip
def test_a_list_put_behind_another_is_said(library, lines):
    (said,) = alarms(library, *lines)

    assert "又从头数起，前一个是" in said or "和前面重复，前一个是" in said


@pytest.mark.parametrize(
    "lines",
    [
        (*PROBLEMS, "正文一段，写得完整，说的是培训。", *PASTED),
        (*PROBLEMS, "政务要闻", *PASTED),
        ("（一）目录。重新编了一遍。", "目录共120条。", "（二）培训。办了两期。", "参加40人次。", *PASTED),
        (*BODIES, "（三）监督保障", "公开列入考核。今后将继续评议。", *PASTED),
        (*BODIES, "（三）监督保障", "公开列入考核。", "评议良好。", *PASTED),
        (PROBLEMS[0], "（二）队伍建设有待加强。今后将加强培训。", *PASTED),
    ],
)
def test_what_may_as_well_be_a_list_of_its_own_is_not_said(library, lines):
    assert alarms(library, *lines) == []
