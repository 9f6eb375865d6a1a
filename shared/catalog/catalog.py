"""The whole catalogue as one value with a version, and its bytes. PURE.

The bytes are what is stored, and what a hub hands to its kiosks: gzip over JSON. The version is
a hash of the procedures, so the same procedures have the same version wherever they were read.
"""

import gzip
import hashlib
import zlib
from dataclasses import dataclass

import msgspec

from shared.catalog.procedure import Procedure

FORMAT = 1


class BadCatalog(ValueError):
    """These bytes are no whole catalogue; the text says why."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """All procedures in the order of their codes; ``made_ms`` is when they were read (UTC)."""

    procedures: tuple[Procedure, ...]
    version: str
    made_ms: int = 0


class _Stored(msgspec.Struct, frozen=True):
    format: int
    version: str
    made_ms: int
    procedures: tuple[Procedure, ...]


_encoder = msgspec.json.Encoder(order="sorted")
_decoder = msgspec.json.Decoder(_Stored)


def catalog_of(procedures: tuple[Procedure, ...], made_ms: int = 0) -> Catalog:
    """Return the catalogue of these procedures; no code may stand twice."""
    ordered = tuple(sorted(procedures, key=lambda procedure: procedure.code))
    return Catalog(ordered, _version(ordered), made_ms)


def packed(catalog: Catalog) -> bytes:
    """Return the catalogue's bytes; the same catalogue has the same ones."""
    stored = _Stored(FORMAT, catalog.version, catalog.made_ms, catalog.procedures)
    return gzip.compress(_encoder.encode(stored), compresslevel=6, mtime=0)


def unpacked(data: bytes) -> Catalog:
    """Read a catalogue's bytes, whole or not at all; raises BadCatalog."""
    try:
        stored = _decoder.decode(gzip.decompress(data))
    except (OSError, EOFError, zlib.error, msgspec.DecodeError, UnicodeError) as error:
        raise BadCatalog(f"not a catalogue: {error}") from error
    if stored.format > FORMAT:
        raise BadCatalog(f"format {stored.format}, this program knows {FORMAT}")
    if _version(stored.procedures) != stored.version:
        raise BadCatalog("the catalogue is damaged: its version does not fit its procedures")
    return Catalog(stored.procedures, stored.version, stored.made_ms)


def _version(procedures: tuple[Procedure, ...]) -> str:
    return hashlib.sha256(_encoder.encode(procedures)).hexdigest()[:16]
