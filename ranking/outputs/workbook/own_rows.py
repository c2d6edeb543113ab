"""The committee's own passages row by row, as the formulas of their sheet understand them.

Why beside ``ranking.review.own``: that places finished rows, this also says what is missing in
unfinished ones. Tests hold the two together.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ranking.model.call import Scale
from ranking.model.input_tables import NEW_ROW, OWN, Value
from ranking.model.points import passage_points
from ranking.outputs.workbook.lists import Choice, FileRow, choices, file_rows
from ranking.outputs.workbook.plan import FIRST, Plan
from ranking.outputs.workbook.rules import level_number, proof_number
from ranking.outputs.workbook.tables import OWN_EVIDENCE

BLANK_ROWS = 100
"""Rows that are offered for new passages."""

OWN_ACCOUNT = proof_number("account")
"""The proof that words of no known file are."""

COMPLETE = "complete: it counts"
LACKS = "still missing: "
NO_CANDIDATE = "the id of a candidate; "
NO_CRITERION = "a criterion or topic of the list; "
NO_LEVEL = "a level that fits the criterion; "
NO_QUOTE = "the quote; "


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRow:
    """A row of Own evidence.

    Attributes:
        id: Its id.
        fields: What was typed into it.
        candidate: Place of the candidate in the plan from 1, 0 for none.
        name: Name of the candidate.
        choice: Place of what was typed as a criterion among the choices from 1, 0 for none.
        level: Place of the level on the criterion's scale from 1, 0 for none.
        group: Number of the proof or of the group of topics.
        points: Its points, 0 while it is not complete.
        block: Row of its candidate and criterion on Breakdown, 0 while it is not complete.
        missing: What is missing, in words; "" for a blank row.
    """

    id: str
    fields: Mapping[str, Value]
    candidate: int
    name: str
    choice: int
    level: int
    group: int
    points: float
    block: int
    missing: str


def own_names(plan: Plan) -> dict[str, str]:
    """Return the absolute reference of every name of a column that formulas use."""
    last = FIRST + len(plan.result.review.rows(OWN.name)) + BLANK_ROWS - 1
    keys = {"own_block": "block", "own_level": "level_place", "own_group": "group"}
    keys |= {"own_points": "points", "own_ids": "id"}
    return {name: OWN_EVIDENCE.span(key, FIRST, last) for name, key in keys.items()}


def own_rows(plan: Plan) -> tuple[OwnRow, ...]:
    """Return the committee's passages, and blank rows for new ones."""
    review = plan.result.review
    lists = _Lists(plan)
    filled = [lists.row(row, review.of(OWN.name, row)) for row in review.rows(OWN.name)]
    blank = [lists.row(f"{NEW_ROW}{n:03}", {}) for n in range(1, BLANK_ROWS + 1)]
    return (*filled, *blank)


class _Lists:
    """What the rows are looked up in."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._candidates = {e.candidate.casefold(): n for n, e in enumerate(plan.entries, start=1)}
        self._choices = choices(plan)
        self._names = {_folded(c.name): n for n, c in enumerate(self._choices, start=1)}
        self._files = file_rows(plan)

    def row(self, row_id: str, fields: Mapping[str, Value]) -> OwnRow:
        candidate = self._candidates.get(_text(fields, "candidate").casefold(), 0)
        number = self._names.get(_folded(_text(fields, "criterion")), 0)
        choice = self._choices[number - 1] if number else None
        level = self._level(choice, _text(fields, "level"))
        missing = "".join(_missing(candidate, number, level, fields))
        complete = bool(fields) and not missing
        block = FIRST + (candidate - 1) * len(self._plan.criteria) if complete else 0
        return OwnRow(
            id=row_id,
            fields=fields,
            candidate=candidate,
            name=self._plan.entries[candidate - 1].name if candidate else "",
            choice=number,
            level=level,
            group=self._group(choice, fields),
            points=self._points(choice, _text(fields, "level")) if complete else 0.0,
            block=block + choice.criterion - 1 if block and choice else 0,
            missing=(COMPLETE if complete else f"{LACKS}{missing[:-2]}") if fields else "",
        )

    def _level(self, choice: Choice | None, level: str) -> int:
        if not choice:
            return 0
        return level_number(self._plan.call, self._plan.criteria[choice.criterion - 1], level)

    def _points(self, choice: Choice | None, level: str) -> float:
        if not choice:
            return 0.0
        call = self._plan.call
        concept = call.topics[choice.topic - 1].id if choice.topic else ""
        return passage_points(call, self._plan.criteria[choice.criterion - 1], concept, level)

    def _group(self, choice: Choice | None, fields: Mapping[str, Value]) -> int:
        """Return the group of topics, or the proof: words of no known file are an own account."""
        if not choice:
            return 0
        scale = self._plan.criteria[choice.criterion - 1].scale
        if scale is not Scale.AREA:
            return choice.group
        document = self._document(fields)
        return document.proof if document else OWN_ACCOUNT

    def _document(self, fields: Mapping[str, Value]) -> FileRow | None:
        file, candidate = _text(fields, "file").casefold(), _text(fields, "candidate").casefold()
        page = int(fields.get("page") or 1)
        for row in self._files:
            named = file in {name.casefold() for name in row.names}
            inside = row.first_page <= page <= row.last_page
            if file and named and inside and row.candidate.casefold() == candidate:
                return row
        return None


def _missing(candidate: int, choice: int, level: int, fields: Mapping[str, Value]) -> Iterator[str]:
    """Yield what a row lacks, as the formula puts it together."""
    if not candidate:
        yield NO_CANDIDATE
    if not choice:
        yield NO_CRITERION
    if not level:
        yield NO_LEVEL
    if "quote" not in fields:
        yield NO_QUOTE


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _text(fields: Mapping[str, Value], name: str) -> str:
    value = fields.get(name, "")
    return value if isinstance(value, str) else f"{value:g}"
