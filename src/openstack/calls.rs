//! The calls that every resource has: list, find by ID or name, create and delete.

use super::error::Error;
use super::name_regex::NameRegex;
use super::paging::Pager;
use super::request::{Answer, Call};
use super::resource::{ByName, Member, Resource};
use super::session::Session;

/// Returns the call that lists a resource.
pub fn list_call<T: Resource>() -> Call {
    prepared::<T>(Call::get(T::NOUN.operation, T::SERVICE, T::LIST_PATH))
}

/// Lists everything, page by page.
pub async fn list_all<T: Resource>(session: &Session, call: Call) -> Result<Vec<T>, Error> {
    let mut pager = Pager::<T>::new(session, call, None);
    let mut items = Vec::new();
    while let Some(page) = pager.next().await? {
        items.extend(page.items);
    }
    Ok(items)
}

/// Adds to a call what every call for this resource has.
fn prepared<T: Resource>(call: Call) -> Call {
    let call = call.secret_fields(T::SECRET_FIELDS);
    T::VERSIONS
        .iter()
        .fold(call, |call, version| call.version(*version))
}

/// A resource with the response that held it.
#[derive(Debug)]
pub struct Found<T> {
    /// The resource.
    pub item: T,
    /// The whole response. For a resource found by name, it is that of the list.
    pub answer: Answer,
}

/// Sends a request that creates a resource, and returns the resource in the response.
pub async fn create<T: Resource>(session: &Session, call: &Call) -> Result<Found<T>, Error> {
    found(session.send(call).await?)
}

/// Returns the resource with this ID. Returns `None` only if the service itself says that it is
/// gone. Any other 404 comes from something in front of the service.
pub async fn show_known<T: Resource>(
    session: &Session,
    id: &str,
) -> Result<Option<Found<T>>, Error> {
    let call = prepared::<T>(Call::get(T::NOUN.operation, T::SERVICE, T::PATH).below(id));
    match session.send(&call).await {
        Ok(answer) => found(answer).map(Some),
        Err(error) if error.says_gone(id) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The result of a delete request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removal {
    /// The service has accepted it.
    Asked,
    /// The service itself says that the resource is gone.
    Gone,
}

/// Requests the deletion of a resource.
pub async fn delete<T: Resource>(
    session: &Session,
    operation: &'static str,
    id: &str,
) -> Result<Removal, Error> {
    let call = prepared::<T>(Call::delete(operation, T::SERVICE, T::PATH).below(id));
    let gone = async || Ok(show_known::<T>(session, id).await?.is_none());
    removal(session.send(&call).await, id, gone).await
}

/// Returns what the response to a delete request means. In a 404, some services do not name the
/// missing resource, and a proxy's 404 proves nothing. In these cases, `is_gone` asks for the
/// resource.
pub async fn removal(
    answer: Result<Answer, Error>,
    id: &str,
    is_gone: impl AsyncFnOnce() -> Result<bool, Error>,
) -> Result<Removal, Error> {
    match answer {
        Ok(_) => Ok(Removal::Asked),
        Err(error) if error.says_gone(id) => Ok(Removal::Gone),
        Err(error) if error.is_404() => match is_gone().await {
            Ok(true) => Ok(Removal::Gone),
            _ => Err(error),
        },
        Err(error) => Err(error),
    }
}

fn found<T: Resource>(answer: Answer) -> Result<Found<T>, Error> {
    let Member(item) = answer.decode()?;
    Ok(Found { item, answer })
}

/// Finds the one resource with this ID or name. A name is never a pattern. It is an error if
/// several resources have the name.
pub async fn find<T: Resource>(session: &Session, target: &str) -> Result<Found<T>, Error> {
    let by_id = T::BY_NAME == ByName::IsId || !T::UUID || uuid::Uuid::try_parse(target).is_ok();
    // A dot segment would be another path.
    if by_id && !matches!(target, "" | "." | "..") {
        match show_known::<T>(session, target).await {
            Ok(Some(found)) if is_same_id(found.item.id(), target) => return Ok(found),
            // A database may treat IDs as equal that differ in case.
            Ok(_) => {}
            // Some services respond to text that is not an ID with a 400 of their own.
            Err(Error::Fault(fault)) if fault.status == 400 && fault.code.is_some() => {}
            Err(error) => return Err(error),
        }
    }
    let mut call = list_call::<T>();
    match T::BY_NAME {
        ByName::IsId => return Err(not_found::<T>(session, target).await),
        ByName::Exact => call = call.query("name", target),
        ByName::Regex => call = call.query("name", NameRegex::exactly(target)),
        ByName::Never => {}
    }
    let mut pager = Pager::<T>::new(session, call, None);
    let mut matches = Vec::new();
    while let Some(page) = pager.next().await? {
        let answer = page.answer;
        matches.extend(
            page.items
                .into_iter()
                .filter(|item| item.name() == target)
                .map(|item| Found {
                    item,
                    answer: answer.clone(),
                }),
        );
    }
    match matches.len() {
        0 => Err(not_found::<T>(session, target).await),
        1 => Ok(matches.remove(0)),
        _ => Err(Error::Ambiguous {
            noun: T::NOUN,
            target: target.to_owned(),
            ids: matches
                .iter()
                .map(|found| found.item.id().to_owned())
                .collect(),
        }),
    }
}

/// Returns whether two IDs are the same. A UUID can be written in several ways.
fn is_same_id(left: &str, right: &str) -> bool {
    let uuid = |text| uuid::Uuid::try_parse(text).ok();
    left == right || uuid(left).is_some_and(|id| uuid(right) == Some(id))
}

async fn not_found<T: Resource>(session: &Session, target: &str) -> Error {
    let scope = match session.login().await {
        Ok(login) => format!(" in {}", login.info.scope()),
        Err(_) => String::new(),
    };
    Error::NotFound {
        noun: T::NOUN,
        target: target.to_owned(),
        scope,
    }
}
