//! Whether what a specification names fits together, as Nova will see it: pure functions over facts
//! that were read before. What was not read, or may not be, is not judged.
//!
//! The messages have the words in which the service itself refuses, so that a reader of either
//! finds the other. See `compute/api.py` and `network/neutron.py` of Nova.

mod disks;
mod networks;

use std::collections::{BTreeSet, HashSet};
use std::net::IpAddr;
use std::sync::Arc;

use super::nouns::{Port, ServerGroup, Subnet};
use super::spec::Spec;
use crate::commands::images::Image;
use crate::commands::networks::Network;
use crate::commands::security_groups::SecurityGroup;
use crate::commands::volumes::{Snapshot, Volume};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{FlavorFacts, Resource as _};

/// What is known of what a specification names.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) image: Option<Image>,
    pub(super) flavor: Option<FlavorFacts>,
    pub(super) boot_volume: Option<Volume>,
    pub(super) boot_snapshot: Option<Snapshot>,
    /// Existing volumes besides the root's.
    pub(super) volumes: Vec<Volume>,
    pub(super) networks: Vec<Wished>,
    pub(super) groups: Vec<SecurityGroup>,
    pub(super) server_group: Option<ServerGroup>,
    /// What could not be read, in words for the user.
    pub(super) hidden: Vec<String>,
    /// What only a rehearsal reads.
    pub(super) survey: Survey,
}

/// A network or a port that a specification names, in its order.
#[derive(Debug)]
pub(super) enum Wished {
    Network(Network, Option<IpAddr>),
    Port(Port),
}

/// What a rehearsal reads besides. `None` is not known.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// The networks among which Nova chooses, where it is to choose.
    pub(super) choice: Option<Arc<[Network]>>,
    /// Whether Neutron would make a network where there is none.
    pub(super) makes_networks: Option<bool>,
    /// The subnets of the networks in which an address is asked for.
    pub(super) subnets: Option<Vec<Subnet>>,
    /// Which addresses, by network, a port has already.
    pub(super) taken: Vec<(String, IpAddr)>,
    /// The networks of existing ports.
    pub(super) port_networks: Vec<Network>,
    /// The volume that the snapshot to boot from was taken of.
    pub(super) origin: Option<Volume>,
}

/// Who asks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Caller<'a> {
    pub(super) project: Option<&'a str>,
    pub(super) is_admin: bool,
}

/// Something that does not fit.
#[derive(Debug)]
pub(super) struct Misfit {
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) hint: Option<&'static str>,
    /// Whether a policy decides, which differs from cloud to cloud and can't be read: a request is
    /// sent all the same, and only a rehearsal tells.
    pub(super) by_policy: bool,
}

impl Misfit {
    /// What Nova refuses with 400, or accepts and then fails at.
    fn new(message: impl Into<String>) -> Self {
        Self {
            code: "InvalidParameterValue",
            message: message.into(),
            hint: None,
            by_policy: false,
        }
    }

    /// What Nova refuses with 409.
    fn conflict(message: impl Into<String>) -> Self {
        Self {
            code: "IncorrectState",
            ..Self::new(message)
        }
    }

    /// What Nova lets only administrators do, unless the cloud's policy says otherwise.
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

    /// The error of the instance that has this name.
    pub(super) fn error(self, name: &str) -> CommandError {
        let message = format!("instance '{name}': {}", self.message);
        let error = CommandError::new(ExitCode::Service, self.code, message).during("RunInstances");
        match self.hint {
            Some(hint) => error.hint(hint),
            None => error,
        }
    }
}

/// All that does not fit.
pub(super) fn misfits(spec: &Spec, facts: &Facts, caller: Caller<'_>) -> Vec<Misfit> {
    let mut all = Vec::new();
    disks::judge(spec, facts, caller, &mut all);
    networks::judge(facts, caller, &mut all);
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

/// What several specifications ask for that only one instance can have, with the number of each
/// that comes too late.
pub(super) fn shared(all: &[(usize, &Facts)]) -> Vec<(usize, Misfit)> {
    let mut seen = HashSet::new();
    let mut late = Vec::new();
    for (number, facts) in all {
        let volumes = facts.boot_volume.iter().chain(&facts.volumes);
        let volumes = volumes
            .filter(|volume| !volume.multiattach)
            .map(|volume| format!("volume '{}' ({})", volume.name(), volume.id()));
        let places = facts.networks.iter().filter_map(|wished| match wished {
            Wished::Network(network, address) => Some(format!(
                "address {} of network '{}'",
                (*address)?,
                network.name()
            )),
            Wished::Port(port) => Some(format!("port '{}' ({})", port.name(), port.id())),
        });
        // What one of them names twice is told of that one.
        let own: BTreeSet<String> = volumes.chain(places).collect();
        late.extend(own.iter().filter(|what| seen.contains(*what)).map(|what| {
            let words = format!("{what} is asked for by another instance, too");
            (*number, Misfit::new(words))
        }));
        seen.extend(own);
    }
    late
}

#[cfg(test)]
mod tests;
