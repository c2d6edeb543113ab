"""The report on disk: complete, small, self-contained, and deaf to what applicants write."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from ranking.extraction.workers import Limits, Workers
from ranking.inputs.data_root import data_root
from ranking.model.result import Result
from ranking.outputs.report.links import anchor_of, go_path
from ranking.steps.reporting import Sources, write_report

Read = Callable[[Path], Any]

WORKBOOK = "../ranking.xlsx"
"""The one link out of the report; the workbook is written by another output."""

LARGEST_PAGE = 1_500_000


def pages(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.html"))


def test_every_candidate_has_a_page(demo_report: tuple[Result, Path]) -> None:
    result, folder = demo_report
    wanted = {"index.html"} | {f"{a.candidate}.html" for a in result.assessments}
    assert len(wanted) > 10
    assert {path.name for path in pages(folder)} == wanted


def test_every_shown_passage_has_its_quote_and_its_picture(
    demo_report: tuple[Result, Path], read_page: Read
) -> None:
    result, folder = demo_report
    count = 0
    for assessment in result.assessments:
        html = (folder / f"{assessment.candidate}.html").read_text(encoding="utf-8")
        figures = dict(
            re.findall(r'<figure class="passage" id="e-(\w+)">(.*?)</figure>', html, re.DOTALL)
        )
        text = " ".join(read_page(folder / f"{assessment.candidate}.html").text.split())
        for passage in assessment.dossier.evidence:
            if not passage.shown:
                assert passage.id not in figures
                continue
            assert passage.boxes
            picture = re.search(r'<img src="([^"]+)"', figures[passage.id])
            assert picture is not None
            assert (folder / picture[1]).read_bytes().startswith(b"\x89PNG")
            assert " ".join(passage.quote.split()) in text
            count += 1
    assert count > 200


def test_every_shown_passage_has_a_page_that_leads_to_it(
    demo_report: tuple[Result, Path], read_page: Read
) -> None:
    result, folder = demo_report
    ids = {a.candidate: read_page(folder / f"{a.candidate}.html") for a in result.assessments}
    anchors = {candidate: set(seen.all("id")) for candidate, seen in ids.items()}
    wanted = {go_path(a.candidate) for a in result.assessments}
    for assessment in result.assessments:
        for passage in (e for e in assessment.dossier.evidence if e.shown):
            wanted.add(go_path(passage.id))
            target = f"../{assessment.candidate}.html#{anchor_of(passage.id)}"
            assert f"url={target}" in (folder / go_path(passage.id)).read_text(encoding="utf-8")
            assert anchor_of(passage.id) in anchors[assessment.candidate]
    assert len(wanted) > 200
    assert {path.relative_to(folder).as_posix() for path in (folder / "go").iterdir()} == wanted


def test_every_document_has_its_first_page_or_words_instead(
    demo_report: tuple[Result, Path],
) -> None:
    result, folder = demo_report
    pictured = without = 0
    for assessment in result.assessments:
        html = (folder / f"{assessment.candidate}.html").read_text(encoding="utf-8")
        count = html.count('alt="First page of ')
        instead = re.findall('<div class="instead">(.+)</div>', html)
        assert count + len(instead) == len(assessment.dossier.application.documents)
        pictured, without = pictured + count, without + len(instead)
        if assessment.candidate == "C011":
            assert instead == ["locked"]
    assert pictured > 30
    assert without >= 2


def test_every_picture_is_shown(demo_report: tuple[Result, Path], read_page: Read) -> None:
    _, folder = demo_report
    shown = {source for page in pages(folder) for source in read_page(page).all("src", "img")}
    assert shown == {p.relative_to(folder).as_posix() for p in (folder / "img").rglob("*.png")}


def test_links_lead_somewhere(demo_report: tuple[Result, Path], read_page: Read) -> None:
    _, folder = demo_report
    count = 0
    for page in pages(folder):
        seen = read_page(page)
        for link in seen.all("href") + seen.all("src"):
            parts = urlsplit(link)
            assert not parts.scheme
            assert not parts.netloc
            if link == WORKBOOK:
                continue
            target = folder / unquote(parts.path) if parts.path else page
            assert target.is_file(), link
            assert not parts.fragment or parts.fragment in read_page(target).all("id")
            count += 1
    assert count > 500


def test_no_id_stands_twice_on_a_page(demo_report: tuple[Result, Path], read_page: Read) -> None:
    for page in pages(demo_report[1]):
        ids = read_page(page).all("id")
        assert len(ids) > 3
        assert len(ids) == len(set(ids))


def test_pages_are_small(demo_report: tuple[Result, Path], read_page: Read) -> None:
    _, folder = demo_report
    for page in pages(folder):
        pictures = {folder / source for source in read_page(page).all("src", "img")}
        size = page.stat().st_size + sum(picture.stat().st_size for picture in pictures)
        assert size < LARGEST_PAGE, page.name


def test_nothing_is_fetched_and_nothing_runs_but_the_report_s_own_script(
    demo_report: tuple[Result, Path], read_page: Read
) -> None:
    _, folder = demo_report
    for page in pages(folder):
        seen = read_page(page)
        policy = seen.all("content", "meta")[0]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert [found for tag, found in seen.tags if tag == "script"] == [
            {"src": "report.js", "defer": ""}
        ]
        names = {name for _, found in seen.tags for name in found}
        assert not {name for name in names if name.startswith("on") or name == "style"}
    for name in ("report.css", "report.js"):
        text = (folder / name).read_text(encoding="utf-8")
        assert not re.search(r"url\(|https?:|@import|fetch|innerHTML|XMLHttp", text)


def test_equal_results_give_equal_reports(demo_report: tuple[Result, Path], tmp_path: Path) -> None:
    result, folder = demo_report
    source = Sources(root=data_root() / "demo" / "applications")
    with Workers(Limits(processes=2)) as workers:
        write_report(result, source, tmp_path, workers)
    first = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
    again = {path.relative_to(tmp_path): path for path in tmp_path.rglob("*") if path.is_file()}
    assert first.keys() == again.keys()
    assert all(first[name].read_bytes() == again[name].read_bytes() for name in first)


@pytest.mark.parametrize("name", ["index.html", "C001.html"])
def test_what_applicants_write_stays_text(hostile_report: Path, read_page: Read, name: str) -> None:
    seen = read_page(hostile_report / name)
    assert [tag for tag, _ in seen.tags].count("script") == 1
    assert not seen.all("src", "img")
    assert not seen.all("onerror")
    assert "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7 * 7 }}&amp;" in seen.text
    assert "\u202e" not in (hostile_report / name).read_text(encoding="utf-8")


def test_missing_files_cost_their_pictures_only(hostile_report: Path) -> None:
    html = (hostile_report / "C001.html").read_text(encoding="utf-8")
    assert "Lie groups" not in html
    assert not (hostile_report / "img").exists()
    assert '<figure class="passage"' in html
