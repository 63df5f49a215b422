//! `volumes delete`.

use clap::Args;

use super::Volume;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::records::Kind;
use crate::verbs::context::Context;
use crate::verbs::delete::{self, Delete};
use crate::verbs::waiting::WaitArgs;

/// What `volumes delete` takes.
#[derive(Args, Debug)]
pub struct DeleteVolumesArgs {
    #[command(flatten)]
    delete: delete::DeleteArgs<Volume>,
    #[command(flatten)]
    wait: WaitArgs,
}

/// Deletes the volumes that are named.
pub(super) async fn run(
    context: &Context,
    args: &DeleteVolumesArgs,
) -> Result<ExitCode, CommandError> {
    let limit = args.wait.limit(context)?;
    delete::delete(context, &args.delete, limit, args.wait.wait).await
}

impl Delete for Volume {
    const KEY: &'static str = "Volumes";
    const ID_KEY: &'static str = "VolumeId";
    const OPERATION: &'static str = "DeleteVolume";
    const KIND: Kind = Kind::Volume;

    fn is_going(&self) -> bool {
        self.is_deleting()
    }

    fn obstacle(&self) -> Option<CommandError> {
        let attachment = self.attachments.first()?;
        let to = attachment.server_id.as_deref().unwrap_or("an instance");
        let message = format!("volume '{}' ({}) is attached to {to}", self.name, self.id);
        let error = CommandError::new(ExitCode::Service, "VolumeInUse", message);
        Some(error.during(Self::OPERATION).hint(
            "delete the instance, or detach the volume there: openstack server remove volume",
        ))
    }
}
