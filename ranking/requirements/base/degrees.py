"""Claims of degrees: which degree, how it stands, and when, each with its passage.

In a CV, a transcript or a certificate a claim is the line that names the degree with the lines
around it that belong to the entry; in a letter it is a sentence in the first person.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ranking.model.application import Application
from ranking.model.document import Kind
from ranking.requirements.base import degree_words as words
from ranking.requirements.base.dates import Moment, moments, span
from ranking.requirements.base.levels import Level, Standing
from ranking.requirements.base.passages import Passage, lines, pages, sentences

_ELSEWHERE = frozenset(
    {
        "awards",
        "publications",
        "talks",
        "patents",
        "referees",
        "skills",
        "languages",
        "interests",
        "courses",
        "teaching",
    }
)
_OWN_ACCOUNT = re.compile(r"\b(?:I|my|[Jj]ag|[Mm]in|[Ii]ch|[Mm]ein\w*|[Jj]e|[Mm]on|[Mm]a)\b")
_WISH = re.compile(
    r"(?i:\b(?:if|would|asks?\s+for|announcement|advert|requires?|requirement|plan\s+to|want\s+to"
    r"|intend|apply\s+for|applying\s+for|another)\b)"
)
_CLAUSE = re.compile(r",?\s+(?:and|und|och|et)\s+(?=(?:an?|my|the|eine[nm]?|en|un)\s)")
_DATES_ONLY = re.compile(r"[\W\d]*(?:[^\W\d_]{1,9}\.?[\W\d]*){0,4}")
_THESIS_LINE = re.compile(
    r"(?i:[\W\d]*(?:\w+['\u2019]?s?\s+)?(?:thesis|dissertation|advis|supervis|project))"
)
_STARTS_WITH_DATE = re.compile(
    r"[\s•·*\u2013-]*(?:[^\W\d_]{3,9}\.?\s)?(?:\d{1,2}[./])?(?:19|20)\d\d(?!\d)(?!\W+\Z)"
)
_TABLE = re.compile(
    r"(?i:(?=.*\b(?:courses?|modules?|subjects?|papers?|units?|components?|asignaturas?|matières?|ue"
    r"|disciplinas?|attività|insegnament[oi]|esami|kurs\w*|modul|fach|vak|emne\w*"
    r"|lehrveranstaltung\w*)\b)"
    r"(?=.*\b(?:grades?|marks?|notes?|noten?|voto|voti|notas?|betyg|cijfer|karakter\w*|scores?"
    r"|results?|situation|status|credits?|ects|cfu)\b)[^\d]*(?:/\s?\d{1,3}\D*)?\Z"
    r"|\W*(?:year|semester|term|jahr|année|anno|año|ano|årskurs|studienjahr)\s+(?:\d|[IV]+\b)"
    r"|\W*[A-Z]{2,5}\s?\d{3,5}\b.*\d)"
)
"""Where the courses of a transcript begin: head of the table, year of study, code of a course."""

_PERSONAL = re.compile(
    r"(?i:(?:name|namn|student|matri[kc]|personn|register|seat|kod\b|code\b|kurskod"
    r"|date\s+of\s+birth))"
)
_STALE = dt.timedelta(days=183)
"""A date that lies so long before the deadline is not when a degree is still expected."""

_LINES_AFTER = 3
_LINES_BEFORE = 2
_FOUR_YEARS_IN_MONTHS = 43


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A degree that a passage names; ``explicit`` where words, not years, say how it stands."""

    level: Level
    standing: Standing
    explicit: bool
    date: Moment | None
    passage: Passage


def claims(application: Application, deadline: dt.date) -> tuple[Claim, ...]:
    """Return the claims of degrees, those of official documents first, denied ones left out."""
    passages = [*_entries(application), *_statements(application)]
    made = (_claim(passage, deadline) for passage in passages)
    return tuple(claim for claim in made if claim.standing is not Standing.DENIED)


def _entries(application: Application) -> Iterator[Passage]:
    for kind, document, page in pages(application, Kind.CERTIFICATE, Kind.TRANSCRIPT, Kind.CV):
        found = lines(kind, document, page)
        places = _places_of_degrees(found)
        headed = bool(places) and _is_institution_above(found, places[0])
        for place in places:
            first = _first_line(found, place, headed=headed)
            last = _last_line(found, first, place, headed=headed)
            head = found[place]
            yield Passage(
                text=" ".join(line.text for line in found[first : last + 1]),
                file=head.file,
                page=head.page,
                kind=kind,
                section=head.section,
            )


def _places_of_degrees(found: list[Passage]) -> list[int]:
    """Return the lines that name a degree, and not a contest called "Master of ..."."""
    return [
        place
        for place, line in enumerate(found)
        if _names_degree(line)
        and line.section not in _ELSEWHERE
        and not words.CONTEST.search(
            " ".join(above.text for above in found[max(place - 1, 0) : place + 1])
        )
    ]


def _is_contest(line: Passage) -> bool:
    return words.CONTEST.search(line.text) is not None


def _statements(application: Application) -> Iterator[Passage]:
    for kind, document, page in pages(application, Kind.LETTER):
        for sentence in sentences(kind, document, page):
            if _OWN_ACCOUNT.search(sentence.text) and not _WISH.search(sentence.text):
                for clause in _CLAUSE.split(sentence.text):
                    passage = Passage(text=clause, file=sentence.file, page=page.number, kind=kind)
                    if _names_degree(passage):
                        yield passage


def _names_degree(line: Passage) -> bool:
    return bool(words.MASTER.search(line.text) or words.BACHELOR.search(line.text))


def _is_institution_above(found: list[Passage], place: int) -> bool:
    """Whether the line above a degree names an institution and belongs to the same entry."""
    if not place or found[place - 1].section != found[place].section:
        return False
    above = found[place - 1].text
    named = words.INSTITUTION.search(above) and not words.INSTITUTION.search(found[place].text)
    return bool(named) and not _names_degree(found[place - 1]) and not _THESIS_LINE.match(above)


def _first_line(found: list[Passage], place: int, *, headed: bool) -> int:
    """Go back over dates, and an institution, that stand above the line with the degree.

    ``headed`` says that the entries of this page start with an institution.
    """
    first = place
    while first and place - first < _LINES_BEFORE:
        above = found[first - 1]
        if _names_degree(above) or above.section != found[place].section:
            break
        heads = bool(moments(above.text)) and _DATES_ONLY.fullmatch(above.text) is not None
        if not heads and not (headed and _is_institution_above(found, first)):
            break
        first -= 1
    return first


def _last_line(found: list[Passage], first: int, place: int, *, headed: bool) -> int:
    """Go on until the next degree, the next section, or a line that starts with another date."""
    last = place
    dated = any(moments(line.text) for line in found[first : place + 1])
    for number in range(place + 1, min(place + 1 + _LINES_AFTER, len(found))):
        line = found[number]
        next_entry = dated and _STARTS_WITH_DATE.match(line.text)
        next_entry = next_entry or (headed and words.INSTITUTION.search(line.text))
        heading = line.text.isupper() or line.section != found[place].section
        table = line.kind is Kind.TRANSCRIPT and _TABLE.match(line.text)
        if _names_degree(line) or next_entry or heading or table or _PERSONAL.match(line.text):
            break
        dated = dated or bool(moments(line.text))
        last = number
    return last


def _claim(passage: Passage, deadline: dt.date) -> Claim:
    text = words.PARTIAL.sub(lambda match: " " * len(match[0]), passage.text)
    standing, explicit, date = _standing(text, passage.kind, deadline)
    return Claim(
        level=_level(text), standing=standing, explicit=explicit, date=date, passage=passage
    )


def _level(text: str) -> Level:
    if _is_master(text):
        return Level.MASTER
    if words.FOUR_YEARS.search(text):
        return Level.FOUR_YEAR_BACHELOR
    if words.THREE_YEARS.search(text):
        return Level.THREE_YEAR_BACHELOR
    return _level_by_years(text)


def _is_master(text: str) -> bool:
    """Whether a master's degree is what is named first, or together with a bachelor's."""
    master, bachelor = words.MASTER.search(text), words.BACHELOR.search(text)
    if not master or not bachelor:
        return master is not None
    return master.start() <= bachelor.start() or words.INTEGRATED.search(text) is not None


def _level_by_years(text: str) -> Level:
    """Return the level where only years can tell; that a programme is short, words must say."""
    whole = span(text)
    months = whole.months if whole else None
    long = months is not None and months >= _FOUR_YEARS_IN_MONTHS
    return Level.FOUR_YEAR_BACHELOR if long else Level.BACHELOR


def _standing(text: str, kind: Kind, deadline: dt.date) -> tuple[Standing, bool, Moment | None]:
    if words.DENIED.search(text):
        return Standing.DENIED, True, None
    whole = span(text)
    end = whole.end if whole else None
    if expected := words.EXPECTED.search(text):
        date = _near(text, expected) or end
        open_ = date is None or date.last_day < deadline - _STALE
        return (Standing.ONGOING if open_ else Standing.EXPECTED), True, date
    if held := words.HELD.search(text):
        date = end or _near(text, held)
        late = date is not None and date.first_day > deadline
        return (Standing.EXPECTED if late else Standing.HELD), True, date
    if words.ONGOING.search(text) or (whole and end is None):
        return (Standing.EXPECTED if end else Standing.ONGOING), False, end
    return _standing_by_date(text, kind, end, deadline)


def _standing_by_date(
    text: str, kind: Kind, end: Moment | None, deadline: dt.date
) -> tuple[Standing, bool, Moment | None]:
    dates = moments(text) if kind is not Kind.TRANSCRIPT else ()
    date = end or (dates[-1] if dates else None)
    if date:
        past = date.last_day <= deadline
        return (Standing.HELD if past else Standing.EXPECTED), False, date
    return (Standing.HELD if kind is Kind.CERTIFICATE else Standing.UNKNOWN), False, None


def _near(text: str, marker: re.Match[str]) -> Moment | None:
    """Return the first date after a marker, else the last before it."""
    dates = moments(text)
    after = [date for date in dates if date.begin >= marker.start()]
    return after[0] if after else (dates[-1] if dates else None)
