"""The wall display: who is called where, seen and heard."""
