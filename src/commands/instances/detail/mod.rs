//! What Nova's own answer lacks of an instance: names of images, ports with their networks,
//! security groups, volumes. Every service is asked at the same time, each with a batch for all
//! instances; what one refuses or lacks is left out and told.

mod network;
pub(super) mod people;
mod servers;
mod volumes;

use futures_util::future;

pub(super) use servers::find_servers;

use super::names;
use super::view::Instance;
use crate::openstack::Server;
use crate::verbs::context::Context;

/// These servers in full.
pub(super) async fn complete(context: &Context, servers: Vec<Server>) -> Vec<Instance> {
    let session = &context.session;
    // Neutron and Cinder are asked by what Nova's answer alone holds.
    let unnamed: Vec<Instance> = {
        let known = session.names();
        servers
            .iter()
            .map(|server| Instance::new(server.clone(), &known))
            .collect()
    };
    let (((), (network, of_network)), (volumes, of_volumes)) = future::join(
        future::join(
            Box::pin(names::learn(context, &servers)),
            Box::pin(network::ask(session, &unnamed)),
        ),
        Box::pin(volumes::ask(session, &unnamed)),
    )
    .await;
    for warning in of_network.iter().chain(&of_volumes) {
        context.notes.warn(warning);
    }
    let known = session.names();
    servers
        .into_iter()
        .map(|server| {
            let mut instance = Instance::new(server, &known);
            network.complete(&mut instance);
            volumes.complete(&mut instance);
            instance
        })
        .collect()
}
