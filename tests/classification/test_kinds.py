import dataclasses

import pytest

from ranking.classification.kinds import classify, in_passages
from ranking.classification.view import View
from ranking.model.document import Document, Kind, Page, Reader
from ranking.model.kinds import Kinds, PhraseClue, Where
from tests.classification.conftest import SAMPLES, Sample, document

NAMES: dict[Kind, tuple[str, ...]] = {
    Kind.CV: (
        "CV_Svensson.pdf",
        "svensson-cv-2023.pdf",
        "AnnaSvenssonCV.pdf",
        "Resume.pdf",
        "Lebenslauf_Müller.pdf",
        "LebenslaufMueller.pdf",
        "Curriculum Vitae Rossi.pdf",
        "Anna_resume_final_v2.pdf",
        "Meritförteckning.pdf",
        "CV, Andersson, 20230018.pdf",
        "Résumé_Dupont.pdf",
        "2_CV.pdf",
        "cv20230018.pdf",
    ),
    Kind.LETTER: (
        "Personal letter, Andersson, 20230018.pdf",
        "Cover_Letter_Smith.pdf",
        "CoverLetter.pdf",
        "Motivation Letter.pdf",
        "motivationletter.pdf",
        "SOP_Kumar.pdf",
        "Personligt brev.pdf",
        "Anschreiben.pdf",
        "Motivationsschreiben_WASP.pdf",
        "Lettre de motivation.pdf",
        "personal_letter.pdf",
        "PersonalLetter.pdf",
        "Letter.pdf",
        "statement of purpose chalmers.pdf",
        "Motivation_20230018.pdf",
    ),
    Kind.THESIS: (
        "Master thesis, Andersson, 20230018.pdf",
        "MSc_Thesis.pdf",
        "thesis_final.pdf",
        "Masterarbeit.pdf",
        "Bachelorarbeit_Meier.pdf",
        "Examensarbete.pdf",
        "Kandidatuppsats.pdf",
        "Memoire_M2.pdf",
        "Tesi magistrale.pdf",
        "TFM_Garcia.pdf",
        "Dissertation.pdf",
        "Kandidatarbete.pdf",
        "Exjobbsrapport.pdf",
        "bachelor_thesis_english_summary.pdf",
        "Praca magisterska.pdf",
        "MasterThesis.pdf",
        "Scriptie.pdf",
        "TCC Silva.pdf",
        "Trabajo fin de grado.pdf",
    ),
    Kind.TRANSCRIPT: (
        "Transcript of Records.pdf",
        "Ladokutdrag.pdf",
        "transcripts_BSc_MSc.pdf",
        "Notenspiegel.pdf",
        "Leistungsübersicht.pdf",
        "Relevé de notes L3.pdf",
        "Resultatintyg.pdf",
        "Betygsutdrag.pdf",
        "Marksheet_Sem_1-8.pdf",
        "Official grades.pdf",
        "Registerutdrag.pdf",
        "TranscriptMSc.pdf",
        "certificato esami.pdf",
        "Expediente_academico.pdf",
        "Academic transcripts and certificates.pdf",
        "Studieintyg Ladok.pdf",
        "grade_sheet.pdf",
    ),
    Kind.CERTIFICATE: (
        "TOEFL.pdf",
        "IELTS_2022.pdf",
        "toefl-score-report.pdf",
        "BSc diploma.pdf",
        "Degree certificate.pdf",
        "Examensbevis.pdf",
        "Bachelorzeugnis.pdf",
        "Masterurkunde.pdf",
        "Abiturzeugnis.pdf",
        "Diplôme de licence.pdf",
        "Cambridge C2 certificate.pdf",
        "DuolingoEnglishTest.pdf",
        "Python_Coursera_certificate.pdf",
        "Laurea diploma.pdf",
        "Intyg engelska.pdf",
        "GRE scores.pdf",
        "Bachelor_Diploma_attested.pdf",
        "C1 Advanced.pdf",
        "Eksamensbevis cand.scient.pdf",
        "Mezuniyet belgesi.pdf",
        "Immatrikulationsbescheinigung.pdf",
    ),
    Kind.REFERENCE: (
        "Reference letter Prof Berg.pdf",
        "Recommendation_Letter_Li.pdf",
        "Letter of Recommendation.pdf",
        "LOR_Sharma.pdf",
        "Empfehlungsschreiben.pdf",
        "Referensbrev.pdf",
        "references.pdf",
        "Arbeitszeugnis Siemens.pdf",
        "recommendationletter.pdf",
        "Attestation de stage.pdf",
    ),
    Kind.ARTICLE: (
        "arXiv_2101.01234.pdf",
        "Paper_ICML_2022.pdf",
        "Published article.pdf",
        "preprint.pdf",
        "journal_paper_2.pdf",
        "Publication1.pdf",
        "NeurIPS2021_paper.pdf",
    ),
    Kind.OTHER: (
        "passport.pdf",
        "Photo.pdf",
        "scan0001.pdf",
        "Document1.pdf",
        "Andersson.pdf",
        "20230018.pdf",
        "ID card.pdf",
    ),
}


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind, names in NAMES.items() for name in names]
)
def test_kind_by_name_alone(kinds: Kinds, kind: Kind, name: str) -> None:
    classified = classify(document(file=f"Doe_Jane/{name}"), kinds)
    assert classified.kind is kind
    assert classified.language == ""
    assert "no text to judge by" in classified.kind_reason


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_kind_by_content_alone(kinds: Kinds, sample: Sample) -> None:
    classified = classify(document(*sample.pages), kinds)
    assert classified.kind is sample.kind, classified.kind_reason
    assert not sample.language or classified.language == sample.language


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.OTHER])
def test_every_kind_has_clues_and_samples(kinds: Kinds, kind: Kind) -> None:
    assert kind in {clues.kind for clues in kinds.kinds}
    assert kind in {sample.kind for sample in SAMPLES.values()}
    assert kind in NAMES


def test_reason_names_the_clues(kinds: Kinds) -> None:
    cv = classify(
        document("Curriculum vitae\nEducation\nMSc 2018-2020\nSkills\nPython", file="A/my cv.pdf"),
        kinds,
    )
    assert "file name says 'cv'" in cv.kind_reason
    assert "'curriculum vitae' on page 1" in cv.kind_reason
    assert "headings 'Education', 'Skills'" in cv.kind_reason


def test_clear_content_outweighs_a_misleading_name(kinds: Kinds) -> None:
    misnamed = document(*SAMPLES["thesis sv"].pages, file="A/research paper.pdf")
    assert classify(misnamed, kinds).kind is Kind.THESIS


def test_folder_below_the_candidates_says_the_kind(kinds: Kinds) -> None:
    assert classify(document(file="Doe_Jane/transcripts/001.pdf"), kinds).kind is Kind.TRANSCRIPT
    assert classify(document(file="Grade_Jane/001.pdf"), kinds).kind is Kind.OTHER


def test_pages_that_were_not_read_say_nothing(kinds: Kinds) -> None:
    page = Page(number=1, text="Curriculum vitae", reader=Reader.NONE)
    unread = dataclasses.replace(document("x"), pages=(page,))
    assert classify(unread, kinds).kind_reason == "no text to judge by"


def test_file_without_pages(kinds: Kinds) -> None:
    empty = Document(source=document("x", file="A/CV.pdf").source)
    assert classify(empty, kinds).kind is Kind.CV


def test_nothing_but_kind_reason_and_language_changes(kinds: Kinds) -> None:
    before = document("Dear committee,\nI am writing to apply.")
    after = classify(before, kinds)
    assert dataclasses.replace(after, kind=Kind.OTHER, kind_reason="", language="") == before


def test_words_without_a_kind(kinds: Kinds) -> None:
    classified = classify(document("Colours\nred green blue"), kinds)
    assert (classified.kind, classified.kind_reason) == (Kind.OTHER, "no clue of a known kind")


@pytest.mark.parametrize("phrase", ["*arbeit*", "*arbeit", "group theory"])
def test_a_phrase_is_found_with_or_without_a_word_of_its_own(phrase: str) -> None:
    clue = PhraseClue(weight=2, where=Where.SAMPLE, phrases=("nothing of the kind", phrase))
    view = View(document("Eine Masterarbeit on group theory"))
    (found,) = in_passages(clue, view.part(clue.where))
    assert found.weight == 2
