"""CV: a document, or a part of a merged file, that is a CV."""

from ranking.model.assessment import Dossier, RequirementCheck
from ranking.model.call import Call
from ranking.model.document import Kind
from ranking.requirements.base.enclosures import check_enclosed


def check(dossier: Dossier, call: Call) -> RequirementCheck:
    """Look for a CV; the call adds nothing to it."""
    del call
    return check_enclosed(dossier, "cv", "CV", Kind.CV)
