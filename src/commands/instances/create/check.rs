//! What Nova would refuse is refused here, before anything is sent, and all of it at once.

use super::network::NetworkWish;
use super::spec::Spec;
use crate::error::CommandError;

/// Nova's own limits, and EC2's for the token.
const NAME_LIMIT: usize = 255;
const TOKEN_LIMIT: usize = 64;
const TAG_LIMIT: usize = 255;
const LABEL_LIMIT: usize = 60;
/// One less than Nova's, since the client token is one, too.
const MOST_LABELS: usize = 49;
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

fn of(spec: &Spec) -> Vec<String> {
    let mut problems = Vec::new();
    problems.extend(name(spec.name.as_deref()));
    if spec.instance_type.is_none() {
        problems.push("--instance-type (or --flavor) is wanted".to_owned());
    }
    problems.extend(token(spec.client_token.as_deref()));
    tags_and_labels(spec, &mut problems);
    root(spec, &mut problems);
    for volume in &spec.volumes {
        problems.extend(volume.problem().map(|what| format!("a volume: {what}")));
    }
    let special = |word: &str| spec.networks.iter().any(|network| network == word);
    if spec.networks.len() > 1 && (special("auto") || special("none")) {
        problems.push("'auto' and 'none' stand for all networks, and alone".to_owned());
    }
    if special("none") && !spec.security_groups.is_empty() {
        problems.push("--security-group wants a network, and --network none is none".to_owned());
    }
    let wishes = spec.networks.iter().map(|text| NetworkWish::parse(text));
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
        Some(name) if name.chars().any(char::is_control) => {
            Some("a name has no control characters".to_owned())
        }
        Some(_) => None,
    }
}

fn token(token: Option<&str>) -> Option<String> {
    let token = token?;
    let good = !token.is_empty()
        && token.len() <= TOKEN_LIMIT
        && token.bytes().all(|byte| byte.is_ascii_graphic());
    (!good).then(|| format!("a client token has 1 to {TOKEN_LIMIT} printable characters of ASCII"))
}

fn tags_and_labels(spec: &Spec, problems: &mut Vec<String>) {
    for tag in &spec.tags {
        if tag.key.is_empty()
            || tag.key.chars().count() > TAG_LIMIT
            || tag.value.chars().count() > TAG_LIMIT
        {
            problems.push(format!(
                "tag '{}': key and value have at most {TAG_LIMIT} characters",
                tag.key
            ));
        }
    }
    for label in &spec.labels {
        if label.is_empty() || label.chars().count() > LABEL_LIMIT || label.contains(['/', ',']) {
            problems.push(format!(
                "label '{label}': it has 1 to {LABEL_LIMIT} characters, none of them '/' or ','"
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
    if least == 0 || least > most || most > COUNT_LIMIT {
        problems.push(format!(
            "from 1 to {COUNT_LIMIT} instances are created at once"
        ));
    } else if name(spec.name.as_deref()).is_none()
        && spec
            .names()
            .iter()
            .any(|name| name.chars().count() > NAME_LIMIT)
    {
        problems.push(format!(
            "a name has at most {NAME_LIMIT} characters, with the number that each of several gets"
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
