"""The national service as a server on this machine: it answers what a test gives it."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class FakeService:
    """What the service knows, and what it was asked."""

    def __init__(self) -> None:
        self.results: dict[str, Any] = {}
        self.session = "s-1"
        self.password = "right"
        self.asked: list[dict[str, str]] = []
        self.address = ""
        self.raw: bytes | None = None

    def answer(self, path: str, body: dict[str, str]) -> dict[str, Any]:
        """Return the answer to a POST."""
        if path.endswith("/auth"):
            known = body["password"] == self.password
            return {"error_code": "00", "session": self.session} if known else {"error_code": "01"}
        self.asked.append(body)
        if body["session"] != self.session:
            return {"error_code": "99"}
        asked = body.get("maTTHC") or body.get("mahoso")
        key = f"{body['service']} {asked}" if asked else body["service"]
        return {"error_code": "00", "result": self.results.get(key)}


@contextmanager
def national_service() -> Iterator[FakeService]:
    """Run the service until the block ends."""
    fake = FakeService()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            data = fake.raw or json.dumps(fake.answer(self.path, body)).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    fake.address = f"http://127.0.0.1:{server.server_address[1]}/adapter"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
