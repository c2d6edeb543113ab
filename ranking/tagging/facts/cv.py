"""Facts of a CV: education, theses, publications, positions, teaching, languages."""

import re
from collections.abc import Iterator

from ranking.model.application import Application
from ranking.model.document import Document
from ranking.tagging.facts.finding import Finding, Line, date_in, entries, lines, shortened

_EDUCATION = re.compile(
    r"\b(?:[MB]\.?\s?(?:Sc|Tech|Eng|Phil|Res|S)\b|Ph\.?D|Diplom\b|(?i:bachelor|master|licence"
    r"|laurea"
    r"|magister|mestrado|doctor|civilingenjör|kandidat|degree|diploma|exchange|universit|school))"
)
_THESIS = re.compile(
    r"(?i:\b(?:thesis|dissertation|masterarbeit|bachelorarbeit|examensarbete|mémoire|tesi)\b)"
    r"(?:\s*\([^)]*\))?\s*(?:title)?:\s*(?P<title>[^.;(]{12,200})"
)
_PUBLISHED = re.compile(
    r"(?i:\barxiv\b|\bdoi\b|\bjournal\b|\bproceedings\b|\bpreprint\b|\bconference\b|\bsubmitted\b"
    r"|\bpp\.|\b\d+\s*\(\d{4}\)|[.,]\s\d+,\s\d+)"
)
_TEACHING = re.compile(
    r"(?i:\b(?:teaching\s+assistant|tutor\w*|lecturer|teacher|instructor|amanuens\w*|övningsledare"
    r"|übungsleiter\w*|hilfslehrkraft|taught|demonstrator)\b)"
)
_TRUST = re.compile(
    r"(?i:\b(?:president|chair(?:man|woman|person)|(?<!same\s)chair(?!\s(?:of|for)\s(?!the\b))"
    r"|treasurer|representative|representation|elected"
    r"|board\s+member|member\s+of\s+the|council|committee|secretary|head\s+of|captain|ordförande"
    r"|kassör|förtroende\w*|coordinator|officer|volunteer\w*|vorsitz\w*|fachschaft)\b)"
)
_TALK = re.compile(r"(?i:\b(?:talk|poster|seminar|presentation|presented)\b)")
_LANGUAGES = (
    "English|Swedish|German|French|Spanish|Italian|Polish|Russian|Mandarin|Chinese|Hindi"
    "|Persian|Farsi|Arabic|Danish|Norwegian|Finnish|Icelandic|Dutch|Portuguese|Greek"
    "|Turkish|Czech|Slovak|Hungarian|Romanian|Ukrainian|Japanese|Korean|Bengali|Urdu|Tamil"
    "|Telugu|Marathi|Igbo|Hausa|Yoruba|Swahili|Hebrew|Catalan|Basque|Croatian|Serbian"
    "|Slovene|Bulgarian|Estonian|Latvian|Lithuanian|Vietnamese|Indonesian|Malay|Thai|Uzbek"
    "|Kazakh|Georgian|Armenian|Breton|Irish|Welsh|Punjabi|Gujarati|Kannada|Engelska|Svenska"
    "|Tyska|Franska|Deutsch|Englisch|Französisch"
)
_LANGUAGE = re.compile(rf"\b(?:{_LANGUAGES})\b(?:\s*\([^)]*\)|\s*[:\u2013-]\s*[^,;.•]+)?")
_PROGRAMMING = re.compile(
    r"(?<![\w+#])(?:Python|C\+\+|C#|JavaScript|Java|TypeScript|Julia|MATLAB|Matlab|Fortran"
    r"|Haskell|Rust"
    r"|Mathematica|Maple|CUDA|SQL|Bash|bash|PHP|Scala|OCaml|Kotlin|Lisp|Ruby|Perl|Stata|Stan|Lean"
    r"|GAP"
    r"|SageMath|FORM|Go|R|C)(?![\w+#]|\.\w)"
)
_SECTIONS_OF_POSITIONS = frozenset({"experience", "teaching", "projects", "other", "awards"})
_LIST = 3


def cv_facts(document: Document, application: Application) -> Iterator[Finding]:
    """Yield the facts that the sections of a CV hold; the application adds nothing."""
    del application
    by_section: dict[str, list[Line]] = {}
    for line in lines(document):
        by_section.setdefault(line.section, []).append(line)
    yield from _education(by_section.get("education", []))
    yield from _publications(by_section.get("publications", []))
    for section in sorted(_SECTIONS_OF_POSITIONS & by_section.keys()):
        yield from _positions(section, by_section[section])
    yield from _languages(by_section)
    yield from _programming(by_section.get("skills", []))


def _education(section: list[Line]) -> Iterator[Finding]:
    for entry in _without_heading(section):
        if _EDUCATION.search(entry.text):
            yield _finding("education", entry)
        if thesis := _THESIS.search(entry.text):
            title = " ".join(thesis["title"].split())
            date = date_in(entry.text)
            yield Finding(fact="thesis_title", value=title, page=entry.page, date=date)


def _publications(section: list[Line]) -> Iterator[Finding]:
    for entry in _without_heading(section):
        if _PUBLISHED.search(entry.text) and not _TALK.search(entry.text):
            yield _finding("publication", entry)


def _positions(section: str, found: list[Line]) -> Iterator[Finding]:
    """Yield dated entries: teaching and trust by their words, employment by the section."""
    for entry in _without_heading(found):
        if not date_in(entry.text):
            continue
        if _TEACHING.search(entry.text):
            yield _finding("teaching", entry)
        elif _TRUST.search(entry.text):
            yield _finding("position_of_trust", entry)
        elif section == "experience":
            yield _finding("employment", entry)


def _languages(by_section: dict[str, list[Line]]) -> Iterator[Finding]:
    """Yield the languages of the section, or of a list of them among the skills."""
    named = [(line, _LANGUAGE.findall(line.text)) for line in by_section.get("languages", [])]
    if not any(languages for _, languages in named):
        listed = ((line, _LANGUAGE.findall(line.text)) for line in by_section.get("skills", []))
        named = [(line, languages) for line, languages in listed if len(languages) > 1]
    for line, languages in named:
        for language in languages:
            yield Finding(fact="language", value=language.strip(), page=line.page)


def _programming(section: list[Line]) -> Iterator[Finding]:
    """Yield programming languages; names of one letter only in a list of several."""
    for line in section:
        languages = list(dict.fromkeys(_PROGRAMMING.findall(line.text)))
        for language in languages:
            if len(language) > 1 or len(languages) >= _LIST - 1:
                yield Finding(fact="programming_language", value=language, page=line.page)


def _without_heading(section: list[Line]) -> Iterator[Line]:
    """Yield the entries of a section, without its heading (a first line of few words, no date)."""
    start = 0
    if section and len(section[0].text.split()) <= _LIST + 1 and not date_in(section[0].text):
        start = 1
    return entries(section[start:])


def _finding(fact: str, entry: Line) -> Finding:
    return Finding(
        fact=fact, value=shortened(entry.text), page=entry.page, date=date_in(entry.text)
    )
