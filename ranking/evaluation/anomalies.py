"""Anomalies: does the run flag what is odd about an application, and nothing else as such?"""

from collections.abc import Sequence

from ranking.evaluation.figures import Figure, Section
from ranking.evaluation.matching import Match

FLAGS: dict[str, frozenset[str]] = {
    "hidden_text": frozenset({"hidden-text"}),
    "encrypted": frozenset({"password-needed", "encrypted"}),
    "corrupt": frozenset({"unreadable"}),
    "wrong_ref": frozenset({"wrong-reference-number"}),
    "missing_letter": frozenset({"missing-letter", "missing-document"}),
    "duplicate_file": frozenset({"duplicate-file"}),
    "same_family_name": frozenset({"same-family-name"}),
    "scanned": frozenset({"scanned", "ocr-used", "ocr-missing"}),
    "letter_too_long": frozenset({"letter-too-long"}),
    "keyword_stuffing": frozenset({"keyword-stuffing"}),
}
"""The problem codes that flag an anomaly, by the beginning of its name in the truth.

Names that begin otherwise (a double family name, a thesis in Swedish) are notes for people: odd,
and nothing to flag.
"""

SERIOUS = frozenset(
    {
        "hidden-text",
        "password-needed",
        "unreadable",
        "empty-file",
        "garbage-text",
        "wrong-reference-number",
        "duplicate-file",
        "missing-letter",
        "keyword-stuffing",
        "merged-document",
        "not-pdf",
        "letter-too-long",
    }
)
"""Codes that cast a doubt on an applicant: false alarms of these are counted."""


def anomalies(matches: Sequence[Match]) -> Section:
    """Count the anomalies, those that are flagged, and false alarms."""
    count, missed, false = 0, [], []
    for match in matches:
        if match.applicant.anomalies is None:
            continue
        known = [name for name in match.applicant.anomalies if flags_of(name)]
        allowed = frozenset[str]().union(*map(flags_of, known))
        codes, who = match.found.codes, match.applicant.id
        count += len(known)
        missed += [f"{who}: {name} is missed" for name in known if not flags_of(name) & codes]
        alarms = sorted((codes & SERIOUS) - allowed)
        false += [f"{who}: {code} is a false alarm" for code in alarms]
    return Section(
        "Anomalies",
        (
            Figure("anomalies", "anomalies", count),
            Figure("anomalies_flagged", "flagged", count - len(missed)),
            Figure("anomalies_false", "false alarms", len(false)),
        ),
        (*missed, *false),
    )


def flags_of(anomaly: str) -> frozenset[str]:
    """Return the codes that flag an anomaly; none for what is only a note."""
    return next((codes for name, codes in FLAGS.items() if anomaly.startswith(name)), frozenset())
