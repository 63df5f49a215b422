#!/usr/bin/env python3
"""A query beside the same list without one, in one run: what it costs in CPU and memory.

    OSTK=target/release/ostk python3 benches/query.py [--instances 10000] [--runs 9]

Seeds a sandbox of its own, serves it, and lists it with and without queries in turns, so that
whatever else the machine does falls on all of them. CPU is the process's own (wait4), memory is
what GNU time says of one more run. Ratios to the list without a query are what counts: they are of
medians. With --check it ends with 1 where the first query costs more than 1.3 times the CPU or
more than 110 MiB.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

QUERIES = [
    'Instances[].InstanceId',
    'Instances[?State.Name==`running`].[InstanceId, Name]',
    'sort_by(Instances, &Name)[].{Id: InstanceId, Name: Name, State: State.Name}',
    'Instances[]',
]


def measure(command, env):
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=env)
    size = len(process.stdout.read())
    _, status, usage = os.wait4(process.pid, 0)
    if status or not size:
        raise SystemExit('%s failed' % ' '.join(command))
    return usage.ru_utime + usage.ru_stime


def memory(command, env):
    """The peak in MiB. A process that Python starts begins with Python's own; time's is small."""
    program = shutil.which('time')
    if not program:
        return float('nan')
    done = subprocess.run([program, '-f', '%M', *command], stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, text=True, env=env)
    return int(done.stderr.split()[-1]) / 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--instances', type=int, default=10000)
    parser.add_argument('--runs', type=int, default=9)
    parser.add_argument('--check', action='store_true')
    args = parser.parse_args()
    ostk = os.path.abspath(os.environ.get('OSTK', 'target/release/ostk'))
    home = tempfile.TemporaryDirectory()
    env = {'HOME': home.name, 'PATH': os.environ['PATH']}
    subprocess.run([ostk, 'sandbox', 'seed', '--instances', str(args.instances)], check=True,
                   stdout=subprocess.DEVNULL, env=env)
    server = subprocess.Popen([ostk, 'sandbox', 'serve', '--listen', '127.0.0.1:0'],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              text=True, env=env)
    try:
        for line in server.stdout:
            if line.startswith('export '):
                name, value = line[len('export '):].strip().split('=', 1)
                env[name] = value.strip('\'"')
            elif len(env) > 2:
                break
        lists = {'no query': [ostk, 'instances', 'list']}
        for query in QUERIES:
            lists[query] = [ostk, 'instances', 'list', '--query', query]
        results = {name: [] for name in lists}
        for command in lists.values():
            measure(command, env)
        for _ in range(args.runs):
            for name, command in lists.items():
                results[name].append(measure(command, env))
        own = statistics.median(results['no query'])
        print('%d instances, median of %d interleaved runs.\n' % (args.instances, args.runs))
        print('| query | CPU ms | CPU / no query | RSS MiB |')
        print('| --- | ---: | ---: | ---: |')
        failed = False
        for name, times in results.items():
            cpu, rss = statistics.median(times), memory(lists[name], env)
            print('| %s | %.0f | %.2f | %.0f |' % (name.replace('|', '\\|'), 1000 * cpu, cpu / own, rss))
            failed |= name == QUERIES[0] and (cpu / own > 1.3 or rss > 110)
    finally:
        server.terminate()
        server.wait()
    sys.exit(1 if failed and args.check else 0)


main()
