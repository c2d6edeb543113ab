"""Page numbers in words."""

from collections.abc import Iterable


def page_list(numbers: Iterable[int]) -> str:
    """Return page numbers (rising) in words: ``page 3`` or ``pages 1-3, 7``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = [f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs]
    return f"{'page' if shown == [str(runs[0][0])] else 'pages'} {', '.join(shown)}"
