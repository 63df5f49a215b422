//! The filters of instances, and the query parameters that Nova has for them.

use clap::Args;

use super::detail::{DetailSource, KEYS};
use super::view::Instance;
use crate::error::CommandError;
use crate::noun::INSTANCE;
use crate::openstack::Names;
use crate::state::State;
use crate::verbs::asked_keys::AskedSources;
use crate::verbs::filters::{
    self, Field, FieldKind, Filter, Filterable, Texts, alternatives, exact, from_arguments,
};
use crate::verbs::source::Sources;

/// EC2's other name for `deleting`.
const SHUTTING_DOWN: &str = "shutting-down";

/// All filters of a command.
pub(in crate::commands) type InstanceFilters = filters::Filters<Instance>;

/// Filter options.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Filters")]
pub(in crate::commands) struct FilterArgs {
    #[arg(
        long,
        value_name = "FILTER",
        num_args = 1..,
        action = clap::ArgAction::Append,
        help = "Show what all of these hold for: Name=instance-state-name,Values=running,stopped, \
                JSON, or file://PATH"
    )]
    filters: Vec<String>,
    /// Show instances in this state alone; several are alternatives
    #[arg(long, value_name = "STATE", value_delimiter = ',')]
    state: Vec<String>,
    /// Show instances of this name alone; * and ? stand for anything
    #[arg(long, value_name = "NAME")]
    name: Vec<String>,
    /// Show only instances with exactly this tag (Nova's metadata); repeat it to require several
    #[arg(long, value_name = "KEY=VALUE")]
    tag: Vec<String>,
    /// Show only instances with exactly this label (Nova's tag); several are alternatives
    #[arg(long, value_name = "LABEL")]
    label: Vec<String>,
}

impl FilterArgs {
    /// Parses all filters, or returns which one is wrong. No request has been sent by then.
    pub(super) fn parse(&self, sources: Sources<'_>) -> Result<InstanceFilters, CommandError> {
        let mut all = from_arguments(&self.filters, sources)?;
        all.extend(alternatives("instance-state-name", &self.state));
        all.extend(alternatives("name", &self.name));
        all.extend(exact("label", &self.label));
        all.extend(filters::tags(&self.tag)?);
        InstanceFilters::new(all)
    }

    /// The same where instances come by from Nova alone: in a stream of its changes.
    pub(in crate::commands) fn parse_for_stream(
        &self,
        sources: Sources<'_>,
    ) -> Result<InstanceFilters, CommandError> {
        let filters = self.parse(sources)?;
        let far = filters.iter().find(|filter| {
            let mut needs = filter.needs().iter().filter_map(|key| source_of(key));
            needs.any(|source| !matches!(source, DetailSource::Images | DetailSource::Flavors))
        });
        match far.and_then(Filter::name) {
            Some(name) => Err(CommandError::usage(format!(
                "the filter '{name}' is for lists: Nova's changes do not tell it"
            ))),
            None => Ok(filters),
        }
    }
}

impl Filterable for Instance {
    const PLURAL: &'static str = INSTANCE.plural;
    const TAGGED: bool = true;
    /// EC2's names, and ostk's own names for what EC2 lacks.
    const FIELDS: &'static [Field<Self>] = &[
        Field::<Self>::new(&["instance-state-name"], |instance| {
            let state = instance.state.name;
            let other = (state == State::Deleting.name()).then_some(SHUTTING_DOWN);
            Texts::each([state].into_iter().chain(other))
        })
        .kind(FieldKind::Word(state)),
        Field::<Self>::new(&["instance-state-code"], |instance| {
            Texts::maybe(instance.state.code.map(|code| code.to_string()))
        })
        .kind(FieldKind::Number),
        Field::<Self>::new(&["instance-id"], |instance| {
            Texts::one(&instance.instance_id)
        }),
        Field::<Self>::new(&["name"], |instance| Texts::one(&instance.name)),
        Field::<Self>::new(&["label"], |instance| {
            Texts::each(instance.labels.iter().flatten())
        }),
        Field::<Self>::new(&["image-id"], |instance| {
            Texts::maybe(instance.image_id.as_deref())
        }),
        Field::<Self>::new(&["image-name"], |instance| {
            Texts::maybe(instance.image_name.as_deref())
        })
        .needs(&["ImageName"]),
        Field::<Self>::new(&["instance-type"], |instance| {
            Texts::maybe(instance.instance_type.as_deref())
        })
        .needs(&["InstanceType"]),
        Field::<Self>::new(&["key-name"], |instance| {
            Texts::maybe(instance.key_name.as_deref())
        }),
        Field::<Self>::new(&["availability-zone"], |instance| {
            Texts::maybe(instance.placement.availability_zone.as_deref())
        }),
        Field::<Self>::new(
            &[
                "private-ip-address",
                "network-interface.addresses.private-ip-address",
            ],
            |instance| Texts::each(instance.private_addresses()),
        ),
        Field::<Self>::new(&["ip-address"], |instance| {
            Texts::each(instance.public_addresses())
        }),
        Field::<Self>::new(&["network-name"], |instance| {
            Texts::each(
                instance
                    .addresses
                    .iter()
                    .map(|one| one.network_name.as_str()),
            )
        }),
        Field::<Self>::new(
            &["vpc-id", "network-id", "network-interface.vpc-id"],
            |instance| {
                let addresses = instance.addresses.iter();
                Texts::each(addresses.filter_map(|one| one.network_id.as_deref()))
            },
        )
        .needs(&["Addresses.NetworkId"]),
        Field::<Self>::new(&["subnet-id", "network-interface.subnet-id"], |instance| {
            let addresses = instance.addresses.iter();
            Texts::each(addresses.filter_map(|one| one.subnet_id.as_deref()))
        })
        .needs(&["Addresses.SubnetId"]),
        Field::<Self>::new(&["network-interface.network-interface-id"], |instance| {
            let addresses = instance.addresses.iter();
            Texts::each(addresses.filter_map(|one| one.port_id.as_deref()))
        })
        .needs(&["Addresses.PortId"]),
        Field::<Self>::new(&["network-interface.mac-address"], |instance| {
            let addresses = instance.addresses.iter();
            Texts::each(addresses.filter_map(|one| one.mac_address.as_deref()))
        }),
        Field::<Self>::new(&["instance.group-name", "group-name"], |instance| {
            let groups = instance.security_groups.iter();
            Texts::each(groups.map(|group| group.group_name.as_str()))
        }),
        Field::<Self>::new(
            &[
                "instance.group-id",
                "group-id",
                "network-interface.group-id",
            ],
            |instance| {
                let groups = instance.security_groups.iter();
                Texts::each(groups.filter_map(|group| group.group_id.as_deref()))
            },
        )
        .needs(&["SecurityGroups.GroupId"]),
        Field::<Self>::new(&["status"], |instance| Texts::one(&instance.status)),
        Field::<Self>::new(&["task-state"], |instance| {
            Texts::maybe(instance.task_state.as_deref())
        }),
        Field::<Self>::new(&["vm-state"], |instance| {
            Texts::maybe(instance.vm_state.as_deref())
        }),
        Field::<Self>::new(&["power-state"], |instance| {
            Texts::maybe(instance.power_state)
        }),
        Field::<Self>::new(&["host-id"], |instance| {
            Texts::maybe(instance.placement.host_id.as_deref())
        }),
        Field::<Self>::new(&["owner-id", "project-id"], |instance| {
            Texts::maybe(instance.project_id.as_deref())
        }),
        Field::<Self>::new(&["user-id"], |instance| {
            Texts::maybe(instance.user_id.as_deref())
        }),
        Field::<Self>::new(&["locked"], |instance| {
            Texts::maybe(instance.locked.map(|locked| locked.to_string()))
        })
        .kind(FieldKind::Boolean),
        Field::<Self>::new(&["root-device-type"], |instance| {
            Texts::maybe(instance.root_device_type)
        }),
        Field::<Self>::new(&["block-device-mapping.volume-id"], |instance| {
            let devices = instance.block_device_mappings.iter();
            Texts::each(devices.map(|device| device.volume_id.as_str()))
        }),
        Field::<Self>::new(&["block-device-mapping.device-name"], |instance| {
            let devices = instance.block_device_mappings.iter();
            Texts::each(devices.filter_map(|device| device.device_name.as_deref()))
        })
        .needs(&["BlockDeviceMappings.DeviceName"]),
        Field::<Self>::new(&["client-token"], |instance| {
            Texts::maybe(instance.client_token.as_deref())
        }),
        Field::<Self>::new(&["launch-time"], |instance| {
            Texts::time(instance.launch_time.text())
        }),
    ];

    fn tag_pairs(&self) -> Vec<(&str, &str)> {
        let tags = self.tags.iter();
        tags.map(|tag| (tag.key.as_str(), tag.value.as_str()))
            .collect()
    }
}

/// Checks a state's name. An unknown state would never match, without a message.
fn state(value: &str) -> Result<(), String> {
    if value == SHUTTING_DOWN {
        return Ok(());
    }
    let known: Result<State, _> = value.parse();
    known.map(drop).map_err(|error| error.to_string())
}

/// Returns whether the query to Nova needs a flavor's ID for its name.
pub(super) fn need_flavors(filters: &InstanceFilters) -> bool {
    let mut filters = filters.iter();
    filters.any(|filter| filter.name() == Some("instance-type") && filter.only().is_some())
}

/// Returns the sources that are needed to evaluate the filters.
pub(super) fn sources(filters: &InstanceFilters) -> AskedSources<DetailSource> {
    AskedSources::needed(&KEYS, filters.needs().filter_map(source_of))
}

/// Returns the source of an output key that a filter needs. The key's place in the schema ends with
/// its name.
fn source_of(key: &str) -> Option<DetailSource> {
    let name = key.rsplit('.').next()?;
    let mut keys = KEYS.iter();
    keys.find(|(known, _)| *known == name)
        .map(|(_, source)| *source)
}

/// Returns the query parameters for Nova. If several filters use the same parameter, only the first
/// one is sent.
pub(super) fn pushed(filters: &InstanceFilters, names: &Names) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for filter in filters.iter() {
        let pushed = pushed_by(filter, names);
        if !pushed
            .iter()
            .any(|(name, _)| all.iter().any(|(there, _)| there == name))
        {
            all.extend(pushed);
        }
    }
    all
}

/// Returns the query parameters of one filter. With them, Nova returns no less than what matches.
/// For 2.26, as a tenant (`nova/api/openstack/compute/servers.py`, `_get_server_search_options`).
fn pushed_by(filter: &Filter<Instance>, names: &Names) -> Vec<(String, String)> {
    let one = |name: &str, value: &str| vec![(name.to_owned(), value.to_owned())];
    match filter.name() {
        Some("instance-state-name") => statuses(filter),
        // The database's regular expression may ignore case, so it matches no less than ours. Nova
        // escapes `|`, so there are no alternatives.
        Some("name") => match filter.values() {
            [pattern] => one("name", &pattern.regex()),
            _ => Vec::new(),
        },
        Some("label") => match filter.plain() {
            Some(labels)
                if labels
                    .iter()
                    .all(|label| !label.is_empty() && !label.contains(',')) =>
            {
                one("tags-any", &labels.join(","))
            }
            _ => Vec::new(),
        },
        Some("image-id") => filter.only().map_or_else(Vec::new, |id| one("image", id)),
        Some("instance-type") => match filter.only().map(|name| names.flavors_named(name)) {
            Some(ids) if ids.len() == 1 => one("flavor", ids.first().copied().unwrap_or_default()),
            _ => Vec::new(),
        },
        // Nova takes a regular expression, or with newer Neutrons a part of the address. An
        // unescaped whole address works with both.
        Some("private-ip-address") => match filter.only() {
            Some(address) if address.parse::<std::net::Ipv4Addr>().is_ok() => one("ip", address),
            Some(address) if address.parse::<std::net::Ipv6Addr>().is_ok() => one("ip6", address),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn statuses(filter: &Filter<Instance>) -> Vec<(String, String)> {
    let mut statuses: Vec<&str> = Vec::new();
    let wanted = |name: &str| filter.values().iter().any(|value| value.matches(name));
    for state in State::ALL {
        if wanted(state.name()) || (state == State::Deleting && wanted(SHUTTING_DOWN)) {
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

#[cfg(test)]
mod tests;
