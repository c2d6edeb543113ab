"""A row of a transcript, taken apart."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """The cells of a row, as printed; empty where there is none.

    Attributes:
        title: The course.
        credits: Its credits.
        grades: Its grades; a row may give several, such as a local and an ECTS grade.
        state: What it says besides: "passed", "withdrawn".
        date: The date or term.
        most: The most marks that there were to be had.
        filled: How many cells besides the title are not empty.
    """

    title: str
    credits: str = ""
    grades: tuple[str, ...] = ()
    state: str = ""
    date: str = ""
    most: str = ""
    filled: int = 0
