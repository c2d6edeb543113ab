"""The words for degrees in the languages of Europe and beyond, and for how a degree stands.

Abbreviations are matched in their case ("MSc", not "msc" inside a word), everything else in any.
Patterns say nothing about where a degree comes from or how good its university is.
"""

import re

_NOT_A_DEGREE = (
    r"(?!['\u2019]?s?[\s-]*(?:thes[ei]s|dissertation|project|internship|level|courses?|essay"
    r"|defen[cs]e"
    r"|students?\b|supervis|seminar|classes|class\b|exam\b|arbeit|uppsats|oppgave|equation|theorem"
    r"|class\s|tesi|mémoire|degree\s+project))"
)

MASTER = re.compile(
    r"(?<!\w)(?:M\.?\s?Sc\.?(?:\(Res\))?|MSci|M\.?\s?Phil|M\.?\s?Res|MMath\w*|M\.\s?Math|MPhys\w*"
    r"|M\.?\s?Eng|M\.?\s?Tech|MASt|MInf|MComp\w*|MStat|MCompSci|MMathPhys|S\.M\.|Mgr|mgr"
    r"|M\.?S\.?(?=\s+(?:in|degree|by|Physics|Math\w*|Comput\w+|Data|Stat\w*)\b|\s*\()"
    r"|M\.?A\.?(?=\s+(?:in|degree)\b)|M2|Dipl\.|cand\.\s?(?:scient|polyt|it|mag)"
    r"|Diplom(?=\s+(?:Physik|Mathematik|Informatik|in\b)))"
    rf"(?!\w){_NOT_A_DEGREE}"
    r"|(?<!\w)Diplom-?(?:[Pp]hysik|[Mm]athemati|[Ii]nformati|[Ii]ng)"
    r"|(?i:\bmaster\s+(?=math|phys|inform|comput|data|statist|theor|appl)"
    r"|(?<!romanian )(?<!scrum )(?<!head)(?<!web)\bmaster\s*(?:['\u2019]?s|of\s(?:\w+\s?)+|2"
    r"|m2|in\b|en\b"
    r"|degree|programme?|studies|universitario|\(m\.?sc\.?\)|\(m2\)|\)|\(mention|,|:|\u2013)"
    rf"{_NOT_A_DEGREE}"
    r"|\bmaster(?:examen|program\w*|studi\w+|abschluss|grad\b|utd?dannelse|utbildning|diploma)"
    r"|\bmagister(?:examen|studium|grad|abschluss)?\b(?!\s*arbeit)|\bmag[íi]ster\b|\bma[iî]trise\b"
    r"|\blaurea\s+(?:magistrale|specialistica)|\bcivilingenj[öo]r|\bsivilingeni[øo]r"
    r"|\bcivilingeniør"
    r"|\bdipl[ôo]me\s+d['\u2019]ing[ée]nieur|\bmestrado\b|\bm[áa]ster\s+(?:universitario|en|em"
    r"|in)\b"
    r"|\bmaestr[ií]a\b|\bmaisteri|\bdiplomi-?ins|\byüksek lisans|\bmesterfok|\bmasterat\b"
    r"|\bmeistara"
    r"|магистр|специалист|硕士|修士|석사|کارشناسی ارشد|μεταπτυχιακ"
    r"|\bspecialist\s+(?:degree|diploma))"
)

BACHELOR = re.compile(
    r"(?<!\w)(?:B\.?\s?Sc\.?|B\.?\s?Tech|B\.?\s?E(?:ng)?\.?(?=[\s,(])|BMath|B\.Math|BStat"
    r"|BComp\w*|SB|Bc\."
    r"|A\.?B\.?(?=\s+in\b)|B\.?S\.?(?=\s+(?:in|degree|Physics|Math\w*|Comput\w+)\b|\s*\(|-MS\b)"
    r"|B\.?A\.?(?=\s+(?:in|degree)\b|\s*\(|,))"
    rf"(?!\w){_NOT_A_DEGREE}"
    r"|(?i:\bbachelor\b(?:['\u2019]?s)?"
    rf"{_NOT_A_DEGREE}"
    r"|\bbachelor(?:examen|program\w*|studi\w+|abschluss|urkunde|grad\b)|\bkandidat(?:examen"
    r"|program)"
    r"|\blaurea(?:\s+triennale)?\b|\blicence\b(?=\s+(?:de|d['\u2019]|in|en|3|\(|math|phys|info))"
    r"|\blicencjat|\blicenciatura\b|\binżynier|\bkandidaatti|\bgrado\s+en\b|\bgraduad[oa]\s+en\b"
    r"|\bundergraduate\s+(?:degree|diploma)|\bbakal|\bbacharel\w*|\bbacheller\w*|бакалавр|学士"
    r"|学位|학사|کارشناسی|\bptychio"
    r"|\blisans\b)"
)

_OF_WORK = r"(?!\s+(?:of\s+)?(?:\w+\s+)?(?:work|experience|practice))"

FOUR_YEARS = re.compile(
    rf"(?i:\b(?:four|five|4|5)[\s-]*(?:years?\b|yr){_OF_WORK}"
    r"|\b(?:240|24[0-9]|300)\s*(?:ects|cp|lp|hp|credits?|cr[ée]d\w*|cr\b)"
    r"|\bgrado\s+en\b|\bgraduad[oa]\s+en\b|\b(?:8|9|10|eight|nine|ten)[\s-]semest\w+|\bfyraårig"
    r"|\bvierjährig|\b(?:quatre|cinq)\s+ans|\b(?:cuatro|cinco|4|5)\s+años"
    r"|\b(?:quatro|cinco|4|5)\s+anos)|\bB\.?\s?Tech\b"
)
THREE_YEARS = re.compile(
    r"(?i:\b(?:three|3)[\s-]*years?\b|\b180\s*(?:ects|cp|lp|hp|credits?|cr\b|högskolepoäng)"
    r"|triennale"
    r"|\blicencjat|\bkandidatexamen|\blicence\b|\btreårig|\bdreijährig|\b(?:6|six)[\s-]semesters?)"
)
INTEGRATED = re.compile(
    r"(?i:\b(?:dual|integrated|combined|five[\s-]year|5[\s-]year)\b|\bBS-?MS\b)"
)

DENIED = re.compile(
    r"(?i:\b(?:not|never|n['\u2019]t|inte|nicht)\s+(?:\w+\s)?(?:start|begun|began|finish|complete"
    r"|register|graduat"
    r"|award|enrol|påbörj|abgeschloss)\w*"
    r"|\b(?:discontinued|dropped|abandoned|interrupted|withdrew|withdrawn|unfinished|abgebrochen"
    r"|avbruten"
    r"|avbröt|ej registrerad|abandonn|interrott|did not)\w*|\bwithout\s+(?:a\s+)?degree"
    r"|\b(?:applied|applying|admitted|accepted)\s+(?:to|for)\s+(?!the degree)(?:the|a)\b)"
)
EXPECTED = re.compile(
    r"(?i:\b(?:expect|anticipat|voraussichtlich|förvänta|beräkna|planerad|forvent|prévu|prevu"
    r"|previst|zu erwarten|verwacht|attendu|esperad"
    r"|tentative|estimated|przewidywan|geplant)\w*|\bto\s+be\s+(?:\w+\s)?(?:complet|award|conferr"
    r"|finish|obtain|defend)"
    r"\w*|\b(?:shall|will|'ll|\u2019ll)\s+(?:\w+\s)?(?:receive|be|complet|graduat|finish|defend"
    r"|obtain|get|have)\w*"
    r"|\b(?:finishing|completing|planned|remaining|remains|defen[cs]e\s+in)\b"
    r"|\bgraduation\s+(?:session|in)\b"
    r"|\bdue\s+(?:to|in|on|by)\b|\bon track\b)"
)
HELD = re.compile(
    r"(?i:\b(?:awarded|conferred|completed|received|obtained|graduated|earned|passed|holds?"
    r"|admitted\s+to\s+the\s+degree"
    r"|finished|gesamtnote|abschlussnote|abschluss\b(?!arbeit)|verleiht|verliehen|erhalten"
    r"|abgeschlossen|utfärd\w*"
    r"|erhållit|avlagd|avlagt|tilldelad|conferita|conseguit\w+|ottenut\w+|obtenu\w*|obtenid\w+"
    r"|obtido|délivré|décerné|conclu[ií]d[oa]|bestått|bestået|erhvervet|behaald|afgelegd"
    r"|certif(?:y|ied)|confirmed|defended|uzyskał\w*)\b|\bfinal\s+(?:grade|mark|gpa)"
    r"|\bgraduat(?:ion|ed)(?:\s+date)?\s*:"
    r"|\bwith\s+(?:distinction|hono)"
    r"|\bcum\s+laude|\b11\d\s+e\s+lode\b|\bmention\s+\w*\s?(?:bien|passable)|\bfirst[\s-]class"
    r"|\b2[.:][12]\b|\(merit\)"
    r"|\bdistinction\b|\bupper\s+second|\bclassification\b|\bhave\s+(?:a|an|my)\b"
    r"|\b(?:have\s+)?just\s+(?:completed|finished))"
)
ONGOING = re.compile(
    r"(?i:\b(?:ongoing|on-going|current|currently|present|enrolled|so far|in progress|pågående"
    r"|candidate"
    r"|laufend|derzeit|en cours|in corso|w trakcie|pending|final[\s-]year|last\s+semester"
    r"|registered|studying"
    r"|under way|underway|iscritt[ao]|inscrite?|inscrit[ao]|eingeschrieben|immatrikuliert|inskriven"
    r"|ingeschreven|matriculad[ao]"
    r"|(?:first|second|third|fourth|fifth|last|penultimate)[\s-]year\s+(?:of|in|student)"
    r"|(?:primo|secondo|terzo|ultimo)\s+anno)\b)"
)
PARTIAL = re.compile(
    r"(?i:\b\d+\s*(?:of|out\s+of|/|av|von)\s*\d+\s*(?:\w+\s)?(?:completed|done|passed))"
)
"""Part of the credits: it says neither that the degree is held nor that it is not."""

CONTEST = re.compile(
    r"(?i:olympiad|competition|contest|medal|\bteam\b|tournament|hackathon|romanian\s+master)"
)
INSTITUTION = re.compile(
    r"(?i:universi|école|college\b|institut|school\b|facult|fakult|department|dept\b|academy"
    r"|akademi"
    r"|högskola|hochschule|politecnico|polytechn|\bkth\b|\beth\b|\bepfl\b|\bmit\b)"
)
