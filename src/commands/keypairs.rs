//! `ostk keypairs`: the public keys that Nova puts into instances.

use serde::{Deserialize, Serialize};

use super::wire::Time;
use crate::openstack::{ByName, Resource, Service, Version};
use crate::output::{Cell, Column, Tabular};
use crate::verbs::View;

/// A key pair, whose name is its ID (<https://docs.openstack.org/api-ref/compute/#list-keypairs>).
#[derive(Debug, Deserialize, Serialize)]
#[serde(from = "Element")]
#[serde(rename_all = "PascalCase")]
pub struct KeyPair {
    key_name: String,
    key_fingerprint: Option<String>,
    key_type: Option<String>,
    public_key: Option<String>,
    /// Known where one is described; a list does not say.
    create_time: Time,
    user_id: Option<String>,
}

/// Nova wraps each element of a list once more; a single one it wraps once.
#[derive(Deserialize)]
#[serde(untagged)]
enum Element {
    Wrapped { keypair: Fields },
    Plain(Fields),
}

#[derive(Deserialize)]
struct Fields {
    name: String,
    fingerprint: Option<String>,
    /// From 2.2 on.
    #[serde(rename = "type")]
    kind: Option<String>,
    public_key: Option<String>,
    #[serde(default)]
    created_at: Time,
    user_id: Option<String>,
}

impl From<Element> for KeyPair {
    fn from(element: Element) -> Self {
        let (Element::Wrapped { keypair: fields } | Element::Plain(fields)) = element;
        Self {
            key_name: fields.name,
            key_fingerprint: fields.fingerprint,
            key_type: fields.kind,
            public_key: fields.public_key,
            create_time: fields.created_at,
            user_id: fields.user_id,
        }
    }
}

impl Resource for KeyPair {
    const NOUN: &'static str = "key pair";
    const SERVICE: Service = Service::Compute;
    const PATH: &'static str = "os-keypairs";
    const COLLECTION: &'static str = "keypairs";
    const MEMBER: Option<&'static str> = Some("keypair");
    /// 2.2 tells the type.
    const VERSIONS: &'static [Version] = &[Version::new(2, 2), Version::new(2, 1)];
    const PAGING_VERSION: Option<Version> = Some(Version::new(2, 35));
    const OPERATIONS: (&'static str, &'static str) = ("DescribeKeyPairs", "DescribeKeyPairs");
    const BY_NAME: ByName = ByName::IsId;

    fn id(&self) -> &str {
        &self.key_name
    }

    fn name(&self) -> &str {
        &self.key_name
    }
}

impl View for KeyPair {
    const KEY: &'static str = "KeyPairs";
}

impl Tabular for KeyPair {
    fn columns() -> Vec<Column> {
        vec![
            Column::new("Name"),
            Column::new("Type"),
            Column::new("Fingerprint").priority(1),
        ]
    }

    fn cells(&self) -> Vec<Cell> {
        vec![
            (&self.key_name).into(),
            self.key_type.as_ref().into(),
            self.key_fingerprint.as_ref().into(),
        ]
    }
}
