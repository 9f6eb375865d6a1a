"""Printers on a serial line; hardware or XON/XOFF flow control, or none."""

import serial

from shared.printing.address import SerialAddress
from shared.printing.transports.errors import STALLED_S, PrinterUnreachable

CHUNK_BYTES = 512


def send(address: SerialAddress, data: bytes) -> None:
    """Open the line, write everything in small pieces, wait until it has left."""
    try:
        with serial.serial_for_url(
            address.device,
            address.baud,
            rtscts=address.flow == "rtscts",
            xonxoff=address.flow == "xonxoff",
            write_timeout=STALLED_S,
        ) as line:
            for start in range(0, len(data), CHUNK_BYTES):
                line.write(data[start : start + CHUNK_BYTES])
            line.flush()
    except (serial.SerialException, OSError) as error:
        raise PrinterUnreachable(f"{address.device}: {error}") from error
