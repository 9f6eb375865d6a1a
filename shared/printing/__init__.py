"""Tickets on paper: words, layout, picture, ESC/POS bytes, and the ways to a printer.

ticket_words -> layout -> raster -> escpos are values; ticket_printer owns one printer and
does the I/O through transports. virtual is a printer of our own, for training and tests.
"""
