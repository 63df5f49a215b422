//! `ostk flavors`: Nova's flavors, which AWS calls instance types.

use serde::{Deserialize, Serialize};

use super::wire::{null_as_default, null_or_empty_as_zero};
use crate::noun::Noun;
use crate::openstack::{ByName, FlavorFacts, Resource, Service};
use crate::output::{Cell, Column, Tabular};
use crate::verbs::View;
use crate::verbs::filters::{Field, FieldKind, Filterable, Texts, id_of, name_of};
use crate::verbs::targets::Targeted;

/// A flavor (<https://docs.openstack.org/api-ref/compute/#list-flavors-with-details>).
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all(serialize = "PascalCase"))]
pub struct Flavor {
    #[serde(rename(serialize = "FlavorId", deserialize = "id"))]
    id: String,
    #[serde(rename(serialize = "InstanceType", deserialize = "name"))]
    name: String,
    #[serde(default)]
    vcpus: u32,
    #[serde(rename(serialize = "MemoryMiB", deserialize = "ram"), default)]
    memory_mib: u64,
    #[serde(rename(serialize = "DiskGiB", deserialize = "disk"), default)]
    disk_gib: u64,
    #[serde(
        rename(serialize = "EphemeralGiB", deserialize = "OS-FLV-EXT-DATA:ephemeral"),
        default
    )]
    ephemeral_gib: u64,
    /// Below 2.75, an empty text means no swap.
    #[serde(
        rename(serialize = "SwapMiB", deserialize = "swap"),
        default,
        deserialize_with = "null_or_empty_as_zero"
    )]
    swap_mib: u64,
    #[serde(
        rename(serialize = "Public", deserialize = "os-flavor-access:is_public"),
        default,
        deserialize_with = "null_as_default"
    )]
    public: bool,
}

impl Flavor {
    /// Returns the flavor's values that an instance shows.
    pub(super) fn facts(&self) -> FlavorFacts {
        FlavorFacts {
            name: self.name.clone(),
            vcpus: self.vcpus,
            memory_mib: self.memory_mib,
            disk_gib: Some(self.disk_gib),
        }
    }
}

impl Resource for Flavor {
    const NOUN: &'static Noun = &Noun {
        singular: "flavor",
        plural: "flavors",
        command: Some("flavors"),
        operation: "DescribeInstanceTypes",
        not_found: "InvalidInstanceType.NotFound",
        ambiguous: "InvalidInstanceType.Ambiguous",
    };
    const SERVICE: Service = Service::Compute;
    const PATH: &'static str = "flavors";
    const LIST_PATH: &'static str = "flavors/detail";
    const COLLECTION: &'static str = "flavors";
    const MEMBER: Option<&'static str> = Some("flavor");
    const BY_NAME: ByName = ByName::Never;
    const UUID: bool = false;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

impl Targeted for Flavor {
    const OPTIONS: &'static [&'static str] = &["instance-types"];
}

impl View for Flavor {
    const KEY: &'static str = "InstanceTypes";
}

impl Filterable for Flavor {
    const PLURAL: &'static str = Self::NOUN.plural;
    const TAGGED: bool = false;
    /// EC2's names for instance types, and short ones.
    const FIELDS: &'static [Field<Self>] = &[
        Field::<Self>::new(&["name", "instance-type"], name_of),
        Field::<Self>::new(&["flavor-id"], id_of),
        Field::<Self>::new(&["vcpus", "vcpu-info.default-vcpus"], |flavor| {
            Texts::shown(&flavor.vcpus)
        })
        .kind(FieldKind::Number),
        Field::<Self>::new(&["memory-mib", "memory-info.size-in-mib"], |flavor| {
            Texts::shown(&flavor.memory_mib)
        })
        .kind(FieldKind::Number),
        Field::<Self>::new(
            &["disk-gib", "instance-storage-info.total-size-in-gb"],
            |flavor| Texts::shown(&flavor.disk_gib),
        )
        .kind(FieldKind::Number),
        Field::<Self>::new(&["is-public"], |flavor| Texts::shown(&flavor.public))
            .kind(FieldKind::Boolean),
    ];
}

impl Tabular for Flavor {
    fn columns() -> Vec<Column> {
        vec![
            Column::new("Name"),
            Column::new("vCPUs").right(),
            Column::new("Memory MiB").right(),
            Column::new("Disk GiB").right(),
            Column::new("ID").priority(1),
        ]
    }

    fn cells(&self) -> Vec<Cell> {
        vec![
            (&self.name).into(),
            self.vcpus.into(),
            self.memory_mib.into(),
            self.disk_gib.into(),
            (&self.id).into(),
        ]
    }
}
