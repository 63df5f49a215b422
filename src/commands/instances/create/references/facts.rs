//! The facts about what a specification names: the resources that were found.

use std::net::IpAddr;
use std::sync::Arc;

use super::nouns::Port;
use crate::commands::images::Image;
use crate::commands::networks::Network;
use crate::commands::security_groups::SecurityGroup;
use crate::commands::server_groups::ServerGroup;
use crate::commands::volumes::{Snapshot, Volume};
use crate::openstack::FlavorFacts;

/// The resources that a specification names. A resource that may not be read is missing here.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    pub(crate) image: Option<Arc<Image>>,
    pub(crate) flavor: Option<FlavorFacts>,
    pub(crate) boot_volume: Option<Arc<Volume>>,
    pub(crate) boot_snapshot: Option<Arc<Snapshot>>,
    /// Existing volumes besides the root volume.
    pub(crate) volumes: Vec<Arc<Volume>>,
    /// Networks and ports, in the order of the specification.
    pub(crate) networks: Vec<NetworkFact>,
    pub(crate) groups: Vec<Arc<SecurityGroup>>,
    pub(crate) server_group: Option<Arc<ServerGroup>>,
    /// What could not be read, in words for the user.
    pub(crate) hidden: Vec<String>,
}

/// A network or a port that a specification names.
#[derive(Debug)]
pub(crate) enum NetworkFact {
    Network(Arc<Network>, Option<IpAddr>),
    Port(Arc<Port>),
}
