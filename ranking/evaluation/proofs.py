"""Proof pages: does the run find evidence where the readers did?"""

from collections.abc import Iterable, Sequence

from ranking.evaluation.figures import Figure, Section
from ranking.evaluation.matching import Match
from ranking.evaluation.outcome import Found
from ranking.evaluation.text import words
from ranking.evaluation.truth import Proof

SHARED_WORDS = 2

_Case = tuple[Match, str, Proof]


def proofs(matches: Sequence[Match]) -> Section:
    """Count the readers' proofs of coursework or more, and those that the run found too."""
    cases = list(_cases(matches))
    missed = [case for case in cases if not _is_found(*case[1:], case[0].found)]
    return Section(
        "Proof pages",
        (
            Figure("gold_proof_pages", "proofs of coursework or more", len(cases)),
            Figure("gold_proof_pages_found", "found on their page", len(cases) - len(missed)),
        ),
        tuple(
            f"{match.applicant.id} {area}: not found: {proof.quote!r}, {proof.file} p.{proof.page}"
            for match, area, proof in missed
        ),
    )


def _cases(matches: Sequence[Match]) -> Iterable[_Case]:
    for match in matches:
        for area, cell in match.applicant.areas.items():
            for proof in cell.proof:
                if proof.level.substantial:
                    yield match, area, proof


def _is_found(area: str, proof: Proof, found: Found) -> bool:
    """Whether a substantial passage of the area stands on the page and shares the quote's words."""
    needed = words(proof.quote)
    return any(
        passage.criterion == area
        and passage.step.substantial
        and passage.key == proof.key
        and len(needed & words(passage.quote)) >= min(SHARED_WORDS, len(needed))
        for passage in found.passages
    )
