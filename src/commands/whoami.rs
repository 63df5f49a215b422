//! `ostk whoami`: the user's identity in the cloud, its scope, its expiry, and the settings in
//! force.

use jiff::Timestamp;
use serde::Serialize;

use super::configure::{SettingView, settings};
use crate::config::Cloud;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::Named;
use crate::verbs::context::Context;

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Identity {
    cloud: String,
    region: Option<String>,
    user_id: String,
    user_name: String,
    user_domain: Option<String>,
    project_id: Option<String>,
    project_name: Option<String>,
    project_domain: Option<String>,
    domain_id: Option<String>,
    domain_name: Option<String>,
    system: bool,
    roles: Vec<String>,
    methods: Vec<String>,
    token_expiration: Timestamp,
    available_regions: Vec<String>,
    settings: Vec<SettingView>,
}

/// Prints the token's data. With a cached token there is no request.
pub async fn run(context: &Context, cloud: &Cloud) -> Result<ExitCode, CommandError> {
    let login = context.session.login().await?;
    let info = &login.info;
    let domain_of = |named: &Named| named.domain.as_ref().map(|domain| domain.name.clone());
    context.output.value(&Identity {
        cloud: cloud.name.value.clone(),
        region: cloud.region.as_ref().map(|region| region.value.clone()),
        user_id: info.user.id.clone(),
        user_name: info.user.name.clone(),
        user_domain: domain_of(&info.user),
        project_id: info.project.as_ref().map(|project| project.id.clone()),
        project_name: info.project.as_ref().map(|project| project.name.clone()),
        project_domain: info.project.as_ref().and_then(domain_of),
        domain_id: info.domain.as_ref().map(|domain| domain.id.clone()),
        domain_name: info.domain.as_ref().map(|domain| domain.name.clone()),
        system: info.system.is_some(),
        roles: info.roles.iter().map(|role| role.name.clone()).collect(),
        methods: info.methods.clone(),
        token_expiration: info.expires_at,
        available_regions: info.catalog.regions(),
        settings: settings(cloud),
    })?;
    Ok(ExitCode::Success)
}
