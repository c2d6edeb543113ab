import pytest

from ranking.model.rules import GradeScale, GradeScales
from ranking.tagging.courses.scales import Graded, detect_scale, fits, grade_value


def named(scales: GradeScales, name: str) -> GradeScale:
    return next(scale for scale in scales.scale if scale.id == name)


@pytest.mark.parametrize(
    ("scale", "grade", "expected"),
    [
        ("se-a-f", "b", 0.85),
        ("se-a-f", "P", None),
        ("de-1-5", "1,0", 1.0),
        ("de-1-5", "4.0", 0.4),
        ("de-1-5", "5,0", -1.0),
        ("de-1-5", "bestanden", None),
        ("at-1-5", "nicht genügend", -1.0),
        ("at-1-5", "1,3", None),
        ("ch-1-6", "5.25", 0.775),
        ("ch-1-6", "3.5", -1.0),
        ("it-18-30", "30 e lode", 1.0),
        ("it-18-30", "30 L", 1.0),
        ("it-18-30", "24/30", 0.7),
        ("it-18-30", "17", -1.0),
        ("it-18-30", "33", None),
        ("fr-0-20", "15", 0.7),
        ("fr-0-20", "15/100", None),
        ("es-0-10", "8,5 Notable", 0.82),
        ("dk-7", "02", 0.4),
        ("dk-7", "-3", -1.0),
        ("dk-7", "8", None),
        ("tr-aa", "CB", 0.625),
        ("ru-2-5", "5 (excellent)", 1.0),
        ("ru-2-5", "good", 0.7),
        ("uk-marks", "70", 0.85),
        ("uk-marks", "65", 0.775),
        ("uk-marks", "38", -1.0),
        ("percent", "excellent", 0.95),
    ],
)
def test_grade_has_a_value_on_its_scale(
    scales: GradeScales, scale: str, grade: str, expected: float | None
) -> None:
    assert grade_value(grade, named(scales, scale)) == pytest.approx(expected)


def test_passes_without_a_value_fit_their_scale(scales: GradeScales) -> None:
    assert fits("bestanden", named(scales, "de-1-5"))
    assert not fits("VG", named(scales, "de-1-5"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Betygsskala A-F", "se-a-f"),
        ("marks out of 100", "percent"),
        ("marks out of 10", "0-10"),
        ("Genel Not Ortalamasi: 2.61", "tr-aa"),
        ("nothing of the kind", None),
    ],
)
def test_scale_is_told_by_its_clues(scales: GradeScales, text: str, expected: str | None) -> None:
    scale = detect_scale(text, scales)
    assert (scale.id if scale else None) == expected


@pytest.mark.parametrize(
    ("language", "grades", "expected"),
    [
        ("de", "1,3 2,7 1,0", "de-1-5"),
        ("de", "5.5 6 4.75", "ch-1-6"),
        ("de", "1 2 1", None),
        ("it", "28 24 30", "it-18-30"),
        ("pt", "17 14 11", "pt-0-20"),
        ("pt", "8,5 9,0 7,0", "br-0-10"),
        ("sv", "5 4 3", "se-3-5"),
        ("sv", "A B C", "se-a-f"),
        ("no", "A B C", "no-a-f"),
        ("en", "A B C", None),
        ("en", "4 5 3", None),
        ("en", "AA BB CC", "tr-aa"),
        ("en", "28 30L 30", "it-18-30"),
    ],
)
def test_scale_is_told_by_language_and_grades(
    scales: GradeScales, language: str, grades: str, expected: str | None
) -> None:
    rows = [Graded((grade,)) for grade in grades.split()]
    scale = detect_scale("", scales, rows, language)
    assert (scale.id if scale else None) == expected


def test_grades_that_do_not_fit_rule_a_scale_out(scales: GradeScales) -> None:
    assert detect_scale("out of 10", scales, [Graded(("85",)), Graded(("91",))]) is None


def test_rows_that_passed_rule_out_a_scale_on_which_they_fail(scales: GradeScales) -> None:
    rows = [Graded(("8,5",), says_passed=True), Graded(("9,0",), says_passed=True)]
    assert detect_scale("20 valores", scales, rows) is None
