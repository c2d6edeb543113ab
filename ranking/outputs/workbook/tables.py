"""The columns of every table of the workbook, with the words that explain them."""

from ranking.outputs.workbook.table import Column, Table

_CANDIDATE = Column("candidate", "Candidate", 10)
_NAME = Column("name", "Name", 22)
_QUOTE = Column("quote", "Quote", 64, "wrap", "Words of the page, verbatim.")
_FILE = Column("file", "File", 26, "wrap", "The file as submitted.")
_PAGE = Column("page", "Page", 6, "integer", "Page of the file, counted from 1.")

EVIDENCE = Table(
    "Evidence",
    (
        Column("id", "ID", 12, "muted", "Stays the same from build to build."),
        _CANDIDATE,
        _NAME,
        Column("criterion", "Criterion", 18, "wrap"),
        Column("concept", "Concept", 18, "wrap", "What was recognised."),
        Column("level", "Level", 12, "text", "How strong the passage is; points are on Weights."),
        _QUOTE,
        _FILE,
        _PAGE,
        Column("section", "Section", 13, "wrap", "Section of the document."),
        Column(
            "proof",
            "Proof",
            11,
            "text",
            "Independent proofs: transcript, thesis, article, certificate, and the candidate's own "
            "account (CV and letter together are one).",
        ),
        Column("rule", "Rule", 15, "wrap", "The lexicon entry and rule that found the passage."),
        Column(
            "decision",
            "Decision",
            12,
            "input",
            "Yours. Empty or accept: the level stays. reject: the passage counts nothing. "
            "Another level: it counts as that.",
        ),
        Column("note", "Note", 24, "input", "Yours: why you decided so."),
        Column("counts_as", "Counts as", 12, "text", "The level after your decision."),
        Column("points", "Points", 8, "points", "Points of that level."),
    ),
)

WORKING = Table(
    "Working",
    (
        Column("id", "ID", 12),
        _CANDIDATE,
        Column("criterion", "Criterion", 20),
        Column("group", "Group", 8, "integer", "Passages of one number count as one proof."),
        Column("row", "Row", 8, "integer", "Where the passage stands on Evidence, 0 if deleted."),
        Column("points", "Points", 8, "points"),
        Column("flag", "Flag", 8, "integer", "1: a proof, an achievement, a stated interest."),
        Column("stated", "Stated", 8, "points", "Part of the points of stated interests."),
    ),
)

BREAKDOWN = Table(
    "Breakdown",
    (
        _CANDIDATE,
        _NAME,
        Column("criterion", "Criterion", 22),
        Column("passages", "Passages", 10, "integer", "Passages that earn points."),
        Column("best", "Best", 8, "points", "Points of the best passage (interests: own work)."),
        Column("stated", "Stated", 8, "points", "Points of stated interests, each topic once."),
        Column("proofs", "Different", 10, "integer", "Independent proofs; different achievements."),
        Column("bonus", "Bonus", 8, "points", "For further proofs or achievements."),
        Column("score", "Score", 8, "points", "Empty: nothing is known."),
        Column("known", "Known", 10, "center", "unknown: documents were not read; not a zero."),
        Column("unread_level", "Unread level", 12, "center", "The most that unread pages show."),
        Column("unread_proofs", "Unread proofs", 9, "integer", "Proofs that unread pages may add."),
        Column("unread_best", "Unread best", 9, "points", "The most the score could be."),
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
        _NAME,
        Column("total", "Total", 9, "total", "0 to 100, of what is known."),
        Column("low", "Low", 9, "share", "The total with every unknown at its worst."),
        Column("could_be", "Could be", 9, "share", "The total with every unknown at its best."),
        Column("place", "Place", 8, "integer", "By total; equal totals share a place."),
        Column("order", "Order", 8, "integer", "Row on Ranking."),
        Column("formal", "Formal", 12, "center", "The worst verdict of the gates."),
        Column("problems", "Problems", 10, "integer", "Warnings and errors, see Problems."),
        Column("unread", "Not fully read", 10, "integer", "Files with pages that were not read."),
    ),
)

NOT_COUNTED = Table(
    "Not counted",
    (
        _CANDIDATE,
        _NAME,
        Column("criterion", "Criterion", 22, "wrap"),
        Column("concept", "Concept", 20, "wrap"),
        _QUOTE,
        _FILE,
        _PAGE,
        Column("assertion", "Says", 14, "text", "What the passage claims: a negation, a plan, ..."),
        Column("reason", "Why it does not count", 44, "wrap"),
        Column("rule", "Rule", 16, "wrap"),
        Column("id", "ID", 12, "muted"),
    ),
)

REQUIREMENTS = Table(
    "Requirements",
    (
        _CANDIDATE,
        _NAME,
        Column("requirement", "Requirement", 34, "wrap"),
        Column("gate", "Gate", 7, "center", "A gate is part of the formal status on Ranking."),
        Column("verdict", "Verdict", 11, "center", "met, expected, unclear or not met."),
        _QUOTE,
        _FILE,
        _PAGE,
        Column("note", "Note", 44, "wrap", "What to ask or to check."),
    ),
)

PROBLEMS = Table(
    "Problems",
    (
        _CANDIDATE,
        _NAME,
        Column("severity", "Severity", 10, "center"),
        Column("code", "Code", 22),
        _FILE,
        _PAGE,
        Column("message", "What happened", 60, "wrap"),
        Column("advice", "What to do", 56, "wrap"),
    ),
)
