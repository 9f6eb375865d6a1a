"""Administrative procedures and dossiers: what people need, and whether it is ready.

procedure, catalog, page, browse and search are pure; reading, store and sources do I/O.
"""
