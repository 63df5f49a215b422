//! The exit codes of a run.

use std::process;

/// The exit codes, after AWS's command line (design, section 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitCode {
    /// Success.
    Success,
    /// Some of several targets failed, a wait ended because its goal can't be reached, or the user
    /// declined the action.
    Failed,
    /// A wait timed out.
    TimedOut,
    /// Interrupted, for example by Ctrl-C.
    Interrupted,
    /// Ended by SIGTERM.
    Terminated,
    /// The command, a parameter or the query is wrong, and no request was sent.
    Usage,
    /// Configuration or credentials are missing or wrong.
    Configuration,
    /// The service refused the request or failed.
    Service,
    /// Any other error: no connection, a broken response, a file that can't be written.
    Other,
}

impl ExitCode {
    /// Returns the process's exit code.
    pub fn number(self) -> u8 {
        match self {
            Self::Success => 0,
            Self::Failed => 1,
            Self::TimedOut => 124,
            Self::Interrupted => 130,
            Self::Terminated => 143,
            Self::Usage => 252,
            Self::Configuration => 253,
            Self::Service => 254,
            Self::Other => 255,
        }
    }
}

impl From<ExitCode> for process::ExitCode {
    fn from(code: ExitCode) -> Self {
        Self::from(code.number())
    }
}
