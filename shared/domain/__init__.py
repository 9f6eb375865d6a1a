"""The queue of one hall: pure values and decisions, no clock, no disk, no network.

``decide`` says what a command brings about, ``apply`` what the hall is afterwards.
Read plan (what is set up), hall (what is so now), commands, events, errors, then decide.
"""
