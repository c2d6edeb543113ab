"""Small tables for the terminal: the top candidates, the problems."""

from collections import Counter
from collections.abc import Iterable, Sequence

from rich.markup import escape
from rich.table import Table

from ranking.model.figures import number
from ranking.model.problem import Problem
from ranking.model.result import Result


def top_table(result: Result, count: int) -> Table:
    """Return the best candidates with totals and what they could be."""
    shown = result.places[:count]
    names = {a.candidate: a.dossier.application.person.name for a in result.assessments}
    title = f"Top {len(shown)} of {len(result.places)} candidates"
    table = Table(title=title, title_justify="left")
    for name, justify in _TOP_COLUMNS.items():
        table.add_column(name, justify="right" if justify else "left")
    for place in shown:
        table.add_row(
            str(place.rank or "-"),
            place.candidate,
            escape(names[place.candidate]),
            number(place.total, 1),
            number(place.low, 1),
            number(place.could_be, 1),
            place.formal.replace("_", " "),
        )
    return table


def problem_table(problems: Iterable[Problem]) -> Table:
    """Return how many problems of each code there are, and what to do."""
    found = list(problems)
    counts = Counter(p.code for p in found)
    advice = {p.code: p.advice for p in found}
    table = Table(title="Problems (all are on the workbook's sheet Problems)", title_justify="left")
    table.add_column("code")
    table.add_column("count", justify="right")
    table.add_column("what to do")
    for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        table.add_row(code, str(count), escape(advice[code]))
    return table


def common_folder(files: Sequence[str]) -> str:
    """Return the folder in which all files lie, with its slash; "" if there is none."""
    folders = {file.partition("/")[0] for file in files}
    nested = all("/" in file for file in files)
    return f"{folders.pop()}/" if nested and len(folders) == 1 else ""


_TOP_COLUMNS = {
    "rank": True,
    "id": False,
    "candidate": False,
    "total": True,
    "low": True,
    "could be": True,
    "formal": False,
}
