//! The arguments of `volumes create`.

use clap::Args;

use super::LARGEST_SIZE;
use crate::error::CommandError;
use crate::verbs::context::Context;
use crate::verbs::tags::{self, TagSpec};
use crate::verbs::waiting::WaitArgs;

/// The arguments of `volumes create`.
#[derive(Args, Clone, Debug)]
pub struct CreateArgs {
    /// The volume's name
    #[arg(value_name = "NAME")]
    pub(super) name: Option<String>,
    /// Its size in GiB
    #[arg(long, value_name = "GIB", value_parser = clap::value_parser!(u64).range(1..=LARGEST_SIZE))]
    pub(super) size: u64,
    /// Its type
    #[arg(long, visible_alias = "type", value_name = "TYPE")]
    pub(super) volume_type: Option<String>,
    /// Copy this image onto it: a name or an ID
    #[arg(
        long,
        visible_alias = "image-id",
        value_name = "IMAGE",
        conflicts_with = "source"
    )]
    pub(super) image: Option<String>,
    /// Make it from this snapshot: a name or an ID
    #[arg(long, visible_alias = "snapshot-id", value_name = "SNAPSHOT", conflicts_with_all = ["image", "source"])]
    pub(super) snapshot: Option<String>,
    /// Make it as a copy of this volume: a name or an ID
    #[arg(long, value_name = "VOLUME")]
    pub(super) source: Option<String>,
    /// A description
    #[arg(long, value_name = "TEXT")]
    pub(super) description: Option<String>,
    /// Where to put it
    #[arg(long, value_name = "ZONE")]
    pub(super) availability_zone: Option<String>,
    /// A tag (Cinder's metadata); may be repeated
    #[arg(long, value_name = "KEY=VALUE")]
    pub(super) tag: Vec<String>,
    /// Tags as AWS writes them: ResourceType=volume,Tags=[{Key=env,Value=ci}]
    #[arg(long, value_name = "SPECIFICATION")]
    pub(super) tag_specifications: Vec<String>,
    /// Make a second try find the first one's volume: at most 64 characters of ASCII
    #[arg(long, value_name = "TOKEN")]
    pub(super) client_token: Option<String>,
    /// The pipeline or job that this belongs to [default: the CI system's own]
    #[arg(long, value_name = "ID")]
    pub(super) run_id: Option<String>,
    /// Check the role, every reference and the quota, and create nothing
    #[arg(long)]
    pub(super) dry_run: bool,
    #[command(flatten)]
    pub(super) wait: WaitArgs,
}

impl CreateArgs {
    /// Moves the tags out, for the volume's metadata. The tag `Name` becomes the name.
    pub(super) fn take_tags(
        &mut self,
        context: &Context,
    ) -> Result<Vec<(String, String)>, CommandError> {
        let given = self.tag.iter().map(|tag| TagSpec::parse("--tag", tag));
        let mut all = given.collect::<Result<Vec<_>, _>>()?;
        let specified = tags::specified(context.sources(), "volume", &self.tag_specifications)?;
        all.extend(specified);
        self.name = tags::name_of(self.name.take(), &mut all, None)?;
        tags::check(&all, "--tag and --tag-specifications")?;
        Ok(all.into_iter().map(|tag| (tag.key, tag.value)).collect())
    }
}
