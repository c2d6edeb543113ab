"""pypdf's complaints are kept back, and only inside the block."""

import logging
import warnings

import pytest

from ranking.quiet import quiet_pypdf


def test_nothing_is_heard_inside_and_everything_after(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("pypdf")
    with quiet_pypdf():
        logger.error("a torn file")
        warnings.warn("an odd file", UserWarning, stacklevel=1)
    assert caplog.records == []
    logger.error("a torn file")
    assert [record.message for record in caplog.records] == ["a torn file"]
    with pytest.warns(UserWarning, match="an odd file"):
        warnings.warn("an odd file", UserWarning, stacklevel=1)


def test_it_ends_with_an_error_too() -> None:
    level = logging.getLogger("pypdf").level
    with pytest.raises(ValueError, match="torn"), quiet_pypdf():
        raise ValueError("torn")
    assert logging.getLogger("pypdf").level == level
