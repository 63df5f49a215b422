//! The arguments of `instances create`, with AWS's names or OpenStack's.

use std::collections::HashSet;

use clap::Args;

use crate::commands::instances::create::spec::{INSTANCE, Spec, VolumeSpec};
use crate::error::CommandError;
use crate::verbs::source::Sources;
use crate::verbs::tags::{self, TagSpec};
use crate::verbs::waiting::{ParallelArgs, WaitArgs};

/// What `instances create` takes.
#[derive(Args, Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
#[expect(
    clippy::doc_markdown,
    reason = "the help is plain text, in which a link would be one too many"
)]
pub struct CreateArgs {
    /// The instance's name; several are numbered NAME-1, NAME-2 …
    #[arg(value_name = "NAME")]
    pub(crate) name: Option<String>,
    /// The same as NAME, which an option with several words before it would take for one of them
    #[arg(long = "name", value_name = "NAME", conflicts_with = "name")]
    pub(crate) named: Option<String>,
    /// The image to boot from: a name or an ID
    #[arg(long, visible_alias = "image-id", value_name = "IMAGE")]
    pub(crate) image: Option<String>,
    /// The flavor: a name or an ID
    #[arg(long, visible_alias = "flavor", value_name = "FLAVOR")]
    pub(crate) instance_type: Option<String>,
    /// The key pair whose public key the instance gets
    #[arg(long, value_name = "NAME")]
    pub(crate) key_name: Option<String>,
    /// A network: a name, an ID, auto, none, port=PORT, or NETWORK,ip=ADDRESS; may be repeated
    #[arg(long, visible_alias = "subnet-id", value_name = "NETWORK")]
    pub(crate) network: Vec<String>,
    /// A security group: a name or an ID; may be repeated
    #[arg(long, value_name = "GROUP", value_delimiter = ',')]
    pub(crate) security_group: Vec<String>,
    /// Security groups, as in AWS: all words up to the next option
    #[arg(
        long,
        visible_alias = "security-groups",
        value_name = "GROUP",
        value_delimiter = ',',
        num_args = 1..
    )]
    pub(crate) security_group_ids: Vec<String>,
    /// What the guest is given at its first boot: text, file://PATH, fileb://PATH, or - for standard input
    #[arg(long, value_name = "DATA", allow_hyphen_values = true)]
    pub(crate) user_data: Option<String>,
    /// Where to put it
    #[arg(long, value_name = "ZONE")]
    pub(crate) availability_zone: Option<String>,
    /// A tag (Nova's metadata); may be repeated; the tag Name is the instance's name
    #[arg(long, value_name = "KEY=VALUE")]
    pub(crate) tag: Vec<String>,
    /// Tags as AWS writes them: ResourceType=instance,Tags=[{Key=env,Value=ci}], JSON, or file://PATH
    #[arg(long, value_name = "SPECIFICATION", num_args = 1.., action = clap::ArgAction::Append)]
    pub(crate) tag_specifications: Vec<String>,
    /// A label (Nova's tag); may be repeated
    #[arg(long, value_name = "LABEL")]
    pub(crate) label: Vec<String>,
    /// A description
    #[arg(long, value_name = "TEXT")]
    pub(crate) description: Option<String>,
    /// The guest's host name, where it differs from the name
    #[arg(long, value_name = "NAME")]
    pub(crate) hostname: Option<String>,
    /// Give the guest its metadata on a drive
    #[arg(long)]
    pub(crate) config_drive: bool,
    /// The server group that it belongs to: a name or an ID
    #[arg(long, value_name = "GROUP")]
    pub(crate) server_group: Option<String>,
    /// A hint for the scheduler; may be repeated
    #[arg(long, value_name = "KEY=VALUE")]
    pub(crate) hint: Vec<String>,
    /// How many: a number, or MIN:MAX
    #[arg(long, value_name = "NUMBER")]
    pub(crate) count: Option<String>,
    /// Boot from a new volume of so many GiB, made from the image
    #[arg(long, value_name = "GIB")]
    pub(crate) root_volume: Option<u64>,
    /// The type of that volume
    #[arg(long, value_name = "TYPE")]
    pub(crate) root_volume_type: Option<String>,
    /// Keep that volume when the instance is deleted
    #[arg(long)]
    pub(crate) keep_root_volume: bool,
    /// Boot from this volume: a name or an ID
    #[arg(long, value_name = "VOLUME", conflicts_with_all = ["root_volume", "boot_snapshot"])]
    pub(crate) boot_volume: Option<String>,
    /// Boot from a new volume made from this snapshot: a name or an ID
    #[arg(long, value_name = "SNAPSHOT")]
    pub(crate) boot_snapshot: Option<String>,
    /// A further volume: size=GIB, or id=VOLUME, with device=NAME, type=TYPE or keep; may be repeated
    #[arg(long, value_name = "VOLUME")]
    pub(crate) volume: Vec<String>,
    /// Make a second try find the first one's instance: at most 64 characters of ASCII
    #[arg(long, value_name = "TOKEN")]
    pub(crate) client_token: Option<String>,
    /// The pipeline or job that this belongs to [default: the CI system's own]
    #[arg(long, value_name = "ID")]
    pub(crate) run_id: Option<String>,
    /// Read all of this as JSON: the text itself, file://PATH, or - for standard input; flags win over it
    #[arg(long, value_name = "JSON")]
    pub(crate) cli_input_json: Option<String>,
    /// Print an empty form of that JSON, and do nothing
    #[arg(long)]
    pub(crate) generate_cli_skeleton: bool,
    /// Create all instances of this YAML file, or - for standard input; flags win over it
    #[arg(long, value_name = "FILE", conflicts_with = "cli_input_json", value_hint = clap::ValueHint::FilePath)]
    pub(crate) from_file: Option<String>,
    /// Check the role, every reference and the quota, and create nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[command(flatten)]
    pub(crate) wait: WaitArgs,
    #[command(flatten)]
    pub(crate) parallel: ParallelArgs,
}

impl CreateArgs {
    /// Returns the same arguments with each value in one field, however it was given.
    pub(crate) fn gathered(mut self) -> Self {
        self.name = self.name.or(self.named.take());
        self.security_group.append(&mut self.security_group_ids);
        self
    }

    /// Returns whether the arguments do not say at all what to create.
    pub(crate) fn says_nothing(&self) -> bool {
        self.name.is_none()
            && self.image.is_none()
            && self.instance_type.is_none()
            && self.cli_input_json.is_none()
            && self.from_file.is_none()
            && !self.generate_cli_skeleton
    }

    /// Returns the same with lists and tag specifications read, and with the tag `Name` as the
    /// name. User data and documents are read later.
    pub(crate) fn with_lists_read(&self, sources: Sources<'_>) -> Result<Self, CommandError> {
        let mut read = self.clone();
        read.security_group = sources.list("--security-group-ids", &read.security_group)?;
        let mut given = Vec::new();
        for tag in &read.tag {
            given.push(TagSpec::parse("--tag", tag)?);
        }
        let mut specified = tags::specified(sources, INSTANCE, &read.tag_specifications)?;
        let mut names = [given.as_slice(), specified.as_slice()].concat();
        read.name = tags::name_of(read.name.take(), &mut names, None)?;
        tags::check(&names, "--tag and --tag-specifications")?;
        read.tag.retain(|tag| !tag.starts_with("Name="));
        specified.retain(|tag| !tag.is_name());
        read.tag_specifications = match specified.as_slice() {
            [] => Vec::new(),
            _ => vec![tags::argument(INSTANCE, specified)],
        };
        Ok(read)
    }

    /// Lays the flags over a specification. The files that they name are read by then.
    pub(crate) fn over(&self, mut spec: Spec) -> Result<Spec, CommandError> {
        fn put<T: Clone>(field: &mut Option<T>, flag: Option<&T>) {
            if let Some(value) = flag {
                *field = Some(value.clone());
            }
        }
        put(&mut spec.name, self.name.as_ref());
        put(&mut spec.image_id, self.image.as_ref());
        put(&mut spec.instance_type, self.instance_type.as_ref());
        put(&mut spec.key_name, self.key_name.as_ref());
        put(&mut spec.user_data, self.user_data.as_ref());
        put(&mut spec.availability_zone, self.availability_zone.as_ref());
        put(&mut spec.description, self.description.as_ref());
        put(&mut spec.hostname, self.hostname.as_ref());
        put(&mut spec.server_group, self.server_group.as_ref());
        put(&mut spec.client_token, self.client_token.as_ref());
        put(&mut spec.root_volume_size, self.root_volume.as_ref());
        put(&mut spec.root_volume_type, self.root_volume_type.as_ref());
        put(&mut spec.boot_volume, self.boot_volume.as_ref());
        put(&mut spec.boot_snapshot, self.boot_snapshot.as_ref());
        spec.config_drive |= self.config_drive;
        spec.keep_root_volume |= self.keep_root_volume;
        if !self.network.is_empty() {
            spec.networks.clone_from(&self.network);
        }
        if !self.security_group.is_empty() {
            spec.security_groups.clone_from(&self.security_group);
        }
        if !self.label.is_empty() {
            spec.labels.clone_from(&self.label);
        }
        let mut seen = HashSet::new();
        spec.labels.retain(|label| seen.insert(label.clone()));
        for tag in &self.tag {
            spec.set_tag(TagSpec::parse("--tag", tag)?);
        }
        for text in &self.tag_specifications {
            for tag in tags::from_argument(INSTANCE, text)? {
                spec.set_tag(tag);
            }
        }
        for hint in &self.hint {
            let TagSpec { key, value } = TagSpec::parse("--hint", hint)?;
            spec.hints.insert(key, value);
        }
        if !self.volume.is_empty() {
            spec.volumes = self
                .volume
                .iter()
                .map(|text| VolumeSpec::parse(text))
                .collect::<Result<_, _>>()?;
        }
        if let Some(text) = &self.count {
            (spec.min_count, spec.max_count) = counts(text)?;
        }
        Ok(spec)
    }
}

/// Reads `N` or `MIN:MAX`.
fn counts(text: &str) -> Result<(Option<u32>, Option<u32>), CommandError> {
    let wrong = || {
        CommandError::usage(format!(
            "--count '{text}' is neither a number nor MIN:MAX, from 1 on"
        ))
    };
    let number = |text: &str| {
        text.parse::<u32>()
            .ok()
            .filter(|number| *number > 0)
            .ok_or_else(wrong)
    };
    let (least, most) = match text.split_once(':') {
        Some((least, most)) => (number(least)?, number(most)?),
        None => (number(text)?, number(text)?),
    };
    if least > most {
        return Err(wrong());
    }
    Ok((Some(least), Some(most)))
}
