"""The language of a text, by its most frequent words or its script.

Why words: stop words decide from about twenty words on, need no model and explain themselves. Some
words of transcripts and certificates, which have few stop words, are among them.
"""

import re
from collections import Counter
from dataclasses import dataclass

_WORDS: dict[str, str] = {
    "en": "the of and to in is that for with as are was this by from which have be on it not we "
    "an or has at i my their can awarded degree university grade credits course listening "
    "reading speaking certify score statement date name page unit year education experience "
    "skills work research projects present supervisor",
    "sv": "och att det som en är på för av med den till inte om har ett jag vi kan från eller var "
    "vid min mitt mina samt inom kurs kurser betyg högskolepoäng hp examen utfärdat poäng "
    "examensarbete utbildning erfarenhet språk högskola högskolan universitet kungliga "
    "tekniska svenska engelska avlagt examensbevis handledare",
    "de": "der die und das den von zu mit ist des sich ein eine für dem nicht auf als auch es an "
    "werden aus wir ich im oder wird sind bei zum zur wurde note modul leistungspunkte "
    "studiengang bestanden urkunde prüfung gesamtnote geboren in universität semester "
    "dieses titel einer gültig unterschrift sehr gut ausbildung berufserfahrung kenntnisse "
    "sprachen deutsch englisch fakultät grad herr frau",
    "fr": "le la les de des en et une est dans que pour qui du au par sur pas plus ce sont avec "
    "je nous il ou aux cette été note moyenne semestre diplôme relevé année né née mention "
    "formation expérience compétences langues français anglais licence recherche stage "
    "université chez depuis",
    "es": "el los las y que una es por con para del se no su al lo como más o pero sus este yo mi "
    "asignatura calificación créditos nota matrícula título formación experiencia idiomas "
    "español inglés universidad grado máster investigación desde curso",
    "it": "il di che è la per un una con del della dei delle nel si non le da sono gli alla come "
    "ed anche ho mio esame voto crediti laurea titolo anno accademico istruzione formazione "
    "esperienza lingue italiano inglese università presso dal nato nata",
    "nl": "de het een van en is op te dat voor met zijn niet aan er ook als bij door naar ik wij "
    "uit worden heeft deze cijfer vak studiepunten getuigschrift opleiding ervaring talen "
    "nederlands engels universiteit onderzoek",
    "no": "og det som en er på for av med den til ikke å har jeg et vi kan fra eller var ved ble "
    "karakter emne studiepoeng vitnemål",
    "da": "og det som en er på for af med den til ikke at har jeg et vi kan fra eller var ved "
    "blev karakter fag eksamen bevis",
    "fi": "ja on ei että se oli hän mutta ovat kuin tai joka myös sekä minä mukaan opintopistettä "
    "arvosana kurssi tutkinto opintosuoritus",
    "pl": "i w na z się nie do że jest to jak po od za przez dla są oraz być który która ocena "
    "przedmiot punkty dyplom uniwersytet liczba godzin",
    "pt": "o de que e do da em um para com não uma os no se na por mais as dos como mas ao das à "
    "disciplina nota créditos universidade grau",
    "is": "og að í á sem er það til við um ekki en af var hann með fyrir þá ég eru einkunn "
    "námskeið einingar háskóli",
    "cs": "v se na je že s z do i to k ve pro by jsou jako za po od který která podle předmět "
    "známka kredity zkouška univerzita",
    "tr": "ve bir bu için ile da de olarak olan gibi daha çok ise veya kadar ders notu "
    "üniversitesi kredi dönem",
    "ro": "și în de la cu pe nu care este din pentru un o sunt mai prin sau să al ale nota "
    "credite disciplina universitatea",
    "hu": "az és hogy nem is egy meg van volt ez azt mint csak vagy tantárgy kredit egyetem "
    "érdemjegy oklevél",
}
_STOP_WORDS = {language: frozenset(words.split()) for language, words in _WORDS.items()}


@dataclass(frozen=True, slots=True)
class _Script:
    """A script: its letters, its language, and a language told apart by letters of its own."""

    letters: re.Pattern[str]
    language: str
    own_letters: re.Pattern[str] | None = None
    own_language: str = ""


_SCRIPTS = (
    _Script(re.compile("[\u3040-\u30ff\u3400-\u9fff]"), "zh", re.compile("[\u3040-\u30ff]"), "ja"),
    _Script(re.compile("[\u0400-\u04ff]"), "ru", re.compile("[іїєґІЇЄҐ]"), "uk"),
    _Script(
        re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]"), "ar", re.compile("[پچژگکی]"), "fa"
    ),
    _Script(re.compile("[\u1100-\u11ff\uac00-\ud7af]"), "ko"),
    _Script(re.compile("[\u0370-\u03ff]"), "el"),
    _Script(re.compile("[\u0590-\u05ff]"), "he"),
    _Script(re.compile("[\u0900-\u097f]"), "hi"),
    _Script(re.compile("[\u0980-\u09ff]"), "bn"),
    _Script(re.compile("[\u0e00-\u0e7f]"), "th"),
    _Script(re.compile("[\u10a0-\u10ff]"), "ka"),
    _Script(re.compile("[\u0530-\u058f]"), "hy"),
)
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPT_SHARE = 0.4
_OWN_SHARE = 0.03
_FEWEST_LETTERS = 40
_FEWEST_HITS = 3
_LEAST_SHARE = 0.03


def language_of(text: str) -> str:
    """Return the two-letter code of a text's language, "" where there is too little to tell."""
    letters = sum(map(str.isalpha, text))
    if letters < _FEWEST_LETTERS:
        return ""
    return _by_script(text, letters) or _by_words(text)


def _by_script(text: str, letters: int) -> str:
    if text.isascii():
        return ""
    for script in _SCRIPTS:
        count = len(script.letters.findall(text))
        if count >= _SCRIPT_SHARE * letters:
            own = len(script.own_letters.findall(text)) if script.own_letters else 0
            return script.own_language if own >= _OWN_SHARE * count else script.language
    return ""


def _by_words(text: str) -> str:
    counts = Counter(_WORD.findall(text.casefold()))
    hits = {
        language: sum(counts[word] for word in words & counts.keys())
        for language, words in _STOP_WORDS.items()
    }
    best = max(hits, key=hits.__getitem__)
    enough = max(_FEWEST_HITS, _LEAST_SHARE * counts.total())
    return best if hits[best] >= enough else ""
