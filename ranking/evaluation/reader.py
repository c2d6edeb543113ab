"""Truth files, every fault shown in one pass with the file and the key's path.

Truths carry notes for people, so keys that are not compared are no faults; a value that cannot be
compared is.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from ranking.errors import Fault, InputFileError, UserError
from ranking.evaluation.requirements import IDS, VERDICTS
from ranking.evaluation.truth import Applicant, Expert, Truth

T = TypeVar("T")
Part = tuple[str, Any]
"""Where a piece of truth stands, for messages, and its JSON."""

GOLD, EXPERT, SINGLE = "gold", "expert_ranking.json", "truth.json"


def read_truth(cohort: Path) -> Truth:
    """Read the truth about a cohort: ``gold/*.json`` with the experts' order, or ``truth.json``.

    Raises:
        UserError: If there is no truth, or a file cannot be read.
        InputFileError: If files have faults; all of them are listed.
    """
    faults: list[Fault] = []
    people, order = _parts(cohort, faults)
    applicants = [_value(part, Applicant, faults) for part in people]
    expert = _value(order, Expert, faults) if order else None
    known = [applicant for applicant in applicants if applicant]
    if not faults:
        faults += _contradictions(people, known, order, expert)
    if faults:
        raise InputFileError(str(cohort), faults, "Mend the truth files and run again.")
    return Truth(tuple(known), expert)


def _parts(cohort: Path, faults: list[Fault]) -> tuple[list[Part], Part | None]:
    """Return the applicants and the experts' order as they stand in the files."""
    if files := sorted((cohort / GOLD).glob("*.json")):
        people = [(file.name, _json(file, faults)) for file in files]
        path = cohort / EXPERT
        return people, (EXPERT, _named(_json(path, faults))) if path.is_file() else None
    path = cohort / SINGLE
    if not path.is_file():
        raise UserError(
            f"{cohort} holds no truth: neither {GOLD}/*.json nor {SINGLE}.",
            "data/README.md tells the form of truth files.",
        )
    content = _json(path, faults)
    listed = content.get("applicants") if isinstance(content, dict) else None
    if not listed or not isinstance(listed, list):
        raise InputFileError(str(path), faults or [Fault("applicants", "is no list of applicants")])
    people = [(f"{SINGLE}: applicants[{number}]", one) for number, one in enumerate(listed)]
    expert = content.get("expert_ranking")
    return people, None if expert is None else (f"{SINGLE}: expert_ranking", _named(expert))


def _json(path: Path, faults: list[Fault]) -> Any:  # noqa: ANN401 - any JSON
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error.strerror}.", "Check the path.") from None
    except ValueError as error:  # UnicodeDecodeError is one
        faults.append(Fault(path.name, f"is not JSON: {error}"))
        return None


def _named(expert: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return the order with ids where entries say more than their id."""
    if not isinstance(expert, dict):
        return expert
    order, tiers = expert.get("consensus_order"), expert.get("tiers", {})
    return {
        "consensus_order": _ids(order),
        "tiers": {name: _ids(tier) for name, tier in tiers.items()}
        if isinstance(tiers, dict)
        else tiers,
    }


def _ids(entries: Any) -> Any:  # noqa: ANN401 - any JSON
    if not isinstance(entries, list):
        return entries
    return [entry.get("id") if isinstance(entry, dict) else entry for entry in entries]


def _value(part: Part, type_: type[T], faults: list[Fault]) -> T | None:
    """Return a piece of truth, or None and its faults."""
    where, content = part
    if content is None:
        return None
    try:
        return TypeAdapter(type_).validate_python(content)
    except ValidationError as error:
        for one in error.errors():
            path = ".".join(map(str, one["loc"]))
            faults.append(Fault(f"{where}: {path}" if path else where, one["msg"]))
        return None


def _contradictions(
    people: Sequence[Part],
    applicants: Sequence[Applicant],
    order: Part | None,
    expert: Expert | None,
) -> Iterator[Fault]:
    """Yield what is wrong between values that are fine by themselves."""
    counts = Counter(applicant.id for applicant in applicants)
    for (where, _), applicant in zip(people, applicants, strict=True):
        if counts[applicant.id] > 1:
            yield Fault(f"{where}: id", f"'{applicant.id}' is another applicant's, too")
        for key, value in applicant.requirements.items():
            if key in IDS and value is not None and value not in VERDICTS:
                known = ", ".join(str(one).lower() for one in VERDICTS)
                yield Fault(f"{where}: requirements.{key}", f"'{value}' is none of {known}")
    if order and expert:
        lists = {"consensus_order": expert.consensus_order}
        lists |= {f"tiers.{name}": tier for name, tier in expert.tiers.items()}
        for name, ids in lists.items():
            for one in sorted(set(ids) - set(counts)):
                yield Fault(f"{order[0]}: {name}", f"'{one}' is no applicant")
