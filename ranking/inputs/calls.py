"""Reads a call profile and checks that it makes sense.

Why the checks look at the file as it stands and not at a ``Call``: a mistyped word must not hide
the other faults, so each check takes what it can use and leaves the rest to the check of types.
"""

import datetime as dt
import math
import string
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ranking.errors import Fault, UserError
from ranking.inputs.toml_file import Table, read_toml, suggestion
from ranking.model.call import Call, Scale, TopicRank
from ranking.model.document import Kind
from ranking.model.evidence import LADDER

PLACEHOLDERS = ("family_name", "reference_number")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a call may name: lexicons, with the levels that their concepts name; requirements."""

    lexicons: Mapping[str, Collection[str]]
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
    return read_toml(path, Call, partial(_faults, known=known))


def _faults(raw: Table, known: Known) -> Iterator[Fault]:
    yield from _number_faults(raw)
    yield from _duplicates(raw)
    yield from _unknown_names(raw, known)
    yield from _criteria_faults(raw)
    yield from _achievement_faults(raw, known)
    yield from _scoring_faults(_table(raw, "scoring"), raw)
    yield from _level_faults(_table(raw, "scoring"))
    yield from _file_faults(_table(raw, "files"))
    yield from _date_faults(raw)


def _number_faults(value: object, place: str = "") -> Iterator[Fault]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _number_faults(inner, f"{place}.{key}" if place else key)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _number_faults(inner, f"{place}[{index}]")
    elif isinstance(value, float | int) and not 0 <= value < math.inf:
        yield Fault(place, "must be 0 or more, and not infinite")


def _duplicates(raw: Table) -> Iterator[Fault]:
    for table in ("criteria", "topics", "requirements"):
        for key in ("id", "lexicon"):
            counts = Counter(_text(row, key) for _, row in _rows(raw, table))
            for name, count in counts.items():
                if name and count > 1:
                    yield Fault(table, f"the {key} '{name}' stands there {count} times")


def _unknown_names(raw: Table, known: Known) -> Iterator[Fault]:
    uses = [(table, "lexicon", sorted(known.lexicons)) for table in ("criteria", "topics")]
    uses.append(("requirements", "id", sorted(known.requirements)))
    for table, key, names in uses:
        what = "lexicon" if key == "lexicon" else "requirement"
        for place, row in _rows(raw, table):
            name = _text(row, key)
            if name and name not in names:
                near = suggestion(name, names)
                yield Fault(f"{place}.{key}", f"there is no {what} '{name}'{near}")


def _criteria_faults(raw: Table) -> Iterator[Fault]:
    for place, row in _rows(raw, "criteria"):
        scale = _text(row, "scale")
        if scale in (Scale.AREA, Scale.ACHIEVEMENTS) and row.get("lexicon", "") == "":
            yield Fault(f"{place}.lexicon", f"is missing; scale '{scale}' needs one")
    for place, row in _rows(raw, "topics"):
        if row.get("lexicon") == "":
            yield Fault(f"{place}.lexicon", "is missing; a topic needs one")
    weights = [_number(row, "weight") for _, row in _rows(raw, "criteria")]
    if "criteria" in raw and all(weight is not None and not weight > 0 for weight in weights):
        yield Fault("criteria", "at least one weight must be more than 0")
    scales = Counter(_text(row, "scale") for _, row in _rows(raw, "criteria"))
    for scale in Scale:
        if scale is not Scale.AREA and scales[scale] > 1:
            yield Fault("criteria", f"scale '{scale}' may be used by one criterion only")


def _achievement_faults(raw: Table, known: Known) -> Iterator[Fault]:
    points = _table(raw, "scoring").get("achievements")
    if not isinstance(points, dict):
        return
    for _, row in _rows(raw, "criteria"):
        if _text(row, "scale") == Scale.ACHIEVEMENTS:
            lexicon = _text(row, "lexicon")
            for level in sorted(set(known.lexicons.get(lexicon, ())) - points.keys()):
                place = f"scoring.achievements.{level}"
                yield Fault(place, f"is missing; the lexicon '{lexicon}' uses it")


def _scoring_faults(scoring: Table, raw: Table) -> Iterator[Fault]:
    cap, stated_cap = _number(scoring, "cap"), _number(scoring, "stated_cap")
    if cap == 0:
        yield Fault("scoring.cap", "must be more than 0")
    if cap is not None and stated_cap is not None and stated_cap > cap:
        yield Fault("scoring.stated_cap", "must not be more than 'cap'")
    if _number(scoring, "passages_shown") == 0:
        yield Fault("scoring.passages_shown", "must be 1 or more")
    others = set(Scale) - {Scale.AREA}
    areas = sum(_text(row, "scale") not in others for _, row in _rows(raw, "criteria"))
    counted = _number(scoring, "areas_counted")
    if areas and counted is not None and not 1 <= counted <= areas:
        yield Fault("scoring.areas_counted", f"must be 1 to {areas}, the number of areas")


def _level_faults(scoring: Table) -> Iterator[Fault]:
    levels = _table(scoring, "levels")
    yield from _entry_faults(scoring, "levels", LADDER, "level")
    yield from _entry_faults(scoring, "stated_points", list(TopicRank), "")
    yield from _entry_faults(scoring, "unread_holds", list(Kind), "kind")
    known = [points for name in LADDER if (points := _number(levels, name)) is not None]
    if known != sorted(known):
        yield Fault("scoring.levels", f"points must not fall along {' < '.join(LADDER)}")
    if _number(_table(scoring, "stated_points"), TopicRank.CORE) == 0:
        yield Fault("scoring.stated_points.core", "must be more than 0")
    for kind, level in _table(scoring, "unread_holds").items():
        if isinstance(level, str) and level not in set(LADDER):
            place = f"scoring.unread_holds.{kind}"
            yield Fault(place, f"unknown level '{level}'{suggestion(level, list(LADDER))}")


def _entry_faults(scoring: Table, key: str, wanted: Collection[str], what: str) -> Iterator[Fault]:
    """Yield what is missing from a table of the scoring, and what is too much if ``what``."""
    if not isinstance(scoring.get(key), dict):
        return
    for name in wanted:
        if name not in scoring[key]:
            yield Fault(f"scoring.{key}.{name}", "is missing")
    for name in scoring[key]:
        if what and name not in set(wanted):
            yield Fault(f"scoring.{key}.{name}", f"unknown {what}{suggestion(name, list(wanted))}")


def _file_faults(files: Table) -> Iterator[Fault]:
    fewest, most = _number(files, "letter_pages_min"), _number(files, "letter_pages_max")
    if fewest is not None and most is not None and fewest > most:
        yield Fault("files.letter_pages_min", "is more than 'letter_pages_max'")
    for key in ("cv_name", "letter_name"):
        try:
            fields = [field for _, field, _, _ in string.Formatter().parse(_text(files, key))]
        except ValueError:
            yield Fault(f"files.{key}", "has a { or } without its partner")
            continue
        for field in fields:
            if field is not None and field not in PLACEHOLDERS:
                near = suggestion(field, list(PLACEHOLDERS))
                yield Fault(f"files.{key}", f"unknown placeholder '{{{field}}}'{near}")


def _date_faults(raw: Table) -> Iterator[Fault]:
    for earlier, later in (("published", "deadline"), ("deadline", "start")):
        first, second = _date(raw, earlier), _date(raw, later)
        if first and second and second < first:
            yield Fault(later, f"lies before '{earlier}'")


def _rows(raw: Table, name: str) -> list[tuple[str, Table]]:
    """Return the rows of an array of tables, each with its place."""
    rows = raw.get(name)
    found = enumerate(rows if isinstance(rows, list) else ())
    return [(f"{name}[{index}]", row) for index, row in found if isinstance(row, dict)]


def _table(raw: Table, name: str) -> Table:
    value = raw.get(name)
    return value if isinstance(value, dict) else {}


def _text(row: Table, key: str) -> str:
    value = row.get(key)
    return value if isinstance(value, str) else ""


def _number(row: Table, key: str) -> float | None:
    value = row.get(key)
    return value if isinstance(value, float | int) and not isinstance(value, bool) else None


def _date(raw: Table, key: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(raw.get(key)))
    except ValueError:
        return None
