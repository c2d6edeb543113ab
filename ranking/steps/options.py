"""What a run is asked for, what steers it, and what it hands on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ranking.extraction.store import Store
from ranking.extraction.workers import Limits
from ranking.model.application import Application
from ranking.model.call import Call
from ranking.model.document import Document
from ranking.model.kinds import Kinds
from ranking.model.lexicon import Lexicons
from ranking.model.page_rules import PageRules
from ranking.model.problem import Problem
from ranking.model.result import Result
from ranking.model.review import Change
from ranking.model.rules import Rules
from ranking.outputs.folders import HIGHLIGHTED, REPORT
from ranking.outputs.writer import Written

READINGS, KINDS, JUDGEMENTS = STORES = ("readings", "kinds", "judgements")
"""What is kept from build to build: names of stores below the cache's folder."""

Progress = Callable[[str, int, int], None]
"""Told a step's name, how much of it is done, and of how much."""


def no_progress(_step: str, _done: int, _of: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """What a check was asked for.

    Attributes:
        applications: The folder of applications.
        call: Id of a call, or the path of a call profile.
        data: The folder of call profiles, kinds, lexicons and rules.
        limits: Processes to use and what each may use; with one process everything runs in this
            one.
        passwords: Tried on files that need one.
        ocr: Whether pictures of pages are read by OCR.
        cache: The folder of what is kept from build to build, None to keep nothing.
        fresh: Read every file again, known or not.
    """

    applications: Path
    call: str
    data: Path
    limits: Limits = field(default_factory=Limits)
    passwords: tuple[str, ...] = ()
    ocr: bool = True
    cache: Path | None = None
    fresh: bool = False


def store_of(options: CheckOptions, name: str) -> Store | None:
    """Return the store of this name, None if nothing is to be kept."""
    return None if options.cache is None else Store(options.cache / name)


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions(CheckOptions):
    """What a build was asked for.

    Attributes:
        out: The folder of outputs.
        workbook: Whether to write the workbook besides the tables.
        report: Whether to write the report.
        highlights: Whether to write highlighted copies of the PDFs.
        edits: Copies of the workbook whose edits are read besides those of the one in OUT.
        force: Go on where the workbook is open elsewhere, or is none of this build.
    """

    out: Path
    workbook: bool = True
    report: bool = True
    highlights: bool = True
    edits: tuple[Path, ...] = ()
    force: bool = False

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders that the build writes for people to open."""
        wanted = {HIGHLIGHTED: self.highlights, REPORT: self.report}
        return tuple(name for name, is_wanted in wanted.items() if is_wanted)

    @property
    def outputs(self) -> tuple[str, ...]:
        """The names of everything that is written."""
        wanted = {"workbook": self.workbook, "report": self.report, "highlights": self.highlights}
        return ("tables", *(name for name, is_wanted in wanted.items() if is_wanted))


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What steers a run: the call, and the data of the toolkit."""

    call: Call
    call_sha256: str
    kinds: Kinds
    lexicons: Lexicons
    page_rules: PageRules
    rules: Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Who sent what. ``identities`` are all candidate ids ever given, as JSON."""

    applications: tuple[Application, ...]
    unassigned: tuple[Document, ...]
    problems: tuple[Problem, ...]
    ignored: tuple[str, ...]
    identities: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditsRead:
    """What a build read back of what the committee typed.

    Attributes:
        counts: Edits that were new, by the name of the workbook.
        disputed: What this build found overruled by another edit, or not understood.
        notes: What could not be read, in plain words.
    """

    counts: Mapping[str, int] = field(default_factory=dict)
    disputed: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build leads to.

    Attributes:
        result: The result.
        edits: What the committee had typed since the last build.
        written: What became of the workbooks.
    """

    result: Result
    edits: EditsRead
    written: Written
