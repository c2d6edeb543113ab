"""What an earlier build left in OUT: whose applications they were, and the ids it gave."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter

from ranking.errors import UserError
from ranking.inputs.identities import Identity, identities_from_json
from ranking.model.call import Call
from ranking.model.document import SourceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """Memory of an earlier build; empty if there was none.

    Attributes:
        applications: The folder of the applications.
        hashes: Their hashes.
        identities: Who got which id.
        out: The folder of the build.
        run: What all builds there share.
        built: Hashes of the outputs as they were written.
    """

    applications: str = ""
    hashes: frozenset[str] = frozenset()
    identities: Mapping[str, Identity] = field(default_factory=dict)
    out: str = ""
    run: str = ""
    built: frozenset[str] = frozenset()


def read_earlier(out: Path) -> Earlier:
    """Read run.json of an earlier build.

    Raises:
        UserError: If it is there and cannot be understood: ids must not be given anew silently.
    """
    path = out / "run.json"
    if not path.exists():
        return Earlier()
    try:
        run = json.loads(path.read_text(encoding="utf-8"))
        return Earlier(
            applications=run["applications"],
            hashes=frozenset(run["inputs"].values()),
            identities=identities_from_json(json.dumps(run["identities"])),
            out=str(out),
            run=str(run.get("run", "")),
            built=frozenset(run.get("outputs", {}).values()),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise UserError(
            f"{path} cannot be understood, so candidates would get new ids.",
            "Restore the file from a backup, or choose another --out.",
        ) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """What the scores of a build rest on besides its tables.

    Attributes:
        call: The call as the build used it, whatever became of its profile since.
        hidden: Ids of passages that it did not show, and so did not count.
    """

    call: Call
    hidden: frozenset[str]


def read_used(out: Path) -> Used:
    """Read with which call a build was made, and what it did not show.

    Raises:
        UserError: If run.json does not hold it.
    """
    path = out / "run.json"
    try:
        run = json.loads(path.read_text(encoding="utf-8"))
        call = TypeAdapter(Call).validate_python(run["call"]["profile"])
        return Used(call=call, hidden=frozenset(run.get("not_shown", ())))
    except (OSError, ValueError, KeyError, TypeError):
        raise UserError(
            f"{path} does not tell with which call the build was made.",
            "Run `rank build` again; files that did not change are not read again.",
        ) from None


def refuse_other_applications(root: Path, files: Iterable[SourceFile], earlier: Earlier) -> None:
    """Refuse an OUT of other applications: ids and decisions would be mixed up.

    Raises:
        UserError: If OUT was made from another folder, none of whose files are here.
    """
    same_folder = earlier.applications in ("", str(root.resolve()))
    if not same_folder and earlier.hashes.isdisjoint(file.sha256 for file in files):
        raise UserError(
            f"{earlier.out} was made from other applications ({earlier.applications}).",
            "Choose another --out.",
        )
