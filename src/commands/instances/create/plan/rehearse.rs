//! The dry run of `instances create`: reads what a create would not, and returns everything that Nova
//! would refuse or fail at. What the specifications name bounds the number of requests.

use std::sync::Arc;

use futures_util::future;

use super::Plan;
use super::addresses::AddressNeed;
use super::client_token::is_gone;
use super::creation::{Creation, Template, required};
use super::earlier::{KnownServers, mismatch, terminated};
use super::fitness::{Caller, misfits, shared};
use super::journal::CreateJournal;
use super::quota::ComputeNeeds;
use super::survey::{Survey, SurveyReader};
use super::usage::PortQuota;
use crate::commands::instances::create::references::facts::Facts;
use crate::commands::instances::create::spec::OPERATION;
use crate::commands::volumes::VolumeQuota;
use crate::error::CommandError;
use crate::openstack::{Error, Resource as _, Session, show_server};
use crate::verbs::context::Context;
use crate::verbs::permission::{dry_run_ok, is_admin};

/// The problems that were found, or why none could be looked for.
type Problems = Result<Vec<CommandError>, CommandError>;

/// Runs the dry run within the command's time. It ends as EC2's dry runs do.
pub(crate) async fn rehearse(context: &Context, plan: &Plan<'_>) -> Result<(), CommandError> {
    let what = "the dry run did not end";
    let check = Box::pin(problems(context, plan));
    let limit = plan.options.limit;
    let problems = limit.hold(context, OPERATION, what, check).await?;
    context.refuse(problems)?;
    Err(dry_run_ok(OPERATION))
}

async fn problems(context: &Context, plan: &Plan<'_>) -> Problems {
    let session = &context.session;
    let login = session.login().await?;
    let project = login.project_id();
    let caller = Caller {
        project,
        is_admin: is_admin(context).await?,
    };
    // What an earlier try has created is not created again, and holds what it was given.
    let known = KnownServers::find(session, &plan.creations).await?;
    let used = used_up(session, plan, &known).await?;
    let open: Vec<&Creation> = plan
        .creations
        .iter()
        .filter(|one| !known.has(one))
        .collect();
    let mut templates: Vec<Arc<Template>> =
        open.iter().map(|one| Arc::clone(&one.template)).collect();
    templates.dedup_by(|one, before| Arc::ptr_eq(one, before));
    let reader = SurveyReader::new(session);
    let (limits, surveys) = tokio::join!(
        shortages(&reader, &open, project),
        reader.survey_all(&templates, project)
    );
    let surveys = surveys?;
    let counted = templates.iter().zip(&surveys).map(|(template, survey)| {
        let copies = required(&open).filter(|one| Arc::ptr_eq(&one.template, template));
        (copies.count(), &template.resolved.facts, survey)
    });
    let crowded = crowded(&reader, &AddressNeed::of(counted, caller)).await?;
    let mut problems = Vec::new();
    let all: Vec<&Facts> = templates.iter().map(|one| &one.resolved.facts).collect();
    for (position, misfit) in shared(&all) {
        problems.push(misfit.error(templates[position].name()));
    }
    for (template, survey) in templates.iter().zip(&surveys) {
        let found = misfits(&template.spec, &template.resolved.facts, survey, caller);
        problems.extend(
            found
                .into_iter()
                .map(|misfit| misfit.error(template.name())),
        );
    }
    problems.extend(used);
    problems.extend(crowded);
    problems.extend(limits?);
    tell_hidden(context, reader, &templates);
    if problems.is_empty() {
        tell_choice(context, &surveys);
    }
    Ok(problems)
}

/// Tells what could not be read.
fn tell_hidden(context: &Context, reader: SurveyReader<'_>, templates: &[Arc<Template>]) {
    let mut hidden = reader.into_hidden();
    for template in templates {
        hidden.extend(template.resolved.facts.hidden.iter().cloned());
    }
    hidden.sort();
    hidden.dedup();
    if !hidden.is_empty() {
        context.notes.note(&format!(
            "This could not be read, and was not judged: {}.",
            hidden.join(", ")
        ));
    }
}

/// Tells which network Nova would choose.
fn tell_choice(context: &Context, surveys: &[Survey]) {
    let mut chosen = surveys
        .iter()
        .filter_map(|survey| match survey.choice.as_deref() {
            Some([only]) => Some(only.name()),
            _ => None,
        });
    if let Some(name) = chosen.next_back() {
        let text = format!("Nova would choose the network '{name}'.");
        context.notes.note(&text);
    }
}

/// Returns an error for each client token that was used with other parameters, or whose instance is
/// gone, as far as the journal knows.
async fn used_up(session: &Session, plan: &Plan<'_>, known: &KnownServers) -> Problems {
    let journal: &CreateJournal<'_> = &plan.journal;
    let given = plan.creations.iter().filter(|one| one.token_is_given);
    let recorded = given.filter_map(|one| Some((one, journal.earlier(one)?)));
    let each = recorded.map(async |(creation, record)| {
        if let Some(error) = mismatch(creation, &record) {
            return Ok(Some(error));
        }
        let Some(id) = record.resource_id else {
            return Ok(None);
        };
        let servers = known.of(creation);
        let own = servers.and_then(|known| known.servers.iter().find(|one| one.id == id));
        let is_gone = match own {
            Some(server) => is_gone(server),
            None => show_server(session, &id)
                .await?
                .is_none_or(|found| is_gone(&found.item)),
        };
        Ok(is_gone.then(|| terminated(creation, &id)))
    });
    let told: Result<Vec<_>, Error> = future::join_all(each).await.into_iter().collect();
    let told = told.map_err(|error| CommandError::from(error).during(OPERATION))?;
    Ok(told.into_iter().flatten().collect())
}

/// Returns an error for each quota that is too low.
async fn shortages(
    reader: &SurveyReader<'_>,
    open: &[&Creation],
    project: Option<&str>,
) -> Problems {
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let session = reader.session;
    let project = project.unwrap_or_default();
    let ports = async {
        let needed: usize = required(open).map(|one| one.usage.ports).sum();
        if needed == 0 {
            return Ok(Vec::new());
        }
        let quota = PortQuota::read(session, project).await;
        let quota = reader.allowed("Neutron's quota", quota)?;
        let lacking = quota.and_then(|quota| quota.lacks(needed));
        Ok(lacking.into_iter().collect())
    };
    let volumes = async {
        let needed: Vec<_> = required(open).flat_map(|one| &one.usage.volumes).collect();
        if needed.is_empty() {
            return Ok(Vec::new());
        }
        let quota = VolumeQuota::read(session, project).await;
        let quota = reader.allowed("Cinder's quota", quota)?;
        let lacking = quota.map(|quota| quota.lacks(&needed)).unwrap_or_default();
        Ok(lacking
            .into_iter()
            .map(|error| error.during(OPERATION))
            .collect())
    };
    let instances = async {
        let needs = ComputeNeeds::of(session, open).await;
        let needs = reader.allowed("Nova's limits", needs)?;
        Ok(needs.map(ComputeNeeds::lacks).unwrap_or_default())
    };
    let (ports, volumes, instances): (Problems, Problems, Problems) =
        tokio::join!(ports, volumes, instances);
    Ok([instances?, ports?, volumes?].concat())
}

/// Returns an error for each network with too few free addresses.
async fn crowded(reader: &SurveyReader<'_>, needs: &[AddressNeed<'_>]) -> Problems {
    let each = needs.iter().map(|need| need.shortage(reader.session));
    let mut told = Vec::new();
    for shortage in future::join_all(each).await {
        told.extend(
            reader
                .allowed("the networks' addresses", shortage)?
                .flatten(),
        );
    }
    Ok(told)
}
