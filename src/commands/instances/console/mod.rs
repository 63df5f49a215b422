//! `instances console-log`: the output of a guest on its console.
//!
//! Nova keeps about the last 100 KiB, and strips most control characters but not all. In a pipe,
//! every byte stays as Nova sent it. On a terminal, characters that could mislead it are escaped.

mod follow;
mod log;

use std::time::Duration;

use clap::Args;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::commands::wire::{Time, null_as_default};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Answer, Call, Error, Resource as _, Server, Service, Session, find};
use crate::output::sanitize::lines_for_terminal;
use crate::verbs::context::{Context, read_targets};

/// AWS's name for the operation.
const OPERATION: &str = "GetConsoleOutput";

/// The arguments of `instances console-log`.
#[derive(Args, Clone, Debug)]
pub struct ConsoleLogArgs {
    /// A name or an ID; '-' reads it from standard input
    #[arg(value_name = "TARGET")]
    target: String,
    /// Show the last N lines alone
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    tail: Option<u32>,
    /// Go on showing what is new until interrupted, through reboots too
    #[arg(long, short = 'f')]
    follow: bool,
    /// With --follow, look again after this many seconds [default: 2]
    #[arg(long, value_name = "SECONDS", requires = "follow", value_parser = crate::verbs::duration::interval)]
    interval: Option<Duration>,
    /// Pass control characters to the terminal as they are
    #[arg(long)]
    raw_terminal: bool,
}

/// Nova's response
/// (<https://docs.openstack.org/api-ref/compute/#show-console-output-os-getconsoleoutput-action>).
#[derive(Deserialize)]
struct ConsoleOutput {
    #[serde(default, deserialize_with = "null_as_default")]
    output: String,
}

/// The log in the format of AWS's command line, if the user chooses an output format.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Document<'a> {
    instance_id: &'a str,
    timestamp: Time,
    output: &'a str,
}

/// A log with its response.
struct Fetched {
    id: String,
    text: String,
    date: Option<Timestamp>,
    answer: Answer,
}

/// The reason why there is no log. Scripts can distinguish the first three by their codes.
enum Problem {
    /// The instance has no console yet, or none in its current state (409).
    NotReady(Error),
    /// The cloud's hypervisor has no console logs (501), or the instance has no console.
    Unsupported(Error),
    /// The instance does not exist.
    Gone(Error),
    /// Anything else.
    Other(Error),
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match &error {
            Error::Fault(fault) => match fault.status {
                409 => Self::NotReady(error),
                501 => Self::Unsupported(error),
                404 if fault.missing.is_some() => Self::Gone(error),
                // Nova's own 404, but not about the instance: it has no console.
                404 if fault.code.is_some() => Self::Unsupported(error),
                _ => Self::Other(error),
            },
            Error::NotFound { .. } => Self::Gone(error),
            _ => Self::Other(error),
        }
    }
}

impl Problem {
    fn into_error(self, target: &str) -> CommandError {
        let told = |error: Error, code: &'static str, message: String| {
            let words = error.to_string();
            let mut error = CommandError::from(error).during(OPERATION);
            error.code = code;
            error.message = format!("{message}: {words}");
            error
        };
        match self {
            Self::NotReady(error) => {
                let message = format!("instance '{target}' has no console log yet");
                told(error, "IncorrectInstanceState", message)
                    .hint("--follow waits until there is one")
            }
            Self::Unsupported(error) => {
                let message = format!("this cloud gives no console log of instance '{target}'");
                told(error, "UnsupportedOperation", message)
            }
            Self::Gone(error @ Error::Fault(_)) => {
                let message = format!("instance '{target}' is gone");
                told(error, "InvalidInstanceID.NotFound", message)
            }
            Self::Gone(error) | Self::Other(error) => CommandError::from(error).during(OPERATION),
        }
    }
}

/// Shows a console's log, or follows it.
pub(super) async fn run(
    context: &Context,
    args: &ConsoleLogArgs,
) -> Result<ExitCode, CommandError> {
    let targets = read_targets(std::slice::from_ref(&args.target), &context.stdin)?;
    let [target] = targets.as_slice() else {
        return Err(CommandError::usage(
            "one console's log can be shown at a time, and standard input names several instances",
        ));
    };
    if args.follow {
        if context.raw || context.output.is_chosen() {
            return Err(CommandError::usage(
                "--follow writes the log's text as it comes: it has no other form",
            ));
        }
        return follow::run(context, args, target).await;
    }
    let fetched = locate_and_fetch(&context.session, target, args.tail)
        .await
        .map_err(|problem| problem.into_error(target))?;
    if context.raw {
        context.output.raw(&[fetched.answer.body().clone()])?;
        return Ok(ExitCode::Success);
    }
    let text = last(&fetched.text, args.tail);
    if context.output.is_chosen() {
        context.output.value(&Document {
            instance_id: &fetched.id,
            timestamp: Time(fetched.date),
            output: text,
        })?;
        return Ok(ExitCode::Success);
    }
    write(context, args, text)?;
    // The terminal's next prompt needs a line of its own.
    if context.output.is_terminal() && !text.is_empty() && !text.ends_with('\n') {
        context.output.text("\n")?;
    }
    Ok(ExitCode::Success)
}

fn last(text: &str, tail: Option<u32>) -> &str {
    tail.map_or(text, |lines| log::tail(text, lines as usize))
}

/// Writes a part of the log: byte by byte, or safe for a terminal.
fn write(context: &Context, args: &ConsoleLogArgs, text: &str) -> Result<(), CommandError> {
    if !context.output.is_terminal() || args.raw_terminal {
        return Ok(context.output.text(text)?);
    }
    // A carriage return before the end of a line has no effect.
    let text = text.replace("\r\n", "\n");
    Ok(context.output.text(&lines_for_terminal(&text))?)
}

/// Fetches the log of the instance that a target names. If the target is an ID, the log is
/// requested at once, and the target is looked up only if there is no log.
async fn locate_and_fetch(
    session: &Session,
    target: &str,
    tail: Option<u32>,
) -> Result<Fetched, Problem> {
    let refused = if uuid::Uuid::try_parse(target).is_ok() {
        match fetch(session, target, tail).await {
            Err(Problem::Gone(error)) => Some(error),
            result => return result,
        }
    } else {
        None
    };
    let server = find::<Server>(session, target).await?.item;
    match refused {
        // The instance exists, but its console does not.
        Some(error) if server.id() == target => Err(Problem::Unsupported(error)),
        _ => fetch(session, server.id(), tail)
            .await
            .map_err(|problem| match problem {
                Problem::Gone(error) => Problem::Unsupported(error),
                other => other,
            }),
    }
}

/// Requests the log once. Nova counts the text after the last newline as a line, so the request
/// asks for one line more.
async fn fetch(session: &Session, id: &str, tail: Option<u32>) -> Result<Fetched, Problem> {
    let argument = match tail {
        Some(lines) => json!({ "length": u64::from(lines) + 1 }),
        None => json!({}),
    };
    let body = json!({ "os-getConsoleOutput": argument });
    let call = Call::post(OPERATION, Service::Compute, "servers", body)
        .below(id)
        .below("action")
        .only_reads();
    let answer = session.send(&call).await?;
    let ConsoleOutput { output } = answer.decode()?;
    Ok(Fetched {
        id: id.to_owned(),
        text: output,
        date: answer.date(),
        answer,
    })
}
