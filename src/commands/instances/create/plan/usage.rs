//! What an instance takes of the quotas, and Neutron's quota of ports. Cinder's quota is with the
//! volumes. Counting is pure and apart from the requests.

use serde::Deserialize;

use crate::commands::instances::create::spec::OPERATION;
use crate::commands::volumes::Allowance;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Call, Error, FlavorFacts, Service, Session};

/// What one instance takes of the quotas.
#[derive(Clone, Debug, Default)]
pub(crate) struct QuotaUse {
    pub(crate) compute: ComputeUse,
    /// New ports.
    pub(crate) ports: usize,
    /// New volumes: their type, if it is given, and their size in GiB.
    pub(crate) volumes: Vec<(Option<String>, u64)>,
    /// Pairs of metadata, ostk's own included.
    pub(crate) metadata: usize,
    /// The server group that the instance joins, and its present number of members.
    pub(crate) group: Option<(String, usize)>,
}

/// What one instance takes of vCPUs and memory.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ComputeUse {
    pub(crate) vcpus: i64,
    /// In MiB.
    pub(crate) memory: i64,
}

impl From<&FlavorFacts> for ComputeUse {
    fn from(flavor: &FlavorFacts) -> Self {
        Self {
            vcpus: flavor.vcpus.into(),
            memory: i64::try_from(flavor.memory_mib).unwrap_or(i64::MAX),
        }
    }
}

fn error(code: &'static str, message: String) -> CommandError {
    CommandError::new(ExitCode::Service, code, message).during(OPERATION)
}

/// The project's quota of ports.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PortQuota(Allowance);

impl PortQuota {
    /// See <https://docs.openstack.org/api-ref/network/v2/#show-quota-details-for-a-project>.
    pub(crate) async fn read(session: &Session, project: &str) -> Result<Self, Error> {
        #[derive(Deserialize)]
        struct Document {
            quota: Quota,
        }
        #[derive(Deserialize)]
        struct Quota {
            port: Allowance,
        }
        let call = Call::get("DescribeLimits", Service::Network, "quotas")
            .below(project)
            .below("details.json");
        let document: Document = session.send(&call).await?.decode()?;
        Ok(Self(document.quota.port))
    }

    /// Returns an error if there is no room for so many more ports.
    pub(crate) fn lacks(self, wanted: usize) -> Option<CommandError> {
        let is_short = self.0.lacks(u64::try_from(wanted).unwrap_or(u64::MAX));
        is_short.then(|| {
            error(
                "NetworkInterfaceLimitExceeded",
                format!(
                    "maximum number of ports exceeded: {wanted} are requested, and {} of {} are in use",
                    self.0.taken(),
                    self.0.limit()
                ),
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ports_fit_or_are_too_many() {
        for (limit, in_use, reserved, wanted, short) in [
            (-1, 500, 0, 100, false),
            (10, 8, 0, 2, false),
            (10, 8, 1, 2, true),
            (0, 0, 0, 1, true),
            (5, 9, 0, 1, true),
        ] {
            let found = PortQuota(Allowance::new(limit, in_use, reserved)).lacks(wanted);
            assert_eq!(found.is_some(), short, "{limit} {in_use} {wanted}");
        }
    }
}
