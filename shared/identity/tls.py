"""TLS 1.3 with mutual authentication under the hall's own authority; nothing else is spoken.

No dates are checked: the clocks of the hall's devices can not be relied upon. No session is
resumed, so every connection shows its certificate.
"""

import ssl
from pathlib import Path

from shared.identity.credentials import CredentialsBroken

NO_CHECK_TIME = ssl.VerifyFlags(0x200000)
"""X509_V_FLAG_NO_CHECK_TIME of OpenSSL, for which Python has no name."""


def hub_tls(credentials: Path, authority_pem: str) -> ssl.SSLContext:
    """Return the hub's side: whoever shows no certificate of the hall is refused."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.verify_mode = ssl.CERT_REQUIRED
    context.num_tickets = 0
    return _trusting(context, credentials, authority_pem)


def device_tls(credentials: Path, authority_pem: str) -> ssl.SSLContext:
    """Return a device's side; connect with ``server_hostname=HUB_NAME``."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return _trusting(context, credentials, authority_pem)


def _trusting(context: ssl.SSLContext, credentials: Path, authority_pem: str) -> ssl.SSLContext:
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.verify_flags |= ssl.VERIFY_X509_STRICT | NO_CHECK_TIME
    context.load_verify_locations(cadata=authority_pem)
    try:
        context.load_cert_chain(credentials)
    except (OSError, ssl.SSLError) as error:
        raise CredentialsBroken(f"cannot use {credentials}: {error}") from error
    return context
