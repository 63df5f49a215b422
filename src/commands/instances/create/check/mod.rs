//! What Nova would refuse is refused here, before anything is sent, and all of it at once.

use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory as _};

use super::network::NetworkWish;
use super::spec::Spec;
use crate::error::CommandError;
use crate::records::is_own_label;
use crate::verbs::once::token_problem;

/// Nova's own limits, and EC2's for the token.
const NAME_LIMIT: usize = 255;
const TAG_LIMIT: usize = 255;
const LABEL_LIMIT: usize = 60;
/// One less than Nova's, since the client token is one, too.
const MOST_LABELS: usize = 49;
const DESCRIPTION_LIMIT: usize = 255;
const HOSTNAME_LIMIT: usize = 63;
/// In GiB: the largest number that Cinder's database takes.
const SIZE_LIMIT: u64 = i32::MAX as u64;
const COUNT_LIMIT: u32 = 1_000;

/// Everything that is wrong with these specifications.
pub(super) fn problems(specs: &[Spec]) -> Vec<CommandError> {
    let mut all = Vec::new();
    for (number, spec) in (1..).zip(specs) {
        for problem in of(spec) {
            all.push(CommandError::usage(if specs.len() == 1 {
                problem
            } else {
                let name = spec.name.as_deref().unwrap_or_default();
                format!("instance {number} ('{name}'): {problem}")
            }));
        }
    }
    all
}

/// What is wrong with the ID of a pipeline, which goes into each instance's metadata.
pub(super) fn run_id(id: Option<&str>) -> Option<CommandError> {
    let id = id?;
    let good = id.chars().count() <= TAG_LIMIT && !id.chars().any(is_beyond);
    (!good).then(|| {
        CommandError::usage(format!(
            "--run-id '{id}': it has at most {TAG_LIMIT} characters, none of them beyond U+FFFF"
        ))
    })
}

fn of(spec: &Spec) -> Vec<String> {
    let mut problems = Vec::new();
    problems.extend(name(spec.name.as_deref()));
    if spec.instance_type.is_none() {
        problems.push("--instance-type (or --flavor) is wanted".to_owned());
    }
    problems.extend(token_problem(spec.client_token.as_deref()));
    tags_and_labels(spec, &mut problems);
    root(spec, &mut problems);
    words(spec, &mut problems);
    disks(spec, &mut problems);
    let special = |word: &str| spec.networks.iter().any(|network| network == word);
    if spec.networks.len() > 1 && (special("auto") || special("none")) {
        problems.push("'auto' and 'none' stand for all networks, and alone".to_owned());
    }
    if special("none") && !spec.security_groups.is_empty() {
        problems.push("--security-group wants a network, and --network none is none".to_owned());
    }
    let wishes: Vec<_> = spec
        .networks
        .iter()
        .map(|text| NetworkWish::parse(text))
        .collect();
    let is_port = |wish: &Result<NetworkWish<'_>, _>| matches!(wish, Ok(NetworkWish::Port(_)));
    if !wishes.is_empty() && wishes.iter().all(is_port) && !spec.security_groups.is_empty() {
        problems.push(
            "--security-group is for new ports, and each --network is a port that has its own"
                .to_owned(),
        );
    }
    let wishes = wishes.into_iter();
    problems.extend(wishes.filter_map(|wish| Some(wish.err()?.message)));
    counts(spec, &mut problems);
    problems
}

fn name(name: Option<&str>) -> Option<String> {
    match name {
        None => Some("NAME is missing: give it before the options, or after --name".to_owned()),
        Some(name) if name.trim().is_empty() || name.trim() != name => Some(format!(
            "'{name}' is no name: it must not begin or end with a space"
        )),
        Some(name) if name.chars().count() > NAME_LIMIT => {
            Some(format!("a name has at most {NAME_LIMIT} characters"))
        }
        Some(name) => unprintable(name)
            .map(|what| format!("a name has printable characters only, and '{name}' has {what}")),
    }
}

/// A character that Nova refuses in names and descriptions, if there is one: what is not printable
/// in Unicode, and what its database has no room for.
fn unprintable(text: &str) -> Option<String> {
    let refused = |c: &char| {
        let group = c.general_category_group();
        let separates = matches!(
            c.general_category(),
            GeneralCategory::LineSeparator | GeneralCategory::ParagraphSeparator
        );
        group == GeneralCategoryGroup::Other || separates || is_beyond(*c)
    };
    text.chars().find(refused).map(code_point)
}

/// Whether Nova's database, with three bytes a character, has no room for it.
fn is_beyond(c: char) -> bool {
    u32::from(c) > 0xFFFF
}

fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// What Nova's schemas refuse, or its database later, when the instance would stay pending for
/// ever.
fn words(spec: &Spec, problems: &mut Vec<String>) {
    if let Some(text) = &spec.description {
        if text.chars().count() > DESCRIPTION_LIMIT {
            problems.push(format!(
                "a description has at most {DESCRIPTION_LIMIT} characters"
            ));
        } else if let Some(what) = unprintable(text) {
            problems.push(format!(
                "a description has printable characters only, and this one has {what}"
            ));
        }
    }
    if let Some(host) = &spec.hostname {
        let letters = host.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !letters
            || !(2..=HOSTNAME_LIMIT).contains(&host.len())
            || host.starts_with('-')
            || host.ends_with('-')
        {
            problems.push(format!(
                "hostname '{host}': it has 2 to {HOSTNAME_LIMIT} letters, digits and inner hyphens"
            ));
        }
    }
    let zone = spec.availability_zone.as_deref().unwrap_or_default();
    if zone.matches(':').count() > 2 {
        problems.push(format!(
            "--availability-zone '{zone}' is none of ZONE, ZONE:HOST and ZONE:HOST:NODE"
        ));
    }
    if spec.server_group.is_some() && spec.hints.contains_key("group") {
        problems.push("--server-group and --hint group= say the same thing".to_owned());
    }
    // Of `same_host` Nova takes any text.
    if let Some(id) = spec.hints.get("different_host")
        && uuid::Uuid::try_parse(id).is_err()
    {
        problems.push(format!(
            "--hint different_host={id}: it is an instance's ID"
        ));
    }
}

fn disks(spec: &Spec, problems: &mut Vec<String>) {
    for volume in &spec.volumes {
        problems.extend(volume.problem().map(|what| format!("a volume: {what}")));
        let Some(device) = &volume.device_name else {
            continue;
        };
        let letters = |b: u8| b.is_ascii_alphanumeric() || b"._/-".contains(&b);
        if device.is_empty() || device.len() > NAME_LIMIT || !device.bytes().all(letters) {
            problems.push(format!("a volume: '{device}' is no name of a device"));
        }
    }
    let sizes = spec.volumes.iter().filter_map(|volume| volume.size);
    if let Some(size) = sizes
        .chain(spec.root_volume_size)
        .find(|size| *size > SIZE_LIMIT)
    {
        problems.push(format!(
            "a volume has at most {SIZE_LIMIT} GiB, and {size} are asked for"
        ));
    }
}

/// Longest of the words that the names of volumes have after the instance's: `-root`, `-1` …
fn suffix(spec: &Spec) -> usize {
    let root = spec.root_volume_size.is_some() && spec.boot_snapshot.is_none();
    let mut longest = if root { "-root".len() } else { 0 };
    if spec.volumes.iter().any(|volume| volume.size.is_some()) {
        longest = longest.max(format!("-{}", spec.volumes.len()).len());
    }
    longest
}

fn tags_and_labels(spec: &Spec, problems: &mut Vec<String>) {
    if let Some(label) = spec.labels.iter().find(|label| is_own_label(label)) {
        problems.push(format!("the label '{label}' is reserved for ostk"));
    }
    for tag in &spec.tags {
        if tag.key.is_empty()
            || tag.key.chars().count() > TAG_LIMIT
            || tag.value.chars().count() > TAG_LIMIT
        {
            problems.push(format!(
                "tag '{}': key and value have at most {TAG_LIMIT} characters",
                tag.key
            ));
            continue;
        }
        let letters = |c: char| c.is_ascii_alphanumeric() || "-_:. ".contains(c);
        if !tag.key.chars().all(letters) {
            problems.push(format!(
                "tag '{}': a key has letters of ASCII, digits and -_:. and spaces only",
                tag.key
            ));
        }
        if let Some(c) = tag.value.chars().find(|c| is_beyond(*c)) {
            problems.push(format!(
                "tag '{}': Nova cannot keep the character {}",
                tag.key,
                code_point(c)
            ));
        }
    }
    for label in &spec.labels {
        if label.is_empty() || label.chars().count() > LABEL_LIMIT || label.contains(['/', ',']) {
            problems.push(format!(
                "label '{label}': it has 1 to {LABEL_LIMIT} characters, none of them '/' or ','"
            ));
        } else if let Some(c) = label.chars().find(|c| is_beyond(*c)) {
            problems.push(format!(
                "label '{label}': Nova cannot keep the character {}",
                code_point(c)
            ));
        }
    }
    if spec.labels.len() > MOST_LABELS {
        problems.push(format!("there are at most {MOST_LABELS} labels"));
    }
}

/// What it boots from: one thing, of which nothing is said that would be ignored.
fn root(spec: &Spec, problems: &mut Vec<String>) {
    let (volume, snapshot) = (spec.boot_volume.is_some(), spec.boot_snapshot.is_some());
    if spec.image_id.is_none() && !volume && !snapshot {
        problems.push("--image is wanted, or --boot-volume or --boot-snapshot".to_owned());
    }
    if spec.image_id.is_some() && (volume || snapshot) {
        problems.push("--image goes with neither --boot-volume nor --boot-snapshot".to_owned());
    }
    if volume && (snapshot || spec.root_volume_size.is_some()) {
        problems
            .push("--boot-volume goes with neither --root-volume nor --boot-snapshot".to_owned());
    }
    if spec.root_volume_size == Some(0) {
        problems.push("--root-volume is a number of GiB".to_owned());
    }
    let new = spec.root_volume_size.is_some() || snapshot;
    if spec.root_volume_type.is_some() && !new {
        problems.push("--root-volume-type goes with --root-volume or --boot-snapshot".to_owned());
    }
    if spec.keep_root_volume && !new && !volume {
        problems.push("--keep-root-volume goes with --root-volume or --boot-snapshot".to_owned());
    }
}

fn counts(spec: &Spec, problems: &mut Vec<String>) {
    let (least, most) = spec.counts();
    if least > most {
        problems.push(format!("MinCount {least} is above MaxCount {most}"));
    } else if least == 0 || most > COUNT_LIMIT {
        problems.push(format!(
            "from 1 to {COUNT_LIMIT} instances are created at once"
        ));
    } else if name(spec.name.as_deref()).is_none()
        && spec
            .names()
            .iter()
            .any(|name| name.chars().count() + suffix(spec) > NAME_LIMIT)
    {
        problems.push(format!(
            "a name has at most {NAME_LIMIT} characters, with the number that each of several \
             gets, and what is added for volumes that are made for it"
        ));
    }
    if most < 2 {
        return;
    }
    let is_one = |text: &String| {
        matches!(
            NetworkWish::parse(text),
            Ok(NetworkWish::Port(_) | NetworkWish::Network(_, Some(_)))
        )
    };
    for (shared, what) in [
        (spec.boot_volume.is_some(), "--boot-volume"),
        (
            spec.volumes.iter().any(|volume| volume.volume_id.is_some()),
            "--volume id=",
        ),
        (spec.networks.iter().any(is_one), "a port or an address"),
        (spec.hostname.is_some(), "--hostname"),
    ] {
        if shared {
            problems.push(format!(
                "{what} is for one instance, and --count says {most}"
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::spec::VolumeSpec;
    use super::*;
    use crate::verbs::tags::TagSpec;

    fn good() -> Spec {
        Spec {
            name: Some("web".to_owned()),
            image_id: Some("debian".to_owned()),
            instance_type: Some("m1.small".to_owned()),
            ..Spec::default()
        }
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let spec = Spec {
            name: Some(" a".to_owned()),
            labels: vec!["a/b".to_owned()],
            client_token: Some("x".repeat(65)),
            networks: vec!["a,ip=x".to_owned()],
            ..Spec::default()
        };
        assert_eq!(problems(std::slice::from_ref(&spec)).len(), 6);
        assert!(problems(&[good()]).is_empty());
        let messages = problems(&[good(), spec]);
        assert!(messages[0].message.starts_with("instance 2 (' a'): "));
    }

    #[test]
    fn nothing_that_is_said_is_ignored() {
        let kept = Spec {
            keep_root_volume: true,
            ..good()
        };
        let typed = Spec {
            root_volume_type: Some("fast".to_owned()),
            ..good()
        };
        let both = Spec {
            boot_volume: Some("v".to_owned()),
            root_volume_size: Some(1),
            image_id: None,
            ..good()
        };
        let image = Spec {
            boot_snapshot: Some("s".to_owned()),
            ..good()
        };
        let nowhere = Spec {
            networks: vec!["none".to_owned()],
            security_groups: vec!["web".to_owned()],
            ..good()
        };
        let neither = Spec {
            volumes: vec![VolumeSpec::default()],
            ..good()
        };
        for spec in [kept, typed, both, image, nowhere, neither] {
            assert_eq!(problems(std::slice::from_ref(&spec)).len(), 1, "{spec:?}");
        }
    }

    #[test]
    fn names_are_what_nova_takes() {
        // As a real Nova answered.
        for (name, taken) in [
            ("web", true),
            ("***", true),
            ("\u{65e5}\u{672c}\u{8a9e}", true),
            ("a\u{a0}b", true),
            ("..", true),
            ("a\u{1f600}", false),
            ("a\u{ffff}", false),
            ("a\u{e000}", false),
            ("a\u{378}", false),
            ("a\u{200d}b", false),
            ("a\u{202e}b", false),
            ("a\u{2028}b", false),
            ("a\u{a0}", false),
            ("a\u{85}b", false),
            ("a\tb", false),
            ("", false),
        ] {
            assert_eq!(super::name(Some(name)).is_none(), taken, "{name:?}");
        }
    }

    #[test]
    fn every_word_is_what_nova_takes() {
        let problem = |change: &dyn Fn(&mut Spec)| {
            let mut spec = good();
            change(&mut spec);
            let all = problems(std::slice::from_ref(&spec));
            assert!(all.len() < 2, "{all:?}");
            all.first().map(|error| error.message.clone())
        };
        let tag = |key: &str, value: &str| TagSpec {
            key: key.to_owned(),
            value: value.to_owned(),
        };
        let hostname = |text: &str| problem(&|spec| spec.hostname = Some(text.to_owned()));
        for good in ["ab", "a-b", "9a", &"a".repeat(63)] {
            assert_eq!(hostname(good), None, "{good}");
        }
        for bad in ["a", "a_b", "a.b", "-ab", "ab-", &"a".repeat(64)] {
            assert!(hostname(bad).is_some(), "{bad}");
        }
        let tags = |key: &str, value: &str| problem(&|spec| spec.tags = vec![tag(key, value)]);
        for (key, value, good) in [
            ("a b-c_d:e.f", "\u{e4}\n", true),
            ("a/b", "", false),
            ("\u{e4}", "", false),
            ("a", "\u{1f600}", false),
        ] {
            assert_eq!(tags(key, value).is_none(), good, "{key} {value}");
        }
        let description = |text: &str| problem(&|spec| spec.description = Some(text.to_owned()));
        assert_eq!(description(&"d".repeat(255)), None);
        for bad in [&"d".repeat(256), "a\nb", "\u{1f600}"] {
            assert!(description(bad).is_some(), "{bad}");
        }
        let volume = |device: &str, size| {
            problem(&|spec| {
                spec.volumes = vec![VolumeSpec {
                    size: Some(size),
                    device_name: Some(device.to_owned()),
                    ..VolumeSpec::default()
                }];
            })
        };
        assert_eq!(volume("/dev/vdb", SIZE_LIMIT), None);
        assert!(volume("x y", 1).is_some() && volume("vdb", SIZE_LIMIT + 1).is_some());
        assert!(problem(&|spec| spec.labels = vec!["\u{1f600}".to_owned()]).is_some());
        assert!(problem(&|spec| spec.availability_zone = Some("a:b:c:d".to_owned())).is_some());
        let hint = |key: &str, value: &str| {
            problem(&|spec| {
                spec.server_group = Some("g".to_owned());
                spec.hints.insert(key.to_owned(), value.to_owned());
            })
        };
        assert!(hint("group", "g").is_some() && hint("different_host", "web").is_some());
        assert_eq!(hint("colour", "green"), None);
        let group = |networks: &[&str]| {
            problem(&|spec| {
                spec.security_groups = vec!["web".to_owned()];
                spec.networks = networks.iter().map(|text| (*text).to_owned()).collect();
            })
        };
        assert!(group(&["port=a"]).is_some());
        assert_eq!(group(&["port=a", "private"]), None);
        let long = |size| {
            problem(&|spec| {
                spec.name = Some("n".repeat(251));
                spec.root_volume_size = size;
            })
        };
        assert!(long(Some(1)).is_some() && long(None).is_none());
        assert!(run_id(Some("run-7")).is_none() && run_id(None).is_none());
        assert!(run_id(Some("\u{1f600}")).is_some() && run_id(Some(&"r".repeat(256))).is_some());
    }

    #[test]
    fn several_do_not_share_what_there_is_once() {
        let two = |change: fn(&mut Spec)| {
            let mut spec = Spec {
                max_count: Some(2),
                ..good()
            };
            change(&mut spec);
            problems(&[spec]).len()
        };
        assert_eq!(two(|_| {}), 0);
        let boots = |spec: &mut Spec| {
            spec.boot_volume = Some("v".to_owned());
            spec.image_id = None;
        };
        assert_eq!(two(boots), 1);
        assert_eq!(two(|spec| spec.name = Some("n".repeat(254))), 1);
        assert_eq!(two(|spec| spec.name = Some("n".repeat(253))), 0);
        assert_eq!(two(|spec| spec.networks = vec!["port=p".to_owned()]), 1);
        assert_eq!(
            two(|spec| spec.networks = vec!["a,ip=10.0.0.5".to_owned()]),
            1
        );
        assert_eq!(two(|spec| spec.networks = vec!["a".to_owned()]), 0);
    }
}
