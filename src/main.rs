//! The process edge: arguments, environment, streams, exit code.

use std::process::ExitCode;

use ostk::env::Env;
use ostk::io::Io;

fn main() -> ExitCode {
    ostk::run(
        std::env::args_os(),
        &Env::from_process(),
        &Io::from_process(),
    )
    .into()
}
