"""Method: how it works, in plain words, from the call itself so that it stays true."""

from collections.abc import Iterator

from ranking.model.call import Call, Scale, TopicRank
from ranking.outputs.workbook.context import Context, plural
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
    yield "From a passage to points", (*_areas(call), _interests(call), *_others(call))
    yield "From points to a total", _totals(call)
    yield "What is shown, and what counts", _shown(call)
    yield "What is not known", _unknown(call)
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


def _areas(call: Call) -> tuple[str, ...]:
    scoring = call.scoring
    areas = ", ".join(criterion.title for criterion in call.areas)
    levels = ", ".join(f"{level} {points:g}" for level, points in scoring.levels.items())
    return (
        f"Areas ({areas}): each passage has a level, each level has points; the best counts.",
        f"The levels and their points: {levels}. Weights says what they mean.",
        (
            f"Each further independent proof of an area adds {scoring.proof_bonus:g}, at most "
            f"{scoring.proof_bonus_max} times: a transcript, a thesis, an article, a certificate, "
            "and the candidate's own account (CV and letter together) are proofs, from coursework "
            "on. Saying a thing often earns nothing."
        ),
    )


def _interests(call: Call) -> str:
    scoring = call.scoring
    titles = {rank: ", ".join(t.title for t in call.topics if t.rank is rank) for rank in TopicRank}
    topics = "; ".join(
        f"{r} {points:g} ({titles[r]})" for r, points in scoring.stated_points.items()
    )
    return (
        "Research interests: topics of the project that are named as the candidate's own interest "
        f"earn {topics}, together at most {scoring.stated_cap:g}; topics of one group count once. "
        f"The best own work on a topic earns {scoring.shown_share:.0%} of the points of its "
        "level, less for topics further from the core, at most "
        f"{scoring.cap - scoring.stated_cap:g}. Sentences copied from the advert count nothing."
    )


def _others(call: Call) -> tuple[str, ...]:
    scoring = call.scoring
    achievements = ", ".join(f"{name} {points:g}" for name, points in scoring.achievements.items())
    return (
        (
            f"Problem solving has levels of its own: {achievements}. The best counts, and each "
            f"further different achievement adds {scoring.achievement_bonus:g}, at most "
            f"{scoring.achievement_bonus_max} times."
        ),
        (
            "Course grades: the mean of passed relevant courses, weighted by credits, on the "
            f"transcript's own scale, mapped to 0 to {scoring.cap:g}."
        ),
    )


def _totals(call: Call) -> tuple[str, ...]:
    scoring = call.scoring
    weights = "; ".join(f"{c.title} {c.weight:g} ({c.reason.rstrip('.')})" for c in call.criteria)
    others = [c.title for c in call.criteria if c.scale is not Scale.AREA]
    return (
        f"A score is 0 to {scoring.cap:g}. Weights and their reasons: {weights}.",
        (
            f"Of the {len(call.areas)} areas only the best {scoring.areas_counted}, after "
            "weighing, count: the call asks for some of them, so a specialist is not punished "
            f"for the others. To them are added {', '.join(others)}."
        ),
        (
            "The total, 0 to 100, is the sum of weight times score, as a share of the most that "
            "the same weights could earn. Equal totals share a place. Breakdown shows every step."
        ),
    )


def _unknown(call: Call) -> tuple[str, ...]:
    return (
        (
            "Unknown is not zero. Where documents could not be read, or the scale of the grades is "
            "not known, a criterion has no value and is shown as ?. It leaves the total, with its "
            "weight, until somebody finds out; an unknown area is only not among the best ones. "
            "Where everything was read and nothing found, the score is 0."
        ),
        (
            "Low is the total with every unknown at its worst, could be with every unknown at its "
            "best: each unread document holds the most that its kind can hold."
        ),
        (
            f"The shortlist has {plural(call.scoring.shortlist, 'place')}. Whoever could be on it "
            "or off it, depending on what is unknown, is marked undecided: read those files by "
            "hand."
        ),
    )


def _shown(call: Call) -> tuple[str, ...]:
    return (
        (
            "A long thesis says the same thing a hundred times. So Evidence shows the strongest "
            f"passages of a candidate and criterion: {call.scoring.passages_shown}, and more only "
            "where each is another proof, achievement, topic or level. What is shown counts, and "
            "so does what you add on Own evidence; the rest counts nothing, and Breakdown says how "
            "much that is. All of it is in tables/evidence.jsonl, beside this workbook."
        ),
        (
            "Which passages are shown is settled before your decisions are applied, and a passage "
            "that you decided about stays: to reject one does not make another one appear."
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
