//! One instance that is to be made, with the client token and the number by which it is known.

use std::collections::HashMap;

use super::args::CreateArgs;
use super::mark::Mark;
use super::quota::Size;
use super::references::Resolved;
use super::request::Prepared;
use super::room::Takes;
use super::spec::Spec;
use crate::error::CommandError;
use crate::openstack::Resource as _;
use crate::records::{CLIENT_INDEX_KEY, CLIENT_TOKEN_KEY, RUN_ID_KEY};
use crate::verbs::context::Context;

/// One instance to be made.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) name: String,
    pub(super) mark: Mark,
    pub(super) index: u32,
    /// Whether the token was said by the user, so that an earlier try may have made it.
    pub(super) given: bool,
    /// Whether the command is a failure without it: with MIN:MAX, not all have to be made.
    pub(super) required: bool,
    pub(super) run_id: Option<String>,
    /// The number of its specification.
    pub(super) spec: usize,
    /// What it takes of the quotas.
    pub(super) size: Size,
    pub(super) needs: Takes,
    pub(super) prepared: Prepared,
}

impl Job {
    /// The jobs of all specifications. Several that have the same client token, as a flag gives
    /// it to all, share its numbers.
    pub(super) fn all(
        context: &Context,
        specs: &[Spec],
        resolved: &[Resolved],
        args: &CreateArgs,
    ) -> Result<Vec<Self>, CommandError> {
        let run_id = args.run_id.clone().or_else(|| context.run_id.clone());
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut jobs = Vec::new();
        for (number, (spec, resolved)) in specs.iter().zip(resolved).enumerate() {
            let token = spec
                .client_token
                .clone()
                .unwrap_or_else(|| uuid::Uuid::new_v4().to_string());
            let next = numbers.entry(token.clone()).or_default();
            let (least, most) = spec.counts();
            let base = spec.name.clone().unwrap_or_default();
            let mark = Mark::new(&token, &base, most > 1);
            let flavor = resolved.facts.flavor.as_ref();
            let group = resolved.facts.server_group.as_ref();
            for (name, copy) in spec.names().into_iter().zip(1..) {
                *next += 1;
                let index = next.to_string();
                let own_tags = [
                    (CLIENT_TOKEN_KEY, Some(token.as_str())),
                    (CLIENT_INDEX_KEY, Some(index.as_str())),
                    (RUN_ID_KEY, run_id.as_deref()),
                ];
                let prepared = Prepared::new(spec, &resolved.references, &name, &own_tags)?;
                jobs.push(Self {
                    spec: number,
                    size: flavor.map(Size::from).unwrap_or_default(),
                    needs: Takes {
                        group: group.map(|group| (group.id().to_owned(), group.members.len())),
                        ..prepared.takes()
                    },
                    prepared,
                    name,
                    mark: mark.clone(),
                    index: *next,
                    given: spec.client_token.is_some(),
                    required: copy <= least,
                    run_id: run_id.clone(),
                });
            }
        }
        Ok(jobs)
    }
}
