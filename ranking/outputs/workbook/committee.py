"""What the committee types about candidates: the columns of Decisions and Reviews, and their sums.

Why here: Candidates and Ranking show them by formula, and the two sheets show candidates.
"""

from ranking.model.input_tables import CANDIDATE_DECISIONS, NEW_ROW
from ranking.model.input_tables import DECISIONS as DECISION_INPUTS
from ranking.model.input_tables import REVIEWS as REVIEW_INPUTS
from ranking.outputs.workbook.columns import ID, NAME
from ranking.outputs.workbook.plan import FIRST, Plan
from ranking.outputs.workbook.table import Column, Table

BLANK_REVIEWS = 60
MOST = 10
"""The best score that a member can give."""

_DECISION = DECISION_INPUTS.headers[0].fields
DECISIONS = Table(
    "Decisions",
    (
        ID,
        NAME,
        Column("place", "Place", 8, "integer", "By total; equal totals share a place."),
        Column("total", "Total", 8, "total", "0 to 100, of what is known."),
        Column("formal", "Formal", 11, "center", "The worst verdict of the gates."),
        Column("mean", "Committee", 11, "score", "The mean of the members' scores on Reviews."),
        Column(
            "decision",
            _DECISION["decision"],
            13,
            "input",
            f"Yours: {', '.join(CANDIDATE_DECISIONS)}. It is shown on Ranking and moves nobody.",
        ),
        Column("reason", _DECISION["reason"], 58, "input", "Yours: why, in words for the file."),
        Column("who", _DECISION["who"], 18, "input", "Yours: who decided."),
        Column(
            "conflict",
            _DECISION["conflict"],
            34,
            "input",
            "Yours: whose, and which: a common article, family, a former student, ...",
        ),
    ),
)

_REVIEW = REVIEW_INPUTS.headers[0].fields
REVIEWS = Table(
    "Reviews",
    (
        Column("id", REVIEW_INPUTS.id, 13, "muted", "A new row gets a lasting id when read."),
        Column("candidate", _REVIEW["candidate"], 11, "input", "Yours: the id, such as C001."),
        Column("name", "Name", 22, "text", "Follows the id."),
        Column("member", _REVIEW["member"], 20, "input", "Yours: your name or initials."),
        Column(
            "score",
            _REVIEW["score"],
            9,
            "input_number",
            f"Yours: 0 to {MOST}. The mean of a candidate's rows is shown on Ranking; it moves "
            "nobody.",
        ),
        Column("comment", _REVIEW["comment"], 100, "input", "Yours: what you think, and why."),
    ),
)


def decision_span(key: str, plan: Plan) -> str:
    """Return the rows of a column of Decisions for formulas on other sheets."""
    return DECISIONS.span(key, FIRST, plan.last_candidate)


def decision_of(plan: Plan, candidate: str) -> str:
    """Return what was decided about a candidate, "" for nothing."""
    return plan.result.review.text(DECISION_INPUTS.name, candidate, "decision")


def review_rows(plan: Plan) -> tuple[str, ...]:
    """Return the ids of all rows of Reviews: the reviews so far, then blank rows."""
    blank = (f"{NEW_ROW}{number:03}" for number in range(1, BLANK_REVIEWS + 1))
    return (*plan.result.review.rows(REVIEW_INPUTS.name), *blank)


def review_span(key: str, plan: Plan) -> str:
    """Return the rows of a column of Reviews for formulas on other sheets."""
    return REVIEWS.span(key, FIRST, FIRST + len(review_rows(plan)) - 1)


def mean_score(plan: Plan, candidate: str) -> float | None:
    """Return the mean of the scores that members gave a candidate, None without any."""
    review = plan.result.review
    scores = [
        score
        for row in review.rows(REVIEW_INPUTS.name)
        if review.text(REVIEW_INPUTS.name, row, "candidate").casefold() == candidate.casefold()
        and not isinstance(score := review.value((REVIEW_INPUTS.name, row, "score")), str)
    ]
    return sum(scores) / len(scores) if scores else None
