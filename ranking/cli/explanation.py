"""One candidate on the terminal: every score, how it came about, what did not count."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ranking.cli.sheet import Sheet
from ranking.model.evidence import Course, Evidence, Interest
from ranking.model.explanation import CriterionExplanation, Explanation, Step
from ranking.model.figures import number, signed
from ranking.model.result import Place

FEW = 3
"""How many of the passages that do not count are shown where all criteria are."""

NOTHING = "Nothing was found that counts."

_STEP = 2
_TEXT = 9
_COLUMNS = ("criterion", "score", "weight", "adds", "of at most", "")


def print_explanation(sheet: Sheet, explanation: Explanation, only: str | None) -> None:
    """Print why a candidate has this total, or how one score came about."""
    print_heading(sheet, explanation)
    sheet.line(f"Build: {sheet.build}", style="dim")
    if only is None:
        sheet.line()
        _print_total(sheet, explanation)
    for one in explanation.criteria:
        if only in {None, one.criterion.id}:
            sheet.line()
            _print_criterion(sheet, one, every=only is not None)


def print_heading(sheet: Sheet, explanation: Explanation) -> None:
    """Print who it is, place and total, and what was not read."""
    sheet.line(f"{explanation.candidate} {explanation.person.name}", style="bold")
    sheet.line(_standing(explanation.place, sheet.candidates))
    folder = sheet.shorten(list(explanation.files))
    for file in explanation.not_fully_read:
        sheet.line(f"Not fully read: {sheet.path(file)}", style="yellow")
    if folder:
        sheet.line(f"Files: below {folder}", style="dim")


def print_passage(sheet: Sheet, passage: Evidence) -> None:
    """Print a quote that counts, where it stands, and how it was found."""
    level = f"level {passage.level.replace('_', ' ')}"
    why = f": {passage.reason}" if passage.reason else ""
    sheet.line(f"“{passage.quote}”", indent=_TEXT)
    sheet.line(f"{_place(sheet, passage)}, {level}{why}", indent=_TEXT, style="dim")
    sheet.line(f"rule {passage.rule}", indent=_TEXT, style="dim")


def _print_left_out(sheet: Sheet, passage: Evidence | Interest) -> None:
    sheet.line(f"“{passage.quote}”", indent=_TEXT)
    sheet.line(f"Why not: {passage.reason}.", indent=_TEXT)
    sheet.line(_place(sheet, passage), indent=_TEXT, style="dim")
    if isinstance(passage, Evidence):
        sheet.line(f"rule {passage.rule}", indent=_TEXT, style="dim")


def _place(sheet: Sheet, passage: Evidence | Interest) -> str:
    return f"{sheet.path(passage.file)}, page {passage.page}"


def _standing(place: Place, candidates: int) -> str:
    formal = f"formal requirements: {place.formal.replace('_', ' ')}"
    could_be = f"could be {number(place.could_be)}"
    if place.rank is None:
        return f"No rank: nothing could be read ({could_be}); {formal}."
    return (
        f"Rank {place.rank} of {candidates} with {number(place.total)} of 100 points "
        f"(low {number(place.low)}, {could_be}); {formal}."
    )


def _print_total(sheet: Sheet, explanation: Explanation) -> None:
    rows = [
        (
            one.criterion.title,
            number(one.score.value),
            f"{one.share.weight:g}",
            one.adds,
            number(one.share.at_most) if one.share.counts else "-",
            one.status,
        )
        for one in explanation.criteria
    ]
    total = ("Total", "", "", number(explanation.place.total), "", "")
    sheet.table(_COLUMNS, [*rows, total])


def _print_criterion(sheet: Sheet, one: CriterionExplanation, *, every: bool) -> None:
    sheet.line(f"{one.criterion.title}: {one.told}", style="bold")
    for step in one.steps:
        _print_step(sheet, step)
    if not one.steps:
        sheet.line(NOTHING, indent=_STEP)
    _print_courses(sheet, one)
    _print_repeats(sheet, one.repeats, every=every)
    _print_not_counted(sheet, one, every=every)


def _print_step(sheet: Sheet, step: Step) -> None:
    sheet.line(f"{signed(step.points)}  {step.what}", indent=_STEP)
    if step.passage:
        print_passage(sheet, step.passage)


def _print_courses(sheet: Sheet, one: CriterionExplanation) -> None:
    for line in _courses(one.courses):
        sheet.line(line, indent=_TEXT)
    for file, page in dict.fromkeys((c.file, c.page) for c in one.courses):
        sheet.line(f"{sheet.path(file)}, page {page}", indent=_TEXT, style="dim")
    by_reason = sorted(one.courses_left_out, key=lambda found: found[1])
    if by_reason:
        sheet.line("Not part of the mean:", indent=_STEP)
    for why, found in groupby(by_reason, key=lambda found: found[1]):
        for line in _courses(course for course, _ in found):
            sheet.line(f"{why}: {line}", indent=_TEXT)


def _courses(courses: Iterable[Course]) -> Iterator[str]:
    """Yield all courses in one line, the heaviest first; nothing without courses."""
    by_weight = sorted(courses, key=lambda course: -(course.credits or 0.0))
    if by_weight:
        yield "; ".join(map(_course, by_weight))


def _course(course: Course) -> str:
    mapped = "" if course.grade_0_1 is None else f" = {number(course.grade_0_1)}"
    facts = [
        f"{course.credits:g} credits" if course.credits is not None else "",
        f"grade {course.grade}{mapped}" if course.grade else "",
    ]
    known = ", ".join(fact for fact in facts if fact)
    return f"{course.course} ({known})" if known else course.course


def _print_repeats(sheet: Sheet, repeats: Sequence[Evidence], *, every: bool) -> None:
    if not repeats:
        return
    count = len(repeats)
    more = (
        "1 more passage counts and earns" if count == 1 else f"{count} more passages count and earn"
    )
    sheet.line(f"{more} nothing beside these.", indent=_STEP)
    for passage in repeats if every else ():
        print_passage(sheet, passage)


def _print_not_counted(sheet: Sheet, one: CriterionExplanation, *, every: bool) -> None:
    if not one.not_counted:
        return
    sheet.line("Not counted:", indent=_STEP)
    shown = one.not_counted if every else one.not_counted[:FEW]
    for passage in shown:
        _print_left_out(sheet, passage)
    if left := len(one.not_counted) - len(shown):
        sheet.line(f"{left} more: --criterion {one.criterion.id}", indent=_TEXT)
