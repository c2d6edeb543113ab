"""How the workbook numbers levels and groups, and what a passage counts as after a decision.

The points themselves come from the model, and the scores from ``ranking.scoring``: only what the
formulas need besides stands here.
"""

from ranking.model.call import Call, Criterion, Scale
from ranking.model.evidence import LADDER, PROOFS, Evidence, Level
from ranking.model.input_tables import EVIDENCE, passage_table
from ranking.model.points import scale_levels

REJECTED = "rejected"
"""What a rejected passage counts as."""

SUBSTANTIAL = LADDER.index(Level.COURSEWORK) + 1
"""Place on the ladder (from 1) from which a passage is a proof."""

STATED = LADDER.index(Level.INTEREST) + 1
"""Place on the ladder of a stated interest."""

PROOF_NAMES: tuple[str, ...] = tuple(dict.fromkeys(PROOFS.values()))
"""The independent proofs; their places, from 1, are their numbers in formulas."""


def ladder_name(criterion: Criterion) -> str:
    """Return how formulas name the levels of a criterion: with ``_names`` or ``_points``."""
    return "achievement" if criterion.scale is Scale.ACHIEVEMENTS else "level"


def counts_as(evidence: Evidence) -> str:
    """Return what a passage counts as now: its level, or a word for none."""
    if evidence.counted:
        return evidence.level
    return REJECTED if passage_table(evidence) is EVIDENCE else ""


def level_number(call: Call, criterion: Criterion, level: str) -> int:
    """Return the place of a level on its scale from 1, 0 if the scale does not know it."""
    levels = scale_levels(call, criterion)
    return levels.index(level) + 1 if level in levels else 0


def proof_number(proof: str) -> int:
    """Return the number of an independent proof, 0 for none."""
    return PROOF_NAMES.index(proof) + 1 if proof else 0


def topic_groups(call: Call) -> dict[str, int]:
    """Return the number, from 1, of the group of every topic: a group earns points once."""
    numbers: dict[str, int] = {}
    return {topic.id: numbers.setdefault(topic.group, len(numbers) + 1) for topic in call.topics}


def group_numbers(
    call: Call, criterion: Criterion, passages: tuple[Evidence, ...]
) -> tuple[int, ...]:
    """Return the number of what each passage counts once for, 0 for nothing.

    That is its proof, its group of topics, or its achievement among those of the candidate.
    """
    if criterion.scale is Scale.AREA:
        return tuple(proof_number(passage.proof) for passage in passages)
    if criterion.scale is Scale.INTERESTS:
        groups = topic_groups(call)
        return tuple(groups.get(passage.concept, 0) for passage in passages)
    numbers: dict[str, int] = {}
    return tuple(numbers.setdefault(e.concept, len(numbers) + 1) for e in passages)


def decidable(call: Call, criterion: Criterion, evidence: Evidence) -> bool:
    """Whether a decision about a passage can change what it earns."""
    if criterion.scale is Scale.INTERESTS:
        return evidence.concept in {topic.id for topic in call.topics}
    return criterion.scale is not Scale.GRADES
