"""Reads a call profile and checks that it makes sense."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from ranking.errors import Fault, InputFileError, UserError
from ranking.inputs.toml_file import read_toml, suggestion
from ranking.model.call import Call, Scale, TopicRank
from ranking.model.document import Kind
from ranking.model.evidence import LADDER


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a call may name: ids of lexicons and of requirements."""

    lexicons: Collection[str]
    requirements: Collection[str]


def find_call(name: str, folder: Path) -> Path:
    """Return the file of a call, given its id or a path.

    Raises:
        UserError: If there is no such call; the message lists the calls there are.
    """
    if name.endswith(".toml") or Path(name).is_file():
        return Path(name)
    path = folder / f"{name}.toml"
    if path.is_file():
        return path
    known = sorted(file.stem for file in folder.glob("*.toml"))
    raise UserError(
        f"There is no call '{name}'{suggestion(name, known)}",
        f"Known calls: {', '.join(known)}. Or give the path of a .toml file.",
    )


def read_call(path: Path, known: Known) -> Call:
    """Read a call profile.

    Raises:
        UserError: If the file cannot be read.
        InputFileError: With every fault of the file and the path of its key.
    """
    call = read_toml(path, Call)
    faults = [
        *_duplicates(call),
        *_unknown_names(call, known),
        *_criteria_faults(call),
        *_scoring_faults(call),
        *_date_faults(call),
    ]
    if faults:
        raise InputFileError(path.name, faults)
    return call


def _duplicates(call: Call) -> Iterator[Fault]:
    for table in ("criteria", "topics", "requirements"):
        counts = Counter(row.id for row in getattr(call, table))
        for name, count in counts.items():
            if count > 1:
                yield Fault(table, f"the id '{name}' stands there {count} times")


def _unknown_names(call: Call, known: Known) -> Iterator[Fault]:
    lexicons, requirements = sorted(known.lexicons), sorted(known.requirements)
    for table in ("criteria", "topics"):
        for index, row in enumerate(getattr(call, table)):
            if row.lexicon and row.lexicon not in lexicons:
                place = f"{table}[{index}].lexicon"
                near = suggestion(row.lexicon, lexicons)
                yield Fault(place, f"there is no lexicon '{row.lexicon}'{near}")
    for index, requirement in enumerate(call.requirements):
        if requirement.id not in requirements:
            near = suggestion(requirement.id, requirements)
            yield Fault(
                f"requirements[{index}].id", f"there is no requirement '{requirement.id}'{near}"
            )


def _criteria_faults(call: Call) -> Iterator[Fault]:
    for index, criterion in enumerate(call.criteria):
        place = f"criteria[{index}]"
        if not criterion.weight >= 0:
            yield Fault(f"{place}.weight", "must be 0 or more")
        wants_lexicon = criterion.scale in (Scale.AREA, Scale.ACHIEVEMENTS)
        if wants_lexicon and not criterion.lexicon:
            yield Fault(f"{place}.lexicon", f"is missing; scale '{criterion.scale}' needs one")
    if not any(criterion.weight > 0 for criterion in call.criteria):
        yield Fault("criteria", "at least one weight must be more than 0")
    for scale in set(Scale) - {Scale.AREA}:
        if sum(criterion.scale is scale for criterion in call.criteria) > 1:
            yield Fault("criteria", f"scale '{scale}' may be used by one criterion only")


def _scoring_faults(call: Call) -> Iterator[Fault]:
    scoring = call.scoring
    if not scoring.cap > 0:
        yield Fault("scoring.cap", "must be more than 0")
    if call.areas and not 1 <= scoring.areas_counted <= len(call.areas):
        yield Fault("scoring.areas_counted", f"must be 1 to {len(call.areas)}, the number of areas")
    for name in LADDER:
        if name not in scoring.levels:
            yield Fault(f"scoring.levels.{name}", "is missing")
    for name in scoring.levels.keys() - set(LADDER):
        yield Fault(f"scoring.levels.{name}", f"unknown level{suggestion(name, list(LADDER))}")
    points = [scoring.levels[name] for name in LADDER if name in scoring.levels]
    if points != sorted(points):
        yield Fault("scoring.levels", f"points must not fall along {' < '.join(LADDER)}")
    for rank in TopicRank:
        if rank not in scoring.stated_points:
            yield Fault(f"scoring.stated_points.{rank}", "is missing")
    if not scoring.stated_points.get(TopicRank.CORE, 1) > 0:
        yield Fault("scoring.stated_points.core", "must be more than 0")
    yield from _unread_faults(call)


def _unread_faults(call: Call) -> Iterator[Fault]:
    for kind in Kind:
        if kind not in call.scoring.unread_holds:
            yield Fault(f"scoring.unread_holds.{kind}", "is missing")
    for kind, level in call.scoring.unread_holds.items():
        place = f"scoring.unread_holds.{kind}"
        if kind not in set(Kind):
            yield Fault(place, f"unknown kind{suggestion(kind, list(Kind))}")
        if level not in set(LADDER):
            yield Fault(place, f"unknown level '{level}'{suggestion(level, list(LADDER))}")


def _date_faults(call: Call) -> Iterator[Fault]:
    if call.deadline < call.published:
        yield Fault("deadline", "lies before 'published'")
    if call.start < call.deadline:
        yield Fault("start", "lies before 'deadline'")
