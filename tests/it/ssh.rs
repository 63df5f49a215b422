//! `instances ssh`: the command line that it builds, and a real sshd at the other end.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use assert_cmd::cargo::CommandCargoExt as _;
use serde_json::{Value, json};

use crate::support::double::Double;
use crate::support::not_tried;
use crate::support::run::{Home, Outcome};
use crate::support::sandbox::TestCloud;
use crate::support::server::Reply;

const HOST_KEY: &str =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHLRU4RrmxD0g2ZMs+mqwkHVJhmRQJyd0GdmXWyC1DcB";

/// Returns host keys as a guest prints them, small enough for a server's metadata.
fn console(key: &str) -> String {
    format!("-----BEGIN SSH HOST KEY KEYS-----\n{key}\n-----END SSH HOST KEY KEYS-----")
}

/// Sends requests to the sandbox's Nova without ostk.
struct Nova {
    client: reqwest::Client,
    runtime: tokio::runtime::Runtime,
    url: String,
    token: String,
}

impl Nova {
    fn new(cloud: &TestCloud) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .no_proxy()
            .tls_certs_only([])
            .build()
            .unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let body = json!({ "auth": { "identity": { "methods": ["password"], "password": { "user": {
            "name": "developer", "password": "secret", "domain": { "name": "Default" } } } },
            "scope": { "project": { "name": "demo", "domain": { "name": "Default" } } } } });
        let token = runtime.block_on(async {
            let url = format!("{}/auth/tokens", cloud.url);
            let answer = client.post(url).json(&body).send().await.unwrap();
            answer.headers()["X-Subject-Token"]
                .to_str()
                .unwrap()
                .to_owned()
        });
        Self {
            client,
            runtime,
            url: cloud.url.replace("/identity/v3", "/compute/v2.1"),
            token,
        }
    }

    fn ask(&self, path: &str, body: Option<&Value>) -> Value {
        self.runtime.block_on(async {
            let url = format!("{}{path}", self.url);
            let request = match body {
                Some(body) => self.client.post(url).json(body),
                None => self.client.get(url),
            };
            let answer = request
                .header("X-Auth-Token", &self.token)
                .header("X-OpenStack-Nova-API-Version", "2.37")
                .send()
                .await
                .unwrap();
            let status = answer.status();
            let text = answer.text().await.unwrap();
            assert!(status.is_success(), "{path}: {status} {text}");
            serde_json::from_str(&text).unwrap_or(Value::Null)
        })
    }

    /// Creates a running server with this key pair and these notes for the sandbox. Returns its ID.
    fn server(&self, cloud: &TestCloud, name: &str, key: Option<&str>, notes: &Value) -> String {
        let like = self.ask("/servers/detail?limit=1", None)["servers"][0].clone();
        let like = if like.is_null() {
            cloud.sandbox.add_instances(1).unwrap();
            self.ask("/servers/detail?limit=1", None)["servers"][0].clone()
        } else {
            like
        };
        let mut server = json!({ "name": name, "imageRef": like["image"]["id"],
            "flavorRef": like["flavor"]["id"], "networks": "auto", "metadata": notes });
        if let Some(key) = key {
            server["key_name"] = json!(key);
        }
        let made = self.ask("/servers", Some(&json!({ "server": server })));
        let id = made["server"]["id"].as_str().unwrap().to_owned();
        let path = format!("/servers/{id}");
        for _ in 0..200 {
            if self.ask(&path, None)["server"]["status"] == "ACTIVE" {
                return id;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("{}", self.ask(&path, None));
    }
}

fn print(home: &Home, words: &[&str]) -> Outcome {
    let mut line = vec!["instances", "ssh", "--print"];
    line.extend(words);
    home.run(line)
}

#[test]
fn the_command_line_has_the_address_the_key_and_the_pinned_host_keys() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    home.run(["keypairs", "create", "my key"]).json();
    let nova = Nova::new(&cloud);
    let notes = json!({ "sandbox_address": "127.0.0.9", "sandbox_console": console(HOST_KEY) });
    let id = nova.server(&cloud, "-oProxyCommand=touch x", Some("my key"), &notes);
    let outcome = print(&home, &[&id, "--user", "me", "--", "echo", "it's"]);
    assert_eq!(outcome.code, 0, "{outcome:?}");
    assert_eq!(outcome.stderr, "");
    let root = home.path().to_str().unwrap();
    assert_eq!(
        outcome.stdout,
        format!(
            "ssh -o HostKeyAlias={id} -o 'UserKnownHostsFile=\"{root}/.local/share/ostk/known_hosts/{id}\"' \
             -o GlobalKnownHostsFile=/dev/null -o StrictHostKeyChecking=yes -o CheckHostIP=no \
             -o 'IdentityFile=\"{root}/my key.pem\"' -o IdentitiesOnly=yes -o ConnectTimeout=15 -l me \
             -- 127.0.0.9 \
             echo 'it'\\''s'\n"
        )
    );
    let pinned = home.path().join(".local/share/ostk/known_hosts").join(&id);
    assert_eq!(
        fs::read_to_string(pinned).unwrap(),
        format!("{id} {HOST_KEY}\n")
    );
    let more = print(
        &home,
        &[
            &id,
            "-l",
            "me",
            "--port",
            "2222",
            "--ssh-option",
            "ProxyJump=a",
            "--private",
        ],
    );
    assert!(
        more.stdout
            .ends_with("-o ProxyJump=a -o ConnectTimeout=15 -p 2222 -l me -- 127.0.0.9\n"),
        "{more:?}"
    );
    print(&home, &[&id, "--user=-oProxyCommand=x"]).fails(252, &["no user's name"]);
    print(&home, &[&id, "-l", "me", "--ipv6"]).fails(254, &["has no IPv6 address"]);
    print(&home, &[&id, "-l", "me", "-i", "none"]).fails(252, &["there is no file"]);
    print(&home, &["nobody", "-l", "me"]).fails(254, &["(InvalidInstanceID.NotFound)"]);
}

#[test]
fn host_keys_that_nobody_printed_are_taken_on_first_sight() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    let nova = Nova::new(&cloud);
    let id = nova.server(&cloud, "web", None, &json!({}));
    let outcome = print(&home, &["web", "-l", "me"]);
    assert!(
        outcome.stdout.contains("StrictHostKeyChecking=accept-new"),
        "{outcome:?}"
    );
    assert!(
        outcome.stderr.contains("host keys are not known"),
        "{outcome:?}"
    );
    // The sandbox's addresses are made up: another machine may answer there.
    let said = "exists in the sandbox alone";
    assert!(outcome.stderr.contains(said), "{outcome:?}");
    for more in [&[][..], &["--wait"]] {
        let words = ["instances", "ssh", "web", "-l", "me"].iter().chain(more);
        home.run(words).fails(254, &["UnsupportedOperation", said]);
    }
    // A key that ssh has learned is required from then on.
    let file = home.path().join(".local/share/ostk/known_hosts").join(&id);
    fs::write(&file, format!("{id} {HOST_KEY}\n")).unwrap();
    let outcome = print(&home, &["web", "-l", "me"]);
    assert!(
        outcome.stdout.contains("StrictHostKeyChecking=yes"),
        "{outcome:?}"
    );
    let outcome = print(&home, &["web", "-l", "me", "--forget-host-keys"]);
    assert!(outcome.stdout.contains("accept-new"), "{outcome:?}");
    assert!(!file.exists());
}

#[test]
fn the_image_says_whom_to_log_in_as() {
    let server = |id: &str, image: &str| {
        json!({ "id": id, "name": id, "status": "ACTIVE", "image": { "id": image },
                "addresses": { "n": [{ "addr": "192.0.2.7", "version": 4,
                    "OS-EXT-IPS:type": "fixed" }] } })
    };
    let servers = [
        server("0a000000-0000-0000-0000-000000000001", "said"),
        server("0a000000-0000-0000-0000-000000000002", "named"),
        server("0a000000-0000-0000-0000-000000000003", "silent"),
        server("0a000000-0000-0000-0000-000000000004", "evil"),
        server("0a000000-0000-0000-0000-000000000005", "gone"),
    ];
    let double = Double::start(move |request| {
        let path = request.path();
        if let Some(id) = path.strip_prefix("/compute/v2.1/servers/") {
            let one = servers.iter().find(|server| server["id"] == id)?;
            return Some(Reply::json(200, &json!({ "server": one })));
        }
        let image = match path.strip_prefix("/image/v2/images/")? {
            "said" => json!({ "id": "said", "name": "ubuntu", "os_admin_user": "boss" }),
            "named" => json!({ "id": "named", "name": "CentOS Stream 9" }),
            "silent" => json!({ "id": "silent", "name": "golden" }),
            "evil" => json!({ "id": "evil", "name": "x", "os_admin_user": "-oProxyCommand=id" }),
            _ => return None,
        };
        Some(Reply::json(200, &image))
    });
    let home = double.home();
    let id = |number: u8| format!("0a000000-0000-0000-0000-00000000000{number}");
    for (number, user) in [(1, "boss"), (2, "cloud-user")] {
        let outcome = print(&home, &[&id(number)]);
        let end = format!(" -l {user} -- 192.0.2.7\n");
        assert!(outcome.stdout.ends_with(&end), "{outcome:?}");
    }
    // ostk shows its attempts before ssh takes over. Through another host, only ssh can try.
    let one = id(1);
    let run = |words: &[&str]| {
        let line = [
            "instances",
            "ssh",
            &one,
            "-l",
            "me",
            "--wait",
            "--timeout",
            "0",
        ];
        home.run(line.iter().chain(words))
    };
    run(&[]).fails(
        124,
        &[
            "this is a private address: 192.0.2.7",
            "ProxyJump",
            "nothing speaks SSH at 192.0.2.7:22",
        ],
    );
    let outcome = run(&["--print", "--ssh-option", "ProxyJump=a"]);
    assert_eq!(outcome.code, 0, "{outcome:?}");
    assert!(outcome.stderr.contains("not waited for"), "{outcome:?}");
    for (time, shown) in [("2.5", " -o ConnectTimeout=3 -l "), ("0", " -o A=b -l ")] {
        let words = [&one, "--ssh-option", "A=b", "--connect-timeout", time];
        let outcome = print(&home, &words);
        assert!(outcome.stdout.contains(shown), "{outcome:?}");
    }
    print(&home, &[&id(3)]).fails(252, &["image 'golden' does not say", "--user"]);
    print(&home, &[&id(4)]).fails(252, &["no user's name"]);
    print(&home, &[&id(5)]).fails(252, &["cannot be asked", "--user"]);
}

#[test]
fn waiting_ends_in_time() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    let nova = Nova::new(&cloud);
    let notes = json!({ "sandbox_address": "127.0.0.1", "sandbox_console": console(HOST_KEY) });
    nova.server(&cloud, "web", None, &notes);
    // It accepts connections and sends nothing.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = silent.local_addr().unwrap().port().to_string();
    let words = [
        "web",
        "-l",
        "me",
        "--port",
        &port,
        "--wait",
        "--timeout",
        "1s",
    ];
    print(&home, &words).fails(124, &["nothing speaks SSH at 127.0.0.1", "--timeout"]);
    let alone = ["web", "-l", "me", "--timeout", "1s"];
    print(&home, &alone).fails(252, &["--timeout goes with --wait"]);
    let speaker = std::thread::spawn(move || {
        use std::io::Write as _;
        for heard in silent.incoming().skip(1).take(2) {
            heard.unwrap().write_all(b"SSH-2.0-test\r\n").unwrap();
        }
    });
    // With no time to wait, there is one attempt.
    for time in ["5s", "0"] {
        let words = ["web", "-l", "me", "--port", &port, "--wait"];
        let words = words.into_iter().chain(["--timeout", time]);
        let outcome = print(&home, &words.collect::<Vec<_>>());
        assert_eq!(outcome.code, 0, "{outcome:?}");
    }
    speaker.join().unwrap();
}

#[test]
fn an_instance_that_is_stopped_is_told_as_such() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    let nova = Nova::new(&cloud);
    let id = nova.server(&cloud, "web", None, &json!({}));
    nova.ask(
        &format!("/servers/{id}/action"),
        Some(&json!({ "os-stop": null })),
    );
    home.run(["instances", "ssh", "web", "-l", "me"]).fails(
        254,
        &[
            "(IncorrectInstanceState)",
            "stopped",
            "'ostk instances start",
        ],
    );
    home.run(["instances", "ssh", "web", "-l", "me", "--wait"])
        .fails(1, &["stopped"]);
}

/// A real sshd for the user that runs the tests. It ends with the test.
struct Sshd {
    child: Child,
    port: u16,
    host_key: String,
}

impl Drop for Sshd {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Returns the path of sshd: `OSTK_TEST_SSHD`, or a usual path.
fn sshd_path() -> Option<PathBuf> {
    let named = std::env::var_os("OSTK_TEST_SSHD").map(PathBuf::from);
    let usual = ["/usr/sbin/sshd", "/usr/bin/sshd", "/usr/local/sbin/sshd"];
    named
        .into_iter()
        .chain(usual.into_iter().map(PathBuf::from))
        .find(|path| path.exists())
}

fn start_sshd(path: &Path, folder: &Path, authorized: &str) -> Sshd {
    let host_key = folder.join("host_key");
    let made = Command::new("ssh-keygen")
        .args(["-q", "-t", "ed25519", "-N", "", "-f"])
        .arg(&host_key)
        .status()
        .unwrap();
    assert!(made.success());
    fs::write(folder.join("authorized_keys"), authorized).unwrap();
    // The port is reserved and released. Another process could take it in between, which is a risk
    // of this test.
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let folder = folder.display();
    // `SetEnv HOME` keeps the start-up files of the user's own shell out of this test.
    let config = format!(
        "ListenAddress 127.0.0.1:{port}\nHostKey {folder}/host_key\nPidFile none\n\
         AuthorizedKeysFile {folder}/authorized_keys\nStrictModes no\nUsePAM no\n\
         PasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin yes\n\
         SetEnv HOME={folder}\n"
    );
    let config_file = PathBuf::from(format!("{folder}/sshd_config"));
    fs::write(&config_file, config).unwrap();
    // As root, sshd needs this folder, which a system creates at boot.
    let _ = fs::create_dir("/run/sshd");
    let log = format!("{folder}/sshd.log");
    let mut child = Command::new(path)
        .args(["-D", "-E", &log, "-f"])
        .arg(&config_file)
        .stdin(Stdio::null())
        .spawn()
        .unwrap();
    for _ in 0..200 {
        if std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() {
            let host_key = fs::read_to_string(format!("{folder}/host_key.pub")).unwrap();
            let host_key = crate::keypairs::words(&host_key);
            return Sshd {
                child,
                port,
                host_key,
            };
        }
        if let Some(status) = child.try_wait().unwrap() {
            panic!(
                "sshd: {status}: {}",
                fs::read_to_string(&log).unwrap_or_default()
            );
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("sshd does not listen");
}

#[test]
fn a_real_sshd_is_reached_with_keys_of_novas_and_of_ones_own() {
    let Some(sshd) = sshd_path() else {
        not_tried("there is no sshd on this machine (OSTK_TEST_SSHD names one)");
        return;
    };
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    let ways: [(&str, &[&str]); 3] = [
        ("nova", &[]),
        ("ed25519", &["--local"]),
        ("rsa", &["--local", "--key-type", "rsa"]),
    ];
    let mut authorized = String::new();
    for (name, flags) in ways {
        let mut line = vec!["keypairs", "create", name];
        line.extend(flags);
        home.run(line).json();
        let held = home.run(["keypairs", "describe", name]).json();
        authorized.push_str(held["KeyPairs"][0]["PublicKey"].as_str().unwrap());
        authorized.push('\n');
    }
    let sshd = start_sshd(&sshd, home.path(), &authorized);
    let nova = Nova::new(&cloud);
    let user = Command::new("id").arg("-un").output().unwrap();
    let user = String::from_utf8(user.stdout).unwrap().trim().to_owned();
    let port = sshd.port.to_string();
    let ssh = |instance: &str, words: &[&str]| -> Output {
        Command::cargo_bin("ostk")
            .unwrap()
            .args([
                "instances",
                "ssh",
                instance,
                "--wait",
                "--user",
                &user,
                "--port",
                &port,
            ])
            .args(words)
            .env("HOME", home.path())
            .env("OS_CLOUD", "test")
            .env_remove("OS_CLIENT_CONFIG_FILE")
            .env_remove("SSH_AUTH_SOCK")
            .current_dir(home.path())
            .stdin(Stdio::null())
            .output()
            .unwrap()
    };
    for (name, _) in ways {
        let notes = json!({ "sandbox_address": "127.0.0.1",
                            "sandbox_console": console(&sshd.host_key) });
        nova.server(&cloud, name, Some(name), &notes);
        let output = ssh(
            name,
            &["--", "echo", "hello", "from", "there;", "exit", "7"],
        );
        assert_eq!(output.status.code(), Some(7), "{name}: {output:?}");
        assert_eq!(output.stdout, b"hello from there\n");
    }
    // The guest printed another key than the server presents: there may be an attacker in between.
    let notes = json!({ "sandbox_address": "127.0.0.1", "sandbox_console": console(HOST_KEY) });
    nova.server(&cloud, "between", Some("ed25519"), &notes);
    let output = ssh("between", &["--", "echo", "hello"]);
    assert_eq!(output.status.code(), Some(255), "{output:?}");
    assert_eq!(output.stdout, b"");
    // The guest printed no key: the first key is accepted, and pinned from then on.
    let notes = json!({ "sandbox_address": "127.0.0.1" });
    let id = nova.server(&cloud, "quiet", Some("ed25519"), &notes);
    assert!(ssh("quiet", &["--", "true"]).status.success());
    let pinned = home.path().join(".local/share/ostk/known_hosts").join(id);
    assert!(fs::metadata(&pinned).unwrap().len() > 0);
    assert!(ssh("quiet", &["--", "true"]).status.success());
}
