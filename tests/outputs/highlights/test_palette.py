"""The colours: words stay legible on them, and everybody tells them apart."""

import itertools
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest

from ranking.model.call import Call
from ranking.outputs.highlights.palette import COLOURS, palette

Array = npt.NDArray[np.float64]

SEEN = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red cones": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green cones": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue cones": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""How linear RGB is seen (Machado, Oliveira and Fernandes 2009, severity 1)."""

TO_XYZ = np.array(
    [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
) / np.array([[0.9505], [1.0], [1.089]])


def linear(colour: str) -> Array:
    parts = np.array(list(bytes.fromhex(colour))) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(rgb: Array) -> Array:
    xyz = TO_XYZ @ np.clip(rgb, 0, 1)
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("seen", SEEN)
def test_colours_are_told_apart_from_each_other_and_from_paper(seen: str) -> None:
    labs = [lab(np.array(SEEN[seen]) @ linear(colour)) for colour in (*COLOURS, "FFFFFF")]
    assert min(np.linalg.norm(a - b) for a, b in itertools.combinations(labs, 2)) > 10


def test_black_words_stay_legible() -> None:
    luminances = [float(linear(colour) @ TO_XYZ[1]) for colour in COLOURS]
    assert min((luminance + 0.05) / 0.05 for luminance in luminances) > 7


def test_every_criterion_has_a_colour_of_its_own(call: Call) -> None:
    colours = palette(call)
    assert list(colours) == [criterion.id for criterion in call.criteria]
    assert len(set(colours.values())) == len(call.criteria)


def test_colours_come_again_where_there_are_too_few(call: Call) -> None:
    first = call.criteria[0]
    many = tuple(replace(first, id=f"c{number}") for number in range(len(COLOURS) + 1))
    colours = palette(replace(call, criteria=many))
    assert colours[f"c{len(COLOURS)}"] == colours["c0"] == COLOURS[0]
