"""Which passage, criterion and candidate stands on which row: known before a cell is written."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ranking.model.assessment import Assessment, Score
from ranking.model.call import Call, Criterion, Scale
from ranking.model.evidence import Evidence, Interest
from ranking.model.input_tables import EVIDENCE, passage_table
from ranking.model.points import passage_points
from ranking.model.problem import Problem, Severity
from ranking.model.result import Place, Result
from ranking.outputs.workbook import rules

FIRST = 5
"""First row of data on all sheets but Ranking and Weights."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The next free rows while the sheets are planned."""

    evidence: int = FIRST
    left_out: int = FIRST
    working: int = FIRST
    breakdown: int = FIRST


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The passages of one candidate for one criterion.

    Attributes:
        candidate: Id of the candidate.
        criterion: The criterion.
        score: Its score after the committee's decisions.
        passages: What stands on Evidence, the strongest as found first.
        left_out: What stands on Not counted; the committee may switch it on.
        own: What the committee added, as it stands on Own evidence.
        groups: Of each passage, also of those left out, the number of what it counts once for.
        hidden: How many further passages count as found and are not shown.
        start: First rows on Evidence, Not counted and Working, and the row on Breakdown.
    """

    candidate: str
    criterion: Criterion
    score: Score
    passages: tuple[Evidence, ...]
    left_out: tuple[Evidence, ...]
    own: tuple[Evidence, ...]
    groups: tuple[int, ...]
    hidden: int
    start: Start

    @property
    def first(self) -> int:
        """Row of the first passage on Evidence."""
        return self.start.evidence

    @property
    def last(self) -> int:
        """Row of the last passage on Evidence."""
        return self.first + len(self.passages) - 1

    @property
    def row(self) -> int:
        """Row on Breakdown."""
        return self.start.breakdown

    @property
    def working(self) -> tuple[Evidence, ...]:
        """The passages on Working: all that may earn points."""
        return () if self.criterion.scale is Scale.GRADES else (*self.passages, *self.left_out)

    @property
    def end(self) -> Start:
        """The rows after the block."""
        return Start(
            evidence=self.start.evidence + len(self.passages),
            left_out=self.start.left_out + len(self.left_out),
            working=self.start.working + len(self.working),
            breakdown=self.start.breakdown + 1,
        )


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

    @property
    def interests(self) -> tuple[Interest, ...]:
        """Interests that stand on Not counted below the passages; they have no id."""
        return self.assessment.dossier.interests_left_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything the sheets show, in the order of their rows.

    Attributes:
        result: The result that is shown.
        criteria: The criteria, areas first.
        entries: One a candidate.
        problems: All problems, each once.
        end: The rows after the last ones.
    """

    result: Result
    criteria: tuple[Criterion, ...]
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    end: Start

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

    @property
    def last_passage(self) -> int:
        """Last row of Evidence, the first row of data if there is none."""
        return max(FIRST, self.end.evidence - 1)

    @property
    def last_left_out(self) -> int:
        """Last row of Not counted, the first row of data if there is none."""
        return max(FIRST, self.end.left_out - 1)

    @property
    def last_block(self) -> int:
        """Last row of Breakdown, the first row of data if there is none."""
        return max(FIRST, self.end.breakdown - 1)

    @property
    def last_candidate(self) -> int:
        """Last row of Candidates, the first row of data if there is none."""
        return FIRST + max(0, len(self.entries) - 1)


def make_plan(result: Result) -> Plan:
    """Place everything that a result holds."""
    others = tuple(c for c in result.call.criteria if c.scale is not Scale.AREA)
    criteria = result.call.areas + others
    problems = _all_problems(result)
    entries = tuple(_entries(result, criteria, problems))
    return Plan(
        result=result,
        criteria=criteria,
        entries=entries,
        problems=problems,
        end=_after(entries[-1]) if entries else Start(),
    )


def _entries(
    result: Result, criteria: tuple[Criterion, ...], problems: tuple[Problem, ...]
) -> Iterator[Entry]:
    places = {place.candidate: place for place in result.places}
    grave = Counter(p.candidate for p in problems if p.severity is not Severity.INFO)
    start = Start()
    for number, assessment in enumerate(result.assessments):
        entry = Entry(
            assessment=assessment,
            place=places[assessment.candidate],
            blocks=tuple(_blocks(assessment, result.call, criteria, start)),
            problems=grave[assessment.candidate],
            row=FIRST + number,
        )
        start = _after(entry)
        yield entry


def _after(entry: Entry) -> Start:
    """Return the rows after a candidate, whose interests stand below the passages left out."""
    end = entry.blocks[-1].end if entry.blocks else Start()
    return replace(end, left_out=end.left_out + len(entry.interests))


def _blocks(
    assessment: Assessment, call: Call, criteria: tuple[Criterion, ...], start: Start
) -> Iterator[Block]:
    for criterion in criteria:
        about = [e for e in assessment.dossier.evidence if e.criterion == criterion.id]
        of_it = [e for e in about if not e.own]
        on_evidence = [e for e in of_it if passage_table(e) is EVIDENCE]
        shown = [e for e in on_evidence if e.shown]
        passages = _strongest_first(call, criterion, shown)
        left_out = [e for e in of_it if passage_table(e) is not EVIDENCE]
        left_out.sort(key=lambda e: e.id)
        block = Block(
            candidate=assessment.candidate,
            criterion=criterion,
            score=assessment.score(criterion.id),
            passages=passages,
            left_out=tuple(left_out),
            own=tuple(sorted((e for e in about if e.own), key=lambda e: e.id)),
            groups=rules.group_numbers(call, criterion, (*passages, *left_out)),
            hidden=len(on_evidence) - len(shown),
            start=start,
        )
        start = block.end
        yield block


def _strongest_first(
    call: Call, criterion: Criterion, passages: list[Evidence]
) -> tuple[Evidence, ...]:
    def place(evidence: Evidence) -> tuple[float, tuple[bool, str]]:
        level = evidence.found or evidence.level
        return -passage_points(call, criterion, evidence.concept, level), evidence.telling

    return tuple(sorted(passages, key=place))


def _all_problems(result: Result) -> tuple[Problem, ...]:
    """Return the problems of the run and of every application, each once."""
    found = dict.fromkeys(result.problems)
    for assessment in result.assessments:
        for problem in assessment.dossier.problems:
            found[replace(problem, candidate=assessment.candidate)] = None
    return tuple(found)
