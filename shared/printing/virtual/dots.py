"""Rows of dots made wider, and put in their place on the paper. Pure."""


def doubled(row: bytes) -> bytes:
    """Return a row with every dot twice."""
    return b"".join(_DOUBLED[value] for value in row)


def _double(value: int) -> bytes:
    bits = sum(0b11 << 2 * bit for bit in range(8) if value >> bit & 1)
    return bits.to_bytes(2, "big")


_DOUBLED = tuple(_double(value) for value in range(256))


def placed(row: bytes, left: int, width: int) -> bytes:
    """Return a row ``left`` dots from the edge on paper of ``width``; what is outside is lost."""
    if left == 0 and len(row) * 8 <= width:
        return row + bytes(width // 8 - len(row))
    bits = len(row) * 8
    shift = width - left - bits
    dots = int.from_bytes(row, "big")
    dots = dots << shift if shift >= 0 else dots >> -shift
    return (dots & (1 << width) - 1).to_bytes(width // 8, "big")
