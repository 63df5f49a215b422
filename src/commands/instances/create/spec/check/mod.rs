//! Checks the words of specifications. What Nova would refuse is an error before anything is sent.

use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory as _};

use super::Spec;
use super::network::NetworkArgument;
use crate::commands::volumes::LARGEST_SIZE;
use crate::error::CommandError;
use crate::records::is_own_label;
use crate::verbs::once::token_problem;

/// Nova's own limits, and EC2's for the token.
const NAME_LIMIT: usize = 255;
const TAG_LIMIT: usize = 255;
const LABEL_LIMIT: usize = 60;
/// One less than Nova's limit: the client token is a label, too.
const MOST_LABELS: usize = 49;
const DESCRIPTION_LIMIT: usize = 255;
const HOSTNAME_LIMIT: usize = 63;
const COUNT_LIMIT: u32 = 1_000;

/// Returns everything that is wrong with the words of these specifications and of the run ID.
pub(crate) fn problems(specs: &[Spec]) -> Vec<CommandError> {
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

/// Returns what is wrong with a run ID, which goes into each instance's metadata.
pub(crate) fn run_id(id: Option<&str>) -> Option<CommandError> {
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
        problems.push("--instance-type (or --flavor) is missing".to_owned());
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
        .map(|text| NetworkArgument::parse(text))
        .collect();
    let is_port =
        |wish: &Result<NetworkArgument<'_>, _>| matches!(wish, Ok(NetworkArgument::Port(_)));
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

/// Returns a character that Nova refuses in names and descriptions, if there is one: it is not
/// printable, or Nova's database can't store it.
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

/// Returns whether Nova's database, with three bytes a character, can't store a character.
fn is_beyond(c: char) -> bool {
    u32::from(c) > 0xFFFF
}

fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Checks what Nova's schemas refuse, and what its database refuses later, when the instance would
/// stay pending without an end.
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
    // Nova takes any text for `same_host`.
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
        .find(|size| *size > LARGEST_SIZE)
    {
        problems.push(format!(
            "a volume has at most {LARGEST_SIZE} GiB, and {size} are asked for"
        ));
    }
}

/// Returns the length of the longest suffix in the names of the instance's volumes: `-root`, `-1` …
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

/// Checks what the instance boots from: one thing, without an option that would be ignored.
fn root(spec: &Spec, problems: &mut Vec<String>) {
    let (volume, snapshot) = (spec.boot_volume.is_some(), spec.boot_snapshot.is_some());
    if spec.image_id.is_none() && !volume && !snapshot {
        problems.push("--image is missing (or --boot-volume or --boot-snapshot)".to_owned());
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
            NetworkArgument::parse(text),
            Ok(NetworkArgument::Port(_) | NetworkArgument::Network(_, Some(_)))
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
mod tests;
