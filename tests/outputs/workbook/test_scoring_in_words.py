"""What Method says of scores follows the call."""

from dataclasses import replace

from ranking.model.call import Call
from ranking.outputs.workbook.scoring_in_words import (
    points_in_words,
    shown_in_words,
    totals_in_words,
    unknown_in_words,
)


def test_points_are_those_of_the_call(call: Call) -> None:
    scoring = replace(
        call.scoring, levels={"mention": 0.5, "thesis": 4.5}, proof_bonus=0.75, stated_cap=2.5
    )
    text = " ".join(points_in_words(replace(call, scoring=scoring)))
    assert "The levels and their points: mention 0.5, thesis 4.5." in text
    assert "each further independent proof of an area adds 0.75" in text.casefold()
    assert "together at most 2.5" in text
    assert all(area.title in text for area in call.areas)
    assert all(topic.title in text for topic in call.topics)
    assert all(level in text for level in call.scoring.achievements)


def test_totals_give_every_weight_its_reason(call: Call) -> None:
    text = " ".join(totals_in_words(call))
    assert len(call.criteria) == 9
    for criterion in call.criteria:
        reason = criterion.reason.rstrip(".")
        assert f"{criterion.title} {criterion.weight:g} ({reason})" in text


def test_shortlist_and_passages_are_counted(call: Call) -> None:
    scoring = replace(call.scoring, shortlist=1, passages_shown=17)
    other = replace(call, scoring=scoring)
    assert "The shortlist has 1 place." in " ".join(unknown_in_words(other))
    assert "criterion: 17, and more only" in " ".join(shown_in_words(other))
