"""Record answers of a cloud, a file for each exchange (and states-*.json, see Watch below).

    record.py                      of the real cloud, into tests/recorded (the
                                   cloud's own Python runs it: . lib.sh)
    record.py --sandbox URL DIR    of the sandbox at URL, into DIR
    record.py states               the states alone

The same exchanges are recorded of both, so that a test can hold the one against
the other. Needs nothing but Python. Servers and volumes made here are deleted.
"""
import http.client
import json
import os
import re
import sys
import time
import urllib.parse
import uuid

HERE = os.path.dirname(os.path.abspath(__file__))
SANDBOX = sys.argv[2] if sys.argv[1:2] == ['--sandbox'] else None
if SANDBOX:
    OUT = sys.argv[3]
    HOME = os.path.abspath(OUT)
    (KEYSTONE, NOVA_ROOT, CINDER_ROOT, NEUTRON_ROOT, GLANCE_ROOT, PLACEMENT,
     GNOCCHI_ROOT) = (SANDBOX + path for path in (
         '/identity', '/compute', '/volume', '/network', '/image',
         '/placement', '/metric'))
else:
    OUT = os.path.join(HERE, '..', '..', 'tests', 'recorded')
    HOME = os.environ['CLOUD_HOME']
    (KEYSTONE, NOVA_ROOT, CINDER_ROOT, NEUTRON_ROOT, GLANCE_ROOT, PLACEMENT,
     GNOCCHI_ROOT) = ('http://127.0.0.1:%d' % port for port in (
         5000, 8774, 8776, 9696, 9292, 8778, 8041))
NOVA = NOVA_ROOT + '/v2.1'
CINDER = CINDER_ROOT + '/v3'
NEUTRON = NEUTRON_ROOT + '/v2.0'
GLANCE = GLANCE_ROOT + '/v2'
GNOCCHI = GNOCCHI_ROOT + '/v1'
LATEST = None   # set from nova's version document
PUBLIC_KEY = ('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHLRU4RrmxD0g2ZMs+mqwkHV'
              'JhmRQJyd0GdmXWyC1DcB test@example')
TOKENS = {}


def auth_body(username, password='secret', scope=True):
    body = {'auth': {'identity': {'methods': ['password'], 'password': {
        'user': {'name': username, 'domain': {'name': 'Default'},
                 'password': password}}}}}
    if scope:
        body['auth']['scope'] = {'project': {
            'name': 'demo', 'domain': {'name': 'Default'}}}
    return body


def hide(text):
    """Without private keys, and without this machine's folders."""
    for folder, name in (HOME, '$CLOUD_HOME'), (os.environ['HOME'], '$HOME'):
        text = text.replace(folder, name)
    return re.sub(r'-----BEGIN ([A-Z ]*)PRIVATE KEY-----.*?'
                  r'-----END [A-Z ]*PRIVATE KEY-----(\\n)?',
                  r'-----BEGIN \1PRIVATE KEY-----\\nPLACEHOLDER\\n'
                  r'-----END \1PRIVATE KEY-----\\n', text, flags=re.S)


def short(value):
    """The value with its longest strings and lists cut."""
    if isinstance(value, dict):
        value = {k: short(v) for k, v in value.items()}
        if len(value) > 150:
            value = dict(list(value.items())[:2], **{
                '(and more)': '%d in all' % len(value)})
    elif isinstance(value, list):
        value = [short(v) for v in value]
    elif isinstance(value, str) and len(value) > 4000:
        value = '%s(%d characters in all)' % (value[:100], len(value))
    return value


def request(method, url, headers, body, data, connections={}):
    parts = urllib.parse.urlsplit(url)
    headers = dict({'Accept': '*/*'}, **headers)
    if body is not None:
        data = json.dumps(body)
        headers['Content-Type'] = 'application/json'
    if isinstance(data, str):
        data = data.encode()
    path = parts.path or '/'
    if parts.query:
        path += '?' + parts.query
    for fresh in False, True:
        if fresh or parts.netloc not in connections:
            connections[parts.netloc] = http.client.HTTPConnection(
                parts.netloc, timeout=300)
        try:
            connections[parts.netloc].request(method, path, data, headers)
            response = connections[parts.netloc].getresponse()
            return response, response.read().decode()
        except (http.client.HTTPException, ConnectionError):
            if fresh:   # else the server has ended an idle connection
                raise


def call(method, url, who='developer', version=None, body=None, save=None,
         headers=None, note=None, data=None, trim=None, service='compute'):
    sent = dict(headers or {})
    if who:
        sent['X-Auth-Token'] = TOKENS.get(who, who)
    if version:
        sent['OpenStack-API-Version'] = '%s %s' % (service, version)
    response, text = request(method, url, sent, body, data)
    try:
        answer = json.loads(hide(text)) if text else None
    except ValueError:
        answer = text
    if save:
        shown = dict(sent)
        if 'X-Auth-Token' in shown:
            shown['X-Auth-Token'] = '(token of %s)' % who
        record = {'request': {'method': method, 'url': url, 'headers': shown,
                              'body': body},
                  'response': {'status': response.status,
                               'reason': response.reason,
                               'headers': dict(response.getheaders()),
                               'body': answer}}
        if trim:
            note = 'first 2 of %d %s' % (len(answer[trim]), trim)
            record['response']['body'] = dict(answer, **{
                trim: answer[trim][:2]})
        if note:
            record = dict(note=note, **record)
        with open(os.path.join(OUT, save + '.json'), 'w') as f:
            json.dump(short(record), f, indent=1)
            f.write('\n')
        print('%-44s %s' % (save, response.status), flush=True)
    return response.status, answer, response.headers


def until(check, what, limit=120):
    end = time.time() + limit
    while time.time() < end:
        value = check()
        if value:
            return value
        time.sleep(0.05 if SANDBOX else 0.2)
    raise SystemExit('gave up waiting: ' + what)


def server_is(ident, *wanted):
    def check():
        server = call('GET', NOVA + '/servers/' + ident)[1].get('server', {})
        return (server.get('status') in wanted and
                not server.get('OS-EXT-STS:task_state'))
    until(check, 'server %s %s' % (ident, wanted))


def gone(ident):
    until(lambda: call('GET', NOVA + '/servers/' + ident)[0] == 404, 'delete')


def act(ident, body, who='developer', version='2.1', **more):
    return call('POST', NOVA + '/servers/%s/action' % ident, who, version,
                body, **more)


def find(url, key, name):
    return next(x for x in call('GET', url)[1][key] if x['name'] == name)['id']


class Things:
    def __init__(self):
        self.image = find(GLANCE + '/images', 'images', 'cirros-0.6.3')
        self.nano = find(NOVA + '/flavors', 'flavors', 'm1.nano')
        self.tiny = find(NOVA + '/flavors', 'flavors', 'm1.tiny')
        self.zero = find(NOVA + '/flavors', 'flavors', 'm1.volume')
        self.net = find(NEUTRON + '/networks', 'networks', 'private')

    def body(self, name, **more):
        return {'server': dict({
            'name': name, 'imageRef': self.image, 'flavorRef': self.nano,
            'networks': [{'uuid': self.net}]}, **more)}


def identity():
    for who in 'developer', 'viewer', 'admin':
        status, body, headers = call(
            'POST', KEYSTONE + '/v3/auth/tokens', None, body=auth_body(who),
            save='identity-token-%s' % who)
        TOKENS[who] = headers['X-Subject-Token']
    _, _, headers = call('POST', KEYSTONE + '/v3/auth/tokens', None,
                         body=auth_body('developer', scope=False),
                         save='identity-token-unscoped')
    TOKENS['unscoped'] = headers['X-Subject-Token']
    own = KEYSTONE + '/v3/users/%s/application_credentials' % me('user')
    credential = call('GET', own)[1]['application_credentials'][0]
    status, body, headers = call(
        'POST', KEYSTONE + '/v3/auth/tokens', None, body={'auth': {
            'identity': {'methods': ['application_credential'],
                         'application_credential': {
                'id': credential['id'], 'secret': 'secret'}}}},
        save='identity-token-application-credential')
    TOKENS['appcred'] = headers['X-Subject-Token']
    call('POST', KEYSTONE + '/v3/auth/tokens?nocatalog', None,
         body=auth_body('developer'), save='identity-token-nocatalog')
    call('GET', KEYSTONE + '/', None, save='identity-versions')
    call('GET', KEYSTONE + '/v3', None, save='identity-version-v3')
    call('GET', KEYSTONE + '/v3/auth/catalog', save='identity-catalog')
    call('GET', KEYSTONE + '/v3/auth/projects', save='identity-auth-projects')
    call('GET', KEYSTONE + '/v3/auth/tokens', headers={
        'X-Subject-Token': TOKENS['developer']}, save='identity-token-check')
    wrong = 'identity-401-wrong-password'
    call('POST', KEYSTONE + '/v3/auth/tokens', None,
         body=auth_body('developer', 'wrong'), save=wrong)
    body = auth_body('developer')
    body['auth']['scope']['project']['name'] = 'nosuch'
    call('POST', KEYSTONE + '/v3/auth/tokens', None, body=body,
         save='identity-401-no-such-project')
    call('POST', KEYSTONE + '/v3/auth/tokens', None, body={'auth': {}},
         save='identity-400-no-identity')
    call('POST', KEYSTONE + '/v3/auth/tokens', None, data='{not json',
         headers={'Content-Type': 'application/json'},
         save='identity-400-not-json')
    call('PATCH', KEYSTONE + '/v3/auth/tokens', save='identity-405')
    call('GET', KEYSTONE + '/v3/users', save='identity-403-list-users')
    call('GET', KEYSTONE + '/v3/projects/' + 'f' * 32,
         save='identity-404-project', who='admin')
    call('GET', own, save='identity-application-credentials')


def versions():
    global LATEST
    call('GET', NOVA_ROOT + '/', None, save='compute-versions')
    status, body, _ = call('GET', NOVA + '/', None, save='compute-version-v2.1')
    LATEST = body['version']['version']
    call('GET', NOVA, None, save='compute-version-v2.1-no-slash')
    call('GET', CINDER_ROOT + '/', None, save='volume-versions')
    call('GET', NEUTRON_ROOT + '/', None, save='network-versions')
    call('GET', GLANCE_ROOT + '/', None, save='image-versions')
    call('GET', PLACEMENT + '/', None, save='placement-versions')
    call('GET', GNOCCHI_ROOT + '/', None, save='metric-versions')
    call('GET', NEUTRON + '/extensions', save='network-extensions')


def compute(t):
    server = NOVA + '/servers/'
    for version in '2.1', LATEST:
        name = version if version == '2.1' else 'latest'
        call('GET', NOVA + '/flavors', version=version,
             save='compute-flavors-' + name)
        call('GET', NOVA + '/flavors/detail', version=version,
             save='compute-flavors-detail-' + name)
        call('GET', NOVA + '/limits', version=version,
             save='compute-limits-' + name)
        call('GET', NOVA + '/os-availability-zone', version=version,
             save='compute-availability-zones-' + name)
        call('GET', NOVA + '/os-keypairs', version=version,
             save='compute-keypairs-' + name)
    call('GET', NOVA + '/os-hypervisors/detail', 'admin', LATEST,
         save='compute-hypervisors-detail-latest')
    call('GET', NOVA + '/os-hypervisors/detail', 'admin', '2.87',
         save='compute-hypervisors-detail-2.87')
    call('GET', NOVA + '/os-services', 'admin', LATEST,
         save='compute-services-latest')
    call('GET', NOVA + '/os-hypervisors', save='compute-403-hypervisors')

    # Keypairs
    for name in 'rec-a', 'rec-b', 'rec-c', 'rec-d':
        call('DELETE', NOVA + '/os-keypairs/' + name)
    keypairs = NOVA + '/os-keypairs'
    call('POST', keypairs, body={'keypair': {'name': 'rec-a'}}, version='2.1',
         save='compute-keypair-create-2.1')
    call('POST', keypairs, body={'keypair': {'name': 'rec-b', 'type': 'ssh'}},
         version='2.91', save='compute-keypair-create-2.91')
    call('POST', keypairs, body={'keypair': {'name': 'rec-c', 'type': 'ssh'}},
         version='2.92', save='compute-keypair-create-2.92-refused')
    imported = {'keypair': {'name': 'rec-c', 'type': 'ssh',
                            'public_key': PUBLIC_KEY}}
    call('POST', keypairs, body=imported, version='2.92',
         save='compute-keypair-import-2.92')
    call('POST', keypairs, body=imported, version='2.92',
         save='compute-409-keypair-exists')
    imported = {'keypair': {'name': 'rec-d', 'public_key': 'not a key'}}
    call('POST', keypairs, body=imported, version='2.92',
         save='compute-400-keypair-bad-key')
    call('GET', keypairs + '/rec-c', version=LATEST,
         save='compute-keypair-show-latest')
    call('GET', keypairs + '?limit=1', version='2.35',
         save='compute-keypairs-page-2.35')
    call('DELETE', keypairs + '/rec-a', version='2.1',
         save='compute-keypair-delete-2.1')
    call('DELETE', keypairs + '/rec-b', version=LATEST,
         save='compute-keypair-delete-latest')
    call('GET', keypairs + '/nosuch', save='compute-404-keypair')

    # A server's life
    body = t.body('rec-1', key_name='rec-c', metadata={'role': 'recorded'},
                  security_groups=[{'name': 'default'}, {'name': 'web'}])
    _, made, _ = call('POST', NOVA + '/servers', body=body, version='2.1',
                      save='compute-server-create-2.1')
    one = made['server']['id']
    call('GET', server + one, version='2.1', save='compute-server-building-2.1')
    body = t.body('rec-2', description='the second', tags=['a', 'b'])
    _, made, _ = call('POST', NOVA + '/servers', body=body, version=LATEST,
                      save='compute-server-create-latest')
    two = made['server']['id']
    for ident in one, two:
        server_is(ident, 'ACTIVE')
    for who in 'developer', 'admin':
        for version in '2.1', '2.47', '2.69', LATEST:
            name = 'latest' if version == LATEST else version
            call('GET', server + one, who, version,
                 save='compute-server-show-%s-%s' % (who, name))
    call('GET', server + two, version=LATEST, save='compute-server-show-tags')
    call('GET', NOVA + '/servers?name=rec-', version='2.1',
         save='compute-servers-2.1')
    call('GET', NOVA + '/servers/detail?name=rec-', version=LATEST,
         save='compute-servers-detail-latest')
    _, page, _ = call('GET', NOVA + '/servers?limit=1&name=rec-', version='2.1',
                      save='compute-servers-page-1')
    call('GET', page['servers_links'][0]['href'], version='2.1',
         save='compute-servers-page-2')
    call('GET', NOVA + '/servers?limit=1&name=rec-&marker=' + one,
         version='2.1', save='compute-servers-page-last')
    call('GET', NOVA + '/servers/detail?limit=1&sort_key=display_name&'
         'sort_dir=asc', version=LATEST, save='compute-servers-page-detail')
    call('GET', NOVA + '/servers?name=rec-', 'viewer',
         save='compute-servers-as-reader')
    call('GET', NOVA + '/servers?name=rec-', 'appcred',
         save='compute-servers-as-application-credential')
    call('GET', NOVA + '/servers/detail?all_tenants=1&limit=1', 'admin',
         LATEST, save='compute-servers-all-tenants')
    call('GET', NOVA + '/servers?all_tenants=1', save='compute-403-all-tenants')
    call('GET', NOVA + '/servers?changes-since=nonsense',
         save='compute-400-changes-since')
    call('GET', NOVA + '/servers?marker=' + str(uuid.uuid4()),
         save='compute-400-marker-not-found')
    call('GET', NOVA + '/servers?limit=-1', save='compute-400-limit')
    call('GET', NOVA + '/servers?limit=5000', trim='servers',
         save='compute-servers-limit-5000')
    call('GET', NOVA + '/servers?nosuchfilter=1', version=LATEST,
         save='compute-400-unknown-filter-latest')

    act(one, {'os-getConsoleOutput': {}}, save='compute-console-output')
    act(one, {'os-getConsoleOutput': {'length': 2}},
        save='compute-console-output-length-2')
    act(one, {'os-getConsoleOutput': {}}, 'viewer',
        save='compute-403-console-output-as-reader')
    call('POST', server + one + '/remote-consoles', version='2.6',
         body={'remote_console': {'protocol': 'vnc', 'type': 'novnc'}},
         save='compute-remote-console-2.6')
    for version in '2.1', '2.48', LATEST:
        name = 'latest' if version == LATEST else version
        call('GET', server + one + '/diagnostics', 'admin', version,
             save='compute-diagnostics-' + name)
    call('GET', server + one + '/diagnostics', version='2.48',
         save='compute-403-diagnostics')
    call('GET', server + one + '/os-interface', version=LATEST,
         save='compute-interfaces')
    call('GET', server + one + '/ips', save='compute-server-ips')
    call('GET', server + one + '/metadata', save='compute-server-metadata')
    call('GET', server + one + '/os-security-groups',
         save='compute-server-security-groups')

    act(one, {'os-stop': None}, save='compute-stop')
    act(one, {'os-stop': None}, save='compute-409-stop-while-stopping')
    server_is(one, 'SHUTOFF')
    act(one, {'os-stop': None}, save='compute-409-stop-when-stopped')
    call('GET', server + one, version='2.1', save='compute-server-shutoff')
    call('GET', server + one + '/diagnostics', 'admin', '2.48',
         save='compute-409-diagnostics-when-stopped')
    act(one, {'os-getConsoleOutput': {}},
        save='compute-console-output-when-stopped')
    act(one, {'os-start': None}, save='compute-start')
    server_is(one, 'ACTIVE')
    act(one, {'reboot': {'type': 'SOFT'}}, save='compute-reboot')
    server_is(one, 'ACTIVE')
    act(one, {'reboot': {'type': 'WARM'}}, save='compute-400-reboot-type')
    act(one, {'lock': None}, save='compute-lock')
    act(one, {'os-stop': None}, save='compute-409-own-lock',
        note='even who locked it must unlock it first')
    act(one, {'unlock': None})
    act(one, {'lock': {'locked_reason': 'kept for audit'}}, 'admin', '2.73')
    act(one, {'os-stop': None}, save='compute-409-locked')
    call('DELETE', server + one, save='compute-409-delete-locked')
    act(one, {'unlock': None}, 'admin')
    act(one, {'createImage': {'name': 'rec-image'}}, version='2.1',
        save='compute-create-image-2.1')
    server_is(one, 'ACTIVE')
    _, made, _ = act(one, {'createImage': {'name': 'rec-image'}},
                     version='2.45', save='compute-create-image-2.45')
    server_is(one, 'ACTIVE')
    for image in call('GET', GLANCE + '/images?name=rec-image')[1]['images']:
        call('DELETE', GLANCE + '/images/' + image['id'])
    _, found, _ = call('GET', server + one + '/os-instance-actions',
                       version=LATEST, save='compute-instance-actions')
    call('GET', server + one + '/os-instance-actions/' +
         found['instanceActions'][-1]['request_id'], version=LATEST,
         save='compute-instance-action-show')
    call('PUT', server + one, version=LATEST,
         body={'server': {'name': 'rec-1b'}}, save='compute-server-rename')
    call('PUT', server + two + '/tags', version='2.26',
         body={'tags': ['x']}, save='compute-server-tags')
    call('GET', NOVA + '/servers/detail?name=rec-1b', 'viewer', LATEST,
         save='compute-servers-detail-as-reader')

    # Refusals
    body = t.body('rec-x')
    call('POST', NOVA + '/servers', 'viewer', body=body,
         save='compute-403-create-as-reader')
    call('DELETE', server + one, 'viewer', save='compute-403-delete-as-reader')
    call('GET', NOVA + '/servers', None, save='compute-401-no-token')
    call('GET', NOVA + '/servers', 'gAAAAABnotatoken',
         save='compute-401-bad-token')
    call('GET', server + str(uuid.uuid4()), save='compute-404-server')
    call('GET', server + 'not-a-uuid', save='compute-404-server-not-a-uuid')
    call('GET', NOVA + '/flavors/nosuch', save='compute-404-flavor')
    call('GET', NOVA + '/nosuch', save='compute-404-no-such-resource')
    call('GET', NOVA + '/nosuch', headers={'Accept': 'application/json'},
         save='compute-404-no-such-resource-accept-json')
    call('DELETE', NOVA + '/servers', save='compute-404-wrong-method')
    call('GET', NOVA + '/servers', 'unscoped',
         save='compute-403-unscoped-token')
    call('POST', NOVA + '/servers', body=t.body('rec-\U0001f600'),
         save='compute-emoji-in-name')
    call('GET', NOVA + '/servers', version='2.999',
         save='compute-406-microversion-too-new')
    call('GET', NOVA + '/servers', version='abc',
         save='compute-400-microversion-malformed')
    call('GET', NOVA + '/os-networks', version='2.36',
         save='compute-404-proxy-removed-in-2.36')
    call('POST', NOVA + '/servers', body={'server': {}},
         save='compute-400-empty-server')
    call('POST', NOVA + '/servers', body={'server': {'name': 'rec-x'}},
         save='compute-400-no-flavor')
    call('POST', NOVA + '/servers', body=t.body('rec-x', nosuch=1),
         save='compute-400-additional-property')
    call('POST', NOVA + '/servers', data='{not json',
         headers={'Content-Type': 'application/json'},
         save='compute-400-not-json')
    call('POST', NOVA + '/servers', data='a=b',
         headers={'Content-Type': 'text/plain'},
         save='compute-400-content-type')
    call('POST', NOVA + '/servers', body=t.body('rec-x', imageRef=str(
        uuid.uuid4())), save='compute-400-no-such-image')
    call('POST', NOVA + '/servers', body=t.body('rec-x', flavorRef='999'),
         save='compute-400-no-such-flavor')
    call('POST', NOVA + '/servers', body=t.body('rec-x', networks=[
        {'uuid': str(uuid.uuid4())}]), save='compute-400-no-such-network')
    call('POST', NOVA + '/servers', body=t.body('rec-x', key_name='nosuch'),
         save='compute-400-no-such-key')
    body = t.body('rec-x')
    del body['server']['networks']
    call('POST', NOVA + '/servers', body=body, version='2.37',
         save='compute-400-networks-required-2.37')
    call('POST', NOVA + '/servers', body=t.body('rec-x', security_groups=[
        {'name': 'nosuch'}]), save='compute-400-no-such-security-group')
    call('POST', NOVA + '/servers', body=t.body(
        'rec-x', flavorRef=t.zero), save='compute-403-zero-disk-flavor')
    call('POST', NOVA + '/servers', body=t.body(
        'rec-x', user_data='x' * 70000), save='compute-400-user-data-too-long')
    call('POST', NOVA + '/servers', body=t.body('rec-x', metadata={
        'x%d' % i: 'y' * 250 for i in range(600)}),
        save='compute-413-body-too-large')
    call('POST', NOVA + '/servers', data='x' * 120000, headers={
        'Accept': 'application/json', 'Content-Type': 'application/json'},
        save='compute-413-body-too-large-accept-json')
    call('POST', NOVA + '/servers', body=t.body('rec-x', metadata={
        'x%d' % i: 'y' for i in range(200)}),
        save='compute-403-metadata-quota')
    call('POST', NOVA + '/servers', body=t.body('x' * 256),
         save='compute-400-name-too-long')

    # Quota
    project = call('GET', NOVA + '/os-quota-sets/' + me('project'),
                   save='compute-quota-set')[1]['quota_set']
    used = call('GET', NOVA + '/limits')[1]['limits']['absolute'][
        'totalInstancesUsed']
    quota = NOVA + '/os-quota-sets/' + me('project')
    call('PUT', quota, 'admin', body={'quota_set': {'instances': used}})
    call('POST', NOVA + '/servers', body=t.body('rec-x'),
         save='compute-403-quota-exceeded')
    call('PUT', quota, 'admin',
         body={'quota_set': {'instances': project['instances']}})

    # Servers that fail
    _, made, _ = call('POST', NOVA + '/servers', body=t.body(
        'rec-fail', metadata={'fake_fail': 'spawn'}))
    broken = made['server']['id']
    server_is(broken, 'ERROR')
    call('GET', server + broken, version=LATEST,
         save='compute-server-error-build-aborted')
    act(broken, {'os-start': None}, save='compute-409-start-in-error')
    call('DELETE', server + broken)
    flavor = {'flavor': {'name': 'rec-huge', 'vcpus': 1, 'disk': 1,
                         'ram': 16 * 1024 * 1024}}
    huge = call('POST', NOVA + '/flavors', 'admin', body=flavor)[1]['flavor']
    _, made, _ = call('POST', NOVA + '/servers', body=t.body(
        'rec-huge', flavorRef=huge['id']))
    broken = made['server']['id']
    server_is(broken, 'ERROR')
    for who in 'developer', 'admin':
        call('GET', server + broken, who, version=LATEST,
             save='compute-server-error-no-valid-host-' + who)
    call('DELETE', server + broken)
    call('DELETE', NOVA + '/flavors/' + huge['id'], 'admin')
    # Several at once
    _, made, _ = call('POST', NOVA + '/servers', body=t.body(
        'rec-many', min_count=3, max_count=3, return_reservation_id=True),
        save='compute-server-create-3-reservation')
    _, many, _ = call('GET', NOVA + '/servers?reservation_id=' +
                      made['reservation_id'])
    for each in many['servers']:
        call('DELETE', server + each['id'])
    call('DELETE', server + two, version='2.1', save='compute-server-delete')
    call('GET', server + two, version='2.1', save='compute-server-deleting')
    call('DELETE', server + two, version='2.1',
         save='compute-server-delete-again')
    gone(two)
    call('GET', server + two, version='2.1', save='compute-404-deleted-server')
    return one


def volumes(t, one):
    def volume_is(ident, wanted):
        until(lambda: call('GET', CINDER + '/volumes/' + ident)[1].get(
            'volume', {}).get('status') == wanted, 'volume ' + wanted)

    def make(name, **more):
        return call('POST', CINDER + '/volumes', body={'volume': dict({
            'name': name, 'size': 1}, **more)}, save='volume-create-' + name
            )[1]['volume']['id']

    data = make('blank')
    boot = make('bootable', imageRef=t.image)
    for ident in data, boot:
        volume_is(ident, 'available')
    call('GET', CINDER + '/volumes/' + data, save='volume-show')
    call('GET', CINDER + '/volumes/' + boot, save='volume-show-bootable')
    call('GET', CINDER + '/volumes/' + boot, version='3.71', service='volume',
         save='volume-show-3.71')
    call('GET', CINDER + '/volumes/detail', save='volumes-detail')
    call('GET', CINDER + '/volumes?limit=1', save='volumes-page')
    call('GET', CINDER + '/types', save='volume-types')
    call('GET', CINDER + '/limits', save='volume-limits')
    attach = NOVA + '/servers/%s/os-volume_attachments' % one
    call('POST', attach, body={'volumeAttachment': {'volumeId': data}},
         version='2.1', save='compute-volume-attach-2.1')
    volume_is(data, 'in-use')
    call('GET', CINDER + '/volumes/' + data, save='volume-show-in-use')
    for version in '2.1', LATEST:
        call('GET', attach, version=version, save='compute-volume-attachments-'
             + ('latest' if version == LATEST else version))
    call('POST', attach, body={'volumeAttachment': {'volumeId': data}},
         save='compute-400-volume-in-use')
    call('POST', attach, body={'volumeAttachment': {
        'volumeId': str(uuid.uuid4())}}, save='compute-404-attach-no-volume')
    call('DELETE', CINDER + '/volumes/' + data, save='volume-400-delete-in-use')
    call('DELETE', attach + '/' + data, save='compute-volume-detach')
    volume_is(data, 'available')
    body = {'server': {
        'name': 'rec-bfv', 'flavorRef': t.zero,
        'networks': [{'uuid': t.net}], 'block_device_mapping_v2': [{
            'boot_index': 0, 'uuid': boot, 'source_type': 'volume',
            'destination_type': 'volume', 'delete_on_termination': False}]}}
    bfv = call('POST', NOVA + '/servers', body=body, version='2.1',
               save='compute-server-create-from-volume')[1]['server']['id']
    server_is(bfv, 'ACTIVE')
    call('GET', NOVA + '/servers/' + bfv, version=LATEST,
         save='compute-server-show-from-volume')
    call('GET', NOVA + '/servers/' + bfv, version='2.1',
         save='compute-server-show-from-volume-2.1')
    call('DELETE', NOVA + '/servers/' + bfv)
    gone(bfv)
    volume_is(boot, 'available')
    broken = make('failing', metadata={'fake_fail': 'create'})
    volume_is(broken, 'error')
    call('GET', CINDER + '/volumes/' + broken, save='volume-show-error')
    call('GET', CINDER + '/volumes/' + str(uuid.uuid4()),
         save='volume-404-volume')
    call('POST', CINDER + '/volumes', body={'volume': {'size': 0}},
         save='volume-400-size')
    call('POST', CINDER + '/volumes', 'viewer', body={'volume': {'size': 1}},
         save='volume-403-as-reader')
    call('GET', CINDER + '/volumes', None, save='volume-401-no-token')
    quota = CINDER + '/os-quota-sets/' + me('project')
    used = call('GET', quota + '?usage=true', save='volume-quota-set-usage')[
        1]['quota_set']['volumes']['in_use']
    call('PUT', quota, 'admin', body={'quota_set': {'volumes': used}})
    call('POST', CINDER + '/volumes', body={'volume': {'size': 1}},
         save='volume-413-quota-exceeded')
    call('PUT', quota, 'admin', body={'quota_set': {'volumes': -1}})
    for ident in data, boot, broken:
        call('DELETE', CINDER + '/volumes/' + ident,
             save='volume-delete' if ident == data else None)


def others(t, one):
    call('GET', NEUTRON + '/networks', save='network-networks')
    call('GET', NEUTRON + '/networks?limit=1', save='network-networks-page')
    call('GET', NEUTRON + '/subnets', save='network-subnets')
    call('GET', NEUTRON + '/ports?device_id=' + one, save='network-ports')
    call('GET', NEUTRON + '/security-groups', save='network-security-groups')
    call('GET', NEUTRON + '/networks/' + str(uuid.uuid4()),
         save='network-404-network')
    call('POST', NEUTRON + '/networks', 'viewer', body={'network': {}},
         save='network-403-as-reader')
    call('GET', NEUTRON + '/networks', None, save='network-401-no-token')
    call('DELETE', NEUTRON + '/networks/' + t.net,
         save='network-409-network-in-use')
    call('POST', NEUTRON + '/subnets', body={'subnet': {
        'network_id': t.net, 'cidr': 'nonsense', 'ip_version': 4}},
        save='network-400-bad-cidr')
    quota = NEUTRON + '/quotas/' + me('project')
    used = call('GET', quota + '/details.json', save='network-quota-details'
                )[1]['quota']['network']['used']
    call('PUT', quota, 'admin', body={'quota': {'network': used - 1}},
         save='network-400-quota-below-use')
    call('PUT', quota, 'admin', body={'quota': {'network': used}})
    call('POST', NEUTRON + '/networks', body={'network': {'name': 'rec'}},
         save='network-409-quota-exceeded')
    call('PUT', quota, 'admin', body={'quota': {'network': -1}})
    public = find(NEUTRON + '/networks', 'networks', 'public')
    _, made, _ = call('POST', NEUTRON + '/floatingips', body={'floatingip': {
        'floating_network_id': public}}, save='network-floatingip-create')
    fip = made['floatingip']['id']
    port = call('GET', NEUTRON + '/ports?device_id=' + one)[1]['ports'][0]
    call('PUT', NEUTRON + '/floatingips/' + fip, body={'floatingip': {
        'port_id': port['id']}}, save='network-floatingip-associate')
    until(lambda: len(call('GET', NOVA + '/servers/' + one)[1]['server'][
        'addresses']['private']) == 2, 'floating IP in the server')
    call('GET', NOVA + '/servers/' + one, version=LATEST,
         save='compute-server-show-floating-ip')
    call('DELETE', NEUTRON + '/floatingips/' + fip)
    call('GET', GLANCE + '/images', save='image-images')
    call('GET', GLANCE + '/images?limit=1', save='image-images-page')
    call('GET', GLANCE + '/images/' + t.image, save='image-show')
    call('GET', GLANCE + '/images/' + str(uuid.uuid4()), save='image-404')
    call('GET', GLANCE + '/images', None, save='image-401-no-token')
    json_please = {'Accept': 'application/json'}
    call('GET', GLANCE + '/images/' + str(uuid.uuid4()), headers=json_please,
         save='image-404-accept-json')
    call('GET', GLANCE + '/images', None, headers=json_please,
         save='image-401-no-token-accept-json')
    call('GET', GNOCCHI + '/resource/instance/' + str(uuid.uuid4()),
         headers=json_please, save='metric-404-resource-accept-json')
    call('POST', GLANCE + '/images', 'viewer', body={'name': 'x'},
         save='image-403-as-reader')
    call('GET', PLACEMENT + '/resource_providers', 'admin', '1.39',
         service='placement', save='placement-resource-providers')
    call('GET', PLACEMENT + '/allocations/' + one, 'admin', '1.39',
         service='placement', save='placement-allocations')
    call('GET', PLACEMENT + '/resource_providers',
         save='placement-403-as-member')
    _, found, _ = call('GET', GNOCCHI + '/resource/instance',
                       save='metric-resources-instance')
    for name in 'cpu', 'memory.usage':
        metric = found[0]['metrics'][name]
        call('GET', GNOCCHI + '/metric/%s/measures?start=-1+hour&aggregation='
             'mean' % metric, save='metric-measures-' + name)
    call('GET', GNOCCHI + '/metric/%s/measures?aggregation=rate:mean&start='
         '-1+hour' % found[0]['metrics']['cpu'], save='metric-measures-cpu-rate')
    call('GET', GNOCCHI + '/resource/instance/%s/metric' % found[0]['id'],
         save='metric-resource-metrics')
    call('GET', GNOCCHI + '/resource/instance/' + str(uuid.uuid4()),
         save='metric-404-resource')
    call('GET', GNOCCHI + '/metric/%s/measures?granularity=7' % metric,
         save='metric-404-granularity')


def pages():
    """What no limit gives, where there are more servers than Nova's own."""
    if len(call('GET', NOVA + '/servers')[1]['servers']) < 1000:
        return
    call('GET', NOVA + '/servers', trim='servers',
         save='compute-servers-no-limit')
    call('GET', NOVA + '/servers/detail', version=LATEST, trim='servers',
         save='compute-servers-detail-no-limit')


def revoked():
    _, _, headers = call('POST', KEYSTONE + '/v3/auth/tokens', None,
                         body=auth_body('viewer'))
    TOKENS['fresh'] = headers['X-Subject-Token']
    call('GET', NOVA + '/servers?limit=1', 'fresh')
    call('DELETE', KEYSTONE + '/v3/auth/tokens', 'fresh', headers={
        'X-Subject-Token': TOKENS['fresh']}, save='identity-token-revoke')
    call('GET', NOVA + '/servers?limit=1', 'fresh', trim='servers',
         save='compute-revoked-token-seen-before',
         note='nova trusts a token it has checked for five minutes')
    # Even keystone takes a revoked token once more.
    call('GET', KEYSTONE + '/v3/auth/catalog', 'fresh',
         save='identity-revoked-token-once-more')
    call('GET', KEYSTONE + '/v3/auth/catalog', 'fresh',
         save='identity-401-revoked-token')


def me(what, cache={}):
    if not cache:
        _, body, _ = call('GET', KEYSTONE + '/v3/auth/tokens', headers={
            'X-Subject-Token': TOKENS['developer']})
        cache.update(body['token'])
    return cache[what]['id']


class Watch:
    """Poll one server as fast as it answers; note each change."""

    def __init__(self, t, delay):
        self.t, self.delay, self.log = t, delay, []

    def look(self, ident):
        status, body, _ = call('GET', NOVA + '/servers/' + ident,
                               version='2.1')
        if status == 404:
            return {'http': 404}
        server = body['server']
        return {'status': server['status'],
                'vm_state': server['OS-EXT-STS:vm_state'],
                'task_state': server['OS-EXT-STS:task_state'],
                'power_state': server['OS-EXT-STS:power_state'],
                'progress': server.get('progress'),
                'addresses': sum(map(len, server['addresses'].values())),
                'locked_or_fault': server.get('fault', {}).get('message')}

    def step(self, name, ident, done, body=None, url=None, method='POST',
             who='developer', version='2.1'):
        start = time.time()
        status, answer, _ = call(
            method, url or NOVA + '/servers/%s/action' % ident, who, version,
            body)
        seen, polls, last = [], 0, None
        if status >= 400:
            self.log.append({'step': name, 'http': status, 'answer': answer})
            return
        ident = ident or answer['server']['id']
        while time.time() < start + 60 + 5 * self.delay:
            now = self.look(ident)
            polls += 1
            if now != last:
                seen.append(dict({'after_ms': int(
                    (time.time() - start) * 1000)}, **now))
                last = now
            if (now.get('http') or (now['status'] in done and
                                    not now['task_state'])):
                if len(seen) > 1 or time.time() > start + 2:
                    break
        self.log.append({'step': name, 'http': status, 'polls': polls,
                         'seen': seen})
        print('%-18s %s' % (name, ' -> '.join('%s/%s' % (
            s.get('status', s.get('http')), s.get('task_state'))
            for s in seen)), flush=True)
        return ident

    def run(self):
        server = NOVA + '/servers'
        more = {'metadata': {'fake_delay': str(self.delay)}}
        ident = self.step('create', None, ('ACTIVE', 'ERROR'), self.t.body(
            'rec-states', **more), server)
        for name, done, body in (
                ('stop', ('SHUTOFF',), {'os-stop': None}),
                ('start', ('ACTIVE',), {'os-start': None}),
                ('reboot soft', ('ACTIVE',), {'reboot': {'type': 'SOFT'}}),
                ('reboot hard', ('ACTIVE',), {'reboot': {'type': 'HARD'}}),
                ('pause', ('PAUSED',), {'pause': None}),
                ('unpause', ('ACTIVE',), {'unpause': None}),
                ('suspend', ('SUSPENDED',), {'suspend': None}),
                ('resume', ('ACTIVE',), {'resume': None}),
                ('rescue', ('RESCUE',), {'rescue': {}}),
                ('unrescue', ('ACTIVE',), {'unrescue': None}),
                ('create image', ('ACTIVE',),
                 {'createImage': {'name': 'rec-image'}}),
                ('rebuild', ('ACTIVE',),
                 {'rebuild': {'imageRef': self.t.image}}),
                ('resize', ('VERIFY_RESIZE',),
                 {'resize': {'flavorRef': self.t.tiny}}),
                ('confirm resize', ('ACTIVE',), {'confirmResize': None}),
                ('resize back', ('VERIFY_RESIZE',),
                 {'resize': {'flavorRef': self.t.nano}}),
                ('revert resize', ('ACTIVE',), {'revertResize': None}),
                ('shelve', ('SHELVED_OFFLOADED',), {'shelve': None}),
                ('unshelve', ('ACTIVE',), {'unshelve': None})):
            self.step(name, ident, done, body)
        self.step('cold migrate', ident, ('VERIFY_RESIZE',),
                  {'migrate': None}, who='admin')
        self.step('confirm migrate', ident, ('ACTIVE',),
                  {'confirmResize': None})
        self.step('live migrate', ident, ('ACTIVE',), {'os-migrateLive': {
            'host': None, 'block_migration': 'auto'}}, who='admin',
            version='2.25')
        self.step('delete', ident, (), None, server + '/' + ident, 'DELETE')
        more['metadata']['fake_fail'] = 'spawn'
        ident = self.step('create, aborted', None, ('ACTIVE', 'ERROR'),
                          self.t.body('rec-states', **more), server)
        self.step('delete in ERROR', ident, (), None, server + '/' + ident,
                  'DELETE')
        more['metadata']['fake_fail'] = 'reschedule'
        ident = self.step('create, rescheduled', None, ('ACTIVE', 'ERROR'),
                          self.t.body('rec-states', **more), server)
        call('DELETE', server + '/' + ident)
        more['metadata']['fake_fail'] = 'power_off'
        ident = self.step('create', None, ('ACTIVE', 'ERROR'),
                          self.t.body('rec-states', **more), server)
        self.step('stop, failing', ident, ('SHUTOFF', 'ERROR', 'ACTIVE'),
                  {'os-stop': None})
        self.step('force delete', ident, (), {'forceDelete': None})
        image = call('GET', GLANCE + '/images?name=rec-image')[1]['images']
        for each in image:
            call('DELETE', GLANCE + '/images/' + each['id'])
        name = 'states-delay-%s.json' % self.delay
        with open(os.path.join(OUT, name), 'w') as f:
            json.dump({'note': 'one server polled without pause; fake_delay '
                       '%s s in each driver call; after_ms counts from just '
                       'before the request' % self.delay,
                       'steps': self.log}, f, indent=1)
            f.write('\n')


def main():
    os.makedirs(OUT, exist_ok=True)
    identity()
    versions()
    things = Things()
    if 'states' not in sys.argv[1:]:   # record.py states: only those
        one = compute(things)
        volumes(things, one)
        others(things, one)
        pages()
        call('DELETE', NOVA + '/servers/' + one)
        call('DELETE', NOVA + '/os-keypairs/rec-c')
        revoked()
    if SANDBOX:
        return   # its states are held against the recorded ones with a clock of the test's
    for delay in 0, 1:
        Watch(things, delay).run()


main()
