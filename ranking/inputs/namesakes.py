"""What to check by hand about who is who: namesakes, one name with two addresses, absentees."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ranking.inputs import names
from ranking.inputs.headlines import own_email
from ranking.model.application import Assignment, Person
from ranking.model.document import Document, Kind
from ranking.model.problem import Problem, problem


def namesakes(assignments: Sequence[Assignment]) -> list[Problem]:
    """Return a problem for each candidate who shares a family name with another."""
    by_family: dict[str, list[Assignment]] = defaultdict(list)
    for one in assignments:
        for spelling in names.glued(one.person.family_name):
            by_family[spelling].append(one)
    found = []
    for one in assignments:
        spelled = names.glued(one.person.family_name)
        others = {x.key: x.person.name for key in spelled for x in by_family[key] if x is not one}
        if others:
            text = (
                f"{one.person.name} shares a family name with {', '.join(sorted(others.values()))}."
            )
            found.append(problem("same-family-name", text, candidate=one.key))
    return found


def two_addresses(
    assignments: Iterable[Assignment], papers: Mapping[str, Document]
) -> list[Problem]:
    """Return a problem for each candidate whose CVs give different e-mail addresses."""
    found = []
    for one in assignments:
        cvs = [papers[path] for path in one.files if papers[path].kind is Kind.CV]
        addresses = {own_email(cv, tuple(one.person.name.split())) for cv in cvs} - {""}
        if len(addresses) > 1:
            text = (
                f"CVs named {one.person.name} give {' and '.join(sorted(addresses))}: one person?"
            )
            found.append(problem("same-family-name", text, candidate=one.key))
    return found


def absentees(people: Iterable[Person]) -> list[Problem]:
    """Return a problem for each person of the applicant list without any file."""
    return [
        problem("missing-applicant", f"No file of {person.name}, who is in the applicant list.")
        for person in people
    ]
