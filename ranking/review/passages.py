"""Passages after the committee's decisions: rejected, given another level, or counted after all."""

from dataclasses import replace

from ranking.model.call import Call, Scale
from ranking.model.evidence import Evidence
from ranking.model.input_tables import ACCEPT, COUNT, REJECT, Value, passage_table
from ranking.model.points import scale_levels
from ranking.model.review import Review

REJECTED = "rejected by the committee"
COUNTED = "counted by the committee"


class NoFitError(Exception):
    """A decision does not fit its passage; the message says why."""


def decided(found: Evidence, review: Review, call: Call) -> Evidence:
    """Return a passage as found with what the committee decided about it.

    Raises:
        NoFitError: If the decision does not fit the passage.
    """
    word = review.value((passage_table(found).name, found.id, "decision"))
    if word == "":
        return found
    if found.counted:
        return _of_counted(found, word, call)
    return _of_left_out(found, word, call)


def _of_counted(found: Evidence, word: Value, call: Call) -> Evidence:
    if word == REJECT:
        return replace(found, decision=REJECT, counted=False, switched=True, reason=REJECTED)
    if word == ACCEPT:
        return replace(found, decision=ACCEPT)
    return _at_level(found, str(word), call)


def _of_left_out(found: Evidence, word: Value, call: Call) -> Evidence:
    """Return a passage that was not counted as found, switched on."""
    criterion = call.criterion(found.criterion)
    if criterion.scale is Scale.INTERESTS and found.concept not in {t.id for t in call.topics}:
        raise NoFitError("The passage is about no topic of the call.")
    level = found.level if word == COUNT else str(word)
    reason = f"{COUNTED}; found: {found.reason}" if found.reason else COUNTED
    counted = _at_level(found, level, call)
    return replace(counted, decision=str(word), counted=True, switched=True, reason=reason)


def _at_level(found: Evidence, level: str, call: Call) -> Evidence:
    criterion = call.criterion(found.criterion)
    if level not in scale_levels(call, criterion):
        raise NoFitError(f"{level or 'No level'} is no level of {criterion.title}.")
    earlier = "" if level == found.level else found.level
    return replace(found, decision=level, level=level, found=earlier)
