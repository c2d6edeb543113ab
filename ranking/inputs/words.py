"""Words that stand beside names in file names and on pages, in the languages of applicants.

All words are folded as ``names.fold`` does: lower case, without diacritics.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CV_WORDS = _words(
    """
    cv cvs resume resumes curriculum curriculo vitae vita lebenslauf meritforteckning
    levnadsbeskrivning livslopp zyciorys zivotopis oneletrajz ansioluettelo ozgecmis
    """
)
LETTER_WORDS = _words(
    """
    letter letters lettre brev personligt motivation motivational motivationsschreiben
    anschreiben bewerbungsschreiben cover coverletter statement sop purpose lettera motivazione
    carta motivationsbrev list motywacyjny personal
    """
)
LETTER_FILE_WORDS = LETTER_WORDS - _words("personal purpose list")
REFERENCE_WORDS = _words(
    """
    reference references referee referees recommendation recommendations recommender lor
    referens referensbrev rekommendation rekommendationsbrev empfehlung empfehlungsschreiben
    gutachten recommandation recomendacion raccomandazione
    """
)
_OTHER_DOCUMENTS = _words(
    """
    application applications applicant applicants ansokan bewerbung candidature candidate
    candidates candidato transcript transcripts grade grades betyg betygsutdrag ladok
    ladokutdrag registerutdrag resultatintyg record records zeugnis zeugnisse notenspiegel notes
    releve marksheet marks marksheets courses course list thesis theses dissertation draft
    report project degree diploma diplome diplom certificate certificates certificat certificado
    intyg urkunde supplement bachelor bachelors master masters masterarbeit bachelorarbeit
    kandidatuppsats examensarbete uppsats tesi memoire these tese tfm tfg bsc msc ba ma bs ms
    phd mphil mres meng beng licentiate exam examen award prize article articles paper papers
    preprint publication publications manuscript poster abstract summary toefl ielts toeic gre
    cambridge unicert english proficiency language test score scores attested copy copies
    document documents docs attachment attachments appendix bilaga anhang annex other misc
    various files file pdf scan scanned scanning page pages photo image img dsc ref refs no nr
    number final finalv version ver new old updated update latest rev revised v signed merged
    combined complete full part copy kopia kopie position phd doctoral doktorand student
    students studentship research interest interests proposal plan portfolio code work works
    sample samples writing university universitet universitat school college folder mapp ordner
    inbox download downloads upload uploads export batch all group round january february march
    june july august september october november december physics mathematics math maths computer
    science machine learning deep statistics certification confirmation verification enrolment
    enrollment hackathon participation olympiad imo imc ncpc icpc putnam ec toefl
    """
)
_FUNCTION_WORDS = _words(
    """
    a an and for from of the to in on with my your his her he me we our its by at is as do no so
    or och und et y e i med for fran till av mit von zu de la le du des for
    """
)
DOCUMENT_WORDS = CV_WORDS | LETTER_WORDS | REFERENCE_WORDS | _OTHER_DOCUMENTS | _FUNCTION_WORDS

CJK_DOCUMENT_WORDS = sorted(
    _words(
        """
        个人陈述 个人简历 简历 履歴書 履歷 动机信 求职信 成绩单 成績單 成績証明書 推荐信 推薦信
        推薦状
        毕业证书 学位证书 证书 證書 学士 硕士 论文 論文 学位 毕业 申请 申請 材料 附件 本科 英语
        이력서 자기소개서 성적증명서 추천서
        """
    ),
    key=lambda word: (-len(word), word),
)
"""Longest first: no spaces set them apart from names."""

PARTICLES = _words(
    """
    van von der den de del della di da do dos das du la le el al bin ibn ben abu af av zu zur
    zum ter ten st san santa y e
    """
)

NAME_LABELS = _words(
    """
    name names namn nom nome nombre imie nazwisko nimi isim naam student studentin studerande
    etudiant studente candidate kandidat applicant sokande bewerber author forfattare autor
    autore verfasser by efternamn fornamn nachname vorname surname first last given family
    forename prenom cognome herrn herr frau mr mrs ms miss taker presented submitted to awarded
    that holder full legal
    """
)
TITLES = _words("dr prof professor doc docent phd priv doz assoc associate asst")
OTHERS_ROLES = TITLES | _words(
    """
    supervisor supervisors supervised advisor advisors adviser handledare examiner examinator
    examinators betreuer betreuerin gutachter erstgutachter zweitgutachter encadrant encadrante
    encadrants directeur directrice rapporteur relatore relatrice correlatore guide tutor tutora
    director directora promotor opiekun orientador ohjaaja vejleder veileder leidbeinandi
    danisman referee referees reference references mentor registrar dean rector principal
    coordinator chair dear hiring
    """
)

NOT_IN_NAMES = (
    CV_WORDS
    | REFERENCE_WORDS
    | (_OTHER_DOCUMENTS - _words("august june marks page ma gre ec grade"))
    | OTHERS_ROLES
    | _words(
        """
    letter letters brev motivation statement cover contact kontakt contacts profile profil about
    education utbildning ausbildung bildung formation istruzione skills competences kenntnisse
    languages language sprak sprachen experience erfarenhet erfahrung employment objective
    details information info department institute institut institution faculty laboratory centre
    center street road avenue lane square gata gatan gatu vagen strasse str rue via calle flat
    room building apartment city address adress adresse phone tel telefon mobile email mail
    linkedin github orcid website homepage birth born date place nationality citizenship citizen
    sweden sverige germany deutschland france italy italia spain india china iran poland norway
    denmark finland iceland netherlands uk usa kingdom united states switzerland austria brazil
    nigeria pakistan bangladesh turkey greece japan korea south north new committee selection
    manager sir madam dear subject regarding re gothenburg goteborg stockholm chalmers doctoral
    mathematical sciences science theory mathematician physicist engineer engineering developer
    analyst data scientist researcher software assistant consultant the of and for in at with
    hobbies interests awards honors honours objective technical teaching programming python native
    fluent advanced basic beginner private person
    """
    )
)
"""Words that no line of a document's head holds if the line is a person's name."""
