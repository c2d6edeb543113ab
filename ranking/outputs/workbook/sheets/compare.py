"""Compare: two candidates criterion by criterion; what decides between them comes first."""

from ranking.outputs.workbook.best import best_told
from ranking.outputs.workbook.cells import Content, Fx
from ranking.outputs.workbook.committee import decision_of
from ranking.outputs.workbook.context import Context, shown
from ranking.outputs.workbook.pair import TOLD, Line, Pair, chosen, tenths
from ranking.outputs.workbook.plan import FIRST, Entry, Plan
from ranking.outputs.workbook.sheet import LINE_HEIGHT, PADDING, Sheet
from ranking.outputs.workbook.sheets import candidates
from ranking.outputs.workbook.styles import heat_map, status_rules
from ranking.outputs.workbook.table import Column, Table
from ranking.outputs.workbook.validation import offer_cells

TABLE = Table(
    "Compare",
    (
        Column("decides", "Decides", 9, "integer", "1: what makes the largest difference."),
        Column("criterion", "Criterion", 23, "bold"),
        Column("weight", "Weight", 8, "points", "From the sheet Weights."),
        Column("score_1", "Score of first", 10, "score", "0 to the cap; ? means unknown."),
        Column("score_2", "Score of second", 10, "score", "0 to the cap; ? means unknown."),
        Column(
            "adds_1",
            "Adds to first",
            10,
            "score",
            "What it adds to the total. Only the best areas count; what is unknown is taken to "
            "be as good as the rest.",
        ),
        Column("adds_2", "Adds to second", 10, "score", "What it adds to the total."),
        Column("difference", "Difference", 11, "total", "Above 0: the first is ahead."),
        Column("ahead", "Ahead", 24, "bar", "Who is ahead; a block for each point of the total."),
        Column("best_1", "Best passage of first", 56, "wrap", "Its level, words, file and page."),
        Column("best_2", "Best passage of second", 56, "wrap", "Its level, words, file and page."),
        Column("pick", "Pick", 8, "helper", hidden=True),
        Column("title", "Title", 20, "helper", hidden=True),
        Column("share", "Share", 8, "helper", hidden=True),
        Column("gap", "Gap", 8, "helper", hidden=True),
        Column("order", "Order", 8, "helper", hidden=True),
    ),
    first=12,
)
"""The last five are hidden: all criteria in the order of the call, and their places here."""

PICK = list(TABLE.letters).index("pick") + 1
CHOICE = {1: 6, 2: 7}
"""Rows in which the first and the second candidate are chosen."""

READY = f"{TABLE.letters['pick']}$6*{TABLE.letters['pick']}$7"
"""Not 0 if both cells hold the id of a candidate."""

LONGEST_BAR = 12

LINES = 5
"""Lines of every row: it cannot grow when other candidates are chosen."""


def write(sheet: Sheet, context: Context) -> None:
    """Write the choice of two candidates, a sentence, and a row a criterion."""
    plan = context.plan
    intro = "Choose two candidates in the yellow cells; everything follows. The choice is not kept."
    sheet.start(TABLE, intro)
    sheet.worksheet.freeze_panes = "A3"
    if not plan.entries:
        return
    pair = chosen(context)
    _write_choice(sheet, pair, context)
    sheet.put(9, 1, _sentence(pair, plan), "lead")
    for row, line in enumerate(pair.lines, start=TABLE.first):
        cells = (*_line(row, line, pair, context), *_helper(row, pair, context))
        sheet.row(row, cells, tuple(column.style for column in TABLE.columns))
        sheet.worksheet.row_dimensions[row].height = LINES * LINE_HEIGHT + PADDING
    _write_totals(sheet, pair, context)
    scores = f"{TABLE.at('score_1', TABLE.first)}:{TABLE.at('score_2', _last(plan))}"
    sheet.color(scores, [heat_map(plan.call.scoring.cap)])
    sheet.print_up_to(TABLE.at("best_2", _last(plan) + 1))


def _last(plan: Plan) -> int:
    return TABLE.first + len(plan.criteria) - 1


def _helped(key: str, plan: Plan) -> str:
    """Return the rows of a hidden column."""
    letter = TABLE.letters[key]
    return f"${letter}${TABLE.first}:${letter}${_last(plan)}"


def _position(number: int) -> str:
    """Return the cell with the place of the first or second candidate on Candidates."""
    return f"${TABLE.letters['pick']}${CHOICE[number]}"


def _write_choice(sheet: Sheet, pair: Pair, context: Context) -> None:
    """Write the two yellow cells and what is known of the chosen."""
    titles = ("", "ID", "Name", "", "", "Place", "Total", "Formal", "Decision")
    header = ("header", "header", "header", "header", "header", *(("header_center",) * 4))
    sheet.row(CHOICE[1] - 1, titles, header)
    ids = candidates.table(context.plan).span("candidate", FIRST, context.plan.last_candidate)
    styles = ("text", "input", "bold", "text", "text", "integer", "total", "center", "center")
    for (number, row), entry in zip(CHOICE.items(), pair.entries, strict=True):
        sheet.row(row, _chosen(number, entry, context), styles)
        place = f"IFERROR(MATCH({TABLE.at('criterion', row)},{ids},0),0)"
        sheet.put(row, PICK, Fx(place, entry.row - FIRST + 1), "helper")
    cells = TABLE.cells("criterion", CHOICE[1], CHOICE[2])
    offer_cells(sheet, cells, ids, "Candidate", "The id of a candidate, such as C001.")
    sheet.color(f"H{CHOICE[1]}:I{CHOICE[2]}", status_rules())


def _chosen(number: int, entry: Entry, context: Context) -> tuple[Content, ...]:
    """Return the cells of the first or second candidate."""
    plan, value = context.plan, context.values.candidates[entry.candidate]
    found = {
        "place": shown(value.rank),
        "total": shown(value.total),
        "formal": candidates.formal(entry),
        "decision": decision_of(plan, entry.candidate),
    }
    return (
        ("First", "Second")[number - 1],
        entry.candidate,
        _of("name", number, entry.name, plan, missing='"choose a candidate"'),
        None,
        None,
        *(_of(key, number, value, plan) for key, value in found.items()),
    )


def _of(key: str, number: int, value: str | float, plan: Plan, missing: str = '""') -> Fx:
    """Return a cell of Candidates for the first or second candidate."""
    span = candidates.table(plan).span(key, FIRST, plan.last_candidate)
    place = _position(number)
    return Fx(f"IF({place}=0,{missing},INDEX({span},{place}))", value)


def _block(kind: str, plan: Plan) -> str:
    """Return the columns of all criteria on Candidates, of scores or of something hidden."""
    keys = (f"{kind}{plan.criteria[0].id}", f"{kind}{plan.criteria[-1].id}")
    return candidates.table(plan).block(keys, FIRST, plan.last_candidate)


def _line(row: int, line: Line, pair: Pair, context: Context) -> tuple[Content, ...]:
    """Return the visible cells of a row."""
    plan, pick = context.plan, TABLE.at("pick", row)
    fetched = {
        kind: [f"INDEX({_block(kind, plan)},{_position(n)},${pick})" for n in CHOICE]
        for kind in ("", candidates.ADDS, candidates.BEST)
    }
    scores = [f'IF({cell}="","?",{cell})' for cell in fetched[""]]
    best = [best_told(cell, context) for cell in fetched[candidates.BEST]]
    first, second, own = (TABLE.at(k, row) for k in ("adds_1", "adds_2", "difference"))
    return (
        row - TABLE.first + 1,
        Fx(f"INDEX({_helped('title', plan)},${pick})", line.title),
        Fx(f"INDEX({_helped('share', plan)},${pick})", line.weight),
        *map(_ready, scores, ("?" if s is None else s for s in line.scores)),
        *map(_ready, fetched[candidates.ADDS], line.adds),
        _ready(f"ROUND({first}-{second},6)", line.difference),
        _ready(_ahead(own), _bar(line, pair)),
        *map(_ready, best, line.best),
    )


def _ready(formula: str, value: str | float) -> Fx:
    """Return a formula that shows nothing until two candidates are chosen."""
    return Fx(f'IF({READY}=0,"",{formula})', value)


def _ahead(difference: str) -> str:
    whom = f"IF({difference}>0,{_id(1)},{_id(2)})"
    blocks = f'REPT("█",MAX(1,MIN({LONGEST_BAR},ROUND(ABS({difference}),0))))'
    return f'IF({difference}=0,"",{whom}&" "&{blocks})'


def _bar(line: Line, pair: Pair) -> str:
    if not line.difference:
        return ""
    blocks = max(1, min(LONGEST_BAR, int(abs(line.difference) + 0.5)))
    return f"{pair.ahead(line.difference).candidate} {'█' * blocks}"


def _id(number: int) -> str:
    """Return the cell with the id of the first or second candidate."""
    return f"${TABLE.letters['criterion']}${CHOICE[number]}"


def _helper(row: int, pair: Pair, context: Context) -> tuple[Content, ...]:
    """Return the hidden cells of a row: a criterion in the order of the call, and its place."""
    plan, number = context.plan, row - TABLE.first
    line = pair.in_order[number]
    gap, gaps = TABLE.at("gap", row), _helped("gap", plan)
    above = f"{gaps.partition(':')[0]}:{gap}"
    adds = [f"INDEX({_block(candidates.ADDS, plan)},{_position(n)},{number + 1})" for n in CHOICE]
    return (
        Fx(f"MATCH({TABLE.at('decides', row)},{_helped('order', plan)},0)",
           pair.lines[number].number),
        line.title,
        Fx(context.layout.weight(number), line.weight),
        Fx(f"IF({READY}=0,0,ROUND(ABS({'-'.join(adds)}),6))", abs(line.difference)),
        Fx(f"RANK({gap},{gaps},0)+COUNTIF({above},{gap})-1", pair.lines.index(line) + 1),
    )  # fmt: skip


def _write_totals(sheet: Sheet, pair: Pair, context: Context) -> None:
    """Write the last row: the totals and their difference."""
    plan, row = context.plan, _last(context.plan) + 1
    span = candidates.table(plan).span("total", FIRST, plan.last_candidate)
    totals = (f"SUM(INDEX({span},{_position(number)}))" for number in CHOICE)
    first, second = TABLE.at("adds_1", row), TABLE.at("adds_2", row)
    cells = (
        None, "Total", None, None, None,
        *map(_ready, totals, pair.totals),
        _ready(f"ROUND({first}-{second},6)", pair.difference),
    )  # fmt: skip
    sheet.row(row, cells, ("text", "bold", "text", "text", "text", "total", "total", "total"))


def _sentence(pair: Pair, plan: Plan) -> Fx:
    """Say in words who is ahead, and what decides."""
    by = TABLE.at("difference", _last(plan) + 1)
    names = [f"$C${row}" for row in CHOICE.values()]
    ahead = f'IF({by}>0,{names[0]},{names[1]})&" is ahead by "&ROUND(ABS({by}),1)&" of 100 points."'
    told = "Equal totals."
    if pair.difference:
        name = pair.ahead(pair.difference).name
        told = f"{name} is ahead by {tenths(abs(pair.difference))} of 100 points."
    parts, words = [], []
    for row, line in enumerate(pair.lines[:TOLD], start=TABLE.first):
        gap = TABLE.at("difference", row)
        whom = f"IF({gap}>=0,{_id(1)},{_id(2)})"
        title = TABLE.at("criterion", row)
        parts.append(f'{title}&" ("&ROUND(ABS({gap}),1)&" for "&{whom}&")"')
        whom = pair.ahead(line.difference).candidate
        words.append(f"{line.title} ({tenths(abs(line.difference))} for {whom})")
    formula = f'IF({by}=0,"Equal totals.",{ahead})&" What decides: "&' + '&", "&'.join(parts)
    return _ready(f'{formula}&"."', f"{told} What decides: {', '.join(words)}.")
