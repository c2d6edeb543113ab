"""Where every number of the sheet Weights stands, and the names under which formulas know it."""

from dataclasses import dataclass

from ranking.model.call import Scoring, TopicRank
from ranking.model.evidence import LADDER
from ranking.model.input_limits import RULE_LIMITS, Limits
from ranking.outputs.workbook.lists import list_names
from ranking.outputs.workbook.own_rows import own_names
from ranking.outputs.workbook.plan import FIRST, Plan

SHEET = "Weights"
GAP = 3
"""Rows between two tables: an empty one, a heading, a header."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A single number of the scoring; ``name`` is its field there and its name in formulas."""

    name: str
    title: str
    help: str

    @property
    def limits(self) -> Limits:
        """The numbers that it may be."""
        return RULE_LIMITS[self.name]

    def value(self, scoring: Scoring) -> float:
        """Return the number."""
        number: float = getattr(scoring, self.name)
        return number


RULES: tuple[Rule, ...] = (
    Rule("cap", "Most points of a criterion", "No score is higher than this."),
    Rule(
        "areas_counted",
        "Areas that count",
        "Only so many of the weighted area scores count, the best ones.",
    ),
    Rule(
        "proof_bonus",
        "Bonus for a further proof",
        "Added to an area's score for each further independent proof.",
    ),
    Rule(
        "proof_bonus_max",
        "Further proofs that count",
        "Proofs beyond these earn no bonus.",
    ),
    Rule(
        "achievement_bonus",
        "Bonus for a further achievement",
        "Added to problem solving for each further, different achievement.",
    ),
    Rule(
        "achievement_bonus_max",
        "Further achievements that count",
        "Achievements beyond these earn no bonus.",
    ),
    Rule(
        "stated_cap",
        "Most points of stated interests",
        "The rest of the research interests is earned by own work.",
    ),
    Rule(
        "shown_share",
        "Share of own work on a topic",
        "So much of a level's points counts for own work on a core topic.",
    ),
    Rule(
        "shortlist",
        "Places on the shortlist",
        "Marks who is undecided; it moves nobody.",
    ),
)
"""The single numbers of the scoring, in the order of the sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightsLayout:
    """First rows of the tables on Weights, and what stands in them."""

    criteria: int
    rules: int
    levels: int
    achievements: int
    stated: int
    topics: int

    def weight(self, criterion_number: int) -> str:
        """Return the cell of the weight of a criterion (from 0, in the order of the plan)."""
        return f"{SHEET}!$B${self.criteria + criterion_number}"


def make_layout(plan: Plan) -> WeightsLayout:
    """Place the tables below each other."""
    call = plan.call
    rules_at = FIRST + len(plan.criteria) + 2 + GAP
    levels_at = rules_at + len(RULES) + GAP
    achievements_at = levels_at + len(LADDER) + GAP
    stated_at = achievements_at + len(call.scoring.achievements) + GAP
    return WeightsLayout(
        criteria=FIRST,
        rules=rules_at,
        levels=levels_at,
        achievements=achievements_at,
        stated=stated_at,
        topics=stated_at + len(TopicRank) + GAP,
    )


def defined_names(plan: Plan, layout: WeightsLayout) -> dict[str, str]:
    """Return the absolute reference of every name that formulas use."""
    call = plan.call
    totals = layout.criteria + len(plan.criteria)
    names = {rule.name: _cell(layout.rules + i) for i, rule in enumerate(RULES)}
    names["area_weight"] = _cell(totals)
    names["other_weight"] = _cell(totals + 1)
    names["core_points"] = _cell(layout.stated + list(TopicRank).index(TopicRank.CORE))
    tables = {
        "level": (layout.levels, len(LADDER)),
        "achievement": (layout.achievements, len(call.scoring.achievements)),
        "stated": (layout.stated, len(TopicRank)),
        "topic": (layout.topics, len(call.topics)),
    }
    for name, (first, count) in tables.items():
        if count:
            names[f"{name}_names"] = f"{SHEET}!$A${first}:$A${first + count - 1}"
            names[f"{name}_points"] = f"{SHEET}!$B${first}:$B${first + count - 1}"
    return names | list_names(plan) | own_names(plan)


def _cell(row: int) -> str:
    return f"{SHEET}!$B${row}"
