#!/usr/bin/env python3
"""The live page of `ostk instances watch --listen` in a real browser.

Drives Chromium by WebDriver against a sandbox of its own. Needs `chromium` and `chromedriver`
(Debian: chromium, chromium-driver) and nothing from outside Python's own library.

    tests/browser/run.py path/to/ostk [folder for screenshots]
"""

import base64
import contextlib
import http.server
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

INTERVAL = 1.0
LIMIT = 20.0
EVIL = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def request(method, url, body=None, headers=None):
    """Sends JSON; gives the status, the headers and the answer, whatever it is."""
    data = None if body is None else json.dumps(body).encode()
    all_headers = {"Accept": "application/json", "Content-Type": "application/json"}
    asked = urllib.request.Request(url, data, {**all_headers, **(headers or {})}, method=method)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(asked, timeout=60) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def until(what, check, limit=LIMIT):
    """Waits for something to hold; gives how long that took."""
    start = time.monotonic()
    while time.monotonic() - start < limit:
        try:
            if check():
                return time.monotonic() - start
        except (OSError, urllib.error.URLError):
            pass
        time.sleep(0.05)
    raise AssertionError(f"not within {limit} s: {what}")


class Driver:
    """A browser by the WebDriver protocol (https://www.w3.org/TR/webdriver2/)."""

    def __init__(self, folder):
        port = free_port()
        self.process = subprocess.Popen(
            [shutil.which("chromedriver"), f"--port={port}", "--log-level=SEVERE"],
            stdout=subprocess.DEVNULL,
        )
        self.url = f"http://127.0.0.1:{port}"
        until("chromedriver answers", lambda: request("GET", f"{self.url}/status")[0] == 200)
        arguments = ["--headless=new", "--window-size=1000,900", "--disable-gpu", "--no-first-run",
                     "--disable-quic", "--disable-sync", "--disable-component-update",
                     "--disable-background-networking", f"--user-data-dir={folder}"]
        if os.geteuid() == 0:
            arguments.append("--no-sandbox")
        options = {"args": arguments, "binary": shutil.which("chromium")}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        answer = self.call("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self.url += "/session/" + answer["sessionId"]

    def call(self, method, path, body=None):
        status, _, answer = request(method, self.url + path, body)
        value = json.loads(answer)["value"]
        assert status == 200, value
        return value

    def go(self, url):
        self.call("POST", "/url", {"url": url})

    def run(self, script, *arguments):
        return self.call("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def log(self):
        return [entry["message"] for entry in self.call("POST", "/se/log", {"type": "browser"})]

    def look(self, width, height, scheme, path):
        """Saves what a person sees."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        for command, parameters in [
            ("Emulation.setEmulatedMedia", {"features": features}),
            ("Emulation.setDeviceMetricsOverride", {
                "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}),
        ]:
            self.call("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("GET", "/screenshot")))
        wide = self.run("return document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, f"{path}: {wide} pixels too wide"

    def close(self):
        try:
            self.call("DELETE", "")
        finally:
            self.process.terminate()
            self.process.wait()


class Sandbox:
    """A cloud that ostk itself simulates, and somebody at work in it."""

    def __init__(self, ostk, home):
        self.command = [ostk, "sandbox", "serve", "--listen", f"127.0.0.1:{free_port()}"]
        self.env = {"HOME": home, "PATH": os.environ["PATH"]}
        subprocess.run([ostk, "sandbox", "seed", "--instances", "6"], env=self.env, check=True,
                       stdout=subprocess.DEVNULL)
        self.start()
        domain = {"name": "Default"}
        user = {"name": "developer", "domain": domain, "password": "secret"}
        body = {"auth": {
            "identity": {"methods": ["password"], "password": {"user": user}},
            "scope": {"project": {"name": "demo", "domain": domain}}}}
        status, headers, answer = request("POST", f"{self.keystone}/auth/tokens", body)
        assert status == 201, answer
        self.headers = {"X-Auth-Token": headers["X-Subject-Token"]}
        catalog = json.loads(answer)["token"]["catalog"]
        compute = next(service for service in catalog if service["type"] == "compute")
        self.compute = compute["endpoints"][0]["url"]

    def start(self):
        self.process = subprocess.Popen(self.command, env=self.env, stderr=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, text=True)
        for line in self.process.stdout:
            if line.startswith("export "):
                name, value = line.removeprefix("export ").strip().split("=", 1)
                self.env[name] = value
            else:
                break
        self.keystone = self.env["OS_AUTH_URL"]

    def stop(self):
        self.process.terminate()
        self.process.wait()

    def nova(self, method, path, body=None):
        status, _, answer = request(method, self.compute + path, body, self.headers)
        assert 200 <= status < 300, answer
        return json.loads(answer) if answer else None


class Watch:
    """ostk, serving the page."""

    def __init__(self, ostk, env, folder):
        self.port = free_port()
        self.env = env
        self.command = [ostk, "instances", "watch", "--interval", str(INTERVAL), "--listen",
                        f"127.0.0.1:{self.port}", "--token-file", os.path.join(folder, "token")]
        self.start()

    def start(self):
        self.process = subprocess.Popen(self.command, env=self.env, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.PIPE, text=True)
        line = self.process.stderr.readline()
        assert line.startswith("Listening at "), line
        self.url = line.removeprefix("Listening at ").strip()
        # Nobody else reads what it still has to say.
        threading.Thread(target=self.process.stderr.read, daemon=True).start()

    def stop(self):
        self.process.terminate()
        self.process.wait()


STATES = """return Object.fromEntries([...document.querySelectorAll('#instances > li')].map(
    (row) => [row.dataset.id, row.querySelector('.state').textContent]));"""
NAMES = """return [...document.querySelectorAll('#instances .name')].map((one) => one.textContent);"""
LINK = "return document.getElementById('link').textContent;"
FOREIGN = """<!doctype html><title>waiting</title><script>
const socket = new WebSocket("%s");
socket.onopen = () => { document.title = "open"; };
socket.onerror = () => { document.title = "refused"; };
</script>"""


def foreign_page(text):
    """Serves a page of another origin; gives its address."""
    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def check(driver, sandbox, watch, pictures):
    servers = [one["id"] for one in sandbox.nova("GET", "/servers")["servers"]]

    def states():
        return driver.run(STATES)

    driver.go(watch.url)
    took = until("all instances are shown", lambda: len(states()) == len(servers))
    assert set(states().values()) == {"running"}
    print(f"ok: the page shows {len(servers)} instances after {took:.2f} s")

    def see(server, action, *expected):
        sandbox.nova("POST", f"/servers/{server}/action", action)
        first, *others = expected
        took = until(f"{first} is shown", lambda: states()[server] == first, 2 * INTERVAL)
        for state in others:
            until(f"{state} is shown", lambda state=state: states()[server] == state)
        return took

    took = see(servers[0], {"os-stop": None}, "stopping", "stopped")
    print(f"ok: a change is shown after {took:.2f} s, polling every {INTERVAL} s")

    sandbox.nova("PUT", f"/servers/{servers[1]}", {"server": {"name": EVIL}})
    until("the name is shown as it is", lambda: EVIL in driver.run(NAMES))
    assert driver.run(NAMES)[0] == EVIL, "what is renamed has its place by name"
    assert driver.run("return document.title") == "Instances"
    assert driver.run("return document.querySelectorAll('img').length") == 0
    assert driver.run("return document.scripts.length") == 1
    print("ok: markup in a name is text")

    sandbox.nova("DELETE", f"/servers/{servers[2]}")
    until("it is gone", lambda: states().get(servers[2]) == "terminated")
    print("ok: a deletion is shown")
    see(servers[3], {"reboot": {"type": "SOFT"}}, "rebooting")
    driver.look(1000, 900, "light", os.path.join(pictures, "watch-light.png"))
    driver.look(390, 844, "dark", os.path.join(pictures, "watch-dark-phone.png"))

    watch.stop()
    until("the page says so", lambda: "connecting" in driver.run(LINK))
    sandbox.nova("POST", f"/servers/{servers[0]}/action", {"os-start": None})
    watch.start()
    took = until("it is live again", lambda: driver.run(LINK) == "live")
    until("what happened is shown", lambda: states()[servers[0]] == "running")
    assert servers[2] not in states()
    print(f"ok: it is live {took:.2f} s after ostk was started again")

    sandbox.stop()
    hidden = "return document.getElementById('trouble').hidden"
    until("the trouble is shown", lambda: not driver.run(hidden))
    assert "does not answer" in driver.run(LINK)
    driver.look(1000, 900, "dark", os.path.join(pictures, "watch-trouble.png"))
    sandbox.start()
    until("the trouble is over", lambda: driver.run(hidden), 40)
    assert driver.run(LINK) == "live"
    see(servers[4], {"os-stop": None}, "stopping", "stopped")
    print("ok: it goes on after the cloud was started again")

    bad = [line for line in driver.log() if "Content Security Policy" in line or "Error" in line]
    bad = [line for line in bad if "ERR_CONNECTION_REFUSED" not in line]
    assert not bad, bad
    print("ok: nothing was blocked and no script failed")

    wrong = watch.url[:-4] + "0000"
    driver.go(wrong)
    assert "token is missing or wrong" in driver.run("return document.body.textContent")
    assert request("GET", wrong)[0] == 401
    print("ok: a wrong token is refused")
    assert request("GET", watch.url, headers={"Host": "evil.example"})[0] == 421
    print("ok: a foreign host is refused")
    socket_url = watch.url.replace("http:", "ws:").replace("/?", "/events?")
    driver.go(foreign_page(FOREIGN % socket_url))
    until("the browser is refused", lambda: driver.run("return document.title") != "waiting")
    assert driver.run("return document.title") == "refused"
    print("ok: a page of a foreign origin is refused, token and all")


def main():
    ostk = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        pictures = sys.argv[2] if len(sys.argv) > 2 else folder
        with contextlib.ExitStack() as ends:
            sandbox = Sandbox(ostk, folder)
            ends.callback(sandbox.stop)
            watch = Watch(ostk, sandbox.env, folder)
            ends.callback(watch.stop)
            driver = Driver(os.path.join(folder, "browser"))
            ends.callback(driver.close)
            check(driver, sandbox, watch, pictures)


if __name__ == "__main__":
    main()
