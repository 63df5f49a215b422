//! Completes instances with data that Nova's list of servers lacks: image names, ports with their
//! networks, security groups, volumes. A list requests only the keys that its query or a filter
//! names, a description requests all. All services are queried at the same time, with one list for
//! all instances.

mod network;
pub(super) mod people;
mod servers;
mod volumes;

use std::collections::BTreeSet;

use futures_util::future;

pub(super) use servers::find_servers;

use self::network::NetworkDetails;
use self::volumes::Volumes;
use super::names;
use super::view::Instance;
use crate::error::CommandError;
use crate::openstack::Server;
use crate::verbs::asked_keys::AskedSources;
use crate::verbs::context::Context;

/// The source of a key that Nova's list of servers lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum DetailSource {
    /// Glance's images. Every list requests them.
    Images,
    /// Nova's flavors, if the server's response holds only the ID. Every list requests them, too.
    Flavors,
    /// Neutron's ports.
    Ports,
    /// Neutron's security groups, and its ports to distinguish groups of the same name.
    Groups,
    /// Cinder's volumes.
    Volumes,
}

/// The keys of an instance that Nova's list lacks, with their sources. Each name occurs in only one
/// place of the schema.
pub(super) static KEYS: [(&str, DetailSource); 14] = [
    ("ImageName", DetailSource::Images),
    ("InstanceType", DetailSource::Flavors),
    ("Vcpus", DetailSource::Flavors),
    ("MemoryMiB", DetailSource::Flavors),
    ("DiskGiB", DetailSource::Flavors),
    ("NetworkId", DetailSource::Ports),
    ("SubnetId", DetailSource::Ports),
    ("PortId", DetailSource::Ports),
    ("GroupId", DetailSource::Groups),
    ("DeviceName", DetailSource::Volumes),
    ("VolumeName", DetailSource::Volumes),
    ("VolumeType", DetailSource::Volumes),
    ("SizeGiB", DetailSource::Volumes),
    ("Bootable", DetailSource::Volumes),
];

/// Returns the sources that a list or a description queries besides Nova's list.
pub(super) fn sources(context: &Context, full: bool) -> AskedSources<DetailSource> {
    AskedSources::new(&KEYS, &context.output, full)
        .with([DetailSource::Images, DetailSource::Flavors])
}

/// The details fetched so far. They complete instances page by page, without a repeated request.
#[derive(Debug, Default)]
pub(super) struct Details {
    network: NetworkDetails,
    volumes: Volumes,
}

impl Details {
    /// Adds the sources' values to the instances. `more` says whether further instances will
    /// follow.
    ///
    /// If a source fails, its keys stay absent and a warning says so. If the user named one of its
    /// keys, the failure is an error, but all other values are added nevertheless.
    pub(super) async fn complete(
        &mut self,
        context: &Context,
        sources: &AskedSources<DetailSource>,
        instances: &mut [&mut Instance],
        more: bool,
    ) -> Result<(), CommandError> {
        let session = &context.session;
        let (images, flavors) = names::unknown(session, instances);
        let asked = |source, ids| {
            if sources.has(source) {
                ids
            } else {
                BTreeSet::new()
            }
        };
        let images = asked(DetailSource::Images, images);
        let flavors = asked(DetailSource::Flavors, flavors);
        let learns = !images.is_empty() || !flavors.is_empty();
        let asks = (
            sources.has(DetailSource::Ports),
            sources.has(DetailSource::Groups),
        );
        let ((images, flavors), ((ports, groups), volumes)) = future::join(
            Box::pin(names::ask(session, images, flavors)),
            future::join(
                Box::pin(self.network.ask(session, instances, asks, more)),
                Box::pin(async {
                    if sources.has(DetailSource::Volumes) {
                        self.volumes.ask(session, instances, more).await
                    } else {
                        Ok(())
                    }
                }),
            ),
        )
        .await;
        let known = learns.then(|| session.names());
        for instance in instances {
            if let Some(known) = &known {
                instance.learn(known);
            }
            self.network.complete(instance, asks);
            self.volumes.complete(instance);
        }
        // The ports' error covers the groups: only ports distinguish groups of the same name.
        let of_ports: &[DetailSource] = &[DetailSource::Ports, DetailSource::Groups];
        let groups = if ports.is_err() { Ok(()) } else { groups };
        let results = [
            (&[DetailSource::Images][..], images),
            (&[DetailSource::Flavors], flavors),
            (of_ports, ports),
            (&[DetailSource::Groups], groups),
            (&[DetailSource::Volumes], volumes),
        ];
        let mut failure = Ok(());
        for (told, result) in results {
            if let Err(error) = result
                && let Err(error) = sources.failed(&context.notes, told, error)
            {
                failure = failure.and(Err(error));
            }
        }
        failure
    }
}

/// Returns instances for these servers, completed from the sources.
pub(super) async fn complete(
    context: &Context,
    servers: Vec<Server>,
    sources: &AskedSources<DetailSource>,
) -> (Vec<Instance>, Result<(), CommandError>) {
    let known = context.session.names();
    let mut instances: Vec<Instance> = servers
        .into_iter()
        .map(|server| Instance::new(server, &known))
        .collect();
    let mut all: Vec<&mut Instance> = instances.iter_mut().collect();
    let mut details = Details::default();
    let result = details.complete(context, sources, &mut all, false).await;
    (instances, result)
}
