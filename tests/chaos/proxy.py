"""A proxy in front of a cloud that does harm on purpose: it loses answers, cuts connections, answers
in the service's place, holds requests back, and has whoever sent them killed."""

import http.client
import http.server
import json
import os
import socket
import struct
import threading
import time
import urllib.parse

from cloud import TOKEN_KEY

# What can befall the request that creates something. "kill" is SIGKILL to ostk.
FAULTS = (
    "answer lost",  # It is done; the answer never comes.
    "answer cut in half",
    "cut before",  # It never reaches the cloud.
    "reset before",
    "cut, arrives late",  # The client is told nothing, and the cloud is still to act.
    "503 before",
    "503 after",
    "503 with Retry-After",
    "502 after",
    "504, arrives late",
    "kill before",
    "kill during",
    "kill, arrives late",
    "kill after",
)
# How long a request that arrives late has been on its way, in seconds.
LATE = (0.2, 3.0)


class Plan:
    """What is to befall the requests of one client token, one after the other."""

    def __init__(self, faults, random):
        self.faults = list(faults)
        self.random = random
        self.kill = None

    def next(self):
        return self.faults.pop(0) if self.faults else None


class Proxy:
    """Forwards `/NAME/rest` to the upstream with that name."""

    def __init__(self, upstreams, random, read_fault_rate):
        self.upstreams = {name: urllib.parse.urlsplit(url) for name, url in upstreams.items()}
        self.random = random
        self.read_fault_rate = read_fault_rate
        self.lock = threading.Lock()
        self.plans = {}
        self.happened = {}
        self.late = []
        proxy = self

        class Handler(_Handler):
            pass

        Handler.proxy = proxy
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def override(self, name):
        """The address that stands for an upstream's."""
        return f"http://127.0.0.1:{self.port}/{name}{self.upstreams[name].path}"

    def count(self, what):
        with self.lock:
            self.happened[what] = self.happened.get(what, 0) + 1

    def read_fault(self):
        """What befalls a request that only reads; mostly nothing."""
        with self.lock:
            if self.random.random() >= self.read_fault_rate:
                return None
            return self.random.choice(("read answered 503", "read cut"))

    def forward(self, name, method, path, headers, body):
        """Asks the upstream; gives the status, the headers and the body."""
        upstream = self.upstreams[name]
        connection = http.client.HTTPConnection(upstream.hostname, upstream.port, timeout=300)
        try:
            skipped = ("host", "connection", "accept-encoding", "content-length")
            kept = {key: value for key, value in headers.items() if key.lower() not in skipped}
            connection.request(method, path, body, {**kept, "Connection": "close"})
            answer = connection.getresponse()
            return answer.status, answer.getheaders(), answer.read()
        finally:
            connection.close()

    def forward_late(self, delay, *request):
        """The same after a while, whoever waits for it or not."""

        def run():
            time.sleep(delay)
            self.forward(*request)

        thread = threading.Thread(target=run)
        with self.lock:
            self.late.append(thread)
        thread.start()

    def settle(self):
        """Waits for requests that are still on their way."""
        while True:
            with self.lock:
                if not self.late:
                    return
                thread = self.late.pop()
            thread.join()


class _Handler(http.server.BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    proxy = None

    def log_message(self, *_):
        pass

    def _handle(self):
        self.close_connection = True
        length = int(self.headers.get("Content-Length") or 0)
        _, name, path = self.path.split("/", 2)
        collection = urllib.parse.urlsplit(path).path.rstrip("/").rsplit("/", 1)[-1]
        creates = self.command == "POST" and collection in ("servers", "volumes")
        body = self.rfile.read(length) if length else None
        request = (name, self.command, f"/{path}", self.headers, body)
        plan = self._plan(body) if creates else None
        fault = plan.next() if plan else None
        if fault:
            self.proxy.count(fault)
            self._harm(fault, plan, request)
            return
        if self.command == "GET":
            fault = self.proxy.read_fault()
            if fault:
                self.proxy.count(fault)
                if fault == "read cut":
                    self._cut()
                else:
                    self._refuse(503)
                return
        self._answer(*self.proxy.forward(*request))

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_PATCH = _handle

    def _plan(self, body):
        wanted = next(iter(json.loads(body).values()))
        token = wanted.get("metadata", {}).get(TOKEN_KEY)
        with self.proxy.lock:
            return self.proxy.plans.get(token)

    def _harm(self, fault, plan, request):
        proxy = self.proxy
        late = plan.random.uniform(*LATE)
        if fault == "answer lost":
            proxy.forward(*request)
            self._cut()
        elif fault == "answer cut in half":
            self._answer(*proxy.forward(*request), half=True)
        elif fault in ("cut before", "reset before"):
            self._cut(reset=fault == "reset before")
        elif fault == "cut, arrives late":
            proxy.forward_late(late, *request)
            self._cut()
        elif fault == "503 before":
            self._refuse(503)
        elif fault in ("503 after", "502 after"):
            proxy.forward(*request)
            self._refuse(int(fault[:3]))
        elif fault == "503 with Retry-After":
            self._refuse(503, retry_after=1)
        elif fault == "504, arrives late":
            proxy.forward_late(late, *request)
            self._refuse(504)
        elif fault == "kill before":
            plan.kill()
            self._cut()
        elif fault == "kill during":
            proxy.forward_late(0, *request)
            plan.kill()
            self._cut()
        elif fault == "kill, arrives late":
            plan.kill()
            proxy.forward_late(late, *request)
            self._cut()
        elif fault == "kill after":
            self._answer(*proxy.forward(*request))
            time.sleep(plan.random.uniform(0, 0.006))
            plan.kill()
        else:
            raise ValueError(fault)

    def _answer(self, status, headers, body, half=False):
        try:
            self.send_response_only(status)
            for key, value in headers:
                if key.lower() not in ("connection", "transfer-encoding", "content-length"):
                    self.send_header(key, value)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if half else body)
            self.wfile.flush()
        except OSError:
            # Whoever asked has gone away, or was killed.
            pass
        if half:
            self._cut()

    def _refuse(self, status, retry_after=None):
        headers = [("Content-Type", "text/html")]
        if retry_after is not None:
            headers.append(("Retry-After", str(retry_after)))
        self._answer(status, headers, b"<html><body><h1>Try later</h1></body></html>")

    def _cut(self, reset=False):
        """Ends the connection without an answer, or without more of it."""
        try:
            if reset:
                now = struct.pack("ii", 1, 0)
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, now)
                os.close(self.connection.detach())
            else:
                self.connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            # It was closed from the other side.
            pass
