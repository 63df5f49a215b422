//! What a specification names, found in the cloud: image, flavor, key pair, networks, groups,
//! volumes. All are looked for side by side, and all that is wrong is told at once.

use futures_util::future;
use serde::Deserialize;

use super::spec::{Spec, VolumeSpec};
use crate::commands::flavors::Flavor;
use crate::commands::images::Image;
use crate::commands::keypairs::KeyPair;
use crate::commands::networks::Network;
use crate::commands::security_groups::SecurityGroup;
use crate::commands::volumes::Volume;
use crate::error::CommandError;
use crate::openstack::{
    ByName, Error, Pager, Resource, Service, Session, Version, find, list_call,
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

/// A port, as far as it is looked up here.
#[derive(Debug, Deserialize)]
struct Port {
    id: String,
    #[serde(default)]
    name: String,
}

impl Resource for Port {
    const NOUN: &'static str = "port";
    const SERVICE: Service = Service::Network;
    const PATH: &'static str = "ports";
    const COLLECTION: &'static str = "ports";
    const MEMBER: Option<&'static str> = Some("port");
    const OPERATIONS: (&'static str, &'static str) =
        ("DescribeNetworkInterfaces", "DescribeNetworkInterfaces");
    const BY_NAME: ByName = ByName::Exact;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

/// A volume's snapshot, as far as it is looked up here.
#[derive(Debug, Deserialize)]
struct Snapshot {
    id: String,
    name: Option<String>,
    #[serde(default)]
    size: u64,
}

impl Resource for Snapshot {
    const NOUN: &'static str = "snapshot";
    const SERVICE: Service = Service::BlockStorage;
    const PATH: &'static str = "snapshots";
    const COLLECTION: &'static str = "snapshots";
    const MEMBER: Option<&'static str> = Some("snapshot");
    const OPERATIONS: (&'static str, &'static str) = ("DescribeSnapshots", "DescribeSnapshots");
    const BY_NAME: ByName = ByName::Exact;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }
}

/// A server group, as far as it is looked up here.
#[derive(Debug, Deserialize)]
struct ServerGroup {
    id: String,
    name: String,
}

impl Resource for ServerGroup {
    const NOUN: &'static str = "server group";
    const SERVICE: Service = Service::Compute;
    const PATH: &'static str = "os-server-groups";
    const COLLECTION: &'static str = "server_groups";
    const MEMBER: Option<&'static str> = Some("server_group");
    const VERSIONS: &'static [Version] = &[Version::new(2, 1)];
    const OPERATIONS: (&'static str, &'static str) =
        ("DescribePlacementGroups", "DescribePlacementGroups");
    const BY_NAME: ByName = ByName::Never;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

type Found<T> = Result<T, CommandError>;

/// Looks everything up.
pub(super) async fn resolve(
    session: &Session,
    spec: &Spec,
) -> Result<References, Vec<CommandError>> {
    let (image, flavor, key_name, networks, groups, server_group, boot, volumes) = tokio::join!(
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
    );
    let mut errors = Vec::new();
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
    match find::<T>(session, target).await {
        Ok(found) => Ok(Named {
            id: found.item.id().to_owned(),
            name: found.item.name().to_owned(),
        }),
        Err(error @ Error::NotFound { .. }) => {
            let near = nearest::<T>(session, target).await;
            let error = CommandError::from(error).during("RunInstances");
            Err(match near {
                Some(names) => error.hint(format!("did you mean {names}?")),
                None => error,
            })
        }
        Err(error) => Err(CommandError::from(error).during("RunInstances")),
    }
}

/// How alike a name must be to be worth a mention.
const ALIKE: f64 = 0.75;
/// So many of them are mentioned.
const MOST: usize = 3;

/// The names that are most like one that nothing has.
async fn nearest<T: Resource>(session: &Session, target: &str) -> Option<String> {
    let mut pager = Pager::<T>::new(session, list_call::<T>(), None);
    let mut near: Vec<(f64, String)> = Vec::new();
    // A list that fails has no names to give, and the miss itself is told anyway.
    while let Ok(Some(page)) = pager.next().await {
        for item in &page.items {
            let likeness =
                strsim::jaro_winkler(&target.to_lowercase(), &item.name().to_lowercase());
            if likeness >= ALIKE {
                near.push((likeness, item.name().to_owned()));
            }
        }
    }
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

/// Reads `NETWORK`, `NETWORK,ip=ADDRESS`, `ip=ADDRESS,network=NETWORK` or `port=PORT`.
async fn network(session: &Session, text: &str) -> Found<Wish> {
    let wrong = || {
        CommandError::usage(format!(
            "--network '{text}' is none of: NETWORK, NETWORK,ip=ADDRESS, port=PORT, auto, none"
        ))
    };
    let (mut name, mut port, mut address) = (None, None, None);
    for part in text.split(',') {
        let (field, value) = match part.split_once('=') {
            Some(("ip" | "fixed-ip" | "v4-fixed-ip", value)) => (&mut address, value),
            Some(("port" | "port-id", value)) => (&mut port, value),
            Some(("network" | "net-id", value)) => (&mut name, value),
            _ => (&mut name, part),
        };
        if value.is_empty() || field.replace(value).is_some() {
            return Err(wrong());
        }
    }
    if let Some(address) = address
        && address.parse::<std::net::IpAddr>().is_err()
    {
        return Err(CommandError::usage(format!(
            "--network '{text}': '{address}' is no IP address"
        )));
    }
    match (name, port) {
        (None, Some(port)) if address.is_none() => {
            let found = one::<Port>(session, port).await?;
            Ok(Wish {
                name: text.to_owned(),
                network: None,
                port: Some(found.id),
                address: None,
            })
        }
        (Some(name), None) => {
            let found = one::<Network>(session, name).await?;
            Ok(Wish {
                name: found.name,
                network: Some(found.id),
                port: None,
                address: address.map(str::to_owned),
            })
        }
        _ => Err(wrong()),
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
    match find::<Snapshot>(session, target).await {
        Ok(found) => Ok(Some(Boot::Snapshot(found.item.id, found.item.size))),
        Err(error) => Err(CommandError::from(error).during("RunInstances")),
    }
}

async fn existing(session: &Session, volume: &VolumeSpec) -> Found<Option<String>> {
    match &volume.volume_id {
        Some(target) => Ok(Some(one::<Volume>(session, target).await?.id)),
        None => Ok(None),
    }
}
