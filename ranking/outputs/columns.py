"""The columns of the tables: what each holds, and as what pandas reads it.

Why dtypes are set and not guessed: a column that happens to be empty, or to have no gap, must not
change its type from one cohort to the next. All of them know missing values.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

TEXT, NUMBER, WHOLE, TRUTH, LIST = "string", "float64", "Int64", "boolean", "object"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its dtype in pandas, and its meaning in a line."""

    dtype: str
    meaning: str


_CANDIDATE = Column(TEXT, "Id of the candidate, the same from build to build")
_CRITERION = Column(TEXT, "Id of the criterion in the call")
_FILE = Column(TEXT, "Path below the applications folder, as submitted")
_PAGE = Column(WHOLE, "Page of the file, from 1")
_QUOTE = Column(TEXT, "Verbatim words of that page")
_COUNTED = Column(TRUTH, "Whether it counts, after the committee's decisions")
_FAMILY_NAME = Column(TEXT, "Family name")
_GIVEN_NAME = Column(TEXT, "Given name")

COLUMNS: Mapping[str, Mapping[str, Column]] = MappingProxyType(
    {
        "candidates": {
            "candidate": _CANDIDATE,
            "family_name": _FAMILY_NAME,
            "given_name": _GIVEN_NAME,
            "email": Column(TEXT, "E-mail address, empty where none was found"),
            "files": Column(LIST, "Paths of the files"),
            "not_fully_read": Column(LIST, "Paths of files of which some page was not read"),
        },
        "facts": {
            "candidate": _CANDIDATE,
            "fact": Column(TEXT, "What it is: education, thesis_title, publication, language..."),
            "value": Column(TEXT, "The fact itself, in the words of the page"),
            "date": Column(TEXT, "Its date as written, empty where none stands there"),
            "file": _FILE,
            "page": _PAGE,
        },
        "documents": {
            "candidate": Column(TEXT, "Id of the candidate; missing for a file of nobody"),
            "file": _FILE,
            "sha256": Column(TEXT, "Hash of the file's bytes"),
            "kind": Column(TEXT, "cv, letter, thesis, article, transcript, certificate, ..."),
            "kind_reason": Column(TEXT, "The clues that told the kind"),
            "language": Column(TEXT, "Code of the language, empty where unknown"),
            "pages": Column(WHOLE, "Number of pages"),
            "parts": Column(LIST, "Kind, first_page and last_page of each part of a merged file"),
            "reader": Column(TEXT, "How its words were obtained: text, ocr, mixed, none"),
            "unread_pages": Column(LIST, "Numbers of pages that were not read"),
            "hidden_words": Column(WHOLE, "Words that nobody can see; they count nothing"),
        },
        "evidence": {
            "id": Column(TEXT, "Id of the passage, as in the workbook"),
            "candidate": _CANDIDATE,
            "criterion": _CRITERION,
            "concept": Column(TEXT, "Concept of the lexicon, achievement, or topic"),
            "level": Column(TEXT, "Level of the ladder, or of problem solving"),
            "quote": _QUOTE,
            "file": _FILE,
            "page": _PAGE,
            "boxes": Column(LIST, "Where it stands: [x0, y0, x1, y1] in PDF points, each"),
            "section": Column(TEXT, "Section of the document, empty where unknown"),
            "assertion": Column(TEXT, "affirmed, negated, hypothetical, other_person, ..."),
            "counted": _COUNTED,
            "reason": Column(TEXT, "Why it does not count, or how it got its level"),
            "rule": Column(TEXT, "Lexicon entry and rule that made it; committee for its own"),
            "reader": Column(TEXT, "How its words were obtained: text or ocr"),
        },
        "interests": {
            "candidate": _CANDIDATE,
            "topic": Column(TEXT, "Id of the topic in the call"),
            "quote": _QUOTE,
            "file": _FILE,
            "page": _PAGE,
            "counted": _COUNTED,
            "reason": Column(TEXT, "Why it does not count, empty where it does"),
        },
        "requirements": {
            "candidate": _CANDIDATE,
            "requirement": Column(TEXT, "Id of the formal requirement"),
            "verdict": Column(TEXT, "met, expected, unclear, not_met, after the rulings"),
            "quote": Column(TEXT, "Verbatim words that show it, empty where none do"),
            "file": Column(TEXT, "Path of their file, empty without a quote"),
            "page": Column(WHOLE, "Their page, from 1; missing without a quote"),
            "note": Column(TEXT, "What it rests on, or what to ask"),
        },
        "scores": {
            "candidate": _CANDIDATE,
            "criterion": _CRITERION,
            "score": Column(NUMBER, "0 to the cap; missing where unknown"),
            "could_be": Column(NUMBER, "The score with every unknown at its best"),
            "evidence": Column(LIST, "Ids of the passages that made the score"),
        },
        "ranking": {
            "candidate": _CANDIDATE,
            "family_name": _FAMILY_NAME,
            "given_name": _GIVEN_NAME,
            "total": Column(NUMBER, "0 to 100; missing where nothing was read"),
            "low": Column(NUMBER, "The total with every unknown at its worst"),
            "could_be": Column(NUMBER, "The total with every unknown at its best"),
            "rank": Column(WHOLE, "Place by total, from 1; ties share it"),
            "formal": Column(TEXT, "The worst verdict of the call's gates"),
            "tier": Column(TEXT, "Group of candidates that the data cannot tell apart"),
            "p_first": Column(NUMBER, "How often first under other weights and points, 0 to 1"),
            "p_shortlist": Column(NUMBER, "How often on the shortlist under them, 0 to 1"),
            "rank_low": Column(WHOLE, "The best rank under them"),
            "rank_high": Column(WHOLE, "The worst rank under them"),
        },
        "courses": {
            "candidate": _CANDIDATE,
            "course": Column(TEXT, "Name of the course as on the transcript"),
            "area": Column(TEXT, "Criterion or field of study; empty where not relevant"),
            "credits": Column(NUMBER, "Credits; missing where none stand there"),
            "grade": Column(TEXT, "Grade as written"),
            "grade_0_1": Column(NUMBER, "Grade from 0 to 1; missing where the scale is unknown"),
            "scale": Column(TEXT, "Id of the grade scale, empty where unknown"),
            "passed": Column(TRUTH, "Whether it was passed; missing where unknown"),
            "file": _FILE,
            "page": _PAGE,
        },
        "problems": {
            "candidate": Column(TEXT, "Id of the candidate; missing where it concerns nobody"),
            "file": Column(TEXT, "Path of the file; missing where it concerns none"),
            "page": Column(WHOLE, "Page from 1; missing where it concerns none"),
            "code": Column(TEXT, "Code of the problem, as listed in the README"),
            "severity": Column(TEXT, "How much it matters: info, warning, error"),
            "message": Column(TEXT, "What is the matter"),
            "advice": Column(TEXT, "What to do next"),
        },
    }
)
"""Every column of every table, in the tables' own order."""
