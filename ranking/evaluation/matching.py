"""Who of a run is which applicant of the truth; and whether files went to the right people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ranking.evaluation.figures import Figure, Section
from ranking.evaluation.measures import share
from ranking.evaluation.outcome import NOBODY, Found
from ranking.evaluation.text import composed, file_name
from ranking.evaluation.truth import Applicant


@dataclass(frozen=True, slots=True)
class Match:
    """An applicant and what the run found about them; ``NOBODY`` if it has none of their files."""

    applicant: Applicant
    found: Found


def match_all(applicants: Sequence[Applicant], found: Mapping[str, Found]) -> tuple[Match, ...]:
    """Give every applicant the candidate who has the most of their files."""
    return tuple(Match(applicant, _best(applicant, found)) for applicant in applicants)


def _best(applicant: Applicant, found: Mapping[str, Found]) -> Found:
    """Return the candidate with most files of the same name; among equals the folder decides."""
    paths = {composed(f"{applicant.folder}/{one.file}") for one in applicant.documents}

    def shared(one: Found) -> tuple[int, int]:
        mine = {composed(path) for path in one.kinds}
        return len(one.files & applicant.files), len(mine & paths)

    best = max(found.values(), key=shared, default=NOBODY)
    return best if best.files & applicant.files else NOBODY


def grouping(matches: Sequence[Match], candidates: int) -> Section:
    """Compare whose files are whose; ``candidates`` is how many the run has."""
    wrong = [match for match in matches if match.found.files != match.applicant.files]
    return Section(
        "Who sent what",
        (
            Figure("applicants", "applicants in the truth", len(matches)),
            Figure("candidates_found", "candidates in the run", candidates),
            Figure("grouped_exactly", "with exactly their files", len(matches) - len(wrong)),
        ),
        tuple(_difference(match) for match in wrong),
    )


def _difference(match: Match) -> str:
    if match.found is NOBODY:
        return f"{match.applicant.id}: the run has none of their files"
    lost = sorted(match.applicant.files - match.found.files)
    others = sorted(match.found.files - match.applicant.files)
    return f"{match.applicant.id}: without {lost}, with others' {others}"


def kinds(matches: Sequence[Match]) -> Section:
    """Compare the kinds of documents."""
    wrong, count = [], 0
    for match in matches:
        found = {file_name(path): kind for path, kind in match.found.kinds.items()}
        for document in match.applicant.documents:
            count += 1
            got = found.get(file_name(document.file), "no kind")
            if got != document.kind:
                wrong.append(f"{match.applicant.id} {document.file}: {got}, truth {document.kind}")
    right = share(count - len(wrong), count)
    return Section(
        "Kinds of documents",
        (Figure("kind_accuracy", "kinds that agree", right),),
        tuple(wrong),
    )
