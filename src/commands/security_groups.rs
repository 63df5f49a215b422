//! `ostk security-groups`: Neutron's security groups.

use serde::{Deserialize, Serialize};

use super::wire::null_as_default;
use crate::openstack::{ByName, Resource, Service};
use crate::output::{Cell, Column, Tabular};
use crate::verbs::View;
use crate::verbs::targets::Targeted;

/// A security group (<https://docs.openstack.org/api-ref/network/v2/#list-security-groups>).
#[derive(Debug, Deserialize, Serialize)]
pub struct SecurityGroup {
    #[serde(rename(serialize = "GroupId", deserialize = "id"))]
    id: String,
    #[serde(
        rename(serialize = "GroupName", deserialize = "name"),
        default,
        deserialize_with = "null_as_default"
    )]
    name: String,
    #[serde(
        rename(serialize = "Description", deserialize = "description"),
        default,
        deserialize_with = "null_as_default"
    )]
    pub(super) description: String,
    #[serde(rename(serialize = "Stateful", deserialize = "stateful"), default)]
    stateful: Option<bool>,
    #[serde(rename(serialize = "ProjectId", deserialize = "project_id"), default)]
    pub(super) project_id: Option<String>,
    /// Whether another project lets this one use it.
    #[serde(default, skip_serializing)]
    pub(super) shared: Option<bool>,
    #[serde(
        rename(serialize = "Rules", deserialize = "security_group_rules"),
        default,
        deserialize_with = "null_as_default"
    )]
    rules: Vec<Rule>,
}

/// One rule of a group. Ports and protocol are absent where it holds for all.
#[derive(Debug, Deserialize, Serialize)]
struct Rule {
    #[serde(rename(serialize = "RuleId", deserialize = "id"))]
    id: String,
    #[serde(rename(serialize = "Direction", deserialize = "direction"), default)]
    direction: String,
    #[serde(rename(serialize = "EtherType", deserialize = "ethertype"), default)]
    ethertype: Option<String>,
    #[serde(rename(serialize = "IpProtocol", deserialize = "protocol"), default)]
    protocol: Option<String>,
    #[serde(
        rename(serialize = "FromPort", deserialize = "port_range_min"),
        default
    )]
    from_port: Option<i32>,
    #[serde(rename(serialize = "ToPort", deserialize = "port_range_max"), default)]
    to_port: Option<i32>,
    #[serde(
        rename(serialize = "CidrIp", deserialize = "remote_ip_prefix"),
        default
    )]
    cidr: Option<String>,
    #[serde(
        rename(serialize = "ReferencedGroupId", deserialize = "remote_group_id"),
        default
    )]
    referenced_group: Option<String>,
}

impl Resource for SecurityGroup {
    const NOUN: &'static str = "security group";
    const SERVICE: Service = Service::Network;
    const PATH: &'static str = "security-groups";
    const COLLECTION: &'static str = "security_groups";
    const MEMBER: Option<&'static str> = Some("security_group");
    const OPERATIONS: (&'static str, &'static str) =
        ("DescribeSecurityGroups", "DescribeSecurityGroups");
    const BY_NAME: ByName = ByName::Exact;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

impl Targeted for SecurityGroup {
    const OPTIONS: &'static [&'static str] = &["group-ids", "group-names"];
}

impl View for SecurityGroup {
    const KEY: &'static str = "SecurityGroups";
}

impl Tabular for SecurityGroup {
    fn columns() -> Vec<Column> {
        vec![
            Column::new("Name"),
            Column::new("Group ID"),
            Column::new("Rules").right(),
            Column::new("Description").priority(1),
        ]
    }

    fn cells(&self) -> Vec<Cell> {
        vec![
            (&self.name).into(),
            (&self.id).into(),
            self.rules.len().into(),
            (&self.description).into(),
        ]
    }
}
