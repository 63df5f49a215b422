//! Key pairs on a real Nova: the public key there belongs to the private key that was kept.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Command, Stdio};

use assert_cmd::cargo::CommandCargoExt as _;
use serde_json::Value;

use super::unique;
use crate::keypairs::{public_half, words};
use crate::support::real::Real;
use crate::support::run::{Home, Outcome};

/// The main test cloud, and the key pairs that a test makes there. They are deleted when it ends.
struct Keys<'a> {
    real: &'a Real,
    home: Home,
    prefix: String,
}

impl<'a> Keys<'a> {
    fn new(real: &'a Real) -> Self {
        Self {
            home: real.home(),
            prefix: unique("key"),
            real,
        }
    }

    fn name(&self, what: &str) -> String {
        format!("{}{what}", self.prefix)
    }

    fn run(&self, words: &[&str]) -> Outcome {
        let cloud = self.real.cloud();
        let mut line = vec!["--cloud", &cloud, "keypairs"];
        line.extend(words);
        self.home.run(line)
    }

    /// Returns the key pair as Nova shows it, or `None` if there is none.
    fn held(&self, name: &str) -> Option<Value> {
        let token = self.real.token(&self.real.cloud(), None);
        let all = self.real.all(&token, "compute", "/os-keypairs", "keypairs");
        all.into_iter()
            .map(|mut one| one["keypair"].take())
            .find(|one| one["name"] == name)
    }
}

impl Drop for Keys<'_> {
    fn drop(&mut self) {
        let list = self.run(&["list", "--query", "KeyPairs[].KeyName"]).stdout;
        let names: Vec<String> = serde_json::from_str(&list).unwrap_or_default();
        for name in names.iter().filter(|name| name.starts_with(&self.prefix)) {
            self.run(&["delete", name]);
        }
    }
}

on_both_clouds!(
    key_pairs_live_and_die,
    key_pairs_are_imported_as_they_are,
    names_of_key_pairs_are_as_nova_has_them,
    administrators_see_the_key_pairs_of_others,
    a_private_key_is_private_under_any_umask,
);

fn key_pairs_live_and_die(real: &Real) {
    let keys = Keys::new(real);
    let ways: [(&str, &[&str], &str); 4] = [
        ("-nova", &[], ""),
        ("-local", &["--local"], "ed25519"),
        ("-rsa", &["--local", "--key-type", "rsa"], "rsa"),
        (" at@home.x", &[], "ed25519"),
    ];
    for (what, flags, algorithm) in ways {
        let name = keys.name(what);
        let mut line = vec!["create", &name];
        line.extend(flags);
        let made = keys.run(&line).json();
        let held = keys.held(&name).unwrap();
        assert_eq!(made["KeyFingerprint"], held["fingerprint"], "{name}");
        assert!(
            algorithm.is_empty() || made["KeyAlgorithm"] == algorithm,
            "{made}"
        );
        let path = keys.home.path().join(format!("{name}.pem"));
        assert_eq!(made["KeyFile"], path.to_str().unwrap());
        let rights = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(rights & 0o7777, 0o600);
        if let Some(public) = public_half(&path) {
            assert_eq!(
                public,
                words(held["public_key"].as_str().unwrap()),
                "{name}"
            );
        }
        let shown = keys.run(&["describe", &name]).json()["KeyPairs"][0].clone();
        assert_eq!(shown["PublicKey"], held["public_key"]);
        assert_eq!(shown["KeyFingerprint"], held["fingerprint"]);
        for flags in [&[][..], &["--local"]] {
            let mut again = vec!["create", &name, "--key-file", "other"];
            again.extend(flags);
            keys.run(&again)
                .fails(254, &["(InvalidKeyPair.Duplicate)", "request id: req-"]);
        }
        assert!(!keys.home.path().join("other").exists());
    }
    let list = keys.run(&["list", "--page-size", "1"]).json();
    let listed: Vec<&str> = list["KeyPairs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["KeyName"].as_str().unwrap())
        .filter(|name| name.starts_with(&keys.prefix))
        .collect();
    assert_eq!(listed.len(), 4);
    let names: Vec<String> = ways.iter().map(|(what, ..)| keys.name(what)).collect();
    let missing = keys.name("-none");
    let mut line = vec!["delete", &missing];
    line.extend(names.iter().map(String::as_str));
    let deleted = keys.run(&line);
    assert_eq!(deleted.code, 1, "{deleted:?}");
    assert!(deleted.stderr.contains(&missing), "{deleted:?}");
    for name in &names {
        assert_eq!(keys.held(name), None);
        // The private key may have other uses.
        assert!(keys.home.path().join(format!("{name}.pem")).exists());
    }
}

fn key_pairs_are_imported_as_they_are(real: &Real) {
    let keys = Keys::new(real);
    let key = keys.home.path().join("id");
    let made = Command::new("ssh-keygen")
        .args(["-q", "-t", "ecdsa", "-N", "", "-C", "me at home", "-f"])
        .arg(&key)
        .status()
        .unwrap();
    assert!(made.success());
    let name = keys.name("-mine");
    keys.run(&["import", &name, "--public-key-material", "file://id"])
        .fails(252, &["a private key"]);
    assert_eq!(keys.held(&name), None);
    let imported = keys
        .run(&["import", &name, "--public-key-material", "file://id.pub"])
        .json();
    let held = keys.held(&name).unwrap();
    let public = fs::read_to_string(key.with_extension("pub")).unwrap();
    assert_eq!(held["public_key"], public.trim_end());
    assert_eq!(held["fingerprint"], imported["KeyFingerprint"]);
    for (hash, field) in [
        ("md5", "KeyFingerprint"),
        ("sha256", "KeyFingerprintSha256"),
    ] {
        let output = Command::new("ssh-keygen")
            .args(["-l", "-E", hash, "-f"])
            .arg(&key)
            .output()
            .unwrap();
        let line = String::from_utf8(output.stdout).unwrap();
        let expected = line.split(' ').nth(1).unwrap().trim_start_matches("MD5:");
        assert_eq!(imported[field], expected);
    }
    keys.run(&["import", &name, "--public-key", "id.pub", "--dry-run"])
        .fails(254, &["(InvalidKeyPair.Duplicate)"]);
    keys.run(&["delete", &name, "--dry-run"])
        .fails(254, &["(DryRunOperation)"]);
    assert!(keys.held(&name).is_some());
}

/// ostk refuses exactly the names that Nova refuses.
fn names_of_key_pairs_are_as_nova_has_them(real: &Real) {
    let keys = Keys::new(real);
    let public = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHLRU4RrmxD0g2ZMs+mqwkHVJhmRQJyd0GdmXWyC1DcB";
    let token = keys.real.token(&keys.real.cloud(), None);
    for (what, taken) in [
        (" b_c-D9", true),
        ("@x.y", true),
        ("/x", false),
        ("%", false),
        ("é", false),
        ("+", false),
        (" ", false),
    ] {
        let name = keys.name(what);
        let outcome = keys.run(&["import", &name, "--public-key", public]);
        assert_eq!(outcome.code, if taken { 0 } else { 252 }, "{outcome:?}");
        if taken {
            keys.run(&["delete", &name]).json();
        } else {
            // A request without ostk, at the microversion that accepts most names.
            let status = keys.real.import(&token, &name, public);
            assert_eq!(status, 400, "{name}");
        }
        keys.run(&["describe", &name])
            .fails(254, &["(InvalidKeyPair.NotFound)"]);
        keys.run(&["delete", &name])
            .fails(254, &["(InvalidKeyPair.NotFound)"]);
    }
    // For Nova's database, names that differ in case or in spaces at the end are equal.
    let name = keys.name("-Case");
    keys.run(&["import", &name, "--public-key", public]).json();
    for other in [name.to_lowercase(), name.to_uppercase(), format!("{name} ")] {
        for line in [
            &["describe", &other][..],
            &["delete", &other, "--dry-run"],
            &["delete", &other],
        ] {
            keys.run(line).fails(254, &["(InvalidKeyPair.NotFound)"]);
        }
    }
    assert!(keys.held(&name).is_some());
    keys.run(&["delete", &name]).json();
}

fn administrators_see_the_key_pairs_of_others(real: &Real) {
    let keys = Keys::new(real);
    let name = keys.name("-seen");
    keys.run(&["create", &name]).json();
    let user = keys.real.auth(&keys.real.cloud(), "username");
    let admin = keys.real.cloud_as("admin");
    let as_admin = |words: &[&str]| {
        let mut line = vec!["--cloud", &admin, "keypairs"];
        line.extend(words);
        keys.home.run(line)
    };
    let shown = as_admin(&["describe", &name, "--user", &user]).json();
    assert_eq!(shown["KeyPairs"][0]["KeyName"], name);
    let list = as_admin(&["list", "--user", &user, "--page-size", "2"]).json();
    let listed = list["KeyPairs"].as_array().unwrap();
    assert!(listed.iter().any(|one| one["KeyName"] == name));
    as_admin(&["describe", &name]).fails(254, &["(InvalidKeyPair.NotFound)"]);
    as_admin(&["delete", &name, "--user", &user]).json();
    assert_eq!(keys.held(&name), None);
    // Nova refuses users that are not administrators.
    keys.run(&["list", "--user", &"0".repeat(32)])
        .fails(254, &["request id: req-"]);
}

fn a_private_key_is_private_under_any_umask(real: &Real) {
    let keys = Keys::new(real);
    let name = keys.name("-umask");
    let ostk = Command::cargo_bin("ostk").unwrap();
    let output = Command::new("sh")
        .args(["-c", "umask 000; exec \"$0\" \"$@\""])
        .arg(ostk.get_program())
        .args(["--debug", "keypairs", "create", &name])
        .env_clear()
        .env("HOME", keys.home.path())
        .env("OS_CLIENT_CONFIG_FILE", real.file())
        .env("OS_CLOUD", keys.real.cloud())
        .current_dir(keys.home.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.contains("[redacted]"), "{stderr}");
    assert!(!stderr.contains("PRIVATE KEY"), "{stderr}");
    let path = keys.home.path().join(format!("{name}.pem"));
    let mode = fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o7777, 0o600);
    assert!(
        fs::read_to_string(&path)
            .unwrap()
            .contains("PRIVATE KEY-----")
    );
}
