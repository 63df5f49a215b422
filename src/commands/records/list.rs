//! `records list`, `describe` and `export`.

use std::collections::HashSet;
use std::fmt::Write as _;

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::Local;
use super::place::{Place, PlaceArgs, narrowed};
use super::view::{KeyPairRow, Line, Record};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::output::Page;
use crate::records::{
    Journal, KeypairRecord, Kind, RecordFilter, RecordState, ResourceRecord, Scope,
};
use crate::state::State;
use crate::verbs;
use crate::verbs::context::read_targets;

/// The list's key in the output.
const KEY: &str = "Records";
/// AWS's name for key pairs. The journal stores them apart from the other kinds.
const KEY_PAIR: &str = "key-pair";

/// The arguments of `records list`.
#[derive(Args, Clone, Debug)]
pub struct ListArgs {
    #[command(flatten)]
    run: RunArgs,
    /// List those alone that still exist, as far as is known here
    #[arg(long)]
    orphans: bool,
    /// List those in one of these states: the record's (intended, created, failed, terminated) or the resource's own
    #[arg(long, value_name = "STATE", value_delimiter = ',', value_parser = state)]
    state: Vec<String>,
    /// List these kinds alone
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = kinds())]
    kind: Vec<String>,
    /// Print the instances' IDs alone (or those of --kind), one a line, whatever --output says: for 'ostk instances delete -'
    #[arg(long, conflicts_with = "all_clouds")]
    ids: bool,
    #[command(flatten)]
    pub(super) place: PlaceArgs,
}

/// The arguments of `records describe`.
#[derive(Args, Clone, Debug)]
pub struct DescribeRecordsArgs {
    #[command(flatten)]
    describe: verbs::DescribeArgs,
    #[command(flatten)]
    pub(super) place: PlaceArgs,
}

/// The arguments of `records export`.
#[derive(Args, Clone, Debug)]
pub struct ExportArgs {
    #[command(flatten)]
    run: RunArgs,
    #[command(flatten)]
    pub(super) place: PlaceArgs,
}

/// The selection of a pipeline or job.
#[derive(Args, Clone, Debug)]
struct RunArgs {
    /// Take what was made for this pipeline or job alone
    #[arg(long, value_name = "ID")]
    run_id: Option<String>,
}

fn kinds() -> PossibleValuesParser {
    let names = Kind::ALL.into_iter().map(Kind::name).chain([KEY_PAIR]);
    PossibleValuesParser::new(names)
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

/// The kinds in a list.
struct Kinds {
    kinds: Vec<Kind>,
    keypairs: bool,
}

impl Kinds {
    fn all() -> Self {
        Self {
            kinds: Kind::ALL.to_vec(),
            keypairs: true,
        }
    }

    fn of(args: &ListArgs) -> Self {
        if args.kind.is_empty() && !args.ids {
            return Self::all();
        }
        // IDs are the targets of one command: of instances, unless --kind names another kind.
        let mut kinds: Vec<Kind> = args
            .kind
            .iter()
            .filter_map(|kind| kind.parse().ok())
            .collect();
        if args.kind.is_empty() {
            kinds.push(Kind::Instance);
        }
        Self {
            kinds,
            keypairs: args.kind.iter().any(|kind| kind == KEY_PAIR),
        }
    }
}

/// Returns the records of these kinds in this place, oldest first.
fn records(
    journal: &Journal,
    place: Option<&Place>,
    kinds: &Kinds,
    filter: RecordFilter,
) -> Result<Vec<ResourceRecord>, CommandError> {
    if kinds.kinds.is_empty() {
        return Ok(Vec::new());
    }
    let filter = RecordFilter {
        kinds: kinds.kinds.clone(),
        ..narrowed(place, filter)
    };
    Ok(journal.list(&filter)?)
}

/// Returns the key pairs of this place and this run, oldest first.
fn keypairs(
    journal: &Journal,
    place: Option<&Place>,
    run_id: Option<&str>,
) -> Result<Vec<(Scope, KeypairRecord)>, CommandError> {
    let mut found = journal.keypairs()?;
    found.retain(|(scope, keypair)| {
        place.is_none_or(|place| place.has_keypairs_of(scope))
            && (run_id.is_none() || run_id == keypair.run_id.as_deref())
    });
    Ok(found)
}

/// Lists records.
pub(super) fn run(local: &Local<'_>, args: &ListArgs) -> Result<ExitCode, CommandError> {
    if args.ids && args.kind.len() > 1 {
        return Err(CommandError::usage(
            "--ids is for one command, which takes the IDs of one --kind",
        ));
    }
    let place = local.place.as_ref();
    let journal = Journal::open(local.env)?;
    let kinds = Kinds::of(args);
    let filter = RecordFilter {
        run_id: args.run.run_id.clone(),
        orphans: args.orphans,
        states: args.state.clone(),
        ..RecordFilter::default()
    };
    let resources = records(&journal, place, &kinds, filter)?;
    // A key pair in the journal exists, as far as the journal knows.
    let is_wanted = |state: &String| state == RecordState::Created.name();
    let keypairs = if kinds.keypairs && (args.state.is_empty() || args.state.iter().any(is_wanted))
    {
        keypairs(&journal, place, args.run.run_id.as_deref())?
    } else {
        Vec::new()
    };
    if args.ids {
        let names = keypairs.into_iter().map(|(_, keypair)| keypair.name);
        return print_ids(local, place, &resources, names);
    }
    let now = local.env.now();
    let resources = resources.into_iter();
    let mut items: Vec<Record> = resources.map(|record| Record::new(record, now)).collect();
    items.extend(
        keypairs
            .into_iter()
            .map(|found| Record::of_keypair(found, now)),
    );
    let page = Page {
        key: KEY,
        items,
        next_token: None,
    };
    if !local.output.list(&page)? {
        local.notes.note("There are no records to show.");
    }
    if let (true, Some(place)) = (page.items.is_empty(), place) {
        tell_others(local, &journal, place)?;
    }
    Ok(ExitCode::Success)
}

/// Prints only the IDs. They all belong to the project that a command would use. If that project is
/// unknown without a login, they must all belong to one project.
fn print_ids(
    local: &Local<'_>,
    place: Option<&Place>,
    resources: &[ResourceRecord],
    names: impl Iterator<Item = String>,
) -> Result<ExitCode, CommandError> {
    let projects: HashSet<&str> = resources
        .iter()
        .map(|record| record.scope.project_id.as_str())
        .collect();
    if let Some(place) = place
        && projects.len() > 1
    {
        return Err(CommandError::configuration(format!(
            "{} has records of {} projects, and which of them is asked is not known before a login",
            place.described(),
            projects.len()
        ))
        .hint(
            "'ostk whoami' logs in, which is remembered; project_id in clouds.yaml says it, too",
        ));
    }
    let mut seen = HashSet::new();
    let mut text = String::new();
    let ids = resources.iter().filter_map(|one| one.resource_id.clone());
    for id in ids.chain(names) {
        if seen.insert(id.clone()) {
            let _ = writeln!(text, "{id}");
        }
    }
    if !text.is_empty() {
        local.output.raw(&[text.into()])?;
    }
    Ok(ExitCode::Success)
}

/// Tells the user of an empty list about records of other places.
fn tell_others(local: &Local<'_>, journal: &Journal, place: &Place) -> Result<(), CommandError> {
    let all = journal.list(&RecordFilter::everything())?.len();
    let here = place.narrow(RecordFilter::everything());
    let others = all - journal.list(&here)?.len().min(all);
    if others > 0 {
        local.notes.note(&format!(
            "Records that are not of {} and its project: {others}. --all-clouds shows them.",
            place.described()
        ));
    }
    Ok(())
}

/// Shows the named records. A name or a token may match several records: all are shown.
pub(super) fn describe(
    local: &Local<'_>,
    args: &DescribeRecordsArgs,
) -> Result<ExitCode, CommandError> {
    let place = local.place.as_ref();
    let targets = read_targets(&args.describe, local.stdin)?;
    let journal = Journal::open(local.env)?;
    let filter = RecordFilter {
        targets: targets.clone(),
        ..RecordFilter::default()
    };
    let records = records(&journal, place, &Kinds::all(), filter)?;
    let mut keypairs = keypairs(&journal, place, None)?;
    keypairs.retain(|(_, keypair)| targets.contains(&keypair.name));
    let mut errors: Vec<CommandError> = targets
        .iter()
        .filter(|target| {
            !records.iter().any(|record| {
                record.resource_id.as_ref() == Some(target)
                    || record.name == **target
                    || record.token == **target
            }) && !keypairs.iter().any(|(_, keypair)| keypair.name == **target)
        })
        .map(|target| {
            let at = place.map(|place| format!(" in {}", place.described()));
            CommandError::new(
                ExitCode::Service,
                "InvalidRecord.NotFound",
                format!(
                    "no record{} has the ID, the name or the client token '{target}'",
                    at.unwrap_or_default()
                ),
            )
            .hint("'ostk records list' shows what there is")
        })
        .collect();
    if records.is_empty() && keypairs.is_empty() && errors.len() == 1 {
        return Err(errors.remove(0));
    }
    for error in &errors {
        local.notes.error(error);
    }
    let now = local.env.now();
    let records = records.into_iter().map(|record| Record::new(record, now));
    let keypairs = keypairs
        .into_iter()
        .map(|found| Record::of_keypair(found, now));
    local.output.detail(&Page {
        key: KEY,
        items: records.chain(keypairs).collect(),
        next_token: None,
    })?;
    Ok(if errors.is_empty() {
        ExitCode::Success
    } else {
        ExitCode::Failed
    })
}

/// Writes all records, one per line.
pub(super) fn export(local: &Local<'_>, args: &ExportArgs) -> Result<ExitCode, CommandError> {
    let place = local.place.as_ref();
    let journal = Journal::open(local.env)?;
    let run_id = args.run.run_id.clone();
    let filter = RecordFilter {
        run_id: run_id.clone(),
        ..RecordFilter::default()
    };
    let now = local.env.now();
    for record in records(&journal, place, &Kinds::all(), filter)? {
        local.output.line(&Record::new(record, now))?;
    }
    for keypair in keypairs(&journal, place, run_id.as_deref())? {
        local.output.line(&Line {
            r#type: KEY_PAIR,
            record: KeyPairRow::new(keypair),
        })?;
    }
    Ok(ExitCode::Success)
}
