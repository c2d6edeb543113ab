"""Which passage, criterion and candidate stands on which row: known before a cell is written."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ranking.model.assessment import Assessment, Score
from ranking.model.call import Call, Criterion, Scale
from ranking.model.evidence import Evidence
from ranking.model.problem import Problem, Severity
from ranking.model.result import Place, Result
from ranking.outputs.workbook import rules

FIRST = 5
"""First row of data on the sheets Evidence, Working, Breakdown and Candidates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The passages of one candidate for one criterion.

    Attributes:
        candidate: Id of the candidate.
        criterion: The criterion.
        score: Its score as computed, for what formulas cannot know.
        passages: Counted evidence, best first.
        groups: Of each passage, the number (from 1) of what it counts once for; 0 for none.
        first: Row of the first passage on Evidence and Working.
        row: Row on Breakdown.
    """

    candidate: str
    criterion: Criterion
    score: Score
    passages: tuple[Evidence, ...]
    groups: tuple[int, ...]
    first: int
    row: int

    @property
    def last(self) -> int:
        """Row of the last passage."""
        return self.first + len(self.passages) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One candidate: name, place, and their blocks, areas first."""

    assessment: Assessment
    place: Place
    blocks: tuple[Block, ...]
    problems: int
    row: int

    @property
    def candidate(self) -> str:
        """Id of the candidate."""
        return self.assessment.candidate

    @property
    def name(self) -> str:
        """Name of the candidate."""
        return self.assessment.dossier.application.person.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything the sheets show, in the order of their rows.

    Attributes:
        result: The result that is shown.
        criteria: The criteria, areas first.
        entries: One a candidate.
        problems: All problems, each once.
        last_passage: Last row of Evidence and Working (the first row of data if there is none).
        last_candidate: Last row of Candidates (likewise).
    """

    result: Result
    criteria: tuple[Criterion, ...]
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    last_passage: int
    last_candidate: int

    @property
    def call(self) -> Call:
        """The call."""
        return self.result.call

    @property
    def blocks(self) -> Iterator[Block]:
        """All blocks in the order of Breakdown."""
        return (block for entry in self.entries for block in entry.blocks)

    @property
    def names(self) -> dict[str, str]:
        """Names by candidate id."""
        return {entry.candidate: entry.name for entry in self.entries}


def make_plan(result: Result) -> Plan:
    """Place everything that a result holds."""
    others = tuple(c for c in result.call.criteria if c.scale is not Scale.AREA)
    criteria = result.call.areas + others
    problems = _all_problems(result)
    entries = tuple(_entries(result, criteria, problems))
    passages = sum(len(block.passages) for entry in entries for block in entry.blocks)
    return Plan(
        result=result,
        criteria=criteria,
        entries=entries,
        problems=problems,
        last_passage=FIRST + max(0, passages - 1),
        last_candidate=FIRST + max(0, len(entries) - 1),
    )


def _entries(
    result: Result, criteria: tuple[Criterion, ...], problems: tuple[Problem, ...]
) -> Iterator[Entry]:
    places = {place.candidate: place for place in result.places}
    grave = Counter(p.candidate for p in problems if p.severity is not Severity.INFO)
    first, row = FIRST, FIRST
    for number, assessment in enumerate(result.assessments):
        blocks = tuple(_blocks(assessment, result.call, criteria, (first, row)))
        first, row = first + sum(len(b.passages) for b in blocks), row + len(blocks)
        yield Entry(
            assessment=assessment,
            place=places[assessment.candidate],
            blocks=blocks,
            problems=grave[assessment.candidate],
            row=FIRST + number,
        )


def _blocks(
    assessment: Assessment, call: Call, criteria: tuple[Criterion, ...], start: tuple[int, int]
) -> Iterator[Block]:
    counted: dict[str, list[Evidence]] = defaultdict(list)
    for evidence in assessment.dossier.evidence:
        if evidence.counted:
            counted[evidence.criterion].append(evidence)
    first, row = start
    for criterion in criteria:
        passages = _best_first(call, criterion, counted[criterion.id])
        yield Block(
            candidate=assessment.candidate,
            criterion=criterion,
            score=assessment.score(criterion.id),
            passages=passages,
            groups=_numbered([rules.group(call, criterion, e) for e in passages]),
            first=first,
            row=row,
        )
        first, row = first + len(passages), row + 1


def _best_first(call: Call, criterion: Criterion, passages: list[Evidence]) -> tuple[Evidence, ...]:
    def place(evidence: Evidence) -> tuple[float, str]:
        return -rules.points(call, criterion, evidence, evidence.level), evidence.id

    return tuple(sorted(passages, key=place))


def _numbered(names: list[str]) -> tuple[int, ...]:
    numbers: dict[str, int] = {}
    return tuple(numbers.setdefault(name, len(numbers) + 1) if name else 0 for name in names)


def _all_problems(result: Result) -> tuple[Problem, ...]:
    """Return the problems of the run and of every application, each once."""
    found = dict.fromkeys(result.problems)
    for assessment in result.assessments:
        for problem in assessment.dossier.problems:
            found[replace(problem, candidate=assessment.candidate)] = None
    return tuple(found)
