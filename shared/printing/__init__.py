"""Tickets on paper: words, layout, picture, ESC/POS bytes, and the ways to a printer.

ticket_words -> layout -> raster -> escpos are values; job is the talk with a printer, without
I/O; ticket_printer owns a device's printers and does the I/O through transports. virtual is a
printer of our own. README.md beside this file tells the way from the touch to the slip.
"""
