//! Cinder's quota. Reading it is separate from counting, which is pure.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Call, Error, Service, Session};

/// A limit and its usage. A negative limit means no limit.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(crate) struct Allowance {
    limit: i64,
    #[serde(alias = "in_use", default)]
    used: i64,
    #[serde(default)]
    reserved: i64,
}

impl Allowance {
    #[cfg(test)]
    pub(crate) fn new(limit: i64, used: i64, reserved: i64) -> Self {
        Self {
            limit,
            used,
            reserved,
        }
    }

    /// Returns the limit; negative if there is none.
    pub(crate) fn limit(self) -> i64 {
        self.limit
    }

    /// Returns what is in use or reserved.
    pub(crate) fn taken(self) -> i64 {
        self.used.saturating_add(self.reserved)
    }

    /// Returns whether there is not enough room for this amount.
    pub(crate) fn lacks(self, wanted: u64) -> bool {
        let wanted = i64::try_from(wanted).unwrap_or(i64::MAX);
        self.limit >= 0 && self.taken().saturating_add(wanted) > self.limit
    }
}

/// Cinder's quota: for all volumes, and for each type.
#[derive(Clone, Debug, Default)]
pub(crate) struct VolumeQuota(BTreeMap<String, Allowance>);

impl VolumeQuota {
    /// Reads a project's quota. See
    /// <https://docs.openstack.org/api-ref/block-storage/v3/#quota-sets-extension-os-quota-sets>.
    pub(crate) async fn read(session: &Session, project: &str) -> Result<Self, Error> {
        #[derive(Deserialize)]
        struct Document {
            quota_set: BTreeMap<String, Value>,
        }
        let call = Call::get("DescribeLimits", Service::BlockStorage, "os-quota-sets")
            .below(project)
            .query("usage", "true");
        let document: Document = session.send(&call).await?.decode()?;
        // The document also contains the project's ID.
        let limits = document.quota_set.into_iter().filter_map(|(name, value)| {
            let used = serde_json::from_value(value).ok()?;
            Some((name, used))
        });
        Ok(Self(limits.collect()))
    }

    /// Returns the quotas that new volumes of these types and sizes would exceed.
    pub(crate) fn lacks(&self, wanted: &[&(Option<String>, u64)]) -> Vec<CommandError> {
        let mut problems = Vec::new();
        let mut tell = |message: String| {
            problems.push(CommandError::new(
                ExitCode::Service,
                "VolumeLimitExceeded",
                message,
            ));
        };
        let number = |sizes: &[u64]| u64::try_from(sizes.len()).unwrap_or(u64::MAX);
        let sum = |sizes: &[u64]| {
            sizes
                .iter()
                .fold(0, |sum: u64, size| sum.saturating_add(*size))
        };
        let all: Vec<u64> = wanted.iter().map(|(_, size)| *size).collect();
        let mut kinds: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
        for (kind, size) in wanted {
            if let Some(kind) = kind {
                kinds.entry(kind).or_default().push(*size);
            }
        }
        let each = kinds
            .into_iter()
            .map(|(kind, sizes)| (format!("_{kind}"), sizes));
        for (suffix, sizes) in [(String::new(), all.clone())].into_iter().chain(each) {
            for (what, wanted, unit) in [
                ("volumes", number(&sizes), "volumes"),
                ("gigabytes", sum(&sizes), "GiB"),
            ] {
                let name = format!("{what}{suffix}");
                let Some(used) = self.0.get(&name).filter(|used| used.lacks(wanted)) else {
                    continue;
                };
                tell(format!(
                    "the quota '{name}' has no room: {wanted} {unit} are requested, and {} of {} are \
                     in use",
                    used.taken(),
                    used.limit
                ));
            }
        }
        let largest = all.into_iter().max().unwrap_or_default();
        if let Some(most) = self.0.get("per_volume_gigabytes").map(|used| used.limit)
            && u64::try_from(most).is_ok_and(|most| largest > most)
        {
            tell(format!(
                "requested volume size {largest}G is larger than maximum allowed limit {most}G"
            ));
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A volume's type and size.
    type New = (Option<String>, u64);

    #[test]
    fn volumes_are_counted_weighed_and_told_by_type() {
        let quota = VolumeQuota(
            [
                ("volumes", Allowance::new(3, 1, 0)),
                ("gigabytes", Allowance::new(100, 60, 10)),
                ("per_volume_gigabytes", Allowance::new(25, 0, 0)),
                ("volumes_fast", Allowance::new(1, 0, 0)),
                ("gigabytes_fast", Allowance::new(-1, 9_999, 0)),
            ]
            .map(|(name, used)| (name.to_owned(), used))
            .into(),
        );
        let fast = || Some("fast".to_owned());
        let table: [(&[New], &[&str]); 6] = [
            (&[(None, 10), (fast(), 20)], &[]),
            (
                &[(None, 1), (None, 1), (None, 1)],
                &["'volumes' has no room: 3 volumes"],
            ),
            (
                &[(None, 16), (None, 15)],
                &["'gigabytes' has no room: 31 GiB are requested, and 70 of 100"],
            ),
            (
                &[(None, 26)],
                &["size 26G is larger than maximum allowed limit 25G"],
            ),
            (&[(fast(), 1), (fast(), 1)], &["'volumes_fast'"]),
            (&[(Some("slow".to_owned()), 1)], &[]),
        ];
        for (wanted, expected) in table {
            let found = quota.lacks(&wanted.iter().collect::<Vec<_>>());
            assert_eq!(found.len(), expected.len(), "{wanted:?}: {found:?}");
            for (error, words) in found.iter().zip(expected) {
                assert!(error.message.contains(words), "{wanted:?}: {error:?}");
            }
        }
    }
}
