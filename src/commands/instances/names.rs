//! Learns names that a server's response lacks: its image's name, and its flavor's if Nova is
//! older. They are learned once for all servers of a page, and stored with the token.

use std::collections::BTreeSet;

use futures_util::future;

use super::view::Instance;
use crate::commands::flavors::Flavor;
use crate::commands::images::Image;
use crate::openstack::{Error, Pager, Resource as _, Server, Session, list_call};
use crate::verbs::context::Context;

/// The number of IDs per request: forty UUIDs make a query of 1.6 kB, which every proxy accepts.
const IDS_A_REQUEST: usize = 40;

/// Learns what these servers lack, images and flavors side by side, never with a request for each
/// server. A cloud without images to ask for still has instances to show: what is missing is
/// said, and the command goes on.
pub(in crate::commands) async fn learn(context: &Context, servers: &[Server]) {
    let session = &context.session;
    let names = session.names();
    let now = session.now();
    let images = names.unknown_images(servers.iter().filter_map(Server::image_id), now);
    let flavors = names.unknown_flavors(servers.iter().filter_map(Server::flavor_id), now);
    let (images, flavors) = ask(session, images, flavors).await;
    if let Err(error) = images {
        context
            .notes
            .warn(&format!("the names of images are missing: {error}"));
    }
    if let Err(error) = flavors {
        context
            .notes
            .warn(&format!("the names of instance types are missing: {error}"));
    }
}

/// Returns the IDs of these instances' images and flavors with unknown names.
pub(super) fn unknown(
    session: &Session,
    instances: &[&mut Instance],
) -> (BTreeSet<String>, BTreeSet<String>) {
    let names = session.names();
    let now = session.now();
    let images = instances.iter().filter_map(|one| one.image_id.as_deref());
    let flavors = instances.iter().filter_map(|one| one.flavor_id.as_deref());
    (
        names.unknown_images(images, now),
        names.unknown_flavors(flavors, now),
    )
}

/// Learns the names of these images and flavors in parallel.
pub(super) async fn ask(
    session: &Session,
    images: BTreeSet<String>,
    flavors: BTreeSet<String>,
) -> (Result<(), Error>, Result<(), Error>) {
    future::join(
        learn_images(session, &images),
        find_flavors(session, flavors),
    )
    .await
}

/// Learns the names of these images: one request for forty images, and one more for the hidden ones
/// among them. If neither finds an image, it is gone, or this project may not see it.
async fn learn_images(session: &Session, ids: &BTreeSet<String>) -> Result<(), Error> {
    let ids: Vec<&String> = ids.iter().collect();
    for chunk in ids.chunks(IDS_A_REQUEST) {
        let mut missing: Vec<&String> = chunk.to_vec();
        // Glance lists hidden images only if the request asks for them alone.
        for hidden in [false, true] {
            if missing.is_empty() {
                break;
            }
            let wanted: Vec<&str> = missing.iter().map(|id| id.as_str()).collect();
            let mut call = list_call::<Image>()
                .query("id", format!("in:{}", wanted.join(",")))
                .query("visibility", "all");
            if hidden {
                call = call.query("os_hidden", "true");
            }
            let mut pager = Pager::<Image>::new(session, call, None);
            while let Some(page) = pager.next().await? {
                let now = session.now();
                session.learn(|names| {
                    for image in page.items {
                        missing.retain(|id| *id != image.id());
                        names.learn_image(image.id(), Some(image.name().to_owned()), now);
                    }
                });
            }
        }
        let now = session.now();
        session.learn(|names| {
            for id in missing {
                names.learn_image(id, None, now);
            }
        });
    }
    Ok(())
}

async fn find_flavors(session: &Session, ids: BTreeSet<String>) -> Result<(), Error> {
    if ids.is_empty() {
        return Ok(());
    }
    learn_flavors(session).await?;
    let now = session.now();
    session.learn(|names| names.give_up_flavors(ids, now));
    Ok(())
}

/// Learns all flavors that the project can see, in one paged list.
pub(super) async fn learn_flavors(session: &Session) -> Result<(), Error> {
    let mut pager = Pager::<Flavor>::new(session, list_call::<Flavor>(), None);
    while let Some(page) = pager.next().await? {
        let now = session.now();
        session.learn(|names| {
            for flavor in page.items {
                names.learn_flavor(flavor.id(), flavor.facts(), now);
            }
        });
    }
    Ok(())
}
