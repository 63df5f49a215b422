//! Key pairs against the sandbox: made in every way, and every way in which that goes wrong.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use assert_cmd::cargo::CommandCargoExt as _;
use serde_json::{Value, json};

use crate::support::not_tried;
use crate::support::run::{Home, Outcome};
use crate::support::sandbox::TestCloud;

const PUBLIC: &str =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHLRU4RrmxD0g2ZMs+mqwkHVJhmRQJyd0GdmXWyC1DcB me@home";
const MARK: &str = "PRIVATE KEY-----";

/// The public key that belongs to a private one, by OpenSSH's own program; none, and a word about
/// it, where that is missing.
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

/// A public key without its comment.
pub(crate) fn words(public: &str) -> String {
    public
        .split(' ')
        .take(2)
        .collect::<Vec<_>>()
        .join(" ")
        .trim()
        .to_owned()
}

fn held(home: &Home, name: &str) -> Value {
    home.run(["keypairs", "describe", name]).json()["KeyPairs"][0].clone()
}

fn names(home: &Home) -> Vec<String> {
    home.run(["keypairs", "list"]).json()["KeyPairs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["KeyName"].as_str().unwrap().to_owned())
        .collect()
}

/// The files in the home folder that could hold a private key.
fn key_files(home: &Home) -> Vec<String> {
    let mut found: Vec<String> = fs::read_dir(home.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| Path::new(name).extension().is_some_and(|end| end == "pem"))
        .collect();
    found.sort();
    found
}

/// Nothing was made, neither here nor there.
#[track_caller]
fn nothing_left(home: &Home) {
    assert_eq!(key_files(home), Vec::<String>::new());
    assert_eq!(names(home), Vec::<String>::new());
}

#[test]
fn a_key_is_made_by_nova_or_here_in_both_kinds() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    let ways: [(&str, &[&str], Option<&str>); 4] = [
        ("by-nova", &[], None),
        ("by-hand", &["--local"], Some("ed25519")),
        ("rsa", &["--local", "--key-type", "rsa"], Some("rsa")),
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
        .fails(255, &["no key pair 'a' was made"]);
    nothing_left(&home);
    // It can't be deleted either: it is named.
    cloud.fault("POST /os-keypairs: cut-after x1");
    cloud.fault("DELETE /os-keypairs/a: 500 x1");
    home.run(["keypairs", "create", "a"]).fails(
        255,
        &["nobody has its private key", "'ostk keypairs delete a'"],
    );
    assert_eq!(key_files(&home), Vec::<String>::new());
    home.run(["keypairs", "delete", "a"]).json();
    // Not even whether it is there can be found out.
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
        .fails(255, &["no key pair 'never' was made"]);
    assert!(!home.path().join("never.pem").exists());
    // Nobody knows: the key stays, and is told of.
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
    // Below the home folder, only the .pem files hold one.
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

/// The binary behind a shell that sets this up.
fn wrapped(home: &Home, setup: &str, words: &[&str]) -> Command {
    let ostk = Command::cargo_bin("ostk").unwrap();
    let mut command = Command::new("sh");
    command
        .args(["-c", &format!("{setup}; exec \"$0\" \"$@\"")])
        .arg(ostk.get_program())
        .args(words)
        .env_clear()
        .env("HOME", home.path())
        .env("OS_CLOUD", "test")
        .current_dir(home.path())
        .stdin(Stdio::null());
    command
}

#[test]
#[cfg(unix)]
fn the_file_is_private_under_any_umask() {
    use std::os::unix::fs::PermissionsExt as _;
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    for (name, flag) in [("nova", None), ("local", Some("--local"))] {
        let mut line = vec!["keypairs", "create", name];
        line.extend(flag);
        let output = wrapped(&home, "umask 000", &line).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        let path = home.path().join(format!("{name}.pem"));
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o7777, 0o600, "{name}");
        assert!(fs::read_to_string(path).unwrap().contains(MARK));
    }
}

#[test]
#[cfg(unix)]
fn a_full_disk_leaves_neither_half_a_file_nor_an_orphan() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    // No file may grow, and whoever tries is told instead of killed.
    let full = "trap '' XFSZ; ulimit -f 0";
    for (flags, words) in [
        (&[][..], &["cannot be written", "was deleted again"][..]),
        (&["--local"], &["cannot be written"]),
    ] {
        let mut line = vec!["keypairs", "create", "a"];
        line.extend(flags);
        let output = wrapped(&home, full, &line).output().unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(255), "{stderr}");
        for word in words {
            assert!(stderr.contains(word), "stderr lacks '{word}': {stderr}");
        }
        nothing_left(&home);
    }
}

#[test]
#[cfg(unix)]
fn a_reader_that_is_gone_costs_the_key_pair_and_is_told() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    let line = ["keypairs", "create", "a", "--key-file", "-"];
    let output = wrapped(&home, "exec >/dev/full", &line).output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    if !Path::new("/dev/full").exists() {
        not_tried("there is no /dev/full");
        return;
    }
    assert_eq!(output.status.code(), Some(255), "{stderr}");
    assert!(stderr.contains("was deleted again"), "{stderr}");
    nothing_left(&home);
}

#[test]
#[cfg(unix)]
fn an_interruption_leaves_no_file_and_names_what_may_be_left() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    home.run(["whoami"]);
    cloud.fault("POST /os-keypairs: delay 20s x1");
    let child = wrapped(&home, ":", &["keypairs", "create", "a b"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let path = home.path().join("a b.pem");
    let mut tries = 0;
    while !path.exists() {
        std::thread::sleep(std::time::Duration::from_millis(20));
        tries += 1;
        assert!(tries < 500, "the file is made before the request");
    }
    std::thread::sleep(std::time::Duration::from_millis(100));
    let kill = format!("kill -INT {}", child.id());
    assert!(
        Command::new("sh")
            .args(["-c", &kill])
            .status()
            .unwrap()
            .success()
    );
    let output = child.wait_with_output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(130), "{stderr}");
    for word in ["interrupted", "'a b' may have been made", "delete 'a b''"] {
        assert!(stderr.contains(word), "stderr lacks '{word}': {stderr}");
    }
    assert!(!path.exists());
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
    // Nothing listens there: had anything been sent, the error would be another.
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
    // Without being told, for Nova makes none of these.
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
        .fails(1, &["(InvalidKeyPair.NotFound)"]);
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
    // The answer is lost, and the deletion was done.
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
    // A rank of the user's own: now the server decides, and refuses itself.
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
