"""One QObject a screen: properties out, slots in, no decisions."""
