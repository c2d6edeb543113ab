"""Build the demonstration cohort: twelve invented applicants, their PDFs and the truth about them.

Every document is typst source below ``source/``; every applicant has one TOML file that lists the
documents and what a careful reader finds in them. Running this file writes ``applications/`` and
``truth.json`` again. The page of each proof quote is looked up in the built PDFs, never typed in.

    python make_demo.py            build everything
    python make_demo.py --check    verify truth.json against the PDFs that are there

Needs typst, pypdf with cryptography, pypdfium2, Pillow and numpy from PyPI; works offline.
"""

from __future__ import annotations

import argparse
import calendar
import io
import json
import re
import sys
import tomllib
import unicodedata
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import typst
from PIL import Image
from pypdf import PdfReader, PdfWriter

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "source"
APPLICATIONS = "applications"
TRUTH = "truth.json"
SCAN_DPI = 170
SCAN_JPEG_QUALITY = 38
DAMAGED_SHARE = 0.35
APOSTROPHE = "\u2019"  # as typst prints it

Record = dict[str, Any]


@dataclass(frozen=True)
class Document:
    """One file of an application.

    Attributes:
        file: Name under which the applicant sent it.
        source: Typst file below the applicant's source folder.
        kind: Kind of document, as in the truth.
        language: Language of the text.
        treatment: Empty, ``scan``, ``encrypt`` or ``damage``.
        password: User password of an encrypted file.
    """

    file: str
    source: str
    kind: str
    language: str = "en"
    treatment: str = ""
    password: str = ""

    @property
    def alias(self) -> str:
        """Short name by which the TOML files refer to the document."""
        return Path(self.source).stem


def squeeze(text: str) -> str:
    """Reduce text to what survives line breaks, hyphenation and ligatures."""
    plain = unicodedata.normalize("NFKC", text.replace("\ufffe", ""))
    return re.sub(r"[\s\u00ad\u2010-\u2013-]+", "", plain)


def page_texts(pdf: bytes | Path, password: str | None = None) -> list[str]:
    """Read the squeezed text of every page with PDFium."""
    with pdfium.PdfDocument(pdf, password=password) as opened:  # type: ignore[no-untyped-call]
        return [squeeze(page.get_textpage().get_text_range()) for page in opened]


def compile_pdf(source: Path, day: str) -> bytes:
    """Compile one typst file with the fonts of the typst wheel and a fixed date."""
    year, month, date = (int(part) for part in day.split("-"))
    return typst.compile(
        str(source),
        root=str(SOURCE),
        font_paths=[],
        ignore_system_fonts=True,
        format="pdf",
        timestamp=calendar.timegm((year, month, date, 18, 40, 0)),
        pdf_tags=False,
    )


def photocopy(page: pdfium.PdfPage, rng: np.random.Generator) -> Image.Image:
    """Render a page as a slightly grey, noisy and crooked greyscale picture."""
    picture = page.render(scale=SCAN_DPI / 72, grayscale=True).to_pil().convert("L")  # type: ignore[no-untyped-call]
    picture = picture.rotate(
        float(rng.uniform(-0.5, 0.5)), resample=Image.Resampling.BILINEAR, fillcolor=255
    )
    pixels = np.asarray(picture, dtype=np.float64)
    shade = np.linspace(0.0, 14.0, pixels.shape[1])[None, :]
    noise = rng.normal(0.0, 4.0, pixels.shape)
    grey = np.clip(24.0 + pixels * 0.87 - shade + noise, 0, 255)
    return Image.fromarray(grey.astype(np.uint8))


def scan(pdf: bytes, name: str) -> bytes:
    """Turn a PDF into a PDF of pictures without any text layer."""
    rng = np.random.default_rng(zlib.crc32(name.encode()))
    with pdfium.PdfDocument(pdf) as opened:  # type: ignore[no-untyped-call]
        pictures = [photocopy(page, rng) for page in opened]
    writer = PdfWriter()
    for picture in pictures:
        single = io.BytesIO()
        picture.save(single, "PDF", resolution=SCAN_DPI, quality=SCAN_JPEG_QUALITY)
        writer.append(io.BytesIO(single.getvalue()))
    writer.metadata = None
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def encrypt(pdf: bytes, password: str) -> bytes:
    """Protect a PDF with AES-256 and a user password."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.encrypt(user_password=password, algorithm="AES-256")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def damage(pdf: bytes) -> bytes:
    """Cut a PDF off after its first third, so that the catalog and the page tree are gone."""
    return pdf[: int(len(pdf) * DAMAGED_SHARE)]


def treated(document: Document, pdf: bytes) -> bytes:
    """Apply the treatment of a document to its compiled PDF."""
    if document.treatment == "scan":
        return scan(pdf, document.file)
    if document.treatment == "encrypt":
        return encrypt(pdf, document.password)
    if document.treatment == "damage":
        return damage(pdf)
    return pdf


def is_current(target: Path, document: Document, pdf: bytes) -> bool:
    """Tell whether an encrypted file already holds this text (its salt is random by nature)."""
    if document.treatment != "encrypt" or not target.exists():
        return False
    return page_texts(target, document.password) == page_texts(pdf)


def located(proof: Record, files: dict[str, Document], pages: dict[str, list[str]]) -> Record:
    """Give a proof its file name and the first page on which its quote stands.

    Args:
        proof: Entry of the TOML file: ``in`` (alias of the document), ``quote`` and more.
        files: Documents of the applicant by alias.
        pages: Squeezed page texts of the documents by alias.

    Returns:
        The proof as ``file``, ``page``, ``quote`` and the remaining keys.

    Raises:
        ValueError: If the quote is not in the document.
    """
    alias, quote = proof["in"], proof["quote"].replace("'", APOSTROPHE)
    wanted = squeeze(quote)
    found = [number for number, text in enumerate(pages[alias], start=1) if wanted in text]
    if not found:
        message = f"{files[alias].file}: quote not found: {quote}"
        raise ValueError(message)
    rest = {key: value for key, value in proof.items() if key not in {"in", "quote"}}
    return {"file": files[alias].file, "page": found[0], "quote": quote, **rest}


def document_truth(document: Document, pages: int) -> Record:
    """Describe one document in the form of the truth."""
    entry: Record = {
        "file": document.file,
        "kind": document.kind,
        "pages": pages,
        "scanned": document.treatment == "scan",
        "language": document.language,
    }
    if document.treatment == "encrypt":
        entry["password"] = document.password
    if document.treatment == "damage":
        entry["damaged"] = True
    return entry


def applicant_truth(
    plan: Record, files: dict[str, Document], pages: dict[str, list[str]]
) -> Record:
    """Assemble the truth about one applicant from the plan and the built pages."""

    def proofs(entries: list[Record]) -> list[Record]:
        return [located(entry, files, pages) for entry in entries]

    areas = {
        area: {
            "level": found["level"],
            "proof": proofs(found.get("proof", [])),
            "traps": found.get("traps", []),
            **({"also_acceptable": found["also"]} if "also" in found else {}),
        }
        for area, found in plan["areas"].items()
    }
    interests = plan["research_interests"]
    return {
        "id": plan["id"],
        "folder": plan["folder"],
        "family_name": plan["family_name"],
        "given_name": plan["given_name"],
        "documents": [
            document_truth(document, len(pages[alias])) for alias, document in files.items()
        ],
        "areas": areas,
        "research_interests": {
            "topics": interests["topics"],
            "proof": proofs(interests.get("proof", [])),
        },
        "problem_solving": proofs(plan.get("problem_solving", [])),
        "requirements": plan["requirements"],
        "anomalies": plan["anomalies"],
        "notes": plan["notes"],
    }


def build_applicant(plan_file: Path, target: Path) -> Record:
    """Write the PDFs of one applicant and return the truth about them."""
    plan = tomllib.loads(plan_file.read_text(encoding="utf-8"))
    folder = target / APPLICATIONS / plan["folder"]
    folder.mkdir(parents=True, exist_ok=True)
    files: dict[str, Document] = {}
    pages: dict[str, list[str]] = {}
    for entry in plan["documents"]:
        document = Document(**entry)
        pdf = compile_pdf(plan_file.with_suffix("") / document.source, plan["day"])
        files[document.alias] = document
        pages[document.alias] = page_texts(pdf)
        path = folder / document.file
        if not is_current(path, document, pdf):
            path.write_bytes(treated(document, pdf))
    remove_strays(folder, {document.file for document in files.values()})
    return applicant_truth(plan, files, pages)


def remove_strays(folder: Path, wanted: set[str]) -> None:
    """Delete PDFs of an earlier build that the plan no longer names."""
    for path in folder.glob("*.pdf"):
        if path.name not in wanted:
            path.unlink()


def build(target: Path = HERE) -> Record:
    """Build all applications and ``truth.json`` below a folder.

    Args:
        target: Folder that receives ``applications/`` and ``truth.json``.

    Returns:
        The truth as it was written.
    """
    applicants = [build_applicant(plan, target) for plan in sorted(SOURCE.glob("d??.toml"))]
    expert = tomllib.loads((SOURCE / "expert_ranking.toml").read_text(encoding="utf-8"))
    truth = {"applicants": applicants, "expert_ranking": expert}
    text = json.dumps(truth, ensure_ascii=False, indent=1) + "\n"
    (target / TRUTH).write_text(text, encoding="utf-8")
    return truth


def every_proof(applicant: Record) -> list[Record]:
    """Collect all proofs in the truth about one applicant."""
    areas = [proof for area in applicant["areas"].values() for proof in area["proof"]]
    proofs: list[Record] = [
        *areas,
        *applicant["research_interests"]["proof"],
        *applicant["problem_solving"],
    ]
    return proofs


def check_document(path: Path, document: Record, proofs: list[Record]) -> list[str]:
    """Compare one PDF with what the truth says about it."""
    if not path.exists():
        return [f"{path}: missing"]
    try:
        pages = page_texts(path, document.get("password"))
    except pdfium.PdfiumError:
        return [] if document.get("damaged") else [f"{path.name}: cannot be opened"]
    if document.get("damaged"):
        return [f"{path.name}: should not open"]
    faults = [] if len(pages) == document["pages"] else [f"{path.name}: {len(pages)} pages"]
    if document["scanned"]:
        return faults + ([f"{path.name}: has a text layer"] if any(pages) else [])
    return faults + [
        f"{path.name}: not on page {proof['page']}: {proof['quote']}"
        for proof in proofs
        if squeeze(proof["quote"]) not in pages[proof["page"] - 1]
    ]


def check_traps(applicant: Record, folder: Path) -> list[str]:
    """Report wordings of traps that stand in no document; they may stand on an unread page."""
    if any(document["scanned"] or document.get("damaged") for document in applicant["documents"]):
        return []
    text = "".join(
        page
        for document in applicant["documents"]
        for page in page_texts(folder / document["file"], document.get("password"))
    )
    wordings = [
        trap.split("' -- ")[0].removeprefix("'")
        for area in applicant["areas"].values()
        for trap in area["traps"]
    ]
    return [
        f"{applicant['id']}: trap not found: {wording}"
        for wording in wordings
        if squeeze(wording.replace("'", APOSTROPHE)) not in text
    ]


def check(demo: Path = HERE) -> list[str]:
    """Verify ``truth.json`` against the PDFs beside it.

    Args:
        demo: Folder that holds ``truth.json`` and ``applications/``.

    Returns:
        One line for every fault; empty when all is well.
    """
    truth = json.loads((demo / TRUTH).read_text(encoding="utf-8"))
    faults: list[str] = []
    for applicant in truth["applicants"]:
        folder = demo / APPLICATIONS / applicant["folder"]
        for document in applicant["documents"]:
            proofs = [p for p in every_proof(applicant) if p["file"] == document["file"]]
            faults += check_document(folder / document["file"], document, proofs)
        if not faults:
            faults += check_traps(applicant, folder)
        named = {document["file"] for document in applicant["documents"]}
        faults += [f"{p.name}: not in truth" for p in folder.iterdir() if p.name not in named]
    ids = sorted(applicant["id"] for applicant in truth["applicants"])
    if sorted(truth["expert_ranking"]["consensus_order"]) != ids:
        faults.append("expert_ranking: consensus_order does not hold every applicant once")
    return faults


def main(arguments: list[str] | None = None) -> int:
    """Build or check the demonstration cohort from the command line."""
    parser = argparse.ArgumentParser(description="Build the demonstration cohort.")
    parser.add_argument("--check", action="store_true", help="only verify truth.json")
    parser.add_argument("--out", type=Path, default=HERE, help="folder to write to or to check")
    options = parser.parse_args(arguments)
    if not options.check:
        build(options.out)
    faults = check(options.out)
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    pdfs = list((options.out / APPLICATIONS).rglob("*.pdf"))
    size = sum(path.stat().st_size for path in pdfs) / 1e6
    sys.stdout.write(f"{len(pdfs)} PDFs, {size:.1f} MB, {len(faults)} faults\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
