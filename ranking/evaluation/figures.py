"""What a comparison with the truth finds: named figures, and a line for each case that differs."""

from dataclasses import dataclass

DIGITS = 4


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: counts are int, shares and coefficients float. ``id`` is its key in JSON."""

    id: str
    title: str
    value: int | float


@dataclass(frozen=True, slots=True)
class Section:
    """The figures on one question, and a line for each case that differs from the truth."""

    title: str
    figures: tuple[Figure, ...]
    remarks: tuple[str, ...] = ()


def as_dict(sections: tuple[Section, ...]) -> dict[str, int | float]:
    """Return all figures by id, shares rounded to four digits."""
    return {
        figure.id: round(figure.value, DIGITS) if isinstance(figure.value, float) else figure.value
        for section in sections
        for figure in section.figures
    }
