"""Unread files are told with what is known about the reason."""

from collections.abc import Callable
from dataclasses import replace

from ranking.model.assessment import Assessment, Dossier
from ranking.model.document import Document
from ranking.model.problem import problem
from ranking.outputs.report.unread import unread_files


def test_why_a_file_was_not_read(
    make_document: Callable[..., Document], make_dossier: Callable[..., Dossier]
) -> None:
    locked = replace(make_document(file="a/locked.pdf"), page_count=0, pages=())
    half = replace(make_document(file="a/half.pdf"), page_count=2)
    documents = (locked, half, make_document(file="a/read.pdf"))
    dossier = make_dossier(documents=documents)
    problems = (
        problem("password-needed", "Locked.", file="a/locked.pdf"),
        problem("not-fully-read", "Pages: all.", file="a/locked.pdf"),
        problem("scanned", "A picture.", file="a/half.pdf"),
        problem("hidden-text", "Words.", file="a/read.pdf"),
    )
    first, second = unread_files(Assessment(dossier=dossier, requirements=(), scores=()), problems)
    assert (first.file, first.pages, first.name) == ("a/locked.pdf", "all pages", "Ada Berg")
    assert first.why.startswith("Locked. Ask the applicant for the password")
    assert "Pages: all." not in first.why
    assert (second.file, second.pages, second.why) == ("a/half.pdf", "page 2 of 2", "")
