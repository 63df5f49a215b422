"""A cloud, asked directly: what ostk says is held against what the services themselves answer."""

import json
import time
import urllib.error
import urllib.parse
import urllib.request

# Nova's tags and descriptions are shown, and networks may be "none", from here on.
COMPUTE_VERSION = "2.52"
# Keys of a server's metadata, as documented.
TOKEN_KEY = "ostk_client_token"
INDEX_KEY = "ostk_client_index"

_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def exchange(method, url, body=None, headers=None):
    """Sends JSON; gives the status, the headers and the answer's bytes."""
    data = None if body is None else json.dumps(body).encode()
    plain = {"Accept": "application/json", "Content-Type": "application/json"}
    request = urllib.request.Request(url, data, {**plain, **(headers or {})}, method=method)
    try:
        with _opener.open(request, timeout=120) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def read_clouds(path):
    """Reads as much YAML as a `clouds.yaml` usually has: maps of maps and plain values."""
    root = {}
    open_maps = [(-1, root)]
    with open(path, encoding="utf-8") as file:
        for line in file:
            text = line.split(" #")[0].rstrip()
            if not text.strip() or text.lstrip().startswith("#"):
                continue
            depth = len(text) - len(text.lstrip())
            key, _, value = text.strip().partition(":")
            while open_maps[-1][0] >= depth:
                open_maps.pop()
            value = value.strip().strip("'\"")
            if value:
                open_maps[-1][1][key] = value
            else:
                inner = open_maps[-1][1].setdefault(key, {})
                open_maps.append((depth, inner))
    return root["clouds"]


class Cloud:
    """One project of a cloud, by password."""

    def __init__(self, settings):
        self.settings = settings
        auth = settings["auth"]
        user = {
            "name": auth["username"],
            "password": auth["password"],
            "domain": {"name": auth["user_domain_name"]},
        }
        project = {
            "name": auth["project_name"],
            "domain": {"name": auth["project_domain_name"]},
        }
        identity = {"methods": ["password"], "password": {"user": user}}
        body = {"auth": {"identity": identity, "scope": {"project": project}}}
        url = auth["auth_url"].rstrip("/") + "/auth/tokens"
        status, headers, answer = exchange("POST", url, body)
        if status != 201:
            raise SystemExit(f"no token from {url}: {status} {answer[:200]!r}")
        self.token = headers["X-Subject-Token"]
        self.catalog = json.loads(answer)["token"]["catalog"]

    def endpoint(self, *kinds):
        """The public address of a service, by any of its types."""
        for service in self.catalog:
            if service["type"] in kinds:
                public = [one for one in service["endpoints"] if one["interface"] == "public"]
                return public[0]["url"].rstrip("/")
        raise SystemExit(f"the catalog has none of {kinds}")

    @property
    def compute(self):
        return self.endpoint("compute")

    @property
    def volume(self):
        return self.endpoint("block-storage", "volumev3")

    def ask(self, method, url):
        headers = {
            "X-Auth-Token": self.token,
            "X-OpenStack-Nova-API-Version": COMPUTE_VERSION,
        }
        for _ in range(5):
            status, _, answer = exchange(method, url, headers=headers)
            if status < 500:
                return status, json.loads(answer) if answer.strip() else {}
            time.sleep(1)
        raise SystemExit(f"{method} {url}: {status} {answer[:200]!r}")

    def _list(self, base, path, key):
        """All of a list, page by page."""
        items, seen = [], set()
        query = {"limit": 200}
        while True:
            url = f"{base}/{path}?{urllib.parse.urlencode(query)}"
            status, answer = self.ask("GET", url)
            if status != 200:
                raise SystemExit(f"GET {url}: {status} {answer}")
            page = [one for one in answer[key] if one["id"] not in seen]
            if not page:
                return items
            seen.update(one["id"] for one in page)
            items += page
            query["marker"] = page[-1]["id"]

    def servers(self, prefix):
        """Servers whose names begin so, from the whole list: nothing is left to Nova's filters."""
        everything = self._list(self.compute, "servers/detail", "servers")
        return [one for one in everything if one["name"].startswith(prefix)]

    def volumes(self, prefix):
        everything = self._list(self.volume, "volumes/detail", "volumes")
        return [one for one in everything if (one["name"] or "").startswith(prefix)]

    def remove(self, prefix, patience=600):
        """Deletes servers and volumes whose names begin so, and waits until they are gone."""
        deadline = time.monotonic() + patience
        while True:
            servers = self.servers(prefix)
            volumes = self.volumes(prefix)
            if not servers and not volumes:
                return
            if time.monotonic() > deadline:
                left = [one["id"] for one in servers + volumes]
                raise SystemExit(f"still there, and not removed: {' '.join(left)}")
            for server in servers:
                if server["OS-EXT-STS:task_state"] != "deleting":
                    self.ask("DELETE", f"{self.compute}/servers/{server['id']}")
            for volume in volumes:
                if volume["status"] in ("available", "error"):
                    self.ask("DELETE", f"{self.volume}/volumes/{volume['id']}")
            time.sleep(1)
