"""Keeps pypdf's complaints off the terminal: what matters of them is told in the user's words."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet_pypdf() -> Iterator[None]:
    """Let pypdf log and warn of nothing inside the ``with`` block."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)
