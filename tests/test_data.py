"""The data of the toolkit: every entry is what its own examples say."""

import functools
from collections import Counter
from collections.abc import Iterator

import pytest

from ranking.inputs.data_root import data_root
from ranking.inputs.kinds import read_kinds
from ranking.inputs.lexicons import read_lexicons
from ranking.inputs.rules import read_rules
from ranking.model.call import Scale
from ranking.model.document import Kind
from ranking.model.evidence import LADDER, Assertion
from ranking.model.kinds import Kinds
from ranking.model.lexicon import Concept, Lexicon, Lexicons
from ranking.model.rules import AssertionRule, GradeScale, Rules
from ranking.pipeline import read_knowledge
from ranking.tagging.assertion import AssertionJudge
from ranking.tagging.courses.scales import detect_scale, grade_value
from ranking.tagging.matcher import concept_matcher

DATA = data_root()
CALLS = sorted(path.stem for path in (DATA / "calls").glob("*.toml"))
LEXICON_FILES = sorted(path.stem for path in (DATA / "lexicons").glob("*.toml"))
FEWEST_CONCEPTS = 25


@functools.cache
def lexicons() -> Lexicons:
    return read_lexicons(DATA / "lexicons")


@functools.cache
def rules() -> Rules:
    return read_rules(DATA)


@functools.cache
def kinds() -> Kinds:
    return read_kinds(DATA)


def lexicon(name: str) -> Lexicon:
    found = lexicons().get(name)
    assert found
    return found


def found_in(sentence: str, name: str) -> set[str]:
    """Return the concepts of a lexicon that a sentence holds."""
    hits = concept_matcher(lexicons()).find(sentence)
    return {hit.concept.id for hit in hits if hit.lexicon == name}


def test_there_are_calls_and_lexicons() -> None:
    assert CALLS
    assert len(LEXICON_FILES) >= 10


@pytest.mark.parametrize("name", LEXICON_FILES)
def test_every_example_of_a_lexicon_matches(name: str) -> None:
    concepts = lexicon(name).concepts
    assert concepts
    for concept in concepts:
        assert concept.examples, concept.id
        for example in concept.examples:
            assert concept.id in found_in(example, name), (concept.id, example)


@pytest.mark.parametrize("name", LEXICON_FILES)
def test_no_counter_example_of_a_lexicon_matches(name: str) -> None:
    pairs = [(c.id, example) for c in lexicon(name).concepts for example in c.counter_examples]
    assert pairs
    for concept, example in pairs:
        assert concept not in found_in(example, name), (concept, example)


@pytest.mark.parametrize("name", LEXICON_FILES)
def test_ids_phrases_and_conditions_of_a_lexicon_make_sense(name: str) -> None:
    concepts = lexicon(name).concepts
    assert max(Counter(concept.id for concept in concepts).values()) == 1
    for concept in concepts:
        assert concept.title, concept.id
        assert list(_twice(concept)) == [], concept.id
        assert set(concept.near).isdisjoint(concept.unless), concept.id


def _twice(concept: Concept) -> Iterator[str]:
    for language, phrases in concept.phrases.items():
        counts = Counter(phrases)
        yield from (f"{language}: {phrase}" for phrase, count in counts.items() if count > 1)


@pytest.mark.parametrize("name", CALLS)
def test_every_call_loads(name: str) -> None:
    call = read_knowledge(name, DATA).call
    assert call.id == name
    assert call.areas
    assert call.requirements


@pytest.mark.parametrize("name", CALLS)
def test_areas_of_a_call_have_large_lexicons(name: str) -> None:
    areas = read_knowledge(name, DATA).call.areas
    assert len(areas) == 6
    sizes = {area.id: len(lexicon(area.lexicon).concepts) for area in areas}
    assert all(size >= FEWEST_CONCEPTS for size in sizes.values()), sizes


@pytest.mark.parametrize("name", CALLS)
def test_every_lexicon_of_achievements_has_levels_with_points(name: str) -> None:
    call = read_knowledge(name, DATA).call
    used = [c.lexicon for c in call.criteria if c.scale is Scale.ACHIEVEMENTS]
    assert used
    levels = {concept.level for one in used for concept in lexicon(one).concepts}
    assert levels == set(call.scoring.achievements)


def judged(marked: str) -> Assertion:
    """Return what is claimed about the concept between < and >."""
    assert marked.count("<") == marked.count(">") == 1
    start, end = marked.index("<"), marked.index(">") - 1
    text = marked.replace("<", "").replace(">", "")
    return AssertionJudge(rules().assertion).judge(text, start, end).assertion


def test_assertion_rules_have_examples() -> None:
    assert len(rules().assertion.rule) >= 5
    assert all(rule.examples for rule in rules().assertion.rule)
    assert {rule.assertion for rule in rules().assertion.rule} == {
        Assertion.NEGATED,
        Assertion.FAILED,
        Assertion.OTHER_PERSON,
        Assertion.HYPOTHETICAL,
    }


@pytest.mark.parametrize("rule", rules().assertion.rule, ids=lambda rule: rule.id)
def test_examples_of_an_assertion_rule_are_judged_right(rule: AssertionRule) -> None:
    for example in rule.examples:
        assert judged(example) is rule.assertion, example
    for example in rule.counter_examples:
        assert judged(example) is not rule.assertion, example


@pytest.mark.parametrize("rule", rules().assertion.rule, ids=lambda rule: rule.id)
def test_no_cue_stands_twice_in_a_rule(rule: AssertionRule) -> None:
    assert [cue for cue, count in Counter(rule.cues).items() if count > 1] == []


def test_level_rules_claim_levels_of_the_ladder() -> None:
    assert rules().level.rule
    assert {rule.level for rule in rules().level.rule} <= set(LADDER)
    assert max(Counter(rule.id for rule in rules().level.rule).values()) == 1


def test_every_kind_but_other_has_clues() -> None:
    named = [clues.kind for clues in kinds().kinds]
    assert sorted(named) == sorted(set(Kind) - {Kind.OTHER})
    assert all(clues.phrase or clues.heading or clues.name for clues in kinds().kinds)


def best(scale: GradeScale) -> str:
    """Return the best grade of a scale."""
    if scale.best is not None:
        return f"{scale.best:g}"
    return max(scale.grades, key=lambda grade: scale.grades[grade])


@pytest.mark.parametrize("scale", rules().grades.scale, ids=lambda scale: scale.id)
def test_best_grade_of_a_scale_is_one_and_no_grade_is_more(scale: GradeScale) -> None:
    assert grade_value(best(scale), scale) == 1.0
    values = [grade_value(grade, scale) for grade in scale.grades]
    assert all(value is not None and value <= 1.0 for value in values)


@pytest.mark.parametrize("scale", rules().grades.scale, ids=lambda scale: scale.id)
def test_worst_pass_of_a_scale_passes(scale: GradeScale) -> None:
    if scale.worst_pass is not None:
        assert grade_value(f"{scale.worst_pass:g}", scale) == pytest.approx(0.4)
    passing = [value for value in scale.grades.values() if value >= 0]
    assert passing or scale.best is not None
    assert all(grade_value(grade, scale) is None for grade in scale.without_value)


@pytest.mark.parametrize("scale", rules().grades.scale, ids=lambda scale: scale.id)
def test_clues_of_a_scale_tell_it(scale: GradeScale) -> None:
    assert scale.clues
    found = detect_scale("; ".join(scale.clues), rules().grades)
    assert found
    assert found.id == scale.id
