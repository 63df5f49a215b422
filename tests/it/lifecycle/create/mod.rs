//! Instances and volumes are created, and the services hold what was requested.

mod instances;
mod misfits;
mod tokens;
mod volumes;

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::Value;

use super::unique;
use crate::support::real::{Real, Token};
use crate::support::run::{Home, Outcome};

/// The resources of a test, under a prefix of its own. All are deleted when the test ends.
struct Work<'a> {
    real: &'a Real,
    home: Home,
    prefix: String,
    token: Token,
    admin: Token,
    /// The other resources: whether an administrator created it, the service and the path.
    others: Vec<(bool, &'static str, String)>,
}

impl<'a> Work<'a> {
    fn new(real: &'a Real, what: &str) -> Self {
        Self {
            home: real.home(),
            prefix: unique(what),
            token: real.token(&real.cloud(), None),
            admin: real.token(&real.cloud_as("admin"), None),
            real,
            others: Vec::new(),
        }
    }

    fn name(&self, what: &str) -> String {
        format!("{}-{what}", self.prefix)
    }

    fn run<'b>(&self, words: impl IntoIterator<Item = &'b str>) -> Outcome {
        self.run_in(&self.home, words)
    }

    fn run_in<'b>(&self, home: &Home, words: impl IntoIterator<Item = &'b str>) -> Outcome {
        let cloud = ["--cloud".to_owned(), self.real.cloud()];
        let words = words.into_iter().map(str::to_owned);
        home.run(cloud.into_iter().chain(words))
    }

    /// Runs `instances create` for a small instance without a network.
    fn create(&self, name: &str, more: &[&str]) -> Outcome {
        let fixed = ["instances", "create", name, "--image", "cirros-0.6.3"];
        let small = ["--flavor", "m1.nano", "--network", "none"];
        self.run(fixed.into_iter().chain(small).chain(more.iter().copied()))
    }

    #[track_caller]
    fn ask(&self, kind: &str, method: &Method, path: &str, body: Option<&Value>) -> Value {
        self.real.service(&self.token, kind, method, path, body)
    }

    #[track_caller]
    fn ask_as_admin(&self, kind: &str, method: &Method, path: &str, body: Option<&Value>) -> Value {
        self.real.service(&self.admin, kind, method, path, body)
    }

    /// Creates another resource, which is deleted in the end. Returns its ID.
    #[track_caller]
    fn make(&mut self, kind: &'static str, path: &str, body: &Value) -> String {
        let made = self.ask(kind, &Method::POST, path, Some(body));
        self.own(false, kind, path, &made)
    }

    #[track_caller]
    fn make_as_admin(&mut self, kind: &'static str, path: &str, body: &Value) -> String {
        let made = self.ask_as_admin(kind, &Method::POST, path, Some(body));
        self.own(true, kind, path, &made)
    }

    /// Returns the ID of the image that has this name.
    #[track_caller]
    fn id_of_image(&self, name: &str) -> String {
        self.real
            .id_of(&self.token, "image", "/v2/images", "images", name)
    }

    fn own(&mut self, admin: bool, kind: &'static str, path: &str, made: &Value) -> String {
        let (_, one) = made.as_object().unwrap().iter().next().unwrap();
        let id = one["id"].as_str().unwrap().to_owned();
        self.others.push((admin, kind, format!("{path}/{id}")));
        id
    }

    /// Returns an instance from Nova itself, as an administrator sees it at this microversion.
    #[track_caller]
    fn server_at(&self, version: &str, id: &str) -> Value {
        let url = format!("{}/servers/{id}", self.admin.endpoint("compute"));
        let token = Some(self.admin.token.as_str());
        let (status, _, body) = self.real.ask_at(version, &Method::GET, &url, token, None);
        assert_eq!(status, 200, "{body}");
        body["server"].clone()
    }

    /// Returns the servers with the test's prefix, by name.
    fn servers(&self) -> Vec<Value> {
        let path = format!("/servers/detail?name={}", self.prefix);
        let mut all = sorted(self.real.all(&self.token, "compute", &path, "servers"));
        // Nova lists a server that it has deleted for a moment more, until its row is gone.
        all.retain(|server| server["status"] != "DELETED");
        all
    }

    fn volumes(&self) -> Vec<Value> {
        let kind = "block-storage";
        let all = self
            .real
            .all(&self.token, kind, "/volumes/detail", "volumes");
        let mut all = sorted(all);
        all.retain(|volume| self.is_ours(volume));
        all
    }

    fn is_ours(&self, one: &Value) -> bool {
        let name = one["name"].as_str().unwrap_or_default();
        name.starts_with(&self.prefix)
    }

    fn until(&self, what: &str, done: impl Fn(&Self) -> bool) {
        let deadline = Instant::now() + Duration::from_mins(2);
        while !done(self) {
            assert!(Instant::now() < deadline, "{what}: {:?}", self.servers());
            std::thread::sleep(Duration::from_millis(300));
        }
    }

    /// Deletes the instances, and waits until this is complete.
    fn delete_all(&self) {
        let ids: Vec<String> = self.servers().iter().map(|one| text(one, "id")).collect();
        let fixed = ["instances", "delete"];
        let ids = ids.iter().map(String::as_str);
        let words: Vec<&str> = fixed.into_iter().chain(ids).chain(["--wait"]).collect();
        assert_eq!(self.run(words).code, 0);
    }

    /// Deletes the test's resources of a kind, and ignores errors. Returns whether there were any.
    fn clear(&self, kind: &str, path: &str, list: &str) -> bool {
        let (base, token) = (self.token.endpoint(kind), Some(self.token.token.as_str()));
        let path_of_all = format!("{path}/detail");
        let mut ours = self.real.all(&self.token, kind, &path_of_all, list);
        ours.retain(|one| self.is_ours(one));
        for one in &ours {
            if one["OS-EXT-STS:task_state"] != "deleting" && one["status"] != "deleting" {
                let url = format!("{base}{path}/{}", text(one, "id"));
                self.real.ask(&Method::DELETE, &url, token, None);
            }
        }
        !ours.is_empty()
    }
}

impl Drop for Work<'_> {
    fn drop(&mut self) {
        for (kind, path) in [
            ("compute", "/servers"),
            ("block-storage", "/snapshots"),
            ("block-storage", "/volumes"),
        ] {
            let list = path.trim_start_matches('/');
            let deadline = Instant::now() + Duration::from_mins(2);
            while self.clear(kind, path, list) && Instant::now() < deadline {
                std::thread::sleep(Duration::from_millis(300));
            }
        }
        for (admin, kind, path) in self.others.iter().rev() {
            let token = if *admin { &self.admin } else { &self.token };
            let url = format!("{}{path}", token.endpoint(kind));
            self.real
                .ask(&Method::DELETE, &url, Some(&token.token), None);
        }
    }
}

fn sorted(mut all: Vec<Value>) -> Vec<Value> {
    all.sort_by_key(|one| text(one, "name"));
    all
}

#[track_caller]
fn text(one: &Value, key: &str) -> String {
    one[key].as_str().unwrap_or_default().to_owned()
}

/// Returns the IDs of the instances in an output.
#[track_caller]
fn ids(answer: &Value) -> Vec<String> {
    let all = answer["Instances"].as_array().unwrap();
    all.iter().map(|one| text(one, "InstanceId")).collect()
}

/// Returns the requests that `--timing` shows, except those for a token.
fn requests(outcome: &Outcome) -> Vec<String> {
    outcome
        .stderr
        .lines()
        .filter_map(|line| {
            let at = ["GET ", "POST ", "PUT ", "DELETE "]
                .iter()
                .find_map(|method| line.find(&format!(" {method}http")))?;
            Some(line[at + 1..].to_owned())
        })
        .filter(|line| !line.ends_with("/auth/tokens"))
        .collect()
}

/// Asserts that no request was sent that may change something.
#[track_caller]
fn only_read(outcome: &Outcome) {
    let all = requests(outcome);
    assert!(
        all.iter().all(|line| line.starts_with("GET ")),
        "{outcome:?}"
    );
}
