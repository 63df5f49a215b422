//! Checks whether what a specification names fits together, as Nova will. The functions are pure: they
//! judge facts that were read before, and nothing that was not read.
//!
//! The messages use the words in which the service itself refuses. A user who knows one finds the
//! other. See `compute/api.py` and `network/neutron.py` of Nova.

mod disks;
mod networks;

use std::collections::{BTreeSet, HashSet};

pub(super) use super::survey::Survey;
use crate::commands::instances::create::references::facts::{Facts, NetworkFact};
use crate::commands::instances::create::spec::{OPERATION, Spec};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::Resource as _;

/// The user that the request is for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Caller<'a> {
    pub(super) project: Option<&'a str>,
    pub(super) is_admin: bool,
}

/// Something that does not fit, and that Nova would refuse.
#[derive(Debug)]
pub(super) struct Misfit {
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) hint: Option<&'static str>,
    /// Whether a policy decides. Policies differ from cloud to cloud and can't be read: a create
    /// sends the request, and only a dry run tells.
    pub(super) by_policy: bool,
}

impl Misfit {
    /// Returns what Nova refuses with 400, or accepts and then fails at.
    fn new(message: impl Into<String>) -> Self {
        Self {
            code: "InvalidParameterValue",
            message: message.into(),
            hint: None,
            by_policy: false,
        }
    }

    /// Returns what Nova refuses with 409.
    fn conflict(message: impl Into<String>) -> Self {
        Self {
            code: "IncorrectState",
            ..Self::new(message)
        }
    }

    /// Returns what Nova lets only administrators do, unless the cloud's policy says otherwise.
    fn policy(message: impl Into<String>) -> Self {
        Self {
            code: "UnauthorizedOperation",
            by_policy: true,
            ..Self::new(message)
        }
    }

    fn hint(mut self, hint: &'static str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Returns the error of the instance with this name.
    pub(super) fn error(self, name: &str) -> CommandError {
        let message = format!("instance '{name}': {}", self.message);
        let error = CommandError::new(ExitCode::Service, self.code, message).during(OPERATION);
        match self.hint {
            Some(hint) => error.hint(hint),
            None => error,
        }
    }
}

/// Returns all that does not fit.
pub(super) fn misfits(
    spec: &Spec,
    facts: &Facts,
    survey: &Survey,
    caller: Caller<'_>,
) -> Vec<Misfit> {
    let mut all = Vec::new();
    disks::judge(spec, facts, survey, caller, &mut all);
    networks::judge(facts, survey, caller, &mut all);
    for group in &facts.groups {
        let foreign = group.project_id.is_some() && group.project_id.as_deref() != caller.project;
        if foreign && group.shared != Some(true) {
            all.push(Misfit::new(format!(
                "unable to find security_group '{}' in this project: it is another's",
                group.name()
            )));
        }
    }
    let host = spec.availability_zone.as_deref().unwrap_or_default();
    if host.contains(':') && !caller.is_admin {
        all.push(Misfit::policy(format!(
            "--availability-zone '{host}' names a host, and the policy lets only administrators \
             choose one (forced_host)"
        )));
    }
    all
}

/// Returns what several specifications name that only one instance can have, with the position of
/// each specification that comes too late.
pub(super) fn shared(all: &[&Facts]) -> Vec<(usize, Misfit)> {
    let mut seen = HashSet::new();
    let mut late = Vec::new();
    for (position, facts) in all.iter().enumerate() {
        let volumes = facts.boot_volume.iter().chain(&facts.volumes);
        let volumes = volumes
            .filter(|volume| !volume.multiattach)
            .map(|volume| format!("volume '{}' ({})", volume.name(), volume.id()));
        let places = facts.networks.iter().filter_map(|fact| match fact {
            NetworkFact::Network(network, address) => Some(format!(
                "address {} of network '{}'",
                (*address)?,
                network.name()
            )),
            NetworkFact::Port(port) => Some(format!("port '{}' ({})", port.name(), port.id())),
        });
        // What one specification names twice is a misfit of its own.
        let own: BTreeSet<String> = volumes.chain(places).collect();
        late.extend(own.iter().filter(|what| seen.contains(*what)).map(|what| {
            let words = format!("{what} is asked for by another instance, too");
            (position, Misfit::new(words))
        }));
        seen.extend(own);
    }
    late
}

#[cfg(test)]
mod tests;
