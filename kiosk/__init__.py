"""The touch kiosk: procedures, my dossier, my number, feedback."""
