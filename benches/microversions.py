#!/usr/bin/env python3
"""What a list of servers costs Nova at each microversion, and which fields come and go.

Needs OS_CLIENT_CONFIG_FILE and a cloud with servers in it (dev/cloud/seed-servers); only the
standard library and PyYAML. Prints a Markdown table.

    python3 benches/microversions.py [--cloud demo] [--runs 9]
"""
import argparse
import json
import statistics
import sys
import time
import urllib.request

from cloud import login

VERSIONS = ['2.1', '2.3', '2.8', '2.9', '2.16', '2.19', '2.26', '2.46', '2.47', '2.52', '2.63',
            '2.69', '2.71', '2.73', '2.75', '2.90', '2.96', '2.98', '2.100', '2.104']


def fetch(url, token, version):
    request = urllib.request.Request(url + '/servers/detail', headers={
        'X-Auth-Token': token, 'Accept': 'application/json',
        'OpenStack-API-Version': 'compute ' + version, 'X-OpenStack-Nova-API-Version': version})
    start = time.perf_counter()
    with urllib.request.urlopen(request) as answer:
        body = answer.read()
    return time.perf_counter() - start, body


def fields(servers):
    names = set()
    for server in servers:
        names.update(server)
        names.update('flavor.' + key for key in server.get('flavor') or {})
        for volume in server.get('os-extended-volumes:volumes_attached') or []:
            names.update('volumes_attached.' + key for key in volume)
    return names


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--cloud', default='demo')
    parser.add_argument('--runs', type=int, default=9)
    parser.add_argument('--versions', nargs='+', default=VERSIONS)
    args = parser.parse_args()
    token, url = login(args.cloud)
    times = {version: [] for version in args.versions}
    seen = {}
    for run in range(args.runs + 1):
        for version in args.versions:
            seconds, body = fetch(url, token, version)
            if run:    # the first round warms the server up
                times[version].append(seconds)
            page = json.loads(body)
            if 'servers_links' in page:
                sys.exit('there are more servers than one page has')
            seen[version] = page['servers'], len(body)
    print('%d servers, median of %d interleaved runs, this machine.\n'
          % (len(seen[args.versions[0]][0]), args.runs))
    print('| microversion | ms | against the first | bytes | appears | vanishes |')
    print('| --- | ---: | ---: | ---: | --- | --- |')
    before = None
    for version in args.versions:
        servers, size = seen[version]
        now = fields(servers)
        new = sorted(now - before) if before is not None else []
        gone = sorted(before - now) if before is not None else []
        middle = statistics.median(times[version])
        ratio = middle / statistics.median(times[args.versions[0]])
        print('| %s | %.0f | %.2f | %d | %s | %s |' % (
            version, 1000 * middle, ratio, size, ', '.join(new), ', '.join(gone)))
        before = now


main()
