"""The touch kiosk: for now, where a ticket stands in line."""
