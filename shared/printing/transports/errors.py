"""What goes wrong on the way to a printer."""


class PrinterUnreachable(Exception):
    """The printer did not take the whole ticket; the text says why."""


CONNECT_S = 3.0
"""A printer that is there takes a connection at once."""

STALLED_S = 5.0
"""So long a printer may take no byte at all before it counts as not answering."""
