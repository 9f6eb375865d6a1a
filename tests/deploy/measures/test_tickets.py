"""The bench's printer notes the first byte of a ticket."""

import socket
import time

from deploy.measures.tickets import FirstByte


def test_the_first_byte_is_noted() -> None:
    begun = time.perf_counter()
    with FirstByte() as printer:
        port = int(printer.address.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.sendall(b"x")
            assert printer.arrived.wait(10)
    assert begun < printer.at_s <= time.perf_counter()
