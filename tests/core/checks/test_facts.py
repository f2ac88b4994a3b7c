"""Figures in sentences: what they are of, and which are not this year's or not the office's."""

import pytest

from core.checks.reading import facts

YEAR = 2017


def told(text: str) -> list[tuple[str, int]]:
    """Return topics and exact numbers of a text."""
    found = facts.facts(text, YEAR, facts.topics())
    return [("+".join(fact.topics), fact.figure.low) for fact in found if fact.figure.is_exact]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年共主动公开政府信息1,234条。", [("published", 1234)]),
        ("主动公开政府信息１２３条。", [("published", 123)]),
        ("主动公开三十二件政府信息。", [("published", 32)]),
        ("加强网站建设，主动公开政府信息64条。", [("published", 64)]),
        ("通过网站、微信等渠道主动公开政府信息92条。", [("published", 92)]),
        ("在政务网上公开信息61条，其中规划类6条，另在微信公众号推送信息31条。", [("website", 61), ("wechat", 31)]),
        ("在县政府网站专栏主动公开信息20条。", [("website", 20)]),
        ("发布信息97条，其中政府网站62条、微信公众号35条。", [("website", 62), ("wechat", 35)]),
        ("利用公开栏公开信息18条。", [("other_channels", 18)]),
        ("通过微博和微信公开信息30条。", [("weibo+wechat", 30)]),
        ("共培训信息员23人。", [("trainees", 23)]),
        ("召开政务公开工作会议3次。", [("meetings", 3)]),
        ("召开两次信息公开专题会。", [("meetings", 2)]),
        ("配备6名同志从事信息公开工作。", [("staff", 6)]),
        ("设立信息公开查阅点一个。", [("access_points", 1)]),
        ("共收到政府信息公开申请5件，上年结转1件。", [("received", 5), ("carried_in", 1)]),
        ("收到3件政府信息公开申请。", [("received", 3)]),
        ("全年未收到政府信息公开申请。", [("received", 0)]),
        ("收到申请0件。", [("received", 0)]),
        ("没有依申请公开信息。", [("received", 0)]),
        ("没有发生行政复议和行政诉讼。", [("reviews", 0), ("suits", 0)]),
        ("对收到的6件申请逐件登记。", [("received", 6)]),
        ("微信公众号推送72期、218条。", [("wechat", 218)]),
        ("微信公众号推送政策解读、办事指南等信息58条。", [("wechat", 58)]),
        ("网站方面，全年上网公开信息330条。", [("website", 330)]),
        ("专题研究政务公开工作2次，召开政务公开工作会议1次，合计召开会议3次。", [("meetings", 2), ("meetings", 1), ("meetings", 3)]),
        ("办理各类行政复议案件9件，其中涉及政府信息公开的行政复议2件。", [("reviews", 2)]),
        ("全镇政府信息公开工作扎实推进，召开专题会议2次，效果较好。", [("meetings", 2)]),
        ("2017年，我镇共召开会议2次，举办培训班1次。", [("meetings", 2), ("courses", 1)]),
        ("我镇重视政务公开，召开会议3次，研究公开中的难点问题。", [("meetings", 3)]),
        ("累计公开政府信息410条，其中本年度主动公开政府信息145条。", [("published", 145)]),
        ("收到低保申请126件、政府信息公开申请5件。", [("received", 5)]),
    ],
)  # fmt: skip
def test_a_sentence_states_its_figures(text: str, expected: list[tuple[str, int]]):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2016年主动公开政府信息60条。",
        "明年计划召开政务公开工作会议5次。",
        "与去年相比，主动公开信息增加12条。",
        "全县主动公开政府信息3000条。",
        "公开重点领域信息27条。",
        "各站所向查阅点报送材料14件。",
        "第3次会议研究公开工作。",
        "组织参加县里的培训班2期。",
        "未收到信函申请。",
        "收到各类补贴申请120件。",
        "在政府信息公开平台主动公开信息29条。",
        "第一季度主动公开政府信息20条。",
        "其中工作动态类40条。",
        "公开信息1.25万条。",
        "在网站公开财政信息20条。",
        "更新网站栏目12条。",
        "柳河镇办发〔2017〕12号文件。",
        # meetings that no words tell to be of this work: a report speaks of those of all others, too
        "召开会议2次。",
        "我镇重视政府信息公开工作。全年召开会议12次。",  # every report speaks of it in the sentence before
        "全年召开专题会议5次，研究部署森林防火。",
        "主动公开信息按时更新，召开会议3次，走访农户。",
        "将政府信息公开列入议事日程，召开党委会12次。",
        "推进政府信息公开，全年召开会议12次，研究部署森林防火。",
        "政府信息公开工作与安全生产同部署，召开会议10次。",
        "围绕秸秆禁烧召开会议5次，举办宣讲活动。",
    ],
)
def test_other_times_other_offices_and_other_subjects_are_no_facts(text: str):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("在网站发布信息一百余条。", 101, 199),
        ("在网站发布信息230余条。", 231, 239),
        ("在网站发布信息近200条。", 180, 220),
    ],
)
def test_vague_words_give_a_span(text: str, low: int, high: int):
    (fact,) = facts.facts(text, YEAR, facts.topics())

    assert not fact.figure.is_exact
    assert (fact.figure.low, fact.figure.high) == (low, high)


def test_the_span_of_a_fact_is_its_words():
    text = "2017年，我镇主动公开信息64条；利用公开栏公开信息18条。"

    found = [text[fact.start : fact.end] for fact in facts.facts(text, YEAR, facts.topics())]

    assert found == ["主动公开信息64条", "利用公开栏公开信息18条"]
