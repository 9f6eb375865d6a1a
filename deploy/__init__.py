"""Putting a hall on its machines: the motcua command, the launcher, samples, services."""
