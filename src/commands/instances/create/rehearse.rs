//! `instances create --dry-run`: reads what a create alone would not, and tells of all that Nova
//! would refuse or fail at. Each read is bounded by what the specification names.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};

use futures_util::future;

use super::addresses::Need;
use super::fitness::{Caller, Facts, Survey, Wished, misfits, shared};
use super::job::Job;
use super::journal::Log;
use super::make::{Seen, mismatch, terminated};
use super::nouns::{Port, Subnet};
use super::quota::{self, Needs};
use super::references::{Networks, Resolved};
use super::room::{self, PortQuota};
use super::spec::Spec;
use super::{OPERATION, look, mark};
use crate::commands::networks::Network;
use crate::commands::volumes::{Volume, VolumeQuota};
use crate::error::CommandError;
use crate::openstack::{
    Call, Error, Resource as _, Service, Session, list_all, list_call, show_known, show_server,
};
use crate::verbs::context::Context;
use crate::verbs::permission::{dry_run_ok, is_admin};

/// Tells of all that is amiss; if nothing is, ends as EC2's dry runs do.
pub(super) async fn run(
    context: &Context,
    specs: &[Spec],
    resolved: Vec<Resolved>,
    jobs: &[Job],
    log: &Log<'_>,
) -> Result<Vec<CommandError>, CommandError> {
    let session = &context.session;
    let login = session.login().await?;
    let project = login.project_id();
    let caller = Caller {
        project,
        is_admin: is_admin(context).await?,
    };
    // What an earlier try has made is not made again, and holds what it was given.
    let seen = look(session, jobs).await?;
    let used = used_up(session, jobs, log, &seen).await?;
    let open: Vec<&Job> = jobs
        .iter()
        .filter(|job| {
            let servers = seen.get(job.mark.token.as_str());
            servers.is_none_or(|seen| mark::pick(&seen.servers, job.index).is_none())
        })
        .collect();
    let reader = Reader {
        session,
        hidden: Mutex::default(),
    };
    let (limits, surveyed) = tokio::join!(
        reader.shortages(&open, project),
        reader.survey_all(resolved, &open, project)
    );
    let mut problems = Vec::new();
    let mut chosen = None;
    let surveyed = surveyed?;
    let copies = |number| {
        room::required(&open)
            .filter(|job| job.spec == number)
            .count()
    };
    let counted = surveyed
        .iter()
        .map(|(number, facts)| (copies(*number), facts));
    let crowded = reader.crowded(&Need::of(counted, caller)).await?;
    let mut hidden: Vec<String> = reader.hidden.into_inner().unwrap_or_default();
    let all: Vec<(usize, &Facts)> = surveyed.iter().map(|(n, facts)| (*n, facts)).collect();
    for (number, misfit) in shared(&all) {
        problems.push(misfit.error(specs[number].name.as_deref().unwrap_or_default()));
    }
    for (number, mut facts) in surveyed {
        hidden.append(&mut facts.hidden);
        let spec = &specs[number];
        let name = spec.name.as_deref().unwrap_or_default();
        let found = misfits(spec, &facts, caller);
        problems.extend(found.into_iter().map(|misfit| misfit.error(name)));
        if let Some([only]) = facts.survey.choice.as_deref() {
            chosen = Some(only.name().to_owned());
        }
    }
    problems.extend(used);
    problems.extend(crowded);
    problems.extend(limits?);
    hidden.sort();
    hidden.dedup();
    if !hidden.is_empty() {
        context.notes.note(&format!(
            "This could not be read, and was not judged: {}.",
            hidden.join(", ")
        ));
    }
    if problems.is_empty() {
        if let Some(name) = chosen {
            context
                .notes
                .note(&format!("Nova would choose the network '{name}'."));
        }
        problems.push(dry_run_ok(OPERATION));
    }
    Ok(problems)
}

/// Finds the client tokens that were used with other parameters, or whose instance is gone, as far
/// as the journal knows.
async fn used_up(
    session: &Session,
    jobs: &[Job],
    log: &Log<'_>,
    seen: &HashMap<&str, Seen>,
) -> Told {
    let given = jobs.iter().filter(|job| job.given);
    let known = given.filter_map(|job| Some((job, log.earlier(job)?)));
    let each = known.map(async |(job, record)| {
        if let Some(error) = mismatch(job, &record) {
            return Ok(Some(error));
        }
        let Some(id) = record.resource_id else {
            return Ok(None);
        };
        let servers = seen.get(job.mark.token.as_str());
        let carrier = servers.and_then(|seen| seen.servers.iter().find(|one| one.id == id));
        let is_gone = match carrier {
            Some(server) => mark::is_gone(server),
            None => show_server(session, &id)
                .await?
                .is_none_or(|found| mark::is_gone(&found.item)),
        };
        Ok(is_gone.then(|| terminated(job, &id)))
    });
    let told: Result<Vec<_>, Error> = future::join_all(each).await.into_iter().collect();
    let told = told.map_err(|error| CommandError::from(error).during(OPERATION))?;
    Ok(told.into_iter().flatten().collect())
}

/// What is amiss, unless that could not be found out.
type Told = Result<Vec<CommandError>, CommandError>;

/// Reads, and notes what may not be read.
struct Reader<'a> {
    session: &'a Session,
    hidden: Mutex<Vec<String>>,
}

impl Reader<'_> {
    /// What was read; nothing where the service does not show it to everybody, or does not have
    /// it. That is not judged.
    fn allowed<T>(&self, what: &str, result: Result<T, Error>) -> Result<Option<T>, CommandError> {
        match result {
            Ok(value) => Ok(Some(value)),
            Err(error) if error.is_hidden() => {
                if let Ok(mut hidden) = self.hidden.lock() {
                    hidden.push(what.to_owned());
                }
                Ok(None)
            }
            Err(error) => Err(CommandError::from(error).during(OPERATION)),
        }
    }

    /// What the quotas have too little of.
    async fn shortages(&self, open: &[&Job], project: Option<&str>) -> Told {
        if open.is_empty() {
            return Ok(Vec::new());
        }
        let project = project.unwrap_or_default();
        let ports = async {
            let needed: usize = room::required(open).map(|job| job.needs.ports).sum();
            if needed == 0 {
                return Ok(Vec::new());
            }
            let quota = PortQuota::read(self.session, project).await;
            let quota = self.allowed("Neutron's quota", quota)?;
            Ok(quota
                .and_then(|quota| quota.lacks(needed))
                .into_iter()
                .collect())
        };
        let volumes = async {
            let needed: Vec<_> = room::required(open)
                .flat_map(|job| &job.needs.volumes)
                .collect();
            if needed.is_empty() {
                return Ok(Vec::new());
            }
            let quota = VolumeQuota::read(self.session, project).await;
            let quota = self.allowed("Cinder's quota", quota)?;
            let lacking = quota.map(|quota| quota.lacks(&needed)).unwrap_or_default();
            Ok(lacking
                .into_iter()
                .map(|error| error.during(OPERATION))
                .collect())
        };
        let instances = async {
            let needs = Needs::of(self.session, open).await;
            let needs = self.allowed("Nova's limits", needs)?;
            Ok(needs.map(quota::lacks).unwrap_or_default())
        };
        let (ports, volumes, instances): (Told, Told, Told) =
            tokio::join!(ports, volumes, instances);
        Ok([instances?, ports?, volumes?].concat())
    }

    /// Finds the networks with too few free addresses.
    async fn crowded(&self, needs: &[Need<'_>]) -> Told {
        let each = needs.iter().map(|need| need.shortage(self.session));
        let mut told = Vec::new();
        for shortage in future::join_all(each).await {
            told.extend(self.allowed("the networks' addresses", shortage)?.flatten());
        }
        Ok(told)
    }

    /// The facts of the specifications of which something is still to be made, with their numbers.
    async fn survey_all(
        &self,
        resolved: Vec<Resolved>,
        open: &[&Job],
        project: Option<&str>,
    ) -> Result<Vec<(usize, Facts)>, CommandError> {
        let wanted: Vec<(usize, Resolved)> = resolved
            .into_iter()
            .enumerate()
            .filter(|(number, _)| open.iter().any(|job| job.spec == *number))
            .collect();
        let any_automatic = wanted
            .iter()
            .any(|(_, resolved)| resolved.references.networks == Networks::Auto);
        let choice = async {
            if any_automatic {
                self.choice(project).await
            } else {
                Ok((None, None))
            }
        };
        let surveys = future::join_all(wanted.iter().map(|(_, resolved)| self.survey(resolved)));
        let (choice, surveys) = tokio::join!(choice, surveys);
        let (choice, makes_networks) = choice?;
        let mut all = Vec::new();
        for ((number, resolved), survey) in wanted.into_iter().zip(surveys) {
            let mut facts = resolved.facts;
            facts.survey = survey?;
            if resolved.references.networks == Networks::Auto {
                facts.survey.choice.clone_from(&choice);
                facts.survey.makes_networks = makes_networks;
            }
            all.push((number, facts));
        }
        Ok(all)
    }

    /// The networks that Nova chooses from: the project's own, external ones too, and those that
    /// are shared with it. And whether Neutron makes one where there is none.
    async fn choice(
        &self,
        project: Option<&str>,
    ) -> Result<(Option<Arc<[Network]>>, Option<bool>), CommandError> {
        let networks = self.allowed(
            "the networks",
            list_all(self.session, list_call::<Network>()).await,
        )?;
        let Some(mut networks) = networks else {
            return Ok((None, None));
        };
        networks
            .retain(|network: &Network| network.shared || network.project_id.as_deref() == project);
        if !networks.is_empty() {
            return Ok((Some(networks.into()), None));
        }
        let call = Call::get(
            "DescribeNetworks",
            Service::Network,
            "auto-allocated-topology",
        )
        .below(project.unwrap_or_default())
        .query("fields", "dry-run");
        let makes = match self.session.send(&call).await {
            Ok(_) => Some(true),
            // It cannot, or has no such thing.
            Err(Error::Fault(fault)) if matches!(fault.status, 404 | 409) => Some(false),
            result => {
                self.allowed("whether Neutron makes networks", result)?;
                None
            }
        };
        Ok((Some(networks.into()), makes))
    }

    async fn survey(&self, resolved: &Resolved) -> Result<Survey, CommandError> {
        let facts = &resolved.facts;
        let mut places: Vec<(&str, IpAddr)> = Vec::new();
        let mut port_networks: Vec<&str> = Vec::new();
        for wished in &facts.networks {
            match wished {
                Wished::Network(network, Some(address)) => places.push((network.id(), *address)),
                Wished::Network(_, None) => {}
                Wished::Port(port) => port_networks.push(&port.network_id),
            }
        }
        let ids = |key: &'static str, ids: Vec<&str>| {
            let pairs: HashMap<String, String> = ids
                .into_iter()
                .map(|id| (id.to_owned(), key.to_owned()))
                .collect();
            pairs.into_iter().map(|(id, key)| (key, id))
        };
        let addressed = places.iter().map(|(network, _)| *network).collect();
        let subnets = async {
            if places.is_empty() {
                return Ok(None);
            }
            let call = list_call::<Subnet>().queries(ids("network_id", addressed));
            self.allowed("the subnets", list_all(self.session, call).await)
        };
        let taken = async {
            let each = places
                .iter()
                .map(|(network, address)| self.is_taken(network, *address));
            let taken: Result<Vec<bool>, CommandError> =
                future::join_all(each).await.into_iter().collect();
            let taken = places.iter().zip(taken?).filter(|(_, taken)| *taken);
            Ok::<_, CommandError>(
                taken
                    .map(|((network, address), _)| ((*network).to_owned(), *address))
                    .collect(),
            )
        };
        let networks = async {
            if port_networks.is_empty() {
                return Ok(None);
            }
            let call = list_call::<Network>().queries(ids("id", port_networks));
            self.allowed("the ports' networks", list_all(self.session, call).await)
        };
        let origin = async {
            let Some(snapshot) = &facts.boot_snapshot else {
                return Ok::<_, CommandError>(None);
            };
            let volume = show_known::<Volume>(self.session, &snapshot.volume_id).await;
            let volume = self.allowed("the snapshot's volume", volume)?;
            Ok(volume.flatten().map(|found| found.item))
        };
        let (subnets, taken, networks, origin) = tokio::join!(subnets, taken, networks, origin);
        Ok(Survey {
            choice: None,
            makes_networks: None,
            subnets: subnets?,
            taken: taken?,
            port_networks: networks?.unwrap_or_default(),
            origin: origin?,
        })
    }

    /// Whether a port has this address, as Nova looks.
    async fn is_taken(&self, network: &str, address: IpAddr) -> Result<bool, CommandError> {
        let call = list_call::<Port>()
            .query("network_id", network)
            .query("fixed_ips", format!("ip_address={address}"));
        let ports = self.allowed("the ports", list_all::<Port>(self.session, call).await)?;
        Ok(ports.is_some_and(|ports| !ports.is_empty()))
    }
}
