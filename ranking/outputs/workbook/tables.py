"""The columns of every table of the workbook, with the words that explain them."""

from ranking.model.input_tables import EVIDENCE as EVIDENCE_INPUTS
from ranking.model.input_tables import NOT_COUNTED as NOT_COUNTED_INPUTS
from ranking.model.input_tables import OWN
from ranking.model.input_tables import REQUIREMENTS as REQUIREMENTS_INPUTS
from ranking.outputs.workbook.columns import CANDIDATE, FILE, NAME, PAGE, QUOTE
from ranking.outputs.workbook.table import Column, Table

_PASSAGE_INPUTS = EVIDENCE_INPUTS.headers[0].fields
_OWN = OWN.headers[0].fields
_RULING = REQUIREMENTS_INPUTS.headers[0].fields
_CONCEPT = Column("concept", "Concept", 26, "muted", "What was recognised.")
_RULE = Column("rule", "Rule", 46, "muted", "The lexicon entry and rule that found the passage.")
_NOTE = Column("note", _PASSAGE_INPUTS["note"], 24, "input", "Yours: why you decided so.")
_WHO = Column("who", _PASSAGE_INPUTS["who"], 12, "input", "Yours: who decided so.")
_LEVEL_PLACE = Column(
    "level_place", "On the scale", 8, "integer", "From 1; 0: it does not count.", hidden=True
)

EVIDENCE = Table(
    "Evidence",
    (
        Column("id", "ID", 12, "muted", "Stays the same from build to build."),
        CANDIDATE,
        NAME,
        Column("criterion", "Criterion", 18, "wrap"),
        Column("level", "Level", 12, "text", "How strong the passage is; points are on Weights."),
        QUOTE,
        FILE,
        PAGE,
        Column(
            "decision",
            _PASSAGE_INPUTS["decision"],
            12,
            "input",
            "Yours. Empty or accept: the level stays. reject: the passage counts nothing. "
            "Another level: it counts as that.",
        ),
        _NOTE,
        _WHO,
        Column("counts_as", "Counts as", 12, "text", "The level after your decision."),
        Column("points", "Points", 8, "points", "Points of that level."),
        _LEVEL_PLACE,
        _CONCEPT,
        Column("section", "Section", 14, "text", "Section of the document."),
        Column(
            "proof",
            "Proof",
            11,
            "text",
            "Independent proofs: transcript, thesis, article, certificate, and the candidate's own "
            "account (CV and letter together are one).",
        ),
        _RULE,
    ),
)

OWN_EVIDENCE = Table(
    "Own evidence",
    (
        Column("id", OWN.id, 12, "muted", "A new row gets a lasting id when the next build reads."),
        Column("candidate", _OWN["candidate"], 11, "input", "Yours: the id, such as C001."),
        Column("name", "Name", 22, "text", "Follows the id."),
        Column("criterion", _OWN["criterion"], 24, "input", "Yours: a criterion, or a topic."),
        Column("level", _OWN["level"], 13, "input", "Yours: a level of the criterion's scale."),
        Column("quote", _OWN["quote"], 64, "input", "Yours: the words of the page."),
        Column(
            "file",
            _OWN["file"],
            26,
            "input",
            "Yours: the name of the file. Its kind tells which proof the passage is; without a "
            "file that is known it is the candidate's own account.",
        ),
        Column("page", _OWN["page"], 7, "input_integer", "Yours: page of the file, from 1."),
        Column("note", _OWN["note"], 24, "input", "Yours: why it matters."),
        Column("who", _OWN["who"], 14, "input", "Yours: who added it."),
        Column("missing", "What is missing", 34, "wrap", "A row counts once nothing is missing."),
        Column("proof", "Proof", 11, "text", "The independent proof that an area's passage is."),
        Column("points", "Points", 8, "own_points", "Points of the level, once the row counts."),
        Column("candidate_place", "Candidate no.", 8, "integer", hidden=True),
        Column("choice", "Choice no.", 8, "integer", hidden=True),
        _LEVEL_PLACE,
        Column("group", "Group", 8, "integer", hidden=True),
        Column("block", "Row of Breakdown", 8, "integer", hidden=True),
    ),
)

WORKING = Table(
    "Working",
    (
        Column("id", "ID", 12),
        CANDIDATE,
        Column("criterion", "Criterion", 20),
        Column("group", "Group", 8, "integer", "Passages of one number count once."),
        Column("row", "Row", 8, "integer", "Place on Evidence or Not counted, 0 if deleted."),
        _LEVEL_PLACE,
        Column("points", "Points", 8, "points", "Of topics; elsewhere the level tells them."),
    ),
)

LISTS = Table(
    "Lists",
    (
        Column("choice_names", "Criterion or topic", 30),
        Column("choice_criterion", "Criterion no.", 10, "integer"),
        Column("choice_topic", "Topic no.", 10, "integer"),
        Column("choice_group", "Group", 10, "integer"),
        Column("list_candidates", "Candidate", 10),
        Column("list_people", "Name", 22),
        Column("file_candidate", "Candidate", 10),
        Column("file_path", "File", 40),
        Column("file_name", "Name of the file", 30),
        Column("file_stem", "Without ending", 30),
        Column("file_first", "First page", 10, "integer"),
        Column("file_last", "Last page", 10, "integer"),
        Column("file_proof", "Proof no.", 10, "integer"),
        Column("level_numbers", "Level no.", 8, "integer"),
        Column("level_order", "Order by points", 8, "integer", "0: it earns nothing."),
        Column("achievement_numbers", "Achievement no.", 8, "integer"),
        Column("achievement_order", "Order by points", 8, "integer", "0: it earns nothing."),
        Column("gate", "Gate", 20),
        Column("gate_place", "Row", 8, "integer", "Place on Requirements, 0 if deleted."),
        Column("gate_severity", "Severity", 8, "integer", "1: met, to 4: not met."),
    ),
)

BREAKDOWN = Table(
    "Breakdown",
    (
        CANDIDATE,
        NAME,
        Column("criterion", "Criterion", 22),
        Column("passages", "Passages", 10, "integer", "Passages that count."),
        Column("own", "Added", 8, "integer", "Those of them that stand on Own evidence."),
        Column("hidden", "Not shown", 9, "integer", "Weaker passages; see tables/evidence.jsonl."),
        Column("best", "Best", 8, "points", "Points of the best passage (interests: own work)."),
        Column("best_level", "Best level no.", 8, "integer", hidden=True),
        Column("best_place", "Best place", 8, "integer", "On Working.", hidden=True),
        Column("stated", "Stated", 8, "points", "Points of stated interests, each topic once."),
        Column("proofs", "Different", 10, "integer", "Proofs, achievements, or stated topics."),
        Column("bonus", "Bonus", 8, "points", "For further proofs or achievements."),
        Column("mean", "Mean grade", 9, "grade", "Of passed relevant courses, 0 to 1."),
        Column("score", "Score", 8, "points", "Empty: nothing is known; not a zero."),
        Column("unread", "Unread", 9, "center", "Whether unread pages bear on it."),
        Column("unread_level", "Unread level", 12, "center", "The most that unread pages show."),
        Column("unread_proofs", "Unread proofs", 9, "integer", "Proofs that unread pages may add."),
        Column("could_be", "Could be", 8, "points", "The score with every unknown at its best."),
        Column("weight", "Weight", 8, "points", "From the sheet Weights."),
        Column("weighted", "Weighted score", 9, "points"),
        Column("weighted_could_be", "Weighted could be", 9, "points"),
        Column("weight_used", "Weight used", 9, "points", "0 while the score is unknown."),
        Column("counts", "Counts", 8, "center", "Whether it counts: only the best areas do."),
    ),
)

CANDIDATES = Table(
    "Candidates",
    (
        Column("candidate", "ID", 8),
        NAME,
        Column("total", "Total", 9, "total", "0 to 100, of what is known."),
        Column("low", "Low", 9, "share", "The total with every unknown at its worst."),
        Column("could_be", "Could be", 9, "share", "The total with every unknown at its best."),
        Column("place", "Place", 8, "integer", "By total; equal totals share a place."),
        Column("order", "Order", 8, "integer", "Row on Ranking.", hidden=True),
        Column("formal", "Formal", 12, "center", "The worst verdict of the gates."),
        Column("decision", "Decision", 11, "center", "From the sheet Decisions."),
        Column("mean", "Committee", 11, "score", "The mean of the members' scores on Reviews."),
        Column("flags", "Look at", 24, "wrap", "Warnings and errors in words, see Problems."),
        Column("problems", "Problems", 10, "integer", "Warnings and errors, see Problems."),
        Column("unread", "Not fully read", 10, "integer", "Files with pages that were not read."),
    ),
)

NOT_COUNTED = Table(
    "Not counted",
    (
        Column("id", NOT_COUNTED_INPUTS.id, 12, "muted", "Stays the same from build to build."),
        CANDIDATE,
        NAME,
        Column("criterion", "Criterion", 18, "wrap"),
        Column("level", "Level", 12, "text", "How strong it would be."),
        QUOTE,
        FILE,
        PAGE,
        Column("assertion", "Says", 14, "text", "What the passage claims: a negation, a plan, ..."),
        Column("reason", "Why it does not count", 44, "wrap"),
        Column(
            "decision",
            _PASSAGE_INPUTS["decision"],
            12,
            "input",
            "Yours. Empty: it does not count. count: it counts at its level. A level: it counts "
            "as that.",
        ),
        _NOTE,
        _WHO,
        Column("counts_as", "Counts now as", 12, "text", "The level if you switched it on."),
        Column("points", "Points", 8, "own_points", "Points of that level."),
        _LEVEL_PLACE,
        _CONCEPT,
        _RULE,
    ),
)

REQUIREMENTS = Table(
    "Requirements",
    (
        CANDIDATE,
        NAME,
        Column("requirement", "Requirement", 34, "wrap"),
        Column("gate", "Gate", 7, "center", "A gate is part of the formal status on Ranking."),
        Column("verdict", "Verdict", 11, "center", "As found: met, expected, unclear or not met."),
        Column(
            "ruling",
            _RULING["ruling"],
            11,
            "input",
            "Yours: your verdict, where the one found does not hold.",
        ),
        Column("stands", "Stands as", 11, "center", "Your ruling, else the verdict as found."),
        QUOTE,
        FILE,
        PAGE,
        Column("ask", "What to ask", 44, "wrap", "What to ask or to check."),
        Column("note", _RULING["note"], 30, "input", "Yours: why you ruled so."),
        Column("who", _RULING["who"], 14, "input", "Yours: who ruled."),
        Column("id", REQUIREMENTS_INPUTS.id, 24, "muted", "Candidate and requirement."),
        Column(
            "severity", "Severity", 8, "integer", "Of a gate: 1 met, to 4 not met.", hidden=True
        ),
    ),
)

PROBLEMS = Table(
    "Problems",
    (
        CANDIDATE,
        NAME,
        Column("severity", "Severity", 10, "center"),
        Column("code", "Code", 22),
        FILE,
        PAGE,
        Column("message", "What happened", 60, "wrap"),
        Column("advice", "What to do", 56, "wrap"),
    ),
)
