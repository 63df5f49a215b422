//! Finds resources by name or ID. Each is looked up once in a run, however often it is named.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::OnceCell;

use crate::commands::flavors::Flavor;
use crate::commands::images::Image;
use crate::commands::instances::create::spec::OPERATION;
use crate::commands::security_groups::SecurityGroup;
use crate::error::CommandError;
use crate::openstack::{ByName, Error, Pager, Resource, Session, find, list_all, list_call};

/// How alike a name must be to be suggested.
const ALIKE: f64 = 0.75;
/// How many names are suggested at most.
const MOST_SUGGESTIONS: usize = 3;

type Kept = Arc<dyn Any + Send + Sync>;

/// Looks resources up, and keeps what was found: a form asks for the same before and after its
/// questions, and many specifications name the same image.
pub(crate) struct Lookup<'a> {
    pub(crate) session: &'a Session,
    kept: Mutex<HashMap<(TypeId, String), Kept>>,
}

/// The result of a lookup.
#[derive(Debug)]
pub(crate) enum LookupResult<T> {
    Resource(Arc<T>),
    /// The user gave an ID and may not read the resource. The service decides.
    Hidden(String),
}

// Not derived: that would ask for `T: Clone`.
impl<T> Clone for LookupResult<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Resource(item) => Self::Resource(Arc::clone(item)),
            Self::Hidden(id) => Self::Hidden(id.clone()),
        }
    }
}

/// An ID with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NamedResource {
    pub(crate) id: String,
    pub(crate) name: String,
}

impl<T: Resource> LookupResult<T> {
    pub(crate) fn named(&self) -> NamedResource {
        match self {
            Self::Resource(item) => NamedResource {
                id: item.id().to_owned(),
                name: item.name().to_owned(),
            },
            Self::Hidden(id) => NamedResource {
                id: id.clone(),
                name: id.clone(),
            },
        }
    }

    /// Returns the resource. If it is hidden, adds its words to the list.
    pub(crate) fn fact(self, hidden: &mut Vec<String>) -> Option<Arc<T>> {
        match self {
            Self::Resource(item) => Some(item),
            Self::Hidden(id) => {
                hidden.push(format!("{} '{id}'", T::NOUN));
                None
            }
        }
    }
}

/// Returns the command's error for a request's.
pub(super) fn failed(error: Error) -> CommandError {
    CommandError::from(error).during(OPERATION)
}

impl<'a> Lookup<'a> {
    pub(crate) fn new(session: &'a Session) -> Self {
        Self {
            session,
            kept: Mutex::default(),
        }
    }

    /// Asks once for each type and key. A failure is not kept.
    pub(super) async fn once<T: Clone + Send + Sync + 'static, R>(
        &self,
        key: &str,
        ask: impl FnOnce() -> R,
    ) -> Result<T, CommandError>
    where
        R: Future<Output = Result<T, CommandError>>,
    {
        let cell = {
            let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            let place = kept.entry((TypeId::of::<T>(), key.to_owned()));
            Arc::clone(place.or_insert_with(|| Arc::new(OnceCell::<T>::new())))
        };
        match cell.downcast::<OnceCell<T>>() {
            Ok(cell) => cell.get_or_try_init(ask).await.cloned(),
            // The key holds the type, so that this is never reached.
            Err(_) => ask().await,
        }
    }

    /// Finds a resource if it is named.
    pub(super) async fn optional<T: Resource + Send + Sync + 'static>(
        &self,
        target: Option<&String>,
    ) -> Result<Option<LookupResult<T>>, CommandError> {
        match target {
            Some(target) => self.find::<T>(target).await.map(Some),
            None => Ok(None),
        }
    }

    /// Finds a resource. An error suggests names that are nearly the same.
    pub(super) async fn find<T: Resource + Send + Sync + 'static>(
        &self,
        target: &str,
    ) -> Result<LookupResult<T>, CommandError> {
        self.once(target, || self.ask::<T>(target)).await
    }

    async fn ask<T: Resource>(&self, target: &str) -> Result<LookupResult<T>, CommandError> {
        let is_id = T::BY_NAME == ByName::IsId || uuid::Uuid::try_parse(target).is_ok();
        match find::<T>(self.session, target).await {
            Ok(found) => Ok(LookupResult::Resource(Arc::new(found.item))),
            Err(Error::Fault(fault)) if fault.status == 403 && is_id => {
                Ok(LookupResult::Hidden(target.to_owned()))
            }
            Err(error @ Error::NotFound { .. }) => {
                let near = self.nearest::<T>(target).await;
                let error = failed(error);
                Err(match near {
                    Some(names) => error.hint(did_you_mean(&names)),
                    None => error,
                })
            }
            Err(error) => Err(failed(error)),
        }
    }

    /// Finds an image. Its name is then known to what shows the instance.
    pub(super) async fn image(
        &self,
        target: Option<&String>,
    ) -> Result<Option<LookupResult<Image>>, CommandError> {
        let found = self.optional::<Image>(target).await?;
        if let Some(LookupResult::Resource(image)) = &found {
            let (name, now) = (image.name().to_owned(), self.session.now());
            self.session
                .learn(|names| names.learn_image(image.id(), Some(name), now));
        }
        Ok(found)
    }

    /// Finds a flavor. What it gives is then known to what shows the instance.
    pub(super) async fn flavor(
        &self,
        target: Option<&String>,
    ) -> Result<Option<LookupResult<Flavor>>, CommandError> {
        let found = self.optional::<Flavor>(target).await?;
        if let Some(LookupResult::Resource(flavor)) = &found {
            let now = self.session.now();
            self.session
                .learn(|names| names.learn_flavor(flavor.id(), flavor.facts(), now));
        }
        Ok(found)
    }

    /// Finds a security group. Administrators see the groups of all projects, and Nova looks in the
    /// instance's own.
    pub(super) async fn security_group(
        &self,
        target: &str,
    ) -> Result<LookupResult<SecurityGroup>, CommandError> {
        let several = match self.find::<SecurityGroup>(target).await {
            Err(error) if error.is_ambiguous() => error,
            result => return result,
        };
        let login = self.session.login().await.map_err(failed)?;
        let Some(project) = login.project_id() else {
            return Err(several);
        };
        let call = list_call::<SecurityGroup>()
            .query("name", target)
            .query("project_id", project);
        let groups = list_all::<SecurityGroup>(self.session, call).await;
        let mut own = groups.map_err(failed)?;
        own.retain(|group| group.name() == target);
        match own.pop() {
            Some(group) if own.is_empty() => Ok(LookupResult::Resource(Arc::new(group))),
            _ => Err(several),
        }
    }

    /// Returns the names that are most like a name that was not found.
    async fn nearest<T: Resource>(&self, target: &str) -> Option<String> {
        let mut pager = Pager::<T>::new(self.session, list_call::<T>(), None);
        let mut names = Vec::new();
        // If the list fails, the user still gets the error that the name was not found.
        while let Ok(Some(page)) = pager.next().await {
            names.extend(page.items.iter().map(|item| item.name().to_owned()));
        }
        most_alike(target, names)
    }
}

pub(super) fn did_you_mean(names: &str) -> String {
    format!("did you mean {names}?")
}

/// Returns the names that are most like another, quoted.
pub(super) fn most_alike(target: &str, names: Vec<String>) -> Option<String> {
    let target = target.to_lowercase();
    let mut near: Vec<(f64, String)> = names
        .into_iter()
        .map(|name| (strsim::jaro_winkler(&target, &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .collect();
    near.sort_by(|left, right| right.0.total_cmp(&left.0).then(left.1.cmp(&right.1)));
    near.dedup_by(|left, right| left.1 == right.1);
    near.truncate(MOST_SUGGESTIONS);
    let names: Vec<String> = near.iter().map(|(_, name)| format!("'{name}'")).collect();
    (!names.is_empty()).then(|| names.join(", "))
}
