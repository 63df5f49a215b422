//! The command line that means the same as a set of arguments. Pure.

use super::super::args::CreateArgs;
use crate::commands::shell::option;

/// Returns the words after `ostk instances create`.
pub(super) fn words(args: &CreateArgs) -> Vec<String> {
    let text = |flag: &str, value: &Option<String>| -> Vec<String> {
        value.iter().flat_map(|value| option(flag, value)).collect()
    };
    let each = |flag: &str, values: &[String]| -> Vec<String> {
        values
            .iter()
            .flat_map(|value| option(flag, value))
            .collect()
    };
    let switch =
        |flag: &str, on: bool| -> Vec<String> { on.then(|| flag.to_owned()).into_iter().collect() };
    let root_volume = args.root_volume.map(|size| size.to_string());
    let timeout = args
        .wait
        .given_timeout()
        .map(|time| format!("{}s", time.as_secs_f64()));
    let parallel = args.parallel.named().map(|number| number.to_string());
    let (first, last): (Vec<String>, Vec<String>) = match &args.name {
        Some(name) if name.starts_with('-') => (Vec::new(), operand(name)),
        Some(name) => (vec![name.clone()], Vec::new()),
        None => (Vec::new(), Vec::new()),
    };
    [
        first,
        text("--image", &args.image),
        text("--instance-type", &args.instance_type),
        text("--key-name", &args.key_name),
        each("--network", &args.network),
        each("--security-group", &args.security_group),
        text("--root-volume", &root_volume),
        text("--root-volume-type", &args.root_volume_type),
        switch("--keep-root-volume", args.keep_root_volume),
        text("--boot-volume", &args.boot_volume),
        text("--boot-snapshot", &args.boot_snapshot),
        each("--volume", &args.volume),
        text("--count", &args.count),
        text("--user-data", &args.user_data),
        text("--availability-zone", &args.availability_zone),
        each("--tag", &args.tag),
        each("--tag-specifications", &args.tag_specifications),
        each("--label", &args.label),
        text("--description", &args.description),
        text("--hostname", &args.hostname),
        switch("--config-drive", args.config_drive),
        text("--server-group", &args.server_group),
        each("--hint", &args.hint),
        text("--client-token", &args.client_token),
        text("--run-id", &args.run_id),
        text("--cli-input-json", &args.cli_input_json),
        switch("--generate-cli-skeleton", args.generate_cli_skeleton),
        text("--from-file", &args.from_file),
        switch("--dry-run", args.dry_run),
        switch("--wait", args.wait.wait),
        text("--timeout", &timeout),
        text("--parallel", &parallel),
        last,
    ]
    .concat()
}

/// Returns a word that is never read as an option.
pub(super) fn operand(word: &str) -> Vec<String> {
    let marked = word.starts_with('-').then(|| "--".to_owned());
    marked.into_iter().chain([word.to_owned()]).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use clap::{CommandFactory as _, Parser};

    use super::*;

    /// The create command alone.
    #[derive(Debug, Parser)]
    #[command(name = "ostk instances create")]
    struct Line {
        #[command(flatten)]
        args: CreateArgs,
    }

    pub(in super::super) fn parse<'a>(words: impl IntoIterator<Item = &'a str>) -> CreateArgs {
        let words = ["create"].into_iter().chain(words);
        Line::try_parse_from(words).unwrap().args.gathered()
    }

    #[test]
    fn no_flag_is_forgotten_in_the_command_line() {
        let flags = [
            "-n x",
            "--image=-i",
            "--instance-type=f",
            "--key-name=k",
            "--network=a",
            "--network=b",
            "--security-group=g",
            "--root-volume=1",
            "--root-volume-type=t",
            "--keep-root-volume",
            "--volume=size=1",
            "--user-data=-",
            "--availability-zone=z",
            "--tag=a=b c",
            "--tag-specifications=ResourceType=instance,Tags=[{Key=a,Value=b}]",
            "--label=l",
            "--description=",
            "--hostname=h",
            "--config-drive",
            "--server-group=s",
            "--hint=a=b",
            "--count=1:2",
            "--client-token=t",
            "--run-id=r",
            "--generate-cli-skeleton",
            "--dry-run",
            "--wait",
            "--timeout=1m30s",
            "--parallel=2",
        ];
        // These exclude others.
        let sets: [&[&str]; 5] = [
            &["--name=x", "--security-group-ids", "g", "h"],
            &["--boot-volume=v"],
            &["--boot-snapshot=s"],
            &["--cli-input-json=-"],
            &["--from-file=f"],
        ];
        let mut seen = String::new();
        let mut all: Vec<Vec<&str>> = sets.iter().map(|set| set.to_vec()).collect();
        let mut most = flags[1..].to_vec();
        most.extend(["--", flags[0]]);
        all.push(most);
        for set in all {
            let args = parse(set);
            let words = words(&args);
            let again = parse(words.iter().map(String::as_str));
            assert_eq!(format!("{again:?}"), format!("{args:?}"));
            seen.push_str(&words.join(" "));
            seen.push(' ');
        }
        // Other options stand for these.
        let unsaid = ["help", "name", "security-group-ids"];
        for argument in Line::command().get_arguments() {
            if let Some(long) = argument.get_long().filter(|long| !unsaid.contains(long)) {
                assert!(
                    seen.contains(&format!("--{long} ")) || seen.contains(&format!("--{long}=")),
                    "--{long}"
                );
            }
        }
    }
}
