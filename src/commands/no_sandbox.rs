//! `ostk sandbox` in a build without the feature `sandbox`: an error that says what is missing.

use std::ffi::OsString;

use clap::Subcommand;

use crate::env::Env;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::output::Output;
use crate::verbs::notes::Notes;

/// Takes any words, since every command fails.
#[derive(Debug, Subcommand)]
pub enum SandboxCommand {
    /// A command that needs the sandbox
    #[command(external_subcommand)]
    Any(Vec<OsString>),
}

/// A sandbox in this process, which never exists.
pub enum BuiltInCloud {}

impl BuiltInCloud {
    /// Fails.
    pub fn open(_env: &Env) -> Result<Self, CommandError> {
        Err(missing())
    }

    /// Never called.
    pub fn auth_url(&self) -> String {
        match *self {}
    }

    /// Never called.
    pub fn spawn(self) {
        match self {}
    }
}

/// Fails for every command.
pub fn run(
    _command: SandboxCommand,
    _output: &Output,
    _env: &Env,
    _notes: &Notes,
) -> Result<ExitCode, CommandError> {
    Err(missing())
}

fn missing() -> CommandError {
    CommandError::configuration("this ostk was built without the sandbox")
        .hint("build it with the feature 'sandbox', which is on by default: cargo install --path .")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_says_what_is_missing_and_how_to_get_it() {
        let error = missing();
        assert_eq!(error.exit, ExitCode::Configuration);
        assert!(error.message.contains("without the sandbox"), "{error:?}");
        assert!(error.hints[0].contains("cargo install"), "{error:?}");
    }
}
