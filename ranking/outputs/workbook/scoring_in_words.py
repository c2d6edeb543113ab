"""How scores come about, in plain words, with the numbers of the call so that they stay true."""

from ranking.model.call import Call, Scale, TopicRank
from ranking.outputs.workbook.context import plural


def points_in_words(call: Call) -> tuple[str, ...]:
    """Say what a passage earns: in an area, for an interest, for an achievement, for a grade."""
    return (*_areas(call), _interests(call), *_others(call))


def _areas(call: Call) -> tuple[str, ...]:
    scoring = call.scoring
    areas = ", ".join(criterion.title for criterion in call.areas)
    levels = ", ".join(f"{level} {points:g}" for level, points in scoring.levels.items())
    return (
        f"Areas ({areas}): each passage has a level, each level has points; the best counts.",
        f"The levels and their points: {levels}. Weights says what they mean.",
        (
            f"Each further independent proof of an area adds {scoring.proof_bonus:g}, at most "
            f"{scoring.proof_bonus_max} times: a transcript, a thesis, an article, a certificate, "
            "and the candidate's own account (CV and letter together) are proofs, from coursework "
            "on. Saying a thing often earns nothing."
        ),
    )


def _interests(call: Call) -> str:
    scoring = call.scoring
    titles = {rank: ", ".join(t.title for t in call.topics if t.rank is rank) for rank in TopicRank}
    topics = "; ".join(
        f"{r} {points:g} ({titles[r]})" for r, points in scoring.stated_points.items()
    )
    return (
        "Research interests: topics of the project that are named as the candidate's own interest "
        f"earn {topics}, together at most {scoring.stated_cap:g}; topics of one group count once. "
        f"The best own work on a topic earns {scoring.shown_share:.0%} of the points of its "
        "level, less for topics further from the core, at most "
        f"{scoring.cap - scoring.stated_cap:g}. Sentences copied from the advert count nothing."
    )


def _others(call: Call) -> tuple[str, ...]:
    scoring = call.scoring
    achievements = ", ".join(f"{name} {points:g}" for name, points in scoring.achievements.items())
    return (
        (
            f"Problem solving has levels of its own: {achievements}. The best counts, and each "
            f"further different achievement adds {scoring.achievement_bonus:g}, at most "
            f"{scoring.achievement_bonus_max} times."
        ),
        (
            "Course grades: the mean of passed relevant courses, weighted by credits, on the "
            f"transcript's own scale, mapped to 0 to {scoring.cap:g}."
        ),
    )


def totals_in_words(call: Call) -> tuple[str, ...]:
    """Say how scores become a total: weights with their reasons, and what counts of the areas."""
    scoring = call.scoring
    weights = "; ".join(f"{c.title} {c.weight:g} ({c.reason.rstrip('.')})" for c in call.criteria)
    others = [c.title for c in call.criteria if c.scale is not Scale.AREA]
    return (
        f"A score is 0 to {scoring.cap:g}. Weights and their reasons: {weights}.",
        (
            f"Of the {len(call.areas)} areas only the best {scoring.areas_counted}, after "
            "weighing, count: the call asks for some of them, so a specialist is not punished "
            f"for the others. To them are added {', '.join(others)}."
        ),
        (
            "The total, 0 to 100, is the sum of weight times score, as a share of the most that "
            "the same weights could earn. Equal totals share a place. Breakdown shows every step."
        ),
    )


def unknown_in_words(call: Call) -> tuple[str, ...]:
    """Say what becomes of what is not known."""
    return (
        (
            "Unknown is not zero. Where documents could not be read, or the scale of the grades is "
            "not known, a criterion has no value and is shown as ?. It leaves the total, with its "
            "weight, until somebody finds out; an unknown area is only not among the best ones. "
            "Where everything was read and nothing found, the score is 0."
        ),
        (
            "Low is the total with every unknown at its worst, could be with every unknown at its "
            "best: each unread document holds the most that its kind can hold."
        ),
        (
            f"The shortlist has {plural(call.scoring.shortlist, 'place')}. Whoever could be on it "
            "or off it, depending on what is unknown, is marked undecided: read those files by "
            "hand."
        ),
    )


def shown_in_words(call: Call) -> tuple[str, ...]:
    """Say which passages are shown, since only these count."""
    return (
        (
            "A long thesis says the same thing a hundred times. So Evidence shows the strongest "
            f"passages of a candidate and criterion: {call.scoring.passages_shown}, and more only "
            "where each is another proof, achievement, topic or level. What is shown counts, and "
            "so does what you add on Own evidence; the rest counts nothing, and Breakdown says how "
            "much that is. All of it is in tables/evidence.jsonl, beside this workbook."
        ),
        (
            "Which passages are shown is settled before your decisions are applied, and a passage "
            "that you decided about stays: to reject one does not make another one appear."
        ),
    )
