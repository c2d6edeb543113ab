from ranking.tagging.passages import Passage
from ranking.tagging.tools import Tools
from ranking.tagging.work_uses import Use, enough

DIRECT = "The Sylow subgroups of the comb are cyclic."
CITED = "The Sylow subgroups of the comb are cyclic [3]."
DENIED = "We make no use of Sylow subgroups."
WISHED = "I would like to find the Sylow subgroups."
DONE = "The Sylow subgroups were computed with a program."


def noted(tools: Tools, *texts: str) -> Use:
    """Return the use of passages of the body, a page each."""
    use = Use()
    for page, text in enumerate(texts, start=1):
        passage = Passage(text, page, "body", page, 0, text)
        hits = tools.of_areas(tools.matcher.find(text))["group_theory"]
        use.note("body", (passage, hits), tools)
    return use


def test_passages_go_where_their_claim_belongs(tools: Tools) -> None:
    use = noted(tools, DIRECT, DENIED, WISHED)
    assert [passage.text for passage, _ in use.zones["body"]] == [DIRECT]
    assert [passage.text for passage, _ in use.wishes] == [WISHED]
    assert [passage.text for passage, *_ in use.others] == [DENIED]


def test_pages_are_counted_with_or_without_those_that_cite(tools: Tools) -> None:
    use = noted(tools, DIRECT, CITED, DIRECT)
    assert (use.pages(cited=True), use.pages(cited=False)) == (3, 2)
    assert use.holds("body")
    assert not use.holds("abstract")


def test_what_was_done_for_the_work(tools: Tools) -> None:
    assert [p.text for p in noted(tools, DIRECT, DONE).done(tools)] == [DONE]


def test_one_direct_concept_is_enough_and_two_related_ones(tools: Tools) -> None:
    related = [
        tools.of_areas(tools.matcher.find(text))["group_theory"][0]
        for text in ("We recall Noether's theorem.", "Young tableaux are drawn.")
    ]
    assert not any(hit.is_direct for hit in related)
    assert not enough(related[:1])
    assert enough(related)
    assert enough(tools.of_areas(tools.matcher.find(DIRECT))["group_theory"])
