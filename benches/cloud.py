"""A token for a cloud of clouds.yaml, with the standard library and PyYAML alone."""
import json
import os
import urllib.request

import yaml


def login(cloud):
    """The token, and where Nova is."""
    with open(os.environ['OS_CLIENT_CONFIG_FILE']) as file:
        auth = yaml.safe_load(file)['clouds'][cloud]['auth']
    body = {'auth': {
        'identity': {'methods': ['password'], 'password': {'user': {
            'name': auth['username'], 'password': auth['password'],
            'domain': {'name': auth['user_domain_name']}}}},
        'scope': {'project': {'name': auth['project_name'],
                              'domain': {'name': auth['project_domain_name']}}}}}
    request = urllib.request.Request(auth['auth_url'] + '/auth/tokens', json.dumps(body).encode(),
                                     {'Content-Type': 'application/json'})
    with urllib.request.urlopen(request) as answer:
        token = answer.headers['X-Subject-Token']
        catalog = json.load(answer)['token']['catalog']
    compute = next(entry for entry in catalog if entry['type'] == 'compute')
    url = next(e['url'] for e in compute['endpoints'] if e['interface'] == 'public')
    return token, url
