"""Reads the rules of tagging: assertion, level, story, interest, grade scales."""

from pathlib import Path

from ranking.inputs.toml_file import fingerprint, read_toml
from ranking.model.rules import (
    AssertionRules,
    GradeScales,
    InterestRules,
    LevelRules,
    Rules,
    StoryRules,
)


def read_rules(data: Path) -> Rules:
    """Read the rules below the data folder.

    Raises:
        UserError: If a file cannot be read.
        InputFileError: With every fault of the first file that has any.
    """
    assertion = data / "rules" / "assertion.toml"
    level = data / "rules" / "level.toml"
    story = data / "rules" / "story.toml"
    interest = data / "rules" / "interest.toml"
    grades = data / "grade_scales.toml"
    return Rules(
        fingerprint=fingerprint([assertion, level, story, interest, grades]),
        assertion=read_toml(assertion, AssertionRules),
        level=read_toml(level, LevelRules),
        story=read_toml(story, StoryRules),
        interest=read_toml(interest, InterestRules),
        grades=read_toml(grades, GradeScales),
    )
