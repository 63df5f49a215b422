//! `records prune`.

use clap::Args;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::place::{PlaceArgs, narrowed};
use super::{Local, dry_run};
use crate::commands::wire::Time;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::records::{Journal, Pruned, RecordFilter};

/// The arguments of `records prune`.
#[derive(Args, Clone, Debug)]
pub struct PruneArgs {
    /// Forget what has not changed for this long, such as 30d, 12h or 90m
    #[arg(long, value_name = "TIME", value_parser = age)]
    older_than: SignedDuration,
    /// Forget also what is not finished, such as the records of what still exists
    #[arg(long)]
    all: bool,
    /// Only say how many there are
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    pub(super) place: PlaceArgs,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Answer {
    forgotten: u64,
    before: Time,
}

/// Parses a number with a unit.
fn age(text: &str) -> Result<SignedDuration, String> {
    let wrong = || "it must be a number with s, m, h, d or w, such as 30d".to_owned();
    let unit = match text.chars().last().ok_or_else(wrong)? {
        's' => 1,
        'm' => 60,
        'h' => 3_600,
        'd' => 86_400,
        'w' => 604_800,
        _ => return Err(wrong()),
    };
    let number: u32 = text[..text.len() - 1].parse().map_err(|_| wrong())?;
    Ok(SignedDuration::from_secs(i64::from(number) * unit))
}

/// Deletes old records.
pub(super) fn run(local: &Local<'_>, args: &PruneArgs) -> Result<ExitCode, CommandError> {
    let place = local.place.as_ref();
    let journal = Journal::open(local.env)?;
    // An age before the earliest possible time matches no record.
    let before = local
        .env
        .now()
        .checked_sub(args.older_than)
        .unwrap_or(Timestamp::MIN);
    let filter = narrowed(place, RecordFilter::everything());
    let forgotten = if args.dry_run {
        let old = journal.list(&filter)?.into_iter();
        old.filter(|record| record.updated < before && (args.all || record.is_finished()))
            .count() as u64
    } else {
        let which = if args.all {
            Pruned::All
        } else {
            Pruned::Finished
        };
        local.output.tells_changes();
        journal.prune(before, which, &filter)?
    };
    local.output.value(&Answer {
        forgotten,
        before: Time(Some(before)),
    })?;
    if args.dry_run {
        return Err(dry_run());
    }
    Ok(ExitCode::Success)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_have_a_unit() {
        assert_eq!(age("30d"), Ok(SignedDuration::from_hours(720)));
        assert_eq!(age("90m"), Ok(SignedDuration::from_mins(90)));
        assert_eq!(age("0s"), Ok(SignedDuration::ZERO));
        for text in [
            "",
            "30",
            "d",
            "-1d",
            "1.5h",
            "30 days",
            "1é",
            "99999999999d",
        ] {
            assert!(age(text).is_err(), "{text}");
        }
    }
}
