"""What the hub and the devices of a hall share; each package says what it holds."""
