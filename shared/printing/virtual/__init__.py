"""An ESC/POS printer made of software: for training, for trying out, and for tests.

interpreter turns the bytes it gets into pictures, png writes them, server listens. The window
that shows them as paper is in shared.ui.virtual_printer.
"""
