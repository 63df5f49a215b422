//! Filters, as EC2 has them: values of one filter are alternatives, several filters all hold.
//! Each is applied here; what Nova can filter by is asked of it as well, so that less is sent.

mod parse;
mod pattern;

use clap::Args;

use self::pattern::Pattern;
use super::detail::Source;
use super::view::Instance;
use crate::error::CommandError;
use crate::openstack::Names;
use crate::state::State;
use crate::verbs::asked_keys::Answered;

/// Filter options.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Filters")]
pub(super) struct FilterArgs {
    /// Show what all of these hold for: Name=instance-state-name,Values=running,stopped and the like
    #[arg(long, value_name = "FILTER", num_args = 1.., action = clap::ArgAction::Append)]
    filters: Vec<String>,
    /// Show instances in this state alone; several are alternatives
    #[arg(long, value_name = "STATE", value_delimiter = ',')]
    state: Vec<String>,
    /// Show instances of this name alone; * and ? stand for anything
    #[arg(long, value_name = "NAME")]
    name: Vec<String>,
    /// Show instances with this tag (Nova's metadata) alone
    #[arg(long, value_name = "KEY=VALUE")]
    tag: Vec<String>,
    /// Show instances with this label (Nova's tag) alone
    #[arg(long, value_name = "LABEL")]
    label: Vec<String>,
}

/// All filters of a command.
#[derive(Debug, Default)]
pub(super) struct Filters(Vec<Filter>);

/// One filter: what of an instance must be like one of these.
#[derive(Debug)]
struct Filter {
    field: Field,
    values: Vec<Pattern>,
}

/// What of an instance is filtered by.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Field {
    State,
    StateCode,
    InstanceId,
    Name,
    /// The value of this key of the metadata.
    Tag(String),
    TagKey,
    Label,
    ImageId,
    ImageName,
    InstanceType,
    KeyName,
    AvailabilityZone,
    PrivateIp,
    PublicIp,
    NetworkName,
    SecurityGroup,
    Status,
    TaskState,
    VmState,
    PowerState,
    HostId,
    ProjectId,
    UserId,
    Locked,
    VolumeId,
    LaunchTime,
    ClientToken,
    GroupId,
    NetworkId,
    SubnetId,
    PortId,
    DeviceName,
}

/// EC2's names, and ostk's own for what EC2 has no word for. `tag:KEY` stands apart.
const FIELDS: [(&str, Field); 40] = [
    ("instance-state-name", Field::State),
    ("instance-state-code", Field::StateCode),
    ("instance-id", Field::InstanceId),
    ("name", Field::Name),
    ("tag-key", Field::TagKey),
    ("label", Field::Label),
    ("image-id", Field::ImageId),
    ("image-name", Field::ImageName),
    ("instance-type", Field::InstanceType),
    ("key-name", Field::KeyName),
    ("availability-zone", Field::AvailabilityZone),
    ("private-ip-address", Field::PrivateIp),
    ("ip-address", Field::PublicIp),
    ("network-name", Field::NetworkName),
    ("instance.group-name", Field::SecurityGroup),
    ("group-name", Field::SecurityGroup),
    ("status", Field::Status),
    ("task-state", Field::TaskState),
    ("vm-state", Field::VmState),
    ("power-state", Field::PowerState),
    ("host-id", Field::HostId),
    ("owner-id", Field::ProjectId),
    ("project-id", Field::ProjectId),
    ("user-id", Field::UserId),
    ("locked", Field::Locked),
    ("block-device-mapping.volume-id", Field::VolumeId),
    ("launch-time", Field::LaunchTime),
    ("client-token", Field::ClientToken),
    ("instance.group-id", Field::GroupId),
    ("group-id", Field::GroupId),
    ("vpc-id", Field::NetworkId),
    ("network-id", Field::NetworkId),
    ("subnet-id", Field::SubnetId),
    ("network-interface.network-interface-id", Field::PortId),
    ("network-interface.group-id", Field::GroupId),
    ("network-interface.subnet-id", Field::SubnetId),
    ("network-interface.vpc-id", Field::NetworkId),
    (
        "network-interface.addresses.private-ip-address",
        Field::PrivateIp,
    ),
    ("block-device-mapping.device-name", Field::DeviceName),
    ("tag:KEY", Field::TagKey),
];

impl FilterArgs {
    /// Reads all filters, or says which is wrong. Nothing has been sent by then.
    pub(super) fn parse(&self) -> Result<Filters, CommandError> {
        let mut filters = Vec::new();
        for text in &self.filters {
            for (name, values) in parse::filters(text)? {
                filters.push(Filter::new(&name, &values)?);
            }
        }
        for (name, values) in [
            ("instance-state-name", &self.state),
            ("name", &self.name),
            ("label", &self.label),
        ] {
            if !values.is_empty() {
                filters.push(Filter::new(name, values)?);
            }
        }
        for tag in &self.tag {
            let (key, value) = tag.split_once('=').ok_or_else(|| {
                CommandError::usage(format!("--tag '{tag}' is not of the form KEY=VALUE"))
            })?;
            filters.push(Filter::new(&format!("tag:{key}"), &[value.to_owned()])?);
        }
        Ok(Filters(filters))
    }
}

impl Filter {
    fn new(name: &str, values: &[String]) -> Result<Self, CommandError> {
        let field = field(name)?;
        if field == Field::State {
            // A state that there is not would match nothing, for ever, and in silence.
            for value in values {
                if !value.contains(['*', '?']) {
                    value
                        .parse::<State>()
                        .map_err(|error| CommandError::usage(error.to_string()))?;
                }
            }
        }
        let values = values
            .iter()
            .map(|value| {
                // EC2's states are in small letters, and so are ours; either case is meant.
                if field == Field::State {
                    Pattern::new(&value.to_lowercase())
                } else {
                    Pattern::new(value)
                }
            })
            .collect();
        Ok(Self { field, values })
    }

    fn matches(&self, instance: &Instance) -> bool {
        let is = |text: &str| self.values.iter().any(|value| value.matches(text));
        let some = |text: &Option<String>| text.as_deref().is_some_and(is);
        let told = |text: &Answered<String>| text.as_deref().is_some_and(is);
        match &self.field {
            Field::State => is(instance.state.name),
            Field::StateCode => instance
                .state
                .code
                .is_some_and(|code| is(&code.to_string())),
            Field::InstanceId => is(&instance.instance_id),
            Field::Name => is(&instance.name),
            Field::Tag(key) => instance
                .tags
                .iter()
                .any(|tag| tag.key == *key && is(&tag.value)),
            Field::TagKey => instance.tags.iter().any(|tag| is(&tag.key)),
            Field::Label => instance.labels.iter().flatten().any(|label| is(label)),
            Field::ImageId => some(&instance.image_id),
            Field::ImageName => told(&instance.image_name),
            Field::InstanceType => told(&instance.instance_type),
            Field::KeyName => some(&instance.key_name),
            Field::AvailabilityZone => some(&instance.placement.availability_zone),
            Field::PrivateIp => instance.private_addresses().any(|address| is(&address)),
            Field::PublicIp => instance.public_addresses().any(|address| is(&address)),
            Field::NetworkName => instance
                .addresses
                .iter()
                .any(|address| is(&address.network_name)),
            Field::SecurityGroup => instance
                .security_groups
                .iter()
                .any(|group| is(&group.group_name)),
            Field::Status => is(&instance.status),
            Field::TaskState => some(&instance.task_state),
            Field::VmState => some(&instance.vm_state),
            Field::PowerState => instance.power_state.is_some_and(is),
            Field::HostId => some(&instance.placement.host_id),
            Field::ProjectId => some(&instance.project_id),
            Field::UserId => some(&instance.user_id),
            Field::Locked => instance
                .locked
                .is_some_and(|locked| is(&locked.to_string())),
            Field::VolumeId => instance
                .block_device_mappings
                .iter()
                .any(|device| is(&device.volume_id)),
            Field::LaunchTime => instance.launch_time.text().is_some_and(|time| is(&time)),
            Field::ClientToken => some(&instance.client_token),
            Field::GroupId => instance
                .security_groups
                .iter()
                .any(|group| told(&group.group_id)),
            Field::NetworkId => instance
                .addresses
                .iter()
                .any(|address| told(&address.network_id)),
            Field::SubnetId => instance
                .addresses
                .iter()
                .any(|address| told(&address.subnet_id)),
            Field::PortId => instance
                .addresses
                .iter()
                .any(|address| told(&address.port_id)),
            Field::DeviceName => instance
                .block_device_mappings
                .iter()
                .any(|device| told(&device.device_name)),
        }
    }

    /// The values as plain texts; none, if one of them is a pattern.
    fn plain(&self) -> Option<Vec<&str>> {
        self.values.iter().map(Pattern::plain).collect()
    }

    /// The one value, if there is just one and it is plain.
    fn only(&self) -> Option<&str> {
        match self.values.as_slice() {
            [one] => one.plain(),
            _ => None,
        }
    }

    /// What Nova can be asked for, so that it sends no less than what matches. At 2.26, as a
    /// tenant (`nova/api/openstack/compute/servers.py`, `_get_server_search_options`).
    fn pushed(&self, names: &Names) -> Vec<(String, String)> {
        let one = |name: &str, value: &str| vec![(name.to_owned(), value.to_owned())];
        match &self.field {
            Field::State => self.statuses(),
            // The database's regular expression, which may fold case: never less than ours.
            // It has no alternatives: Nova escapes `|`.
            Field::Name => match self.values.as_slice() {
                [pattern] => one("name", &pattern.regex()),
                _ => Vec::new(),
            },
            Field::Label => match self.plain() {
                Some(labels) if labels.iter().all(|label| !label.contains(',')) => {
                    one("tags-any", &labels.join(","))
                }
                _ => Vec::new(),
            },
            Field::ImageId => self.only().map_or_else(Vec::new, |id| one("image", id)),
            Field::InstanceType => match self.only().map(|name| names.flavors_named(name)) {
                Some(ids) if ids.len() == 1 => {
                    one("flavor", ids.first().copied().unwrap_or_default())
                }
                _ => Vec::new(),
            },
            // A regular expression, or with newer Neutrons a part of the address: a whole
            // address unescaped is found either way.
            Field::PrivateIp => match self.only() {
                Some(address) if address.parse::<std::net::Ipv4Addr>().is_ok() => {
                    one("ip", address)
                }
                Some(address) if address.parse::<std::net::Ipv6Addr>().is_ok() => {
                    one("ip6", address)
                }
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    fn statuses(&self) -> Vec<(String, String)> {
        let mut statuses: Vec<&str> = Vec::new();
        for state in State::ALL {
            if self.values.iter().any(|value| value.matches(state.name())) {
                let Some(of_state) = state.statuses() else {
                    return Vec::new();
                };
                statuses.extend(of_state);
            }
        }
        statuses
            .into_iter()
            .map(|status| ("status".to_owned(), status.to_owned()))
            .collect()
    }
}

impl Field {
    /// Who tells it, where Nova's list does not.
    fn source(&self) -> Option<Source> {
        Some(match self {
            Self::ImageName => Source::Images,
            Self::InstanceType => Source::Flavors,
            Self::GroupId => Source::Groups,
            Self::NetworkId | Self::SubnetId | Self::PortId => Source::Ports,
            Self::DeviceName => Source::Volumes,
            _ => return None,
        })
    }
}

impl Filters {
    /// Whether all filters hold for an instance.
    pub(super) fn matches(&self, instance: &Instance) -> bool {
        self.0.iter().all(|filter| filter.matches(instance))
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a flavor must be known by its name before Nova can be asked.
    pub(super) fn need_flavors(&self) -> bool {
        self.0
            .iter()
            .any(|filter| filter.field == Field::InstanceType && filter.only().is_some())
    }

    /// Whether names that Nova's answer lacks are filtered by.
    pub(super) fn need_names(&self) -> bool {
        self.needs()
            .any(|source| matches!(source, Source::Images | Source::Flavors))
    }

    /// Who tells what is filtered by, where Nova's list does not.
    pub(super) fn needs(&self) -> impl Iterator<Item = Source> {
        self.0.iter().filter_map(|filter| filter.field.source())
    }

    /// Refuses filters that no stream of changes can be held against: Nova tells of changes alone.
    pub(super) fn only_novas(self, command: &str) -> Result<Self, CommandError> {
        let is_others = |source| !matches!(source, Source::Images | Source::Flavors);
        if self.needs().any(is_others) {
            return Err(CommandError::usage(format!(
                "{command} filters by what Nova tells alone, and not by groups, networks, subnets, \
                 ports or devices by their IDs"
            ))
            .hint("'ostk instances list' takes these filters"));
        }
        Ok(self)
    }

    /// The query parameters for Nova. Of several filters on the same one it is asked for the
    /// first alone.
    pub(super) fn pushed(&self, names: &Names) -> Vec<(String, String)> {
        let mut all: Vec<(String, String)> = Vec::new();
        for filter in &self.0 {
            let pushed = filter.pushed(names);
            if !pushed
                .iter()
                .any(|(name, _)| all.iter().any(|(there, _)| there == name))
            {
                all.extend(pushed);
            }
        }
        all
    }
}

fn field(name: &str) -> Result<Field, CommandError> {
    if let Some(key) = name.strip_prefix("tag:").filter(|key| !key.is_empty()) {
        return Ok(Field::Tag(key.to_owned()));
    }
    FIELDS
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, field)| field.clone())
        .ok_or_else(|| {
            let known: Vec<&str> = FIELDS.iter().map(|(known, _)| *known).collect();
            CommandError::usage(format!("'{name}' is no filter of instances"))
                .hint(format!("there are: {}", known.join(", ")))
        })
}

#[cfg(test)]
mod tests;
