"""Where procedures and dossiers come from: files that are dropped, or the national service."""
