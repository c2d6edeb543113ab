"""Coefficients, against scikit-learn and scipy where those have a value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import kendalltau
from sklearn.metrics import cohen_kappa_score, precision_recall_fscore_support

from ranking.evaluation.measures import Tally, kendall_tau, share, weighted_kappa

STEPS = 7
RATINGS = st.lists(st.tuples(st.integers(0, STEPS - 1), st.integers(0, STEPS - 1)), min_size=1)


def test_share_of_nothing() -> None:
    assert share(0, 0) == 0
    assert share(1, 4) == 0.25


def test_kappa_of_simple_cases() -> None:
    assert weighted_kappa([(0, 0), (1, 1), (2, 2)]) == 1
    assert weighted_kappa([(0, 1), (1, 1), (2, 1)]) == 0
    assert weighted_kappa([(0, 2), (2, 0)]) == -1


def test_kappa_of_nothing_and_of_one_constant_answer() -> None:
    assert weighted_kappa([]) == 0
    assert weighted_kappa([(3, 3), (3, 3)]) == 0


@given(RATINGS)
def test_kappa_is_that_of_scikit_learn(pairs: list[tuple[int, int]]) -> None:
    one, other = ([pair[side] for pair in pairs] for side in (0, 1))
    if len({*one, *other}) > 1:
        known = cohen_kappa_score(one, other, labels=range(STEPS), weights="quadratic")
        assert weighted_kappa(pairs) == pytest.approx(known, abs=1e-9)


def test_tau_of_simple_cases() -> None:
    assert kendall_tau([3, 2, 1]) == 1
    assert kendall_tau([1, 2, 3]) == -1
    assert kendall_tau([1, 3, 2]) == pytest.approx(-1 / 3)


def test_tau_counts_ties_as_pairs() -> None:
    assert kendall_tau([3, 2, 2]) == pytest.approx(2 / 3)
    assert kendall_tau([2, 2, 2]) == 0


def test_tau_of_one_and_of_none() -> None:
    assert kendall_tau([1]) == 0
    assert kendall_tau([]) == 0


@given(st.lists(st.integers(0, 99), min_size=2, unique=True))
def test_tau_without_ties_is_that_of_scipy(values: list[int]) -> None:
    known = kendalltau([-place for place in range(len(values))], values).statistic
    assert kendall_tau(values) == pytest.approx(known)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1))
def test_tally_is_that_of_scikit_learn(pairs: list[tuple[bool, bool]]) -> None:
    tally = Tally.of(pairs)
    want, got = ([pair[side] for pair in pairs] for side in (0, 1))
    known = precision_recall_fscore_support(want, got, average="binary", zero_division=0)
    assert (tally.precision, tally.recall, tally.f1) == pytest.approx(known[:3])
    assert sum((tally.hits, tally.false, tally.missed, tally.rejected)) == len(pairs)


def test_tally_of_nothing() -> None:
    tally = Tally.of([])
    assert (tally.precision, tally.recall, tally.f1, tally.specificity) == (0, 0, 0, 0)


def test_specificity() -> None:
    assert Tally(rejected=3, false=1).specificity == 0.75
