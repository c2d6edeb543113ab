"""Own evidence: passages that the committee adds. They count like the rest, at once."""

from ranking.model.call import Scale
from ranking.model.evidence import LADDER
from ranking.model.input_tables import OWN as INPUTS
from ranking.outputs.workbook import own_rows
from ranking.outputs.workbook.cells import Content, Fx
from ranking.outputs.workbook.context import Context
from ranking.outputs.workbook.inputs import typed
from ranking.outputs.workbook.lists import offered
from ranking.outputs.workbook.own_rows import OWN_ACCOUNT, OwnRow
from ranking.outputs.workbook.passage_cells import word
from ranking.outputs.workbook.plan import FIRST, Plan
from ranking.outputs.workbook.rules import PROOF_NAMES
from ranking.outputs.workbook.sheet import Sheet
from ranking.outputs.workbook.tables import LISTS, OWN_EVIDENCE
from ranking.outputs.workbook.validation import ask_number, offer_cells, offer_words

_HELPERS = ("candidate_place", "choice", "level_place", "group", "block")
_MOST_PAGES = 1_000_000


def write(sheet: Sheet, context: Context) -> None:
    """Write the committee's passages, and blank rows for new ones."""
    intro = (
        "What you found yourself: one row a passage, and it counts like those on Evidence once "
        "nothing is missing. For research interests choose the topic. The next build reads it "
        "back and gives it a lasting id."
    )
    sheet.start(OWN_EVIDENCE, intro, frozen="D")
    rows = context.values.own
    contents = (_row(row, own, context) for row, own in enumerate(rows, start=FIRST))
    last = sheet.fill(OWN_EVIDENCE, contents)
    for key in _HELPERS:
        sheet.worksheet.column_dimensions[OWN_EVIDENCE.letters[key]].hidden = True
    _validate(sheet, context.plan, last)


def _validate(sheet: Sheet, plan: Plan, last: int) -> None:
    cells = {c.key: OWN_EVIDENCE.cells(c.key, FIRST, last) for c in OWN_EVIDENCE.columns}
    people = LISTS.span("list_candidates", FIRST, plan.last_candidate)
    help_text = "The id of a candidate, such as C001; the name appears beside it."
    offer_cells(sheet, cells["candidate"], people, "Candidate", help_text)
    names = LISTS.span("choice_names", FIRST, FIRST + max(1, offered(plan)) - 1)
    help_text = "A criterion; for research interests, the topic of the project."
    offer_cells(sheet, cells["criterion"], names, "Criterion or topic", help_text)
    levels = (*LADDER, *plan.call.scoring.achievements)
    help_text = "A level of the criterion's scale; Weights says what the levels mean."
    offer_words(sheet, cells["level"], levels, "Level", help_text)
    ask_number(sheet, cells["page"], (1, _MOST_PAGES), "Page", "Page of the file, from 1.")


def _row(row: int, own: OwnRow, context: Context) -> tuple[Content, ...]:
    """Return what was typed, the name after the candidate's id, and what follows from them."""
    candidate, *further = typed(context.plan.result.review, INPUTS, own.id)
    place = _at("candidate_place", row)
    name = Fx(f'IF({place}=0,"",INDEX(list_people,{place}))', own.name)
    return (own.id, candidate, name, *further, *_formulas(row, own, context.plan))


def _formulas(row: int, own: OwnRow, plan: Plan) -> tuple[Fx, ...]:
    """Return whether the passage counts and what it earns, then the helpers behind it."""
    return (
        Fx(_missing(row), own.missing),
        Fx(_proof(row, plan), _proof_name(own, plan)),
        Fx(_points(row, plan), own.points),
        Fx(_position("list_candidates", f"TRIM({_at('candidate', row)})"), own.candidate),
        Fx(_position("choice_names", f"TRIM({_at('criterion', row)})"), own.choice),
        Fx(_level(row, plan), own.level),
        Fx(_group(row, plan), own.group),
        Fx(_block(row, plan), own.block),
    )


def _at(key: str, row: int) -> str:
    return OWN_EVIDENCE.at(key, row)


def _position(names: str, text: str) -> str:
    """Return the formula for the place of a text in a list, from 1; 0 where it is not in it.

    Why no MATCH: it takes * and ? for any letters.
    """
    return f"SUMPRODUCT(MAX(({names}={text})*(ROW({names})-ROW(INDEX({names},1))+1)))"


def _is(row: int, plan: Plan, *scales: Scale) -> str:
    """Return the formula for whether the criterion of a row is of one of the scales."""
    numbers = [n for n, c in enumerate(plan.criteria, start=1) if c.scale in scales]
    criterion = f"INDEX(choice_criterion,{_at('choice', row)})"
    checks = ",".join(f"{criterion}={number}" for number in numbers)
    return f"OR({checks})" if checks else "FALSE"


def _level(row: int, plan: Plan) -> str:
    typed_level = word(_at("level", row))
    of_ladder, of_achievements = (
        _position(names, typed_level) for names in ("level_names", "achievement_names")
    )
    if not plan.call.scoring.achievements:
        of_achievements = "0"
    achieved = _is(row, plan, Scale.ACHIEVEMENTS)
    return f"IF({_at('choice', row)}=0,0,IF({achieved},{of_achievements},{of_ladder}))"


def _group(row: int, plan: Plan) -> str:
    """Return the group of a topic, or the proof of an area's passage by the file it names."""
    choice = _at("choice", row)
    topic = f"INDEX(choice_group,{choice})"
    return f"IF({choice}=0,0,IF({_is(row, plan, Scale.AREA)},{_proof_number(row)},{topic}))"


def _proof_number(row: int) -> str:
    """Return the proof of the first file that fits; no such file is the candidate's own account."""
    file, page = f"TRIM({_at('file', row)})", f"IFERROR(VALUE({_at('page', row)}),1)"
    page = f"MAX(1,{page})"
    named = f"((file_path={file})+(file_name={file})+(file_stem={file})>0)"
    owner = f"(file_candidate=TRIM({_at('candidate', row)}))"
    inside = f"(file_first<={page})*(file_last>={page})"
    backward = "(ROWS(file_path)+ROW(INDEX(file_path,1))-ROW(file_path))"
    first = f"SUMPRODUCT(MAX({owner}*{named}*{inside}*{backward}))"
    found = f"INDEX(file_proof,ROWS(file_path)+1-{first})"
    return f'IF({file}="",{OWN_ACCOUNT},IFERROR(IF({first}=0,{OWN_ACCOUNT},{found}),{OWN_ACCOUNT}))'


def _block(row: int, plan: Plan) -> str:
    """Return the row of candidate and criterion on Breakdown, 0 while something is missing."""
    candidate, choice = _at("candidate_place", row), _at("choice", row)
    place = f"INDEX(choice_criterion,{choice})"
    known = f"AND({candidate}>0,{choice}>0,{_at('level_place', row)}>0,{_has_quote(row)})"
    return f"IF({known},{FIRST - 1}+({candidate}-1)*{len(plan.criteria)}+{place},0)"


def _has_quote(row: int) -> str:
    return f"LEN(TRIM({_at('quote', row)}))>0"


def _missing(row: int) -> str:
    """Return what is missing, in words."""
    inputs = f"{_at('candidate', row)},{_at('criterion', row)}:{_at('who', row)}"
    lacks = (
        (f"{_at('candidate_place', row)}=0", own_rows.NO_CANDIDATE),
        (f"{_at('choice', row)}=0", own_rows.NO_CRITERION),
        (f"{_at('level_place', row)}=0", own_rows.NO_LEVEL),
        (f"NOT({_has_quote(row)})", own_rows.NO_QUOTE),
    )
    told = "&".join(f'IF({lack},"{what}","")' for lack, what in lacks)
    listed = f'"{own_rows.LACKS}"&LEFT({told},LEN({told})-2)'
    return f'IF(COUNTA({inputs})=0,"",IF({_at("block", row)}>0,"{own_rows.COMPLETE}",{listed}))'


def _proof(row: int, plan: Plan) -> str:
    names = ",".join(f'"{name}"' for name in ("none", *PROOF_NAMES))
    shown = f"AND({_at('block', row)}>0,{_is(row, plan, Scale.AREA)})"
    return f'IF({_at("block", row)}=0,"",IF({shown},CHOOSE({_at("group", row)}+1,{names}),""))'


def _proof_name(own: OwnRow, plan: Plan) -> str:
    if not own.block:
        return ""
    criterion = plan.criteria[(own.block - FIRST) % len(plan.criteria)]
    return ("none", *PROOF_NAMES)[own.group] if criterion.scale is Scale.AREA else ""


def _points(row: int, plan: Plan) -> str:
    level, choice = _at("level_place", row), _at("choice", row)
    achieved = "0"
    if plan.call.scoring.achievements:
        achieved = f"INDEX(achievement_points,{level})"
    of_level = f"INDEX(level_points,{level})"
    formula = of_level
    if plan.call.topics:
        topic = f"INDEX(topic_points,INDEX(choice_topic,{choice}))"
        shown = f"{of_level}*shown_share/core_points"
        about = f"{topic}*IF({level}=1,1,{shown})"
        formula = f"IF({_is(row, plan, Scale.INTERESTS)},{about},{of_level})"
    formula = f"IF({_is(row, plan, Scale.ACHIEVEMENTS)},{achieved},{formula})"
    return f"IF({_at('block', row)}=0,0,{formula})"
