"""What ``motcua printer`` does with a real printer: try it, follow it, find it."""
