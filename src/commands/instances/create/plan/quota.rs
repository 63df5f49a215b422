//! Nova's quota, and whether it has room for the instances. Counting is pure and apart from the
//! requests.

use serde::Deserialize;

use super::creation::{Creation, CreationOutcome};
use super::earlier::KnownServers;
use super::usage::{ComputeUse, PortQuota};
use crate::commands::instances::create::spec::OPERATION;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Error, Service, Session, limits};

/// What is used of the project's quota. A limit below zero means no limit.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
struct ComputeQuota {
    #[serde(rename = "maxTotalInstances")]
    most_instances: i64,
    #[serde(rename = "totalInstancesUsed")]
    instances: i64,
    #[serde(rename = "maxTotalCores")]
    most_cores: i64,
    #[serde(rename = "totalCoresUsed")]
    cores: i64,
    #[serde(rename = "maxTotalRAMSize")]
    most_ram: i64,
    #[serde(rename = "totalRAMUsed")]
    ram: i64,
    /// Pairs of metadata for each server.
    #[serde(rename = "maxServerMeta", default = "no_limit")]
    most_metadata: i64,
    /// Servers in each server group.
    #[serde(rename = "maxServerGroupMembers", default = "no_limit")]
    most_members: i64,
}

fn no_limit() -> i64 {
    -1
}

impl ComputeQuota {
    /// Counts instances of these sizes as used. Returns an error if that is too much.
    fn take(&mut self, sizes: &[ComputeUse]) -> Result<(), CommandError> {
        let number = i64::try_from(sizes.len()).unwrap_or(i64::MAX);
        let cores: i64 = sizes.iter().map(|size| size.vcpus).sum();
        let ram: i64 = sizes.iter().map(|size| size.memory).sum();
        for (code, what, used, most, wanted) in [
            (
                "InstanceLimitExceeded",
                "instances",
                self.instances,
                self.most_instances,
                number,
            ),
            (
                "VcpuLimitExceeded",
                "vCPUs",
                self.cores,
                self.most_cores,
                cores,
            ),
            (
                "InstanceLimitExceeded",
                "MiB of memory",
                self.ram,
                self.most_ram,
                ram,
            ),
        ] {
            if most >= 0 && used.saturating_add(wanted) > most {
                return Err(CommandError::new(
                    ExitCode::Service,
                    code,
                    format!("{wanted} {what} are requested, and {used} of {most} are in use"),
                )
                .during(OPERATION));
            }
        }
        self.instances = self.instances.saturating_add(number);
        self.cores = self.cores.saturating_add(cores);
        self.ram = self.ram.saturating_add(ram);
        Ok(())
    }
}

/// What instances need of the quota.
pub(super) struct ComputeNeeds {
    quota: ComputeQuota,
    sizes: Vec<ComputeUse>,
    required: Vec<bool>,
    /// The most pairs of metadata of one instance.
    metadata: Option<usize>,
    /// The most members that a server group would have.
    members: Option<usize>,
}

/// Returns the most members that a server group has with these instances.
fn members(creations: &[&Creation]) -> Option<usize> {
    let joining: Vec<&(String, usize)> = creations
        .iter()
        .filter(|one| one.is_required)
        .filter_map(|one| one.usage.group.as_ref())
        .collect();
    let with_all = joining.iter().map(|(group, members)| {
        let new = joining.iter().filter(|(other, _)| other == group).count();
        members.saturating_add(new)
    });
    with_all.max()
}

impl ComputeNeeds {
    /// Reads the quota for these instances.
    pub(super) async fn of(session: &Session, creations: &[&Creation]) -> Result<Self, Error> {
        Ok(Self {
            quota: limits(session, Service::Compute).await?,
            sizes: creations.iter().map(|one| one.usage.compute).collect(),
            required: creations.iter().map(|one| one.is_required).collect(),
            metadata: creations.iter().map(|one| one.usage.metadata).max(),
            members: members(creations),
        })
    }

    /// Returns an error for each limit that is too low.
    pub(super) fn lacks(self) -> Vec<CommandError> {
        let mut all = self.too_much();
        all.extend(self.fit().err());
        all
    }

    /// Returns errors for the limits of one server, or of one server group.
    fn too_much(&self) -> Vec<CommandError> {
        let limits = [
            (
                "TagLimitExceeded",
                "metadata items",
                self.quota.most_metadata,
                self.metadata,
            ),
            (
                "InstanceLimitExceeded",
                "servers in a server group (too many servers in group)",
                self.quota.most_members,
                self.members,
            ),
        ];
        let over = limits.into_iter().filter_map(|(code, what, most, number)| {
            let number = i64::try_from(number?).unwrap_or(i64::MAX);
            (most >= 0 && number > most).then(|| {
                let message =
                    format!("{number} exceeds the maximum number of {what}, which is {most}");
                CommandError::new(ExitCode::Service, code, message).during(OPERATION)
            })
        });
        over.collect()
    }

    /// Returns for which instances there is room: for all that are required, or it is an error, and
    /// for as many of the others as fit.
    fn fit(mut self) -> Result<Vec<bool>, CommandError> {
        let needs = self.sizes.iter().zip(&self.required);
        let required: Vec<ComputeUse> = needs
            .clone()
            .filter_map(|(size, required)| required.then_some(*size))
            .collect();
        self.quota.take(&required)?;
        Ok(needs
            .map(|(size, required)| *required || self.quota.take(&[*size]).is_ok())
            .collect())
    }
}

/// Leaves out the instances for which the quota has no room. It must have room for all that are
/// required, before any is created. If the quota can't be read, Nova decides. An instance that
/// exists takes nothing.
pub(crate) async fn leave_out(
    session: &Session,
    creations: &mut [Creation],
    known: &KnownServers,
) -> Result<(), CommandError> {
    let open: Vec<&Creation> = creations.iter().filter(|one| !known.has(one)).collect();
    if open.len() < 2 {
        return Ok(());
    }
    let Ok(needs) = ComputeNeeds::of(session, &open).await else {
        return Ok(());
    };
    let fits = needs.fit()?;
    let open = creations.iter_mut().filter(|one| !known.has(one));
    for (creation, fits) in open.zip(fits) {
        if !fits {
            creation.outcome = CreationOutcome::LeftOut;
        }
    }
    Ok(())
}

/// Returns which limit a 403 of Nova's means, with the limit's code. Nova answers 403 both for an
/// exhausted quota and for missing permission.
pub(crate) async fn over(session: &Session, creation: &Creation) -> Option<(&'static str, String)> {
    let needs = async { ComputeNeeds::of(session, &[creation]).await.ok() };
    let ports = async {
        let login = session.login().await.ok()?;
        let quota = PortQuota::read(session, login.project_id()?).await.ok()?;
        quota.lacks(creation.usage.ports)
    };
    let (needs, ports) = tokio::join!(needs, ports);
    let all = needs.map(|mut needs| {
        needs.required = vec![true];
        needs.lacks()
    });
    let first = all.into_iter().flatten().chain(ports).next()?;
    Some((first.code, first.message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_required_fits_or_nothing_is_made() {
        let quota = ComputeQuota {
            most_instances: 10,
            instances: 7,
            most_cores: 8,
            cores: 2,
            most_ram: -1,
            ram: 4_096,
            most_metadata: 3,
            most_members: 2,
        };
        let small = ComputeUse {
            vcpus: 1,
            memory: 512,
        };
        let large = ComputeUse {
            vcpus: 4,
            memory: 9_999,
        };
        let fit = |quota, sizes: &[ComputeUse], required: &[bool]| {
            let (sizes, required) = (sizes.to_vec(), required.to_vec());
            ComputeNeeds {
                quota,
                sizes,
                required,
                metadata: None,
                members: None,
            }
            .fit()
        };
        assert_eq!(
            fit(quota, &[small; 5], &[true, true, false, false, false]).unwrap(),
            [true, true, true, false, false]
        );
        assert_eq!(
            fit(quota, &[large, large, small], &[true, false, false]).unwrap(),
            [true, false, true]
        );
        let error = fit(quota, &[small; 4], &[true; 4]).unwrap_err();
        assert_eq!(error.code, "InstanceLimitExceeded");
        assert_eq!(
            error.message,
            "4 instances are requested, and 7 of 10 are in use"
        );
        let error = fit(quota, &[large; 2], &[true; 2]).unwrap_err();
        assert_eq!(error.code, "VcpuLimitExceeded");
        let codes = |metadata, members| -> Vec<&str> {
            let needs = ComputeNeeds {
                quota,
                sizes: Vec::new(),
                required: Vec::new(),
                metadata,
                members,
            };
            needs.lacks().iter().map(|error| error.code).collect()
        };
        assert!(codes(Some(3), Some(2)).is_empty());
        assert_eq!(codes(Some(4), None), ["TagLimitExceeded"]);
        assert_eq!(codes(None, Some(3)), ["InstanceLimitExceeded"]);
        // Nothing that is unlimited is used up.
        let unlimited = ComputeQuota {
            most_instances: -1,
            most_cores: -1,
            most_ram: -1,
            ..quota
        };
        assert!(fit(unlimited, &[large; 99], &[true; 99]).is_ok());
    }
}
