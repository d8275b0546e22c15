"""A page that is served to the browsers of this machine, and tells them when there is a new one.

It listens on the loopback address only, at a port that the system chooses, under a secret that no
other page can guess; and it answers to its own name only, so that no page of the web reaches it
through a name of its own that leads here. It gives one page and its events, and takes nothing.
"""

import json
import re
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from deckgen.model.diagnostic import EnvironmentProblem

_HOST = "127.0.0.1"
_PATIENCE = 15.0  # seconds between two signs of life


class Server:
    """The page as it is now. All that changes it stands under one lock."""

    def __init__(self) -> None:
        self._secret = secrets.token_urlsafe(16)
        self._changed = threading.Condition()
        self._page = b""
        self._version = 0
        self._failure = ""
        self._closed = False
        try:
            self._http = _Listener((_HOST, 0), _handler(self))
        except OSError as error:
            message = f"no port of this machine can be listened on: {error.strerror}"
            raise EnvironmentProblem(message, "preview without --watch") from error

    @property
    def url(self) -> str:
        """Where the page is."""
        return f"http://{_HOST}:{self._http.server_port}/{self._secret}/"

    def publish(self, page: str, version: int) -> None:
        """A new page, for those who come, and for those who wait with an older one."""
        with self._changed:
            self._page, self._version, self._failure = page.encode(), version, ""
            self._changed.notify_all()

    def fail(self, message: str) -> None:
        """Say why there is no new page; the old one stays."""
        with self._changed:
            self._failure = message
            self._changed.notify_all()

    def run(self) -> None:
        """Listen, until the server is closed."""
        self._http.serve_forever(poll_interval=0.1)

    def close(self) -> None:
        """Let everybody go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._http.shutdown()
        self._http.server_close()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Answer one request; everything but the page and its events is refused."""
        if request.headers.get("Host") != f"{_HOST}:{self._http.server_port}":
            request.send_error(HTTPStatus.FORBIDDEN)
        elif request.path == f"/{self._secret}/":
            self._send_page(request)
        elif events := re.fullmatch(
            rf"/{re.escape(self._secret)}/events/(\d{{1,9}})", request.path
        ):
            self._send_events(request, int(events[1]))
        else:
            request.send_error(HTTPStatus.NOT_FOUND)

    def _send_page(self, request: BaseHTTPRequestHandler) -> None:
        with self._changed:
            page = self._page
        _begin(request, "text/html; charset=utf-8", len(page))
        request.wfile.write(page)

    def _send_events(self, request: BaseHTTPRequestHandler, version: int) -> None:
        """``built`` with each new page, ``failed`` with each failure, and signs of life between."""
        _begin(request, "text/event-stream")
        failure = ""

        def is_news() -> bool:
            return self._closed or (self._version, self._failure) != (version, failure)

        while not self._closed:
            with self._changed:
                self._changed.wait_for(is_news, _PATIENCE)
                news = b": still here\n\n"
                if self._version != version:
                    news = _event("built", self._version)
                elif self._failure != failure:
                    news = _event("failed", self._failure)
                version, failure = self._version, self._failure
            request.wfile.write(news)
            request.wfile.flush()


class _Listener(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away is no news."""


@contextmanager
def serving() -> Iterator[Server]:
    """A server that runs beside what is done with it."""
    server = Server()
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.close()
        thread.join()


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        server_version, sys_version = "deckgen", ""

        def do_GET(self) -> None:
            server.answer(self)

        def log_message(self, *_: object) -> None:
            """What is asked for is nobody's business."""

    return Handler


def _begin(request: BaseHTTPRequestHandler, kind: str, length: int | None = None) -> None:
    request.send_response(HTTPStatus.OK)
    request.send_header("Content-Type", kind)
    request.send_header("Cache-Control", "no-store")
    request.send_header("X-Content-Type-Options", "nosniff")
    request.send_header("Cross-Origin-Resource-Policy", "same-origin")
    request.send_header("Referrer-Policy", "no-referrer")
    if length is not None:
        request.send_header("Content-Length", str(length))
    request.end_headers()


def _event(name: str, value: object) -> bytes:
    return f"event: {name}\ndata: {json.dumps(value)}\n\n".encode()
