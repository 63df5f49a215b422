//! What an instance takes beside vCPUs and memory, and Neutron's quota of ports. Cinder's is with the
//! volumes. Reading is apart from counting, which is pure.

use serde::Deserialize;

use super::job::Job;
use crate::commands::volumes::Allowance;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Call, Error, Service, Session};

/// What one instance takes beside vCPUs and memory.
#[derive(Clone, Debug, Default)]
pub(super) struct Takes {
    /// Ports that are made for it.
    pub(super) ports: usize,
    /// Volumes that are made for it: their type, where it is said, and their size in GiB.
    pub(super) volumes: Vec<(Option<String>, u64)>,
    /// How many pairs of metadata it has, ostk's own among them.
    pub(super) metadata: usize,
    /// The server group that it joins, and how many are in it before.
    pub(super) group: Option<(String, usize)>,
}

/// The jobs that there has to be room for.
pub(super) fn required<'a>(jobs: &'a [&'a Job]) -> impl Iterator<Item = &'a Job> {
    jobs.iter().copied().filter(|job| job.required)
}

fn error(code: &'static str, message: String) -> CommandError {
    CommandError::new(ExitCode::Service, code, message).during("RunInstances")
}

/// How many ports the project may have.
#[derive(Clone, Copy, Debug)]
pub(super) struct PortQuota(Allowance);

impl PortQuota {
    /// See <https://docs.openstack.org/api-ref/network/v2/#show-quota-details-for-a-project>.
    pub(super) async fn read(session: &Session, project: &str) -> Result<Self, Error> {
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

    /// Says so where there is no room for so many more.
    pub(super) fn lacks(self, wanted: usize) -> Option<CommandError> {
        let is_short = self.0.lacks(u64::try_from(wanted).unwrap_or(u64::MAX));
        is_short.then(|| {
            error(
                "NetworkInterfaceLimitExceeded",
                format!(
                    "maximum number of ports exceeded: {wanted} are wanted, and {} of {} are in use",
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
