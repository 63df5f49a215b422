//! The references of a specification: image, flavor, key pair, networks, groups and volumes, found in
//! the cloud. All are looked up side by side, and all errors are returned at once.

pub(crate) mod facts;
pub(crate) mod lookup;
pub(crate) mod nouns;
mod zones;

use std::net::IpAddr;

use futures_util::future;

use self::facts::{Facts, NetworkFact};
use self::lookup::{Lookup, LookupResult, NamedResource};
use self::nouns::Port;
use super::spec::Spec;
use super::spec::network::NetworkArgument;
use crate::commands::keypairs::KeyPair;
use crate::commands::networks::Network;
use crate::commands::server_groups::ServerGroup;
use crate::commands::volumes::{Snapshot, Volume, VolumeType};
use crate::error::CommandError;

/// What a specification names, in the terms of Nova's request.
#[derive(Clone, Debug, Default)]
pub(crate) struct References {
    pub(crate) image: Option<NamedResource>,
    pub(crate) flavor: Option<NamedResource>,
    pub(crate) key_name: Option<String>,
    pub(crate) networks: NetworkChoice,
    pub(crate) groups: Vec<NamedResource>,
    pub(crate) server_group: Option<String>,
    pub(crate) boot: Option<Boot>,
    /// IDs in the order of the specification. `None` is a volume to be created.
    pub(crate) volumes: Vec<Option<String>>,
    /// Whether a volume may belong to several servers. Nova has to be told that the caller knows.
    pub(crate) multiattach: bool,
    /// The zone of new volumes. `None` leaves it to Cinder.
    pub(crate) volume_zone: Option<String>,
}

/// What the instance boots from in place of the flavor's own disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Boot {
    Volume(String),
    /// With the snapshot's size in GiB, if it may be read.
    Snapshot(String, Option<u64>),
}

/// The networks that the instance is attached to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum NetworkChoice {
    /// Nova chooses.
    #[default]
    Auto,
    None,
    These(Vec<NetworkReference>),
}

/// A network, or an existing port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NetworkReference {
    pub(crate) name: String,
    pub(crate) network: Option<String>,
    pub(crate) port: Option<String>,
    pub(crate) address: Option<String>,
}

/// A specification's references, and the facts about them.
#[derive(Debug, Default)]
pub(crate) struct ResolvedSpec {
    pub(crate) references: References,
    pub(crate) facts: Facts,
}

/// Finds all that a specification names. A key pair that is still to be created is not looked up.
pub(crate) async fn resolve(
    lookup: &Lookup<'_>,
    spec: &Spec,
    new_key_pair: Option<&str>,
) -> Result<ResolvedSpec, Vec<CommandError>> {
    let group = spec.server_group.as_ref().or(spec.hints.get("group"));
    let existing_key = spec.key_name.as_ref();
    let existing_key = existing_key.filter(|name| new_key_pair != Some(name.as_str()));
    let volume_ids = spec.volumes.iter().map(|volume| volume.volume_id.as_ref());
    let groups = spec.security_groups.iter();
    let (image, flavor, key, networks, groups, server_group, boot, snapshot, volumes, zone, types) = tokio::join!(
        lookup.image(spec.image_id.as_ref()),
        lookup.flavor(spec.instance_type.as_ref()),
        lookup.optional::<KeyPair>(existing_key),
        networks(lookup, &spec.networks),
        future::join_all(groups.map(|group| lookup.security_group(group))),
        lookup.optional::<ServerGroup>(group),
        lookup.optional::<Volume>(spec.boot_volume.as_ref()),
        lookup.optional::<Snapshot>(spec.boot_snapshot.as_ref()),
        future::join_all(volume_ids.map(|volume| lookup.optional::<Volume>(volume))),
        zones::place(lookup, spec),
        future::join_all(types_of(spec).map(|kind| lookup.find::<VolumeType>(kind))),
    );
    let mut errors = Vec::new();
    for kind in types {
        keep(kind, &mut errors);
    }
    let mut facts = Facts::default();
    let hidden = &mut facts.hidden;
    let mut references = References {
        key_name: spec.key_name.clone(),
        ..References::default()
    };
    if let Some(found) = keep(image, &mut errors).flatten() {
        references.image = Some(found.named());
        facts.image = found.fact(hidden);
    }
    if let Some(found) = keep(flavor, &mut errors).flatten() {
        references.flavor = Some(found.named());
        facts.flavor = found.fact(hidden).map(|flavor| flavor.facts());
    }
    if let Some(found) = keep(key, &mut errors).flatten() {
        references.key_name = Some(found.named().name);
        found.fact(hidden);
    }
    for group in groups {
        if let Some(found) = keep(group, &mut errors) {
            references.groups.push(found.named());
            facts.groups.extend(found.fact(hidden));
        }
    }
    if let Some(found) = keep(server_group, &mut errors).flatten() {
        references.server_group = Some(found.named().id);
        facts.server_group = found.fact(hidden);
    }
    if let Some(found) = keep(boot, &mut errors).flatten() {
        references.boot = Some(Boot::Volume(found.named().id));
        facts.boot_volume = found.fact(hidden);
    }
    if let Some(found) = keep(snapshot, &mut errors).flatten() {
        let id = found.named().id;
        facts.boot_snapshot = found.fact(hidden);
        let size = facts.boot_snapshot.as_ref().map(|found| found.size);
        references.boot = Some(Boot::Snapshot(id, size));
    }
    for volume in volumes {
        let found = keep(volume, &mut errors).flatten();
        let id = found.as_ref().map(|found| found.named().id);
        references.volumes.push(id);
        let fact = found.and_then(|found| found.fact(hidden));
        facts.volumes.extend(fact);
    }
    let mut disks = facts.boot_volume.iter().chain(&facts.volumes);
    references.multiattach = disks.any(|volume| volume.multiattach);
    references.networks = special(&spec.networks).unwrap_or_else(|| {
        let mut these = Vec::new();
        for network in networks {
            if let Some((reference, found)) = keep(network, &mut errors) {
                these.push(reference);
                facts.networks.extend(found.fact(hidden));
            }
        }
        NetworkChoice::These(these)
    });
    if let Some(placement) = keep(zone, &mut errors) {
        references.volume_zone = placement.volume_zone;
        hidden.extend(placement.hidden.map(str::to_owned));
    }
    if errors.is_empty() {
        Ok(ResolvedSpec { references, facts })
    } else {
        Err(errors)
    }
}

fn keep<T>(result: Result<T, CommandError>, errors: &mut Vec<CommandError>) -> Option<T> {
    result.map_err(|error| errors.push(error)).ok()
}

/// Returns the networks that a word stands for.
fn special(wanted: &[String]) -> Option<NetworkChoice> {
    match wanted {
        [] => Some(NetworkChoice::Auto),
        [word] if word == "auto" => Some(NetworkChoice::Auto),
        [word] if word == "none" => Some(NetworkChoice::None),
        _ => None,
    }
}

/// A network or port that was looked up.
enum FoundNetwork {
    Network(LookupResult<Network>, Option<IpAddr>),
    Port(LookupResult<Port>),
}

impl FoundNetwork {
    fn fact(self, hidden: &mut Vec<String>) -> Option<NetworkFact> {
        Some(match self {
            Self::Network(network, address) => NetworkFact::Network(network.fact(hidden)?, address),
            Self::Port(port) => NetworkFact::Port(port.fact(hidden)?),
        })
    }
}

type FoundReference = Result<(NetworkReference, FoundNetwork), CommandError>;

async fn networks(lookup: &Lookup<'_>, wanted: &[String]) -> Vec<FoundReference> {
    if special(wanted).is_some() {
        return Vec::new();
    }
    future::join_all(wanted.iter().map(|text| network(lookup, text))).await
}

async fn network(lookup: &Lookup<'_>, text: &str) -> FoundReference {
    match NetworkArgument::parse(text)? {
        NetworkArgument::Port(port) => {
            let found = lookup.find::<Port>(port).await?;
            let reference = NetworkReference {
                name: text.to_owned(),
                network: None,
                port: Some(found.named().id),
                address: None,
            };
            Ok((reference, FoundNetwork::Port(found)))
        }
        NetworkArgument::Network(name, address) => {
            let found = lookup.find::<Network>(name).await?;
            let NamedResource { id, name } = found.named();
            let reference = NetworkReference {
                name,
                network: Some(id),
                port: None,
                address: address.map(|address| address.to_string()),
            };
            Ok((reference, FoundNetwork::Network(found, address)))
        }
    }
}

/// Returns the types of new volumes.
fn types_of(spec: &Spec) -> impl Iterator<Item = &str> {
    let further = spec.volumes.iter().map(|volume| &volume.volume_type);
    further
        .chain([&spec.root_volume_type])
        .filter_map(Option::as_deref)
}
