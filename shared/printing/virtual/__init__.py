"""An ESC/POS printer made of software: for training, for trying out, and for tests.

printer is the whole machine, pure and on the caller's clock; the modules below it are its
layers: wire, real_time, interpreter (with commands, lettering, typeface, dots), mechanism,
status and voice. profile says what sort of printer it is, faults what can go wrong, script when.
png writes its paper as pictures, server lets others print on it. The window that shows the
paper is in shared.ui.virtual_printer.
"""
