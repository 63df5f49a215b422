//! `instances metrics`: how busy instances are. The data comes from Gnocchi if the cloud has it,
//! otherwise from Nova's diagnostics if the user may read them. If the cloud offers its tenants
//! neither, the command says so.

mod diagnostics;
mod gnocchi;
mod load;
mod series;
mod view;

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use clap::Args;
use jiff::Timestamp;

pub(in crate::commands) use self::load::{Load, Unmeasured, loads};
use self::view::{Metric, Series};
use super::detail::find_servers;
use super::names;
use super::view::Instance;
use crate::commands::wire::Time;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{CatalogError, Error, Fault, Server, Service};
use crate::output::Page;
use crate::verbs::context::Context;

const KEY: &str = "Metrics";
/// CloudWatch's name for the operation.
const OPERATION: &str = "GetMetricData";
/// The period of CloudWatch's basic monitoring and of most clouds' telemetry.
const USUAL_PERIOD: u32 = 300;
/// The time between two samples of Nova's diagnostics, unless the user sets it.
const USUAL_SAMPLE: Duration = Duration::from_secs(1);
/// Gnocchi gets new measures every few minutes.
const GNOCCHI_INTERVAL: Duration = Duration::from_mins(1);
const DIAGNOSTICS_INTERVAL: Duration = Duration::from_secs(5);

/// The arguments of `instances metrics`.
#[derive(Args, Clone, Debug)]
pub struct MetricsArgs {
    /// Names or IDs; '-' reads them from standard input, one a line
    #[arg(required = true, value_name = "TARGET")]
    targets: Vec<String>,
    /// Show one value for so many seconds; finer measures are averaged [default: 300]
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(1..=31_536_000), allow_negative_numbers = true)]
    period: Option<u32>,
    /// Begin here, such as 2026-11-24T08:00:00Z; UTC where no zone is named [default: an hour before the end]
    #[arg(long, value_name = "TIME", value_parser = time)]
    start_time: Option<Timestamp>,
    /// End here [default: now]
    #[arg(long, value_name = "TIME", value_parser = time)]
    end_time: Option<Timestamp>,
    /// Look again and again until interrupted: on a terminal the same table, elsewhere each new value, once its period is over, as a line of JSON
    #[arg(long)]
    watch: bool,
    /// With --watch, look again after this many seconds [default: 60; 5 for Nova's diagnostics]
    #[arg(long, value_name = "SECONDS", requires = "watch", value_parser = crate::verbs::duration::interval)]
    interval: Option<Duration>,
    /// Where Nova's diagnostics are all that there is, measure rates for this long [default: 1]
    #[arg(long, value_name = "SECONDS", value_parser = crate::verbs::duration::interval)]
    sample: Option<Duration>,
}

fn time(text: &str) -> Result<Timestamp, String> {
    let example = "it must be a time such as 2026-11-24T08:00:00Z or 2026-11-24";
    Time::parse(text).0.ok_or_else(|| example.to_owned())
}

/// An instance, with the facts that its measures need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::commands) struct Subject {
    pub(in crate::commands) id: String,
    pub(in crate::commands) name: String,
    pub(in crate::commands) vcpus: Option<u32>,
    pub(in crate::commands) memory_mib: Option<u64>,
}

impl Subject {
    fn new(instance: Instance) -> Self {
        Self {
            id: instance.instance_id,
            name: instance.name,
            vcpus: instance.vcpus.known(),
            memory_mib: instance.memory_mib.known(),
        }
    }

    /// Returns the percentage of the memory that one MiB is.
    fn memory_share(&self) -> Option<f64> {
        let memory = u32::try_from(self.memory_mib?).ok()?;
        (memory > 0).then(|| 100.0 / f64::from(memory))
    }
}

/// The time window that the user asks for.
#[derive(Clone, Copy, Debug)]
struct Window {
    start: Option<Timestamp>,
    end: Option<Timestamp>,
    period: u32,
}

/// The service that measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::commands) enum MetricsSource {
    Gnocchi,
    Diagnostics,
}

/// The result of one look at the metrics.
struct Look {
    series: Vec<Series>,
    /// The warnings about instances without measures.
    warnings: Vec<String>,
    /// The errors of instances with a failed request.
    errors: Vec<CommandError>,
    /// The time until which values are final. A value may change until its period ends.
    whole: Timestamp,
}

impl Look {
    /// Reports what is missing, unless it was `told` before.
    fn tell(&self, context: &Context, told: &mut HashSet<String>) {
        for warning in &self.warnings {
            if told.insert(warning.clone()) {
                context.notes.warn(warning);
            }
        }
        for error in &self.errors {
            if told.insert(error.message.clone()) {
                context.notes.error(error);
            }
        }
    }
}

/// Shows metrics once, or repeatedly.
pub(super) async fn run(context: &Context, args: &MetricsArgs) -> Result<ExitCode, CommandError> {
    let window = Window {
        start: args.start_time,
        end: args.end_time,
        period: args.period.unwrap_or(USUAL_PERIOD),
    };
    if let (Some(start), Some(end)) = (window.start, window.end)
        && start >= end
    {
        return Err(CommandError::usage(
            "--start-time must be before --end-time",
        ));
    }
    if context.raw {
        return Err(CommandError::usage(
            "metrics are worked out from many answers, so there is no raw one to print",
        ));
    }
    if args.watch && !context.output.is_for_people() && context.output.is_chosen() {
        return Err(CommandError::usage(
            "--watch shows a table on a terminal and writes lines of JSON elsewhere: it has no other form",
        ));
    }
    let (servers, found) = find_servers(context, &args.targets).await?;
    let subjects = subjects(context, servers).await;
    let source = source(context).await?;
    if source == MetricsSource::Diagnostics && (window.start.is_some() || window.end.is_some()) {
        context.notes.warn(
            "this cloud has no Gnocchi, and Nova's diagnostics tell only of now: \
             --start-time and --end-time are ignored",
        );
    }
    if args.watch {
        return watch(context, args, source, &subjects, &window).await;
    }
    let mut look = look(context, args, source, &subjects, &window).await?;
    if look.series.is_empty() && look.errors.len() == 1 {
        return Err(look.errors.remove(0));
    }
    look.tell(context, &mut HashSet::new());
    let found = if look.errors.is_empty() {
        found
    } else {
        ExitCode::Failed
    };
    let page = Page {
        key: KEY,
        items: look.series,
        next_token: None,
    };
    if !context.output.list(&page)? {
        context.notes.note("There are no metrics to show.");
    }
    Ok(found)
}

/// Returns the known sizes of these servers. Older Nova versions report flavors separately.
async fn subjects(context: &Context, servers: Vec<Server>) -> Vec<Subject> {
    if servers.iter().any(|server| server.flavor_facts().is_none()) {
        Box::pin(names::learn(context, &servers)).await;
    }
    let known = context.session.names();
    servers
        .into_iter()
        .map(|server| Subject::new(Instance::new(server, &known)))
        .collect()
}

pub(in crate::commands) async fn source(context: &Context) -> Result<MetricsSource, CommandError> {
    match context.session.endpoint(Service::Metric).await {
        Ok(_) => Ok(MetricsSource::Gnocchi),
        Err(Error::Catalog(CatalogError::NoService { .. } | CatalogError::NoEndpoint { .. })) => {
            Ok(MetricsSource::Diagnostics)
        }
        Err(error) => Err(error.into()),
    }
}

async fn look(
    context: &Context,
    args: &MetricsArgs,
    source: MetricsSource,
    subjects: &[Subject],
    window: &Window,
) -> Result<Look, CommandError> {
    match source {
        MetricsSource::Gnocchi => from_gnocchi(context, subjects, window).await,
        MetricsSource::Diagnostics => {
            let apart = args.sample.unwrap_or(USUAL_SAMPLE);
            from_diagnostics(context, subjects, apart).await
        }
    }
}

async fn from_gnocchi(
    context: &Context,
    subjects: &[Subject],
    window: &Window,
) -> Result<Look, CommandError> {
    let measures = Box::pin(gnocchi::ask(
        &context.session,
        subjects,
        window,
        gnocchi::Of::All,
    ))
    .await
    .map_err(|error| CommandError::from(error).during(OPERATION))?;
    let series = measures.series;
    let now = measures.now.unwrap_or_else(|| context.session.now());
    let mut warnings: Vec<String> = measures
        .unmeasured
        .into_iter()
        .map(|name| {
            format!("instance '{name}' is not measured, or not yet: Gnocchi has nothing of it")
        })
        .collect();
    for subject in subjects {
        let mut of_subject = series.iter().filter(|one| one.key().0 == subject.id);
        if of_subject.clone().next().is_some() && of_subject.all(|one| one.datapoints.is_empty()) {
            warnings.push(format!(
                "there are no measures of instance '{}' in this time; --start-time looks further back",
                subject.name
            ));
        }
    }
    Ok(Look {
        series,
        warnings,
        errors: Vec::new(),
        whole: now,
    })
}

async fn from_diagnostics(
    context: &Context,
    subjects: &[Subject],
    apart: Duration,
) -> Result<Look, CommandError> {
    let results = diagnostics::ask(&context.session, subjects, apart).await;
    let nobody = diagnostics::nobody_is_measured(&results);
    let mut series = Vec::new();
    let mut errors = Vec::new();
    for (subject, result) in subjects.iter().zip(results) {
        match result {
            Ok(of_one) => series.extend(of_one),
            Err(Error::Fault(fault)) if nobody => return Err(measures_nothing(fault)),
            Err(error) => {
                let mut error = CommandError::from(error);
                error.message = format!("instance '{}': {}", subject.name, error.message);
                errors.push(error);
            }
        }
    }
    Ok(Look {
        series,
        warnings: Vec::new(),
        errors,
        // A value that was measured on the spot is final.
        whole: Timestamp::MAX,
    })
}

/// Returns the error for a cloud with neither Gnocchi nor diagnostics for the caller.
fn measures_nothing(fault: Box<Fault>) -> CommandError {
    let nobody_else = if fault.status == 403 {
        "only administrators may read Nova's diagnostics"
    } else {
        "its hypervisor gives Nova no diagnostics"
    };
    let mut error = CommandError::from(Error::Fault(fault)).during(OPERATION);
    error.code = "UnsupportedOperation";
    error.message = format!(
        "this cloud measures nothing for its tenants: it has no Gnocchi \
         (no 'metric' service in the catalog), and {nobody_else}"
    );
    error
}

/// Moves to the screen's corner, and clears everything below.
const CLEAR: &str = "\x1b[H\x1b[J";

async fn watch(
    context: &Context,
    args: &MetricsArgs,
    source: MetricsSource,
    subjects: &[Subject],
    window: &Window,
) -> Result<ExitCode, CommandError> {
    let interval = args.interval.unwrap_or(match source {
        MetricsSource::Gnocchi => GNOCCHI_INTERVAL,
        MetricsSource::Diagnostics => DIAGNOSTICS_INTERVAL,
    });
    let mut last: HashMap<(String, Metric), Timestamp> = HashMap::new();
    let mut told = HashSet::new();
    let mut begun = false;
    loop {
        let mut look = match look(context, args, source, subjects, window).await {
            Ok(look) => look,
            Err(error) if begun && may_pass(&error) => {
                context
                    .notes
                    .warn(&format!("trying again: {}", error.message));
                tokio::time::sleep(interval).await;
                continue;
            }
            Err(error) => return Err(error),
        };
        begun = true;
        if context.output.is_for_people() {
            if context.output.is_terminal() {
                context.output.text(CLEAR)?;
                told.clear();
            }
            let page = Page {
                key: KEY,
                items: std::mem::take(&mut look.series),
                next_token: None,
            };
            context.output.list(&page)?;
            context.output.text("")?;
        } else {
            write_new(context, &look, &mut last)?;
        }
        look.tell(context, &mut told);
        tokio::time::sleep(interval).await;
    }
}

/// Returns whether a running watch continues after this error, because the service may recover.
fn may_pass(error: &CommandError) -> bool {
    match error.http_status {
        Some(status) => status == 429 || status >= 500,
        None => error.exit == ExitCode::Other,
    }
}

/// Writes the values that are new since the last look, one per line, as soon as they are final.
fn write_new(
    context: &Context,
    look: &Look,
    last: &mut HashMap<(String, Metric), Timestamp>,
) -> Result<(), CommandError> {
    let mut lines = String::new();
    for one in &look.series {
        let last = last.entry(one.key()).or_insert(Timestamp::MIN);
        for datapoint in &one.datapoints {
            let is_new = |at: &Timestamp| at > last && one.end_of(*at) <= look.whole;
            let Some(at) = datapoint.timestamp.0.filter(is_new) else {
                continue;
            };
            *last = at;
            lines.push_str(&serde_json::to_string(&one.event(datapoint)).unwrap_or_default());
            lines.push('\n');
        }
    }
    Ok(context.output.text(&lines)?)
}
