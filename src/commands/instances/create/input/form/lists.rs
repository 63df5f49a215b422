//! The lists that the form offers. They are requested side by side while the user answers the first
//! question.

use std::collections::BTreeMap;

use futures_util::FutureExt as _;
use futures_util::future::{self, LocalBoxFuture, Shared};

use super::choice::{Candidate, ListKind, Listed, Size, mebibytes};
use crate::commands::flavors::Flavor;
use crate::commands::images::Image;
use crate::commands::keypairs::KeyPair;
use crate::commands::networks::Network;
use crate::commands::security_groups::SecurityGroup;
use crate::error::CommandError;
use crate::openstack::{Error, Resource, Session, list_all, list_call};
use crate::verbs::context::Context;
use crate::verbs::progress::Progress;

/// The source of the lists.
pub(super) trait ListSource {
    /// Returns a list, or why there is none.
    async fn list(&mut self, kind: ListKind) -> Result<Listed, String>;
}

type Loading<'a> = Shared<LocalBoxFuture<'a, Result<Listed, String>>>;

/// The cloud's lists. Each is requested once at the beginning, and again for each retry.
pub(super) struct Lists<'a> {
    context: &'a Context,
    loading: BTreeMap<ListKind, Loading<'a>>,
}

impl<'a> Lists<'a> {
    /// Prepares the lists. Nothing is requested before [`Self::at_work`] or a list is awaited.
    pub(super) fn new(context: &'a Context) -> Self {
        let session = &context.session;
        let start = |kind| (kind, load(session, kind).boxed_local().shared());
        Self {
            context,
            loading: ListKind::ALL.into_iter().map(start).collect(),
        }
    }

    /// Loads all lists side by side.
    pub(super) fn at_work(&self) -> Shared<LocalBoxFuture<'a, ()>> {
        let all: Vec<Loading<'a>> = self.loading.values().cloned().collect();
        future::join_all(all).map(drop).boxed_local().shared()
    }
}

impl ListSource for Lists<'_> {
    async fn list(&mut self, kind: ListKind) -> Result<Listed, String> {
        let loading = self
            .loading
            .remove(&kind)
            .unwrap_or_else(|| load(&self.context.session, kind).boxed_local().shared());
        if let Some(result) = loading.peek() {
            return result.clone();
        }
        let mut progress = Progress::new(&self.context.notes);
        progress.set(kind.plural(), &format!("Loading the {}", kind.plural()), "");
        loading.await
    }
}

async fn load(session: &Session, kind: ListKind) -> Result<Listed, String> {
    let candidates = match kind {
        ListKind::Images => images(session).await,
        ListKind::Flavors => flavors(session).await,
        ListKind::KeyPairs => key_pairs(session).await,
        ListKind::Networks => networks(session).await,
        ListKind::Groups => groups(session).await,
    };
    candidates
        .map(|candidates| Listed::new(kind, candidates))
        .map_err(|error| CommandError::from(error).message)
}

/// Returns a whole list.
async fn all<T: Resource>(session: &Session) -> Result<Vec<T>, Error> {
    list_all(session, list_call::<T>()).await
}

/// Sorts by name, without case.
fn by_name<T: Resource>(items: &mut [T]) {
    items.sort_by_cached_key(|item| (item.name().to_lowercase(), item.id().to_owned()));
}

fn candidate<T: Resource>(item: &T, usable: bool, details: Vec<String>) -> Candidate {
    Candidate {
        id: item.id().to_owned(),
        name: item.name().to_owned(),
        usable,
        details,
        size: Size::default(),
    }
}

async fn images(session: &Session) -> Result<Vec<Candidate>, Error> {
    let mut images = all::<Image>(session).await?;
    by_name(&mut images);
    let candidates = images.iter().map(|image| {
        // A kernel or a ramdisk is a part of an image. It can't boot.
        let part = matches!(image.container_format.as_deref(), Some("aki" | "ari"));
        let size = image.size.map(|bytes| mebibytes(bytes.div_ceil(1 << 20)));
        let details = vec![size.unwrap_or_default(), image.visibility.clone()];
        Candidate {
            size: Size {
                memory_mib: Some(image.min_ram),
                disk_gib: Some(image.min_disk),
            },
            ..candidate(image, image.status == "active" && !part, details)
        }
    });
    Ok(candidates.collect())
}

async fn flavors(session: &Session) -> Result<Vec<Candidate>, Error> {
    let mut flavors = all::<Flavor>(session).await?;
    // The smallest flavor first.
    flavors.sort_by_cached_key(|flavor| {
        let facts = flavor.facts();
        (facts.vcpus, facts.memory_mib, facts.disk_gib, facts.name)
    });
    let candidates = flavors.iter().map(|flavor| {
        let facts = flavor.facts();
        let vcpus = match facts.vcpus {
            1 => "1 vCPU ".to_owned(),
            more => format!("{more} vCPUs"),
        };
        let disk = match facts.disk_gib {
            None | Some(0) => "no disk".to_owned(),
            Some(size) => format!("{size} GiB"),
        };
        let details = vec![vcpus, mebibytes(facts.memory_mib), disk];
        Candidate {
            size: Size {
                memory_mib: Some(facts.memory_mib),
                disk_gib: facts.disk_gib,
            },
            ..candidate(flavor, true, details)
        }
    });
    Ok(candidates.collect())
}

async fn key_pairs(session: &Session) -> Result<Vec<Candidate>, Error> {
    let mut key_pairs = all::<KeyPair>(session).await?;
    by_name(&mut key_pairs);
    let candidates = key_pairs.iter().map(|key_pair| {
        let fingerprint = key_pair.fingerprint.clone().unwrap_or_default();
        candidate(key_pair, true, vec![fingerprint])
    });
    Ok(candidates.collect())
}

/// Returns the project of the new instance.
async fn project(session: &Session) -> Result<Option<String>, Error> {
    Ok(session.login().await?.project_id().map(str::to_owned))
}

/// Returns whether a resource belongs to the project. Administrators also see those of others.
fn is_own(owner: Option<&str>, project: Option<&str>) -> bool {
    owner.is_none() || project.is_none() || owner == project
}

async fn networks(session: &Session) -> Result<Vec<Candidate>, Error> {
    let mut networks = all::<Network>(session).await?;
    by_name(&mut networks);
    let project = project(session).await?;
    let candidates = networks.iter().map(|network| {
        let own = is_own(network.project_id.as_deref(), project.as_deref());
        // Nova needs a subnet. It lets only administrators attach to an external network that is
        // not shared.
        let usable = !network.subnets.is_empty() && (network.shared || (own && !network.external));
        let details = [("shared", network.shared), ("external", network.external)];
        let details = details.iter().filter(|(_, is)| *is);
        let details: Vec<&str> = details.map(|(word, _)| *word).collect();
        candidate(network, usable, vec![details.join(", ")])
    });
    Ok(candidates.collect())
}

async fn groups(session: &Session) -> Result<Vec<Candidate>, Error> {
    let mut groups = all::<SecurityGroup>(session).await?;
    by_name(&mut groups);
    let project = project(session).await?;
    let candidates = groups.iter().map(|group| {
        let own = is_own(group.project_id.as_deref(), project.as_deref());
        candidate(group, own, vec![group.description.clone()])
    });
    Ok(candidates.collect())
}
