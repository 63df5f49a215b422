//! Glance: the names of images by their IDs.
//! See <https://docs.openstack.org/api-ref/image/v2/#list-images>.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::error::Error;
use super::paging::Pager;
use super::request::Call;
use super::resource::{ByName, Resource};
use super::service::Service;
use super::session::Session;

/// IDs to a request: forty UUIDs make a query of 1.6 kB, which every proxy lets pass.
const IDS_A_REQUEST: usize = 40;

/// An image's ID and name alone.
#[derive(Debug, Deserialize)]
struct ImageName {
    id: String,
    #[serde(default)]
    name: Option<String>,
}

impl Resource for ImageName {
    const NOUN: &'static str = "image";
    const SERVICE: Service = Service::Image;
    const PATH: &'static str = "images";
    const COLLECTION: &'static str = "images";
    const MEMBER: Option<&'static str> = None;
    const OPERATIONS: (&'static str, &'static str) = ("DescribeImages", "DescribeImages");
    const BY_NAME: ByName = ByName::Exact;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }
}

/// Learns the names of these images: in one request for forty of them, and one more for those of
/// them that are hidden. What is found in neither is gone, or not for this project to see.
pub(super) async fn learn_names(session: &Session, ids: &BTreeSet<String>) -> Result<(), Error> {
    let ids: Vec<&String> = ids.iter().collect();
    for chunk in ids.chunks(IDS_A_REQUEST) {
        let mut missing: Vec<&String> = chunk.to_vec();
        // Glance leaves hidden images out of a list unless it's asked for those alone.
        for hidden in [false, true] {
            if missing.is_empty() {
                break;
            }
            let wanted: Vec<&str> = missing.iter().map(|id| id.as_str()).collect();
            let mut call = Call::get("DescribeImages", Service::Image, "images")
                .query("id", format!("in:{}", wanted.join(",")))
                .query("visibility", "all")
                .query("limit", IDS_A_REQUEST.to_string());
            if hidden {
                call = call.query("os_hidden", "true");
            }
            let mut pager = Pager::<ImageName>::new(session, call, None);
            while let Some(page) = pager.next().await? {
                let now = session.now();
                session.learn(|names| {
                    for image in page.items {
                        missing.retain(|id| **id != image.id);
                        names.learn_image(&image.id, image.name, now);
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
