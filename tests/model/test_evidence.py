"""Which of passages that earn the same is read first."""

from collections.abc import Callable

from ranking.model.evidence import Evidence


def test_statements_go_before_contents_and_headings(make_evidence: Callable[..., Evidence]) -> None:
    words = "We classify the finite reflection groups by their diagrams."
    statement = make_evidence(id="c", quote=words, section="body")
    another = make_evidence(id="d", quote=words, section="abstract")
    contents = make_evidence(id="a", quote=f"2 {words} 17", section="contents")
    heading = make_evidence(id="b", quote="3.2 Reflection groups", section="body")
    found = sorted((heading, another, contents, statement), key=lambda e: e.telling)
    assert [passage.id for passage in found] == ["c", "d", "a", "b"]
