"""Pictures are asked for once a place, and lie where pages look for them."""

import struct
from collections.abc import Callable
from pathlib import Path

from ranking.model.assessment import Assessment, Dossier
from ranking.model.document import Document, Kind
from ranking.model.evidence import Evidence
from ranking.outputs.report.pictures import Pictured, wanted, write_pictures

BOXES = ((10.0, 20.0, 30.0, 40.0),)
PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + struct.pack(">II", 320, 48)


def assess(dossier: Dossier) -> Assessment:
    return Assessment(dossier=dossier, requirements=(), scores=())


def test_only_shown_passages_with_boxes_are_pictured(
    make_evidence: Callable[..., Evidence], make_dossier: Callable[..., Dossier]
) -> None:
    shown = make_evidence(boxes=BOXES)
    same_place = make_evidence(boxes=BOXES, criterion="statistics")
    not_counted = make_evidence(boxes=BOXES, page=2, counted=False)
    hidden = make_evidence(boxes=BOXES, page=3, shown=False)
    without = make_evidence(page=4)
    found = wanted(assess(make_dossier(hidden, not_counted, shown, same_place, without)))
    assert found.passages == {"C001/cv.pdf": ((1, BOXES), (2, BOXES))}
    assert found.count == 2


def test_every_document_is_pictured(
    make_document: Callable[..., Document], make_dossier: Callable[..., Dossier], tmp_path: Path
) -> None:
    assessment = assess(make_dossier(documents=(make_document(), make_document(Kind.LETTER))))
    asked = wanted(assessment)
    assert asked.documents == ("C001/cv.pdf", "C001/letter.pdf")
    assert asked.count == 2
    images = write_pictures(tmp_path, assessment, Pictured(documents={"C001/cv.pdf": PNG}))
    assert set(images.documents) == {"C001/cv.pdf"}
    assert (tmp_path / images.documents["C001/cv.pdf"].path).read_bytes() == PNG


def test_passages_of_one_place_share_a_picture(
    make_evidence: Callable[..., Evidence], make_dossier: Callable[..., Dossier], tmp_path: Path
) -> None:
    one, other = make_evidence(boxes=BOXES), make_evidence(boxes=BOXES, criterion="statistics")
    elsewhere = make_evidence(boxes=BOXES, page=2)
    made = Pictured(passages={"C001/cv.pdf": {(1, BOXES): PNG}})
    images = write_pictures(tmp_path, assess(make_dossier(one, other, elsewhere)), made).passages
    assert set(images) == {one.id, other.id}
    assert images[one.id] == images[other.id]
    assert (images[one.id].width, images[one.id].height) == (320, 48)
    assert [p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.png")] == [
        images[one.id].path
    ]
    assert (tmp_path / images[one.id].path).read_bytes() == PNG
