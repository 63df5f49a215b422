//! The trait of a resource on the wire, and the calls that every resource has: list, find by ID or
//! name, create and delete.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeOwned, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::compute::NameRegex;
use super::error::Error;
use super::microversion::Version;
use super::paging::{OFFSET, Pager};
use super::request::{Answer, Call};
use super::service::Service;
use super::session::Session;
use crate::noun::Noun;

/// A kind of resource, as its service knows it.
pub trait Resource: DeserializeOwned {
    /// Its names.
    const NOUN: &'static Noun;
    /// The service that has it.
    const SERVICE: Service;
    /// The path below the endpoint. `PATH/ID` shows one resource.
    const PATH: &'static str;
    /// The path that lists them in full.
    const LIST_PATH: &'static str = Self::PATH;
    /// The key of the list in a response.
    const COLLECTION: &'static str;
    /// The key of one resource in a response, or `None` if the response is the resource itself.
    const MEMBER: Option<&'static str>;
    /// The microversions to ask for, best first.
    const VERSIONS: &'static [Version] = &[];
    /// The lowest microversion at which the list takes a limit and a marker, or `None` if all do.
    const PAGING_VERSION: Option<Version> = None;
    /// The page size to ask for where the service's own is too small.
    const PAGE_SIZE: Option<u32> = None;
    /// How its list is continued.
    const PAGED_BY: PagedBy = PagedBy::Marker;
    /// Fields of its responses that `--debug` must not show.
    const SECRET_FIELDS: &'static [&'static str] = &[];
    /// How its list can be asked for one name.
    const BY_NAME: ByName;
    /// Whether every ID has the form of a UUID. A target of another form is a name then.
    const UUID: bool = true;

    /// Returns the ID, by which pages are continued.
    fn id(&self) -> &str;
    /// Returns the name.
    fn name(&self) -> &str;
}

/// How a list is continued after a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PagedBy {
    /// By the last item's ID (`marker`), and by the links that the service gives.
    Marker,
    /// By the number of items so far (`offset`): the list has no links.
    Offset,
}

impl PagedBy {
    /// Returns the parameter that says where a list begins.
    pub fn parameter(self) -> &'static str {
        match self {
            Self::Marker => "marker",
            Self::Offset => OFFSET,
        }
    }
}

/// How a list can be asked for one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByName {
    /// `name=NAME`, exact.
    Exact,
    /// `name=NAME`, a regular expression in the dialect of the service's database.
    Regex,
    /// The list takes no name, and is searched here.
    Never,
    /// The name is the ID.
    IsId,
}

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

/// Shows one by its ID. Returns `None` only where the service itself says that it is gone. Any other
/// 404 comes from something in front of the service.
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

/// The result of a request to delete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removal {
    /// The service has accepted it.
    Asked,
    /// The service itself says that the resource is gone.
    Gone,
}

/// Asks the service to delete a resource.
pub async fn delete<T: Resource>(
    session: &Session,
    operation: &'static str,
    id: &str,
) -> Result<Removal, Error> {
    let call = prepared::<T>(Call::delete(operation, T::SERVICE, T::PATH).below(id));
    let gone = async || Ok(show_known::<T>(session, id).await?.is_none());
    removal(session.send(&call).await, id, gone).await
}

/// Returns what the response to a request to delete means. Some services do not name in their 404
/// what is missing, and a proxy's 404 proves nothing: `is_gone` then asks for the resource.
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

/// Finds the one resource with this ID or name. A name is never a pattern. A name that several
/// resources have is an error.
pub async fn find<T: Resource>(session: &Session, target: &str) -> Result<Found<T>, Error> {
    let by_id = T::BY_NAME == ByName::IsId || !T::UUID || uuid::Uuid::try_parse(target).is_ok();
    // A dot segment would be another path.
    if by_id && !matches!(target, "" | "." | "..") {
        match show_known::<T>(session, target).await {
            Ok(Some(found)) if is_same_id(found.item.id(), target) => return Ok(found),
            // A database may take another ID for the same: one that differs in case.
            Ok(_) => {}
            // Some services refuse what they do not take for an ID, in their own words.
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

/// One resource, taken out of its envelope if it has one.
struct Member<T>(T);

impl<'de, T: Resource> Deserialize<'de> for Member<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match T::MEMBER {
            None => T::deserialize(deserializer).map(Member),
            Some(key) => deserializer
                .deserialize_map(Envelope {
                    key,
                    links: None,
                    content: PhantomData,
                })
                .map(|(item, _)| Member(item)),
        }
    }
}

/// A page of a list, with the link to the next page.
#[derive(Debug)]
pub(super) struct List<T> {
    pub(super) items: Vec<T>,
    /// The next page's address, in whatever form the service gave it.
    pub(super) next: Option<String>,
}

impl<'de, T: Resource> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer
            .deserialize_map(Envelope {
                key: T::COLLECTION,
                links: Some(format!("{}_links", T::COLLECTION)),
                content: PhantomData,
            })
            .map(|(items, next)| Self { items, next })
    }
}

/// Reads the value of one key of an object, and the next page's address: `next` (Glance), or the
/// `rel=next` of `KEY_links` (Nova, Neutron, Cinder).
struct Envelope<C> {
    key: &'static str,
    links: Option<String>,
    content: PhantomData<C>,
}

#[derive(Deserialize)]
struct Link {
    rel: String,
    href: String,
}

impl<'de, C: Deserialize<'de>> Visitor<'de> for Envelope<C> {
    type Value = (C, Option<String>);

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "an object with '{}'", self.key)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut content = None;
        let mut next = None;
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            if key == self.key {
                content = Some(map.next_value()?);
            } else if self.links.is_some() && key == "next" {
                next = map.next_value::<Option<String>>()?;
            } else if self.links.as_deref() == Some(&*key) {
                let links: Vec<Link> = map.next_value()?;
                next = links
                    .into_iter()
                    .find(|link| link.rel == "next")
                    .map(|link| link.href);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        content
            .map(|content| (content, next))
            .ok_or_else(|| A::Error::missing_field(self.key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::openstack::error::DecodeProblem;
    use crate::openstack::request::decode;

    #[derive(Debug, Deserialize)]
    struct Thing {
        id: String,
        #[serde(default)]
        name: String,
    }

    impl Resource for Thing {
        const NOUN: &'static Noun = &Noun::without_codes("thing", "things", "DescribeThings");
        const SERVICE: Service = Service::Compute;
        const PATH: &'static str = "things";
        const COLLECTION: &'static str = "things";
        const MEMBER: Option<&'static str> = Some("thing");
        const BY_NAME: ByName = ByName::Exact;

        fn id(&self) -> &str {
            &self.id
        }

        fn name(&self) -> &str {
            &self.name
        }
    }

    #[test]
    fn the_next_page_is_found_in_every_form() {
        let table = [
            (r#"{"things": [{"id": "a"}]}"#, None),
            (
                r#"{"next": "/v2/things?marker=a", "things": [{"id": "a"}]}"#,
                Some("/v2/things?marker=a"),
            ),
            (r#"{"next": null, "things": [{"id": "a"}]}"#, None),
            (
                r#"{"things": [{"id": "a"}], "things_links": [
                    {"rel": "previous", "href": "http://h/things?page_reverse=True"},
                    {"rel": "next", "href": "http://h/things?marker=a"}]}"#,
                Some("http://h/things?marker=a"),
            ),
        ];
        for (body, next) in table {
            let list: List<Thing> = decode(body.as_bytes()).unwrap();
            assert_eq!(list.items[0].id, "a");
            assert_eq!(list.next.as_deref(), next, "{body}");
        }
    }

    #[test]
    fn what_is_missing_is_named_with_its_place() {
        let problem = |body: &str| decode::<List<Thing>>(body.as_bytes()).unwrap_err();
        let shape = |path: &str, expected: &str| DecodeProblem::Shape {
            path: path.to_owned(),
            expected: expected.to_owned(),
        };
        assert_eq!(
            problem(r#"{"servers": []}"#),
            shape(".", "missing field `things` at line 1 column 15")
        );
        assert_eq!(
            problem(r#"{"things": [{"id": "a"}, {"name": "b"}]}"#),
            shape("things[1]", "missing field `id` at line 1 column 38")
        );
        assert!(matches!(problem("[]"), DecodeProblem::Shape { .. }));
        let member = decode::<Member<Thing>>(br#"{"thing": {"id": "a"}}"#).unwrap();
        assert_eq!(member.0.id, "a");
        assert!(decode::<Member<Thing>>(br#"{"id": "a"}"#).is_err());
    }
}
