//! The specification of an instance: the same for flags, AWS's JSON and YAML.

pub(crate) mod check;
pub(crate) mod network;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::CommandError;
use crate::verbs::tags::{self, TagSpec, TagSpecification, name_of};

/// EC2's name for what `instances create` does.
pub(crate) const OPERATION: &str = "RunInstances";

/// AWS's resource type of an instance.
pub(crate) const INSTANCE: &str = "instance";

/// An instance to create, or several alike. The keys are AWS's where AWS has the concept.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub(crate) struct Spec {
    pub(crate) name: Option<String>,
    pub(crate) image_id: Option<String>,
    pub(crate) instance_type: Option<String>,
    pub(crate) key_name: Option<String>,
    #[serde(alias = "SubnetIds")]
    pub(crate) networks: Vec<String>,
    #[serde(alias = "SecurityGroupIds")]
    pub(crate) security_groups: Vec<String>,
    pub(crate) user_data: Option<String>,
    pub(crate) availability_zone: Option<String>,
    pub(crate) tags: Vec<TagSpec>,
    /// AWS's form of tags. What is read becomes `tags`.
    #[serde(skip_serializing)]
    pub(crate) tag_specifications: Vec<TagSpecification>,
    pub(crate) labels: Vec<String>,
    pub(crate) description: Option<String>,
    pub(crate) hostname: Option<String>,
    pub(crate) config_drive: bool,
    pub(crate) server_group: Option<String>,
    pub(crate) hints: BTreeMap<String, String>,
    pub(crate) min_count: Option<u32>,
    pub(crate) max_count: Option<u32>,
    #[serde(rename = "RootVolumeSizeGiB")]
    pub(crate) root_volume_size: Option<u64>,
    pub(crate) root_volume_type: Option<String>,
    pub(crate) keep_root_volume: bool,
    pub(crate) boot_volume: Option<String>,
    pub(crate) boot_snapshot: Option<String>,
    pub(crate) volumes: Vec<VolumeSpec>,
    pub(crate) client_token: Option<String>,
}

/// A volume besides the root volume.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub(crate) struct VolumeSpec {
    /// An existing volume, by name or ID.
    pub(crate) volume_id: Option<String>,
    /// The size of a new volume.
    #[serde(rename = "SizeGiB")]
    pub(crate) size: Option<u64>,
    pub(crate) volume_type: Option<String>,
    pub(crate) device_name: Option<String>,
    /// Keeps a new volume when the instance is deleted.
    pub(crate) keep: bool,
}

/// A file with several specifications.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Several {
    #[serde(rename = "Instances", alias = "instances")]
    instances: Vec<Spec>,
}

impl Spec {
    /// Reads a specification from JSON.
    pub(crate) fn from_json(text: &str, origin: &str) -> Result<Self, CommandError> {
        let wrong = |why: String| CommandError::usage(format!("{origin}: {why}"));
        let value: serde_json::Value =
            serde_json::from_str(text).map_err(|error| wrong(error.to_string()))?;
        if let Some(why) = not_objects(&value) {
            return Err(wrong(why));
        }
        // From the text, since a key that is given twice is an error.
        let spec: Self = serde_json::from_str(text).map_err(|error| wrong(error.to_string()))?;
        spec.without_blanks().with_tags_settled(origin)
    }

    /// Reads specifications from YAML: a list below `Instances`, or a single specification.
    pub(crate) fn several(text: &str, origin: &str) -> Result<Vec<Self>, CommandError> {
        let wrong = |error: serde_saphyr::Error| CommandError::usage(format!("{origin}: {error}"));
        let value: serde_json::Value = serde_saphyr::from_str(text).map_err(wrong)?;
        let several = value.get("Instances").or(value.get("instances")).is_some();
        let instances = if several {
            serde_saphyr::from_str::<Several>(text)
                .map_err(wrong)?
                .instances
        } else {
            vec![serde_saphyr::from_str::<Self>(text).map_err(wrong)?]
        };
        if instances.is_empty() {
            return Err(CommandError::usage(format!("{origin} has no instances")));
        }
        instances
            .into_iter()
            .map(|spec| spec.with_tags_settled(origin))
            .collect()
    }

    /// Moves AWS's tag specifications into the tags, and the tag `Name` into the name.
    fn with_tags_settled(mut self, origin: &str) -> Result<Self, CommandError> {
        for specification in std::mem::take(&mut self.tag_specifications) {
            self.tags.extend(specification.of(INSTANCE, origin)?);
        }
        self.name = name_of(self.name.take(), &mut self.tags, Some(origin))?;
        tags::check(&self.tags, origin)?;
        Ok(self)
    }

    /// Returns the empty form of `--cli-input-json`.
    pub(crate) fn skeleton() -> Self {
        let text = || Some(String::new());
        Self {
            name: text(),
            image_id: text(),
            instance_type: text(),
            key_name: text(),
            networks: vec![String::new()],
            security_groups: vec![String::new()],
            user_data: text(),
            availability_zone: text(),
            tags: vec![TagSpec::default()],
            labels: vec![String::new()],
            description: text(),
            hostname: text(),
            server_group: text(),
            min_count: Some(1),
            max_count: Some(1),
            client_token: text(),
            volumes: vec![VolumeSpec::default()],
            boot_volume: text(),
            boot_snapshot: text(),
            root_volume_size: Some(0),
            root_volume_type: text(),
            ..Self::default()
        }
    }

    /// Drops the fields that the skeleton leaves empty.
    fn without_blanks(mut self) -> Self {
        for field in [
            &mut self.name,
            &mut self.image_id,
            &mut self.instance_type,
            &mut self.key_name,
            &mut self.user_data,
            &mut self.availability_zone,
            &mut self.description,
            &mut self.hostname,
            &mut self.server_group,
            &mut self.client_token,
            &mut self.root_volume_type,
            &mut self.boot_volume,
            &mut self.boot_snapshot,
        ] {
            field.take_if(|text| text.is_empty());
        }
        self.root_volume_size.take_if(|size| *size == 0);
        for list in [
            &mut self.networks,
            &mut self.security_groups,
            &mut self.labels,
        ] {
            list.retain(|text| !text.is_empty());
        }
        self.tags.retain(|tag| *tag != TagSpec::default());
        self.volumes
            .retain(|volume| *volume != VolumeSpec::default());
        self
    }

    /// Sets a tag and replaces the one with the same key.
    pub(crate) fn set_tag(&mut self, tag: TagSpec) {
        self.tags.retain(|own| own.key != tag.key);
        self.tags.push(tag);
    }

    /// Returns the least and the greatest number of instances.
    pub(crate) fn counts(&self) -> (u32, u32) {
        let most = self.max_count.or(self.min_count).unwrap_or(1);
        (self.min_count.unwrap_or(most), most)
    }

    /// Returns the names of the instances.
    pub(crate) fn names(&self) -> Vec<String> {
        let name = self.name.clone().unwrap_or_default();
        match self.counts().1 {
            1 => vec![name],
            most => (1..=most).map(|index| format!("{name}-{index}")).collect(),
        }
    }
}

/// Returns an error for a list in place of an object: serde would read it as the object's fields in
/// their order.
fn not_objects(value: &serde_json::Value) -> Option<String> {
    let Some(fields) = value.as_object() else {
        return Some("it is not an object".to_owned());
    };
    ["Tags", "TagSpecifications", "Volumes"]
        .into_iter()
        .find_map(|key| {
            let items = fields.get(key)?.as_array()?;
            let nested = || {
                items
                    .iter()
                    .filter_map(|item| item.get("Tags")?.as_array())
                    .flatten()
            };
            (items.iter().chain(nested()))
                .any(|item| !item.is_object())
                .then(|| format!("{key}: an item is not an object"))
        })
}

impl VolumeSpec {
    /// Returns what is wrong with it.
    pub(crate) fn problem(&self) -> Option<&'static str> {
        match (self.size, &self.volume_id) {
            (Some(0), _) => Some("a size is a number of GiB"),
            (None, Some(_)) if self.volume_type.is_some() => {
                Some("a volume that is there has its type")
            }
            (Some(_), None) | (None, Some(_)) => None,
            _ => Some("it needs either size= or id="),
        }
    }

    /// Reads `size=10,device=vdb,type=fast,keep` or `id=NAME`.
    pub(crate) fn parse(text: &str) -> Result<Self, CommandError> {
        let mut volume = Self::default();
        let wrong = |problem: &str| CommandError::usage(format!("--volume '{text}': {problem}"));
        for part in text.split(',') {
            match part.split_once('=') {
                Some(("size", size)) => {
                    let size = size.parse().ok();
                    volume.size = Some(size.ok_or_else(|| wrong("a size is a number of GiB"))?);
                }
                Some(("id", id)) => volume.volume_id = Some(id.to_owned()),
                Some(("device", name)) => volume.device_name = Some(name.to_owned()),
                Some(("type", name)) => volume.volume_type = Some(name.to_owned()),
                None if part == "keep" => volume.keep = true,
                _ => {
                    return Err(wrong(
                        "it is size=GIB or id=VOLUME, with device=, type= or keep",
                    ));
                }
            }
        }
        if let Some(problem) = volume.problem() {
            return Err(wrong(problem));
        }
        Ok(volume)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_holds_one_or_several() {
        let one = "Name: web\nImageId: debian\nInstanceType: m1.small\n";
        assert_eq!(Spec::several(one, "f").unwrap().len(), 1);
        let two = "Instances:\n- Name: a\n- Name: b\n  MaxCount: 3\n";
        let specs = Spec::several(two, "f").unwrap();
        assert_eq!(specs[1].names(), ["b-1", "b-2", "b-3"]);
        assert!(Spec::several("Nmae: web\n", "f").is_err());
        assert!(Spec::several("Instances: []\n", "f").is_err());
    }

    #[test]
    fn the_skeleton_says_nothing() {
        let text = serde_json::to_string(&Spec::skeleton()).unwrap();
        let spec = Spec::from_json(&text, "f").unwrap();
        assert!(spec.name.is_none() && spec.networks.is_empty() && spec.volumes.is_empty());
    }

    #[test]
    fn awss_tags_and_the_tag_name_are_known_in_files() {
        let text = r#"{"Tags": [{"Key": "a", "Value": "b"}], "TagSpecifications":
            [{"ResourceType": "instance", "Tags": [{"Key": "Name", "Value": "web"}]}]}"#;
        let spec = Spec::from_json(text, "f").unwrap();
        assert_eq!(spec.name.as_deref(), Some("web"));
        assert_eq!(spec.tags.len(), 1);
        let two = "Name: db\nTags: [{Key: Name, Value: web}]\n";
        assert!(Spec::several(two, "f").is_err());
        let deep = "[".repeat(100_000);
        assert!(Spec::several(&deep, "f").is_err());
        assert!(Spec::from_json(&deep, "f").is_err());
    }

    #[test]
    fn a_list_is_no_object() {
        for text in [
            r#"["web", "debian"]"#,
            "null",
            r#"{"Tags": [["a", "b"]]}"#,
            r#"{"Volumes": [[null, 1]]}"#,
            r#"{"TagSpecifications": [["instance"]]}"#,
            r#"{"TagSpecifications": [{"ResourceType": "instance", "Tags": [["a", "b"]]}]}"#,
            r#"{"Name": "a", "Name": "b"}"#,
        ] {
            assert!(Spec::from_json(text, "f").is_err(), "{text}");
        }
    }

    #[test]
    fn a_volume_is_new_or_there() {
        let volume = VolumeSpec::parse("size=10,device=vdb").unwrap();
        assert_eq!(
            (volume.size, volume.device_name.as_deref()),
            (Some(10), Some("vdb"))
        );
        for text in [
            "",
            "size=0",
            "size=1,id=a",
            "device=vdb",
            "size=1,colour=red",
        ] {
            assert!(VolumeSpec::parse(text).is_err(), "{text}");
        }
    }
}
