"""A run against the truth, readable from top to bottom."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ranking.api import Run
from ranking.errors import UserError
from ranking.evaluation.anomalies import anomalies
from ranking.evaluation.figures import Section
from ranking.evaluation.interests import interests, problem_solving
from ranking.evaluation.levels import levels
from ranking.evaluation.matching import Match, grouping, kinds, match_all
from ranking.evaluation.ordering import ordering
from ranking.evaluation.outcome import Found, criteria, outcomes
from ranking.evaluation.pages import read_pages
from ranking.evaluation.proofs import proofs
from ranking.evaluation.quotes import quotes
from ranking.evaluation.requirements import requirements
from ranking.evaluation.traps import traps
from ranking.evaluation.truth import Truth

MEASURES: tuple[Callable[[Sequence[Match]], Section], ...] = (
    kinds,
    levels,
    traps,
    proofs,
    requirements,
    interests,
    problem_solving,
    anomalies,
)
"""What is compared applicant by applicant."""


def compare(run: Run, truth: Truth, applications: Path) -> tuple[Section, ...]:
    """Compare a run with the truth about its applications.

    Args:
        run: The tables of the run.
        truth: What is true.
        applications: The folder of the files, whose pages are read anew to look for quotes.

    Raises:
        UserError: If the truth speaks of areas that the run did not judge.
    """
    _check_areas(run, truth)
    found = outcomes(run)
    matches = match_all(truth.applicants, found)
    sections = [grouping(matches, len(found)), *(measure(matches) for measure in MEASURES)]
    sections.append(_quotes(found, applications))
    if truth.expert:
        sections.append(ordering(matches, truth.expert))
    return tuple(sections)


def _quotes(found: Mapping[str, Found], applications: Path) -> Section:
    passages = [passage for one in found.values() for passage in one.passages]
    pages = read_pages(applications, {(one.file, one.page) for one in passages})
    return quotes(passages, pages)


def _check_areas(run: Run, truth: Truth) -> None:
    """A mistyped area would count as one in which nothing was found."""
    known = criteria(run)
    named = {area for applicant in truth.applicants for area in applicant.areas}
    if unknown := sorted(named - known):
        raise UserError(
            f"The run has no criterion {', '.join(unknown)}; it has {', '.join(sorted(known))}.",
            "Mend the truth files, or build with the call they were written for.",
        )
