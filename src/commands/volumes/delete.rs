//! `volumes delete`: what prevents the deletion of a volume.

use super::calls::DELETE;
use super::{Snapshot, Volume};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Error, Resource as _, Session, list_all, list_call};
use crate::records::Kind;
use crate::verbs::delete::Delete;

impl Delete for Volume {
    const ID_KEY: &'static str = "VolumeId";
    const OPERATION: &'static str = DELETE;
    const KIND: Kind = Kind::Volume;

    fn is_going(&self) -> bool {
        self.is_deleting()
    }

    fn obstacle(&self) -> Option<CommandError> {
        let Some(attachment) = self.attachments.first() else {
            return self.unready();
        };
        let to = attachment.server_id.as_deref().unwrap_or("an instance");
        let message = format!("volume '{}' ({}) is attached to {to}", self.name, self.id);
        let error = CommandError::new(ExitCode::Service, "VolumeInUse", message);
        Some(error.during(Self::OPERATION).hint(
            "delete the instance, or detach the volume there: openstack server remove volume",
        ))
    }

    async fn dependents(&self, session: &Session) -> Result<Option<CommandError>, Error> {
        let call = list_call::<Snapshot>().query("volume_id", &self.id);
        let snapshots = match list_all::<Snapshot>(session, call).await {
            Err(error) if error.is_hidden() => return Ok(None),
            result => result?,
        };
        let own = snapshots.iter().filter(|one| one.volume_id == self.id);
        let ids: Vec<&str> = own.map(Snapshot::id).take(SHOWN).collect();
        if ids.is_empty() {
            return Ok(None);
        }
        let message = format!(
            "volume '{}' ({}) has snapshots; delete these first: {}",
            self.name,
            self.id,
            ids.join(", ")
        );
        let error = CommandError::new(ExitCode::Service, "IncorrectState", message);
        Ok(Some(error.during(Self::OPERATION)))
    }
}

/// How many snapshots an error names.
const SHOWN: usize = 10;

impl Volume {
    /// Returns why Cinder refuses to delete a volume with this status. During a deletion, Cinder
    /// accepts a second request.
    fn unready(&self) -> Option<CommandError> {
        let takes = matches!(
            self.status.as_str(),
            "" | "available"
                | "deleting"
                | "error"
                | "error_restoring"
                | "error_extending"
                | "error_managing"
        );
        let message = format!("volume '{}' ({}) is {}", self.name, self.id, self.status);
        let error = CommandError::new(ExitCode::Service, "IncorrectState", message);
        (!takes).then(|| {
            error
                .during(Self::OPERATION)
                .hint("a volume can be deleted when it is available or in error")
        })
    }
}
