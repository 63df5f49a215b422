//! The request to Nova, worked out from a specification and what it refers to, and what has to be
//! there before it: volumes.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};

use super::references::{Boot, Networks, References};
use super::room::Takes;
use super::spec::Spec;
use crate::error::CommandError;
use crate::openstack::{NewVolume, Version};
use crate::records::CLIENT_DISK_KEY;
use crate::verbs::context::Context;

/// Nova's limit for user data, which counts the base64 that it goes as.
const USER_DATA_LIMIT: usize = 65_535;

/// Where `networks` may be `auto` or `none`.
const NETWORKS: Version = Version::new(2, 37);
/// Where each of these came.
const DESCRIPTION: Version = Version::new(2, 19);
const TAGS: Version = Version::new(2, 52);
const HOSTNAME: Version = Version::new(2, 90);
const MULTIATTACH: Version = Version::new(2, 60);
const VOLUME_TYPE: Version = Version::new(2, 67);
const LOWEST: Version = Version::new(2, 1);

/// Reads user data: text, `file://PATH` or `-`. Gives base64.
pub(super) fn user_data(context: &Context, source: &str) -> Result<String, CommandError> {
    let bytes = match source {
        "-" => context.sources().document(source)?,
        _ => context.sources().value(source)?,
    };
    let text = STANDARD.encode(&bytes);
    if text.len() > USER_DATA_LIMIT {
        return Err(CommandError::usage(format!(
            "the user data has {} bytes, {} as base64; Nova takes {USER_DATA_LIMIT} of that",
            bytes.len(),
            text.len()
        ))
        .hint("a script can fetch the rest from elsewhere when it runs"));
    }
    Ok(text)
}

/// A request that lacks only the volumes that are still to be made.
#[derive(Clone, Debug)]
pub(super) struct Prepared {
    server: Map<String, Value>,
    hints: Map<String, Value>,
    versions: Vec<Version>,
    /// What carries the client token, for volumes too.
    own_tags: Vec<(String, String)>,
    pub(super) new_volumes: Vec<NewVolume>,
    /// In the order of the disks: an existing volume or snapshot, or one of the new volumes.
    mappings: Vec<Mapping>,
    pub(super) shown: Shown,
}

/// What the journal keeps.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    pub(super) image: Option<String>,
    pub(super) flavor: Option<String>,
    pub(super) key_name: Option<String>,
    pub(super) networks: Vec<String>,
    pub(super) groups: Vec<String>,
}

#[derive(Clone, Debug)]
struct Mapping {
    /// Nova's own object, to which the volume's ID is added if it is a new one.
    object: Map<String, Value>,
    new: bool,
}

impl Prepared {
    #[expect(clippy::too_many_lines, reason = "one block a field of Nova's request")]
    pub(super) fn new(
        spec: &Spec,
        references: &References,
        name: &str,
        own_tags: &[(&str, Option<&str>)],
    ) -> Result<Self, CommandError> {
        let mut server = Map::new();
        let mut put = |key: &str, value: Value| {
            server.insert(key.to_owned(), value);
        };
        put("name", json!(name));
        if let Some(flavor) = &references.flavor {
            put("flavorRef", json!(flavor.id));
        }
        let mut versions = Vec::new();
        let networks: Vec<Value> = match &references.networks {
            Networks::Auto => {
                put("networks", json!("auto"));
                versions.push(NETWORKS);
                Vec::new()
            }
            Networks::None => {
                put("networks", json!("none"));
                versions.push(NETWORKS);
                Vec::new()
            }
            Networks::These(wishes) => wishes
                .iter()
                .map(|wish| {
                    let mut one = Map::new();
                    for (key, value) in [
                        ("uuid", &wish.network),
                        ("port", &wish.port),
                        ("fixed_ip", &wish.address),
                    ] {
                        if let Some(value) = value {
                            one.insert(key.to_owned(), json!(value));
                        }
                    }
                    Value::Object(one)
                })
                .collect(),
        };
        if !networks.is_empty() {
            put("networks", json!(networks));
        }
        // A port that is there has groups of its own, and Nova takes these for the others.
        if !references.groups.is_empty() {
            let groups: Vec<Value> = references
                .groups
                .iter()
                .map(|group| json!({ "name": group.id }))
                .collect();
            put("security_groups", json!(groups));
        }
        let mut metadata: Map<String, Value> = spec
            .tags
            .iter()
            .map(|tag| (tag.key.clone(), json!(tag.value)))
            .collect();
        let own_tags: Vec<(String, String)> = own_tags
            .iter()
            .filter_map(|(key, value)| Some(((*key).to_owned(), (*value)?.to_owned())))
            .collect();
        for (key, value) in &own_tags {
            metadata.insert(key.clone(), json!(value));
        }
        put("metadata", Value::Object(metadata));
        for (key, value) in [
            ("key_name", &references.key_name),
            ("user_data", &spec.user_data),
            ("availability_zone", &spec.availability_zone),
        ] {
            if let Some(value) = value {
                put(key, json!(value));
            }
        }
        if spec.config_drive {
            put("config_drive", json!(true));
        }
        if let Some(description) = &spec.description {
            put("description", json!(description));
            versions.push(DESCRIPTION);
        }
        if !spec.labels.is_empty() {
            put("tags", json!(spec.labels));
            versions.push(TAGS);
        }
        if let Some(hostname) = &spec.hostname {
            put("hostname", json!(hostname));
            versions.push(HOSTNAME);
        }
        if references.multiattach {
            versions.push(MULTIATTACH);
        }
        let mut prepared = Self {
            server,
            hints: spec
                .hints
                .iter()
                .map(|(key, value)| (key.clone(), json!(value)))
                .chain(
                    references
                        .server_group
                        .iter()
                        .map(|group| ("group".to_owned(), json!(group))),
                )
                .collect(),
            versions,
            own_tags,
            new_volumes: Vec::new(),
            mappings: Vec::new(),
            shown: Shown {
                image: references.image.as_ref().map(|image| image.id.clone()),
                flavor: references.flavor.as_ref().map(|flavor| flavor.name.clone()),
                key_name: references.key_name.clone(),
                networks: match &references.networks {
                    Networks::Auto => vec!["auto".to_owned()],
                    Networks::None => Vec::new(),
                    Networks::These(wishes) => {
                        wishes.iter().map(|wish| wish.name.clone()).collect()
                    }
                },
                groups: references
                    .groups
                    .iter()
                    .map(|group| group.name.clone())
                    .collect(),
            },
        };
        prepared.add_root(spec, references, name);
        prepared.add_volumes(spec, references, name)?;
        Ok(prepared)
    }

    /// Whether Nova is to choose the network, which it can where there is one.
    pub(super) fn leaves_networks_to_nova(&self) -> bool {
        self.server
            .get("networks")
            .is_some_and(|networks| networks == "auto")
    }

    fn add_root(&mut self, spec: &Spec, references: &References, name: &str) {
        let object = |source: &str, id: Option<&str>, keep: bool| {
            let mut object = Map::new();
            object.insert("boot_index".to_owned(), json!(0));
            object.insert("source_type".to_owned(), json!(source));
            object.insert("destination_type".to_owned(), json!("volume"));
            object.insert("delete_on_termination".to_owned(), json!(!keep));
            if let Some(id) = id {
                object.insert("uuid".to_owned(), json!(id));
            }
            object
        };
        let mapping = match &references.boot {
            // What was there before outlives the instance.
            Some(Boot::Volume(id)) => object("volume", Some(id), true),
            Some(Boot::Snapshot(id, size)) => {
                let mut object = object("snapshot", Some(id), spec.keep_root_volume);
                // Nova takes the snapshot's own where none is said.
                if let Some(size) = spec.root_volume_size.or(*size) {
                    object.insert("volume_size".to_owned(), json!(size.max(1)));
                }
                if let Some(kind) = &spec.root_volume_type {
                    object.insert("volume_type".to_owned(), json!(kind));
                    self.versions.push(VOLUME_TYPE);
                }
                object
            }
            None => {
                let image = references.image.as_ref().map(|image| image.id.clone());
                let Some(size) = spec.root_volume_size else {
                    if let Some(image) = image {
                        self.server.insert("imageRef".to_owned(), json!(image));
                    }
                    return;
                };
                self.new_volumes.push(NewVolume {
                    name: Some(format!("{name}-root")),
                    size,
                    volume_type: spec.root_volume_type.clone(),
                    image,
                    availability_zone: references.volume_zone.clone(),
                    metadata: self.volume_tags(),
                    ..NewVolume::default()
                });
                let mapping = object("volume", None, spec.keep_root_volume);
                self.mappings.push(Mapping {
                    object: mapping,
                    new: true,
                });
                return;
            }
        };
        self.mappings.push(Mapping {
            object: mapping,
            new: false,
        });
    }

    /// What the next new volume is found by again.
    fn volume_tags(&self) -> Vec<(String, String)> {
        let disk = (
            CLIENT_DISK_KEY.to_owned(),
            self.new_volumes.len().to_string(),
        );
        self.own_tags.iter().cloned().chain([disk]).collect()
    }

    fn add_volumes(
        &mut self,
        spec: &Spec,
        references: &References,
        name: &str,
    ) -> Result<(), CommandError> {
        // Beside other disks, the image's own has to be named among them.
        if let Some(image) = self.server.get("imageRef").cloned()
            && !spec.volumes.is_empty()
        {
            let root = json!({ "boot_index": 0, "uuid": image, "source_type": "image",
                               "destination_type": "local", "delete_on_termination": true });
            if let Value::Object(object) = root {
                self.mappings.push(Mapping { object, new: false });
            }
        }
        for (index, (volume, id)) in spec.volumes.iter().zip(&references.volumes).enumerate() {
            let new = id.is_none();
            let mut object = Map::new();
            object.insert("boot_index".to_owned(), json!(-1));
            object.insert("source_type".to_owned(), json!("volume"));
            object.insert("destination_type".to_owned(), json!("volume"));
            object.insert(
                "delete_on_termination".to_owned(),
                json!(new && !volume.keep),
            );
            if let Some(device) = &volume.device_name {
                object.insert("device_name".to_owned(), json!(device));
            }
            match id {
                Some(id) => {
                    object.insert("uuid".to_owned(), json!(id));
                }
                None => self.new_volumes.push(NewVolume {
                    name: Some(format!("{name}-{}", index + 1)),
                    size: volume
                        .size
                        .ok_or_else(|| CommandError::usage("a new volume has a size"))?,
                    volume_type: volume.volume_type.clone(),
                    availability_zone: references.volume_zone.clone(),
                    metadata: self.volume_tags(),
                    ..NewVolume::default()
                }),
            }
            self.mappings.push(Mapping { object, new });
        }
        Ok(())
    }

    /// The request's body, and the lowest microversion that holds it.
    pub(super) fn body(&self, volumes: &[String]) -> (Value, Version) {
        let mut server = self.server.clone();
        let mut made = volumes.iter();
        let mappings: Vec<Value> = self
            .mappings
            .iter()
            .map(|mapping| {
                let mut object = mapping.object.clone();
                if mapping.new
                    && let Some(id) = made.next()
                {
                    object.insert("uuid".to_owned(), json!(id));
                }
                Value::Object(object)
            })
            .collect();
        if !mappings.is_empty() {
            server.insert("block_device_mapping_v2".to_owned(), json!(mappings));
        }
        let mut body = json!({ "server": server });
        if !self.hints.is_empty() {
            body["os:scheduler_hints"] = Value::Object(self.hints.clone());
        }
        let version = self.versions.iter().copied().max().unwrap_or(LOWEST);
        // From 2.37 on networks have to be named, which they are, or are left to Nova by a word.
        (body, version)
    }

    /// What it takes of the quotas of ports, volumes and metadata.
    pub(super) fn takes(&self) -> Takes {
        let ports = match self.server.get("networks") {
            Some(Value::Array(all)) => all.iter().filter(|one| one.get("port").is_none()).count(),
            Some(word) => usize::from(word == "auto"),
            None => 0,
        };
        let new = self.new_volumes.iter();
        let mut volumes: Vec<_> = new
            .map(|volume| (volume.volume_type.clone(), volume.size))
            .collect();
        // Nova makes the one for a snapshot.
        volumes.extend(self.mappings.iter().filter_map(|mapping| {
            let size = mapping.object.get("volume_size")?.as_u64()?;
            let kind = mapping.object.get("volume_type").and_then(Value::as_str);
            Some((kind.map(str::to_owned), size))
        }));
        let metadata = self.server.get("metadata").and_then(Value::as_object);
        Takes {
            ports,
            volumes,
            metadata: metadata.map_or(0, Map::len),
            group: None,
        }
    }
}
