#!/usr/bin/env python3
"""Waits that overlap one another on a real cloud: each exit code must be true to what happened.

    tests/soak/waits.py path/to/ostk --clouds-file clouds.yaml --cloud demo --rounds 50

Two parts, side by side:

- deletes: in each round two instances are created and deleted at once with `--wait`, while they
  are still being built. Nova writes over the task `deleting` until the build gives way. Every
  delete must end with 0, and only when Nova no longer knows the instances.
- overlaps: in each round several processes start, stop, reboot and delete the same instance at
  nearly the same time, each with `--wait`. A watcher of this script's own asks Nova all the time.
  An exit code of 0 needs the goal at rest; 1 needs an entry that says Error, or an instance that
  rests elsewhere; 254 needs a request that Nova refused. There is no other exit code.

At most six instances at a time. Needs nothing from outside Python's own library. Everything is
removed in the end.
"""

import argparse
import collections
import concurrent.futures
import dataclasses
import datetime
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "chaos"))
from cloud import Cloud, read_clouds  # noqa: E402

IMAGE, FLAVOR = "cirros-0.6.3", "m1.nano"
# How long the hypervisor takes for each step, in seconds.
BUILD_DELAY, ACTION_DELAY = 2, 1
GOALS = {"start": "running", "stop": "stopped", "reboot": "running", "delete": "terminated"}
RESTS = {"running": "ACTIVE", "stopped": "SHUTOFF"}
# So long before a process ends its last look may have been, and so long after that an answer of
# the same time may come here.
LAST_LOOK, LATER = 2.5, 1.0
# How an instance may look for so many seconds whose build has not yet learned of its deletion.
GHOSTS, GHOST = {("BUILD", "scheduling"), ("BUILD", None)}, 5.0
# What comes first, and then the words of each process with the seconds before it starts.
SCENARIOS = [
    ("stopped", [("start", 0.0), ("stop", 0.4)]),
    ("running", [("reboot", 0.0), ("stop", 0.4)]),
    ("running", [("stop", 0.0), ("stop", 0.0)]),
    ("running", [("stop", 0.0), ("start", 1.4)]),
    ("running", [("reboot", 0.0), ("reboot --hard", 0.5)]),
    ("stopped", [("start", 0.0), ("start", 0.0), ("reboot", 1.2)]),
]


@dataclasses.dataclass
class Run:
    """What came of a process."""

    words: list
    start: float
    end: float
    code: int
    out: str
    err: str

    @property
    def verb(self):
        return self.words[1]

    def __str__(self):
        took = self.end - self.start
        return f"{' '.join(self.words[1:])}: {self.code} after {took:.1f} s\n{self.err}"


class Ostk:
    """ostk, in a home of its own."""

    def __init__(self, options, home):
        self.binary = options.ostk
        self.env = {"PATH": os.environ["PATH"], "HOME": home, "OS_CLOUD": options.cloud,
                    "OS_CLIENT_CONFIG_FILE": options.clouds_file}

    def run(self, *words, after=0.0):
        time.sleep(after)
        start = time.time()
        done = subprocess.run([self.binary, *words], env=self.env, text=True, check=False,
                              stdin=subprocess.DEVNULL, capture_output=True)
        return Run(list(words), start, time.time(), done.returncode, done.stdout, done.stderr)

    def create(self, name, count, delay, *more):
        made = self.run("instances", "create", name, "--count", str(count), "--image", IMAGE,
                        "--flavor", FLAVOR, "--network", "none", "--tag", f"fake_delay={delay}",
                        *more)
        assert made.code == 0, str(made)
        return [one["InstanceId"] for one in json.loads(made.out)["Instances"]]


class Watcher:
    """Asks Nova all the time how an instance is."""

    def __init__(self, cloud, server):
        self.cloud, self.server = cloud, server
        self.seen = []
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)
        self.thread.start()

    def watch(self):
        is_last = False
        while not is_last:
            # The last question is asked after all that was to be seen.
            is_last = self.over.is_set()
            asked = time.time()
            status, answer = self.cloud.ask("GET", f"{self.cloud.compute}/servers/{self.server}")
            server = answer.get("server", {})
            what = (server.get("status"), server.get("OS-EXT-STS:task_state"))
            self.seen.append((asked, time.time(), what if status == 200 else ("gone", None)))
            self.over.wait(0.05)

    def end(self):
        self.over.set()
        self.thread.join()

    def between(self, start, end):
        """All that was to be seen at a time, as far as questions tell."""
        known = [what for asked, told, what in self.seen if told >= start and asked <= end]
        before = [what for _, told, what in self.seen if told < start][-1:]
        return set(before + known)

    def path(self):
        steps = []
        for _, told, what in self.seen:
            if not steps or steps[-1][1] != what:
                steps.append((told, what))
        return "\n".join(f"   {told:.2f} {what}" for told, what in steps)


def entry_failed(cloud, server, request):
    """Whether Nova's own entry says that a request failed."""
    if not request:
        return False
    url = f"{cloud.compute}/servers/{server}/os-instance-actions/{request}"
    status, answer = cloud.ask("GET", url)
    if status != 200:
        return False
    entry = answer["instanceAction"]
    results = {event["result"] for event in entry.get("events", [])}
    return entry["message"] == "Error" or "Error" in results


def entry_succeeded(cloud, server, run):
    """Whether Nova's own entries say that such an action ended well while the process ran.

    An answer may take longer than an instance rests between two requests: the entries have both.
    """
    url = f"{cloud.compute}/servers/{server}/os-instance-actions"
    status, answer = cloud.ask("GET", url)
    actions = answer["instanceActions"] if status == 200 else []
    for action in actions:
        if action["action"] != run.verb:
            continue
        status, answer = cloud.ask("GET", f"{url}/{action['request_id']}")
        events = answer["instanceAction"].get("events", []) if status == 200 else []
        for event in events:
            name = f"compute_{run.verb}_instance"
            if event["event"] != name or event["result"] != "Success":
                continue
            finish = datetime.datetime.fromisoformat(event["finish_time"])
            finish = finish.replace(tzinfo=datetime.timezone.utc).timestamp()
            # Nova keeps whole seconds.
            if int(run.start) <= finish <= run.end + LATER:
                return True
    return False


def check(run, watcher, cloud, server):
    """What is wrong with an exit code; nothing, if it is true."""
    goal = GOALS[run.verb]
    seen = watcher.between(run.end - LAST_LOOK, run.end + LATER)
    rests_at_goal = ("gone", None) in seen or any(status == "DELETED" for status, _ in seen)
    if goal in RESTS:
        rests_at_goal = (RESTS[goal], None) in seen
    if run.code == 0:
        current = json.loads(run.out)
        current = next(iter(current.values()))[0]["CurrentState"]["Name"]
        if current != goal:
            return f"it says {current}, and ends with 0"
        if rests_at_goal or entry_succeeded(cloud, server, run):
            return None
        return f"it was not {goal} in the end: {seen}"
    if run.code == 1:
        request = re.search(r"request id: (req-\S+)", run.err)
        failed = entry_failed(cloud, server, request and request[1])
        # Somebody else may have acted since: then it rests elsewhere.
        last = watcher.between(run.end - 0.3, run.end)
        elsewhere = any(what != (RESTS.get(goal, "gone"), None) for what in last)
        return None if failed or elsewhere else f"it was {goal}: {last}"
    if run.code == 254:
        # Nova itself fails at times where two requests meet (HTTP 500).
        codes = ("IncorrectInstanceState", "NotFound", "InternalError")
        refused = any(f"({code})" in run.err or f".{code})" in run.err for code in codes)
        during = watcher.between(run.start, run.end)
        # What Nova refuses is under way, or in a state that does not allow it.
        hindered = any(task for _, task in during) or len(during) > 1 or run.verb == "reboot"
        hindered = hindered or ("gone", None) in during
        return None if refused and hindered else f"nothing was in its way: {during}"
    return "no exit code of a wait's"


def delete_round(number, options, ostk, cloud, random_):
    name = f"{options.prefix}-d{number:03}"
    ids = ostk.create(name, 2, BUILD_DELAY)
    # Mostly at once, and sometimes in the middle of a build.
    pause = random_.choice([0, 0, 0, 0.5, 1, 1.5, 2])
    run = ostk.run("instances", "delete", *ids, "--wait", "--timeout", "2m", after=pause)
    problems = []
    if run.code:
        problems.append(f"deletes, round {number}, after {pause} s: {run}")
    if run.code == 0:
        lives = [(one, life_after(cloud, one)) for one in ids]
        problems += [f"deletes, round {number}: {one} is {life}" for one, life in lives if life]
    return [run], problems


def life_after(cloud, server):
    """How an instance lives on after Nova has said that it does not exist; nothing, if it does not.

    Nova's API forgets an instance that has no host yet at once. Its conductor may have stored the
    instance in a cell at that moment: then Nova shows it until the conductor finds that it was
    deleted. Such an instance has no host, never gets one, and goes by itself.
    """
    until = time.monotonic() + GHOST
    while True:
        status, answer = cloud.ask("GET", f"{cloud.compute}/servers/{server}")
        if status == 404 or status == 200 and answer["server"]["status"] == "DELETED":
            return None
        current = answer.get("server", {})
        is_ghost = (current.get("status"), current.get("OS-EXT-STS:task_state")) in GHOSTS
        has_host = current.get("OS-EXT-SRV-ATTR:host") or current.get("hostId")
        if not is_ghost or has_host or time.monotonic() > until:
            return f"{status} {answer}"
        time.sleep(0.05)


def overlap_round(number, options, ostk, cloud, random_):
    before, processes = SCENARIOS[number % len(SCENARIOS)]
    if number >= len(SCENARIOS):
        # Not quite the same again.
        processes = [(words, max(0.0, after + random_.uniform(-0.4, 0.4)))
                     for words, after in processes]
    server = ostk.create(f"{options.prefix}-o{number:03}", 1, ACTION_DELAY, "--wait")[0]
    if before == "stopped":
        first = ostk.run("instances", "stop", server, "--wait")
        assert first.code == 0, str(first)
    watcher = Watcher(cloud, server)
    last = random_.uniform(0.0, 1.0)
    with concurrent.futures.ThreadPoolExecutor(len(processes)) as pool:
        def go(words, after):
            verb, *more = words.split()
            limit = ["--wait", "--timeout", "2m", "--output", "json"]
            return ostk.run("instances", verb, server, *more, *limit, after=after)

        runs = list(pool.map(go, *zip(*processes)))
        # And a delete while another process is at it.
        runs += list(pool.map(go, ["stop", "delete"], [0.0, last]))
    watcher.end()
    problems = []
    for run in runs:
        wrong = check(run, watcher, cloud, server)
        if wrong:
            problems.append(f"overlaps, round {number}: {wrong}: {run}{watcher.path()}")
    return runs, problems


def rounds(part, count, parallel, seed):
    """Runs so many rounds of a part."""
    chances = [random.Random(seed * 1000 + number) for number in range(count)]
    with concurrent.futures.ThreadPoolExecutor(parallel) as pool:
        return list(pool.map(part, range(count), chances))


def tell(part, results, took):
    counts = collections.Counter()
    for runs, _ in results:
        for run in runs:
            counts[run.verb, run.code] += 1
    words = ", ".join(f"{number} × {verb} {code}" for (verb, code), number in sorted(counts.items()))
    print(f"{part}: {len(results)} rounds in {took:.0f} s: {words}")
    return [problem for _, problems in results for problem in problems]


def run(options, home):
    ostk = Ostk(options, home)
    cloud = Cloud(read_clouds(options.clouds_file)[options.cloud])
    start = time.monotonic()
    problems = []
    try:
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            def of(part):
                return lambda number, chance: part(number, options, ostk, cloud, chance)

            deletes = pool.submit(rounds, of(delete_round), options.rounds, 2, options.seed)
            overlaps = pool.submit(rounds, of(overlap_round), options.overlaps, 2, options.seed)
            for name, part in (("deletes", deletes), ("overlaps", overlaps)):
                problems += tell(name, part.result(), time.monotonic() - start)
    finally:
        cloud.remove(options.prefix)
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("ostk", type=os.path.abspath)
    parser.add_argument("--cloud", default="demo")
    parser.add_argument("--clouds-file", required=True, help="clouds.yaml with that cloud")
    parser.add_argument("--rounds", type=int, default=50, help="of deletes")
    parser.add_argument("--overlaps", type=int, help="rounds of overlaps; as many, unless given")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    options = parser.parse_args()
    if options.overlaps is None:
        options.overlaps = options.rounds
    options.prefix = f"{os.environ.get('SOAK_PREFIX', 'soak-waits')}-{random.SystemRandom().randrange(16**6):06x}"
    print(f"seed {options.seed}, names {options.prefix}-*")
    with tempfile.TemporaryDirectory() as home:
        problems = run(options, home)
    for problem in problems:
        print(f"WRONG: {problem}")
    print("all exit codes were true" if not problems else f"{len(problems)} problems")
    return bool(problems)


if __name__ == "__main__":
    sys.stdout.reconfigure(line_buffering=True)
    sys.exit(main())
