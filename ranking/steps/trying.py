"""What authors of lexicons try before they build."""

from pathlib import Path

from ranking.inputs.lexicons import read_lexicon
from ranking.tagging.trials import Trial, trials


def try_lexicon(path: str | Path) -> tuple[Trial, ...]:
    """Return what a lexicon makes of its own examples and counter-examples.

    Raises:
        UserError: If the file is missing or has faults.
    """
    return trials(read_lexicon(Path(path)))
