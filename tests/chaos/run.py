#!/usr/bin/env python3
"""Creates instances, or volumes, while everything goes wrong, and counts what there is in the end.

    tests/chaos/run.py --ostk target/debug/ostk faults --count 300
    tests/chaos/run.py --ostk target/debug/ostk faults --noun volumes --count 100
    tests/chaos/run.py --ostk target/debug/ostk --clouds-file clouds.yaml --cloud demo burst

`faults`: each create is interrupted at a random point (its answer is lost, something in front of
the cloud refuses or holds it back, ostk is killed) by a proxy, and then run again with the same
client token until it succeeds. There must be exactly as many servers (or volumes) as creates, each
in the journal with its ID, and no volume left over.

`burst`: many creates at once from many processes, as by `xargs -P`. There must be as many servers
and as many records.

Without `--cloud` it runs on a sandbox of its own. What is there is asked of the cloud directly.
Needs nothing from outside Python's own library. Everything is removed in the end.
"""

import argparse
import collections
import concurrent.futures
import contextlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from cloud import INDEX_KEY, TOKEN_KEY, Cloud, read_clouds
from proxy import FAULTS, Plan, Proxy

# ostk is killed somewhere, whatever it does at that moment, and at no request of its own.
KILL_ANYWHERE = "kill anywhere"
# A try that is not interrupted must succeed; a few more may be needed where reads meet faults.
CALM_TRIES = 4
IMAGE = "cirros-0.6.3"
FLAVOR = "m1.nano"


class Sandbox:
    """A sandbox of this program's own."""

    def __init__(self, ostk, home):
        self.log = open(os.path.join(home, "sandbox.log"), "w+", encoding="utf-8")
        words = ["sandbox", "serve", "--in-memory", "--speed", "20", "--listen", "127.0.0.1:0"]
        self.process = subprocess.Popen(
            [ostk, *words],
            stdout=self.log,
            stderr=subprocess.DEVNULL,
            env={"HOME": home, "PATH": os.environ["PATH"]},
        )
        deadline = time.monotonic() + 20
        while "OS_REGION_NAME" not in self._text():
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise SystemExit("the sandbox does not come up")
            time.sleep(0.02)

    def _text(self):
        self.log.seek(0)
        return self.log.read()

    def settings(self):
        lines = [line for line in self._text().splitlines() if line.startswith("export ")]
        variables = dict(line.removeprefix("export OS_").split("=", 1) for line in lines)
        auth = {
            key.lower(): variables[key]
            for key in (
                "AUTH_URL",
                "USERNAME",
                "PASSWORD",
                "PROJECT_NAME",
                "USER_DOMAIN_NAME",
                "PROJECT_DOMAIN_NAME",
            )
        }
        return {"auth": auth, "region_name": variables["REGION_NAME"]}

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.log.close()


class Ostk:
    """ostk, in a home of its own that all tries share."""

    def __init__(self, binary, home, settings):
        self.binary = binary
        clouds = os.path.join(home, "clouds.yaml")
        with open(clouds, "w", encoding="utf-8") as file:
            # JSON is YAML.
            json.dump({"clouds": {"chaos": settings}}, file)
        self.env = {
            "HOME": home,
            "PATH": os.environ["PATH"],
            "OS_CLIENT_CONFIG_FILE": clouds,
            "OS_CLOUD": "chaos",
        }

    def start(self, words):
        pipe = subprocess.PIPE
        return subprocess.Popen(
            [self.binary, *words], env=self.env, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe
        )

    def json(self, *words):
        done = subprocess.run(
            [self.binary, *words, "--output", "json"],
            env=self.env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"{' '.join(words)}: {done.returncode} {done.stderr.decode()}")
        return json.loads(done.stdout)


def words_for(name, options, extra=()):
    if options.noun == "volumes":
        return ["volumes", "create", name, "--size", "1", "--run-id", options.prefix, *extra]
    return [
        *("instances", "create", name, "--image", IMAGE, "--flavor", FLAVOR),
        *("--network", "none", "--run-id", options.prefix, *extra),
    ]


class Create:
    """One create, interrupted and run again until it succeeds."""

    def __init__(self, number, options, faults, random_):
        self.number = number
        self.name = f"{options.prefix}-{number:04}"
        self.token = f"{options.prefix}-token-{number:04}"
        self.options = options
        self.faults = faults
        self.random = random_
        with_volume = random_.random() < options.volume_rate
        self.volumes = 1 if with_volume and options.noun == "instances" else 0
        self.process = None
        self.ids = []
        self.tries = 0
        self.log = []

    def plan(self):
        plan = Plan([fault for fault in self.faults if fault in FAULTS], self.random)
        plan.kill = self.kill
        return plan

    def kill(self):
        if self.process and self.process.poll() is None:
            self.process.kill()

    def run(self, ostk, proxy):
        extra = ["--client-token", self.token]
        extra += ["--read-timeout", str(self.options.read_timeout)]
        if self.volumes:
            extra += ["--root-volume", "1"]
        words = words_for(self.name, self.options, extra)
        plan = proxy.plans[self.token]
        anywhere = self.faults.count(KILL_ANYWHERE)
        calm = 0
        # Whoever has succeeded is run once more: the same token gives the same instance.
        while calm < CALM_TRIES and len(self.ids) < 2:
            disturbed = bool(plan.faults) or anywhere > 0
            kill = anywhere > 0
            anywhere -= kill
            self.attempt(ostk, proxy, words, kill)
            calm += not disturbed

    def attempt(self, ostk, proxy, words, kill):
        self.tries += 1
        start = time.monotonic()
        self.process = ostk.start(words)
        timer = None
        if kill:
            after = self.random.uniform(0.0, self.options.usual_time)
            timer = threading.Timer(after, self.kill_anywhere, [proxy])
            timer.start()
        out, err = self.process.communicate(timeout=600)
        if timer:
            timer.cancel()
            timer.join()
        code = self.process.returncode
        took = time.monotonic() - start
        self.log.append(f"  try {self.tries}: exit {code} after {took:.1f} s: {err.decode()}")
        if code == 0:
            answer = json.loads(out)
            ids = ids_in(answer)
            if len(ids) != 1:
                raise AssertionError(f"{self.name}: {ids}")
            self.ids.append(ids[0])

    def kill_anywhere(self, proxy):
        if self.process.poll() is None:
            proxy.count(KILL_ANYWHERE)
            self.process.kill()


def ids_in(answer):
    """The IDs in the answer to a create."""
    made = answer.get("Instances") or answer.get("Volumes") or [answer]
    return [one.get("InstanceId") or one["VolumeId"] for one in made]


def planned_faults(count, random_):
    """Faults for each create: all kinds alike, and for some more than one."""
    kinds = [*FAULTS, KILL_ANYWHERE]
    first = [kinds[number % len(kinds)] for number in range(count)]
    random_.shuffle(first)
    faults = []
    for kind in first:
        more = 0
        while random_.random() < 0.25 and more < 2:
            more += 1
        faults.append([kind, *random_.choices(kinds, k=more)])
    return faults


def usual_time(ostk, options):
    """How long an undisturbed create takes, so that kills fall into it."""
    start = time.monotonic()
    name = f"{options.prefix}-measure"
    process = ostk.start(words_for(name, options))
    _, err = process.communicate(timeout=120)
    if process.returncode:
        raise SystemExit(f"an undisturbed create fails: {err.decode()}")
    return time.monotonic() - start


def faults_mode(options, cloud, ostk, proxy, random_):
    options.usual_time = usual_time(ostk, options)
    planned = planned_faults(options.count, random_)
    creates = []
    for number, faults in enumerate(planned):
        create = Create(number, options, faults, random.Random(random_.random()))
        proxy.plans[create.token] = create.plan()
        creates.append(create)
    start = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(options.parallel) as pool:
        running = [pool.submit(create.run, ostk, proxy) for create in creates]
        for number, future in enumerate(concurrent.futures.as_completed(running), 1):
            future.result()
            if number % 20 == 0 or number == len(running):
                print(f"{number} of {len(running)} after {time.monotonic() - start:.0f} s")
    proxy.settle()
    problems = []
    # A second fault does not happen where ostk got over the first one by itself.
    sure = collections.Counter(faults[0] for faults in planned)
    print(f"{'fault':22} at least  happened")
    for kind in [*FAULTS, KILL_ANYWHERE]:
        happened = proxy.happened.get(kind, 0)
        # A process may end before its moment to be killed comes.
        least = sure[kind] // 3 if kind == KILL_ANYWHERE else sure[kind]
        print(f"{kind:22} {least:8}  {happened:8}")
        if happened < least:
            problems.append(f"'{kind}' was to happen {least} times, and did {happened}")
    for kind in ("read answered 503", "read cut"):
        print(f"{kind:22} {'':7}  {proxy.happened.get(kind, 0):8}")
    tries = sum(create.tries for create in creates)
    print(f"{len(creates)} creates took {tries} processes and {time.monotonic() - start:.0f} s")
    for create in creates:
        if len(create.ids) < 2:
            problems.append(f"{create.name} has not succeeded")
        elif len(set(create.ids)) != 1:
            problems.append(f"{create.name} gave {create.ids}")
    ids = {create.name: create.ids[-1] for create in creates if create.ids}
    ids.update(measured(cloud, options))
    problems += check(options, cloud, ostk, ids)
    if options.noun == "instances":
        problems += check_root_volumes(cloud.volumes(options.prefix), creates)
    if problems:
        failed = {one.name for one in creates if any(one.name in text for text in problems)}
        for create in creates:
            if create.name in failed:
                print(f"{create.name} ({create.faults}, root volume: {create.volumes})")
                print("\n".join(create.log))
    return problems


def check_root_volumes(volumes, creates):
    problems = []
    expected = sum(create.volumes for create in creates)
    print(f"{expected} root volumes wanted, {len(volumes)} there")
    if len(volumes) != expected:
        problems.append(f"{len(volumes)} volumes, and not {expected}")
    for volume in volumes:
        if volume["status"] not in ("in-use", "reserved", "attaching"):
            problems.append(f"volume {volume['name']} is {volume['status']}")
    return problems


def things(cloud, options, prefix):
    """What was to be created, as the cloud itself knows it."""
    return cloud.volumes(prefix) if options.noun == "volumes" else cloud.servers(prefix)


def measured(cloud, options):
    name = f"{options.prefix}-measure"
    return {one["name"]: one["id"] for one in things(cloud, options, name)}


def burst_mode(options, cloud, ostk):
    """A hundred creates from twenty processes: xargs starts them."""
    names = [f"{options.prefix}-{number:04}" for number in range(options.count)]
    words = words_for("{}", options, ["--query", "Instances[].[Name,InstanceId]", "-o", "text"])
    start = time.monotonic()
    done = subprocess.run(
        ["xargs", "-P", str(options.processes), "-I{}", ostk.binary, *words],
        env=ostk.env,
        input="\n".join(names),
        capture_output=True,
        text=True,
        check=False,
    )
    print(f"{len(names)} creates by {options.processes} processes: {time.monotonic() - start:.1f} s")
    problems = []
    if done.returncode:
        problems.append(f"xargs ended with {done.returncode}: {done.stderr}")
    ids = dict(line.split("\t") for line in done.stdout.splitlines())
    if sorted(ids) != names:
        problems.append(f"answers came for {len(ids)} of {len(names)}")
    return problems + check(options, cloud, ostk, ids)


def check(options, cloud, ostk, ids):
    """Whether the cloud and the journal hold these, by name, and no others."""
    problems = []
    servers = things(cloud, options, options.prefix)
    records = ostk.json("records", "list", "--run-id", options.prefix)["Records"]
    print(f"{len(ids)} {options.noun} wanted, {len(servers)} there, {len(records)} records")
    for what, found in (("resource", servers), ("record", records)):
        key = "id" if what == "resource" else "ResourceId"
        name = "name" if what == "resource" else "Name"
        by_name = collections.defaultdict(list)
        for one in found:
            by_name[one[name]].append(one[key])
        for wanted in ids:
            if by_name[wanted] != [ids[wanted]]:
                problems.append(f"{wanted} is {ids[wanted]}, and the {what}s: {by_name[wanted]}")
        for extra in sorted(set(by_name) - set(ids)):
            problems.append(f"nobody wanted the {what} {extra}: {by_name[extra]}")
    for record in records:
        if record["State"] != "created":
            problems.append(f"the record of {record['Name']} is {record['State']}")
    marks = [(one["metadata"].get(TOKEN_KEY), one["metadata"].get(INDEX_KEY)) for one in servers]
    for mark, number in collections.Counter(marks).items():
        if number > 1:
            problems.append(f"{number} {options.noun} have the client token {mark}")
    return problems


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("mode", choices=("faults", "burst"))
    parser.add_argument("--ostk", required=True, help="the binary")
    parser.add_argument("--noun", choices=("instances", "volumes"), default="instances")
    parser.add_argument("--cloud", help="a cloud of the file; a sandbox, unless it is given")
    parser.add_argument("--clouds-file", help="clouds.yaml with that cloud, by password")
    parser.add_argument("--count", type=int, help="how many creates")
    parser.add_argument("--seed", type=int, help="what makes the chances come out the same")
    parser.add_argument("--parallel", type=int, default=8, help="how many at a time (faults)")
    parser.add_argument("--processes", type=int, default=20, help="how many at a time (burst)")
    parser.add_argument("--read-timeout", type=int, default=20, help="ostk's, in seconds")
    parser.add_argument("--read-fault-rate", type=float, default=0.05)
    parser.add_argument("--volume-rate", type=float, default=0.15, help="with a root volume")
    parser.add_argument("--keep", action="store_true", help="remove nothing in the end")
    options = parser.parse_intermixed_args()
    if options.cloud and not options.clouds_file:
        parser.error("--cloud needs --clouds-file")
    if options.mode == "burst" and options.noun != "instances":
        parser.error("burst creates instances")
    if options.count is None:
        options.count = 300 if options.mode == "faults" else 100
    if options.seed is None:
        options.seed = random.SystemRandom().randrange(1_000_000)
    options.ostk = os.path.abspath(options.ostk)
    options.prefix = f"chaos-{options.mode}-{random.SystemRandom().randrange(16**6):06x}"
    return options


def main():
    options = arguments()
    print(f"seed {options.seed}, names {options.prefix}-*", flush=True)
    random_ = random.Random(options.seed)
    home = tempfile.mkdtemp(prefix="ostk-chaos-")
    sandbox = cloud = proxy = None
    try:
        if options.cloud:
            settings = read_clouds(options.clouds_file)[options.cloud]
        else:
            sandbox = Sandbox(options.ostk, home)
            settings = sandbox.settings()
        cloud = Cloud(settings)
        if options.mode == "burst":
            problems = burst_mode(options, cloud, Ostk(options.ostk, home, settings))
        else:
            upstreams = {"compute": cloud.compute, "volume": cloud.volume}
            proxy = Proxy(upstreams, random.Random(random_.random()), options.read_fault_rate)
            through = {
                **settings,
                "compute_endpoint_override": proxy.override("compute"),
                "block_storage_endpoint_override": proxy.override("volume"),
            }
            ostk = Ostk(options.ostk, home, through)
            problems = faults_mode(options, cloud, ostk, proxy, random_)
    finally:
        with contextlib.ExitStack() as ends:
            if not options.keep:
                ends.callback(shutil.rmtree, home)
            if sandbox:
                ends.callback(sandbox.close)
            if cloud and not options.keep:
                ends.callback(cloud.remove, options.prefix)
            if proxy:
                # A request that it held back may still make something.
                ends.callback(proxy.settle)
    for problem in problems:
        print(f"WRONG: {problem}")
    print("all is as it should be" if not problems else f"{len(problems)} problems")
    return bool(problems)


if __name__ == "__main__":
    sys.stdout.reconfigure(line_buffering=True)
    sys.exit(main())
