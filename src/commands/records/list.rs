//! `records list`, `describe` and `export`.

use std::collections::HashSet;
use std::fmt::Write as _;

use clap::Args;

use super::Local;
use super::view::{KeyPair, Line, Record};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::output::Page;
use crate::records::{Journal, RecordFilter, RecordState};
use crate::state::State;
use crate::verbs::DescribeArgs;
use crate::verbs::context::read_targets;

/// The list's key in the output.
const KEY: &str = "Records";

/// What `records list` takes.
#[derive(Args, Clone, Debug)]
pub struct ListArgs {
    #[command(flatten)]
    run: RunArgs,
    /// List those alone whose instance still exists, as far as is known here
    #[arg(long)]
    orphans: bool,
    /// List those in one of these states: the record's (intended, created, failed, terminated) or the instance's own
    #[arg(long, value_name = "STATE", value_delimiter = ',', value_parser = state)]
    state: Vec<String>,
    /// Print the instances' IDs alone, one a line, whatever --output says: for 'ostk instances delete -'
    #[arg(long)]
    ids: bool,
}

/// What `records export` takes.
#[derive(Args, Clone, Debug)]
pub struct ExportArgs {
    #[command(flatten)]
    run: RunArgs,
}

/// Which pipeline or job is meant.
#[derive(Args, Clone, Debug)]
struct RunArgs {
    /// Take what was made for this pipeline or job alone
    #[arg(long, value_name = "ID")]
    run_id: Option<String>,
}

fn state(text: &str) -> Result<String, String> {
    let text = text.to_lowercase();
    if text.parse::<RecordState>().is_ok() || text.parse::<State>().is_ok() {
        return Ok(text);
    }
    let records = RecordState::ALL.iter().map(|state| state.name());
    let instances = State::ALL.iter().map(|state| state.name());
    let mut all: Vec<&str> = records.collect();
    all.extend(instances.filter(|name| *name != "terminated"));
    Err(format!("it is one of {}", all.join(", ")))
}

/// Lists records.
pub(super) fn run(local: &Local<'_>, args: &ListArgs) -> Result<ExitCode, CommandError> {
    let filter = RecordFilter {
        run_id: args.run.run_id.clone(),
        orphans: args.orphans,
        states: args.state.clone(),
        ..local.filter()
    };
    let records = Journal::open(local.env)?.list(&filter)?;
    if args.ids {
        let mut seen = HashSet::new();
        let mut text = String::new();
        for id in records.iter().filter_map(|one| one.instance_id.as_deref()) {
            if seen.insert(id) {
                let _ = writeln!(text, "{id}");
            }
        }
        if !text.is_empty() {
            local.output.raw(&[text.into()])?;
        }
        return Ok(ExitCode::Success);
    }
    let now = local.env.now();
    let page = Page {
        key: KEY,
        items: records
            .into_iter()
            .map(|record| Record::new(record, now))
            .collect(),
        next_token: None,
    };
    if !local.output.list(&page)? {
        local.notes.note("There are no records to show.");
    }
    Ok(ExitCode::Success)
}

/// Shows the records that are named. A name or a token may stand for several: all are shown.
pub(super) fn describe(local: &Local<'_>, args: &DescribeArgs) -> Result<ExitCode, CommandError> {
    let targets = read_targets(args, local.stdin)?;
    let records = Journal::open(local.env)?.list(&RecordFilter {
        targets: targets.clone(),
        ..local.filter()
    })?;
    let mut errors: Vec<CommandError> = targets
        .iter()
        .filter(|target| {
            !records.iter().any(|record| {
                record.instance_id.as_ref() == Some(target)
                    || record.name == **target
                    || record.token == **target
            })
        })
        .map(|target| {
            CommandError::new(
                ExitCode::Service,
                "InvalidRecord.NotFound",
                format!("no record has the instance ID, the name or the client token '{target}'"),
            )
            .hint("'ostk records list' shows what there is")
        })
        .collect();
    if records.is_empty() && errors.len() == 1 {
        return Err(errors.remove(0));
    }
    for error in &errors {
        local.notes.error(error);
    }
    let now = local.env.now();
    local.output.detail(&Page {
        key: KEY,
        items: records
            .into_iter()
            .map(|record| Record::new(record, now))
            .collect(),
        next_token: None,
    })?;
    Ok(if errors.is_empty() {
        ExitCode::Success
    } else {
        ExitCode::Failed
    })
}

/// Writes everything, a line each.
pub(super) fn export(local: &Local<'_>, args: &ExportArgs) -> Result<ExitCode, CommandError> {
    let journal = Journal::open(local.env)?;
    let filter = RecordFilter {
        run_id: args.run.run_id.clone(),
        ..local.filter()
    };
    let now = local.env.now();
    for record in journal.list(&filter)? {
        local.output.line(&Line {
            r#type: "instance",
            record: Record::new(record, now),
        })?;
    }
    // Key pairs belong to no run.
    if args.run.run_id.is_none() {
        for keypair in journal.keypairs()? {
            let scope = &keypair.0;
            if local.cloud.is_none_or(|cloud| cloud == scope.cloud)
                && (local.region.is_none() || local.region == scope.region.as_deref())
            {
                local.output.line(&Line {
                    r#type: "key-pair",
                    record: KeyPair::new(keypair),
                })?;
            }
        }
    }
    Ok(ExitCode::Success)
}
