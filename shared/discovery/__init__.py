"""mDNS: hubs tell where they are, devices find them. Addresses only, never trust.

The only package that knows zeroconf.
"""

SERVICE_TYPE = "_motcua._tcp.local."
