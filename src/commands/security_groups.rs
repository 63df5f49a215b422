//! `ostk security-groups`: Neutron's security groups.

use serde::{Deserialize, Serialize};

use super::tags::NeutronTags;
use super::wire::null_as_default;
use crate::noun::Noun;
use crate::openstack::{ByName, Resource, Service};
use crate::output::{Cell, Column, Tabular};
use crate::verbs::View;
use crate::verbs::filters::{Field, FieldKind, Filterable, Texts, id_of, name_of};
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
    /// Whether another project shares it with this one.
    #[serde(default, skip_serializing)]
    pub(super) shared: Option<bool>,
    #[serde(
        rename(serialize = "Rules", deserialize = "security_group_rules"),
        default,
        deserialize_with = "null_as_default"
    )]
    rules: Vec<Rule>,
    #[serde(flatten)]
    tags: NeutronTags,
}

/// A rule of a group. Ports and protocol are absent if the rule covers all.
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
    const NOUN: &'static Noun = &Noun {
        singular: "security group",
        plural: "security groups",
        command: Some("security-groups"),
        operation: "DescribeSecurityGroups",
        not_found: "InvalidGroup.NotFound",
        ambiguous: "InvalidGroup.Ambiguous",
    };
    const SERVICE: Service = Service::Network;
    const PATH: &'static str = "security-groups";
    const COLLECTION: &'static str = "security_groups";
    const MEMBER: Option<&'static str> = Some("security_group");
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

impl SecurityGroup {
    fn texts_of_rules(&self, direction: &str, text: fn(&Rule) -> Option<String>) -> Texts<'_> {
        let rules = self.rules.iter();
        Texts::each(
            rules
                .filter(|rule| rule.direction == direction)
                .filter_map(text),
        )
    }
}

impl Rule {
    /// Returns the protocol as in EC2: `-1` for every protocol.
    fn ip_protocol(&self) -> String {
        self.protocol.clone().unwrap_or_else(|| "-1".to_owned())
    }

    /// Returns the addresses, if the rule is of this family. A rule without addresses covers all of
    /// them.
    fn cidr_of(&self, family: &str) -> Option<String> {
        if self.ethertype.as_deref() != Some(family) || self.referenced_group.is_some() {
            return None;
        }
        let all = if family == "IPv6" {
            "::/0"
        } else {
            "0.0.0.0/0"
        };
        Some(self.cidr.clone().unwrap_or_else(|| all.to_owned()))
    }
}

impl Filterable for SecurityGroup {
    const PLURAL: &'static str = Self::NOUN.plural;
    const TAGGED: bool = true;
    const FIELDS: &'static [Field<Self>] = &[
        Field::<Self>::new(&["group-id"], id_of).asked("id"),
        Field::<Self>::new(&["name", "group-name"], name_of).asked("name"),
        Field::<Self>::new(&["description"], |group| Texts::one(&group.description)),
        Field::<Self>::new(&["owner-id", "project-id"], |group| {
            Texts::maybe(group.project_id.as_deref())
        }),
        Field::<Self>::new(&["stateful"], |group| {
            Texts::maybe(group.stateful.map(|stateful| stateful.to_string()))
        })
        .kind(FieldKind::Boolean),
        Field::<Self>::new(&["label"], |group| Texts::each(group.tags.labels())),
        Field::<Self>::new(&["ip-permission.protocol"], |group| {
            group.texts_of_rules("ingress", |rule| Some(rule.ip_protocol()))
        }),
        Field::<Self>::new(&["ip-permission.from-port"], |group| {
            group.texts_of_rules("ingress", |rule| {
                rule.from_port.map(|port| port.to_string())
            })
        })
        .kind(FieldKind::Number),
        Field::<Self>::new(&["ip-permission.to-port"], |group| {
            group.texts_of_rules("ingress", |rule| rule.to_port.map(|port| port.to_string()))
        })
        .kind(FieldKind::Number),
        Field::<Self>::new(&["ip-permission.cidr"], |group| {
            group.texts_of_rules("ingress", |rule| rule.cidr_of("IPv4"))
        }),
        Field::<Self>::new(&["ip-permission.ipv6-cidr"], |group| {
            group.texts_of_rules("ingress", |rule| rule.cidr_of("IPv6"))
        }),
        Field::<Self>::new(&["ip-permission.group-id"], |group| {
            group.texts_of_rules("ingress", |rule| rule.referenced_group.clone())
        }),
        Field::<Self>::new(&["egress.ip-permission.protocol"], |group| {
            group.texts_of_rules("egress", |rule| Some(rule.ip_protocol()))
        }),
        Field::<Self>::new(&["egress.ip-permission.from-port"], |group| {
            group.texts_of_rules("egress", |rule| rule.from_port.map(|port| port.to_string()))
        })
        .kind(FieldKind::Number),
        Field::<Self>::new(&["egress.ip-permission.to-port"], |group| {
            group.texts_of_rules("egress", |rule| rule.to_port.map(|port| port.to_string()))
        })
        .kind(FieldKind::Number),
        Field::<Self>::new(&["egress.ip-permission.cidr"], |group| {
            group.texts_of_rules("egress", |rule| rule.cidr_of("IPv4"))
        }),
        Field::<Self>::new(&["egress.ip-permission.ipv6-cidr"], |group| {
            group.texts_of_rules("egress", |rule| rule.cidr_of("IPv6"))
        }),
        Field::<Self>::new(&["egress.ip-permission.group-id"], |group| {
            group.texts_of_rules("egress", |rule| rule.referenced_group.clone())
        }),
    ];

    fn tag_pairs(&self) -> Vec<(&str, &str)> {
        self.tags.pairs()
    }
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
