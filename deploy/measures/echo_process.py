"""A bare websocket echo in a process of its own: the machine's limit for the hub."""

import asyncio
import ssl
import sys

from websockets.asyncio.server import ServerConnection, serve


async def _echo(connection: ServerConnection) -> None:
    async for message in connection:
        await connection.send(message)


async def _run(certificate: str) -> None:
    tls = None
    if certificate:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(certificate)
    async with serve(_echo, "127.0.0.1", 0, ssl=tls, compression=None) as server:
        print(f"ready {server.sockets[0].getsockname()[1]}", flush=True)
        await server.serve_forever()


def main(certificate: str = "") -> None:
    """Run until killed; ``certificate`` is a PEM file with its key."""
    try:
        import uvloop
    except ImportError:  # no uvloop on Windows
        asyncio.run(_run(certificate))
    else:
        uvloop.run(_run(certificate))


if __name__ == "__main__":
    main(*sys.argv[1:])
