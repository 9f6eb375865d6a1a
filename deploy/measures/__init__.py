"""What ``motcua bench`` measures: the hub, the screens, the tickets; and this machine's limits."""
