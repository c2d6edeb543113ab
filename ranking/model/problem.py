"""Problems are values: what a person should know, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters to the committee."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Code:
    """What is the same for every problem of one code."""

    severity: Severity
    advice: str


CODES: dict[str, Code] = {
    "unreadable": Code(
        Severity.ERROR,
        "Open the file by hand; if it does not open, ask the applicant for it again.",
    ),
    "password-needed": Code(
        Severity.ERROR,
        "Ask the applicant for the password or an open copy, then build again with --password.",
    ),
    "encrypted": Code(Severity.INFO, "Nothing to do: the file was opened and read."),
    "empty-file": Code(Severity.ERROR, "Ask the applicant to send the document again."),
    "not-pdf": Code(Severity.WARNING, "Open the file by hand, or ask the applicant for a PDF."),
    "too-large": Code(
        Severity.WARNING, "The call's limit is exceeded; decide whether to accept it."
    ),
    "too-many-pages": Code(Severity.WARNING, "Look at the pages after the limit by hand."),
    "timeout": Code(Severity.ERROR, "Open the file by hand; reading it took too long."),
    "scanned": Code(
        Severity.INFO, "The pages are pictures; look at them by hand where it matters."
    ),
    "ocr-used": Code(Severity.INFO, "Compare quotes of this file with the picture of the page."),
    "ocr-missing": Code(
        Severity.WARNING, "Look at these pages by hand: they are pictures and were not read."
    ),
    "garbage-text": Code(
        Severity.WARNING, "Look at these pages by hand: their text layer is broken."
    ),
    "hidden-text": Code(
        Severity.WARNING,
        "Look at the page: words are there that cannot be seen; a template's leftover is possible.",
    ),
    "xfa-form": Code(Severity.ERROR, "Ask the applicant for a flat PDF (print to PDF)."),
    "attachment-inside": Code(
        Severity.WARNING, "Look at the files attached inside the PDF by hand."
    ),
    "duplicate-file": Code(Severity.INFO, "Nothing to do: the content counts once."),
    "similar-letter": Code(
        Severity.WARNING,
        "Compare the two letters; a common template or adviser is possible, and both count.",
    ),
    "same-family-name": Code(
        Severity.WARNING, "Check that the files of these applicants are with the right person."
    ),
    "unassigned-file": Code(
        Severity.ERROR,
        "Put the file into the applicant's folder, or name it in the applicant list.",
    ),
    "merged-document": Code(Severity.INFO, "Several documents in one file; each part was read."),
    "wrong-reference-number": Code(
        Severity.WARNING, "Check that the application is meant for this position."
    ),
    "bad-file-name": Code(Severity.INFO, "Nothing to do: the file was read under its own name."),
    "missing-document": Code(Severity.WARNING, "Ask the applicant for the document."),
    "missing-letter": Code(Severity.WARNING, "Ask the applicant for a personal letter."),
    "letter-too-long": Code(Severity.INFO, "Decide whether the pages beyond the limit are read."),
    "keyword-stuffing": Code(Severity.WARNING, "Lists of terms have nothing behind them: ask."),
    "copied-from-call": Code(Severity.WARNING, "Ask the applicant for interests in own words."),
    "not-fully-read": Code(
        Severity.WARNING, "Parts of this application were not read: see could-be."
    ),
    "quote-not-found": Code(
        Severity.ERROR, "The passage was not counted: compare it with the page."
    ),
    "no-highlight": Code(
        Severity.INFO, "Open the original at the page that the evidence names; all of it counts."
    ),
    "missing-applicant": Code(
        Severity.WARNING, "The applicant list names this person, but no file is theirs: ask."
    ),
}
"""Every code of the toolkit. The README lists them; a test keeps the two lists equal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something a person should know, with its place and the next step.

    ``file`` is the path below the applications folder, ``page`` counts from 1.
    """

    code: str
    message: str
    advice: str
    severity: Severity
    candidate: str | None = None
    file: str | None = None
    page: int | None = None


def problem(
    code: str,
    message: str,
    *,
    file: str | None = None,
    page: int | None = None,
    candidate: str | None = None,
) -> Problem:
    """Make a problem with the severity and advice of its code.

    Raises:
        KeyError: If the code is not one of ``CODES``.
    """
    known = CODES[code]
    return Problem(
        code=code,
        message=message,
        advice=known.advice,
        severity=known.severity,
        candidate=candidate,
        file=file,
        page=page,
    )
