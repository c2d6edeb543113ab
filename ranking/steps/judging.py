"""What is found out about each application, without looking at another.

A judgement is kept from build to build under everything that it rests on: the application as read,
the call, lexicons and rules, and the code. A new judgement is serialised as well, so that a known
one cannot differ from it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ranking.extraction.allowance import PAGE_SECONDS, START_SECONDS
from ranking.extraction.code_version import code_version
from ranking.extraction.store import Records, Store, adapter, digest
from ranking.extraction.worker import Job
from ranking.extraction.workers import Lost, Workers
from ranking.model.application import Application
from ranking.model.assessment import Assessment, Dossier, RequirementCheck, Score
from ranking.model.document import PageView
from ranking.model.evidence import Course, Evidence, Fact, Interest
from ranking.model.problem import Problem, problem
from ranking.requirements import check_all
from ranking.requirements.problems import problems as requirement_problems
from ranking.scoring import score
from ranking.steps.options import Knowledge

_PARTS = ("extraction", "model", "tagging", "requirements", "scoring", "steps")
_PACKAGES = ("spacy", "pypdfium2", "pypdf")
_CODES = {Lost.TIMEOUT: "timeout", Lost.DIED: "unreadable"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """An assessment without the application that it is about."""

    evidence: tuple[Evidence, ...]
    interests: tuple[Interest, ...]
    courses: tuple[Course, ...]
    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...]
    views: tuple[PageView, ...]
    requirements: tuple[RequirementCheck, ...]
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What a judgement rests on besides the application, and where judgements are kept.

    Attributes:
        knowledge: The call and the data of the toolkit.
        root: The applications folder.
        passwords: Tried on files that need one.
        store: Where judgements are kept, None to keep nothing.
        version: The version of the code that judges.
    """

    knowledge: Knowledge
    root: Path
    passwords: tuple[str, ...]
    store: Store | None
    version: str = field(default_factory=lambda: code_version(_PARTS, _PACKAGES))

    @property
    def records(self) -> Records[Judgement]:
        """The judgements of earlier builds."""
        return Records[Judgement](Judgement, self.store)


def judge_all(
    applications: Sequence[Application], bench: Bench, workers: Workers, *, fresh: bool
) -> Iterator[Assessment]:
    """Yield the assessment of each application, in their order."""
    known = {} if fresh else _known(applications, bench)
    unknown = [application for application in applications if application.candidate not in known]
    jobs = [Job((application,), _seconds(application)) for application in unknown]
    results = workers.run(judge, jobs, shared=(bench,))
    lost: dict[str, Lost] = {}
    for application, result in zip(unknown, results, strict=True):
        if isinstance(result, Lost):
            lost[application.candidate] = result
        else:
            known[application.candidate] = adapter(Judgement).validate_json(result)
    for application in applications:
        if application.candidate in lost:
            yield _judge_in_steps(application, bench, workers)
        else:
            yield _assessment(application, known[application.candidate])


def judge(bench: Bench, application: Application) -> bytes:
    """Assess an application and keep the judgement, which is returned as JSON."""
    judgement = _judgement(assess(bench, application))
    bench.records.put(_key(application, bench), judgement)
    return adapter(Judgement).dump_json(judgement)


def assess(bench: Bench, application: Application) -> Assessment:
    """Find the evidence of one application, verify it, check the requirements, score."""
    return conclude(verify_evidence(bench, find(bench, application)), bench.knowledge)


def find(bench: Bench, application: Application) -> Dossier:
    """Find the evidence of one application; only the process that does imports what finds it."""
    from ranking.tagging import tag  # noqa: PLC0415

    known = bench.knowledge
    return tag(application, known.call, known.lexicons, known.rules)


def conclude(dossier: Dossier, knowledge: Knowledge) -> Assessment:
    """Check the requirements and score, by what was found and verified."""
    checks = check_all(dossier, knowledge.call)
    problems = (*dossier.problems, *requirement_problems(dossier, checks, knowledge.call))
    return Assessment(
        dossier=replace(dossier, problems=problems),
        requirements=checks,
        scores=score(dossier, knowledge.call),
    )


def verify_evidence(bench: Bench, dossier: Dossier) -> Dossier:
    """Look for every passage on its page again; only the process that does imports what reads."""
    from ranking.extraction.verify import verify  # noqa: PLC0415

    return verify(dossier, bench.root, bench.passwords)


def _judge_in_steps(application: Application, bench: Bench, workers: Workers) -> Assessment:
    """Judge an application that broke its process: the evidence of each file in a job of its own.

    Why: the file that did it costs its own evidence and nothing else.
    """
    seconds = _seconds(application)
    (found,) = workers.run(find, [Job((application,), seconds)], shared=(bench,))
    if isinstance(found, Lost):
        return conclude(_not_judged(application, found), bench.knowledge)
    files = sorted({row.file for row in found.evidence})
    single = [
        replace(found, evidence=tuple(row for row in found.evidence if row.file == file))
        for file in files
    ]
    jobs = [Job((dossier,), seconds) for dossier in single]
    rows: dict[str, Evidence] = {}
    problems = list(found.problems)
    views: list[PageView] = []
    for dossier, result in zip(single, workers.run(verify_evidence, jobs, (bench,)), strict=True):
        checked = _not_verified(dossier, result) if isinstance(result, Lost) else result
        rows |= {row.id: row for row in checked.evidence}
        views += checked.views
        problems += [problem for problem in checked.problems if problem not in problems]
    evidence = tuple(rows[row.id] for row in found.evidence)
    dossier = replace(found, evidence=evidence, problems=tuple(problems), views=tuple(views))
    return conclude(dossier, bench.knowledge)


def _not_judged(application: Application, why: Lost) -> Dossier:
    """Return a dossier without evidence; its documents count as not read."""
    documents = tuple(replace(document, pages=()) for document in application.documents)
    message = f"The application could not be judged: {why.value}."
    return Dossier(
        application=replace(application, documents=documents),
        problems=(problem(_CODES[why], message, candidate=application.candidate),),
    )


def _not_verified(dossier: Dossier, why: Lost) -> Dossier:
    file = dossier.evidence[0].file
    reason = f"the page could not be looked at again: {why.value}"
    message = f"Passages could not be verified, and so not counted: {why.value}."
    return replace(
        dossier,
        evidence=tuple(replace(row, counted=False, reason=reason) for row in dossier.evidence),
        problems=(
            *dossier.problems,
            problem(_CODES[why], message, file=file, candidate=dossier.candidate),
        ),
    )


def _known(applications: Sequence[Application], bench: Bench) -> dict[str, Judgement]:
    found = {a.candidate: bench.records.get(_key(a, bench)) for a in applications}
    return {candidate: known for candidate, known in found.items() if known is not None}


def _key(application: Application, bench: Bench) -> str:
    known = bench.knowledge
    data = (known.call_sha256, known.lexicons.fingerprint, known.rules.fingerprint)
    return digest((repr(application), *data, bench.version))


def _seconds(application: Application) -> float:
    pages = sum(document.page_count for document in application.documents)
    return 2 * START_SECONDS + PAGE_SECONDS * pages


def _judgement(assessment: Assessment) -> Judgement:
    dossier = assessment.dossier
    return Judgement(
        evidence=dossier.evidence,
        interests=dossier.interests,
        courses=dossier.courses,
        facts=dossier.facts,
        problems=dossier.problems,
        views=dossier.views,
        requirements=assessment.requirements,
        scores=assessment.scores,
    )


def _assessment(application: Application, judgement: Judgement) -> Assessment:
    dossier = Dossier(
        application=application.seen(judgement.views),
        evidence=judgement.evidence,
        interests=judgement.interests,
        courses=judgement.courses,
        facts=judgement.facts,
        problems=judgement.problems,
        views=judgement.views,
    )
    return Assessment(dossier=dossier, requirements=judgement.requirements, scores=judgement.scores)
