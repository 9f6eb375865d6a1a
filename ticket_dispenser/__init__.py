"""The ticket dispenser: citizens touch a service and get a number."""
