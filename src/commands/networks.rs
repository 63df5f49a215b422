//! `ostk networks`: Neutron's networks.

use serde::{Deserialize, Serialize};

use super::tags::NeutronTags;
use super::wire::null_as_default;
use crate::noun::Noun;
use crate::openstack::{ByName, Resource, Service};
use crate::output::{Cell, Column, Tabular, Tone};
use crate::verbs::View;
use crate::verbs::filters::{Field, FieldKind, Filterable, Texts, id_of, name_of};
use crate::verbs::targets::Targeted;

/// A network (<https://docs.openstack.org/api-ref/network/v2/#list-networks>).
#[derive(Debug, Deserialize, Serialize)]
pub struct Network {
    #[serde(rename(serialize = "NetworkId", deserialize = "id"))]
    id: String,
    #[serde(
        rename(serialize = "Name", deserialize = "name"),
        default,
        deserialize_with = "null_as_default"
    )]
    name: String,
    #[serde(rename(serialize = "Status", deserialize = "status"), default)]
    status: String,
    #[serde(
        rename(serialize = "SubnetIds", deserialize = "subnets"),
        default,
        deserialize_with = "null_as_default"
    )]
    pub(super) subnets: Vec<String>,
    #[serde(
        rename(serialize = "External", deserialize = "router:external"),
        default
    )]
    pub(super) external: bool,
    #[serde(rename(serialize = "Shared", deserialize = "shared"), default)]
    pub(super) shared: bool,
    #[serde(
        rename(serialize = "AdminStateUp", deserialize = "admin_state_up"),
        default
    )]
    admin_state_up: bool,
    /// Whether it is the external network that the cloud uses by default.
    #[serde(rename(serialize = "IsDefault", deserialize = "is_default"), default)]
    is_default: Option<bool>,
    #[serde(rename(serialize = "Mtu", deserialize = "mtu"), default)]
    mtu: Option<u32>,
    #[serde(
        rename(serialize = "Description", deserialize = "description"),
        default,
        deserialize_with = "null_as_default"
    )]
    description: String,
    #[serde(flatten)]
    tags: NeutronTags,
    #[serde(rename(serialize = "ProjectId", deserialize = "project_id"), default)]
    pub(super) project_id: Option<String>,
    /// Whether its ports take security groups.
    #[serde(
        rename(deserialize = "port_security_enabled"),
        default,
        skip_serializing
    )]
    pub(super) port_security: Option<bool>,
}

impl Resource for Network {
    const NOUN: &'static Noun = &Noun {
        singular: "network",
        plural: "networks",
        command: Some("networks"),
        operation: "DescribeNetworks",
        not_found: "InvalidNetworkID.NotFound",
        ambiguous: "InvalidNetworkID.Ambiguous",
    };
    const SERVICE: Service = Service::Network;
    const PATH: &'static str = "networks";
    const COLLECTION: &'static str = "networks";
    const MEMBER: Option<&'static str> = Some("network");
    const BY_NAME: ByName = ByName::Exact;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

impl Targeted for Network {
    const OPTIONS: &'static [&'static str] = &["network-ids", "vpc-ids"];
}

impl View for Network {
    const KEY: &'static str = "Networks";
}

impl Filterable for Network {
    const PLURAL: &'static str = Self::NOUN.plural;
    const TAGGED: bool = true;
    /// EC2's names for VPCs, and Neutron's own words.
    const FIELDS: &'static [Field<Self>] = &[
        Field::<Self>::new(&["vpc-id", "network-id"], id_of).asked("id"),
        Field::<Self>::new(&["name"], name_of).asked("name"),
        Field::<Self>::new(&["state", "status"], |network| {
            let of_vpc = match network.status.as_str() {
                "ACTIVE" => Some("available"),
                "BUILD" => Some("pending"),
                _ => None,
            };
            Texts::each([network.status.as_str()].into_iter().chain(of_vpc))
        }),
        Field::<Self>::new(&["external"], |network| Texts::shown(&network.external))
            .kind(FieldKind::Boolean),
        Field::<Self>::new(&["is-default"], |network| {
            Texts::maybe(network.is_default.map(|is_default| is_default.to_string()))
        })
        .kind(FieldKind::Boolean),
        Field::<Self>::new(&["shared"], |network| Texts::shown(&network.shared))
            .kind(FieldKind::Boolean),
        Field::<Self>::new(&["admin-state-up"], |network| {
            Texts::shown(&network.admin_state_up)
        })
        .kind(FieldKind::Boolean),
        Field::<Self>::new(&["subnet-id"], |network| Texts::each(&network.subnets)),
        Field::<Self>::new(&["owner-id", "project-id"], |network| {
            Texts::maybe(network.project_id.as_deref())
        }),
        Field::<Self>::new(&["mtu"], |network| {
            Texts::maybe(network.mtu.map(|mtu| mtu.to_string()))
        })
        .kind(FieldKind::Number),
        Field::<Self>::new(&["description"], |network| Texts::one(&network.description)),
        Field::<Self>::new(&["label"], |network| Texts::each(network.tags.labels())),
    ];

    fn tag_pairs(&self) -> Vec<(&str, &str)> {
        self.tags.pairs()
    }
}

impl Tabular for Network {
    fn columns() -> Vec<Column> {
        vec![
            Column::new("Name"),
            Column::new("Network ID"),
            Column::new("Status"),
            Column::new("Subnets").right().priority(2),
            Column::new("External").priority(1),
            Column::new("Shared").priority(1),
        ]
    }

    fn cells(&self) -> Vec<Cell> {
        let tone = match self.status.as_str() {
            "ACTIVE" => Tone::Good,
            "BUILD" => Tone::Busy,
            "ERROR" => Tone::Bad,
            _ => Tone::Quiet,
        };
        vec![
            (&self.name).into(),
            (&self.id).into(),
            Cell::toned(self.status.as_str(), tone),
            self.subnets.len().into(),
            self.external.into(),
            self.shared.into(),
        ]
    }
}
