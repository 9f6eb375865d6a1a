"""The virtual printer as a window: each ticket as paper, the newest on top."""
