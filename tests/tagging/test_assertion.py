import pytest

from ranking.model.evidence import Assertion
from ranking.model.rules import AssertionRule, AssertionRules, Scope
from ranking.tagging.assertion import AFFIRMED, AssertionJudge, Claim
from ranking.tagging.tools import Tools

AFFIRM, WISH, DENY = Assertion.AFFIRMED, Assertion.HYPOTHETICAL, Assertion.NEGATED
OTHER, FAIL = Assertion.OTHER_PERSON, Assertion.FAILED


def judge(judge_: AssertionJudge, marked: str) -> Claim:
    """Return what a text claims about the concept between < and >."""
    start, end = marked.index("<"), marked.index(">") - 1
    return judge_.judge(marked.replace("<", "").replace(">", ""), start, end)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("I implemented <normalizing flows> in Julia.", AFFIRM),
        ("<Spectral sequences> took me a whole summer.", AFFIRM),
        ("I have never used <normalizing flows>.", DENY),
        ("<Normalizing flows> are new to me.", DENY),
        ("I have no experience in <gauge theory>, only in optics.", DENY),
        ("I would like to understand <gauge theory>.", WISH),
        ("<Gauge theory> is what I want to learn.", WISH),
        ("<Gauge theory> (7.5 credits, ongoing)", WISH),
        ("My supervisor works on <gauge theory>.", OTHER),
        ("My cousin wrote about <gauge theory>.", OTHER),
        ("I withdrew from <gauge theory> after a month.", FAIL),
        ("<Gauge theory>: not completed", FAIL),
    ],
)
def test_cues_reach_the_concept_of_their_clause(
    tools: Tools, marked: str, expected: Assertion
) -> None:
    assert judge(tools.assertions, marked).assertion is expected


@pytest.mark.parametrize(
    "marked",
    [
        "I have never used Fortran, but I programmed <lattice gauge theory> in C.",
        "I would like to learn category theory; <gauge theory> I know from my thesis.",
        "Although optics is new to me, I know <gauge theory> well.",
        "<Gauge theory> was hard, whereas optics is new to me.",
    ],
)
def test_clause_ends_where_a_terminator_stands(tools: Tools, marked: str) -> None:
    assert judge(tools.assertions, marked) == AFFIRMED


def test_claim_names_rule_and_cue(tools: Tools) -> None:
    claim = judge(tools.assertions, "I would LOVE to learn <gauge theory>.")
    assert claim == Claim(WISH, "wish-forward", "would LOVE")


def test_first_rule_that_applies_wins() -> None:
    def rule(name: str, assertion: Assertion, scope: Scope, cue: str) -> AssertionRule:
        return AssertionRule(id=name, assertion=assertion, scope=scope, cues=(cue,), examples=())

    rules = AssertionRules(
        terminators=("but",),
        rule=(
            rule("back", DENY, Scope.BACKWARD, "not me"),
            rule("all", FAIL, Scope.SENTENCE, "lost"),
            rule("on", WISH, Scope.FORWARD, "may"),
        ),
    )
    small = AssertionJudge(rules)
    assert judge(small, "may be <chess>, lost, not me").rule == "back"
    assert judge(small, "may be <chess> but lost, not me").rule == "all"
    assert judge(small, "may be <chess>").rule == "on"
    assert judge(small, "may be but <chess>") == AFFIRMED
    assert judge(small, "not me, <chess>") == AFFIRMED


def test_who_asks_claims_nothing(tools: Tools) -> None:
    question = "Why lattice sums?"
    assert tools.assertions.judge(question, 4, 16).assertion is Assertion.HYPOTHETICAL
    assert tools.assertions.judge("Lattice sums.", 0, 12).assertion is Assertion.AFFIRMED


@pytest.mark.parametrize(
    ("text", "in_work", "expected"),
    [
        ("I have not built bees.", False, Assertion.NEGATED),
        ("I have not built bees.", True, Assertion.AFFIRMED),
        ("We make no use of bees.", True, Assertion.NEGATED),
        ("I have not in all the long years of my life and of my studies seen bees.", False, None),
        ("Department of bees, Leeds", False, Assertion.OTHER_PERSON),
        ("Department of Physics in the old town of Leeds, with bees", False, None),
    ],
)
def test_some_cues_have_a_reach_and_some_are_not_for_works(
    tools: Tools,
    text: str,
    in_work: bool,  # noqa: FBT001
    expected: Assertion | None,
) -> None:
    start = text.index("bees")
    claim = tools.assertions.judge(text, start, start + 4, in_work=in_work)
    assert claim.assertion is (expected or Assertion.AFFIRMED)
