//! What a specification names, found in the cloud: image, flavor, key pair, networks, groups,
//! volumes. All are looked for side by side, and all that is wrong is told at once.

use futures_util::future;

use super::network::NetworkWish;
use super::nouns::{Port, ServerGroup, VolumeType, zones};
use super::spec::{Spec, VolumeSpec};
use crate::commands::flavors::Flavor;
use crate::commands::images::Image;
use crate::commands::keypairs::KeyPair;
use crate::commands::networks::Network;
use crate::commands::security_groups::SecurityGroup;
use crate::commands::volumes::{Snapshot, Volume};
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Error, Pager, Resource, Service, Session, find, list_call};

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
    /// With the snapshot's size in GiB.
    Snapshot(String, u64),
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

/// Looks everything up.
pub(super) async fn resolve(
    session: &Session,
    spec: &Spec,
) -> Result<References, Vec<CommandError>> {
    let (image, flavor, key_name, networks, groups, server_group, boot, volumes, zones, types) = tokio::join!(
        optional::<Image>(session, spec.image_id.as_deref()),
        optional::<Flavor>(session, spec.instance_type.as_deref()),
        optional::<KeyPair>(session, spec.key_name.as_deref()),
        networks(session, &spec.networks),
        future::join_all(
            spec.security_groups
                .iter()
                .map(|group| one::<SecurityGroup>(session, group))
        ),
        optional::<ServerGroup>(session, spec.server_group.as_deref()),
        boot(session, spec),
        future::join_all(spec.volumes.iter().map(|volume| existing(session, volume))),
        places(session, spec),
        future::join_all(types_of(spec).map(|kind| one::<VolumeType>(session, kind))),
    );
    let mut errors = Vec::new();
    for kind in types {
        keep(kind, &mut errors);
    }
    let references = References {
        image: keep(image, &mut errors).flatten(),
        flavor: keep(flavor, &mut errors).flatten(),
        key_name: keep(key_name, &mut errors).flatten().map(|key| key.name),
        networks: match networks {
            Ok(networks) => networks,
            Err(more) => {
                errors.extend(more);
                Networks::Auto
            }
        },
        groups: groups
            .into_iter()
            .filter_map(|group| keep(group, &mut errors))
            .collect(),
        server_group: keep(server_group, &mut errors)
            .flatten()
            .map(|group| group.id),
        boot: keep(boot, &mut errors).flatten(),
        volumes: volumes
            .into_iter()
            .map(|volume| keep(volume, &mut errors).flatten())
            .collect(),
        volume_zone: keep(zones, &mut errors).flatten(),
    };
    if errors.is_empty() {
        Ok(references)
    } else {
        Err(errors)
    }
}

fn keep<T>(result: Found<T>, errors: &mut Vec<CommandError>) -> Option<T> {
    result.map_err(|error| errors.push(error)).ok()
}

async fn optional<T: Resource>(session: &Session, target: Option<&str>) -> Found<Option<Named>> {
    match target {
        Some(target) => one::<T>(session, target).await.map(Some),
        None => Ok(None),
    }
}

async fn one<T: Resource>(session: &Session, target: &str) -> Found<Named> {
    let found = item::<T>(session, target).await?;
    Ok(Named {
        id: found.id().to_owned(),
        name: found.name().to_owned(),
    })
}

/// Finds one, or says what it may have been meant to be.
async fn item<T: Resource>(session: &Session, target: &str) -> Found<T> {
    match find::<T>(session, target).await {
        Ok(found) => Ok(found.item),
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

async fn networks(session: &Session, wanted: &[String]) -> Result<Networks, Vec<CommandError>> {
    match wanted {
        [] => return Ok(Networks::Auto),
        [word] if word == "auto" => return Ok(Networks::Auto),
        [word] if word == "none" => return Ok(Networks::None),
        _ => {}
    }
    let found = future::join_all(wanted.iter().map(|text| network(session, text))).await;
    let mut errors = Vec::new();
    let wishes: Vec<Wish> = found
        .into_iter()
        .filter_map(|wish| keep(wish, &mut errors))
        .collect();
    if errors.is_empty() {
        Ok(Networks::These(wishes))
    } else {
        Err(errors)
    }
}

async fn network(session: &Session, text: &str) -> Found<Wish> {
    match NetworkWish::parse(text)? {
        NetworkWish::Port(port) => {
            let found = one::<Port>(session, port).await?;
            Ok(Wish {
                name: text.to_owned(),
                network: None,
                port: Some(found.id),
                address: None,
            })
        }
        NetworkWish::Network(name, address) => {
            let found = one::<Network>(session, name).await?;
            Ok(Wish {
                name: found.name,
                network: Some(found.id),
                port: None,
                address: address.map(|address| address.to_string()),
            })
        }
    }
}

async fn boot(session: &Session, spec: &Spec) -> Found<Option<Boot>> {
    if let Some(volume) = &spec.boot_volume {
        let found = one::<Volume>(session, volume).await?;
        return Ok(Some(Boot::Volume(found.id)));
    }
    let Some(target) = &spec.boot_snapshot else {
        return Ok(None);
    };
    let found = item::<Snapshot>(session, target).await?;
    Ok(Some(Boot::Snapshot(found.id, found.size)))
}

async fn existing(session: &Session, volume: &VolumeSpec) -> Found<Option<String>> {
    match &volume.volume_id {
        Some(target) => Ok(Some(one::<Volume>(session, target).await?.id)),
        None => Ok(None),
    }
}

/// The types of new volumes.
fn types_of(spec: &Spec) -> impl Iterator<Item = &str> {
    let further = spec.volumes.iter().map(|volume| &volume.volume_type);
    further
        .chain([&spec.root_volume_type])
        .filter_map(Option::as_deref)
}

/// Whether there is such a zone; and whether Cinder has it, too, for new volumes.
async fn places(session: &Session, spec: &Spec) -> Found<Option<String>> {
    let Some(wanted) = &spec.availability_zone else {
        return Ok(None);
    };
    // Administrators may name a host after the zone.
    let zone = wanted.split(':').next().unwrap_or_default();
    let names = zones(session, Service::Compute).await?;
    if !names.iter().any(|name| name == zone) {
        let error = CommandError::new(
            ExitCode::Service,
            "InvalidParameterValue",
            format!("there is no availability zone '{zone}'"),
        )
        .during("RunInstances");
        return Err(match most_alike(zone, names) {
            Some(near) => error.hint(did_you_mean(&near)),
            None => error,
        });
    }
    let new = spec.root_volume_size.is_some() && spec.boot_snapshot.is_none()
        || spec.volumes.iter().any(|volume| volume.size.is_some());
    if !new {
        return Ok(None);
    }
    let cinders = zones(session, Service::BlockStorage).await?;
    Ok(cinders.into_iter().find(|name| name == zone))
}
