# ruff: noqa: RUF001 - other alphabets are the point
"""Text layers that do not say what the page shows, and honest pages that look odd."""

import textwrap
from collections.abc import Callable

import pytest

from ranking.extraction.quality import QualityJudge, needs_ocr
from ranking.model.document import Quality
from ranking.model.page_rules import PageRules
from tests.extraction.conftest import Applications, PdfBuilder

PROSE = (
    "In this thesis we study the representation theory of finite groups and its applications to "
    "neural networks that respect the symmetries of the data. The first chapter recalls what is "
    "known about induced representations, and the second one shows how a layer is built from them. "
)
RUSSIAN = (
    "В этой работе мы изучаем теорию представлений конечных групп и её приложения к нейронным "
    "сетям, которые учитывают симметрии данных. Первая глава напоминает о том, что известно об "
    "индуцированных представлениях, а вторая показывает, как из них строится слой сети. "
)
ARABIC = " ".join(
    [
        "تدرس هذه الرسالة نظرية التمثيل للزمر المنتهية",
        "وتطبيقاتها على الشبكات العصبية التي تحترم تناظر البيانات",
    ]
    * 4
)
CHINESE = "本文研究有限群的表示论及其在神经网络中的应用 这些网络尊重数据的对称性 " * 12
TRANSCRIPT = "\n".join(
    f"MVE{number} {name} 7.5 hp A 2022-01-{number}"
    for number, name in enumerate(
        ["Linear algebra", "Calculus", "Topology", "Mechanics", "Statistics", "Optics"] * 3, 10
    )
)
SKILLS = "HTML CSS PHP XML JSON SQL MySQL LaTeX TCP HTTP DNS SSH GPU CPU FPGA BLAS LAPACK MPI " * 3
NAMES = "Brzęczyszczykiewicz Krzysztof Łękołody Grzegorz Szczepan Trzciński Wojciech Pstrąg " * 6
CONTENTS = "\n".join(f"{n}.1 Introduction . . . . . . . . . . . . . . {n}" for n in range(30))


def shifted(text: str) -> str:
    """Return the text of a font whose map is off by three places."""
    return "".join(chr(ord(char) + 3) if char.isalpha() else char for char in text)


@pytest.fixture(scope="module")
def judge(page_rules: PageRules) -> QualityJudge:
    return QualityJudge(page_rules)


BROKEN = {
    "shifted map": shifted(PROSE),
    "shifted capitals": shifted(PROSE.upper()),
    "backwards": PROSE[::-1],
    "private use": "".join(chr(0xE000 + ord(c)) if c.isalpha() else c for c in PROSE),
    "no map": "".join(chr(ord(c) % 32) if c.isalpha() else c for c in PROSE),
}


@pytest.mark.parametrize("damage", BROKEN)
def test_broken_text(judge: QualityJudge, damage: str) -> None:
    assert judge.is_garbage(BROKEN[damage], lambda: 0.0)


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        RUSSIAN,
        ARABIC,
        CHINESE,
        TRANSCRIPT,
        SKILLS,
        NAMES,
        CONTENTS,
        PROSE.replace("e", "\ufffd"),
        "Appendix",
    ],
)
def test_words(judge: QualityJudge, text: str) -> None:
    assert not judge.is_garbage(text, lambda: 0.0)


def test_other_scripts_are_judged_by_the_font(judge: QualityJudge) -> None:
    assert judge.is_garbage(CHINESE.replace("的", "킷"), lambda: 0.6)


def test_figures_of_letters_without_a_name_are_words(judge: QualityJudge) -> None:
    assert not judge.is_garbage(CONTENTS, lambda: 0.8)


def test_broken_page_is_reported_and_not_read(
    applications: Applications, pdf: Callable[[], PdfBuilder]
) -> None:
    lines = [shifted(line).replace("\\", "") for line in textwrap.wrap(PROSE, 60)]
    content = pdf().text(*lines).text(*textwrap.wrap(PROSE, 60)).bytes()
    document, problems = applications.read("thesis.pdf", content, ocr=False)
    assert [page.quality for page in document.pages] == [Quality.GARBAGE, Quality.TEXT]
    assert document.unread_pages == (1,)
    assert [problem.code for problem in problems] == ["garbage-text", "ocr-missing"]


def test_which_pages_need_ocr() -> None:
    assert {quality for quality in Quality if needs_ocr(quality)} == {
        Quality.SCAN,
        Quality.OUTLINED,
        Quality.GARBAGE,
    }
