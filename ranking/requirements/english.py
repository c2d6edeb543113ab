"""English, written and spoken.

Shown by a certificate or its score, by studies in English, by a degree from a country where
universities teach in English, by English as a native language or by a school grade. An application
written in English, or a level that the candidate gives without a test, is no proof: ask.
"""

import re

from ranking.model.assessment import Dossier, RequirementCheck, Verdict
from ranking.model.call import Call
from ranking.model.document import Kind
from ranking.requirements.base.degrees import claims
from ranking.requirements.base.passages import (
    Passage,
    all_lines,
    units,
    unread_that_could_be,
)
from ranking.requirements.base.verdicts import shown, unclear

_ID = "english"
_TEST = re.compile(
    r"\b(?:IELTS|TOEFL|TOEIC|PTE\s+Academic|Pearson\s+Test\s+of\s+English|UNIcert"
    r"|Duolingo\s+English|DET"
    r"|LanguageCert|Linguaskill|Aptis|CAE|CPE|FCE|BULATS|CET-?[46]|STEP\s+Eiken|ECPE|TELC"
    r"|YDS|YÖKDİL|TEPS|MUET|PTE-A|OTE|GESE|ESOL|TEM-?[48])\b"
    r"|(?i:\bcambridge\s+(?:english|assessment|certificate|c[12]|b2|advanced|proficiency|first"
    r"|esol)"
    r"|\bcertificate\s+(?:of\s+proficiency|in\s+advanced|of\s+english)|\bc[12]\s+(?:proficiency"
    r"|advanced)\b"
    r"|\btrinity\s+(?:ise|gese)|\btest\s+of\s+english)"
)
_EXAMINED = re.compile(
    r"(?i:\b(?:advanced|proficien\w*|exam\w*|test|level|certificate|diploma"
    r"|grade)\b.{0,30}\benglish\b"
    r"|\benglish\b.{0,30}\b(?:level|proficien\w*|exam\w*|test|c[12]|b2)\b)"
)
_TAUGHT = re.compile(
    r"(?i:\b(?:taught|conducted|delivered|given|held|instruct\w*|examin\w*|programme|curriculum"
    r"|studies|degree|schooling"
    r"|education|medium|language|lectures|courses)\b[^.;]{0,45}\b(?:in|is|was|were"
    r"|:)\s*(?:entirely\s+|wholly\s+|only\s+"
    r"|all\s+)*english\b(?!\s+(?:summar|abstract|litera))|\benglish[\s-](?:taught|medium"
    r"|language)\s+(?:master|bachelor"
    r"|programme|program|degree|school|instruction|curriculum|of\s+(?:all\s+)?(?:my\s+)?(?:school"
    r"|instruct|educat|stud))"
    r"|\b(?:language|medium)\s+of\s+(?:instruction|teaching|tuition|study)\b[^.;]{0,20}\benglish"
    r"|\benglish\b[^.;]{0,12}\b(?:language|medium)\s+of\s+(?:\w+\s){0,3}(?:school|instruct|educat"
    r"|stud|teach|tuition)"
    r"|\b(?:unterrichtssprache|lehrsprache|studiensprache|undervisningsspråk"
    r"|langue\s+d['\u2019]enseignement|lingua"
    r"(?:\s+di\s+insegnamento)?|idioma)\W{1,3}(?:\w+\s)?(?:englisch|engelska|engelsk|anglais"
    r"|inglese|inglés|english)"
    r"|\b(?:auf|in)\s+englischer\s+sprache|\bundervisning\w*\s+på\s+engelska"
    r"|\bin\s+lingua\s+inglese)"
)
_NATIVE = re.compile(
    r"(?i:\benglish\s*[(:\u2013-]\s*(?:\w+\s)?(?:native|mother\s+tongue|first\s+language"
    r"|bilingual|l1\b|muttersprach|modersmål"
    r"|langue\s+maternelle)|\b(?:native|mother\s+tongue|first\s+language|bilingual|muttersprache"
    r"|modersmål)"
    r"(?:\s+(?:speakers?|languages?))?(?:\s+(?:of|is|in)|\s*[:\u2013-])?\s*english\b)"
)
_SCHOOL = re.compile(
    r"\bA[\s-][Ll]evels\b|\bA-[Ll]evel\b"
    r"|(?i:\b(?:english|engelska)\s+[5-7]\b|\b(?:english|englisch|engelska|anglais"
    r"|inglese)\W+(?:\w+\W+){0,3}?(?:grade|mark|note"
    r"|betyg|points|voto)\W+\w|\bgcse\b|\bwassce\b|\bwaec\b|\bigcse\b"
    r"|\bleaving\s+certificate\b"
    r"|\binternational\s+baccalaureate\b|\bib\s+diploma\b)"
)
_ENGLISH_SPEAKING = re.compile(
    r"\b(?:United\s+Kingdom|UK|U\.K\.|England|Scotland|Wales|Northern\s+Ireland|Ireland|USA?"
    r"|U\.S\.A?\.?|United\s+States"
    r"|Canada|Australia|New\s+Zealand|South\s+Africa|Nigeria|Ghana|Kenya|Uganda|Zimbabwe|Zambia"
    r"|Botswana|Malawi|Jamaica"
    r"|Barbados|Trinidad|Singapore|Malta|Mauritius"
    r"|Oxford|Cambridge|London|Imperial\s+College|Edinburgh|Glasgow|St\.?\s+Andrews|Aberdeen"
    r"|Dundee|Heriot-Watt"
    r"|Strathclyde|Manchester|Bristol|Exeter|Bath|Warwick|Durham|York|Leeds|Sheffield|Nottingham"
    r"|Leicester"
    r"|Loughborough|Birmingham|Liverpool|Lancaster|Newcastle|Southampton|Surrey|Sussex|Kent"
    r"|Reading|Essex|East\s+Anglia"
    r"|Cardiff|Swansea|Belfast|Dublin|Trinity\s+College|Cork|Galway|Limerick|Maynooth"
    r"|Toronto|British\s+Columbia|Waterloo|McGill|Alberta|McMaster|Calgary|Dalhousie"
    r"|Simon\s+Fraser|Ontario"
    r"|Sydney|Melbourne|Queensland|Monash|New\s+South\s+Wales|Adelaide|Auckland|Otago|Canterbury"
    r"|Wellington"
    r"|Cape\s+Town|Stellenbosch|Witwatersrand|Pretoria|KwaZulu-Natal|Ibadan|Lagos|Nsukka|Nairobi"
    r"|Makerere|Legon|AIMS"
    r"|California|Texas|Illinois|Michigan|Washington|Wisconsin|Massachusetts|Pennsylvania"
    r"|New\s+York|Minnesota|Maryland"
    r"|Virginia|Carolina|Georgia\s+(?:Tech|Institute)|Florida|Arizona|Colorado|Ohio|Indiana"
    r"|Chicago|Boston|Harvard|MIT"
    r"|Stanford|Princeton|Yale|Columbia|Cornell|Duke|Purdue|Rutgers|Caltech|Carnegie"
    r"|Alabama|Alaska|Arkansas|Connecticut|Delaware|Hawai.?i|Idaho|Iowa|Kansas|Kentucky|Louisiana"
    r"|Maine|Mississippi|Missouri|Montana|Nebraska|Nevada|New\s+(?:Hampshire|Jersey|Mexico)|Dakota"
    r"|Oklahoma|Oregon|Rhode\s+Island|Tennessee|Utah|Vermont|Wyoming)\b"
    r"|,\s(?:AK|AZ|CA|CT|FL|GA|HI|IA|IL|KS|KY|LA|MA|MI|MN|MO|NC|NH|NJ|NM|NV|NY|OH|OK|OR|PA|RI"
    r"|TX|UT|VA|VT|WA|WI|WV|WY)\b"
)
"""Countries, states and well-known places; of the states' letters those that few addresses of other
countries end with."""

_ENGLISH = re.compile(r"(?i:\b(?:english|engelska|englisch|anglais|inglese|inglés|angielski)\b)")
_NOT_YET = re.compile(
    r"(?i:\b(?:will|plan\w*|booked|scheduled|registered\s+for|not\s+yet|pending|awaiting"
    r"|going\s+to|intend|have\s+not|to\s+be"
    r"\s+taken|in\s+preparation|preparing|expected)\b)"
)
_NOT_ENGLISH = re.compile(
    r"(?i:\b(?:german|french|spanish|italian|swedish)\b|\bdeutsch|\bfrançais)"
)


def check(dossier: Dossier, call: Call) -> RequirementCheck:
    """Look for a proof, the independent ones first."""
    application = dossier.application
    proofs = list(all_lines(application, Kind.CERTIFICATE, Kind.TRANSCRIPT, Kind.OTHER))
    accounts = list(units(application, Kind.CV, Kind.LETTER))
    for proof in (_certificate(proofs), _test(accounts), _taught([*proofs, *accounts])):
        if proof:
            return shown(_ID, proof)
    if native := _first(_NATIVE, accounts):
        return shown(_ID, native, note="The candidate's own word.")
    for claim in claims(application, call.deadline):
        if _ENGLISH_SPEAKING.search(claim.passage.text):
            return shown(_ID, claim.passage, note="Studies where universities teach in English.")
    if school := _first(_SCHOOL, [*proofs, *accounts]):
        return shown(_ID, school, note="School certificate or grade.")
    return _not_shown(dossier, accounts)


def _certificate(proofs: list[Passage]) -> Passage | None:
    certificates = [proof for proof in proofs if proof.kind is Kind.CERTIFICATE]
    return _first(_TEST, proofs) or _first(_EXAMINED, certificates)


def _test(accounts: list[Passage]) -> Passage | None:
    """Return a passage of CV or letter that names a test of English with a result."""
    tested = (p for p in accounts if _TEST.search(p.text) and not _NOT_YET.search(p.text))
    return next((p for p in tested if re.search(r"\d|\b[ABC]\b", p.text)), None)


def _taught(passages: list[Passage]) -> Passage | None:
    return _first(_TAUGHT, passages)


def _first(pattern: re.Pattern[str], passages: list[Passage]) -> Passage | None:
    return next(
        (p for p in passages if pattern.search(p.text) and not _NOT_YET.search(p.text)), None
    )


def _not_shown(dossier: Dossier, accounts: list[Passage]) -> RequirementCheck:
    if unread := unread_that_could_be(dossier.application, Kind.CERTIFICATE, Kind.TRANSCRIPT):
        return unclear(_ID, f"No proof was found, but not fully read: {', '.join(unread)}.")
    question = "Ask for a certificate, or for studies in English."
    if named := next((p for p in accounts if _ENGLISH.search(p.text)), None):
        return shown(_ID, named, Verdict.UNCLEAR, f"The candidate's own word only. {question}")
    return unclear(_ID, f"No proof was found in what was read. {question}")
