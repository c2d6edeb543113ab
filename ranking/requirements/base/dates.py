"""Dates in running text: days, months, years and spans, in the ways that CVs write them."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from itertools import zip_longest

_MONTHS: dict[str, int] = {
    prefix: month
    for month, prefixes in enumerate(
        (
            "jan gen ene sty",
            "feb fév fev lut",
            "mar mär mrt",
            "apr avr abr kwi",
            "may mai maj mag mei",
            "jun juin giu cze",
            "jul juil lug lip",
            "aug aoû aou ago sie",
            "sep set wrz",
            "oct okt ott out paź",
            "nov lis",
            "dec dez déc dic gru",
        ),
        start=1,
    )
    for prefix in prefixes.split()
}
_SEASONS = {"spring": 6, "summer": 8, "autumn": 12, "fall": 12, "vt": 6, "ht": 12}
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:19[89]|20[0-4])\d"
_MOMENT = (
    rf"(?P<y1>{_YEAR})[-/.](?P<m1>0[1-9]|1[0-2])(?:[-/.](?P<d1>[0-3]\d)(?!\d))?(?![\d])"
    rf"|(?P<d2>[0-3]?\d)[./](?P<m2>[01]?\d)[./](?P<y2>{_YEAR})"
    rf"|(?<!\d)(?P<m3>0?[1-9]|1[0-2])[/.](?P<y3>{_YEAR})"
    rf"|(?:(?P<d4>[0-3]?\d)(?:st|nd|rd|th|\.)?\s+)?(?:of\s+|de\s+)?\b(?P<n4>{_NAMES})[^\W\d_]*\.?"
    rf"(?:\s+(?P<d5>[0-3]?\d)(?:st|nd|rd|th)?,)?,?\s+(?:de\s+)?(?P<y4>{_YEAR})"
    rf"|\b(?P<s6>{'|'.join(_SEASONS)})\.?\s+(?P<y6>{_YEAR})"
    rf"|(?<![\d.,])(?P<y7>{_YEAR})(?!\d|[.,]\d)"
)
_MOMENT_PATTERN = re.compile(_MOMENT, re.IGNORECASE)
_DASH = re.compile(
    r"\s*(?:[-\u2013—\u2212/]|\bto\b|\buntil\b|\bbis\b|\btill\b|\bau\b|\bà\b)\s*", re.IGNORECASE
)
_OPEN = re.compile(
    r"(?:present|now\b|today|current|ongoing|pågående|heute|aujourd|oggi|idag|nu\b|date\b|obecnie"
    r"|actualidad|presente|nåværende|in progress)",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|seit|depuis|sedan|från|dal|od)\s+\Z", re.IGNORECASE)
_SHORT_END = re.compile(r"\s*[-\u2013—/]\s*(?P<end>\d\d)(?![\d.])")
_NO_END = re.compile(r"\s*[-\u2013—]\s*(?=[:,;)A-Z]|\Z)")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month or year in a text; ``begin`` and ``end`` are its place there."""

    year: int
    month: int | None
    day: int | None
    begin: int
    end: int

    @property
    def first_day(self) -> dt.date:
        """The first day that the words can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> dt.date:
        """The last day that the words can mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class Span:
    """From one moment to another; without ``end`` it goes on."""

    start: Moment
    end: Moment | None

    @property
    def months(self) -> int | None:
        """Length in months; whole years where no months are given; None if it goes on."""
        if self.end is None:
            return None
        years = 12 * (self.end.year - self.start.year)
        if self.start.month is None or self.end.month is None:
            return years
        return years + self.end.month - self.start.month + 1


def moments(text: str) -> tuple[Moment, ...]:
    """Return the dates of a text in their order."""
    found = (_moment(match) for match in _MOMENT_PATTERN.finditer(text))
    return tuple(moment for moment in found if moment)


def span(text: str) -> Span | None:
    """Return the first span of a text, such as "2019 - 2022", "Oct 2020 - now", "since 2021"."""
    dates = moments(text)
    for moment, following in zip_longest(dates, dates[1:]):
        after = text[moment.end :]
        dash = _DASH.match(after)
        if dash and following and following.begin == moment.end + dash.end():
            return Span(moment, following)
        if moment.month is None and (short := _SHORT_END.match(after)):
            year = moment.year // 100 * 100 + int(short["end"])
            return Span(moment, Moment(year, None, None, moment.end, moment.end + short.end()))
        if dash and (_OPEN.match(after[dash.end() :]) or _NO_END.match(after)):
            return Span(moment, None)
        if _SINCE.search(text[: moment.begin]):
            return Span(moment, None)
    return None


def _moment(match: re.Match[str]) -> Moment | None:
    groups = {name: value for name, value in match.groupdict().items() if value}
    year = next(int(value) for name, value in groups.items() if name[0] == "y")
    month = next((int(value) for name, value in groups.items() if name[0] == "m"), None)
    if name := groups.get("n4"):
        month = _MONTHS[name.casefold()]
    if season := groups.get("s6"):
        month = _SEASONS[season.casefold()]
    day = next((int(value) for name, value in groups.items() if name[0] == "d"), None)
    if month is not None and month not in _MONTHS.values():
        return None
    if day is not None and month is not None:
        day = min(max(day, 1), calendar.monthrange(year, month)[1])
    return Moment(year, month, day, match.start(), match.end())
