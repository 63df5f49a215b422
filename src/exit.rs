//! How a run ends.

use std::process;

/// The exit codes, after AWS's command line (design, section 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitCode {
    /// Done.
    Success,
    /// Some of several targets failed, a wait ended where its goal can't be reached, or a person
    /// said no to what was to be done.
    Failed,
    /// A wait ran out of time.
    TimedOut,
    /// Interrupted, as by Ctrl-C.
    Interrupted,
    /// Ended by SIGTERM.
    Terminated,
    /// The command's words, a parameter or the query are wrong; nothing was sent.
    Usage,
    /// Configuration or credentials are missing or wrong.
    Configuration,
    /// The service refused or failed.
    Service,
    /// Anything else: no connection, a broken answer, a file that can't be written.
    Other,
}

impl ExitCode {
    /// The number that the process ends with.
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
