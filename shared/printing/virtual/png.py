"""One-bit pictures as PNG files (RFC 2083), black on white."""

import struct
import zlib

from shared.printing.picture import Picture

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def png_bytes(picture: Picture) -> bytes:
    """Return a greyscale PNG of one bit a dot."""
    header = struct.pack(">IIBBBBB", picture.width, picture.height, 1, 0, 0, 0, 0)
    inverse = bytes.maketrans(bytes(range(256)), bytes(255 - value for value in range(256)))
    rows = b"".join(b"\x00" + picture.row(y).translate(inverse) for y in range(picture.height))
    body = zlib.compress(rows, 6)
    return SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)
