//! The request to Nova, from a specification and what it names, and the volumes that must exist
//! before it is sent.

use serde_json::{Map, Value, json};

use super::usage::QuotaUse;
use crate::commands::instances::create::references::{Boot, NetworkChoice, References};
use crate::commands::instances::create::spec::Spec;
use crate::commands::volumes::NewVolume;
use crate::error::CommandError;
use crate::openstack::Version;
use crate::records::CLIENT_DISK_KEY;

/// The first microversion in which `networks` may be `auto` or `none`.
const NETWORKS: Version = Version::new(2, 37);
// The first microversion of each of these fields.
const DESCRIPTION: Version = Version::new(2, 19);
const TAGS: Version = Version::new(2, 52);
const HOSTNAME: Version = Version::new(2, 90);
const MULTIATTACH: Version = Version::new(2, 60);
const VOLUME_TYPE: Version = Version::new(2, 67);
const LOWEST: Version = Version::new(2, 1);

/// A request that lacks only the IDs of volumes that are still to be created.
#[derive(Clone, Debug)]
pub(crate) struct CreateRequest {
    server: Map<String, Value>,
    hints: Map<String, Value>,
    versions: Vec<Version>,
    /// Metadata that holds the client token. New volumes get it, too.
    own_tags: Vec<(String, String)>,
    pub(crate) new_volumes: Vec<NewVolume>,
    /// In the order of the disks.
    mappings: Vec<Mapping>,
    pub(crate) summary: RequestSummary,
}

/// What the journal keeps of a request.
#[derive(Clone, Debug, Default)]
pub(crate) struct RequestSummary {
    pub(crate) image: Option<String>,
    pub(crate) flavor: Option<String>,
    pub(crate) key_name: Option<String>,
    pub(crate) networks: Vec<String>,
    pub(crate) groups: Vec<String>,
}

/// One disk: an existing volume or snapshot, or a new volume.
#[derive(Clone, Debug)]
struct Mapping {
    /// Nova's object. The ID of a new volume is added to it later.
    object: Map<String, Value>,
    new: bool,
}

impl CreateRequest {
    /// Prepares the request. `own_tags` are ostk's own metadata.
    #[expect(clippy::too_many_lines, reason = "one block a field of Nova's request")]
    pub(crate) fn new(
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
            NetworkChoice::Auto => {
                put("networks", json!("auto"));
                versions.push(NETWORKS);
                Vec::new()
            }
            NetworkChoice::None => {
                put("networks", json!("none"));
                versions.push(NETWORKS);
                Vec::new()
            }
            NetworkChoice::These(wishes) => wishes
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
        // Existing ports keep their groups. Nova gives these to the ports that it creates.
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
            summary: RequestSummary {
                image: references.image.as_ref().map(|image| image.id.clone()),
                flavor: references.flavor.as_ref().map(|flavor| flavor.name.clone()),
                key_name: references.key_name.clone(),
                networks: match &references.networks {
                    NetworkChoice::Auto => vec!["auto".to_owned()],
                    NetworkChoice::None => Vec::new(),
                    NetworkChoice::These(wishes) => {
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

    /// Returns whether Nova chooses the network.
    pub(crate) fn leaves_networks_to_nova(&self) -> bool {
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
            // An existing volume outlives the instance.
            Some(Boot::Volume(id)) => object("volume", Some(id), true),
            Some(Boot::Snapshot(id, size)) => {
                let mut object = object("snapshot", Some(id), spec.keep_root_volume);
                // Nova takes the snapshot's size if none is given.
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

    /// Returns the metadata by which a later try finds the next new volume.
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
        // If there are other disks, Nova wants the image's disk among them.
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

    /// Returns the request's body with these new volumes, and the lowest microversion that holds it.
    pub(crate) fn body(&self, volumes: &[String]) -> (Value, Version) {
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
        // From 2.37 on `networks` is required. It is always there: a list, `auto` or `none`.
        (body, version)
    }

    /// Returns what the request takes of the quotas of ports, volumes and metadata.
    pub(crate) fn usage(&self) -> QuotaUse {
        let ports = match self.server.get("networks") {
            Some(Value::Array(all)) => all.iter().filter(|one| one.get("port").is_none()).count(),
            Some(word) => usize::from(word == "auto"),
            None => 0,
        };
        let new = self.new_volumes.iter();
        let mut volumes: Vec<_> = new
            .map(|volume| (volume.volume_type.clone(), volume.size))
            .collect();
        // Nova creates the volume of a snapshot.
        volumes.extend(self.mappings.iter().filter_map(|mapping| {
            let size = mapping.object.get("volume_size")?.as_u64()?;
            let kind = mapping.object.get("volume_type").and_then(Value::as_str);
            Some((kind.map(str::to_owned), size))
        }));
        let metadata = self.server.get("metadata").and_then(Value::as_object);
        QuotaUse {
            ports,
            volumes,
            metadata: metadata.map_or(0, Map::len),
            ..QuotaUse::default()
        }
    }
}
