"""Research interests and problem solving: are the applicants' own found, and nobody else's?"""

from collections.abc import Sequence

from ranking.evaluation.figures import Figure, Section
from ranking.evaluation.matching import Match
from ranking.evaluation.measures import Tally

PROBLEM_SOLVING = "problem_solving"


def interests(matches: Sequence[Match]) -> Section:
    """Compare the topics that applicants name as their own interest."""
    hits = false = missed = 0
    remarks = []
    for match in matches:
        if match.applicant.research_interests is None:
            continue
        want, got = match.applicant.research_interests.own, match.found.topics
        hits += len(want & got)
        false += len(got - want)
        missed += len(want - got)
        remarks += [f"{match.applicant.id}: {one} is none of theirs" for one in sorted(got - want)]
        remarks += [f"{match.applicant.id}: {one} is missed" for one in sorted(want - got)]
    tally = Tally(hits, false, missed)
    return Section(
        "Research interests",
        (
            Figure("interest_precision", "precision", tally.precision),
            Figure("interest_recall", "recall", tally.recall),
            Figure("interest_f1", "F1", tally.f1),
        ),
        tuple(remarks),
    )


def problem_solving(matches: Sequence[Match]) -> Section:
    """Count the readers' items, those with evidence on their page, and evidence elsewhere.

    Two applicants whose files the run gave to one candidate share the places of their items.
    """
    judged = [match for match in matches if match.applicant.problem_solving is not None]
    cases = [(match, item) for match in judged for item in match.applicant.problem_solving or ()]
    places = {(match.found.candidate, *item.key) for match, item in cases}
    rows = [(match.found.candidate, *key) for match in judged for key in _rows(match)]
    missed = [(match, item) for match, item in cases if item.key not in _rows(match)]
    elsewhere = sum(row not in places for row in rows)
    return Section(
        "Problem solving",
        (
            Figure("problem_solving_items", "items", len(cases)),
            Figure("problem_solving_found", "items found on their page", len(cases) - len(missed)),
            Figure("problem_solving_rows_elsewhere", "evidence on other pages", elsewhere),
        ),
        tuple(
            f"{match.applicant.id}: not found: {item.quote!r}, {item.file} p.{item.page}"
            for match, item in missed
        ),
    )


def _rows(match: Match) -> list[tuple[str, int]]:
    """Return where the run sees evidence of problem solving."""
    return [one.key for one in match.found.passages if one.criterion == PROBLEM_SOLVING]
