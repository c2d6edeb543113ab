"""Every passage that the workbook shows has a page that leads to its place."""

from collections.abc import Callable

from ranking.model.assessment import Assessment, Dossier
from ranking.model.evidence import OWN_RULE, Evidence
from ranking.outputs.report.go import landings
from ranking.outputs.report.links import anchor_of, go_path


def assess(dossier: Dossier) -> Assessment:
    return Assessment(dossier=dossier, requirements=(), scores=())


def test_a_passage_leads_to_its_page_of_the_highlighted_copy(
    make_evidence: Callable[..., Evidence], make_dossier: Callable[..., Dossier]
) -> None:
    passage = make_evidence(page=3)
    links = {passage.file: "../highlighted/C001/cv-1.pdf"}
    _, found = landings(assess(make_dossier(passage)), links)
    assert found.path == go_path(passage.id)
    assert found.target == "../../highlighted/C001/cv-1.pdf#page=3"
    assert found.report == f"../C001.html#{anchor_of(passage.id)}"
    assert (found.title, found.quote) == ("cv.pdf, page 3", passage.quote)


def test_without_a_copy_it_leads_to_the_passage_in_the_report(
    make_evidence: Callable[..., Evidence], make_dossier: Callable[..., Dossier]
) -> None:
    passage = make_evidence(id="own 1", rule=OWN_RULE)
    _, found = landings(assess(make_dossier(passage)), {})
    assert found.target == found.report == f"../C001.html#{anchor_of('own 1')}"


def test_a_passage_of_no_document_is_called_by_its_id(
    make_evidence: Callable[..., Evidence], make_dossier: Callable[..., Dossier]
) -> None:
    passage = make_evidence(id="own 1", rule=OWN_RULE, file="")
    _, found = landings(assess(make_dossier(passage)), {})
    assert found.title == "own 1"


def test_only_shown_passages_have_a_page(
    make_evidence: Callable[..., Evidence], make_dossier: Callable[..., Dossier]
) -> None:
    hidden = make_evidence(shown=False, page=2)
    not_counted = make_evidence(counted=False, page=3)
    found = landings(assess(make_dossier(hidden, not_counted)), {})
    assert [landing.path for landing in found] == ["go/C001.html", go_path(not_counted.id)]


def test_a_candidate_leads_to_their_page(make_dossier: Callable[..., Dossier]) -> None:
    (found,) = landings(assess(make_dossier()), {})
    assert (found.path, found.target, found.title) == ("go/C001.html", "../C001.html", "C001")
