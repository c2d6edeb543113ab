"""What to ask an applicant: what is open about requirements, files and scores."""

from collections.abc import Iterator, Sequence

from ranking.model.assessment import Verdict
from ranking.model.explanation import CriterionExplanation
from ranking.model.problem import Problem
from ranking.outputs.report.checks import Requirement
from ranking.outputs.report.words import file_name, spaced

_TO_ASK = frozenset({Verdict.UNCLEAR, Verdict.NOT_MET})

_ONLY_FORM = frozenset({"file_names", "letter_length"})
"""Requirements that nothing is missing for: whatever the file is, it was read."""

_ASKING = frozenset(
    {
        "copied-from-call",
        "empty-file",
        "keyword-stuffing",
        "not-pdf",
        "password-needed",
        "unreadable",
        "xfa-form",
    }
)
"""Problems that an applicant can settle. What is missing is told by the requirements."""


def questions(
    requirements: Sequence[Requirement],
    problems: Sequence[Problem],
    criteria: Sequence[CriterionExplanation],
) -> tuple[str, ...]:
    """Return what to ask: requirements first, gates before others, then files, then scores."""
    found = (*_of_requirements(requirements), *_of_files(problems), *_of_scores(criteria))
    return tuple(dict.fromkeys(found))


def _of_requirements(requirements: Sequence[Requirement]) -> Iterator[str]:
    for found in sorted(requirements, key=lambda requirement: not requirement.gate):
        check = found.check
        if check.verdict in _TO_ASK and check.requirement not in _ONLY_FORM:
            yield f"{found.title} ({spaced(check.verdict)}): {check.note or 'ask for it.'}"


def _of_files(problems: Sequence[Problem]) -> Iterator[str]:
    for problem in problems:
        if problem.code in _ASKING:
            where = f"{file_name(problem.file)}: " if problem.file else ""
            yield f"{where}{problem.message} {problem.advice}"


def _of_scores(criteria: Sequence[CriterionExplanation]) -> Iterator[str]:
    for one in criteria:
        if one.score.value is None:
            yield (
                f"{one.criterion.title}: nothing could be read that tells. "
                "Ask for documents that show it."
            )
