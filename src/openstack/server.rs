//! A server as Nova shows it, at any microversion. Only its ID is required: servers in a cell that
//! is down have few other fields (from 2.69 on). `null` reads as absent. See
//! <https://docs.openstack.org/api-ref/compute/#show-server-details>.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::names::FlavorFacts;

/// A server.
#[derive(Clone, Debug, Default, Deserialize)]
#[expect(missing_docs, reason = "the fields are Nova's own")]
pub struct Server {
    pub id: String,
    #[serde(default, deserialize_with = "or_default")]
    pub name: String,
    #[serde(default, deserialize_with = "or_default")]
    pub status: String,
    #[serde(rename = "OS-EXT-STS:task_state")]
    pub task_state: Option<String>,
    #[serde(rename = "OS-EXT-STS:vm_state")]
    pub vm_state: Option<String>,
    #[serde(rename = "OS-EXT-STS:power_state")]
    pub power_state: Option<i64>,
    #[serde(default)]
    image: Image,
    #[serde(default, deserialize_with = "or_default")]
    flavor: Flavor,
    pub key_name: Option<String>,
    pub created: Option<String>,
    pub updated: Option<String>,
    #[serde(rename = "OS-SRV-USG:launched_at")]
    pub launched_at: Option<String>,
    #[serde(default, deserialize_with = "pairs")]
    pub addresses: Vec<(String, Vec<Address>)>,
    #[serde(default, deserialize_with = "or_default")]
    pub security_groups: Vec<SecurityGroupName>,
    #[serde(
        rename = "os-extended-volumes:volumes_attached",
        default,
        deserialize_with = "or_default"
    )]
    pub volumes_attached: Vec<AttachedVolume>,
    #[serde(rename = "OS-EXT-AZ:availability_zone")]
    pub availability_zone: Option<String>,
    #[serde(rename = "hostId")]
    pub host_id: Option<String>,
    #[serde(default, deserialize_with = "pairs")]
    pub metadata: Vec<(String, String)>,
    /// From 2.26 on.
    pub tags: Option<Vec<String>>,
    pub locked: Option<bool>,
    pub description: Option<String>,
    pub fault: Option<ServerFault>,
    pub user_id: Option<String>,
    pub tenant_id: Option<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub config_drive: String,
    #[serde(rename = "accessIPv4", default, deserialize_with = "or_default")]
    pub access_ipv4: String,
    #[serde(rename = "accessIPv6", default, deserialize_with = "or_default")]
    pub access_ipv6: String,
}

/// An address of a server.
#[derive(Clone, Debug, Deserialize)]
#[expect(missing_docs, reason = "the fields are Nova's own")]
pub struct Address {
    pub addr: String,
    #[serde(default)]
    pub version: u8,
    #[serde(rename = "OS-EXT-IPS:type", default)]
    pub kind: Option<String>,
    #[serde(rename = "OS-EXT-IPS-MAC:mac_addr", default)]
    pub mac: Option<String>,
}

/// A security group, by name alone.
#[derive(Clone, Debug, Deserialize)]
#[expect(missing_docs, reason = "the field is Nova's own")]
pub struct SecurityGroupName {
    pub name: String,
}

/// An attached volume.
#[derive(Clone, Debug, Deserialize)]
pub struct AttachedVolume {
    /// The volume's ID.
    pub id: String,
    /// Whether the volume is deleted with the server; from 2.3 on.
    #[serde(default)]
    pub delete_on_termination: Option<bool>,
}

/// The reason why a server is in error.
#[derive(Clone, Debug, Deserialize)]
#[expect(missing_docs, reason = "the fields are Nova's own")]
pub struct ServerFault {
    #[serde(default)]
    pub code: Option<i64>,
    #[serde(default)]
    pub message: Option<String>,
    /// Hidden from tenants if the code is 500.
    #[serde(default)]
    pub details: Option<String>,
    #[serde(default)]
    pub created: Option<String>,
}

/// A server's image. For a server that booted from a volume, Nova sends an empty text.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(untagged)]
enum Image {
    Known {
        id: String,
    },
    #[default]
    None,
    Text(IgnoredAny),
}

/// A flavor: by ID below 2.47, by its properties from then on.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Flavor {
    id: Option<String>,
    original_name: Option<String>,
    vcpus: Option<u32>,
    ram: Option<u64>,
    disk: Option<u64>,
}

impl Server {
    /// Returns the image's ID, or `None` if the server booted from a volume.
    pub fn image_id(&self) -> Option<&str> {
        match &self.image {
            Image::Known { id } => Some(id),
            Image::Text(_) | Image::None => None,
        }
    }

    /// Returns whether the server booted from a volume, or `None` if it is unknown (a cell that is
    /// down).
    pub fn booted_from_volume(&self) -> Option<bool> {
        match &self.image {
            Image::Known { .. } => Some(false),
            Image::Text(_) => Some(true),
            Image::None => None,
        }
    }

    /// Returns the flavor's ID, which microversions below 2.47 include.
    pub fn flavor_id(&self) -> Option<&str> {
        self.flavor.id.as_deref()
    }

    /// Returns the flavor's properties, which 2.47 and later include.
    pub fn flavor_facts(&self) -> Option<FlavorFacts> {
        Some(FlavorFacts {
            name: self.flavor.original_name.clone()?,
            vcpus: self.flavor.vcpus.unwrap_or_default(),
            memory_mib: self.flavor.ram.unwrap_or_default(),
            disk_gib: self.flavor.disk,
        })
    }
}

fn or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Option::<T>::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// Reads an object as pairs, in the server's order.
fn pairs<'de, D, T>(deserializer: D) -> Result<Vec<(String, T)>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    struct Pairs<T>(PhantomData<T>);
    impl<'de, T: Deserialize<'de>> Visitor<'de> for Pairs<T> {
        type Value = Vec<(String, T)>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("an object")
        }

        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok(Vec::new())
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut pairs = Vec::with_capacity(map.size_hint().unwrap_or_default());
            while let Some(pair) = map.next_entry()? {
                pairs.push(pair);
            }
            Ok(pairs)
        }
    }
    deserializer.deserialize_any(Pairs(PhantomData))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct One {
        server: Server,
    }

    fn server(text: &str) -> Server {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn a_server_of_a_cell_that_is_down_has_little() {
        let server = server(r#"{"id": "a", "status": "UNKNOWN", "tenant_id": "p", "links": []}"#);
        assert_eq!(server.status, "UNKNOWN");
        assert_eq!(server.image_id(), None);
    }

    #[test]
    fn null_reads_as_absent_and_a_missing_id_does_not() {
        let server = server(
            r#"{"id": "a", "name": null, "image": null, "flavor": null, "addresses": null,
                "metadata": null, "tags": null, "security_groups": null, "config_drive": null,
                "os-extended-volumes:volumes_attached": null}"#,
        );
        assert_eq!(server.name, "");
        assert!(server.addresses.is_empty() && server.tags.is_none());
        assert!(serde_json::from_str::<Server>(r#"{"name": "a"}"#).is_err());
        assert!(serde_json::from_str::<Server>(r#"{"id": null}"#).is_err());
        assert!(serde_json::from_str::<Server>(r#"{"id": "a", "addresses": 5}"#).is_err());
    }

    #[test]
    fn image_and_flavor_are_read_in_each_form() {
        let old = server(r#"{"id": "a", "image": {"id": "i"}, "flavor": {"id": "f"}}"#);
        assert_eq!((old.image_id(), old.flavor_id()), (Some("i"), Some("f")));
        assert_eq!(old.booted_from_volume(), Some(false));
        assert_eq!(old.flavor_facts(), None);
        let new = server(
            r#"{"id": "a", "image": "", "flavor": {"original_name": "n", "vcpus": 2, "ram": 64}}"#,
        );
        assert_eq!((new.image_id(), new.flavor_id()), (None, None));
        assert_eq!(new.booted_from_volume(), Some(true));
        assert_eq!(new.flavor_facts().unwrap().vcpus, 2);
    }

    #[test]
    fn every_recorded_server_is_read() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recorded");
        let mut count = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            let recorded: serde_json::Value = serde_json::from_str(&text).unwrap();
            let body = &recorded["response"]["body"];
            if body["server"]["status"].is_string() {
                let one: One = serde_json::from_value(body.clone()).unwrap();
                assert_eq!(one.server.id, body["server"]["id"]);
                assert!(one.server.vm_state.is_some(), "{}", path.display());
                count += 1;
            }
        }
        assert!(count > 10, "only {count} recorded servers");
    }
}
