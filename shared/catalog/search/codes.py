"""Codes typed instead of words: of a procedure in any spelling, or of a dossier. PURE."""

import re

_PROCEDURE = re.compile(r"(?<!\d)(\d)[\s.,-]*(\d{3})[\s.,-]?(\d{3})(?!\d)")
_TAIL_ONLY = re.compile(r"\D{0,8}(\d{6})\D?")
FEW_LETTERS = 6
_DOSSIER = re.compile(
    r"[A-Z]\d{2}(?:\.\d{1,3}){0,4}-\d{6}-\d{4,6}"
    r"|\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}-\d{6}-\d{4}"
    r"|\d{5}/\d{4}/\d{5}"
)
"""The dossier codes of the national rule now and before, and of social insurance."""


def dossier_code(text: str) -> str:
    """Return the dossier code that a text is, as it is written on receipts, or nothing."""
    code = re.sub(r"\s+", "", text).upper().replace("–", "-")
    return code if _DOSSIER.fullmatch(code) else ""


def code_in(text: str) -> str:
    """Return the dossier code that was typed, or that a receipt's QR code or barcode holds."""
    parts = [text, *re.split(r"[?&=|#\s]+|/(?=\S*/?[A-Z]\d\d)", text)]
    return next((code for part in parts if (code := dossier_code(part))), "")


def procedure_code(text: str) -> str:
    """Return the procedure code ``d.dddddd`` that stands in a text, or nothing."""
    found = _PROCEDURE.search(text)
    return f"{found[1]}.{found[2]}{found[3]}" if found else ""


def is_code_only(text: str) -> bool:
    """Return whether a text is a procedure code with no more than a word such as ``mã`` by it."""
    found = _PROCEDURE.search(text)
    beside = text[: found.start()] + text[found.end() :] if found else text
    return found is not None and sum(map(str.isalpha, beside)) <= FEW_LETTERS


def code_tail(text: str) -> str:
    """Return the six digits when a text is no more than the last part of a code, or nothing."""
    found = _TAIL_ONLY.fullmatch(text.strip())
    return found[1] if found else ""
