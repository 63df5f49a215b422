#!/usr/bin/env python3
"""ostk beside its peers, in one run: the same list of servers on the same cloud.

    OSTK=target/release/ostk OSC=… OPENSTACK=… python3 benches/list.py [--cloud demo] [--runs 15]

Needs OS_CLIENT_CONFIG_FILE and a cloud with servers in it (dev/cloud/seed-servers 100 --copy
--network). The tools take turns, so that whatever else the machine does falls on all of them;
each has run before, so tokens are cached where a tool does that. Wall is from start to end of the
process, CPU is its own (wait4), memory is what GNU time says of one more run. Ratios are what
counts: they are of medians.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

from cloud import login

VERSION = '2.47'    # what ostk asks at


def measure(command):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    size = len(process.stdout.read())
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    error = process.stderr.read().decode()
    if status or not size:
        raise SystemExit('%s failed: %s' % (command[0], error))
    return wall, usage.ru_utime + usage.ru_stime


def memory(command):
    """The peak in MiB. A process that Python starts begins with Python's own; time's is small."""
    program = shutil.which('time')
    if not program:
        return float('nan')
    done = subprocess.run([program, '-f', '%M', *command], stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, text=True)
    return int(done.stderr.split()[-1]) / 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--cloud', default='demo')
    parser.add_argument('--runs', type=int, default=15)
    args = parser.parse_args()
    token, url = login(args.cloud)
    headers = tempfile.NamedTemporaryFile('w', suffix='.headers')
    headers.write('X-Auth-Token: %s\nAccept: application/json\nOpenStack-API-Version: compute %s\n'
                  'X-OpenStack-Nova-API-Version: %s\n' % (token, VERSION, VERSION))
    headers.flush()
    ostk = os.environ.get('OSTK', 'target/release/ostk')
    tools = {
        'ostk': [ostk, '--cloud', args.cloud, 'instances', 'list'],
        'ostk --version': [ostk, '--version'],
        'curl': ['curl', '-sS', '--fail', '-H', '@' + headers.name, url + '/servers/detail'],
    }
    for name, variable, words in (
            ('openstack', 'OPENSTACK', ['--os-cloud', args.cloud, 'server', 'list', '-f', 'json']),
            ('osc', 'OSC', ['--os-cloud', args.cloud, 'compute', 'server', 'list', '-o', 'json'])):
        program = os.environ.get(variable) or shutil.which(name)
        if program:
            tools[name] = [program, *words]
        else:
            print('%s is not here (%s may name it)\n' % (name, variable))
    for command in tools.values():
        measure(command)
    results = {name: [] for name in tools}
    for _ in range(args.runs):
        for name, command in tools.items():
            results[name].append(measure(command))
    middle = {name: [statistics.median(column) for column in zip(*rows)] + [memory(tools[name])]
              for name, rows in results.items()}
    with urllib.request.urlopen(urllib.request.Request(
            url + '/servers?limit=1000', headers={'X-Auth-Token': token})) as answer:
        page = json.load(answer)
    if 'servers_links' in page:
        sys.exit('curl asks for one page: there are too many servers to compare with it')
    count = len(page['servers'])
    print('%d servers, median of %d interleaved runs.\n' % (count, args.runs))
    print('| | wall ms | CPU ms | RSS MiB | wall / ostk | CPU / ostk | RSS / ostk |')
    print('| --- | ---: | ---: | ---: | ---: | ---: | ---: |')
    for name, (wall, cpu, rss) in middle.items():
        own = middle['ostk']
        print('| %s | %.1f | %.1f | %.1f | %.2f | %.1f | %.1f |' % (
            name, 1000 * wall, 1000 * cpu, rss, wall / own[0], cpu / own[1], rss / own[2]))


main()
