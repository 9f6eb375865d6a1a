"""An ESC/POS printer made of software: for training, for trying out, and for tests.

printer is the whole machine, pure and on the caller's clock; the modules below it are its
layers: wire, real_time, engine, interpreter (with commands, lettering, typeface, dots, undrawn),
mechanism, status and voice. profile says what sort of printer it is, faults what can go wrong,
script when.

running moves it along in real time; tcp_link and pty_link let hosts in; paper_folder, with png,
keeps its paper as pictures; server puts these together as options say. The window that shows
the paper is in shared.ui.virtual_printer.
"""
