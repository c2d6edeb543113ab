"""Method: how it works, in plain words, from the call itself so that it stays true."""

from collections.abc import Iterator

from ranking.outputs.workbook.context import Context, plural
from ranking.outputs.workbook.scoring_in_words import (
    points_in_words,
    shown_in_words,
    totals_in_words,
    unknown_in_words,
)
from ranking.outputs.workbook.sheet import Sheet

_WIDTH = 118

_LINKS = (
    "A name on Ranking leads to the candidate's page of the report, a page on Evidence and Not "
    "counted to the highlighted place in the document. The folders report and highlighted must "
    "stay beside this workbook, and links open only once editing is enabled."
)


def write(sheet: Sheet, context: Context) -> None:
    """Write headings and paragraphs."""
    sheet.put(1, 1, "Method", "title")
    sheet.worksheet.row_dimensions[1].height = 24
    sheet.worksheet.column_dimensions["A"].width = _WIDTH
    row = 3
    for heading, paragraphs in _chapters(context):
        sheet.put(row, 1, heading, "section")
        for text in paragraphs:
            row += 1
            sheet.put(row, 1, text, "prose")
            sheet.height(row, [(text, _WIDTH)], room=5)
        row += 2
    sheet.page()


def _chapters(context: Context) -> Iterator[tuple[str, tuple[str, ...]]]:
    call = context.plan.call
    yield "What this is", _purpose(context)
    yield "Where to find what", (*_sheets(), *((_LINKS,) if context.linked else ()))
    yield "From a passage to points", points_in_words(call)
    yield "From points to a total", totals_in_words(call)
    yield "What is shown, and what counts", shown_in_words(call)
    yield "What is not known", unknown_in_words(call)
    yield "What you may change", _editing()
    yield "How your words are kept", _kept()
    yield "What is not looked at", _fairness()
    yield "Limits", _limits()


def _purpose(context: Context) -> tuple[str, ...]:
    call = context.plan.call
    count = plural(len(context.plan.entries), "application")
    return (
        (
            f"{count} for: {call.title} ({call.employer}, {call.department}; reference number "
            f"{call.reference_number}, deadline {call.deadline.isoformat()})."
        ),
        (
            "The workbook finds and sorts what the documents say. Humans decide. Nobody is "
            "accepted or excluded by it, and a high total is a reason to read, not a verdict."
        ),
        (
            "Every point is a quote on a page: the sheet Evidence has the words, the file and "
            "the page of each. What was found and does not count is on Not counted, with its "
            "reason."
        ),
    )


def _sheets() -> tuple[str, ...]:
    return (
        (
            "Ranking sorts everybody and says what to look at. Compare sets two candidates side by "
            "side, what decides first. Charts shows what adds up to the totals, and who has shown "
            "what at which level. Candidates has facts at a glance."
        ),
        (
            "Evidence, Own evidence and Not counted hold the passages; Requirements, Interests and "
            "Courses what else was found. Breakdown explains every score. Problems says what was "
            "not read and what to ask. Provenance says what this workbook was made from."
        ),
    )


def _editing() -> tuple[str, ...]:
    return (
        (
            "Yellow cells are yours; the other cells are protected against slips, without a "
            "password. Ranking sorts itself at once when you change one of these:"
        ),
        "Evidence: reject a passage, or give it another level. Say why, and who you are.",
        "Not counted: let a passage count that was left out, with the word count or a level.",
        "Own evidence: add a passage that was missed, with its words, file and page.",
        "Requirements: rule on a verdict. The worst verdict of the gates is the formal status.",
        "Weights: weights, points of levels, bonus, caps. Change them before you look at names.",
        (
            "Decisions and Reviews move nobody. Decisions holds what the committee decides about a "
            "candidate, with reason, name and conflict of interest; Reviews the scores and "
            "comments of its members. Both are shown on Ranking beside the total."
        ),
        (
            "If numbers look old, press Ctrl+Shift+F9 (Excel and LibreOffice): everything is "
            "computed again. Sheets can be filtered; sorting Evidence is blocked, but would do "
            "no harm."
        ),
    )


def _kept() -> tuple[str, ...]:
    return (
        (
            "This workbook is made anew by every build, and nothing that you typed is lost: the "
            "build first reads the yellow cells of the workbook that is there, whatever you "
            "sorted, filtered or renamed, and writes what changed to decisions.jsonl, with the "
            "time and the number of the build. Nothing in that file is ever changed or removed. "
            "Then it applies what holds, and shows it here again."
        ),
        (
            "Several people can work in copies of one workbook. rank build --edits COPY.xlsx reads "
            "a copy, and may be told of many. Where two changed the same cell, the newer edit "
            "wins; the other one stands on Carried over, with the name of its file."
        ),
        (
            "Carried over also holds what no longer has a row, for example a note about a passage "
            "that is gone because the applicant sent a new file. It stays there through all later "
            "builds, and takes effect again when its row comes back."
        ),
        (
            "To take something back, empty its cell. Save and close the workbook before you build: "
            "one that is open is not replaced. A workbook that you changed goes to backups first."
        ),
    )


def _fairness() -> tuple[str, ...]:
    return (
        (
            "Name, gender, age, nationality, photo, address, family and the name of a university "
            "earn or cost nothing. Names stand beside the ids only so that you find the files."
        ),
    )


def _limits() -> tuple[str, ...]:
    return (
        (
            "Passages are recognised by words and rules, not understood. A real strength said in "
            "unusual words can be missed, and a passage can get a wrong level: the quotes are "
            "there to be checked. Files that could not be read are on Problems."
        ),
        "Recommendation letters, motivation, and how somebody works with others are not judged.",
        "Close totals mean nothing: a decision about one passage can exchange neighbours.",
        (
            "A pattern of words that earns points can be imitated. Lists of terms, hidden text and "
            "sentences copied from the call are reported under Look at on Ranking; they are a "
            "reason to read, and no proof of bad faith."
        ),
        (
            "Rows do not grow by themselves when formulas show a longer text: drag the row, or "
            "look at the sheet that the text comes from."
        ),
    )
