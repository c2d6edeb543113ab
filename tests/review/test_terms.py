"""What a call lets the committee say."""

from dataclasses import fields

from ranking.model.call import Call, Scale, Scoring
from ranking.model.input_limits import RULE_LIMITS
from ranking.model.input_tables import INPUT_TABLES, Content
from ranking.model.points import scale_levels
from ranking.review.terms import Terms, defaults_of, terms_of
from ranking.review.values import understood


def test_every_field_of_words_has_its_words(terms: Terms) -> None:
    words = {
        (table.name, name)
        for table in INPUT_TABLES.values()
        for name, content in table.contents.items()
        if content is Content.WORD
    }
    assert words | {("weights", "value")} == set(terms.words)


def test_every_number_of_the_scoring_may_be_changed(call: Call) -> None:
    of_the_profile = {"passages_shown"}  # chosen before anything is decided
    single = {field.name for field in fields(Scoring) if field.type in {int, float}}
    assert single - of_the_profile == set(RULE_LIMITS)
    whole = {field.name for field in fields(Scoring) if field.type is int} - of_the_profile
    assert whole == {name for name, limits in RULE_LIMITS.items() if limits.whole}
    rows = set(defaults_of(call))
    assert {f"level/{level}" for level in call.scoring.levels} < rows
    assert {f"topic/{topic.id}" for topic in call.topics} < rows
    assert len(rows) == 9 + 9 + 6 + 7 + 3 + 10


def test_the_calls_own_weights_are_understood(terms: Terms) -> None:
    assert all(understood(cell, value, terms) == value for cell, value in terms.defaults.items())


def test_words_of_decisions_are_the_levels_of_all_scales(call: Call) -> None:
    levels = {c.scale: scale_levels(call, c) for c in call.criteria}
    known = terms_of(call).words["evidence", "decision"]
    assert known == {*levels[Scale.AREA], *levels[Scale.ACHIEVEMENTS], "accept", "reject"}
