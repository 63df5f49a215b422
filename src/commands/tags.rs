//! Tags of services that store them in another form: Glance's properties, and Neutron's tags of the
//! form `KEY=VALUE`. Neutron's other tags are labels.

use std::collections::BTreeMap;

use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

/// Neutron's tags. Flattened, they are written as `Tags` and `Labels`, or as `null` if the cloud
/// has no tags at all.
#[derive(Debug, Default)]
pub(crate) struct NeutronTags {
    pairs: Vec<(String, String)>,
    labels: Vec<String>,
    /// Whether the response has tags.
    told: bool,
}

impl NeutronTags {
    /// Returns the tags: keys with their values.
    pub(crate) fn pairs(&self) -> Vec<(&str, &str)> {
        borrowed(self.pairs.iter().map(|(key, value)| (key, value)))
    }

    /// Returns the labels.
    pub(crate) fn labels(&self) -> &[String] {
        &self.labels
    }
}

impl<'de> Deserialize<'de> for NeutronTags {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Written {
            #[serde(default)]
            tags: Option<Vec<String>>,
        }
        let written = Written::deserialize(deserializer)?.tags;
        let mut tags = Self {
            told: written.is_some(),
            ..Self::default()
        };
        for text in written.unwrap_or_default() {
            match text.split_once('=') {
                Some((key, value)) if !key.is_empty() => {
                    tags.pairs.push((key.to_owned(), value.to_owned()));
                }
                _ => tags.labels.push(text),
            }
        }
        Ok(tags)
    }
}

impl Serialize for NeutronTags {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("Tags", &self.told.then(|| shown(self.pairs())))?;
        map.serialize_entry("Labels", &self.told.then_some(&self.labels))?;
        map.end()
    }
}

/// An image's properties. Flattened, they are written as `Tags`.
#[derive(Debug, Default)]
pub(crate) struct Properties(BTreeMap<String, String>);

/// The keys that every image has besides its properties, unless the image's struct reads them
/// (<https://docs.openstack.org/api-ref/image/v2/#show-image>).
const NO_PROPERTIES: [&str; 11] = [
    "checksum",
    "direct_url",
    "file",
    "locations",
    "os_hash_algo",
    "os_hash_value",
    "os_hidden",
    "schema",
    "self",
    "stores",
    "virtual_size",
];

impl Properties {
    /// Returns the properties: keys with their values.
    pub(crate) fn pairs(&self) -> Vec<(&str, &str)> {
        borrowed(&self.0)
    }

    /// Returns the value of a property.
    pub(crate) fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }
}

impl<'de> Deserialize<'de> for Properties {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let all = BTreeMap::<String, Value>::deserialize(deserializer)?;
        let properties = all.into_iter().filter_map(|(key, value)| match value {
            Value::String(text) if !NO_PROPERTIES.contains(&key.as_str()) => Some((key, text)),
            _ => None,
        });
        Ok(Self(properties.collect()))
    }
}

impl Serialize for Properties {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry("Tags", &shown(self.pairs()))?;
        map.end()
    }
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Tag<'a> {
    key: &'a str,
    value: &'a str,
}

fn borrowed<'a>(
    pairs: impl IntoIterator<Item = (&'a String, &'a String)>,
) -> Vec<(&'a str, &'a str)> {
    let pairs = pairs.into_iter();
    pairs
        .map(|(key, value)| (key.as_str(), value.as_str()))
        .collect()
}

fn shown<'a>(pairs: Vec<(&'a str, &'a str)>) -> Vec<Tag<'a>> {
    let pairs = pairs.into_iter();
    pairs.map(|(key, value)| Tag { key, value }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_tags_and_words_are_labels() {
        let wire = r#"{"tags": ["env=ci", "blue", "=x", "a=b=c"], "id": "n-1"}"#;
        let tags: NeutronTags = serde_json::from_str(wire).unwrap();
        assert_eq!(tags.pairs(), [("env", "ci"), ("a", "b=c")]);
        assert_eq!(
            serde_json::to_string(&tags).unwrap(),
            r#"{"Tags":[{"Key":"env","Value":"ci"},{"Key":"a","Value":"b=c"}],"Labels":["blue","=x"]}"#
        );
        let none: NeutronTags = serde_json::from_str(r#"{"tags": null}"#).unwrap();
        assert!(none.pairs().is_empty() && none.labels().is_empty());
        assert_eq!(
            serde_json::to_string(&none).unwrap(),
            r#"{"Tags":null,"Labels":null}"#
        );
    }

    #[test]
    fn what_glance_adds_of_its_own_is_no_property() {
        let wire = r#"{"hw_disk_bus": "virtio", "schema": "/v2/schemas/image", "os_hidden": false,
                       "virtual_size": null, "stores": "local"}"#;
        let properties: Properties = serde_json::from_str(wire).unwrap();
        assert_eq!(
            serde_json::to_string(&properties).unwrap(),
            r#"{"Tags":[{"Key":"hw_disk_bus","Value":"virtio"}]}"#
        );
    }
}
