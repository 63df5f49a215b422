//! The OpenStack services that ostk uses, and their names.

use serde::{Deserialize, Serialize};

/// An OpenStack service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Service {
    /// Keystone.
    Identity,
    /// Nova.
    Compute,
    /// Glance.
    Image,
    /// Neutron.
    Network,
    /// Cinder.
    BlockStorage,
    /// Gnocchi.
    Metric,
}

impl Service {
    /// Returns the official service type, as in a catalog and in `<type>_endpoint_override`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Compute => "compute",
            Self::Image => "image",
            Self::Network => "network",
            Self::BlockStorage => "block-storage",
            Self::Metric => "metric",
        }
    }

    /// Returns the catalog's types for this service, best first: the official one, then the aliases
    /// that clouds still use ([service-types
    /// authority](https://specs.openstack.org/openstack/service-types-authority/)).
    pub fn catalog_types(self) -> &'static [&'static str] {
        match self {
            Self::BlockStorage => &[
                "block-storage",
                "volumev3",
                "block-store",
                "volumev2",
                "volume",
            ],
            Self::Metric => &["metric", "metering"],
            Self::Identity => &["identity", "identityv3"],
            Self::Compute => &["compute", "computev21"],
            Self::Image => &["image"],
            Self::Network => &["network"],
        }
    }

    /// Returns the path of the API's major version, for an endpoint without one.
    pub(super) fn version_path(self) -> &'static str {
        match self {
            Self::Identity | Self::BlockStorage => "v3",
            Self::Compute => "v2.1",
            Self::Image => "v2",
            Self::Network => "v2.0",
            Self::Metric => "v1",
        }
    }

    /// Returns the service's name in `OpenStack-API-Version`, if it has microversions.
    pub(super) fn microversion_name(self) -> Option<&'static str> {
        match self {
            Self::Compute => Some("compute"),
            Self::BlockStorage => Some("volume"),
            _ => None,
        }
    }
}
