//! The service catalog: the address of each service.

use serde::{Deserialize, Serialize};
use url::Url;

use super::error::CatalogError;
use super::service::Service;

/// Keystone's catalog, reduced to the fields that ostk uses.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Catalog(Vec<Entry>);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Entry {
    #[serde(rename = "type", default)]
    kind: String,
    #[serde(default)]
    endpoints: Vec<Endpoint>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Endpoint {
    #[serde(default)]
    interface: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    region_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    region: Option<String>,
    #[serde(default)]
    url: String,
}

impl Endpoint {
    fn region(&self) -> Option<&str> {
        self.region_id.as_deref().or(self.region.as_deref())
    }

    fn is_in(&self, region: Option<&str>) -> bool {
        region.is_none_or(|region| self.region() == Some(region))
    }
}

/// The properties of the endpoint to find.
#[derive(Clone, Copy, Debug)]
pub struct WantedEndpoint<'a> {
    /// The cloud's name in the configuration, for errors.
    pub cloud: &'a str,
    /// The region, or `None` for any region.
    pub region: Option<&'a str>,
    /// The interface: `public`, `internal` or `admin`.
    pub interface: &'a str,
}

impl Catalog {
    /// Returns the regions of all endpoints, sorted.
    pub fn regions(&self) -> Vec<String> {
        let mut regions: Vec<String> = self
            .0
            .iter()
            .flat_map(|entry| &entry.endpoints)
            .filter_map(|endpoint| endpoint.region().map(str::to_owned))
            .collect();
        regions.sort();
        regions.dedup();
        regions
    }

    /// Returns the URL of `service`, with the path of its API's major version.
    pub fn endpoint(
        &self,
        service: Service,
        wanted: WantedEndpoint<'_>,
    ) -> Result<Url, CatalogError> {
        let entries: Vec<&Entry> = service
            .catalog_types()
            .iter()
            .flat_map(|kind| self.0.iter().filter(move |entry| entry.kind == **kind))
            .collect();
        if entries.is_empty() {
            if self.0.is_empty() {
                return Err(CatalogError::Unscoped {
                    cloud: wanted.cloud.to_owned(),
                });
            }
            return Err(CatalogError::NoService {
                cloud: wanted.cloud.to_owned(),
                service,
                available: self.0.iter().map(|entry| entry.kind.clone()).collect(),
            });
        }
        let found = entries
            .iter()
            .flat_map(|entry| &entry.endpoints)
            .find(|endpoint| {
                endpoint.interface == wanted.interface && endpoint.is_in(wanted.region)
            })
            .ok_or_else(|| CatalogError::NoEndpoint {
                cloud: wanted.cloud.to_owned(),
                service,
                region: wanted.region.map(str::to_owned),
                interface: wanted.interface.to_owned(),
                available: entries
                    .iter()
                    .flat_map(|entry| &entry.endpoints)
                    .map(|endpoint| match endpoint.region() {
                        Some(region) => format!("{} in {region}", endpoint.interface),
                        None => endpoint.interface.clone(),
                    })
                    .collect(),
            })?;
        versioned(service, &found.url)
    }
}

/// Returns the endpoint's URL with a major version in its path. Catalogs list URLs with a
/// version (`/v2.1`, `/v3/PROJECT`) and without. Adding it here saves a discovery request.
pub(super) fn versioned(service: Service, text: &str) -> Result<Url, CatalogError> {
    let bad = || CatalogError::BadUrl {
        service,
        url: text.to_owned(),
    };
    let mut url = Url::parse(text.trim()).map_err(|_| bad())?;
    if !matches!(url.scheme(), "http" | "https") || url.host().is_none() {
        return Err(bad());
    }
    url.set_query(None);
    url.set_fragment(None);
    let has_version = url
        .path_segments()
        .into_iter()
        .flatten()
        .any(is_version_segment);
    {
        let mut segments = url.path_segments_mut().map_err(|()| bad())?;
        segments.pop_if_empty();
        if !has_version {
            segments.push(service.version_path());
        }
    }
    Ok(url)
}

/// Returns whether a segment is a version, such as `v3` or `v2.1`. Names of hosts or projects that
/// begin with a v are not.
fn is_version_segment(segment: &str) -> bool {
    segment.strip_prefix('v').is_some_and(|number| {
        number.starts_with(|first: char| first.is_ascii_digit())
            && number
                .chars()
                .all(|letter| letter.is_ascii_digit() || letter == '.')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalog() -> Catalog {
        serde_json::from_str(
            r#"[
            {"type": "compute", "name": "nova", "id": "1", "endpoints": [
                {"interface": "internal", "region_id": "one", "url": "http://internal/v2.1"},
                {"interface": "public", "region_id": "one", "url": "http://one/v2.1/"},
                {"interface": "public", "region": "two", "url": "http://two/compute"}]},
            {"type": "volumev2", "endpoints": [
                {"interface": "public", "region_id": "one", "url": "http://one/v2/abc"}]},
            {"type": "volumev3", "endpoints": [
                {"interface": "public", "region_id": "one", "url": "http://one/v3/abc"}]},
            {"type": "image", "endpoints": []}]"#,
        )
        .unwrap()
    }

    fn wanted(region: Option<&'static str>, interface: &'static str) -> WantedEndpoint<'static> {
        WantedEndpoint {
            cloud: "test",
            region,
            interface,
        }
    }

    fn url(service: Service, region: Option<&'static str>, interface: &'static str) -> String {
        catalog()
            .endpoint(service, wanted(region, interface))
            .unwrap()
            .to_string()
    }

    #[test]
    fn region_and_interface_choose() {
        assert_eq!(url(Service::Compute, None, "public"), "http://one/v2.1");
        assert_eq!(
            url(Service::Compute, Some("two"), "public"),
            "http://two/compute/v2.1"
        );
        assert_eq!(
            url(Service::Compute, Some("one"), "internal"),
            "http://internal/v2.1"
        );
    }

    #[test]
    fn aliases_are_tried_best_first() {
        assert_eq!(
            url(Service::BlockStorage, None, "public"),
            "http://one/v3/abc"
        );
    }

    #[test]
    fn what_is_missing_is_named_with_what_there_is() {
        let error = |service, region, interface| {
            catalog()
                .endpoint(service, wanted(region, interface))
                .unwrap_err()
                .to_string()
        };
        assert_eq!(
            error(Service::Network, None, "public"),
            "cloud 'test' has no network service (its catalog lists: compute, volumev2, volumev3, image)"
        );
        assert_eq!(
            error(Service::Compute, Some("three"), "public"),
            "the compute service of cloud 'test' has no public endpoint in region 'three' \
             (it has: internal in one, public in one, public in two)"
        );
        assert_eq!(
            error(Service::Image, None, "admin"),
            "the image service of cloud 'test' has no admin endpoint (it has: nothing)"
        );
        assert!(matches!(
            Catalog::default().endpoint(Service::Compute, wanted(None, "public")),
            Err(CatalogError::Unscoped { .. })
        ));
    }

    #[test]
    fn a_version_is_added_only_where_there_is_none() {
        let table = [
            (Service::Image, "http://h:9292", "http://h:9292/v2"),
            (Service::Image, "http://h:9292/v2/", "http://h:9292/v2"),
            (
                Service::Network,
                "http://vault/network",
                "http://vault/network/v2.0",
            ),
            (
                Service::Compute,
                "https://h/compute/v2.1/9f",
                "https://h/compute/v2.1/9f",
            ),
            (Service::Metric, "http://h:8041", "http://h:8041/v1"),
            (Service::BlockStorage, "http://h/v3", "http://h/v3"),
        ];
        for (service, text, expected) in table {
            assert_eq!(versioned(service, text).unwrap().as_str(), expected);
        }
        for text in ["", "nova", "ftp://h/", "file:///etc"] {
            assert!(versioned(Service::Compute, text).is_err(), "{text}");
        }
    }
}
