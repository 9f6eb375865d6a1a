"""The counter: the officer's window and the citizen's panel, on one or two devices."""
