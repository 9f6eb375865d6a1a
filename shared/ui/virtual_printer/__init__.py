"""The virtual printer as a window: its paper, its state in words, a switch for each fault."""
