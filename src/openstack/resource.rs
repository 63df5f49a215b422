//! The trait of a resource on the wire, and the decoding of its responses.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeOwned, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::microversion::Version;
use super::service::Service;
use crate::noun::Noun;

/// The parameter for the number of items to skip.
pub(super) const OFFSET: &str = "offset";

/// A kind of resource, as its service knows it.
pub trait Resource: DeserializeOwned {
    /// Its names.
    const NOUN: &'static Noun;
    /// The service that has it.
    const SERVICE: Service;
    /// The path below the endpoint. `PATH/ID` shows one resource.
    const PATH: &'static str;
    /// The path that lists the resources in full.
    const LIST_PATH: &'static str = Self::PATH;
    /// The key of the list in a response.
    const COLLECTION: &'static str;
    /// The key of one resource in a response, or `None` if the response is the resource itself.
    const MEMBER: Option<&'static str>;
    /// The microversions to ask for, best first.
    const VERSIONS: &'static [Version] = &[];
    /// The lowest microversion at which the list accepts a limit and a marker, or `None` if all do.
    const PAGING_VERSION: Option<Version> = None;
    /// The page size to ask for if the service's own is too small.
    const PAGE_SIZE: Option<u32> = None;
    /// How its list is continued.
    const PAGED_BY: PagedBy = PagedBy::Marker;
    /// Fields of its responses that `--debug` must not show.
    const SECRET_FIELDS: &'static [&'static str] = &[];
    /// How its list can be filtered by one name.
    const BY_NAME: ByName;
    /// Whether every ID is a UUID. If so, a target of another form is a name.
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

/// How a list can be filtered by one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByName {
    /// `name=NAME`, exact.
    Exact,
    /// `name=NAME`, a regular expression in the dialect of the service's database.
    Regex,
    /// The list has no filter for names, and is searched here.
    Never,
    /// The name is the ID.
    IsId,
}

/// One resource, taken out of its envelope if it has one.
pub(super) struct Member<T>(pub(super) T);

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
    /// The next page's address, in the form that the service gave.
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
