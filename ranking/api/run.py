"""A run in a notebook: its tables as pandas DataFrames, and why they say so.

Which columns a table has, of which dtype, and what they mean: ``Run.columns``.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from ranking.api.frames import describe, frame, read_frames, rows_of
from ranking.errors import UserError
from ranking.inputs.candidates import find_candidate
from ranking.inputs.earlier import Used, read_used
from ranking.model.assessment import Assessment, Dossier, Score
from ranking.model.call import Call
from ranking.model.explanation import Comparison, Explanation
from ranking.model.result import Provenance, Result
from ranking.outputs.tables import TABLES
from ranking.scoring import score
from ranking.scoring.explanation import compare
from ranking.scoring.explanation import explain as explain_total
from ranking.scoring.totals import rank
from ranking.steps.originals import Originals, originals, text_frame
from ranking.steps.recalling import agree, recall, recall_checks, recall_place
from ranking.steps.what_if import what_if

_RECALLED = ("candidates", "documents", "evidence", "interests", "courses")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The tables of one build, a row an object; columns as in the tables' own order.

    The committee's edits are in them, as far as the build has read them back. All dtypes know
    missing values: ``string``, ``float64``, ``Int64``, ``boolean``, and ``object`` for lists.
    To change a table, copy it and put it into a copy of the run (``dataclasses.replace``).

    Attributes:
        out: The folder of the build.
        candidates: Who applied, with which files.
        facts: Facts at a glance.
        documents: Every file, with kind, language, pages and what was not read.
        evidence: Every passage about a criterion, counted or not.
        interests: Stated research interests by topic.
        requirements: Verdicts on the formal requirements.
        scores: Scores by candidate and criterion; missing where unknown.
        ranking: Totals and ranks, best first.
        courses: Rows of the transcripts.
        problems: What a person should know.
        terms: What the scores rest on besides the tables; None where the build does not tell.
    """

    out: Path
    candidates: pd.DataFrame
    facts: pd.DataFrame
    documents: pd.DataFrame
    evidence: pd.DataFrame
    interests: pd.DataFrame
    requirements: pd.DataFrame
    scores: pd.DataFrame
    ranking: pd.DataFrame
    courses: pd.DataFrame
    problems: pd.DataFrame
    terms: Used | None = field(default=None, repr=False)
    _known: dict[str, tuple[Dossier, tuple[Score, ...]]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )  # of candidates once looked at, so that sliders over rescore move at once

    @staticmethod
    def columns(table: str) -> pd.DataFrame:
        """Return the columns of a table: ``column``, ``dtype`` and ``meaning``, a row each.

        Raises:
            UserError: If there is no such table.
        """
        return describe(table)

    @property
    def call(self) -> Call:
        """The call as the build used it, with the committee's weights and points.

        Raises:
            UserError: If the build does not tell.
        """
        return self._used().call

    @property
    def names(self) -> dict[str, str]:
        """Names by candidate id."""
        rows = self.candidates.to_dict("records")
        return {
            row["candidate"]: f"{row['given_name']} {row['family_name']}".strip() for row in rows
        }

    def explain(self, candidate: str) -> Explanation:
        """Return why a candidate has this total: every score with the passages that made it.

        Args:
            candidate: An id such as ``C001``, or a part of a name that no other candidate has.

        Raises:
            UserError: If nobody or more than one is meant, or the tables are not of one build.
        """
        found = find_candidate(candidate, self.names)
        used = self._used()
        dossier, scores = self._scored(found, used)
        (row,) = rows_of(self.ranking, found)
        return explain_total(dossier, scores, recall_place(row), used.call)

    def why(self, one: str, other: str) -> Comparison:
        """Return the differences between two candidates, largest first.

        Raises:
            UserError: As ``explain``.
        """
        return compare(self.explain(one), self.explain(other))

    def rescore(
        self,
        weights: Mapping[str, float] | None = None,
        points: Mapping[str, float] | None = None,
    ) -> "Run":
        """Return this run as it would be with other weights and points; nothing is written.

        ``scores`` and ``ranking`` are made anew, by the same scoring as in a build; the other
        tables are the same. What is not named stays. ``explain``, ``why`` and ``rescore`` go on
        from the new numbers.

        Args:
            weights: Weights by criterion, such as ``{"group_theory": 1.0}``.
            points: Points by level, level of problem solving, or rank of a stated topic, such as
                ``{"thesis": 4.0, "national": 3.5, "core": 2.0}``.

        Raises:
            UserError: If a name or number cannot be, or the tables are not of one build.
        """
        used = self._used()
        changed = replace(used, call=what_if(used.call, weights or {}, points or {}))
        assessments = tuple(self._assessed(one, used, changed.call) for one in self.names)
        result = Result(
            call=changed.call,
            assessments=assessments,
            places=rank(assessments, changed.call),
            unassigned=(),
            problems=(),
            provenance=Provenance(),
        )
        scores, ranking = (frame(name, TABLES[name](result)) for name in ("scores", "ranking"))
        rescored = replace(self, scores=scores, ranking=ranking, terms=changed)
        known = {one.candidate: (one.dossier, one.scores) for one in assessments}
        rescored._known.update(known)  # noqa: SLF001 - of the same class
        return rescored

    def picture(
        self, evidence: str, applications: str | Path | None = None, passwords: Sequence[str] = ()
    ) -> bytes:
        """Return the place of a passage on its page as a PNG, its words under a marker.

        Args:
            evidence: Id of the passage, as in the table evidence and in the workbook.
            applications: The applications folder, by default where it was at the build.
            passwords: Tried on a file that needs one.

        Raises:
            UserError: If there is no such passage, its file is not the same any more, or nothing
                can be shown, as in a Word file, which has no pages.
        """
        found = self.evidence[self.evidence["id"] == evidence].to_dict("records")
        if not found:
            raise UserError(f"There is no passage '{evidence}'.", "Ids are in the table evidence.")
        passage = found[0]
        if not passage["file"]:
            raise UserError(
                f"Passage '{evidence}' has no document: the committee added it.",
                "Ask who wrote it on the sheet Own evidence.",
            )
        (row,) = self.documents[self.documents["file"] == passage["file"]].to_dict("records")
        boxes = tuple((x0, y0, x1, y1) for x0, y0, x1, y1 in passage["boxes"])
        return self._originals(applications, passwords).picture(row, (passage["page"], boxes))

    def texts(
        self, *kinds: str, applications: str | Path | None = None, passwords: Sequence[str] = ()
    ) -> pd.DataFrame:
        """Return the words of the documents of some kinds, such as ``"letter", "thesis"``.

        A row a document, those inside merged files one by one: ``candidate``, ``file``, ``kind``,
        ``first_page``, ``last_page``, ``text``. Copies and files of nobody are left out. What the
        build has read comes from the cache.

        Args:
            kinds: Kinds as in the table documents.
            applications: The applications folder, by default where it was at the build.
            passwords: Tried on files that need one.

        Raises:
            UserError: If a file is not the same any more.
        """
        copies = self.problems.loc[self.problems["code"] == "duplicate-file", "file"]
        sought = self.documents["parts"].map(lambda parts: any(p["kind"] in kinds for p in parts))
        known = self.documents["candidate"].notna() & ~self.documents["file"].isin(copies)
        rows = self.documents[known & sought].to_dict("records")
        files = self._originals(applications, passwords)
        return text_frame(rows, files.documents(rows, self._used().call), kinds)

    def _originals(self, given: str | Path | None, passwords: Sequence[str]) -> Originals:
        return originals(self.out, None if given is None else Path(given), passwords)

    def _used(self) -> Used:
        return self.terms or read_used(self.out)

    def _scored(self, candidate: str, used: Used) -> tuple[Dossier, tuple[Score, ...]]:
        """Return what is known of a candidate, and the scores, which must be those of the table."""
        if candidate not in self._known:
            tables = {name: rows_of(getattr(self, name), candidate) for name in _RECALLED}
            dossier = recall(tables, used.hidden)
            scores = score(dossier, used.call)
            if not agree(scores, rows_of(self.scores, candidate)):
                raise UserError(
                    f"The scores of {candidate} in {self.out} do not follow from its other tables.",
                    "They are not of one build, or of another version: run `rank build` again.",
                )
            self._known[candidate] = dossier, scores
        return self._known[candidate]

    def _assessed(self, candidate: str, used: Used, call: Call) -> Assessment:
        """Return a candidate with the scores of another call."""
        dossier, _ = self._scored(candidate, used)
        return Assessment(
            dossier=dossier,
            requirements=recall_checks(rows_of(self.requirements, candidate)),
            scores=score(dossier, call),
        )


def load_run(out: str | Path) -> Run:
    """Load the tables of a build.

    Raises:
        UserError: If the folder holds no complete build.
    """
    folder = Path(out)
    frames = read_frames(folder)
    terms = None
    with suppress(UserError):  # told by what needs them
        terms = read_used(folder)
    return Run(out=folder, terms=terms, **frames)
