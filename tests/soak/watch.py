#!/usr/bin/env python3
"""One process watches, another one acts, and Nova's own record says what there was to see.

Creates instances, stops them and deletes them, with `ostk` on a real cloud (dev/cloud), while
`ostk instances watch` follows by way of a small proxy that may break down in the middle. What
the watch told is then held against `os-instance-actions`: of each instance every state that
lasted through one of its questions to Nova, in order, none twice, deletions included.

    tests/soak/watch.py path/to/ostk --cloud demo --count 200 --outage 20

Needs nothing from outside Python's own library.
"""

import argparse
import concurrent.futures
import datetime
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request
import uuid

PATH = ["pending", "running", "stopping", "stopped", "deleting", "terminated"]
# What the hypervisor takes for each step, in seconds: a state that lasts so long can be seen.
DELAY = 3

class Proxy:
    """A way to a service that can be closed: connections are then refused and cut."""

    def __init__(self, target):
        self.target = target
        self.listener = self.listen(0)
        self.port = self.listener.getsockname()[1]
        self.open_sockets = set()
        # Of each question for what has changed when it was sent and when the answer began.
        self.questions = []
        self.lock = threading.Lock()

    def listen(self, port):
        listener = socket.create_server(("127.0.0.1", port))
        threading.Thread(target=self.accept, args=(listener,), daemon=True).start()
        return listener

    def accept(self, listener):
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            server = socket.create_connection(self.target)
            with self.lock:
                self.open_sockets |= {client, server}
            asked = []
            for source, sink in ((client, server), (server, client)):
                arguments = (source, sink, source is client, asked)
                threading.Thread(target=self.pump, args=arguments, daemon=True).start()

    def pump(self, source, sink, is_question, asked):
        try:
            while data := source.recv(65536):
                if is_question and b"changes-since" in data:
                    asked.append(time.time())
                elif asked:
                    self.questions.append((asked[0], time.time()))
                    asked.clear()
                sink.sendall(data)
        except OSError:
            pass
        for one in (source, sink):
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
        with self.lock:
            self.open_sockets -= {source, sink}

    def break_down(self):
        # Who waits in accept() holds the socket open: it has to be woken.
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        with self.lock:
            cut = list(self.open_sockets)
        for one in cut:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def come_back(self):
        self.listener = self.listen(self.port)


class Cloud:
    """Nova, asked directly."""

    def __init__(self, settings):
        auth = settings["auth"]
        domain = {"name": auth.get("user_domain_name", "Default")}
        user = {"name": auth["username"], "password": auth["password"], "domain": domain}
        project = {"name": auth["project_name"], "domain": domain}
        body = {"auth": {"identity": {"methods": ["password"], "password": {"user": user}},
                         "scope": {"project": project}}}
        self.token = None
        url = auth["auth_url"].rstrip("/")
        url = url if url.endswith("/v3") else url + "/v3"
        headers, answer = self.ask("POST", f"{url}/auth/tokens", body)
        self.token = headers["X-Subject-Token"]
        compute = next(one for one in answer["token"]["catalog"] if one["type"] == "compute")
        self.url = next(one["url"] for one in compute["endpoints"] if one["interface"] == "public")

    def ask(self, method, url, body=None):
        headers = {"Accept": "application/json", "Content-Type": "application/json",
                   "X-OpenStack-Nova-API-Version": "2.58"}
        if self.token:
            headers["X-Auth-Token"] = self.token
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(url, data, headers, method=method)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=120) as answer:
            text = answer.read()
            return answer.headers, json.loads(text) if text else None

    def actions(self, server):
        """When each action began and when its last part ended, by Nova's own record."""
        url = f"{self.url}/servers/{server}/os-instance-actions"
        times = {}
        for action in self.ask("GET", url)[1]["instanceActions"]:
            # Nova writes the end down after what it has done.
            for _ in range(100):
                shown = self.ask("GET", f"{url}/{action['request_id']}")[1]["instanceAction"]
                ends = [event["finish_time"] for event in shown["events"]]
                if ends and all(ends):
                    break
                time.sleep(0.3)
            else:
                raise AssertionError(f"{server}: no end of {shown}")
            results = {event["result"] for event in shown["events"]}
            assert results == {"Success"}, f"{server}: {shown}"
            times[action["action"]] = (moment(action["start_time"]), moment(max(ends)))
        return times


def moment(text):
    """A time of Nova's or of ostk's, as seconds."""
    time_ = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    if time_.tzinfo is None:
        time_ = time_.replace(tzinfo=datetime.timezone.utc)
    return time_.timestamp()


class Watch:
    """`ostk instances watch`, and all that it tells."""

    def __init__(self, ostk, words, env):
        words = [ostk, "instances", "watch", "--output", "json", *words]
        self.process = subprocess.Popen(words, env=env, text=True, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE)
        self.events, self.told = [], []
        self.synced = threading.Event()
        self.readers = [threading.Thread(target=self.read, daemon=True),
                        threading.Thread(target=self.listen, daemon=True)]
        for reader in self.readers:
            reader.start()

    def read(self):
        for line in self.process.stdout:
            event = json.loads(line)
            event["Seen"] = time.time()
            self.events.append(event)
            if event["Type"] == "synced":
                self.synced.set()

    def listen(self):
        for line in self.process.stderr:
            self.told.append(line.rstrip())

    def end(self, limit):
        code = self.process.wait(limit)
        for reader in self.readers:
            reader.join()
        return code


def ostk(arguments, words):
    """Runs ostk as the one who acts; fails if it fails."""
    start = time.monotonic()
    done = subprocess.run([arguments.ostk, *words], env=arguments.env, text=True,
                          capture_output=True, check=False)
    assert done.returncode == 0, f"{words}: {done.returncode} {done.stderr[-4000:]}"
    print(f"   {' '.join(words[1:2])} took {time.monotonic() - start:.0f} s", flush=True)
    return json.loads(done.stdout)


def lasted(times):
    """From when to when each state lasted, as Nova wrote down."""
    created, stopped, deleted = times["create"], times["stop"], times["delete"]
    return {
        "pending": created,
        "running": (created[1], stopped[0]),
        "stopping": stopped,
        "stopped": (stopped[1], deleted[0]),
        "deleting": deleted,
        "terminated": (deleted[1], deleted[1] + 3600),
    }


def check_instance(events, times, questions):
    """Each state once and in order, and all of those that an answer must have shown. How long
    after it began each was seen, and how many were not."""
    seen = [event["CurrentState"] for event in events]
    places = [PATH.index(state) for state in seen]
    assert all(one < other for one, other in zip(places, places[1:])), f"out of order: {seen}"
    assert seen[-1] == "terminated", seen
    types = [event["Type"] for event in events]
    assert types == ["added"] + ["changed"] * (len(types) - 2) + ["deleted"], types
    for before, after in zip(events, events[1:]):
        assert after["PreviousState"] == before["CurrentState"], (before, after)
    late = {}
    for state, (start, end) in lasted(times).items():
        if state in seen:
            late[state] = events[seen.index(state)]["Seen"] - start
            continue
        # A server that waits for its turn on a host is in no list of changes: nothing was written
        # to it yet. Otherwise an answer has shown it, but Nova writes only whole seconds down.
        shown = [asked for asked, told in questions
                 if asked >= start + 1 and told <= end and state != "pending"]
        assert not shown, f"{state} was not told: {seen}, {times}, asked at {shown}"
    return late, len(PATH) - len(seen)


def check(watch, made, cloud, questions):
    ids = {one["InstanceId"] for one in made}
    told = {}
    for event in watch.events:
        if event["InstanceId"]:
            told.setdefault(event["InstanceId"], []).append(event)
    assert set(told) == ids, f"{len(told)} instances were told of, {len(ids)} made"
    times = [moment(event["Time"]) for event in watch.events if event["Time"]]
    assert times == sorted(times), "time goes back"
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        actions = dict(zip(ids, pool.map(cloud.actions, ids)))
    unseen, late = 0, {}
    for one in ids:
        try:
            delays, missing = check_instance(told[one], actions[one], questions)
        except AssertionError as error:
            lines = "\n".join(json.dumps(event) for event in told[one])
            raise AssertionError(f"{one}: {error}\n{lines}") from error
        unseen += missing
        for state, delay in delays.items():
            late.setdefault(state, []).append(delay)
    assert unseen <= len(PATH) * len(ids) // 20, f"{unseen} states were not seen"
    events = sum(len(one) for one in told.values())
    print(f"ok: {len(ids)} instances, {events} events, each once and in order; {unseen} of "
          f"{len(PATH) * len(ids)} states were over between two questions")
    for state in PATH:
        delays = sorted(late.get(state, []))
        if delays:
            print(f"   {state:<10}  seen {delays[len(delays) // 2]:.1f} s after Nova wrote it down, "
                  f"at most {delays[-1]:.1f} s")


def outage(arguments, proxy):
    """Nova cannot be reached for a while."""
    if arguments.pause_pid:
        os.kill(arguments.pause_pid, signal.SIGSTOP)
    else:
        proxy.break_down()
    try:
        time.sleep(arguments.outage)
    finally:
        if arguments.pause_pid:
            os.kill(arguments.pause_pid, signal.SIGCONT)
        else:
            proxy.come_back()
    print(f"   Nova was away for {arguments.outage} s", flush=True)


def run(arguments, home):
    env = {"PATH": os.environ["PATH"], "HOME": home, "OS_CLOUD": arguments.cloud,
           "OS_CLIENT_CONFIG_FILE": os.environ["OS_CLIENT_CONFIG_FILE"]}
    arguments.env = env
    listed = subprocess.run([arguments.ostk, "configure", "list", "--output", "json"], env=env,
                            capture_output=True, text=True, check=True)
    settings = {one["Name"]: one["Value"] for one in json.loads(listed.stdout)["Settings"]}
    auth = {name.removeprefix("auth."): value for name, value in settings.items()}
    auth["password"] = os.environ.get("OS_PASSWORD", "secret")
    cloud = Cloud({"auth": auth})
    compute = urllib.parse.urlsplit(cloud.url)
    proxy = Proxy((compute.hostname, compute.port or 80))
    endpoint = compute._replace(netloc=f"127.0.0.1:{proxy.port}").geturl()
    prefix = f"soak-{uuid.uuid4().hex[:8]}"
    watch = Watch(arguments.ostk, ["--name", f"{prefix}*", "--until", "terminated", "--for", "1h",
                                   "--endpoint-url", endpoint], env)
    chosen = ["--name", f"{prefix}*", "--yes", "--wait", "--timeout", "40m"]
    start = time.monotonic()
    try:
        assert watch.synced.wait(60), watch.told
        print(f"{arguments.count} instances named {prefix}", flush=True)
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            creating = pool.submit(ostk, arguments, [
                "instances", "create", prefix, "--count", str(arguments.count), "--image",
                "cirros-0.6.3", "--flavor", "m1.nano", "--network", "none", "--tag",
                f"fake_delay={DELAY}", "--wait", "--timeout", "40m"])
            if arguments.outage:
                # In the middle: some are built, others are not.
                while not creating.done() and len(watch.events) < arguments.count:
                    time.sleep(0.1)
                outage(arguments, proxy)
            made = creating.result()["Instances"]
        assert len(made) == arguments.count
        # Each state is to last long enough to be seen.
        time.sleep(DELAY)
        ostk(arguments, ["instances", "stop", *chosen])
        time.sleep(DELAY)
        ostk(arguments, ["instances", "delete", *chosen])
        code = watch.end(120)
    finally:
        watch.process.kill()
        left = subprocess.run([arguments.ostk, "instances", "delete", "--name", f"{prefix}*",
                               "--yes"], env=env, capture_output=True, text=True, check=False)
        if left.returncode:
            print(f"some of {prefix}* may still be there: {left.stderr}")
    assert code == 0, (code, watch.told)
    count = len(proxy.questions)
    print(f"   {count} questions to Nova in {time.monotonic() - start:.0f} s", flush=True)
    for line in watch.told:
        print(f"   told: {line}")
    if arguments.outage and not arguments.pause_pid:
        assert any("WARNING" in line for line in watch.told), watch.told
        assert "The cloud answers again." in watch.told, watch.told
    check(watch, made, cloud, proxy.questions)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("ostk", type=os.path.abspath)
    parser.add_argument("--cloud", default="demo")
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--outage", type=float, default=0.0, metavar="SECONDS",
                        help="let Nova be out of the watch's reach for so long")
    parser.add_argument("--pause-pid", type=int, metavar="PID",
                        help="stop this process of Nova's API instead, for whoever owns the cloud")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        run(arguments, home)


if __name__ == "__main__":
    sys.exit(main())
