from collections.abc import Callable
from typing import Any

from ranking.evaluation.anomalies import FLAGS, SERIOUS, anomalies, flags_of
from ranking.evaluation.matching import Match
from ranking.evaluation.outcome import Found
from ranking.model.problem import CODES

MakeMatch = Callable[..., Match]
FiguresOf = Callable[..., dict[str, Any]]


def test_the_codes_are_those_of_the_toolkit() -> None:
    assert len(FLAGS) >= 10
    assert SERIOUS.union(*FLAGS.values()) <= set(CODES)


def test_a_name_begins_with_its_anomaly() -> None:
    assert flags_of("hidden_text_in_cv") == {"hidden-text"}
    assert flags_of("swedish_thesis") == frozenset()


def test_flagged_missed_and_false(make_match: MakeMatch, figures_of: FiguresOf) -> None:
    codes = frozenset({"password-needed", "hidden-text", "bad-file-name"})
    section = anomalies(
        [
            make_match(
                Found(candidate="C001", codes=codes),
                anomalies=("encrypted", "scanned_transcript", "two_column"),
            )
        ]
    )
    assert figures_of(section) == {"anomalies": 2, "anomalies_flagged": 1, "anomalies_false": 1}
    assert section.remarks == (
        "t01: scanned_transcript is missed",
        "t01: hidden-text is a false alarm",
    )


def test_what_was_not_judged_is_not_compared(make_match: MakeMatch, figures_of: FiguresOf) -> None:
    match = make_match(Found(candidate="C001", codes=frozenset({"hidden-text"})))
    assert figures_of(anomalies([match]))["anomalies_false"] == 0


def test_a_missing_applicant_has_no_alarms(make_match: MakeMatch, figures_of: FiguresOf) -> None:
    section = anomalies([make_match(anomalies=("corrupt",)), make_match()])
    assert figures_of(section) == {"anomalies": 1, "anomalies_flagged": 0, "anomalies_false": 0}
