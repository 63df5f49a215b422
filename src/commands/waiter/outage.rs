//! The notice about a cloud that doesn't respond for a while.

use std::time::Duration;

use crate::error::CommandError;
use crate::verbs::context::Context;

/// Reports an outage once when it begins, and once when it ends.
#[derive(Debug, Default)]
pub(in crate::commands) struct OutageNotice {
    is_reported: bool,
}

impl OutageNotice {
    /// Warns of the first of several errors in a row. Returns an error that is not retried, which
    /// ends the command.
    pub(in crate::commands) fn begin(
        &mut self,
        context: &Context,
        error: CommandError,
        retry_in: Option<Duration>,
    ) -> Result<(), CommandError> {
        if retry_in.is_none() {
            return Err(error);
        }
        if !std::mem::replace(&mut self.is_reported, true) {
            context.notes.warn(&format!(
                "{} ({}); asking again until it answers",
                error.message, error.code
            ));
        }
        Ok(())
    }

    /// Reports that the outage is over, if one was reported.
    pub(in crate::commands) fn end(&mut self, context: &Context) {
        if std::mem::take(&mut self.is_reported) {
            context.notes.note("The cloud answers again.");
        }
    }
}
