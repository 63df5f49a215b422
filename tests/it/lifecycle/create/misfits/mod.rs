//! A dry run reports the error that the service would return. Each misfit is tried three times: as
//! a dry run, as a plain create, and with a client token. With a token ostk checks nothing, and the
//! service decides.

mod quotas;
mod resources;

use std::collections::HashMap;

use reqwest::Method;
use serde_json::{Value, json};

use super::Work;
use crate::support::real::Real;
use crate::support::run::{Home, Outcome};

on_both_clouds!(
    instant_sandbox:
    every_misfit_is_told_as_the_service_tells_it,
    what_nova_refuses_by_its_schema_is_never_sent,
);

/// The outcome of a misfit.
enum Ends {
    /// ostk or the service refuses it, with this code and these words.
    Refused(&'static str, &'static str),
    /// The dry run refuses with this code and these words. The service creates a server, which ends
    /// in ERROR with those words in its fault.
    InError(&'static str, &'static str, &'static str),
}

use Ends::{InError, Refused};

const INVALID: &str = "InvalidParameterValue";

/// The options that are added to a line of `instances create` unless it has them.
const USUAL: [(&str, &str); 3] = [
    ("--image", "cirros-0.6.3"),
    ("--flavor", "m1.nano"),
    ("--network", "none"),
];

fn line(name: &str, case: &str, names: &HashMap<&str, String>) -> Vec<String> {
    let mut words = vec!["instances".to_owned(), "create".to_owned(), name.to_owned()];
    let own: Vec<String> = case
        .split_whitespace()
        .map(|word| {
            let mut word = word.to_owned();
            for (key, value) in names {
                word = word.replace(&format!("<{key}>"), value);
            }
            word
        })
        .collect();
    let boots = own.iter().any(|word| word.starts_with("--boot-"));
    for (flag, usual) in USUAL {
        let is_said = own.iter().any(|word| word == flag) || flag == "--image" && boots;
        if !is_said {
            words.extend([flag.to_owned(), usual.to_owned()]);
        }
    }
    words.extend(own.into_iter().filter(|word| word != "AUTO"));
    // AUTO stands for a line without a network.
    if case.contains("--network AUTO") {
        words.retain(|word| word != "--network");
    }
    words
}

/// Returns stderr in lower case, since names in quotes may have any case.
fn told(outcome: &Outcome) -> String {
    outcome.stderr.to_lowercase()
}

#[track_caller]
fn refuses(what: &str, outcome: &Outcome, code: &str, words: &str) {
    assert_eq!(outcome.code, 254, "{what}: {outcome:?}");
    assert_eq!(outcome.stdout, "", "{what}: {outcome:?}");
    let told = told(outcome);
    for word in [&format!("({code})"), words] {
        assert!(
            told.contains(&word.to_lowercase()),
            "{what}: '{word}' in {told}"
        );
    }
}

/// The cloud in which the lines are tried.
struct Bench<'a> {
    home: &'a Home,
    cloud: String,
    prefix: &'a str,
    names: HashMap<&'a str, String>,
    is_real: bool,
}

impl Bench<'_> {
    /// Tries one line in all three ways.
    fn try_it(&self, number: usize, case: &str, ends: &Ends) {
        let name = format!("{}-m{number}", self.prefix);
        let run = |more: &[&str]| {
            let words = line(&name, case, &self.names);
            let fixed = ["--cloud".to_owned(), self.cloud.clone()].into_iter();
            let more = more.iter().map(|word| (*word).to_owned());
            self.home.run(fixed.chain(words).chain(more))
        };
        let (Refused(code, words) | InError(code, words, _)) = ends;
        let dry = run(&["--dry-run", "--timing"]);
        refuses(&format!("dry run of {case}"), &dry, code, words);
        super::only_read(&dry);
        let token = format!("{}-t{number}", self.prefix);
        let asked = run(&["--client-token", &token, "--wait"]);
        match ends {
            Refused(..) => {
                refuses(&format!("Nova's word on {case}"), &asked, code, words);
                // ostk refuses before it asks Nova. On the sandbox, some of the lines are enough.
                if self.is_real || number.is_multiple_of(3) {
                    refuses(&format!("create of {case}"), &run(&["--wait"]), code, words);
                }
            }
            InError(_, _, fault) => {
                assert_eq!(asked.code, 1, "{case}: {asked:?}");
                assert!(
                    told(&asked).contains(&fault.to_lowercase()),
                    "{case}: {asked:?}"
                );
            }
        }
    }

    /// Tries four lines at a time.
    fn try_all(&self, cases: &[(&str, Ends)]) {
        let numbered: Vec<_> = cases.iter().enumerate().collect();
        std::thread::scope(|threads| {
            for lane in 0..4 {
                let lane: Vec<_> = numbered.iter().skip(lane).step_by(4).collect();
                threads.spawn(move || {
                    for (number, (case, ends)) in lane {
                        self.try_it(*number, case, ends);
                    }
                });
            }
        });
    }
}

#[expect(clippy::too_many_lines, reason = "most of it is a table")]
fn every_misfit_is_told_as_the_service_tells_it(real: &Real) {
    let mut work = Work::new(real, "misfit");
    let names = resources::all(&mut work);
    let not_active = || Refused(INVALID, "is not active");
    let no_address = || {
        InError(
            INVALID,
            "is not a valid ip address",
            "is not a valid ip address",
        )
    };
    let cases = [
        ("--image <queued>", not_active()),
        ("--image <off>", not_active()),
        ("--image <queued> --root-volume 1", not_active()),
        ("--image <needy>", Refused(INVALID, "too small for")),
        (
            "--image <needy> --root-volume 1",
            Refused(INVALID, "too small for"),
        ),
        (
            "--boot-volume <on-needy>",
            Refused(INVALID, "too small for"),
        ),
        (
            "--image <big>",
            Refused(INVALID, "smaller than the minimum size"),
        ),
        (
            "--image <big> --root-volume 2",
            Refused(
                INVALID,
                "volume size 2gb cannot be smaller than the image mindisk size 100gb",
            ),
        ),
        (
            "--flavor m1.volume",
            Refused(
                "UnauthorizedOperation",
                "only volume-backed servers are allowed for flavors with zero disk",
            ),
        ),
        (
            "--network AUTO",
            Refused("IncorrectState", "multiple possible networks found"),
        ),
        (
            "--network auto",
            Refused("IncorrectState", "multiple possible networks found"),
        ),
        (
            "--network <full> --count 2",
            InError(
                "InsufficientFreeAddressesInSubnet",
                "no fixed ip addresses available",
                "no fixed ip addresses available",
            ),
        ),
        (
            "--network public",
            InError(
                "UnauthorizedOperation",
                "external network 'public'",
                "Failed to allocate the network(s)",
            ),
        ),
        ("--network <plain>,ip=192.168.1.1", no_address()),
        ("--network <plain>,ip=10.78.1.0", no_address()),
        ("--network <plain>,ip=10.78.1.255", no_address()),
        ("--network <plain>,ip=fd00::1", no_address()),
        (
            "--network <plain>,ip=10.78.1.50",
            Refused(INVALID, "is already in use"),
        ),
        (
            "--network <plain>,ip=10.78.1.77 --network <plain>,ip=10.78.1.77",
            InError(INVALID, "already in use", "already in use"),
        ),
        (
            "--network <bare>",
            Refused(INVALID, "requires a subnet in order to boot instances on"),
        ),
        (
            "--network <open> --security-group web",
            InError(
                INVALID,
                "requires port_security_enabled",
                "requires port_security_enabled",
            ),
        ),
        (
            "--network port=<used>",
            Refused("IncorrectState", "is still in use"),
        ),
        (
            "--network port=<none>",
            Refused(INVALID, "requires a fixedip in order to be used"),
        ),
        (
            "--network port=<free> --network port=<free>",
            Refused(INVALID, "was specified twice"),
        ),
        (
            "--availability-zone nova:compute-1",
            Refused("UnauthorizedOperation", "forced_host"),
        ),
        ("--boot-volume <data>", Refused(INVALID, "is not bootable")),
        ("--volume id=<broken>", Refused(INVALID, "status of: error")),
        (
            "--volume id=<data> --volume id=<data>",
            InError(INVALID, "is named twice", "duplicate connectors"),
        ),
        (
            "--volume id=<disk>,device=vda",
            Refused(INVALID, "the same device name as the root device"),
        ),
        (
            "--boot-snapshot <of-data>",
            Refused(INVALID, "is not bootable"),
        ),
        (
            "--boot-snapshot <of-disk>",
            InError(INVALID, "status must be", "snapshot status must be"),
        ),
        (
            "--boot-snapshot <of-large> --root-volume 1",
            InError(
                INVALID,
                "cannot be smaller than the snapshot size 2gb",
                "cannot be smaller than the snapshot size 2gb",
            ),
        ),
    ];
    let bench = Bench {
        home: &work.home,
        cloud: real.cloud(),
        prefix: &work.prefix,
        names,
        is_real: real.as_sandbox().is_none(),
    };
    bench.try_all(&cases);
    // A request that fits is not refused, and the output shows Nova's choice.
    for case in [
        "--network <plain>,ip=10.78.1.60",
        "--network <plain>,ip=10.78.1.1",
        "--network port=<free>",
        "--network <open>",
        "--network <plain> --security-group web",
        "--boot-volume <disk> --flavor m1.volume",
        "--image <big> --root-volume 100 --flavor m1.volume",
        "--boot-snapshot <of-large> --root-volume 2",
    ] {
        let words = line(&work.name("fits"), case, &bench.names);
        let words = words.iter().map(String::as_str).chain(["--dry-run"]);
        work.run(words).fails(254, &["(DryRunOperation)"]);
    }
}

fn what_nova_refuses_by_its_schema_is_never_sent(real: &Real) {
    let work = Work::new(real, "words");
    let (image, flavor) = real.smallest(&work.token);
    let long = "x".repeat(256);
    let many: Vec<String> = (0..51).map(|number| format!("t{number}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let labels: Vec<&str> = many.iter().flat_map(|label| ["--label", label]).collect();
    let words = |text: &'static [&'static str]| text.to_vec();
    let table: Vec<(&str, Vec<&str>, Value)> = vec![
        ("n\u{1f600}", vec![], json!({})),
        ("n\u{e000}", vec![], json!({})),
        ("n\u{200d}m", vec![], json!({})),
        ("n\u{2028}m", vec![], json!({})),
        (&long, vec![], json!({})),
        (
            "n",
            vec!["--description", &long],
            json!({ "description": long }),
        ),
        (
            "n",
            words(&["--description", "a\nb"]),
            json!({ "description": "a\nb" }),
        ),
        (
            "n",
            words(&["--hostname", "a_b"]),
            json!({ "hostname": "a_b" }),
        ),
        ("n", words(&["--hostname", "a"]), json!({ "hostname": "a" })),
        (
            "n",
            words(&["--hostname", "ab", "--count", "2"]),
            json!({ "hostname": "ab", "min_count": 2 }),
        ),
        (
            "n",
            words(&["--tag", "a/b=c"]),
            json!({ "metadata": { "a/b": "c" } }),
        ),
        (
            "n",
            vec![
                "--tag-specifications",
                "ResourceType=instance,Tags=[{Key=\u{e4},Value=c}]",
            ],
            json!({ "metadata": { "\u{e4}": "c" } }),
        ),
        ("n", words(&["--label", "a/b"]), json!({ "tags": ["a/b"] })),
        ("n", labels, json!({ "tags": many })),
        (
            "n",
            words(&["--availability-zone", "a:b:c:d"]),
            json!({ "availability_zone": "a:b:c:d" }),
        ),
        (
            "n",
            words(&["--hint", "different_host=web"]),
            json!({ "hints": { "different_host": "web" } }),
        ),
        (
            "n",
            words(&["--volume", "size=1,device=x+y"]),
            json!({ "block_device_mapping_v2": [
            { "boot_index": -1, "source_type": "blank", "destination_type": "volume",
              "volume_size": 1, "device_name": "x+y" }] }),
        ),
    ];
    for (name, words, more) in table {
        let fixed = ["instances", "create", name, "--image", "cirros-0.6.3"];
        let rest = ["--flavor", "m1.nano", "--network", "none"];
        let line = fixed.into_iter().chain(rest).chain(words.iter().copied());
        let outcome = work.run(line.chain(["--dry-run", "--timing"]));
        outcome.fails(252, &[]);
        assert_eq!(super::requests(&outcome), [""; 0], "{words:?}");
        let mut server = json!({ "name": name, "imageRef": image, "flavorRef": flavor,
            "networks": "none" });
        let mut body = json!({});
        for (key, value) in more.as_object().into_iter().flatten() {
            match key.as_str() {
                "hints" => body["os:scheduler_hints"] = value.clone(),
                key => server[key] = value.clone(),
            }
        }
        body["server"] = server;
        let url = format!("{}/servers", work.token.endpoint("compute"));
        let token = Some(work.token.token.as_str());
        let (status, _, answer) = real.ask_at("2.90", &Method::POST, &url, token, Some(&body));
        assert_eq!(status, 400, "{name} {words:?}: {answer}");
    }
}
