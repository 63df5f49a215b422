//! What a specification names, found in the cloud: image, flavor, key pair, networks, groups,
//! volumes. All are looked for side by side, and all that is wrong is told at once.

use std::net::IpAddr;

use futures_util::future;

use super::fitness::{Facts, Wished};
use super::network::NetworkWish;
use super::nouns::{Port, ServerGroup};
use super::spec::Spec;
use crate::commands::flavors::Flavor;
use crate::commands::images::Image;
use crate::commands::keypairs::KeyPair;
use crate::commands::networks::Network;
use crate::commands::security_groups::SecurityGroup;
use crate::commands::volumes::{Snapshot, Volume, VolumeType};
use crate::commands::zones::{Zone, zones};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{
    ByName, Error, Pager, Resource, Service, Session, find, list_all, list_call,
};

/// What was found.
#[derive(Clone, Debug, Default)]
pub(super) struct References {
    pub(super) image: Option<Named>,
    pub(super) flavor: Option<Named>,
    pub(super) key_name: Option<String>,
    pub(super) networks: Networks,
    pub(super) groups: Vec<Named>,
    pub(super) server_group: Option<String>,
    pub(super) boot: Option<Boot>,
    /// In the order of the specification; none, where the volume is to be made.
    pub(super) volumes: Vec<Option<String>>,
    /// Whether one of the volumes may be several servers', which Nova has to be told it is known.
    pub(super) multiattach: bool,
    /// Where new volumes are made; none leaves it to Cinder.
    pub(super) volume_zone: Option<String>,
}

/// An ID with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) id: String,
    pub(super) name: String,
}

/// What the instance boots from in place of the flavor's own disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Boot {
    Volume(String),
    /// With the snapshot's size in GiB, where it may be read.
    Snapshot(String, Option<u64>),
}

/// Which networks the instance is put on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Networks {
    #[default]
    Auto,
    None,
    These(Vec<Wish>),
}

/// One network, or a port that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wish {
    pub(super) name: String,
    pub(super) network: Option<String>,
    pub(super) port: Option<String>,
    pub(super) address: Option<String>,
}

type Found<T> = Result<T, CommandError>;

/// What was found, in the terms of Nova's request and with all that is known of it.
#[derive(Debug, Default)]
pub(super) struct Resolved {
    pub(super) references: References,
    pub(super) facts: Facts,
}

/// Something that was looked for.
enum Sought<T> {
    Found(T),
    /// Its ID was given, and it may not be read: the service decides.
    Hidden(String),
}

impl<T: Resource> Sought<T> {
    fn named(&self) -> Named {
        match self {
            Self::Found(item) => Named {
                id: item.id().to_owned(),
                name: item.name().to_owned(),
            },
            Self::Hidden(id) => Named {
                id: id.clone(),
                name: id.clone(),
            },
        }
    }

    /// The thing itself, or a word on what could not be read.
    fn fact(self, hidden: &mut Vec<String>) -> Option<T> {
        match self {
            Self::Found(item) => Some(item),
            Self::Hidden(id) => {
                hidden.push(format!("{} '{id}'", T::NOUN));
                None
            }
        }
    }
}

/// Looks everything up.
pub(super) async fn resolve(session: &Session, spec: &Spec) -> Result<Resolved, Vec<CommandError>> {
    let group = spec.server_group.as_ref().or(spec.hints.get("group"));
    let (image, flavor, key, wishes, groups, server_group, boot, snapshot, volumes, zones, types) = tokio::join!(
        optional::<Image>(session, spec.image_id.as_ref()),
        optional::<Flavor>(session, spec.instance_type.as_ref()),
        optional::<KeyPair>(session, spec.key_name.as_ref()),
        wishes(session, &spec.networks),
        future::join_all(
            spec.security_groups
                .iter()
                .map(|group| security_group(session, group))
        ),
        optional::<ServerGroup>(session, group),
        optional::<Volume>(session, spec.boot_volume.as_ref()),
        optional::<Snapshot>(session, spec.boot_snapshot.as_ref()),
        future::join_all(
            spec.volumes
                .iter()
                .map(|volume| optional::<Volume>(session, volume.volume_id.as_ref()))
        ),
        places(session, spec),
        future::join_all(types_of(spec).map(|kind| seek::<VolumeType>(session, kind))),
    );
    let mut errors = Vec::new();
    for kind in types {
        keep(kind, &mut errors);
    }
    let mut facts = Facts::default();
    let hidden = &mut facts.hidden;
    let mut references = References::default();
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
        references
            .volumes
            .push(found.as_ref().map(|found| found.named().id));
        facts
            .volumes
            .extend(found.and_then(|found| found.fact(hidden)));
    }
    let mut disks = facts.boot_volume.iter().chain(&facts.volumes);
    references.multiattach = disks.any(|volume| volume.multiattach);
    references.networks = special(&spec.networks).unwrap_or_else(|| {
        let mut these = Vec::new();
        for wish in wishes {
            if let Some((wish, wished)) = keep(wish, &mut errors) {
                these.push(wish);
                facts.networks.extend(wished.fact(hidden));
            }
        }
        Networks::These(these)
    });
    if let Some((zone, unread)) = keep(zones, &mut errors) {
        references.volume_zone = zone;
        facts.hidden.extend(unread.map(str::to_owned));
    }
    if errors.is_empty() {
        Ok(Resolved { references, facts })
    } else {
        Err(errors)
    }
}

fn keep<T>(result: Found<T>, errors: &mut Vec<CommandError>) -> Option<T> {
    result.map_err(|error| errors.push(error)).ok()
}

async fn optional<T: Resource>(
    session: &Session,
    target: Option<&String>,
) -> Found<Option<Sought<T>>> {
    match target {
        Some(target) => seek::<T>(session, target).await.map(Some),
        None => Ok(None),
    }
}

/// Finds one, or says what it may have been meant to be.
async fn seek<T: Resource>(session: &Session, target: &str) -> Found<Sought<T>> {
    let is_id = T::BY_NAME == ByName::IsId || uuid::Uuid::try_parse(target).is_ok();
    match find::<T>(session, target).await {
        Ok(found) => Ok(Sought::Found(found.item)),
        Err(Error::Fault(fault)) if fault.status == 403 && is_id => {
            Ok(Sought::Hidden(target.to_owned()))
        }
        Err(error @ Error::NotFound { .. }) => {
            let near = nearest::<T>(session, target).await;
            let error = CommandError::from(error).during("RunInstances");
            Err(match near {
                Some(names) => error.hint(did_you_mean(&names)),
                None => error,
            })
        }
        Err(error) => Err(CommandError::from(error).during("RunInstances")),
    }
}

/// Finds a security group. An administrator sees those of all projects, and Nova looks in its own.
async fn security_group(session: &Session, target: &str) -> Found<Sought<SecurityGroup>> {
    let several = match seek::<SecurityGroup>(session, target).await {
        Err(error) if error.code == "InvalidGroup.Ambiguous" => error,
        result => return result,
    };
    let failed = |error| CommandError::from(error).during("RunInstances");
    let login = session.login().await.map_err(failed)?;
    let Some(project) = login.project_id() else {
        return Err(several);
    };
    let call = list_call::<SecurityGroup>()
        .query("name", target)
        .query("project_id", project);
    let groups = list_all::<SecurityGroup>(session, call).await;
    let mut own = groups.map_err(failed)?;
    own.retain(|group| group.name() == target);
    match own.pop() {
        Some(group) if own.is_empty() => Ok(Sought::Found(group)),
        _ => Err(several),
    }
}

fn did_you_mean(names: &str) -> String {
    format!("did you mean {names}?")
}

/// How alike a name must be to be worth a mention.
const ALIKE: f64 = 0.75;
/// So many of them are mentioned.
const MOST: usize = 3;

/// The names that are most like one that nothing has.
async fn nearest<T: Resource>(session: &Session, target: &str) -> Option<String> {
    let mut pager = Pager::<T>::new(session, list_call::<T>(), None);
    let mut names = Vec::new();
    // A list that fails has no names to give, and the miss itself is told anyway.
    while let Ok(Some(page)) = pager.next().await {
        names.extend(page.items.iter().map(|item| item.name().to_owned()));
    }
    most_alike(target, names)
}

fn most_alike(target: &str, names: Vec<String>) -> Option<String> {
    let target = target.to_lowercase();
    let mut near: Vec<(f64, String)> = names
        .into_iter()
        .map(|name| (strsim::jaro_winkler(&target, &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .collect();
    near.sort_by(|left, right| right.0.total_cmp(&left.0).then(left.1.cmp(&right.1)));
    near.dedup_by(|left, right| left.1 == right.1);
    near.truncate(MOST);
    let names: Vec<String> = near.iter().map(|(_, name)| format!("'{name}'")).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// Networks that are named by a word.
fn special(wanted: &[String]) -> Option<Networks> {
    match wanted {
        [] => Some(Networks::Auto),
        [word] if word == "auto" => Some(Networks::Auto),
        [word] if word == "none" => Some(Networks::None),
        _ => None,
    }
}

/// A network or port that was looked for.
enum Place {
    Network(Sought<Network>, Option<IpAddr>),
    Port(Sought<Port>),
}

impl Place {
    fn fact(self, hidden: &mut Vec<String>) -> Option<Wished> {
        match self {
            Self::Network(network, address) => {
                let network = network.fact(hidden)?;
                Some(Wished::Network(network, address))
            }
            Self::Port(port) => Some(Wished::Port(port.fact(hidden)?)),
        }
    }
}

async fn wishes(session: &Session, wanted: &[String]) -> Vec<Found<(Wish, Place)>> {
    if special(wanted).is_some() {
        return Vec::new();
    }
    future::join_all(wanted.iter().map(|text| wish(session, text))).await
}

async fn wish(session: &Session, text: &str) -> Found<(Wish, Place)> {
    match NetworkWish::parse(text)? {
        NetworkWish::Port(port) => {
            let found = seek::<Port>(session, port).await?;
            let wish = Wish {
                name: text.to_owned(),
                network: None,
                port: Some(found.named().id),
                address: None,
            };
            Ok((wish, Place::Port(found)))
        }
        NetworkWish::Network(name, address) => {
            let found = seek::<Network>(session, name).await?;
            let Named { id, name } = found.named();
            let wish = Wish {
                name,
                network: Some(id),
                port: None,
                address: address.map(|address| address.to_string()),
            };
            Ok((wish, Place::Network(found, address)))
        }
    }
}

/// The types of new volumes.
fn types_of(spec: &Spec) -> impl Iterator<Item = &str> {
    let further = spec.volumes.iter().map(|volume| &volume.volume_type);
    further
        .chain([&spec.root_volume_type])
        .filter_map(Option::as_deref)
}

/// Whether there is such a zone, with a host that is up; and whether Cinder has it, too, for new
/// volumes. With it comes what could not be read.
async fn places(session: &Session, spec: &Spec) -> Found<(Option<String>, Option<&'static str>)> {
    let Some(wanted) = &spec.availability_zone else {
        return Ok((None, None));
    };
    let new = spec.root_volume_size.is_some() && spec.boot_snapshot.is_none()
        || spec.volumes.iter().any(|volume| volume.size.is_some());
    let cinders = async {
        if new {
            zones(session, Service::BlockStorage).await
        } else {
            Ok(Vec::new())
        }
    };
    let (novas, cinders) = tokio::join!(zones(session, Service::Compute), cinders);
    // Administrators may name a host after the zone.
    let zone = wanted.split(':').next().unwrap_or_default();
    let hidden = match novas {
        Ok(novas) => {
            nova_has(zone, novas)?;
            None
        }
        Err(Error::Fault(fault)) if fault.status == 403 => Some("Nova's availability zones"),
        Err(error) => return Err(CommandError::from(error).during("RunInstances")),
    };
    match cinders {
        Ok(cinders) => {
            let mut names = cinders.into_iter().map(|zone| zone.name);
            Ok((names.find(|name| name == zone), hidden))
        }
        Err(Error::Fault(fault)) if fault.status == 403 => {
            Ok((None, Some("Cinder's availability zones")))
        }
        Err(error) => Err(CommandError::from(error).during("RunInstances")),
    }
}

/// Refuses a zone that Nova does not have, or in which no host is up. `ZONE:HOST` and `:HOST` name
/// a host, for which Nova looks at nothing else.
fn nova_has(zone: &str, zones: Vec<Zone>) -> Found<()> {
    let wrong = |message: String| {
        let error = CommandError::new(ExitCode::Service, "InvalidParameterValue", message);
        Err(error.during("RunInstances"))
    };
    match zones.iter().find(|known| known.name == zone) {
        Some(known) if known.is_available() => Ok(()),
        Some(_) => wrong(format!(
            "the requested availability zone '{zone}' is not available: none of its hosts is up"
        )),
        None if zone.is_empty() => Ok(()),
        None => {
            let names = zones.into_iter().map(|zone| zone.name).collect();
            let near = most_alike(zone, names);
            wrong(format!("there is no availability zone '{zone}'")).map_err(|error| match near {
                Some(near) => error.hint(did_you_mean(&near)),
                None => error,
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_there_and_has_a_host() {
        let zones = || {
            let zone = |name: &str, available: bool| {
                let body = serde_json::json!({ "zoneName": name,
                    "zoneState": { "available": available } });
                serde_json::from_value::<Zone>(body).unwrap()
            };
            vec![zone("nova", true), zone("dark", false)]
        };
        for (zone, expected) in [
            ("nova", ""),
            ("", ""),
            ("dark", "availability zone 'dark' is not available"),
            ("nov", "no availability zone 'nov'"),
        ] {
            let error = nova_has(zone, zones()).err();
            let message = error.as_ref().map_or("", |error| error.message.as_str());
            assert_eq!(message.is_empty(), expected.is_empty(), "{zone}: {message}");
            assert!(message.contains(expected), "{zone}: {message}");
        }
    }
}
