//! Whether the quota has room for what is asked for.

use std::collections::HashMap;

use serde::Deserialize;

use super::job::Job;
use super::make::Seen;
use super::mark;
use super::room::PortQuota;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Error, FlavorFacts, Service, Session, limits};

/// What is used of the project's quota. A limit below zero is none.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
struct Quota {
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

/// What one instance takes of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Size {
    vcpus: i64,
    ram: i64,
}

impl From<&FlavorFacts> for Size {
    fn from(flavor: &FlavorFacts) -> Self {
        Self {
            vcpus: flavor.vcpus.into(),
            ram: i64::try_from(flavor.memory_mib).unwrap_or(i64::MAX),
        }
    }
}

impl Quota {
    /// Takes instances of these sizes off what is left. Says what would be too much.
    fn take(&mut self, sizes: &[Size]) -> Result<(), CommandError> {
        let number = i64::try_from(sizes.len()).unwrap_or(i64::MAX);
        let cores: i64 = sizes.iter().map(|size| size.vcpus).sum();
        let ram: i64 = sizes.iter().map(|size| size.ram).sum();
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
                    format!("{wanted} {what} are wanted, and {used} of {most} are in use"),
                )
                .during("RunInstances"));
            }
        }
        self.instances = self.instances.saturating_add(number);
        self.cores = self.cores.saturating_add(cores);
        self.ram = self.ram.saturating_add(ram);
        Ok(())
    }
}

/// What jobs take of the quota.
pub(super) struct Needs {
    quota: Quota,
    sizes: Vec<Size>,
    required: Vec<bool>,
    /// The most that one of them has.
    metadata: Option<usize>,
    /// The most that a server group comes to have.
    members: Option<usize>,
}

/// The most members that a server group has with these.
fn members(jobs: &[&Job]) -> Option<usize> {
    let joining: Vec<&(String, usize)> = jobs
        .iter()
        .filter(|job| job.required)
        .filter_map(|job| job.needs.group.as_ref())
        .collect();
    let with_all = joining.iter().map(|(group, there)| {
        let new = joining.iter().filter(|(other, _)| other == group).count();
        there.saturating_add(new)
    });
    with_all.max()
}

/// All that is wanted of Nova's quota and not there.
pub(super) fn lacks(needs: Needs) -> Vec<CommandError> {
    let mut all = needs.too_much();
    all.extend(needs.fit().err());
    all
}

impl Needs {
    pub(super) async fn of(session: &Session, jobs: &[&Job]) -> Result<Self, Error> {
        Ok(Self {
            quota: limits(session, Service::Compute).await?,
            sizes: jobs.iter().map(|job| job.size).collect(),
            required: jobs.iter().map(|job| job.required).collect(),
            metadata: jobs.iter().map(|job| job.needs.metadata).max(),
            members: members(jobs),
        })
    }

    /// What each server, and each server group, has too much of.
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
                CommandError::new(ExitCode::Service, code, message).during("RunInstances")
            })
        });
        over.collect()
    }

    /// Which of the jobs there is room for: all that are required, or it is an error, and as many
    /// of the others as fit.
    pub(super) fn fit(mut self) -> Result<Vec<bool>, CommandError> {
        let needs = self.sizes.iter().zip(&self.required);
        let required: Vec<Size> = needs
            .clone()
            .filter_map(|(size, required)| required.then_some(*size))
            .collect();
        self.quota.take(&required)?;
        Ok(needs
            .map(|(size, required)| *required || self.quota.take(&[*size]).is_ok())
            .collect())
    }
}

/// Which jobs are gone about. Of several at once, the quota has to have room for all that are
/// required, before any is made; where it can't be had, Nova decides. What is there takes nothing.
pub(super) async fn choose(
    session: &Session,
    jobs: &[Job],
    seen: &HashMap<&str, Seen>,
) -> Result<Vec<bool>, CommandError> {
    let is_there = |job: &Job| {
        seen.get(job.mark.token.as_str())
            .is_some_and(|seen| mark::pick(&seen.servers, job.index).is_some())
    };
    let open: Vec<&Job> = jobs.iter().filter(|job| !is_there(job)).collect();
    if open.len() < 2 {
        return Ok(vec![true; jobs.len()]);
    }
    let Ok(needs) = Needs::of(session, &open).await else {
        return Ok(vec![true; jobs.len()]);
    };
    let mut fits = needs.fit()?.into_iter();
    Ok(jobs
        .iter()
        .map(|job| is_there(job) || fits.next().unwrap_or(true))
        .collect())
}

/// What Nova's 403 means, which it answers for a quota that is used up as for what a role does not
/// allow, and tells which only in words: the limit's code, and how it stands.
pub(super) async fn over(session: &Session, job: &Job) -> Option<(&'static str, String)> {
    let needs = async { Needs::of(session, &[job]).await.ok() };
    let ports = async {
        let login = session.login().await.ok()?;
        let quota = PortQuota::read(session, login.project_id()?).await.ok()?;
        quota.lacks(job.needs.ports)
    };
    let (needs, ports) = tokio::join!(needs, ports);
    let all = needs.map(|mut needs| {
        needs.required = vec![true];
        lacks(needs)
    });
    let first = all.into_iter().flatten().chain(ports).next()?;
    Some((first.code, first.message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_required_fits_or_nothing_is_made() {
        let quota = Quota {
            most_instances: 10,
            instances: 7,
            most_cores: 8,
            cores: 2,
            most_ram: -1,
            ram: 4_096,
            most_metadata: 3,
            most_members: 2,
        };
        let small = Size { vcpus: 1, ram: 512 };
        let large = Size {
            vcpus: 4,
            ram: 9_999,
        };
        let fit = |quota, sizes: &[Size], required: &[bool]| {
            let (sizes, required) = (sizes.to_vec(), required.to_vec());
            Needs {
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
            "4 instances are wanted, and 7 of 10 are in use"
        );
        let error = fit(quota, &[large; 2], &[true; 2]).unwrap_err();
        assert_eq!(error.code, "VcpuLimitExceeded");
        let codes = |metadata, members| -> Vec<&str> {
            let needs = Needs {
                quota,
                sizes: Vec::new(),
                required: Vec::new(),
                metadata,
                members,
            };
            lacks(needs).iter().map(|error| error.code).collect()
        };
        assert!(codes(Some(3), Some(2)).is_empty());
        assert_eq!(codes(Some(4), None), ["TagLimitExceeded"]);
        assert_eq!(codes(None, Some(3)), ["InstanceLimitExceeded"]);
        // Nothing that is unlimited is used up.
        let unlimited = Quota {
            most_instances: -1,
            most_cores: -1,
            most_ram: -1,
            ..quota
        };
        assert!(fit(unlimited, &[large; 99], &[true; 99]).is_ok());
    }
}
