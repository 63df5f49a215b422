//! `keypairs create`: what it makes, and what is left after a failure.

use std::fs;
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use super::{MARK, PUBLIC, held, key_files, names, nothing_left, public_half, words};
use crate::support::double::Double;
use crate::support::run::Outcome;
use crate::support::sandbox::TestCloud;
use crate::support::server::{Reply, Request};

#[test]
fn a_key_is_made_by_nova_or_here() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    // The lifecycle tests make RSA keys.
    let ways: [(&str, &[&str], Option<&str>); 3] = [
        ("by-nova", &[], None),
        ("by-hand", &["--local"], Some("ed25519")),
        ("chosen", &["--key-type", "ed25519"], Some("ed25519")),
    ];
    for (name, flags, kind) in ways {
        let mut line = vec!["keypairs", "create", name];
        line.extend(flags);
        let outcome = home.run(line);
        assert!(!outcome.stdout.contains(MARK), "{name}");
        let made = outcome.json();
        let path = home.path().join(format!("{name}.pem"));
        assert_eq!(made["KeyFile"], path.to_str().unwrap());
        assert_eq!(made["KeyMaterial"], Value::Null);
        let held = held(&home, name);
        assert_eq!(made["KeyFingerprint"], held["KeyFingerprint"]);
        assert_eq!(made["KeyFingerprintSha256"], held["KeyFingerprintSha256"]);
        let sha256 = made["KeyFingerprintSha256"].as_str().unwrap();
        assert!(sha256.starts_with("SHA256:"), "{sha256}");
        if let Some(kind) = kind {
            assert_eq!(made["KeyAlgorithm"], kind);
        }
        assert!(fs::read_to_string(&path).unwrap().ends_with("-----\n"));
        if let Some(public) = public_half(&path) {
            assert_eq!(public, words(held["PublicKey"].as_str().unwrap()), "{name}");
        }
    }
}

#[test]
fn a_dash_prints_the_key_and_makes_no_file() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    for (name, flag) in [("a", None), ("b", Some("--local"))] {
        let mut line = vec!["keypairs", "create", name, "--key-file", "-"];
        line.extend(flag);
        let made = home.run(line).json();
        assert_eq!(made["KeyFile"], Value::Null);
        let material = made["KeyMaterial"].as_str().unwrap();
        assert!(material.starts_with("-----BEGIN") && material.ends_with(MARK));
    }
    let select = ["--query", "KeyMaterial", "--output", "text"];
    let mut line = vec!["keypairs", "create", "c", "--key-file", "-"];
    line.extend(select);
    let pem = home.run(line).stdout;
    assert!(
        pem.starts_with("-----BEGIN") && pem.ends_with("-----\n"),
        "{pem}"
    );
    // A query for the key prints only the key and makes no file, as in AWS.
    let mut line = vec!["keypairs", "create", "queried"];
    line.extend(select);
    let pem = home.run(line).stdout;
    assert!(
        pem.starts_with("-----BEGIN") && pem.ends_with("-----\n"),
        "{pem}"
    );
    let words = ["keypairs", "create", "e", "--query", "sum(KeyMaterial)"];
    let outcome = home.run(words);
    assert_eq!(outcome.code, 255, "{}", outcome.stderr);
    assert!(outcome.stdout.contains("-----BEGIN"), "no key");
    home.run(["keypairs", "describe", "e"]).json();
    let words = ["keypairs", "create", "f", "--key-file", "-", "-o", "off"];
    home.run(words).fails(252, &["would lose the private key"]);
    let person = cloud.home().terminal(80);
    let line = ["keypairs", "create", "d", "--key-file", "-"];
    let shown = person.run(line).stdout;
    assert!(
        shown.starts_with("-----BEGIN") && shown.ends_with("-----\n"),
        "{shown}"
    );
    assert_eq!(key_files(&home), Vec::<String>::new());
    assert_eq!(key_files(&person), Vec::<String>::new());
}

#[test]
fn another_place_may_be_named() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    fs::create_dir(home.path().join("keys")).unwrap();
    let made = home
        .run(["keypairs", "create", "a", "--key-file", "keys/my key"])
        .json();
    let path = home.path().join("keys/my key");
    assert_eq!(made["KeyFile"], path.to_str().unwrap());
    assert!(fs::read_to_string(path).unwrap().contains(MARK));
}

#[test]
fn what_is_there_is_never_overwritten() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    home.write("a.pem", "precious");
    for flags in [&[][..], &["--local"], &["--dry-run"]] {
        let mut line = vec!["keypairs", "create", "a"];
        line.extend(flags);
        home.run(line)
            .fails(255, &["(FileExists)", "a.pem", "--key-file"]);
    }
    assert_eq!(
        fs::read_to_string(home.path().join("a.pem")).unwrap(),
        "precious"
    );
    assert_eq!(names(&home), Vec::<String>::new());
    home.run(["keypairs", "import", "taken", "--public-key", PUBLIC])
        .json();
    for flags in [&[][..], &["--local"], &["--dry-run"]] {
        let mut line = vec!["keypairs", "create", "taken"];
        line.extend(flags);
        home.run(line)
            .fails(254, &["(InvalidKeyPair.Duplicate)", "CreateKeyPair"]);
    }
    assert_eq!(key_files(&home), ["a.pem"]);
    assert_eq!(held(&home, "taken")["PublicKey"], PUBLIC);
}

#[test]
fn a_folder_that_cannot_be_written_to_stops_it_before_anything_is_sent() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    for file in ["nowhere/a.pem", "clouds.yaml/a.pem"] {
        home.run(["keypairs", "create", "a", "--key-file", file])
            .fails(255, &["(IOError)", file]);
    }
    nothing_left(&home);
}

#[test]
fn a_refusal_leaves_no_file() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    for status in ["403", "500", "503"] {
        for flags in [&[][..], &["--local"]] {
            cloud.fault(&format!("POST /os-keypairs: {status} x1"));
            let mut line = vec!["keypairs", "create", "a"];
            line.extend(flags);
            home.run(line).fails(254, &["CreateKeyPair"]);
            nothing_left(&home);
        }
    }
    cloud.fault("POST /os-keypairs: quota x1");
    home.run(["keypairs", "create", "a"])
        .fails(254, &["Quota exceeded"]);
    nothing_left(&home);
}

#[test]
fn a_quota_that_is_used_up_is_called_so() {
    let answer = |limit: i64| {
        nova(
            move |request| match (request.method.as_str(), request.path()) {
                ("POST", _) if request.path().ends_with("os-keypairs") => Some(Reply::json(
                    403,
                    &json!({ "forbidden": { "code": 403, "message": "No." } }),
                )),
                ("GET", "/compute/v2.1/limits") => Some(Reply::json(
                    200,
                    &json!({ "limits": { "rate": [], "absolute": { "maxTotalKeypairs": limit } } }),
                )),
                ("GET", "/compute/v2.1/os-keypairs") => Some(Reply::json(
                    200,
                    &json!({ "keypairs": [{ "keypair": { "name": "one" } }] }),
                )),
                _ => None,
            },
        )
    };
    for flags in [&[][..], &["--local"], &["--dry-run"]] {
        let mut line = vec!["keypairs", "create", "a"];
        line.extend(flags);
        let (double, _) = answer(1);
        let home = double.home();
        home.run(&line)
            .fails(254, &["(KeyPairLimitExceeded)", "quota of 1 key pairs"]);
        assert_eq!(key_files(&home), Vec::<String>::new());
    }
    for limit in [2, -1] {
        let (double, _) = answer(limit);
        let outcome = double.home().run(["keypairs", "create", "a"]);
        outcome.fails(254, &["(UnauthorizedOperation)", "No."]);
    }
}

#[test]
fn a_lost_answer_leaves_no_orphan_without_a_word() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    for effect in ["cut-after", "truncate"] {
        cloud.fault(&format!("POST /os-keypairs: {effect} x1"));
        home.run(["keypairs", "create", "a"])
            .fails(255, &["CreateKeyPair", "was deleted again"]);
        nothing_left(&home);
    }
    cloud.fault("POST /os-keypairs: cut-before x1");
    home.run(["keypairs", "create", "a"])
        .fails(255, &["there is no key pair 'a' now"]);
    nothing_left(&home);
    // The key pair cannot be deleted either, so the error names it.
    cloud.fault("POST /os-keypairs: cut-after x1");
    cloud.fault("DELETE /os-keypairs/a: 500 x1");
    home.run(["keypairs", "create", "a"]).fails(
        255,
        &["its private key is lost", "'ostk keypairs delete a'"],
    );
    assert_eq!(key_files(&home), Vec::<String>::new());
    home.run(["keypairs", "delete", "a"]).json();
    // Not even its existence can be checked.
    cloud.fault("POST /os-keypairs: cut-after x1");
    cloud.fault("GET /os-keypairs/a: 500 x1");
    home.run(["keypairs", "create", "a"])
        .fails(255, &["may have been made", "'ostk keypairs delete a'"]);
    assert_eq!(key_files(&home), Vec::<String>::new());
}

#[test]
fn a_key_made_here_survives_a_lost_answer() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    for effect in ["cut-after", "truncate"] {
        cloud.fault(&format!("POST /os-keypairs: {effect} x1"));
        let made = home.run(["keypairs", "create", effect, "--local"]).json();
        let held = held(&home, effect);
        assert_eq!(made["KeyFingerprint"], held["KeyFingerprint"]);
        assert!(home.path().join(format!("{effect}.pem")).exists());
    }
    cloud.fault("POST /os-keypairs: cut-before x1");
    home.run(["keypairs", "create", "never", "--local"])
        .fails(255, &["there is no key pair 'never' now"]);
    assert!(!home.path().join("never.pem").exists());
    // The result is unknown: the key stays, and the error says so.
    cloud.fault("POST /os-keypairs: cut-after x1");
    cloud.fault("GET /os-keypairs/maybe: 500 x1");
    home.run(["keypairs", "create", "maybe", "--local"])
        .fails(255, &["is not known", "its private key is in", "maybe.pem"]);
    if let Some(public) = public_half(&home.path().join("maybe.pem")) {
        let held = held(&home, "maybe");
        assert_eq!(public, words(held["PublicKey"].as_str().unwrap()));
    }
}

#[test]
fn a_cloud_that_makes_no_keys_gets_one_made_here() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    cloud.fault("POST /os-keypairs: 400 x1");
    let made = home.run(["keypairs", "create", "a"]).json();
    assert_eq!(made["KeyAlgorithm"], "ed25519");
    let held = held(&home, "a");
    assert_eq!(held["KeyFingerprint"], made["KeyFingerprint"]);
    let text = fs::read_to_string(home.path().join("a.pem")).unwrap();
    assert!(text.starts_with("-----BEGIN OPENSSH"));
}

#[test]
fn a_private_key_is_in_no_debug_output_no_cache_and_no_journal() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    for flags in [&[][..], &["--local"], &["--key-file", "-"]] {
        let name = format!("k{}", flags.len());
        let mut line = vec!["--debug", "keypairs", "create", &name];
        line.extend(flags);
        let outcome = home.run(line);
        assert_eq!(outcome.code, 0);
        assert!(outcome.stderr.contains("POST"), "{outcome:?}");
        assert!(!outcome.stderr.contains("PRIVATE"), "{}", outcome.stderr);
        if flags.is_empty() {
            assert!(outcome.stderr.contains("[redacted]"), "{}", outcome.stderr);
        }
    }
    cloud.fault("POST /os-keypairs: truncate x1");
    let broken: Outcome = home.run(["--debug", "keypairs", "create", "b"]);
    assert!(!broken.stderr.contains("PRIVATE"), "{}", broken.stderr);
    // Below the home folder, only the .pem files hold a private key.
    let mut folders = vec![home.path().to_path_buf()];
    let mut looked_at = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                looked_at += 1;
                let bytes = fs::read(&path).unwrap();
                let holds = bytes
                    .windows(MARK.len())
                    .any(|part| part == MARK.as_bytes());
                let pem = path.extension().is_some_and(|extension| extension == "pem");
                assert_eq!(holds, pem, "{}", path.display());
            }
        }
    }
    assert!(looked_at >= 3, "{looked_at}");
}

/// Returns a Nova that answers these requests as the test says, and a log of the requests.
fn nova(
    answer: impl Fn(&Request) -> Option<Reply> + Send + Sync + 'static,
) -> (Double, Arc<Mutex<Vec<String>>>) {
    let log = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&log);
    let double = Double::start(move |request| {
        if request.path().contains("os-keypairs") {
            let line = format!("{} {}", request.method, request.path());
            noted.lock().unwrap().push(line);
        }
        answer(request)
    });
    (double, log)
}

#[test]
fn an_answer_that_cannot_be_used_is_taken_back_and_not_quoted() {
    let secret = "-----BEGIN RSA PRIVATE KEY-----\nhush\n-----END RSA PRIVATE KEY-----\n";
    let answers = [
        json!({ "keypair": { "name": "a", "private_key": secret, "public_key": 5 } }),
        json!({ "keypair": { "name": "a", "private_key": [secret], "public_key": PUBLIC } }),
        json!({ "keypair": { "name": "a", "public_key": PUBLIC } }),
        json!({ "keypair": { "name": "a", "private_key": "", "public_key": PUBLIC } }),
    ];
    for answer in answers {
        let (double, log) = nova(move |request| match request.method.as_str() {
            "POST" => Some(Reply::json(201, &answer)),
            "DELETE" => Some(Reply::text(204, "")),
            _ => None,
        });
        let home = double.home();
        let outcome = home.run(["--debug", "keypairs", "create", "a"]);
        outcome.fails(
            255,
            &[
                "Nova's answer cannot be used",
                "was deleted again",
                "--local",
            ],
        );
        assert!(!outcome.stderr.contains("hush"), "{outcome:?}");
        assert_eq!(key_files(&home), Vec::<String>::new());
        assert_eq!(
            *log.lock().unwrap(),
            [
                "POST /compute/v2.1/os-keypairs",
                "DELETE /compute/v2.1/os-keypairs/a"
            ]
        );
    }
}

#[test]
fn a_key_pair_that_was_there_before_outlives_a_lost_answer() {
    let (double, log) = nova(|request| match request.method.as_str() {
        "POST" => Some(Reply::Bytes(Vec::new())),
        "GET" if request.path().ends_with("/a") => Some(
            Reply::json(
                200,
                &json!({ "keypair": { "name": "a", "public_key": PUBLIC, "fingerprint": "51:19",
                    "created_at": "2026-11-24T10:00:00.000000" } }),
            )
            .header("Date", "Tue, 24 Nov 2026 10:01:00 GMT"),
        ),
        _ => None,
    });
    let home = double.home();
    for flags in [&[][..], &["--local"]] {
        let mut line = vec!["keypairs", "create", "a"];
        line.extend(flags);
        home.run(line).fails(254, &["(InvalidKeyPair.Duplicate)"]);
        assert_eq!(key_files(&home), Vec::<String>::new());
    }
    assert!(
        !log.lock()
            .unwrap()
            .iter()
            .any(|line| line.starts_with("DELETE"))
    );
}

#[test]
fn a_nova_that_speaks_nothing_so_old_is_given_a_key() {
    let (double, log) = nova(|request| {
        let version = request.header("OpenStack-API-Version").unwrap_or_default();
        match (request.method.as_str(), request.path()) {
            ("GET", "/compute/v2.1/") => Some(Reply::json(
                200,
                &json!({ "version": { "id": "v2.1", "status": "CURRENT", "version": "2.100",
                    "min_version": "2.92", "links": [] } }),
            )),
            ("POST", "/compute/v2.1/os-keypairs") if version == "compute 2.92" => {
                let key = request.json()["keypair"]["public_key"].clone();
                let body = json!({ "keypair": { "name": "a", "type": "ssh", "fingerprint": "x",
                    "public_key": key, "user_id": "u" } });
                Some(Reply::json(201, &body))
            }
            ("POST", "/compute/v2.1/os-keypairs") => Some(Reply::json(
                406,
                &json!({ "computeFault": { "code": 406, "message": "too old" } }),
            )),
            _ => None,
        }
    });
    let made = double.home().run(["keypairs", "create", "a"]).json();
    assert_eq!(made["KeyAlgorithm"], "ed25519");
    assert_eq!(log.lock().unwrap().len(), 2);
}
