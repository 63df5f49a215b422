//! An instance to create: its request, its client token, and what became of it.

use std::collections::HashMap;
use std::sync::Arc;

use super::client_token::ClientToken;
use super::request::CreateRequest;
use super::usage::{ComputeUse, QuotaUse};
use crate::commands::instances::create::references::ResolvedSpec;
use crate::commands::instances::create::spec::Spec;
use crate::error::CommandError;
use crate::openstack::{Resource as _, Server};
use crate::records::{CLIENT_INDEX_KEY, CLIENT_TOKEN_KEY, RUN_ID_KEY};

/// A specification with what it names. All its instances share it.
#[derive(Debug)]
pub(crate) struct Template {
    pub(crate) spec: Spec,
    pub(crate) resolved: ResolvedSpec,
}

impl Template {
    /// Returns the name, without an instance's number.
    pub(super) fn name(&self) -> &str {
        self.spec.name.as_deref().unwrap_or_default()
    }
}

/// One instance to create.
#[derive(Debug)]
pub(crate) struct Creation {
    pub(crate) name: String,
    pub(crate) token: ClientToken,
    /// The instance's number among those with its client token, from 1 on.
    pub(crate) index: u32,
    /// Whether the user gave the client token. An earlier try may then have created the instance.
    pub(crate) token_is_given: bool,
    /// Whether the command fails without this instance. With MIN:MAX some may be missing.
    pub(crate) is_required: bool,
    pub(crate) run_id: Option<String>,
    pub(super) template: Arc<Template>,
    /// What the instance takes of the quotas.
    pub(super) usage: QuotaUse,
    pub(crate) request: CreateRequest,
    pub(crate) outcome: CreationOutcome,
}

/// What became of an instance to create.
#[derive(Debug)]
pub(crate) enum CreationOutcome {
    /// Not yet requested.
    Open,
    /// Never requested: there is no room for more than the required ones.
    LeftOut,
    Failed(CommandError),
    Created(CreatedInstance),
}

/// An instance that exists.
#[derive(Debug)]
pub(crate) struct CreatedInstance {
    pub(crate) id: String,
    /// The request that created it, for its entry in Nova's actions.
    pub(crate) request_id: Option<String>,
    /// Volumes that were created for it.
    pub(crate) volumes: Vec<String>,
    /// What Nova last told, if it was asked.
    pub(crate) server: Option<Arc<Server>>,
}

impl Creation {
    /// Returns the instance if it was created, with its name.
    pub(crate) fn created(&self) -> Option<(&str, &CreatedInstance)> {
        match &self.outcome {
            CreationOutcome::Created(created) => Some((&self.name, created)),
            CreationOutcome::Open | CreationOutcome::LeftOut | CreationOutcome::Failed(_) => None,
        }
    }
}

/// Returns the instances of all templates. Templates with the same client token, as a flag gives it
/// to all, share its numbers.
pub(super) fn creations(
    templates: Vec<Template>,
    run_id: Option<&str>,
) -> Result<Vec<Creation>, CommandError> {
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let mut all = Vec::new();
    for template in templates.into_iter().map(Arc::new) {
        let Template { spec, resolved } = &*template;
        let token = spec
            .client_token
            .clone()
            .unwrap_or_else(|| uuid::Uuid::new_v4().to_string());
        let next = numbers.entry(token.clone()).or_default();
        let (least, most) = spec.counts();
        let client_token = ClientToken::new(&token, template.name(), most > 1);
        let flavor = resolved.facts.flavor.as_ref();
        let group = resolved.facts.server_group.as_ref();
        for (name, copy) in spec.names().into_iter().zip(1..) {
            *next += 1;
            let index = next.to_string();
            let own_tags = [
                (CLIENT_TOKEN_KEY, Some(token.as_str())),
                (CLIENT_INDEX_KEY, Some(index.as_str())),
                (RUN_ID_KEY, run_id),
            ];
            let request = CreateRequest::new(spec, &resolved.references, &name, &own_tags)?;
            all.push(Creation {
                template: Arc::clone(&template),
                usage: QuotaUse {
                    compute: flavor.map(ComputeUse::from).unwrap_or_default(),
                    group: group.map(|group| (group.id().to_owned(), group.members.len())),
                    ..request.usage()
                },
                request,
                name,
                token: client_token.clone(),
                index: *next,
                token_is_given: spec.client_token.is_some(),
                is_required: copy <= least,
                run_id: run_id.map(str::to_owned),
                outcome: CreationOutcome::Open,
            });
        }
    }
    Ok(all)
}

/// Returns the instances for which there must be room.
pub(super) fn required<'a>(creations: &'a [&'a Creation]) -> impl Iterator<Item = &'a Creation> {
    creations.iter().copied().filter(|one| one.is_required)
}
