//! `ostk networks`: Neutron's networks.

use serde::{Deserialize, Serialize};

use super::wire::null_as_default;
use crate::openstack::{ByName, Resource, Service};
use crate::output::{Cell, Column, Tabular, Tone};
use crate::verbs::View;

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
    #[serde(rename(serialize = "Mtu", deserialize = "mtu"), default)]
    mtu: Option<u32>,
    #[serde(
        rename(serialize = "Description", deserialize = "description"),
        default,
        deserialize_with = "null_as_default"
    )]
    description: String,
    #[serde(rename(serialize = "Labels", deserialize = "tags"), default)]
    tags: Option<Vec<String>>,
    #[serde(rename(serialize = "ProjectId", deserialize = "project_id"), default)]
    pub(super) project_id: Option<String>,
}

impl Resource for Network {
    const NOUN: &'static str = "network";
    const SERVICE: Service = Service::Network;
    const PATH: &'static str = "networks";
    const COLLECTION: &'static str = "networks";
    const MEMBER: Option<&'static str> = Some("network");
    const OPERATIONS: (&'static str, &'static str) = ("DescribeNetworks", "DescribeNetworks");
    const BY_NAME: ByName = ByName::Exact;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

impl View for Network {
    const KEY: &'static str = "Networks";
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
