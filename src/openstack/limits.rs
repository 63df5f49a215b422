//! A project's limits and usage in a service. See
//! <https://docs.openstack.org/api-ref/compute/#show-rate-and-absolute-limits> and
//! <https://docs.openstack.org/api-ref/block-storage/v3/#limits-limits>.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::error::Error;
use super::request::Call;
use super::service::Service;
use super::session::Session;

/// Returns the absolute limits of Nova or Cinder, reduced to the fields of `T`. A negative value
/// means no limit.
pub async fn limits<T: DeserializeOwned>(session: &Session, service: Service) -> Result<T, Error> {
    #[derive(Deserialize)]
    struct Document<T> {
        limits: Limits<T>,
    }
    #[derive(Deserialize)]
    struct Limits<T> {
        absolute: T,
    }
    let call = Call::get("DescribeLimits", service, "limits");
    let document: Document<T> = session.send(&call).await?.decode()?;
    Ok(document.limits.absolute)
}
