"""The report in a real browser: what a reader does works, and nothing but the report is run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from ranking.model.evidence import Evidence
from ranking.model.result import Result
from ranking.outputs.report.go import Landing
from ranking.outputs.report.links import anchor_of, go_path
from ranking.outputs.report.pages import go_html
from tests.outputs.report.browser import CONTRAST, Browser, chromium
from tests.outputs.report.conftest import HOSTILE

pytestmark = pytest.mark.chromium

Report = tuple[Result, Path]

LOCAL = ("file:///", "chrome-extension://")
"""Files, and Chromium's own viewer of PDFs."""

CANDIDATES = "table.ranking tbody th"


@pytest.fixture(scope="module")
def started() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def browser(started: Browser) -> Iterator[Browser]:
    """A browser that afterwards has neither noted an error nor asked for more than local files."""
    started.show(1280)
    yield started
    started.command("Emulation.setScriptExecutionDisabled", value=False)
    requests = started.requests()
    assert requests
    assert [url for url in requests if not url.startswith(LOCAL)] == []
    assert started.errors() == []


def column(browser: Browser, number: int) -> list[str]:
    return browser.seen(f"table.ranking tbody td:nth-child({number})")


def header(number: int) -> str:
    return f"table.ranking thead th:nth-child({number}) button"


def test_the_ranking_is_sorted_by_a_click_and_back_by_another(
    browser: Browser, demo_report: Report
) -> None:
    result, folder = demo_report
    browser.open(folder / "index.html")
    assert column(browser, 1) == [str(place.rank) for place in result.places]
    before = browser.seen(CANDIDATES)
    for expected in (True, False):
        browser.find(header(7)).click()
        could_be = [float(text) for text in column(browser, 7)]
        assert could_be == sorted(could_be, reverse=expected)
        assert browser.seen(CANDIDATES) != before
        sorted_headers = browser.all("table.ranking th[aria-sort]")
        assert [element.text for element in sorted_headers] == ["Could be"]
    browser.find(header(1)).click()
    assert browser.seen(CANDIDATES) == before


def test_a_keyboard_sorts_by_name(browser: Browser, demo_report: Report) -> None:
    browser.open(demo_report[1] / "index.html")
    browser.find(header(2)).send_keys(Keys.ENTER)
    names = browser.run(
        f"return [...document.querySelectorAll('{CANDIDATES}')].map((cell) => cell.dataset.value)"
    )
    assert len(names) == 12
    assert names == browser.run(f"return {names!r}.sort((a, b) => a.localeCompare(b, 'en'))")


def test_unknown_scores_come_last_either_way(browser: Browser, demo_report: Report) -> None:
    browser.open(demo_report[1] / "index.html")
    for _ in range(2):
        browser.find("table.heatmap thead th:nth-child(10) button").click()
        grades = browser.seen("table.heatmap tbody td:nth-child(10)")
        assert grades[-2:] == ["?", "?"]
        assert "?" not in grades[:-2]


def test_a_word_and_a_status_filter_both_tables(browser: Browser, demo_report: Report) -> None:
    result, folder = demo_report
    browser.open(folder / "index.html")
    browser.find("#find").send_keys("GEORGIOS quemeneur")
    assert browser.find("#count").text == "0 of 12 shown"
    browser.find("#find").clear()
    browser.find("#find").send_keys("quemeneur")
    for table in ("ranking", "heatmap"):
        (name,) = browser.seen(f"table.{table} tbody th")
        assert name == "C007 Élodie Quéméneur"
    browser.find("#find").clear()
    browser.find("#find").send_keys(" ")
    browser.find("#formal option[value=not_met]").click()
    wanted = [p.candidate for p in result.places if p.formal == "not_met"]
    assert wanted
    assert [name[:4] for name in browser.seen(CANDIDATES)] == wanted
    assert browser.find("#count").text == f"{len(wanted)} of 12 shown"


def test_a_fold_opens_and_its_pictures_load(browser: Browser, demo_report: Report) -> None:
    browser.open(demo_report[1] / "C003.html")
    hidden = len(browser.seen("figure.passage"))
    browser.find("details summary").click()
    assert len(browser.seen("figure.passage")) > hidden
    picture = browser.find("details[open] figure.passage img")
    assert picture.is_displayed()
    decoded = "return document.querySelector('details[open] img').decode().then(() => 'shown')"
    assert browser.run(decoded) == "shown"


def test_links_lead_from_candidate_to_candidate(browser: Browser, demo_report: Report) -> None:
    result, folder = demo_report
    first, second = (place.candidate for place in result.places[:2])
    browser.open(folder / "index.html")
    browser.find(f"{CANDIDATES} a").click()
    browser.wait_for(f"{first}.html")
    assert browser.find("h1").text.startswith(first)
    browser.find(f"nav a[href='{second}.html']").click()
    browser.wait_for(f"{second}.html")
    browser.find("nav a[href='index.html']").click()
    browser.wait_for("index.html")


def folded(result: Result) -> Evidence:
    """Return a passage that lies behind a fold."""
    return next(
        e for a in result.assessments for e in a.dossier.evidence if e.shown and not e.counted
    )


def test_a_link_from_the_workbook_lands_on_its_passage(
    browser: Browser, demo_report: Report
) -> None:
    result, folder = demo_report
    passage = folded(result)
    browser.open(folder / go_path(passage.id))
    browser.wait_for(f"{passage.candidate}.html#{anchor_of(passage.id)}")
    figure = browser.find("figure:target")
    assert figure.is_displayed()
    assert " ".join(passage.quote.split()) in " ".join(figure.text.split())


def test_a_link_from_the_workbook_lands_on_its_page_of_a_copy(
    browser: Browser, demo_report: Report, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(b"%PDF-1.7")
    landing = Landing(path="x.html", target="copy.pdf#page=2", report="", title="copy, page 2")
    page = tmp_path / landing.path
    page.write_text(go_html(landing), encoding="utf-8")
    browser.open(page)
    browser.wait_for("copy.pdf#page=2")
    browser.open(demo_report[1] / "index.html")


@pytest.mark.parametrize("name", ["index.html", "C001.html"])
def test_hostile_names_and_quotes_stay_text(
    browser: Browser, hostile_report: Path, name: str
) -> None:
    browser.open(hostile_report / name)
    browser.run("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    text = browser.find("body").text
    assert HOSTILE.replace("\u202e", "") in text
    assert browser.run("return document.scripts.length") == 1
    assert browser.all("img, [onerror]") == []
    browser.show(420)
    assert browser.run("return document.documentElement.scrollWidth") <= 420


def test_without_scripts_everything_can_be_read(browser: Browser, demo_report: Report) -> None:
    result, folder = demo_report
    browser.command("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(folder / "index.html")
    assert len(browser.seen(CANDIDATES)) == 12
    assert browser.seen(".tools, thead button") == []
    passage = folded(result)
    browser.open(folder / go_path(passage.id))
    browser.wait_for(f"#{anchor_of(passage.id)}")
    for fold in browser.all("details:not([open]) summary"):
        fold.send_keys(Keys.ENTER)
    quotes = [" ".join(text.split()) for text in browser.seen("blockquote")]
    assert any(" ".join(passage.quote.split()) in quote for quote in quotes)


@pytest.mark.parametrize("width", [420, 1280])
@pytest.mark.parametrize("name", ["index.html", "C003.html", "C007.html"])
def test_pages_fit_their_window(
    browser: Browser, demo_report: Report, name: str, width: int
) -> None:
    browser.show(width)
    browser.open(demo_report[1] / name)
    assert browser.run("return document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index.html", "C007.html"])
def test_words_stand_out_from_what_lies_behind(
    browser: Browser, demo_report: Report, name: str, scheme: str
) -> None:
    browser.show(1280, scheme)
    browser.open(demo_report[1] / name)
    found = browser.run(CONTRAST)
    assert found["count"] > 100
    assert found["faint"] == []


def test_the_browser_would_tell_of_scripts_and_of_requests(
    started: Browser, demo_report: Report, tmp_path: Path
) -> None:
    page = (demo_report[1] / "index.html").read_text(encoding="utf-8")
    broken = tmp_path / "index.html"
    image = '<script>alert(1)</script><img src="https://ranking.example/a.png">'
    broken.write_text(page.replace("</main>", f"{image}</main>"), encoding="utf-8")
    started.open(broken)
    told = "\n".join(started.errors())
    assert "inline script violates" in told.lower()
    assert "ranking.example" in told
    started.requests()
