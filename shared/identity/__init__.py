"""Who belongs to the hall: keys, certificates, pairing, roles of devices, people's sign-in.

certificates and tls make the trust, registry and people say who has it, pairing and pake let a
new device in, gate and backoff slow strangers down. README.md tells the threats and what holds.
"""
