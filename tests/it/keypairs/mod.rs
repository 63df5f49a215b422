//! Key pairs against the sandbox: every way to make them, and every way in which this fails.

mod create;
mod process;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::support::not_tried;
use crate::support::run::Home;
use crate::support::sandbox::TestCloud;

const PUBLIC: &str =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHLRU4RrmxD0g2ZMs+mqwkHVJhmRQJyd0GdmXWyC1DcB me@home";
const MARK: &str = "PRIVATE KEY-----";

/// Returns the public key of a private one, as OpenSSH's own program prints it. If that program is
/// missing, reports this and returns `None`.
pub(crate) fn public_half(path: &Path) -> Option<String> {
    match Command::new("ssh-keygen")
        .args(["-y", "-f"])
        .arg(path)
        .stdin(Stdio::null())
        .output()
    {
        Ok(output) => {
            assert!(output.status.success(), "{output:?}");
            let text = String::from_utf8(output.stdout).unwrap();
            Some(words(&text))
        }
        Err(error) => {
            not_tried(&format!("ssh-keygen cannot be run: {error}"));
            None
        }
    }
}

/// Returns a public key without its comment.
pub(crate) fn words(public: &str) -> String {
    public
        .split(' ')
        .take(2)
        .collect::<Vec<_>>()
        .join(" ")
        .trim()
        .to_owned()
}

pub(super) fn held(home: &Home, name: &str) -> Value {
    home.run(["keypairs", "describe", name]).json()["KeyPairs"][0].clone()
}

pub(super) fn names(home: &Home) -> Vec<String> {
    home.run(["keypairs", "list"]).json()["KeyPairs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["KeyName"].as_str().unwrap().to_owned())
        .collect()
}

/// Returns the files in the home folder that could hold a private key.
pub(super) fn key_files(home: &Home) -> Vec<String> {
    let mut found: Vec<String> = fs::read_dir(home.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| Path::new(name).extension().is_some_and(|end| end == "pem"))
        .collect();
    found.sort();
    found
}

/// Asserts that nothing was made, neither on this machine nor in the cloud.
#[track_caller]
pub(super) fn nothing_left(home: &Home) {
    assert_eq!(key_files(home), Vec::<String>::new());
    assert_eq!(names(home), Vec::<String>::new());
}

#[test]
fn a_public_key_is_imported_from_wherever_it_is() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home().stdin(&format!("{PUBLIC}\n"));
    let file = home.write("id.pub", &format!("{PUBLIC}\n"));
    let absolute = format!("file://{}", file.display());
    let ways = [
        ("--public-key-material", "file://id.pub"),
        ("--public-key-material", "fileb://id.pub"),
        ("--public-key-material", absolute.as_str()),
        ("--public-key-material", "file://~/id.pub"),
        ("--public-key-material", "-"),
        ("--public-key", "id.pub"),
        ("--public-key", PUBLIC),
    ];
    for (number, (flag, value)) in ways.into_iter().enumerate() {
        let name = format!("k{number}");
        let made = home.run(["keypairs", "import", &name, flag, value]).json();
        assert_eq!(
            made,
            json!({ "KeyName": name,
                "KeyFingerprint": "51:19:c2:09:73:c4:5e:c5:df:ac:a8:39:a5:7f:46:e6",
                "KeyFingerprintSha256": "SHA256:UV6sBUmALrrnDhISMFn8LcVSrdKsPoZF9FFL8u5XNoY",
                "KeyType": "ssh", "KeyAlgorithm": "ed25519" })
        );
        assert_eq!(held(&home, &name)["PublicKey"], PUBLIC);
    }
    cloud.fault("POST /os-keypairs: cut-after x1");
    home.run(["keypairs", "import", "lost", "--public-key", PUBLIC])
        .json();
    let again = ["keypairs", "import", "lost", "--public-key", PUBLIC];
    home.run(again).fails(254, &["(InvalidKeyPair.Duplicate)"]);
    let dry = [
        "keypairs",
        "import",
        "x",
        "--public-key",
        PUBLIC,
        "--dry-run",
    ];
    home.run(dry)
        .fails(254, &["(DryRunOperation)", "ImportKeyPair"]);
}

#[test]
fn a_private_key_given_by_mistake_is_refused_before_anything_is_sent() {
    // Nothing listens at this address. If anything had been sent, the error would be another one.
    let home = Home::for_double("http://127.0.0.1:1/identity/v3");
    home.write("id", "-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0\n");
    home.write("id.ppk", "PuTTY-User-Key-File-2: ssh-rsa\nc2VjcmV0\n");
    home.write("empty", "");
    let literal = "-----BEGIN RSA PRIVATE KEY-----\nc2VjcmV0";
    for value in ["file://id", "fileb://id", "id", "id.ppk", literal] {
        let outcome = home.run(["--debug", "keypairs", "import", "a", "--public-key", value]);
        outcome.fails(252, &["this is a private key; nothing was sent", ".pub"]);
        assert!(!outcome.stderr.contains("c2VjcmV0"), "{outcome:?}");
    }
    for (value, why) in [
        ("file://nowhere", "cannot be read"),
        ("file://empty", "it is empty"),
        ("hello world", "no public key"),
    ] {
        home.run(["keypairs", "import", "a", "--public-key", value])
            .fails(252, &[why]);
    }
}

#[test]
fn odd_names_are_encoded_or_refused_with_novas_reason() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    for name in ["with space", "a_b-c", "me@host", "v1.2", "..."] {
        let made = home.run(["keypairs", "create", name, "--local"]).json();
        assert_eq!(made["KeyName"], name);
        assert_eq!(held(&home, name)["KeyName"], name);
        assert!(home.path().join(format!("{name}.pem")).exists());
        home.run(["keypairs", "delete", name]).json();
    }
    // Even without `--local` the key is made here, since Nova generates none with such a name.
    home.run(["keypairs", "create", "you@host"]).json();
    for name in [
        "a/b",
        "../up",
        "50%",
        "a%2Fb",
        "schlüssel",
        " a",
        "a ",
        "",
        "a\nb",
        "..",
    ] {
        for line in [
            &["keypairs", "create", name][..],
            &["keypairs", "create", "--local", name],
            &["keypairs", "import", name, "--public-key", PUBLIC],
        ] {
            home.run(line).fails(252, &["is no name for a key pair"]);
        }
    }
    assert_eq!(names(&home), ["you@host"]);
    for name in [
        "a/b",
        "you@host/../x",
        "50%",
        "a%2Fb",
        "schlüssel",
        "..",
        ".",
    ] {
        home.run(["keypairs", "describe", name])
            .fails(254, &["(InvalidKeyPair.NotFound)"]);
        home.run(["keypairs", "delete", name])
            .fails(254, &["(InvalidKeyPair.NotFound)", "DeleteKeyPair"]);
    }
    assert_eq!(names(&home), ["you@host"]);
}

#[test]
fn several_are_deleted_side_by_side_and_one_failure_stops_no_other() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    for name in ["a", "b", "c", "d"] {
        home.run(["keypairs", "import", name, "--public-key", PUBLIC])
            .json();
    }
    home.run(["keypairs", "delete", "a", "b", "--dry-run"])
        .fails(254, &["(DryRunOperation)", "DeleteKeyPair"]);
    home.run(["keypairs", "delete", "a", "x", "--dry-run"])
        .fails(254, &["(InvalidKeyPair.NotFound)"]);
    assert_eq!(names(&home).len(), 4);
    let outcome = home.run(["keypairs", "delete", "a", "nobody", "b"]);
    assert_eq!(outcome.code, 1);
    assert!(outcome.stderr.contains("'nobody'"), "{outcome:?}");
    let shown: Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert_eq!(
        shown,
        json!({ "KeyPairs": [
            { "KeyName": "a", "Return": true, "KeyFile": null },
            { "KeyName": "b", "Return": true, "KeyFile": null }] })
    );
    // The response is lost, and the deletion took effect.
    cloud.fault("DELETE /os-keypairs/c: cut-after x1");
    home.run(["keypairs", "delete", "c"]).json();
    cloud.fault("DELETE /os-keypairs/d: cut-before x1");
    home.run(["keypairs", "delete", "d"])
        .fails(255, &["DeleteKeyPair"]);
    assert_eq!(names(&home), ["d"]);
}

#[test]
fn a_list_is_paged() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    let all = ["a", "b", "c", "d", "e"];
    for name in all {
        home.run(["keypairs", "import", name, "--public-key", PUBLIC])
            .json();
    }
    for size in ["1", "2", "5", "100"] {
        let list = home.run(["keypairs", "list", "--page-size", size]).json();
        let listed: Vec<&str> = list["KeyPairs"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["KeyName"].as_str().unwrap())
            .collect();
        assert_eq!(listed, all, "{size}");
    }
    let first = home.run(["keypairs", "list", "--max-items", "2"]).json();
    assert_eq!(first["NextToken"], "b");
    let rest = home
        .run(["keypairs", "list", "--starting-token", "b"])
        .json();
    assert_eq!(rest["KeyPairs"].as_array().unwrap().len(), 3);
    let table = home.run(["keypairs", "list", "-o", "table"]).stdout;
    assert!(table.contains("SHA256:UV6sBUm"), "{table}");
}

#[test]
fn administrators_see_other_users_key_pairs() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    home.run(["keypairs", "import", "mine", "--public-key", PUBLIC])
        .json();
    let who = home.run(["whoami"]).json();
    let (id, name) = (
        who["UserId"].as_str().unwrap(),
        who["UserName"].as_str().unwrap(),
    );
    let admin = |words: &[&str]| {
        let mut line = vec!["--cloud", "test-admin", "keypairs"];
        line.extend(words);
        home.run(line)
    };
    assert_eq!(admin(&["list"]).json()["KeyPairs"], json!([]));
    for user in [id, name] {
        let list = admin(&["list", "--user", user]).json();
        assert_eq!(list["KeyPairs"][0]["KeyName"], "mine");
        let paged = admin(&["list", "--user", user, "--page-size", "1"]).json();
        assert_eq!(paged["KeyPairs"][0]["KeyName"], "mine");
        let one = admin(&["describe", "mine", "--user", user]).json();
        assert_eq!(one["KeyPairs"][0]["UserId"], id);
    }
    admin(&["describe", "mine"]).fails(254, &["(InvalidKeyPair.NotFound)"]);
    admin(&["list", "--user", "nobody"]).fails(254, &["no user is named 'nobody'"]);
    assert_eq!(home.run(["keypairs", "list", "--user", name]).code, 0);
    admin(&["delete", "mine", "--user", name]).json();
    assert_eq!(names(&home), Vec::<String>::new());
}

#[test]
fn who_may_only_read_is_refused_before_anything_is_sent() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    let reader = |words: &[&str]| {
        let mut line = vec!["--cloud", "test-reader", "--timing", "keypairs"];
        line.extend(words);
        home.run(line)
    };
    for words in [
        &["create", "a"][..],
        &["create", "a", "--dry-run"],
        &["import", "a", "--public-key", PUBLIC],
        &["delete", "a"],
    ] {
        let outcome = reader(words);
        outcome.fails(
            254,
            &["(UnauthorizedOperation)", "'developer'", "only reader"],
        );
        assert!(!outcome.stderr.contains("os-keypairs"), "{outcome:?}");
    }
    assert_eq!(key_files(&home), Vec::<String>::new());
    assert_eq!(reader(&["list"]).code, 0);
    // The user has set a rank for the role: now the server decides, and refuses.
    home.write(".config/ostk/config.toml", "[role_ranks]\nreader = 2\n");
    let outcome = reader(&["create", "a"]);
    outcome.fails(254, &["os-keypairs"]);
    assert_eq!(key_files(&home), Vec::<String>::new());
}

#[test]
fn a_rehearsal_makes_nothing() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    for flags in [&[][..], &["--local"], &["--key-file", "-"]] {
        let mut line = vec!["keypairs", "create", "a", "--dry-run"];
        line.extend(flags);
        home.run(line).fails(
            254,
            &[
                "(DryRunOperation)",
                "Request would have succeeded, but DryRun flag is set.",
            ],
        );
    }
    nothing_left(&home);
}
